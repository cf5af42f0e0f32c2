"""Changes that editors make, one a line: the verdicts that may stand, what the source has, what is quoted.

``VERDICT|VERDICT +flag :: source :: quotation``; ``\\n`` is a line end, ``[de]`` above the lines says the source's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotations.judging import compare
from quotations.model import Flag, Text, Verdict
from quotations.text import read_text

pytestmark = pytest.mark.unit

TABLES = Path(__file__).parent / "cases"


def _cases() -> Iterator[object]:
    for table in sorted(TABLES.glob("*.txt")):
        language: str | None = None
        for number, line in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("[") and " :: " not in line:
                language = line.strip("[]") or None
                continue
            want, source, quoted = (part.strip().replace("\\n", "\n") for part in line.split(" :: "))
            yield pytest.param(language, want, source, quoted, id=f"{table.stem}-{number}")


@pytest.mark.parametrize(("language", "want", "source", "quoted"), list(_cases()))
def test_each_change_gets_the_verdict_of_the_law(language: str | None, want: str, source: str, quoted: str) -> None:
    verdicts, *flags = want.split()
    found = compare(quoted, Text(text=source, language=language))
    assert found.verdict in {Verdict(name) for name in verdicts.split("|")}, found.rules
    assert {Flag(flag.removeprefix("+")) for flag in flags} <= set(found.flags)


def test_a_part_from_a_distant_place_is_shown_with_its_words() -> None:
    filler = "Rain fell on the roofs. " * 30
    text = Text(
        text=f"The quay was shut after the storm. {filler}The lamps were mended by the guild in spring.", language="en"
    )
    found = compare("The lamps were mended by the guild in spring. The quay was shut after the storm.", text)
    (moved,) = [one for one in found.operations if one.label == "order_far"]
    assert moved.source == moved.article == "The quay was shut after the storm"
    assert moved.span.of(text.text) == moved.source


def test_what_no_reader_sees_is_not_shown_around_a_passage() -> None:
    page = b"<title>Log of the gate</title><meta name=description content='hidden words'><p>The keeper closed the gate at dawn."
    found = compare("The keeper closed the gate at dawn.", read_text(page, name="s.html"))
    assert found.passage is not None
    assert "Log" not in found.passage.prefix + found.passage.suffix
    assert "hidden" not in found.passage.prefix + found.passage.suffix
