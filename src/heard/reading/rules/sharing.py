"""Several sentences in one breath: "X got eight years, Y and Z seven" is a claim for each length and its people."""

from collections.abc import Iterator
from dataclasses import replace

from heard.reading.rules.details import Detail
from heard.reading.rules.found import Found, Part
from heard.reading.rules.parties import Party, Sort
from heard.terms.saying import Role

Group = tuple[tuple[Party, ...], Detail]


def shared_out(
    found: Found, parties: tuple[Party, ...], lengths: tuple[Detail, ...], *, respectively: bool
) -> Iterator[Found]:
    """One finding for each length of time named with people of its own; the finding itself where there is one only."""
    people = tuple(party for party in parties if party.sort is Sort.PERSON)
    if found.type != "sentence" or len(lengths) < 2 or len(people) < 2:
        yield found
        return
    groups = _in_order(people, lengths) if respectively else _groups(people, lengths)
    if len(groups) < 2:
        yield found
        return
    for members, length in groups:
        yield replace(found, parts=(*_own(members, length), *_common(found)))


def _in_order(people: tuple[Party, ...], lengths: tuple[Detail, ...]) -> list[Group]:
    return (
        [((person,), length) for person, length in zip(people, lengths, strict=True)]
        if len(people) == len(lengths)
        else []
    )


def _groups(people: tuple[Party, ...], lengths: tuple[Detail, ...]) -> list[Group]:
    """People before their length, or after it where the first length comes before all people."""
    groups: list[Group] = []
    for position, length in enumerate(lengths):
        if lengths[0].start > people[0].start:
            begin = lengths[position - 1].end if position else 0
            members = tuple(person for person in people if begin <= person.start < length.start)
        else:
            end = lengths[position + 1].start if position + 1 < len(lengths) else people[-1].end + 1
            members = tuple(person for person in people if length.end <= person.start < end)
        if members:
            groups.append((members, length))
    return groups


def _own(members: tuple[Party, ...], length: Detail) -> tuple[Part, ...]:
    persons = tuple(Part(role=Role.PERSON, start=party.start, end=party.end) for party in members)
    return (*persons, Part(role=Role.DURATION, start=length.start, end=length.end, value=length.value))


def _common(found: Found) -> tuple[Part, ...]:
    return tuple(part for part in found.parts if part.role not in {Role.PERSON, Role.DURATION})
