"""A link right behind the words, set off by brackets or a dash: “…” ([The manual](…)), “…” — [Dita Krol](…)."""

from __future__ import annotations

from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.near import introduces
from quotations.reading.scene import Scene

#: Before a link in brackets that only goes with another.
_BESIDE = frozenset(("see", "cf", "cf.", "compare", "also", "h", "siehe", "vgl.", "voir", "ver", "via"))
#: Before a link in brackets that is further reading: (Read: …), (Watch TIME's video …).
_FURTHER = frozenset(
    ("read", "watch", "listen", "more", "related", "photos", "video", "lire", "lea", "lesen", "leggi", "leia", "lees")
)
_MOST_BETWEEN = 6


def bracketed(scene: Scene, anchor: Anchor, last: int) -> float:
    """How well the link in brackets right behind the token *last* answers for it; 0 where there is none.

    “…” ([The manual](…)), “…” (Krol, [2019](…)), “…”. [(Sermon, 30 April)](…): the first link, nothing else between.
    """
    between = scene.tokens[last + 1 : anchor.first]
    own = scene.tokens[anchor.first].text in "([" if anchor.first < anchor.last else False
    opened = next((at for at, t in enumerate(between) if t.text in "(["), len(between) if own else None)
    if (
        further(scene, anchor)
        or opened is None
        or len(between) - opened > _MOST_BETWEEN
        or anchor.leads is Leads.PROFILE
    ):
        return 0.0
    if any(t.is_word or t.quoted >= 0 for t in between[:opened]):
        return 0.0
    inside = between[opened + 1 :]
    words = {t.lower for t in inside}
    if any(t.text in ")];" or t.quoted >= 0 for t in inside) or words & _BESIDE:
        return 0.0
    return 0.93 if not any(t.is_word for t in inside) else 0.85


def further(scene: Scene, anchor: Anchor) -> bool:
    """Whether the link stands in brackets as further reading: (Read [more](…)), [(Watch the video …)](…)."""
    start, _ = scene.bounds(anchor.sentence)
    opened = next(
        (at for at in range(anchor.first, start - 1, -1) if at < len(scene.tokens) and scene.tokens[at].text in "(["),
        None,
    )
    if opened is None or any(t.text in ")]" or t.quoted >= 0 for t in scene.tokens[opened : anchor.first]):
        return False
    return next((t.lower in _FURTHER | _BESIDE for t in scene.tokens[opened : anchor.last] if t.is_word), False)


def dashed(scene: Scene, anchor: Anchor, last: int) -> bool:
    """Whether the link is the line of attribution behind the token *last*: “…” — [Dita Krol](…)."""
    between = scene.tokens[last + 1 : anchor.first]
    spaced = scene.text[between[0].start - 1 : between[0].start].isspace() if between else False
    dashes = "—–―~-" if spaced else "—–―~"
    if not between or len(between) > 2 or not any(t.text in dashes for t in between):
        return False
    behind = [t for t in scene.tokens[anchor.last : anchor.last + 1] if t.sentence == anchor.sentence]
    return not any(t.is_word or t.quoted >= 0 for t in (*between, *behind)) and not introduces(anchor)
