"""What one pass over a page yields."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from quotations.text.html.blocks import Stream

Attributes: TypeAlias = dict[str, str | None]

_MAX_ALT = 2000  # code points
_MIN_LABEL = 20  # shorter titles and labels name a control
_EMOJI = 12  # code points of one emoji, joined from several


@dataclass(slots=True)
class Walked:
    """Streams of blocks, and spans whose offsets count in the shown stream, before trimming."""

    shown: Stream = field(default_factory=Stream)
    readings: Stream = field(default_factory=Stream)  #: of ruby
    hidden: Stream = field(default_factory=Stream)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    linked: int = 0  #: code points of shown text inside links
    emphasised: list[tuple[int, int]] = field(default_factory=list)
    struck: list[tuple[int, int]] = field(default_factory=list)
    note_marks: list[tuple[int, int]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    alternatives: dict[str, None] = field(default_factory=dict)  #: texts of pictures, titles and labels
    scripts: list[tuple[str, str]] = field(default_factory=list)  #: type and code
    password_field: bool = False
    asides: int = 0  #: how many are open
    settled: list[tuple[int, int]] = field(default_factory=list)  #: ranges of blocks that are cells and judged as such

    def identify(self, name: str, attributes: Attributes) -> None:
        """Note a fragment target."""
        identity = attributes.get("id") or (attributes.get("name") if name == "a" else None)
        if identity:
            self.ids.append(identity)

    def describe(self, attributes: Attributes) -> None:
        """Keep words that an attribute says."""
        for said in (attributes.get("title"), attributes.get("aria-label")):
            if said and len(said) > _MIN_LABEL and " " in said:
                self.alternatives[said[:_MAX_ALT]] = None

    def picture(self, attributes: Attributes) -> str:
        """What a picture adds to the text: an emoji is a character of it, all else is metadata."""
        alt = attributes.get("alt")
        if not alt:
            return ""
        if len(alt) <= _EMOJI and not alt.isascii() and not any(c.isalnum() for c in alt):
            return alt
        if len(alt) > 2:
            self.alternatives[alt[:_MAX_ALT]] = None
        return ""
