"""Blocks that a quotation runs together: paragraphs join, items and headings only where a sentence ends or begins."""

from __future__ import annotations

import re

from quotations.comparison.changes import Change, Group
from quotations.comparison.scene import Scene
from quotations.model import SegmentRole

_APART = frozenset(
    {SegmentRole.LIST, SegmentRole.TABLE, SegmentRole.HEADING, SegmentRole.CAPTION, SegmentRole.NAV, SegmentRole.TEASER}
)
_ENDS = re.compile(r"[.!?:;…。！？,][\"'”’»)\]]*\s*$")


def is_joint(scene: Scene, source: int) -> bool:
    """Whether an item, a cell or a heading ends before word *source* of the text."""
    left, right = scene.block_of(source - 1), scene.block_of(source)
    return (
        left != right and left >= 0 and bool({scene.index.blocks[left].role, scene.index.blocks[right].role} & _APART)
    )


def turn_changes(scene: Scene, group: Group) -> list[Change]:
    """Two speakers whose turns meet where the label of the second was stepped over."""
    if not 0 < group.source < group.source_end < len(scene.source_keys):
        return []
    label = scene.index.blocks[scene.block_of(group.source_end)].label
    if label is None or not label.start <= scene.aligned.view.start(group.source_end - 1) < label.end:
        return []
    left, right = scene.speaker_at(group.source - 1), scene.speaker_at(group.source_end)
    if left is None or right is None or left == right:
        return []
    return [Change("two_speakers", group.quote, group.quote, group.source, group.source_end)]


def joint_changes(scene: Scene, quote: int, source: int) -> list[Change]:
    """What is wrong with words *source* - 1 and *source* of the text standing side by side as words *quote* - 1, *quote*."""
    left, right = scene.block_of(source - 1), scene.block_of(source)
    if left == right or left < 0 or right < 0:
        return []
    blocks = scene.index.blocks
    one, other = blocks[left], blocks[right]
    if other.label is not None and other.label.start <= scene.aligned.view.start(source) < other.label.end:
        return []  # the quotation says itself that another speaks here
    if one.speaker != other.speaker and one.speaker is not None and other.speaker is not None:
        return [Change("two_speakers", quote, quote, source, source)]
    if one.role not in _APART and other.role not in _APART:
        return []
    if one.item is not None and one.item == other.item and SegmentRole.TABLE not in (one.role, other.role):
        return []
    text = scene.aligned.view.text
    if _ENDS.search(text[max(0, one.span.end - 4) : one.span.end].rstrip()[-2:] or ""):
        return []
    word = scene.quote_word(quote)
    marks = scene.quote_marks(quote - 1, quote)
    begins = scene.source_word(source)[:1]
    if (
        (word[:1].isupper() and begins.isupper())
        or (word[:1].isdigit() and begins.isdigit())
        or "\n" in marks
        or _ENDS.search(marks.strip())
    ):
        return []
    if not begins.isascii() and not begins.isupper() and not begins.islower():
        return []  # a script without capitals
    return [Change("block_joined", quote, quote + 1, source, source + 1)]
