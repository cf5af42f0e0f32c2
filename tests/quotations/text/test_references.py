import pytest

from quotations.text import read_text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("The keeper is[21] facing the sea.", ["[21]"]),
        ("He left.[3] She stayed.[4][5]", ["[3]", "[4]", "[5]"]),
        ("as was shown[2,3–5], and again[a].", ["[2,3–5]", "[a]"]),
        ("he said [sic] and [2] stood alone", []),
        ("[T]he keeper and wor[d]s", []),
        ("in 1911[2] it sank", []),
    ],
)
def test_bracketed_figures_close_behind_a_word_are_note_references(words: str, marks: list[str]) -> None:
    for data, name in ((words.encode(), "a.txt"), (f"<p>{words}</p>".encode(), "a.html")):
        text = read_text(data, name=name)
        assert [span.of(text.text) for span in text.note_marks] == marks


def test_code_has_no_note_references() -> None:
    assert read_text(b"<pre>total = list[0]; return</pre>").note_marks == ()
