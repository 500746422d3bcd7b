"""What the database itself refuses, whoever asks, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction
from tests.house import AYSEL, LETTER, ORXAN, Fixed, an_account, beating, denial

from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_claim import add_claim
from heard.procedures.link_denial import link_denial
from heard.procedures.read_account import read_account
from heard.procedures.record_finding import record_finding
from heard.records import models as tables
from heard.records.append_only import guarded
from heard.register.finding import Conclusion

pytestmark = pytest.mark.django_db

WRITTEN_ONCE = {
    "source", "source_grade", "consent_answer", "destruction", "unreadable_account", "withdrawal", "denial", "reading",
    "decision", "judgement", "undone_judgement", "finding", "finding_ground", "approval", "exhibit", "account",
    "account_text", "account_note", "attachment", "holding", "account_urgency", "claim", "claim_argument",
    "mention", "draft",
}  # fmt: skip
DERIVED = {
    "account_standing", "claim_standing", "referent", "membership", "named_part", "incident_membership", "passage",
}  # fmt: skip


@pytest.fixture
def claim() -> str:
    account = an_account()
    read_account(by=AYSEL, account=account, reader=Fixed())
    draft = tables.Draft.objects.order_by("start")[0].key
    return accept_draft(by=AYSEL, draft=draft, expected=0)


def ask(statement: str, *values: object) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def withdraw_under(claim: str, *, entry: int) -> None:
    tables.Withdrawal.objects.create(claim=tables.Claim.objects.get(key=claim), reason="x", entry_id=entry)
    connection.check_constraints()


def test_every_table_of_the_register_is_guarded() -> None:
    found = guarded()
    for table in WRITTEN_ONCE:
        assert {"UPDATE", "DELETE"} <= found[table], table


def test_every_table_is_either_written_once_or_derived_or_says_so() -> None:
    known = WRITTEN_ONCE | DERIVED | {"member_account", "item_key"}
    mine = {model._meta.db_table for model in tables.Account._meta.apps.get_app_config("records").get_models()}
    assert {table for table in mine if not table.startswith("custody_")} == known


def test_every_row_that_is_written_once_has_its_entry() -> None:
    for model in tables.Account._meta.apps.get_app_config("records").get_models():
        if model._meta.db_table in WRITTEN_ONCE:
            assert not model._meta.get_field("entry").null


@pytest.mark.parametrize(
    "table", ["claim", "claim_argument", "mention", "draft", "account_text", "account", "decision"]
)
def test_what_is_written_stays(claim: str, table: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        ask(f"DELETE FROM {table}")  # noqa: S608  # one of the names above
    with pytest.raises(IntegrityError, match="append-only"):
        ask(f"UPDATE {table} SET entry_id = entry_id")  # noqa: S608  # the same


def test_words_are_not_emptied_while_the_exhibit_is_there(claim: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"):
        ask("UPDATE claim SET quote = ''")


def test_a_misquote_is_refused_by_the_database(claim: str) -> None:
    row = tables.Claim.objects.get(key=claim)
    row.pk, row.key, row.quote = None, "0" * 32, row.quote.replace("beaten", "praised")
    with pytest.raises(IntegrityError, match="misquoted"), transaction.atomic():
        row.save(force_insert=True)


def test_a_row_without_its_entry_is_refused(claim: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        tables.Withdrawal.objects.create(claim=tables.Claim.objects.get(key=claim), reason="x", entry_id=None)


def test_an_entry_that_does_not_exist_is_refused(claim: str) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        withdraw_under(claim, entry=10**6)


def test_two_decisions_of_the_same_number_are_refused(claim: str) -> None:
    decision = tables.Decision.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        tables.Decision.objects.create(
            draft=decision.draft, ordinal=1, verdict="rejected", reason="late", entry_id=decision.entry_id
        )


def test_an_accepted_draft_without_a_claim_is_refused(claim: str) -> None:
    decision = tables.Decision.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        tables.Decision.objects.create(draft=decision.draft, ordinal=2, verdict="accepted", entry_id=decision.entry_id)


def test_nobody_approves_their_own_finding_even_at_the_database(claim: str) -> None:
    key = record_finding(
        by=ORXAN,
        about=claim,
        standard="reasonable_grounds_to_believe",
        conclusion=Conclusion.MET,
        reasons="two accounts agree",
    )
    finding = tables.Finding.objects.get(key=key)
    for author, approver in ((ORXAN.key, ORXAN.key), (AYSEL.key, ORXAN.key)):
        with pytest.raises(IntegrityError), transaction.atomic():
            tables.Approval.objects.create(finding=finding, author=author, approver=approver, entry_id=finding.entry_id)


def test_a_claim_does_not_deny_itself(claim: str) -> None:
    other = add_claim(by=AYSEL, account=tables.Account.objects.get().key, saying=denial())
    link_denial(by=AYSEL, denial=other, denies=claim)
    row = tables.Denial.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        tables.Denial.objects.create(claim=row.claim, denies=row.claim, entry_id=row.entry_id)


def test_a_claim_is_corrected_once(claim: str) -> None:
    old = tables.Claim.objects.get(key=claim)
    said = beating(LETTER)
    for key, refused in (("1" * 32, False), ("2" * 32, True)):
        row = tables.Claim.objects.get(key=claim)
        row.pk, row.key, row.supersedes = None, key, old
        if refused:
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save(force_insert=True)
        else:
            row.save(force_insert=True)
    assert said.evidence.text == old.quote


def test_every_pointer_leads_an_index() -> None:
    """SQLite looks through a whole table for rows that wait for one, unless an index leads there."""
    with connection.cursor() as cursor:
        for model in tables.Account._meta.apps.get_app_config("records").get_models():
            table = model._meta.db_table
            found = connection.introspection.get_constraints(cursor, table).values()
            leading = {
                kept["columns"][0]
                for kept in found
                if kept["columns"] and (kept["index"] or kept["unique"] or kept["primary_key"])
            }
            pointers = {field.column for field in model._meta.local_fields if field.is_relation}
            assert pointers <= leading, (table, pointers - leading)
