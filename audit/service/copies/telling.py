"""What archives' copies add to a link, as evidence beside its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit.service.copies.desk import Desk
from quotations.judging import Looked
from quotations.judging.archives import sentences
from quotations.judging.link_state.probing import ALIKE, alike
from quotations.model import Citation, HeldCopy, LinkState


@dataclass(frozen=True, slots=True)
class Seen:
    """A copy that was looked at."""

    copy: HeldCopy
    look: Looked


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of a source around the day for which it is cited."""

    citation: Citation
    day: date
    held: tuple[HeldCopy, ...]
    near: Seen
    across: Seen | None  #: on the other side of the day


def unseen(link: LinkState, page: str, held: Sequence[HeldCopy], desk: Desk, now: datetime) -> LinkState:
    """A link of which no copy could be read: when it was last seen, or why nothing can be said."""
    said = [one for one in (sentences.last_seen(held, now),) if one]
    asked = [one.name for one in desk.archives if (one.name, page) in desk.listed]
    if not held and asked:
        said.append(sentences.nothing_held(asked))
    silent = (one for one in desk.troubles if one.page == page and (held or one.archive not in asked))
    told = dict.fromkeys(sentences.trouble(one.archive, one.fault, one.detail) for one in silent)
    return saying(link, *said, *list(told)[:2])


def with_copy(link: LinkState, around: Around, now: datetime) -> LinkState:
    """A link with the copy nearest to the day cited, what the other side says, and when the page last answered."""
    memento = around.near.look.capture.memento
    assert memento is not None
    said = [sentences.nearest(memento, around.day)]
    days = [memento.at]
    if around.across is not None:
        across = around.across.look.capture.captured_at
        likeness = _likeness(around.near, around.across)
        same, agree = likeness >= 1, likeness >= ALIKE
        said.append(sentences.either_side(memento.at, across, around.day, agree=agree, same=same))
        days.append(across)
    last = sentences.last_seen(around.held, now, days)
    return replace(saying(link, *said, *([last] if last else [])), archive=memento)


def saying(link: LinkState, *said: str) -> LinkState:
    """*link* with more of what archives say."""
    return replace(
        link,
        evidence=tuple(dict.fromkeys((*link.evidence, *said))),
        archived=tuple(dict.fromkeys((*link.archived, *said))),
    )


def _likeness(one: Seen, other: Seen) -> float:
    """How much two copies have in common, 0 to 1: the same bytes, or by their words."""
    if one.copy.digest is not None and one.copy.digest == other.copy.digest:
        return 1.0
    texts = [seen.look.text.text if seen.look.text is not None else "" for seen in (one, other)]
    return alike(*texts)
