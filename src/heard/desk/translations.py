"""Translations without other programs: `python -m heard.desk.translations [compile|extract|check]`.

`compile` (the default) makes the .mo files that Django reads, as setting up does. `extract` brings the .po files up to
date with the sources. `check` fails where a sentence of the sources has no translation.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

HERE = Path(__file__).parent
LOCALE = HERE / "locale"
LANGUAGES = ("az", "ru")
#: Stands at the head of each .po file until a native reader has gone through it.
REVIEW_MARK = "NEEDS NATIVE REVIEW"
_KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
_IN_TEMPLATE = re.compile(
    r"(?P<name>_|gettext|ngettext|pgettext|npgettext)\(\s*(?P<words>(?:u?'(?:[^'\\]|\\.)*'|u?\"[^\"]*\")"
    r"(?:\s*,\s*(?:u?'(?:[^'\\]|\\.)*'|u?\"[^\"]*\"))*)",
    re.DOTALL,
)
_WORDS = re.compile(r"u?'((?:[^'\\]|\\.)*)'|u?\"([^\"]*)\"", re.DOTALL)

Message = tuple[str | tuple[str, str], str | None, str, int]


def compile_all() -> None:
    """Write the .mo file beside each .po file."""
    for language in LANGUAGES:
        file = _po(language)
        with file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, _read(language))


def extract_all() -> None:
    """Bring the .po files up to date: new sentences empty, gone ones left out."""
    template = _template()
    for language in LANGUAGES:
        catalog = _read(language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with _po(language).open("wb") as file:
            write_po(file, catalog, width=120, sort_output=True, no_location=True)


def missing() -> list[tuple[str, str]]:
    """Sentences of the sources without a translation: (language, sentence)."""
    found = []
    for language in LANGUAGES:
        known = {(message.id, message.context): message for message in _read(language) if message.id}
        for message in _template():
            if message.id and not _translated(known.get((message.id, message.context))):
                found.append((language, str(message.id)))  # noqa: PERF401  # one line a step
    return found


def _translated(message: object) -> bool:
    string = getattr(message, "string", "")
    return all(string) if isinstance(string, tuple | list) else bool(string)


def _template() -> Catalog:
    catalog = Catalog(project="Heard", charset="utf-8")
    for id, context, file, line in sorted(_messages(), key=lambda message: (message[2], message[3])):
        catalog.add(id, locations=[(file, line)], context=context, flags=_flags(id))
    return catalog


def _flags(id: str | tuple[str, str]) -> list[str]:
    words = id if isinstance(id, str) else id[0]
    return ["python-format"] if re.search(r"%\(\w+\)s", words) else []


def _messages() -> Iterator[Message]:
    for file in sorted(HERE.rglob("*.py")):
        yield from _in_python(file)
    for file in sorted((HERE / "templates").rglob("*.html")):
        yield from _in_template(file)


def _in_python(file: Path) -> Iterator[Message]:
    with file.open("rb") as source:
        for line, name, words, _comments in extract_python(source, _KEYWORDS, [], {"encoding": "utf-8"}):
            given: tuple[Any, ...] = words if isinstance(words, tuple) else (words,)
            yield from _message(str(name), [word for word in given if isinstance(word, str)], file, line)


def _in_template(file: Path) -> Iterator[Message]:
    source = templatize(file.read_text(encoding="utf-8"))
    for found in _IN_TEMPLATE.finditer(source):
        words = [_plain(single, double) for single, double in _WORDS.findall(found["words"])]
        yield from _message(found["name"], words, file, source.count("\n", 0, found.start()) + 1)


def _plain(single: str, double: str) -> str:
    return re.sub(r"\\(.)", lambda match: {"n": "\n"}.get(match[1], match[1]), single) if single else double


def _message(name: str, words: list[str], file: Path, line: int) -> Iterator[Message]:
    where = str(file.relative_to(HERE))
    if name.startswith("pgettext") and len(words) == 2:
        yield words[1], words[0], where, line
    elif name == "ngettext" and len(words) == 2:
        yield (words[0], words[1]), None, where, line
    elif words and name in {"_", "gettext", "gettext_lazy"}:
        yield words[0], None, where, line


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _read(language: str) -> Catalog:
    with _po(language).open("rb") as file:
        return read_po(file, locale=language, charset="utf-8")


def main(arguments: list[str]) -> int:
    """Do what is asked; 1 where `check` finds something missing."""
    what = arguments[0].removeprefix("--") if arguments else "compile"
    if what == "extract":
        extract_all()
    elif what == "check":
        lacking = missing()
        for language, sentence in lacking:
            sys.stdout.write(f"{language}: {sentence}\n")
        return 1 if lacking else 0
    compile_all()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
