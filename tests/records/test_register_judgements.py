"""Joining and parting by hand: what is joined comes apart exactly, and step by step equals all at once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.house import ADMIN, AYSEL, LETTER, ORXAN, an_account, beating, strike

from heard.procedures.add_claim import add_claim
from heard.procedures.judge import judge
from heard.procedures.rebuild import rebuild
from heard.procedures.supersede_claim import supersede_claim
from heard.procedures.undo_judgement import undo_judgement
from heard.records import models as tables
from heard.records.derive.whole import differences
from heard.records.queries.incidents import incident_page
from heard.records.queries.judgements import judgement, judgements_of
from heard.records.queries.persons import person_page
from heard.register.judgement import Subject, Verdict
from heard.terms.errors import Conflict, Contradictory, Malformed, NotFound, NotPermitted

pytestmark = pytest.mark.django_db
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def victim(claim: str) -> str:
    return tables.ClaimArgument.objects.get(claim__key=claim, role="victim").mention.key


def told_twice() -> tuple[str, str]:
    """Two claims of the same kind in two accounts."""
    return add_claim(by=AYSEL, account=an_account(), saying=beating()), add_claim(
        by=AYSEL, account=an_account(), saying=beating()
    )


def join(left: str, right: str, verdict: Verdict = SAME, subject: Subject = Subject.MENTIONS) -> str:
    return judge(by=AYSEL, subject=subject, left=left, right=right, verdict=verdict, reason="the same cell")


def members() -> dict[int, str]:
    return dict(tables.Membership.objects.values_list("mention_id", "referent"))


def derived() -> tuple[object, ...]:
    return (
        members(),
        dict(tables.IncidentMembership.objects.values_list("claim_id", "incident")),
        set(tables.Referent.objects.values_list("key", "kind", "name", "mentions")),
        set(tables.NamedPart.objects.values_list("claim_id", "role", "referent")),
    )


def test_persons_of_two_accounts_are_apart_until_somebody_judges() -> None:
    left, right = (victim(claim) for claim in told_twice())
    assert person_page(AYSEL, left).person.key != person_page(AYSEL, right).person.key

    join(left, right)

    person = person_page(AYSEL, left)
    assert person == person_page(AYSEL, right)
    assert person.person.key == min(left, right)
    assert len(person.about[0][1].items) == 2


def test_undoing_parts_exactly_what_was_joined() -> None:
    left, right = (victim(claim) for claim in told_twice())
    before = derived()
    key = join(left, right)
    assert derived() != before

    undo_judgement(by=ORXAN, judgement=key, reason="another patronymic")

    assert derived() == before
    assert judgement(AYSEL, key).verdict is SAME
    assert judgements_of(AYSEL, left) == ()


def test_unsure_joins_nothing() -> None:
    left, right = (victim(claim) for claim in told_twice())
    before = derived()
    join(left, right, UNSURE)
    assert derived() == before


def test_a_second_judgement_on_the_two_supersedes_the_first() -> None:
    left, right = (victim(claim) for claim in told_twice())
    first = join(left, right)
    second = join(right, left, DIFFERENT)

    assert [each.key for each in judgements_of(AYSEL, left)] == [second]
    assert judgement(AYSEL, second).supersedes == first
    with pytest.raises(Conflict):
        undo_judgement(by=AYSEL, judgement=first, reason="late")


def test_a_contradiction_is_for_a_person_to_decide() -> None:
    claims = (*told_twice(), told_twice()[0])
    one, two, three = (victim(claim) for claim in claims)
    joining = {join(one, two), join(two, three)}
    before = derived()

    with pytest.raises(Contradictory) as refused:
        join(one, three, DIFFERENT)

    assert set(refused.value.args) == joining
    assert derived() == before
    assert tables.Judgement.objects.count() == 2


def test_one_incident_is_shown_from_any_of_its_claims() -> None:
    left, right = told_twice()
    join(left, right, subject=Subject.CLAIMS)

    assert {line.claim.key for line in incident_page(AYSEL, left).claims} == {left, right}
    assert incident_page(AYSEL, left) == incident_page(AYSEL, right)


def test_a_corrected_claim_stays_in_its_incident() -> None:
    left, right = told_twice()
    join(left, right, subject=Subject.CLAIMS)
    new = supersede_claim(by=AYSEL, claim=left, saying=beating(), reason="place added")

    assert {line.claim.key for line in incident_page(AYSEL, right).claims} == {new, right}


@pytest.mark.parametrize("reason", ["", " "])
def test_a_judgement_needs_a_reason(reason: str) -> None:
    left, right = told_twice()
    with pytest.raises(Malformed):
        judge(by=AYSEL, subject=Subject.CLAIMS, left=left, right=right, verdict=SAME, reason=reason)


def test_nonsense_is_refused_by_name() -> None:
    left, _ = told_twice()
    status = add_claim(by=AYSEL, account=an_account(), saying=strike())
    place = tables.ClaimArgument.objects.get(claim__key=left, role="place").mention.key
    with pytest.raises(Malformed):
        join(left, left, subject=Subject.CLAIMS)
    with pytest.raises(Malformed):
        join(left, status, subject=Subject.CLAIMS)
    with pytest.raises(Malformed):
        join(victim(left), place)
    with pytest.raises(NotFound):
        join(victim(left), "0" * 32)
    with pytest.raises(NotPermitted):
        judge(by=ADMIN, subject=Subject.CLAIMS, left=left, right=status, verdict=SAME, reason="x")


def test_rebuilding_mends_what_is_wrong_and_names_it() -> None:
    told_twice()
    tables.Membership.objects.update(referent="0" * 32)
    tables.ClaimStanding.objects.all().delete()

    assert rebuild(by=AYSEL)
    assert rebuild(by=AYSEL) == ()


STEPS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([SAME, DIFFERENT, UNSURE, None])), max_size=8
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_step_by_step_equals_all_at_once(steps: list[tuple[int, int, Verdict | None]], django_db_reset: None) -> None:
    """A verdict of None undoes the last judgement that stands."""
    for content in (LETTER, LETTER):
        account = an_account(content)
        add_claim(by=AYSEL, account=account, saying=beating())
        add_claim(by=AYSEL, account=account, saying=strike())
    mentions = list(tables.Mention.objects.exclude(kind="place").order_by("-pk").values_list("key", flat=True)[:8])
    standing: list[str] = []
    for left, right, verdict in steps:
        one, other = mentions[left % len(mentions)], mentions[right % len(mentions)]
        try:
            if verdict is not None:
                standing.append(join(one, other, verdict))
            elif standing:
                undo_judgement(by=AYSEL, judgement=standing.pop(), reason="again")
        except (Contradictory, Conflict, Malformed):
            continue
    assert differences() == ()


@pytest.fixture
def django_db_reset(db: None) -> None:
    """The register may grow from example to example: what is compared is the whole of it."""
