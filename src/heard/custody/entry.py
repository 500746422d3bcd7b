"""One line of the log: a public leaf, and the private detail it commits to (docs/formats/custody-entry.md)."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from types import MappingProxyType

from heard.custody.acts import Act
from heard.terms.canonical import canonical_bytes, read_canonical
from heard.terms.errors import BrokenCustody, Malformed
from heard.terms.ids import require_id

ENTRY_FORMAT = "heard custody entry 1"
DETAIL_FORMAT = "heard custody detail 1"
OPENED_FORMAT = "heard opened detail 1"
LEAF_LIMIT = 65_535
DETAIL_LIMIT = 4_194_304
SALT_LENGTH = 32

_SHA256 = re.compile(r"[0-9a-f]{64}")
_FACT_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who did what to which item on which day, saying nothing about any person.

    `actor` and `item` are identities; `sealed` is the SHA-256 of sealed bytes, None when the act left none behind.
    """

    act: Act
    item: str
    actor: str
    day: date
    sealed: str | None
    commitment: str

    def __post_init__(self) -> None:
        if not isinstance(self.act, Act):
            raise Malformed("custody entry", "act")
        require_id(self.item)
        require_id(self.actor)
        _require_hash(self.commitment, "commitment")
        if self.sealed is not None:
            _require_hash(self.sealed, "sealed")

    def leaf(self) -> bytes:
        """The bytes that are hashed into the log."""
        return canonical_bytes(
            {
                "format": ENTRY_FORMAT,
                "act": self.act.value,
                "item": self.item,
                "actor": self.actor,
                "day": self.day.isoformat(),
                "sealed": self.sealed,
                "commitment": self.commitment,
            }
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What only the register knows of an act: the moment, the names, the reason, the hashes of readable content."""

    at: datetime
    by: str
    reason: str
    tool: str
    before: str | None = None
    after: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise Malformed("custody detail", "moment without a time zone")
        for content_hash in (self.before, self.after):
            if content_hash is not None:
                _require_hash(content_hash, "content hash")
        for name, value in self.facts.items():
            if not (_FACT_NAME.fullmatch(name) and isinstance(value, str)):
                raise Malformed("custody detail", "fact")
        object.__setattr__(self, "at", self.at.astimezone(UTC).replace(microsecond=0))
        object.__setattr__(self, "facts", MappingProxyType(dict(self.facts)))

    def encoded(self) -> bytes:
        """The bytes that the leaf commits to."""
        encoded = canonical_bytes(_detail_value(self))
        if len(encoded) > DETAIL_LIMIT:
            raise Malformed("custody detail", "too long")
        return encoded


def enter(  # noqa: PLR0913 - one argument for each thing an entry records
    *, act: Act, item: str, actor: str, sealed: str | None, detail: Detail, salt: bytes
) -> Entry:
    """The entry for one act; `salt` is 32 fresh random bytes, kept beside the detail."""
    commitment = commit(detail.encoded(), salt=salt)
    return Entry(act=act, item=item, actor=actor, day=detail.at.date(), sealed=sealed, commitment=commitment)


def commit(detail: bytes, *, salt: bytes) -> str:
    """What a leaf says of a detail: it reveals nothing, and fits no other detail."""
    if len(salt) != SALT_LENGTH:
        raise Malformed("custody detail", "salt")
    return hmac.new(salt, detail, hashlib.sha256).hexdigest()


def read_entry(leaf: bytes) -> Entry:
    """The entry whose leaf this is; raises Malformed for anything else."""
    if len(leaf) > LEAF_LIMIT:
        raise Malformed("custody entry", "too long")
    value = _fields(leaf, ENTRY_FORMAT, {"act", "item", "actor", "day", "sealed", "commitment"})
    act = _text(value, "act")
    if act not in set(Act):
        raise Malformed("custody entry", "act")
    return Entry(
        act=Act(act),
        item=_text(value, "item"),
        actor=_text(value, "actor"),
        day=_day(_text(value, "day")),
        sealed=_optional_text(value, "sealed"),
        commitment=_text(value, "commitment"),
    )


def read_detail(encoded: bytes) -> Detail:
    """The detail these bytes encode; raises Malformed for anything else."""
    if len(encoded) > DETAIL_LIMIT:
        raise Malformed("custody detail", "too long")
    return _detail_of(_fields(encoded, DETAIL_FORMAT, {"at", "by", "reason", "tool", "before", "after", "facts"}))


def open_detail(entry: Entry, detail: bytes, *, salt: bytes) -> Detail:
    """The private half of `entry`; raises BrokenCustody unless it is the very one the leaf commits to."""
    if not hmac.compare_digest(commit(detail, salt=salt), entry.commitment):
        raise BrokenCustody("commitment", entry.item)
    opened = read_detail(detail)
    if opened.at.date() != entry.day:
        raise BrokenCustody("day", entry.item)
    return opened


def write_opened(detail: bytes, *, salt: bytes) -> bytes:
    """The opened form a bundle carries: the detail and the salt, so that anyone can check the commitment."""
    value = _fields(detail, DETAIL_FORMAT, {"at", "by", "reason", "tool", "before", "after", "facts"})
    return canonical_bytes({"format": OPENED_FORMAT, "detail": {"format": DETAIL_FORMAT, **value}, "salt": salt.hex()})


def read_opened(encoded: bytes) -> tuple[bytes, bytes]:
    """The detail's bytes and the salt of an opened form; raises Malformed for anything else."""
    value = _fields(encoded, OPENED_FORMAT, {"detail", "salt"})
    salt = _text(value, "salt")
    _require_hash(salt, "salt")
    detail = canonical_bytes(value["detail"])
    read_detail(detail)
    return detail, bytes.fromhex(salt)


def _detail_value(detail: Detail) -> dict[str, object]:
    return {
        "format": DETAIL_FORMAT,
        "at": detail.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "by": detail.by,
        "reason": detail.reason,
        "tool": detail.tool,
        "before": detail.before,
        "after": detail.after,
        "facts": dict(detail.facts),
    }


def _detail_of(value: Mapping[str, object]) -> Detail:
    facts = value["facts"]
    if not isinstance(facts, dict):
        raise Malformed("custody detail", "facts")
    return Detail(
        at=_moment(_text(value, "at")),
        by=_text(value, "by"),
        reason=_text(value, "reason"),
        tool=_text(value, "tool"),
        before=_optional_text(value, "before"),
        after=_optional_text(value, "after"),
        facts=facts,
    )


def _fields(encoded: bytes, form: str, names: set[str]) -> dict[str, object]:
    value = read_canonical(encoded)
    if not isinstance(value, dict) or value.get("format") != form or set(value) != names | {"format"}:
        raise Malformed(form)
    return {name: value[name] for name in names}


def _text(value: Mapping[str, object], name: str) -> str:
    text = value[name]
    if not isinstance(text, str):
        raise Malformed("custody", name)
    return text


def _optional_text(value: Mapping[str, object], name: str) -> str | None:
    return None if value[name] is None else _text(value, name)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as wrong:
        raise Malformed("custody entry", "day") from wrong
    if day.isoformat() != text:
        raise Malformed("custody entry", "day")
    return day


def _moment(text: str) -> datetime:
    try:
        moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as wrong:
        raise Malformed("custody detail", "moment") from wrong
    if moment.strftime("%Y-%m-%dT%H:%M:%SZ") != text:
        raise Malformed("custody detail", "moment")
    return moment


def _require_hash(text: str, what: str) -> None:
    if not _SHA256.fullmatch(text):
        raise Malformed("custody", what)
