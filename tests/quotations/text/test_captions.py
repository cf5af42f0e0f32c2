import pytest

from quotations.text import read_text

pytestmark = pytest.mark.unit


def test_cues_of_one_speaker_are_one_block_without_times() -> None:
    vtt = b"""WEBVTT - council

NOTE not shown

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:03.000 align:start
<v Ann Halloran>The bridge was <i>closed</i>

2
00:00:03.000 --> 00:00:05.000
<v Ann Halloran>for a whole year.

00:00:05.000 --> 00:00:06.000
<v Joe Pike>It was open &amp; free.
"""
    text = read_text(vtt)
    assert [(s.speaker, s.span.of(text.text)) for s in text.segments] == [
        ("Ann Halloran", "The bridge was closed for a whole year."),
        ("Joe Pike", "It was open & free."),
    ]
    assert text.media_type == "text/vtt"


def test_subrip_sentences_are_joined_over_their_cues() -> None:
    srt = b"1\r\n00:00:01,000 --> 00:00:02,000\r\nWe sold it because\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\nit leaked.\r\n"
    assert read_text(srt).text == "We sold it because it leaked."


def test_rolling_captions_do_not_say_everything_twice() -> None:
    vtt = (
        b"WEBVTT\n\n00:01.000 --> 00:02.000\nthe first line\n\n00:02.000 --> 00:02.010\nthe first line\n\n"
        b"00:02.010 --> 00:03.000\nthe first line\nthe <c>second</c> line\n"
    )
    assert read_text(vtt).text == "the first line the second line"


def test_what_is_said_twice_is_kept_twice() -> None:
    assert read_text(b"WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n").text == "No. No."


def test_a_dash_or_arrow_changes_the_speaker() -> None:
    srt = b"1\n00:00:01,000 --> 00:00:02,000\n- Is it shut?\n- It is shut.\n"
    assert len(read_text(srt).segments) == 2
