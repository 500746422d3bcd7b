"""What a timeline says of a person today."""

from datetime import UTC, date, datetime

from heard.desk.statuses import status_now
from heard.records.queries.pages import ClaimLine, TimelineEvent
from heard.register.account import Account, Exhibit, Relation, Source
from heard.register.claim import Claim
from heard.terms.saying import Kind, Polarity
from heard.terms.span import Quote

TODAY = date(2026, 11, 23)
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
ACCOUNT = Account(
    key="a" * 32,
    title="A letter",
    source=Source(key="b" * 32, label="a relative", relation=Relation.RELATIVE),
    exhibit=Exhibit(key="c" * 32, sha256="0" * 64, name="letter.txt", media_type="text/plain", size=1),
    language="en",
    received=MOMENT,
    by="d" * 32,
)


def event(type: str, earliest: date | None, latest: date | None, *, denied: bool = False) -> TimelineEvent:
    claim = Claim(
        key="e" * 32,
        account=ACCOUNT,
        kind=Kind.STATUS,
        type=type,
        polarity=Polarity.DENIED if denied else Polarity.ASSERTED,
        evidence=Quote(start=0, end=1, text="x"),
        arguments=(),
        page=1,
        paragraph=1,
        made_by="person",
        reviewed=True,
        by="d" * 32,
        at=MOMENT,
    )
    line = ClaimLine(claim=claim, named=(), incident="", denied_by=())
    return TimelineEvent(line=line, earliest=earliest, latest=latest, words="then")


def on(type: str, *day: int, denied: bool = False) -> TimelineEvent:
    return event(type, date(*day), date(*day), denied=denied)


def test_the_day_of_arrest_is_day_one():
    status = status_now((on("arrest", 2026, 11, 23),), today=TODAY)

    assert status is not None
    assert status.days == 1


def test_detention_is_counted_from_the_arrest_and_not_from_the_sentence():
    status = status_now((on("arrest", 2023, 11, 20), on("sentence", 2025, 6, 20)), today=TODAY)

    assert status is not None
    assert status.since == date(2023, 11, 20)
    assert status.days == 1100


def test_a_release_ends_detention_and_a_new_arrest_begins_it_again():
    released = (on("arrest", 2023, 1, 1), on("release", 2024, 1, 1))

    assert not status_now(released, today=TODAY).held
    again = status_now((*released, on("arrest", 2026, 11, 22)), today=TODAY)
    assert again.since == date(2026, 11, 22)


def test_an_arrest_whose_day_is_unsure_is_not_counted_in_days():
    status = status_now((event("arrest", date(2023, 11, 1), date(2023, 11, 30)),), today=TODAY)

    assert status.held
    assert status.days is None


def test_what_is_denied_or_has_no_date_decides_nothing():
    assert status_now((on("arrest", 2023, 1, 1, denied=True), event("release", None, None)), today=TODAY) is None
