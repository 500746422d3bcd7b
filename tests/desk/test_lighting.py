"""The document as the reading page shows it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heard.desk.lighting import SHEET, Light, Run, lay_out
from heard.reading.text import Text
from heard.terms.saying import Kind

LETTER = "On 3 May Elnar Quliyev was beaten.\nHe was held in Sirab.\n\nHis lawyer, Sevda Aliyeva, was not let in."


def light(words: str, key: str = "one", *, content: str = LETTER, **how: object) -> Light:
    start = content.index(words)
    return Light(key=key, start=start, end=start + len(words), kind=Kind.ACT, **how)  # type: ignore[arg-type]


def runs(content: str, *lights: Light, veil: bool = False) -> list[Run]:
    sheet = lay_out(Text(content=content, language="en"), lights, around=0, veil=veil)
    return [run for paragraph in sheet.paragraphs for run in paragraph.runs]


def length(run: Run) -> int:
    return run.length or len(run.shown)


def test_a_draft_lights_exactly_its_characters():
    lit = [run for run in runs(LETTER, light("was beaten")) if run.keys]

    assert "".join(run.shown for run in lit) == "was beaten"
    assert lit[0].classes == "lit act"


def test_drafts_that_overlap_light_each_their_own_part():
    shown = runs(LETTER, light("Elnar Quliyev was beaten", "long"), light("was beaten", "short"))

    assert [(run.shown, run.keys) for run in shown if run.keys] == [
        ("Elnar Quliyev ", ("long",)),
        ("was beaten", ("long", "short")),
    ]


def test_the_draft_looked_at_is_ringed_and_a_decided_one_is_no_longer_lit():
    shown = runs(LETTER, light("was beaten", "now", now=True), light("Sirab", "done", settled=True))

    assert [run.classes for run in shown if run.keys] == ["lit act now", "lit act settled"]


def test_graphic_words_are_not_in_the_page_while_veiled():
    shown = runs(LETTER, light("was beaten", graphic=True), veil=True)

    assert not any("beaten" in run.shown for run in shown)
    assert [run.length for run in shown if run.veiled] == [len("was beaten")]


def test_several_drafts_on_one_graphic_passage_make_one_veil():
    shown = runs(
        LETTER, light("Quliyev was beaten", "a", graphic=True), light("was beaten", "b", graphic=True), veil=True
    )

    assert [run.keys for run in shown if run.veiled] == [("a", "b")]


def test_characters_that_turn_the_text_are_shown_by_their_number():
    shown = runs("Signed by \u202eyeltum\u202c today.")

    assert [run.shown for run in shown if run.control] == ["⟨U+202E⟩", "⟨U+202C⟩"]
    assert all(run.length == 1 for run in shown if run.control)


def test_pages_are_marked_where_they_begin():
    text = Text(content="First page.\n\nSecond page.", language="en", page_starts=(0, 13), paragraph_starts=(0, 13))

    sheet = lay_out(text, (), around=0, veil=False)

    assert [(paragraph.page, paragraph.start) for paragraph in sheet.paragraphs] == [(1, 0), (2, 13)]


def test_a_long_document_is_shown_in_sheets_that_follow_on_each_other():
    line = "Nothing happened on this day.\n\n"
    content = line * (3 * SHEET // len(line))
    starts = tuple(range(0, len(content), len(line)))
    text = Text(content=content, language="en", paragraph_starts=starts)

    first = lay_out(text, (), around=0, veil=False)
    assert first.before is None
    assert first.after is not None
    second = lay_out(text, (), around=first.after, veil=False)
    assert second.span.start == first.span.end
    assert second.before == first.span.start


def test_a_document_without_paragraphs_is_still_shown_in_sheets():
    text = Text(content="word " * SHEET, language="en")

    sheet = lay_out(text, (), around=0, veil=False)

    assert sheet.span.end == sheet.after == SHEET


@settings(max_examples=60, deadline=None)
@given(
    content=st.text(alphabet="ab \n\u00ad-\u202e😀ə", min_size=1, max_size=80).filter(str.strip),
    cuts=st.lists(st.tuples(st.integers(0, 80), st.integers(1, 80)), max_size=4),
)
def test_offsets_can_be_counted_from_what_is_shown(content: str, cuts: list[tuple[int, int]]):
    spans = [(min(a, b), max(a, b)) for a, b in cuts if a != b and max(a, b) <= len(content)]
    lights = [Light(key=f"k{at}", start=a, end=b, kind=Kind.ACT) for at, (a, b) in enumerate(spans)]
    sheet = lay_out(Text(content=content, language="en"), lights, around=0, veil=False)

    for paragraph in sheet.paragraphs:
        at = paragraph.start
        for run in paragraph.runs:
            covering = {one.key for one in lights if one.start <= at and at + length(run) <= one.end}
            assert set(run.keys) == (covering if length(run) else set(run.keys))
            assert run.length or content[at : at + len(run.shown)] == run.shown
            at += length(run)
        assert content[paragraph.start : at].rstrip() == content[paragraph.start : at]
