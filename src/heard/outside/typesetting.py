"""A paper as PDF, through Typst: fonts from inside the wheel, no package, no network, words only as data."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Literal

import typst

from heard.acting.sheet import Paper
from heard.terms.errors import Malformed

STANDARD: Literal["ua-1"] = "ua-1"  # PDF/UA: tagged, for readers who listen


def pdf(paper: Paper, *, on: date) -> bytes:
    """`paper` as a tagged PDF dated `on`; the same paper and date give the same bytes. Raises Malformed.

    Where two characters joined have no sign in any font, the PDF shows a box and is tagged, but not PDF/UA.
    """
    try:
        return _set(paper, on, standards=[STANDARD])
    except Malformed:
        return _set(paper, on, standards=[])


def _set(paper: Paper, on: date, *, standards: list[Literal["ua-1"]]) -> bytes:
    template = files("heard.acting").joinpath("brief.typ").read_bytes()
    words = json.dumps(asdict(paper), ensure_ascii=False, sort_keys=True)
    inputs = {"paper": words, "year": str(on.year), "month": str(on.month), "day": str(on.day)}
    moment = datetime.combine(on, time(), tzinfo=UTC)
    try:
        setting = typst.Compiler(input=template, font_paths=_fonts(), sys_inputs=inputs)
        made = setting.compile(format="pdf", pdf_standards=[*standards], timestamp=moment)
    except typst.TypstError as wrong:
        raise Malformed("paper", wrong.message) from wrong
    if not isinstance(made, bytes):
        raise AssertionError("one paper gives one file")
    return made


@cache
def _fonts() -> typst.Fonts:
    """Only the fonts inside the wheel, so that every machine sets the same pages."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
