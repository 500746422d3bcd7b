"""The form that says who has an account in hand."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from heard.procedures.permissions import may
from heard.records.queries.pages import MemberLine
from heard.register.member import Member, MemberRole
from heard.terms.names import visible


class HoldingForm(forms.Form):
    """A colleague who is to have the account; empty for nobody. `without` are not offered."""

    holder = forms.ChoiceField(label=_("Hand it to"), required=False)
    expected = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, members: Iterable[MemberLine], without: tuple[str, ...] = ()
    ) -> None:
        super().__init__(data, auto_id="hold_%s")
        able = [line for line in members if _may_hold(line)]
        self.able = frozenset(line.key for line in able)
        self.offered = [(line.key, visible(line.name)) for line in able if line.key not in without]
        self.fields["holder"].choices = self.offered  # type: ignore[attr-defined]


def _may_hold(line: MemberLine) -> bool:
    member = Member(key=line.key, name=line.name, role=MemberRole(line.role))
    return line.active and member.role is not MemberRole.MACHINE and may(member, "account.hold")
