"""What else the database refuses: a misquote, an author's own approval, any change but to forget what was destroyed.

Like every trigger these are forgotten where SQLite rebuilds a table: repeat them after such a migration.
"""

from typing import Any

from django.db.migrations.operations.base import Operation

from heard.records.append_only import REFUSAL

_ACCOUNT_OF = {"claim_argument": "(SELECT account_id FROM claim WHERE claim.id = {row}.claim_id)"}
_EXHIBIT_OF = {"exhibit": "{row}.id", "account": "{row}.exhibit_id"}


class _Guard(Operation):
    """One trigger on one table, that refuses when `_wrong` holds of OLD and NEW."""

    reversible = True
    verb = "INSERT"

    def __init__(self, table: str) -> None:
        self.table = table

    @property
    def _name(self) -> str:
        return f"{self.table}_refuse_{type(self).__name__.lower()}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return type(self).__name__, (self.table,), {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The models stay as they are."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        wrong = self._wrong(schema_editor.connection, to_state)
        if schema_editor.connection.vendor == "sqlite":
            body = f"BEGIN SELECT RAISE(ABORT, '{self._refusal}'); END"
            schema_editor.execute(
                f'CREATE TRIGGER "{self._name}" BEFORE {self.verb} ON "{self.table}" WHEN {wrong} {body}'
            )
            return
        schema_editor.execute(
            f'CREATE FUNCTION "{self._name}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {wrong} THEN '
            f"RAISE EXCEPTION '{self._refusal}' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
            "RETURN NEW; END $$"
        )
        schema_editor.execute(
            f'CREATE TRIGGER "{self._name}" BEFORE {self.verb} ON "{self.table}" '
            f'FOR EACH ROW EXECUTE FUNCTION "{self._name}"()'
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{self._name}"')
            return
        schema_editor.execute(f'DROP FUNCTION IF EXISTS "{self._name}"() CASCADE')

    def describe(self) -> str:
        return f"Refuse {self._refusal} on {self.table}"

    @property
    def _refusal(self) -> str:
        raise NotImplementedError

    def _wrong(self, connection: Any, state: Any) -> str:
        raise NotImplementedError


class Quoting(_Guard):
    """Rows quote the text of their account exactly: `column` holds the characters `start` to `end`."""

    def __init__(self, table: str, column: str) -> None:
        super().__init__(table)
        self.column = column

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return type(self).__name__, (self.table, self.column), {}

    @property
    def _refusal(self) -> str:
        return "misquoted"

    def _wrong(self, connection: Any, state: Any) -> str:
        account = _ACCOUNT_OF.get(self.table, "{row}.account_id").format(row="NEW")
        text = f"(SELECT content FROM account_text WHERE account_id = {account})"
        said = f'substr({text}, NEW.start + 1, NEW."end" - NEW.start)'
        different = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
        return f"{said} {different} NEW.{self.column}"


class SecondPerson(_Guard):
    """An approval names the finding's own author as author, so that the check against the approver holds."""

    @property
    def _refusal(self) -> str:
        return "author"

    def _wrong(self, connection: Any, state: Any) -> str:
        return "NEW.author <> (SELECT author FROM finding WHERE finding.id = NEW.finding_id)"


class Update(_Guard):
    """Rows are never changed, but for forgetting: once the exhibit is destroyed, `columns` may be emptied.

    `columns` maps each such column to the literal that stands for nothing.
    """

    verb = "UPDATE"

    def __init__(self, table: str, columns: dict[str, str]) -> None:
        super().__init__(table)
        self.columns = columns

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        return type(self).__name__, (self.table, self.columns), {}

    @property
    def _refusal(self) -> str:
        return REFUSAL

    def _wrong(self, connection: Any, state: Any) -> str:
        same = "IS" if connection.vendor == "sqlite" else "IS NOT DISTINCT FROM"
        emptied = [self._emptied(column, nothing, connection.vendor) for column, nothing in self.columns.items()]
        kept = [f'NEW."{column}" {same} OLD."{column}"' for column in self._others(state)]
        return f"NOT (EXISTS ({self._destroyed()}) AND {' AND '.join(emptied + kept)})"

    def _emptied(self, column: str, nothing: str, vendor: str) -> str:
        cast = "" if vendor == "sqlite" else "::text"
        return f"NEW.\"{column}\"{cast} = '{nothing}'"

    def _others(self, state: Any) -> list[str]:
        models = (model for model in state.apps.get_models() if model._meta.db_table == self.table)
        return [
            field.column for model in models for field in model._meta.local_fields if field.column not in self.columns
        ]

    def _destroyed(self) -> str:
        account = _ACCOUNT_OF.get(self.table, "{row}.account_id")
        exhibit = _EXHIBIT_OF.get(self.table, f"(SELECT exhibit_id FROM account WHERE account.id = {account})")
        return f"SELECT 1 FROM destruction WHERE destruction.exhibit_id = {exhibit.format(row='OLD')}"
