"""What every report says about itself: how it came about and what it can't tell."""

from __future__ import annotations

METHOD = (
    "Every quotation was paired with the source that the article names for it. The source was read as its "
    "server sent it, and the quoted words were looked for in its text, word by word. What differs is "
    "named by rules; a degree of likeness never decides.",
    "“Not in the source” is said only where the source was read whole and it is certain which source is meant. "
    "Everything else that could not be looked at stands under “Could not be checked”, and says nothing about "
    "the quotation: unread is not unsaid.",
)

#: Of a report on links alone.
LINK_METHOD = (
    "Every link was asked for as a reader’s browser asks, once for each page, and what came was kept. A state is "
    "decided by rules from what was seen, takes two signs or one that is proof, and says beside it how it is known.",
    "Whoever would not let us look is never called gone: a wall, a login or a limit says nothing of the page behind "
    "it. A server that gives no answer counts as dead only after several failures on different days.",
)

LINK_LIMITS = (
    "Pages change: the date beside each link says when it was looked at.",
    "A site that turns crawlers away may be open to readers.",
    "Whether the page says what the article makes of it is not examined here.",
)

LIMITS = (
    "Pages change: the date under each source says when it was read.",
    "Whether the quoted person really said it, and whether it is true, is not examined.",
    "Text inside pictures, sound and film was not read.",
    "A site that turns crawlers away may be open to readers.",
)

REPRODUCE = (
    "The sources are kept, so that the same findings can be made again without the network, from the same bytes "
    "and by the same rules:"
)
