"""Author–year references by the hundred: the work is the references', not the references' times the links'."""

import pytest

from quotations.model import Span
from quotations.reading import read_articles

pytestmark = pytest.mark.unit


def _page(count: int) -> bytes:
    names = [f"Pell{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(count)]
    told = "".join(f"<p>The gate was “never square {n}” ({name} 1987).</p>" for n, name in enumerate(names))
    listed = "".join(
        f'<li>{name}, A. (1987). <a href="https://press.example/{n}">Of gates {n}</a>. Press.</li>'
        for n, name in enumerate(names)
    )
    return f"<html><body>{told}<h2>References</h2><ol>{listed}</ol></body></html>".encode()


def test_twice_as_many_references_compare_twice_as_many_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    holds, meets = Span.holds, Span.meets

    def counted_holds(self: Span, other: Span) -> bool:
        nonlocal asked
        asked += 1
        return holds(self, other)

    def counted_meets(self: Span, other: Span) -> bool:
        nonlocal asked
        asked += 1
        return meets(self, other)

    monkeypatch.setattr(Span, "holds", counted_holds)
    monkeypatch.setattr(Span, "meets", counted_meets)
    counts = []
    for count in (100, 200):
        asked = 0
        article = read_articles(_page(count), name="a.html")[0]
        assert sum(citation.note is not None for citation in article.citations) == count
        counts.append(asked)
    assert counts[1] < 2.5 * counts[0]
