"""Search keys against pairs of names: do two spellings of one name meet, and do two names stay apart?"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from heard.terms.names import fold, sounds, word_keys

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "name-variants-dev.csv"
FILIATION = {"oglu", "ogly", "oghlu", "qizi", "gizi", "kyzy", "kizi", "ogli", "qyzy"}
#: Words of a name to sets of keys.
Keys = Callable[[str], Iterable[str]]


def words_of(name: str) -> list[str]:
    """Words without those that only say whose child it is, and without initials."""
    words = name.replace(",", " ").replace(".", " ").split()
    return [word for word in words if len(word) > 1 and fold(word) not in FILIATION]


def meet(one: str, other: str, keys: Keys) -> bool:
    """Every word of the shorter name shares a key with a word of the longer, as a search for it would ask."""
    short, long = sorted(([set(keys(word)) for word in words_of(name)] for name in (one, other)), key=len)
    return all(any(mine & theirs for theirs in long) for mine in short)


def is_lettered(name: str) -> bool:
    """Whether the name is in one of the alphabets the keys are made for, Latin and Cyrillic."""
    return all(ord(letter) < 0x530 for letter in name if letter.isalpha())


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pairs", type=Path, nargs="?", default=DEFAULT)
    options.add_argument("--misses", action="store_true", help="print the pairs that go wrong")
    chosen = options.parse_args()
    if not chosen.pairs.is_file():
        print(f"The pairs are not at {chosen.pairs}: nothing was measured.")
        return
    with chosen.pairs.open(encoding="utf-8") as file:
        every = [(row["name_a"], row["name_b"], row["same"] == "1", row["note"]) for row in csv.DictReader(file)]
    pairs = [pair for pair in every if is_lettered(pair[0] + pair[1])]
    print(f"{len(pairs)} of {len(every)} pairs are in Latin and Cyrillic letters; the rest has no keys.")
    kinds: dict[str, Keys] = {"as written": lambda word: {word}, "fold": lambda word: {fold(word)}, "sound": sounds}
    for kind, keys in (kinds | {"search keys": word_keys}).items():
        met = Counter(same for one, other, same, _ in pairs if meet(one, other, keys))
        whole = Counter(same for _, _, same, _ in pairs)
        print(f"{kind:12} same pairs that meet {met[True]}/{whole[True]} = {met[True] / whole[True]:.3f};", end=" ")
        print(f"different pairs that meet {met[False]}/{whole[False]} = {met[False] / whole[False]:.3f}")
    if chosen.misses:
        for one, other, same, note in pairs:
            if meet(one, other, word_keys) != same:
                print("  ", "apart:" if same else "met:  ", one, "|", other, "|", note)
    started = time.perf_counter()
    count = sum(len(word_keys(word)) > 0 for one, other, _, _ in pairs for word in words_of(one) + words_of(other))
    print(f"{count / (time.perf_counter() - started):,.0f} words a second")


if __name__ == "__main__":
    main()
