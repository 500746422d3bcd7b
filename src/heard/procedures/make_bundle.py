"""Make a brief and seal it, with the exhibits it cites and their custody, into one file that a stranger can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import BinaryIO

from heard.acting.brief import CitedExhibit, Reviewed
from heard.acting.bundle import BundleContents, BundledEntry, BundledExhibit, exhibit_ending, pack, prepare
from heard.acting.permitted import NAMELESS
from heard.custody.acts import Act
from heard.custody.entry import read_detail, write_opened
from heard.procedures.doing import procedure
from heard.procedures.make_brief import MadeBrief, make_brief
from heard.procedures.permissions import require
from heard.records import exhibits, keyring, log
from heard.records.kept_entries import KeptEntry, entries_about
from heard.records.shelf.accounts import account_row, text_of
from heard.register.member import Member
from heard.terms.errors import BrokenCustody

NEEDS = "bundle.make"
#: Acts whose private half a bundle opens, because it ties an exhibit's own bytes to the log.
OPENED = frozenset({Act.ACCOUNT_ADDED, Act.RECEIVED, Act.SEALED, Act.HASHED, Act.BRIEF_MADE})
#: For a use without names nothing ties it to an exhibit or a source: whoever holds another bundle could compare.
OPENED_NAMELESS = frozenset({Act.BRIEF_MADE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBundle:
    """The brief in the bundle, how many exhibits came along, and the item and index of the bundle's seal."""

    brief: MadeBrief
    exhibits: int
    item: str
    entry: int


def make_bundle(
    *,
    by: Member,
    title: str,
    language: str,
    use: str,
    on: date,
    to: BinaryIO,
    accounts: tuple[str, ...] = (),
    person: str = "",
    name_perpetrators: bool | None = None,
    reason: str = "",
    made_by: str = "",
    unread: tuple[tuple[str, str], ...] = (),
) -> MadeBundle:
    """Write the bundle to `to`: a fresh brief, the exhibits it cites, their entries with proofs, and the verifier.

    The arguments are those of make_brief, and so are its errors; BrokenCustody where an exhibit is not what was kept.
    """
    require(by, NEEDS)
    made = make_brief(
        by=by,
        title=title,
        language=language,
        use=use,
        on=on,
        accounts=accounts,
        person=person,
        name_perpetrators=name_perpetrators,
        reason=reason,
        made_by=made_by,
        unread=unread,
    )
    contents = _contents(made)
    prepared = prepare(contents)
    with procedure(by=by, needs=NEEDS) as doing:
        item = doing.new_id()
        index = doing.log(act=Act.BUNDLE_MADE, item=item, facts=prepared.facts)
        checkpoint = log.checkpoint(doing.settle(), at=doing.now)
        (seal,) = entries_about([item])
        pack(prepared, seal=_opened(seal), checkpoint=checkpoint, source=log.StoredTiles(), to=to)
    return MadeBundle(brief=made, exhibits=len(contents.exhibits), item=item, entry=index)


def _contents(made: MadeBrief) -> BundleContents:
    items = [made.item, *(exhibit.key for exhibit in made.brief.exhibits), *made.accounts]
    return BundleContents(
        brief={**made.files, **_texts(made)},
        exhibits=_exhibits(made),
        entries=tuple(_entry(kept, made) for kept in entries_about(items)),
        reviewed=made.brief.reviewed is Reviewed.EVERYTHING,
        key=keyring.log_signer().verifier,
    )


def _texts(made: MadeBrief) -> dict[str, bytes]:
    """The text of each exhibit that comes along, as taken out: what the brief's offsets count the characters of."""
    if made.brief.use in NAMELESS:
        return {}
    rows = [account_row(key) for key in made.accounts]
    contents = {row.exhibit.key: text_of(row).content.encode() for row in rows}
    return {f"text-of-exhibit-{cited.number}.txt": contents[cited.key] for cited in made.brief.exhibits}


def _exhibits(made: MadeBrief) -> tuple[BundledExhibit, ...]:
    """The exhibits the brief cites; none for a use without names, because exhibits hold names."""
    if made.brief.use in NAMELESS:
        return ()
    return tuple(_unique(_exhibit(exhibit) for exhibit in made.brief.exhibits))


def _exhibit(cited: CitedExhibit) -> BundledExhibit:
    content = b"".join(exhibits.read(cited.key))
    if sha256(content).hexdigest() != cited.sha256:
        raise BrokenCustody("exhibit", cited.key)
    return BundledExhibit(content=content, ending=exhibit_ending(cited.name))


def _unique(found: Iterator[BundledExhibit]) -> Iterator[BundledExhibit]:
    """The same bytes kept twice are one file in a bundle."""
    seen: set[bytes] = set()
    for exhibit in found:
        if exhibit.content not in seen:
            seen.add(exhibit.content)
            yield exhibit


def _entry(kept: KeptEntry, made: MadeBrief) -> BundledEntry:
    """The entry, its private half opened where that is needed and says nothing to withhold.

    A reason is in a member's own words, which were not written for strangers.
    """
    detail = kept.detail.decode()
    needed = kept.act in (OPENED_NAMELESS if made.brief.use in NAMELESS else OPENED)
    clean = made.withheld.clean_of_all(detail, stands_for="") == detail
    if kept.detail and needed and clean and not read_detail(kept.detail).reason:
        return _opened(kept)
    return BundledEntry(index=kept.index, leaf=kept.leaf)


def _opened(kept: KeptEntry) -> BundledEntry:
    return BundledEntry(index=kept.index, leaf=kept.leaf, opened=write_opened(kept.detail, salt=kept.salt))
