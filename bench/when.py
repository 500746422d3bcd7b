"""Dates, durations and numbers against the values of the reading set: does the marked text give the marked value?"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from heard.terms.errors import Malformed
from heard.terms.when import find_dates, find_durations, find_numbers, parse, parse_duration, parse_number

ROLES = {"date", "period", "duration", "n", "count"}
DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "reading-dev"


def arguments(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Language, document, text and value of every marked date, duration and number."""
    for path in sorted(folder.glob("d*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for claim in document["claims"]:
            for argument in claim["args"]:
                if argument["role"] in ROLES and argument.get("value"):
                    yield document["lang"], document["text"], argument["text"], argument["value"]


def bare(value: str) -> str:
    return re.sub(r"^(>=|<=|>|<|~)|[+]$", "", value)


def read(said: str, language: str, value: str) -> str:
    try:
        if value.startswith(("P", "life")):
            return str(parse_duration(said, language))
        if re.fullmatch(r"[<>=~]*\d{1,3}", value):
            return str(parse_number(said, language))
        return parse(said, language).iso
    except Malformed:
        return ""


def agrees(found: str, value: str) -> bool:
    """Equal, or equal but for the year that only the rest of the document says."""
    if bare(found) == bare(value):
        return True
    return found.startswith("XXXX-") and re.sub(r"XXXX", value[:4], found) == value


def speed(texts: dict[str, str]) -> float:
    """Characters per second of finding everything, on the reading set's own texts."""
    started, characters = time.perf_counter(), 0
    for text, language in texts.items():
        for find in (find_dates, find_durations, find_numbers):
            list(find(text, language))
        characters += len(text)
    return characters / (time.perf_counter() - started)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    folder = options.parse_args().folder
    if not folder.is_dir():
        print(f"The reading set is not at {folder}: nothing was measured.")
        return
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    misses: defaultdict[str, list[str]] = defaultdict(list)
    texts: dict[str, str] = {}
    for language, text, said, value in arguments(folder):
        texts[text] = language
        found = read(said, language, value)
        whole[language] += 1
        right[language] += agrees(found, value)
        if not agrees(found, value):
            misses[language].append(f"{' '.join(said.split())!r}: {value}, not {found or 'found'}")
    for language in whole:
        print(f"{language}: {right[language]}/{whole[language]} = {right[language] / whole[language]:.2f}")
        for miss in misses[language]:
            print("   ", miss)
    speed(texts)
    print(f"finding everything: {speed(texts):,.0f} characters a second")


if __name__ == "__main__":
    main()
