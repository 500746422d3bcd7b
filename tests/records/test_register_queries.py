"""What pages show of one small register: accounts, claims, a person, an incident, a place, custody."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from inspect import isfunction, signature

import pytest
from tests.house import ADMIN, AYSEL, LETTER, MACHINE, ORXAN, Fixed, a_source, an_account, beating, denial, part, strike

import heard.records.queries as every_query
from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_claim import add_claim
from heard.procedures.add_member import add_member
from heard.procedures.approve_finding import approve_finding
from heard.procedures.grade_source import grade_source
from heard.procedures.link_denial import link_denial
from heard.procedures.note_view import note_view
from heard.procedures.read_account import read_account
from heard.procedures.record_consent import record_consent
from heard.procedures.record_finding import record_finding
from heard.procedures.supersede_claim import supersede_claim
from heard.procedures.withdraw_claim import withdraw_claim
from heard.records import models as tables
from heard.records import search
from heard.records.queries.accounts import account, account_page, accounts_page, source
from heard.records.queries.claims import ClaimFilter, claim, claims_for_brief, claims_of_account, claims_page
from heard.records.queries.drafts import drafts
from heard.records.queries.house import custody_trail, members
from heard.records.queries.incidents import incident_page
from heard.records.queries.judgements import findings
from heard.records.queries.pages import PAGE, Decided, State
from heard.records.queries.persons import person_page, place_page, referents_page
from heard.register.account import Answer
from heard.register.claim import Saying
from heard.register.finding import Conclusion
from heard.register.member import MemberRole
from heard.terms.errors import Conflict, Malformed, NotFound, NotPermitted
from heard.terms.saying import Kind, NameKind, Polarity, Role

pytestmark = pytest.mark.django_db


def said(saying: Saying, key: str = "") -> str:
    return add_claim(by=AYSEL, account=key or an_account(), saying=saying)


def named(key: str, role: Role) -> str:
    """The mention that a claim names in this role."""
    return next(mention for found, mention, _ in claim(AYSEL, key).named if found is role)


def keys(wanted: ClaimFilter) -> set[str]:
    return {line.claim.key for line in claims_page(AYSEL, wanted).items}


def test_the_inbox_shows_urgent_accounts_first_then_the_newest() -> None:
    source = a_source()
    old, urgent, new = (an_account(source=source, urgent=urgent) for urgent in (False, True, False))

    page = accounts_page(AYSEL)
    assert [line.key for line in page.items] == [urgent, new, old]
    assert page.items[0].opening.startswith("Tural Kərimov was beaten")
    assert (page.total.number, page.total.more, page.after) == (3, False, "")


def test_inbox_filters_hold_together() -> None:
    source = a_source()
    one = an_account(source=source, urgent=True)
    an_account(urgent=True)

    def found(**wanted: object) -> list[str]:
        return [line.key for line in accounts_page(AYSEL, **wanted).items]  # type: ignore[arg-type]

    assert found(source=source, urgent=True, language="en", state=State.UNREAD) == [one]
    assert found(source=source, language="ru") == []
    assert found(state=State.PENDING) == []


def test_inbox_pages_hold_every_account_once_across_the_urgent_border() -> None:
    source = a_source()
    made = {an_account(source=source, urgent=number % 2 == 0) for number in range(2 * PAGE + 6)}
    seen, after = [], ""
    while True:
        page = accounts_page(AYSEL, after=after)
        seen += page.items
        if not (after := page.after):
            break
    assert [line.urgent for line in seen] == [True] * (PAGE + 3) + [False] * (PAGE + 3)
    assert {line.key for line in seen} == made
    assert len(seen) == len(made)


@pytest.mark.parametrize("after", ["x", "1", "1.2.3", "-1.4", "1." + "9" * 30, "1;DROP"])
def test_a_place_in_a_list_that_is_none_is_refused(after: str) -> None:
    with pytest.raises(Malformed):
        accounts_page(AYSEL, after=after)


def test_the_latest_grade_and_answer_count() -> None:
    key = a_source()
    grade_source(by=AYSEL, source=key, grade="A", reason="was right three times")
    record_consent(by=AYSEL, source=key, use="anonymous_statistics", answer=Answer.GRANTED)
    record_consent(by=AYSEL, source=key, use="anonymous_statistics", answer=Answer.WITHDRAWN)

    found = source(AYSEL, key)
    assert (found.grade, found.consent.answer("anonymous_statistics")) == ("A", Answer.WITHDRAWN)
    assert not found.consent.allows("anonymous_statistics")


def test_drafts_come_with_what_was_decided() -> None:
    key = an_account()
    read_account(by=AYSEL, account=key, reader=Fixed())
    first = drafts(AYSEL, key).drafts[0]
    made = accept_draft(by=AYSEL, draft=first.key, expected=first.ordinal)

    page = drafts(AYSEL, key)
    assert (page.decided, page.waiting) == (1, 2)
    assert (page.drafts[0].decided, page.drafts[0].claim, page.drafts[0].ordinal) == (Decided.ACCEPTED, made, 1)
    assert page.drafts[0].decisions[0].by == AYSEL.key


def test_a_claim_comes_back_as_it_was_said() -> None:
    found = claim(AYSEL, said(strike())).claim

    assert found.evidence == strike().evidence
    assert found.arguments == strike().arguments
    assert (found.page, found.paragraph, found.by, found.reviewed) == (1, 2, AYSEL.key, True)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(kind=Kind.ACT), {"beating", "denial"}),
        (ClaimFilter(type="hunger_strike"), {"strike"}),
        (ClaimFilter(polarity=Polarity.DENIED), {"denial"}),
        (ClaimFilter(reviewed=False), set()),
        (ClaimFilter(earliest="2024-03-04"), {"strike"}),
        (ClaimFilter(latest="2024-03-04"), {"beating"}),
        (ClaimFilter(earliest="2024-03-03", latest="2024-03-05"), {"beating", "strike"}),
        (ClaimFilter(kind=Kind.ACT, type="beating", polarity=Polarity.ASSERTED, reviewed=True), {"beating"}),
    ],
)
def test_each_filter_of_claims_lets_through_what_it_says(wanted: ClaimFilter, found: set[str]) -> None:
    key = an_account()
    made = {"beating": said(beating(), key), "strike": said(strike(), key), "denial": said(denial(), key)}

    assert keys(wanted) == {made[name] for name in found}


def test_claims_are_filtered_by_person_role_place_and_account() -> None:
    key = an_account()
    one, other = said(beating(), key), said(denial(), key)
    person = named(one, Role.VICTIM)

    assert keys(ClaimFilter(person=person)) == {one, other}
    assert keys(ClaimFilter(person=person, role=Role.PERPETRATOR)) == set()
    assert keys(ClaimFilter(place=named(one, Role.PLACE))) == {one}
    assert keys(ClaimFilter(account=key)) == {one, other}
    assert keys(ClaimFilter(account=an_account())) == set()


def test_a_corrected_and_a_withdrawn_claim_stand_no_longer_and_are_not_gone() -> None:
    old, gone = said(beating()), said(strike())
    new = supersede_claim(by=ORXAN, claim=old, saying=beating(), reason="another officer")
    withdraw_claim(by=ORXAN, claim=gone, reason="hearsay")

    assert keys(ClaimFilter()) == {new}
    assert claim(AYSEL, old).superseded_by == new
    assert claim(AYSEL, gone).withdrawn
    with pytest.raises(Conflict):
        withdraw_claim(by=AYSEL, claim=old, reason="late")


def test_a_person_has_names_claims_and_a_timeline() -> None:
    key = an_account()
    one, two = said(beating(), key), said(denial(), key)
    content = "Tural Kərimov was released on 1 April 2024. Tural Kərimov was arrested in March 2024."
    other = an_account(content)
    late, early = (
        add_claim(
            by=AYSEL,
            account=other,
            saying=Saying(
                kind=Kind.STATUS,
                type=type,
                evidence=part(content, Role.PERSON, sentence).quote,
                arguments=(
                    part(content, Role.PERSON, "Tural Kərimov", after=content.index(sentence)),
                    part(content, Role.DATE, words, value),
                ),
            ),
        )
        for type, sentence, words, value in (
            ("release", content[: content.index(".") + 1], "1 April 2024", "2024-04-01"),
            ("arrest", content[content.index(".") + 2 :], "March 2024", "2024-03"),
        )
    )
    page = person_page(AYSEL, named(one, Role.VICTIM))
    assert [(name.words, name.number) for name in page.names] == [("Tural Kərimov", 2)]
    assert [role for role, _ in page.about] == [Role.VICTIM]
    assert {line.claim.key for line in page.about[0][1].items} == {one, two}
    told = person_page(AYSEL, named(late, Role.PERSON))
    assert [event.line.claim.key for event in told.timeline] == [early, late]
    assert [event.words for event in told.timeline] == ["March 2024", "1 April 2024"]


def test_a_denial_stands_beside_what_it_denies() -> None:
    key = an_account()
    one, two = said(beating(), key), said(denial(), key)
    link_denial(by=AYSEL, denial=two, denies=one)

    assert claim(AYSEL, one).denied_by == (two,)
    assert claim(AYSEL, two).claim.denies == (one,)
    (pair,) = person_page(AYSEL, named(one, Role.VICTIM)).contradictions
    assert [[line.claim.key for line in lines] for _, lines in pair.sides] == [[one], [two]]
    page = incident_page(AYSEL, one)
    assert [line.claim.key for line in page.denials] == [two]
    assert len(page.contradictions) == 1


def test_a_denial_stays_with_a_corrected_claim() -> None:
    key = an_account()
    one, two = said(beating(), key), said(denial(), key)
    link_denial(by=AYSEL, denial=two, denies=one)
    new = supersede_claim(by=AYSEL, claim=one, saying=beating(), reason="another officer")

    assert claim(AYSEL, new).denied_by == (two,)
    assert claim(AYSEL, two).claim.denies == (new,)


def test_an_unlinked_denial_of_the_same_act_is_shown_all_the_same() -> None:
    key = an_account()
    one, _ = said(beating(), key), said(denial(), key)

    assert [found.type for found in person_page(AYSEL, named(one, Role.VICTIM)).contradictions] == ["beating"]


def test_only_a_denial_denies() -> None:
    key = an_account()
    one, two = said(beating(), key), said(denial(), key)
    with pytest.raises(Malformed):
        link_denial(by=AYSEL, denial=one, denies=two)
    with pytest.raises(Malformed):
        link_denial(by=AYSEL, denial=two, denies=two)


def test_a_place_has_its_claims_and_is_no_person() -> None:
    one = said(beating())
    place = named(one, Role.PLACE)

    page = place_page(AYSEL, place)
    assert (page.place.name, [line.claim.key for line in page.claims.items]) == ("Qaradağ prison", [one])
    with pytest.raises(NotFound):
        person_page(AYSEL, place)
    assert [found.name for found in referents_page(AYSEL, NameKind.PLACE).items] == ["Qaradağ prison"]


def test_claims_for_a_brief_come_in_the_order_of_the_text() -> None:
    key = an_account()
    made = [said(saying, key) for saying in (denial(), strike(), beating())]

    assert [found.key for found in claims_for_brief(AYSEL, accounts=(key,))] == made[::-1]
    assert [line.claim.key for line in claims_of_account(AYSEL, key)] == made[::-1]
    assert claims_for_brief(AYSEL) == ()
    about = claims_for_brief(AYSEL, person=named(made[1], Role.PERSON))
    assert {found.key for found in about} == {made[1]}


def test_a_finding_waits_for_a_second_person() -> None:
    key = an_account()
    one, two = said(beating(), key), said(denial(), key)
    made = record_finding(
        by=ORXAN,
        about=one,
        standard="reasonable_grounds_to_believe",
        conclusion=Conclusion.CANNOT_SAY,
        reasons="one account, denied",
        supports=(one,),
        contradicts=(two,),
    )
    with pytest.raises(NotPermitted):
        approve_finding(by=ORXAN, finding=made)
    with pytest.raises(NotPermitted):
        approve_finding(by=AYSEL, finding=made)
    (waiting,) = findings(AYSEL, waiting=True)
    assert (waiting.supports, waiting.contradicts, waiting.approved_by) == ((one,), (two,), "")


def test_the_custody_trail_of_an_item_tells_what_was_done_and_by_whom() -> None:
    key = said(beating())
    note_view(by=ORXAN, item=key, page="incident")
    withdraw_claim(by=ORXAN, claim=key, reason="hearsay")

    trail = custody_trail(ADMIN, key)
    assert [line.act for line in trail] == ["claim added", "viewed", "claim withdrawn"]
    assert [line.actor for line in trail] == [AYSEL.key, ORXAN.key, ORXAN.key]
    assert "hearsay" not in str(trail)


def test_the_first_member_needs_nobody_and_the_second_an_administrator() -> None:
    admin = add_member(by=None, username="admin", name="Admin", role=MemberRole.ADMINISTRATOR, password="long enough")
    with pytest.raises(Conflict):
        add_member(by=None, username="other", name="Other", role=MemberRole.ADMINISTRATOR, password="long enough")
    with pytest.raises(NotPermitted):
        add_member(by=AYSEL, username="other", name="Other", role=MemberRole.DOCUMENTER, password="long enough")
    add_member(by=admin, username="leyla", name="Leyla", role=MemberRole.DOCUMENTER, password="long enough")
    with pytest.raises(Conflict):
        add_member(by=admin, username="leyla", name="Leyla", role=MemberRole.DOCUMENTER, password="long enough")

    assert [line.username for line in members(admin)] == ["admin", "leyla"]
    row = tables.MemberAccount.objects.get(username="leyla")
    assert row.check_password("long enough")
    assert row.member.role is MemberRole.DOCUMENTER


@pytest.mark.parametrize("query", [account, account_page, claims_of_account, drafts, claim, person_page, place_page])
def test_what_is_not_there_is_said_by_name(query: object) -> None:
    with pytest.raises(NotFound):
        query(AYSEL, "0" * 32)  # type: ignore[operator]


def public_queries() -> Iterator[object]:
    modules = [
        import_module(f"{every_query.__name__}.{found.name}") for found in pkgutil.iter_modules(every_query.__path__)
    ]
    for module in [*modules, search]:
        for name, value in vars(module).items():
            if isfunction(value) and not name.startswith("_") and value.__module__ == module.__name__:
                yield value


def asks_by_name(query: object) -> bool:
    return next(iter(signature(query).parameters), "") == "by"  # type: ignore[arg-type]


def test_every_query_says_who_may_ask() -> None:
    asked = [query for query in public_queries() if asks_by_name(query)]
    assert len(asked) >= 20
    for query in asked:
        assert getattr(query, "may_ask", None) in {"content", "house"}, query


def test_an_administrator_sees_no_content_whatever_is_asked() -> None:
    for query in public_queries():
        if getattr(query, "may_ask", None) == "content":
            with pytest.raises(NotPermitted):
                query(ADMIN, *["x"] * 3)  # type: ignore[operator]


def test_a_machine_may_read_what_it_is_to_brief() -> None:
    key = an_account()
    said(beating(), key)
    assert len(claims_for_brief(MACHINE, accounts=(key,))) == 1
    assert LETTER.startswith(claims_for_brief(MACHINE, accounts=(key,))[0].evidence.text)
