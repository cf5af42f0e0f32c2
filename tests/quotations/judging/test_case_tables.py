"""Changes that editors make, one a line: the verdicts that may stand, what the source has, what is quoted.

``VERDICT|VERDICT +flag :: source :: quotation``; ``\\n`` is a line end, ``[de]`` above the lines says the source's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quotations.judging import compare
from quotations.model import Flag, Text, Verdict

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
