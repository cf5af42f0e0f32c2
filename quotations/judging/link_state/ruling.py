"""What the rules of link states look at, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, urlsplit

from quotations.judging.link_state.page import Page, measure
from quotations.judging.link_state.topic import Topic, stems, topic_of
from quotations.model import Capture, Citation, State, Text


@dataclass(frozen=True)
class Facts:
    """One citation, the newest look at its source, what was read from it, and what was seen around it.

    Not slotted: what is measured of the page is measured once.
    """

    citation: Citation
    capture: Capture | None
    text: Text | None
    siblings: tuple[Capture, ...] = ()  #: the newest looks at the article's other sources
    probe: tuple[Capture, Text | None] | None = None  #: an address beside the source's that nobody ever wrote

    @property
    def look(self) -> Capture:
        """The newest look; the rules are asked only when there is one."""
        assert self.capture is not None
        return self.capture

    @cached_property
    def page(self) -> Page:
        """How much the page shows, and where."""
        return measure(self.text)

    @cached_property
    def topic(self) -> Topic:
        """What the article and the address say that the page is about."""
        return topic_of(self.citation.anchor, self.look.url)

    @cached_property
    def foreign(self) -> bool:
        """Whether the subject is known and the page has none of its words."""
        wanted = self.topic.words
        if len(wanted) < 2 or wanted & stems(" ".join(self.titles)):
            return False
        return not any(wanted & stems(block) for block in self.page.blocks)

    @property
    def cited(self) -> SplitResult:
        """The address that was asked for."""
        return parts(self.look.url)

    @property
    def final(self) -> SplitResult:
        """The address that answered."""
        return parts(self.look.final_url or self.look.url)

    @property
    def markers(self) -> tuple[str, ...]:
        """The signatures that the reader met in the mark-up."""
        return self.text.facts.markers if self.text else ()

    def marker(self, kind: str, *, vendors: bool = False) -> str | None:
        """The name behind the first marker of that *kind* ("wall:cloudflare" → "cloudflare").

        With *vendors*, only what stands in the mark-up counts, not a wording.
        """
        found = (name.partition(":")[2] for name in self.markers if name.startswith(kind + ":"))
        return next((name for name in found if not vendors or name not in ("title", "heading", "words")), None)

    def worded(self, kind: str) -> int:
        """In how many places (title, first heading, a short block) the page has a wording of that *kind*."""
        return sum(f"{kind}:{place}" in self.markers for place in ("title", "heading", "words"))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """Title and first heading, as the page has them; the first line of what has neither."""
        if self.text is None:
            return ()
        named = [words for words in (self.text.title, self.text.facts.lead) if words]
        if not named:
            named = [self.text.text.strip()[:400].split("\n")[0]]
        return tuple(words[:300] for words in named)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A state, the closed word under it, and the sentences that a person can check."""

    state: State
    reason: str | None = None
    evidence: tuple[str, ...] = ()


def parts(url: str) -> SplitResult:
    """*url* in its parts; an address that cannot be cut is all path."""
    try:
        cut = urlsplit(url)
        _ = cut.port
    except ValueError:
        return SplitResult("", "", url, "", "")
    return cut
