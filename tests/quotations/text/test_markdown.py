import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.text import read_text

pytestmark = pytest.mark.unit

NOTES = b"""---
title: On ferries
source: https://echo.example/ferries
---
# On *ferries*

The **Lark** ran on [paper and water](https://echo.example/a_(b) "Echo") until
noon.[^1] It's un*like*ly, `code_like` and snake_case stay; 3 * 4 = 12.

> The vessel is entered
> as sailing.

- keep left
- keep [dry][d]

1. First
![A boat](boat.png)

Setext
------

```
**not** rendered
```

[d]: https://echo.example/dry
[^1]: Harbour office, \\*file\\* 88.
"""


def test_a_document_is_read_as_it_renders() -> None:
    text = read_text(NOTES, name="ferries.md")
    assert [(str(s.role), s.item, s.span.of(text.text)) for s in text.segments] == [
        ("heading", None, "On ferries"),
        (
            "body",
            None,
            "The Lark ran on paper and water until\nnoon.[^1] It's unlikely, code_like and snake_case stay; 3 * 4 = 12.",
        ),
        ("quote", None, "The vessel is entered\nas sailing."),
        ("list", 1, "keep left"),
        ("list", 2, "keep dry"),
        ("list", 3, "First"),
        ("heading", None, "Setext"),
        ("code", None, "**not** rendered"),
        ("note", None, "Harbour office, *file* 88."),
        ("metadata", None, "title: On ferries\nsource: https://echo.example/ferries"),
    ]
    assert text.title == "On ferries"
    assert [(link.href, link.span.of(text.text)) for link in text.links] == [
        ("https://echo.example/a_(b)", "paper and water"),
        ("https://echo.example/dry", "dry"),
    ]
    assert [span.of(text.text) for span in text.note_marks] == ["[^1]"]


@given(st.text(alphabet="ab*_`[]()!<>#-> \n\\~=1.", max_size=80))
def test_any_marks_are_read_with_their_words(words: str) -> None:
    text = read_text(b"x " + words.encode(), media_type="text/markdown")
    end = 0
    for segment in text.segments:
        assert end <= segment.span.start < segment.span.end <= len(text.text)
        end = segment.span.end
    assert all(link.span.end <= len(text.text) for link in text.links)


def test_unclosed_brackets_cost_no_time() -> None:
    assert read_text(b"[" * 20_000 + b"![" * 20_000 + b"`" * 20_000 + b"*a" * 20_000, media_type="text/markdown").text
