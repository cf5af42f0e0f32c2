import pytest

from quotations.text.plain import text_of

pytestmark = pytest.mark.unit

DEBATE = """MODERATOR: Good evening.

ANN HALLORAN (D): The bridge was closed.

It was closed for a year.

JOE PIKE: It was open.

ANN HALLORAN: It was not.

JOE PIKE: It was."""


def test_a_speech_goes_on_until_another_begins() -> None:
    text = text_of(DEBATE)
    assert [s.speaker for s in text.segments] == [
        "MODERATOR",
        "ANN HALLORAN",
        "ANN HALLORAN",
        "JOE PIKE",
        "ANN HALLORAN",
        "JOE PIKE",
    ]


def test_an_interview_in_ordinary_letters_is_a_transcript() -> None:
    text = text_of(
        "Mira Voss: Why here?\n\nTed Lund: Because of the light.\n\nMira Voss: Only that?\n\nTed Lund: And the rent."
    )
    assert {s.speaker for s in text.segments} == {"Mira Voss", "Ted Lund"}


@pytest.mark.parametrize(
    "words",
    [
        "Note: one.\n\nNote: two.\n\nNote: three.\n\nNote: four.\n\nNote: five.",
        "Address: Mill Lane 4\n\nPhone: 555\n\nAddress: Quay 2\n\nPhone: 556\n\nAddress: x",
        "ANN: one thing only.\n\nProse follows here.\n\nAnd more of it.",
        "Chapter 1: a beginning.\n\nChapter 2: a middle.\n\nChapter 3: an end.\n\nChapter 4: after it.\n\nChapter 4: again.",
        "Breaking: Bridge Closed Again\n\nBreaking: Ferry Sold\n\nBreaking: Mill On Fire\n\nBreaking: Rain",
    ],
)
def test_labels_that_are_no_names_make_no_speakers(words: str) -> None:
    assert all(s.speaker is None for s in text_of(words).segments)


def test_a_clock_or_an_address_is_no_label() -> None:
    text = text_of("\n\n".join(["At 10:30 they met.", "See https://example.org for more."] * 4))
    assert all(s.speaker is None for s in text.segments)
