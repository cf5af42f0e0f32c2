import pytest

from quotations.comparison.stamps import points, stamps
from quotations.judging import compare
from quotations.model import Text, Verdict

pytestmark = pytest.mark.unit

RECORDED = (
    "[00:01] The port is old and the wall\n[00:04] is weak, and we have no money\n[00:09] for it before winter.\n"
)


def _of(words: str, finder) -> list[str]:  # type: ignore[no-untyped-def]
    return [span.of(words).strip() for span in finder(words)]


def test_the_times_of_a_recording_are_found_where_they_rise() -> None:
    assert _of(RECORDED, stamps) == ["[00:01]", "[00:04]", "[00:09]"]
    assert _of("0:01\nThe port\n0:04\nis old\n0:09\nand weak\n", stamps) == ["0:01", "0:04", "0:09"]


@pytest.mark.parametrize(
    "words",
    [
        "They meet at noon (12:30) and leave at night (21:30) each day.",
        "20:15 News of the day\n21:00 Film of the night\n23:00 Late boat",
        "[00:09] The port [00:04] is [00:01] old",
    ],
)
def test_hours_of_the_day_are_no_times_of_a_recording(words: str) -> None:
    assert _of(words, stamps) == []


def test_points_count_from_the_first_on() -> None:
    assert _of("The keeper shall (a) close the lock; (b) open it; and (d) sleep.", points) == ["(a)", "(b)"]
    assert _of("He shall (i) close the lock at night; (ii) open it at noon.", points) == ["(i)", "(ii)"]
    assert _of("Under (b) and (c) he shall close the lock.", points) == []
    assert _of("Under (a) or (b) he shall close the lock.", points) == []


def test_words_around_times_and_points_are_the_words_of_the_text() -> None:
    heard = compare("the wall is weak, and we have no money for it before winter", Text(text=RECORDED, language="en"))
    law = Text(text="The keeper shall (a) close the lock; (b) open it in the morning.", language="en")
    counted = compare("The keeper shall close the lock; open it in the morning.", law)
    assert {heard.verdict, counted.verdict} == {Verdict.TYPOGRAPHIC}
