"""The steps of the demo, in the order of the work; each says what it did and stops where its result is wrong."""

import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from rich.console import Console

import heard
from heard.cli.way import BUNDLE, Arrived, Arriving, keep_and_read, progress, write_out
from heard.desk import create_member
from heard.procedures.accept_draft import accept_draft
from heard.procedures.add_source import add_source
from heard.procedures.judge import judge
from heard.procedures.link_denial import link_denial
from heard.procedures.make_bundle import MadeBundle
from heard.procedures.rebuild import rebuild
from heard.procedures.undo_judgement import undo_judgement
from heard.records.models import MemberAccount
from heard.records.queries.claims import claims_of_account
from heard.records.queries.drafts import drafts
from heard.records.queries.pages import ClaimLine
from heard.records.queries.persons import person_page
from heard.records.rehash import rehash
from heard.records.search import search_names, search_texts
from heard.register.account import Answer, Consent, Relation
from heard.register.claim import Claim
from heard.register.judgement import Subject, Verdict
from heard.register.member import Member
from heard.terms.errors import NotFound
from heard.terms.names import search_keys
from heard.terms.saying import NameKind, Polarity, Role

EXAMPLES = Path(heard.__file__).resolve().parents[2] / "examples"
USE = "share_partner_ngo"
#: The stated rule: a draft is accepted where its pattern is right at least this often on texts people have marked.
SURE = 0.7
RULE = f"accepted by the demo's rule: a pattern that is right {SURE:.0%} of the time or more; nobody has read it"
LOGIN = ("demo", "the-demo-is-not-secret")
SPELLINGS = ("Ulvi Hasanli", "Гасанлы", "hesenli")
PUBLIC_PERSON = "Hasanli"


class StepFailed(Exception):
    """A step of the demo did not do what it must; `args` say which and how."""


def walk(console: Console, *, out: Path) -> tuple[str, str]:
    """Walk the whole way and write the brief and the bundle into `out`; the log-in of the demo's documenter."""
    by = _member()
    arrived = _keep(console, by)
    _decide(console, by, arrived)
    _search(console, by)
    _link(console, by)
    _deny(console, by, arrived)
    _rebuild(console, by)
    made = _brief(console, by, arrived, out)
    _verify(console, out)
    _say(
        console,
        "Done",
        f"{out / 'brief.pdf'}, .docx, .json and {out / BUNDLE} ({len(made.brief.brief.paragraphs)} paragraphs)",
    )
    return LOGIN


def _say(console: Console, step: str, result: str) -> None:
    console.print(f"[bold]{step:<9}[/bold] {result}", soft_wrap=True)


def _require(holds: object, what: str) -> None:
    if not holds:
        raise StepFailed(what)


def _member() -> Member:
    create_member(username="admin", name="Administrator of the demo", role="administrator", password=LOGIN[1])
    create_member(username=LOGIN[0], name="Documenter of the demo", role="documenter", password=LOGIN[1])
    create_member(username="second", name="Reviewer of the demo", role="reviewer", password=LOGIN[1])
    return MemberAccount.objects.get(username=LOGIN[0]).member


def _keep(console: Console, by: Member) -> tuple[Arrived, ...]:
    """Keep the examples under custody and read them."""
    if not (EXAMPLES / "accounts.toml").exists():
        raise NotFound("examples", str(EXAMPLES))
    described = tomllib.loads((EXAMPLES / "accounts.toml").read_text(encoding="utf-8"))["accounts"]
    arrived = []
    with progress(console) as bar:
        task = bar.add_task("Keeping and reading", total=len(described))
        for one in described:
            arrived.append(keep_and_read(_arriving(one, by), by=by))
            bar.advance(task)
    _require(not any(one.error or one.unreadable for one in arrived), "an example could not be read")
    _require(len(arrived) >= 7 and all(one.drafts for one in arrived), "an example gave no draft")
    everything = tuple(one for file in arrived for one in file.all)
    with_it = f", {len(everything) - len(arrived)} attached file kept as an account of its own"
    _say(
        console,
        "Keep",
        f"{len(arrived)} accounts in three languages, sealed and logged before they were opened{with_it}",
    )
    _require(len(everything) > len(arrived), "what was attached to an example was lost")
    _say(console, "Read", f"{sum(one.drafts for one in everything)} draft claims, each tied to its exact words")
    return everything


def _arriving(one: dict[str, Any], by: Member) -> Arriving:
    consent = Consent(answers=tuple((use, Answer(answer)) for use, answer in one["consent"].items()))
    said = one["source"]
    source = add_source(
        by=by,
        label=said["label"],
        relation=Relation(said["relation"]),
        grade=said["grade"],
        consent=consent,
        name=said.get("name", ""),
    )
    return Arriving(file=EXAMPLES / one["file"], title=one["title"], source=source, told=one.get("told", ""))


def _decide(console: Console, by: Member, arrived: tuple[Arrived, ...]) -> None:
    """Accept by the stated rule; what is less sure waits for a person."""
    accepted, waiting = 0, 0
    for one in arrived:
        for line in drafts(by, one.account).drafts:
            if line.draft.confidence < SURE:
                waiting += 1
                continue
            accept_draft(by=by, draft=line.key, expected=line.ordinal, rule=RULE)
            accepted += 1
    _require(accepted, "no draft was accepted")
    _say(
        console,
        "Decide",
        f"{accepted} accepted by rule (pattern right {SURE:.0%} of the time or more), {waiting} left for a person",
    )


def _search(console: Console, by: Member) -> None:
    """One person is found under any spelling and script."""
    found = [{hit.referent.key for hit in search_names(by, words, kind=NameKind.PERSON).items} for words in SPELLINGS]
    _require(found[0] and all(found[0] & keys for keys in found), "a spelling does not find its person")
    texts = [search_texts(by, words).total.number for words in SPELLINGS]
    _require(all(texts), "a spelling does not find its text")
    _say(console, "Search", " = ".join(f"“{words}”" for words in SPELLINGS) + f": found in {max(texts)} paragraphs")


def _link(console: Console, by: Member) -> None:
    """Join one person's spellings by judgement, part the last again, and join it once more."""
    hits = [hit.referent for hit in search_names(by, PUBLIC_PERSON, kind=NameKind.PERSON).items]
    _require(len(hits) > 1, "no second spelling to join")
    reason = "the same journalist: his outlet, arrest and count of 58 agree in all of them"
    judgements = [_same(by, hits[0].key, other.key, reason) for other in hits[1:]]
    joined = person_page(by, hits[0].key)
    undo_judgement(by=by, judgement=judgements[-1], reason="to show that it comes apart again")
    _require(len(person_page(by, hits[0].key).names) <= len(joined.names), "an undone judgement still joins")
    _same(by, hits[0].key, hits[-1].key, reason)
    _require(person_page(by, hits[0].key).names == joined.names, "joined again, it is not as before")
    spelled = ", ".join(name.words for name in joined.names)
    _say(console, "Link", f"{len(hits)} names in separate accounts judged to be one person: {spelled}")


def _same(by: Member, left: str, right: str, reason: str) -> str:
    return judge(by=by, subject=Subject.MENTIONS, left=left, right=right, verdict=Verdict.SAME, reason=reason)


def _deny(console: Console, by: Member, arrived: tuple[Arrived, ...]) -> None:
    """Set each denial beside the claims it denies: the same type, done to a person whose name sounds alike."""
    lines = [line for one in arrived for line in claims_of_account(by, one.account)]
    pairs = [(no, yes) for no in lines for yes in lines if _answers(no, yes)]
    for denial, denied in pairs:
        link_denial(by=by, denial=denial.claim.key, denies=denied.claim.key)
    denials = sum(line.claim.polarity is Polarity.DENIED for line in lines)
    _require(denials, "no denial was read")
    kinds = Counter(line.claim.kind.value for line in lines)
    summary = ", ".join(f"{number} {kind}" for kind, number in kinds.most_common())
    _say(
        console,
        "Register",
        f"{summary}; {denials} denials kept like any other claim, {len(pairs)} set beside what they deny",
    )


def _answers(no: ClaimLine, yes: ClaimLine) -> bool:
    denial, said = no.claim, yes.claim
    return (
        denial.polarity is Polarity.DENIED
        and said.polarity is Polarity.ASSERTED
        and denial.account.key != said.account.key
        and (denial.kind, denial.type) == (said.kind, said.type)
        and bool(_victim_keys(denial) & _victim_keys(said))
    )


def _victim_keys(claim: Claim) -> frozenset[str]:
    """How the names of those it was done to sound, whatever script they stand in."""
    words = (word for part in claim.all(Role.VICTIM) for word in part.quote.text.split() if word[0].isupper())
    return frozenset(key for word in words for key in search_keys(word) if key.startswith("0"))


def _rebuild(console: Console, by: Member) -> None:
    """Persons and incidents are derived: computing them again shows no difference; the log holds."""
    _require(rebuild(by=by) == (), "derived tables differ from what claims and judgements give")
    _say(
        console,
        "Custody",
        f"{rehash().size} entries, every leaf, tile and commitment checked; rebuilt without a difference",
    )


def _brief(console: Console, by: Member, arrived: tuple[Arrived, ...], out: Path) -> MadeBundle:
    """A brief for partners: what consent forbids is left out, and the gap said."""
    with console.status("Writing the brief"):
        made = write_out(
            out,
            by=by,
            title="Detention and ill-treatment: what eight accounts say",
            language="en",
            use=USE,
            on=datetime.now(UTC).date(),
            accounts=tuple(one.account for one in arrived),
        )
    brief = made.brief.brief
    _require(
        brief.paragraphs and all(said.citation.quoted for said in brief.paragraphs), "a sentence lacks its citation"
    )
    _require(brief.left_out.claims and made.exhibits < len(arrived), "consent was not heeded")
    left_out = f"{brief.left_out.claims} claims left out because consent forbids this use"
    _say(console, "Brief", f"{len(brief.paragraphs)} sentences, each cited; {left_out}")
    return made


def _verify(console: Console, out: Path) -> None:
    """A stranger's check: the file inside the bundle alone finds it whole, and finds it out once altered."""
    with zipfile.ZipFile(out / BUNDLE) as bundle:
        verifier = bundle.read("verify.py")
    good = _run_alone(verifier, out / BUNDLE)
    _require(good.returncode == 0, f"the bundle does not verify: {good.stdout}")
    altered = out / ".altered.zip"
    altered.write_bytes(_with_one_letter_changed((out / BUNDLE).read_bytes()))
    bad = _run_alone(verifier, altered)
    altered.unlink()
    _require(bad.returncode == 1 and "brief.json" in bad.stdout, "an altered bundle was not found out")
    _say(console, "Verify", f"{good.stdout.splitlines()[0]}")
    _say(console, "", f"one letter of it changed: {bad.stdout.splitlines()[0]}")


def _run_alone(verifier: bytes, bundle: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-I", "-", str(bundle)]
    done = subprocess.run(command, input=verifier, capture_output=True, check=False, timeout=60)  # noqa: S603  # our own
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def _with_one_letter_changed(bundle: bytes) -> bytes:
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(bundle)) as old, zipfile.ZipFile(changed, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, content.replace(b"e", b"c", 1) if info.filename.endswith("brief.json") else content)
    return changed.getvalue()
