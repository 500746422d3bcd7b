"""Dates, lengths of time and numbers of a text, found once for all its claims."""

import re
from dataclasses import dataclass

from heard.reading.rules.details import Detail
from heard.reading.rules.parties import Scene


@dataclass(frozen=True)
class Values:
    dates: tuple[Detail, ...] = ()
    durations: tuple[Detail, ...] = ()
    numbers: tuple[Detail, ...] = ()


W={w:i+1 for i,w in enumerate("one two three four five six seven eight nine ten eleven twelve".split())}
def values_of(scene: Scene) -> Values:
    nums=[]
    for m in re.finditer(r"\b(more than |over |at least |about |some |nearly )?(\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", scene.small):
        v=m[2].replace(',',''); v=str(W.get(v,v))
        nums.append(Detail(start=m.start(),end=m.end(),value=v))
    return Values(numbers=tuple(nums))
