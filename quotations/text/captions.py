"""Captions of recordings (WebVTT, SubRip): the words in order, timestamps and positions dropped."""

from __future__ import annotations

import html
import re

from quotations.model import Segment, SegmentRole, Span, Text
from quotations.text.transcripts import with_speakers

_TIME = re.compile(
    r"\s*(?P<start>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})\s+-->\s+(?P<end>(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3})(?:\s|$)"
)
_LABEL = re.compile(r"(?:>>\s?)?[A-Z][A-Z .'-]{1,40}:\s")
_BLINK = 0.05  # seconds
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,60})?\s+([^<>]{1,100})>", re.I)
_TAG = re.compile(r"</?[a-zA-Z0-9:.\s_-]{0,80}>|\{\\[^{}]{0,40}\}")


def text_of_captions(words: str, *, charset: str | None = None) -> Text:
    """The Text of captions; consecutive cues of one speaker are one block, since cues cut sentences anywhere."""
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for speaker, said in _speeches(words):
        if parts:
            parts.append("\n\n")
            length += 2
        parts.append(said)
        segments.append(Segment(Span(length, length + len(said)), SegmentRole.BODY, speaker=speaker))
        length += len(said)
    text = "".join(parts)
    named = any(segment.speaker for segment in segments)
    kind = "text/vtt" if words.lstrip("\ufeff \n\r\t").startswith("WEBVTT") else "application/x-subrip"
    return Text(
        text=text,
        segments=tuple(segments) if named else with_speakers(text, tuple(segments)),
        media_type=kind,
        charset=charset,
    )


def _speeches(words: str) -> list[tuple[str | None, str]]:
    """(speaker, words) of each turn."""
    turns: list[tuple[str | None, list[str]]] = []
    last = ""
    for rolled, lines in _cues(words):
        for number, line in enumerate(lines):
            voice = _VOICE.search(line)
            said = html.unescape(_TAG.sub("", _VOICE.sub("", line))).strip()
            # Rolling captions show the line before once more, above the new one or alone for a blink.
            if not said or (said == last and number == 0 and (rolled or len(lines) > 1)):
                continue
            last = said
            changed = bool(voice) or said.startswith(("- ", ">>")) or bool(_LABEL.match(said))
            speaker = voice[1].strip() if voice else None
            if not turns or (changed and (speaker is None or turns[-1][0] != speaker)):
                turns.append((speaker, [said]))
            else:
                turns[-1][1].append(said)
    return [(speaker, " ".join(lines)) for speaker, lines in turns]


def _cues(words: str) -> list[tuple[bool, list[str]]]:
    """For each cue, whether it lasts no longer than a blink, and its lines."""
    found: list[tuple[bool, list[str]]] = []
    inside = False
    for line in words.splitlines():
        if time := _TIME.match(line):
            inside = True
            found.append((_seconds(time["end"]) - _seconds(time["start"]) <= _BLINK, []))
        elif not line.strip():
            inside = False
        elif inside:
            found[-1][1].append(line)
    return found


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
