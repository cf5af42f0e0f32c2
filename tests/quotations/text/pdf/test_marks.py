from types import SimpleNamespace

import pytest

from quotations.text.pdf.marks import raised_figures

pytestmark = pytest.mark.unit

Box = tuple[float, float, float, float]
WORD, NOTE, NEXT_LINE = (80.0, 90.0, 100.0, 112.0), (90.5, 95.0, 104.5, 113.0), (10.0, 15.0, 84.0, 96.0)


def _found(characters: str, figure: Box) -> set[int]:
    at = characters.index("1")
    glyphs = SimpleNamespace(box=lambda index: figure if index == at else WORD)
    return raised_figures(characters, glyphs)  # type: ignore[arg-type]


@pytest.mark.parametrize("between", ["", " ", "\r\n"])
def test_a_raised_figure_behind_a_stop_is_a_note_reference_whatever_stands_between(between: str) -> None:
    words = f"the last one.{between}1 The board"
    assert _found(words, NOTE) == {words.index("1")}


def test_a_figure_that_begins_the_next_line_is_none() -> None:
    assert _found("the last one.\r\n1 The board", NEXT_LINE) == set()
    assert _found("the last one.\r\n1 The board", (300.0, 304.5, 104.5, 113.0)) == set()
