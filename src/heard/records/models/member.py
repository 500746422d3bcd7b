"""Colleagues who log in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from heard.records.models.recorded import KEY, WORD, Recorded, key_once, one_of
from heard.register.member import Member, MemberRole


class MemberAccounts(BaseUserManager["MemberAccount"]):
    """Finds members; `add_member` makes them."""


class MemberAccount(AbstractBaseUser, Recorded):
    """A colleague and how they log in. Changes (password, language) are allowed; removal is not."""

    key = models.CharField(max_length=KEY)
    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=WORD)
    language = models.CharField(max_length=3, default="en")
    is_active = models.BooleanField(default=True)

    objects = MemberAccounts()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "member_account"
        constraints = (key_once("member_account"), one_of("member_account", "role", MemberRole))

    @property
    def member(self) -> Member:
        """This colleague as a plain value."""
        return Member(key=self.key, name=self.name, role=MemberRole(self.role), language=self.language)
