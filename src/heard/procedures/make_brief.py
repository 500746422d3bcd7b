"""Make a brief of what accounts say, for one use, and log that it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from heard.acting.brief import Brief
from heard.acting.brief_json import brief_json
from heard.acting.compose import INSIDE, compose
from heard.acting.joined import refers_by
from heard.acting.paper import paper
from heard.acting.permitted import NAMELESS, permitted
from heard.acting.withholding import Withholding, withholding
from heard.custody.acts import Act
from heard.outside.typesetting import pdf
from heard.outside.word_processing import docx
from heard.procedures.doing import procedure
from heard.procedures.permissions import require
from heard.procedures.reasons import require_reason
from heard.records.queries.claims import claims_for_brief, claims_of_account, persons_mentioned
from heard.register.claim import Claim
from heard.register.member import Member
from heard.terms.saying import Role

NEEDS = "brief.make"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBrief:
    """A brief with its files by name (brief.pdf, brief.docx, brief.json), the item and index of its custody entry.

    `accounts` are those it cites; `withheld` is what must not be printed beside it.
    """

    brief: Brief
    accounts: tuple[str, ...]
    withheld: Withholding
    files: Mapping[str, bytes] = field(repr=False)
    item: str
    entry: int


def make_brief(
    *,
    by: Member,
    title: str,
    language: str,
    use: str,
    on: date,
    accounts: tuple[str, ...] = (),
    person: str = "",
    name_perpetrators: bool | None = None,
    reason: str = "",
    made_by: str = "",
    unread: tuple[tuple[str, str], ...] = (),
) -> MadeBrief:
    """The brief of these accounts, or of what is said about or by this person, dated `on`, as far as consent allows.

    `name_perpetrators` None: only for use inside the organisation. True for another use needs a `reason`, which is
    logged. `made_by` (who, how to reach them) stands on page one; `unread` are files that could not be read, each
    with its error's code. Raises NotPermitted, NotFound (account, person, use, language), Malformed (no reason).
    """
    require(by, NEEDS)
    if name_perpetrators and use != INSIDE:
        require_reason(reason)
    claims = claims_for_brief(by, accounts=accounts, person=person)
    persons = persons_mentioned(by, tuple(dict.fromkeys(claim.account.key for claim in claims)))
    brief = compose(
        claims,
        title=title,
        language=language,
        use=use,
        on=on,
        name_perpetrators=name_perpetrators,
        refers=refers_by(claims, _named(by, claims)),
        persons=persons,
        decided=bool(name_perpetrators and reason.strip()),
        made_by=made_by,
        unread=unread,
    )
    files = typeset(brief)
    with procedure(by=by, needs=NEEDS) as doing:
        item = doing.new_id()
        hashes = {name: sha256(content).hexdigest() for name, content in files.items()}
        entry = doing.log(
            act=Act.BRIEF_MADE, item=item, reason=reason, after=hashes["brief.json"], facts=_facts(brief, hashes)
        )
    allowed = permitted(claims, use=use).claims
    withheld = withholding(
        allowed, name_perpetrators=brief.names_perpetrators, name_anybody=use not in NAMELESS, persons=persons
    )
    cited = tuple(dict.fromkeys(claim.account.key for claim in allowed))
    return MadeBrief(brief=brief, accounts=cited, withheld=withheld, files=files, item=item, entry=entry)


def typeset(brief: Brief) -> Mapping[str, bytes]:
    """The files of a brief by name."""
    sheet = paper(brief)
    return MappingProxyType(
        {
            "brief.pdf": pdf(sheet, on=brief.on),
            "brief.docx": docx(sheet, on=brief.on),
            "brief.json": brief_json(brief),
        }
    )


def _facts(brief: Brief, hashes: Mapping[str, str]) -> dict[str, str]:
    return {
        "use": brief.use,
        "language": brief.language,
        "perpetrators": "named" if brief.names_perpetrators else "withheld",
        "claims": str(len(brief.paragraphs)),
        "left_out": str(brief.left_out.claims),
        "reviewed": brief.reviewed.value,
        **{name.removeprefix("brief."): hashed for name, hashed in hashes.items()},
    }


def _named(by: Member, claims: tuple[Claim, ...]) -> dict[str, tuple[tuple[Role, str], ...]]:
    """Who the names in these claims refer to, as judged so far."""
    accounts = dict.fromkeys(claim.account.key for claim in claims)
    lines = (line for account in accounts for line in claims_of_account(by, account))
    return {line.claim.key: tuple((role, referent) for role, _, referent in line.named) for line in lines}
