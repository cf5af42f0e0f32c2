"""Captions of recordings (WebVTT, SubRip): the words in order, timestamps and positions dropped."""

from __future__ import annotations

import html
import re

from quotations.model import Segment, SegmentRole, Span, Text
from quotations.text.transcripts import with_speakers

_TIME = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s")
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
    for line in _lines(words):
        voice = _VOICE.search(line)
        said = html.unescape(_TAG.sub("", _VOICE.sub("", line))).strip()
        if not said or said == last:  # rolling captions repeat the line before
            continue
        last = said
        changed = bool(voice) or said.startswith(("- ", ">>")) or _labelled(said)
        speaker = voice[1].strip() if voice else None
        if not turns or (changed and (speaker is None or turns[-1][0] != speaker)):
            turns.append((speaker, [said]))
        else:
            turns[-1][1].append(said)
    return [(speaker, " ".join(lines)) for speaker, lines in turns]


def _labelled(said: str) -> bool:
    return bool(re.match(r"(?:>>\s?)?[A-Z][A-Z .'-]{1,40}:\s", said))


def _lines(words: str) -> list[str]:
    """Lines of cues: what follows a timestamp up to an empty line."""
    found: list[str] = []
    inside = False
    for line in words.splitlines():
        if _TIME.match(line):
            inside = True
        elif not line.strip():
            inside = False
        elif inside:
            found.append(line)
    return found
