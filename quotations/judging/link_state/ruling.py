"""What the rules of link states look at, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from quotations.judging.link_state.folding import bare, plain
from quotations.judging.link_state.page import Page, measure
from quotations.judging.link_state.speech import tells
from quotations.judging.link_state.topic import Topic, stems, topic_of
from quotations.model import Capture, Citation, State, Text

_FIRST_BLOCKS = 24
#: What neither siblings nor a probe change.
_OF_THE_PAGE = ("topic", "foreign", "telling", "named", "strange", "titles")


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

    def measured(self) -> dict[str, Any]:
        """What was asked of the page itself so far, as far as it takes little room."""
        return {name: self.__dict__[name] for name in _OF_THE_PAGE if name in self.__dict__}

    def know(self, measured: Mapping[str, Any]) -> None:
        """Take over what was *measured* of the same page cited by the same citation."""
        self.__dict__.update(measured)

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
        return len(wanted) >= 2 and not self.speaks_of(wanted)

    @cached_property
    def telling(self) -> bool:
        """Whether at least one sentence tells something: so short a page may be short news, and words alone are no notice."""
        return next(self.told(_FIRST_BLOCKS), None) is not None

    def told(self, first: int) -> Iterator[str]:
        """Those of the *first* blocks that tell something; no headings."""
        return (block for block in self.page.blocks[:first] if block not in self.page.headings and tells(block))

    @cached_property
    def opening(self) -> tuple[tuple[str, str], ...]:
        """Title, heading and first blocks: as the page has them, and as `folding.plain` gives them."""
        return tuple((block, plain(block)) for block in (*self.titles, *self.page.blocks[:_FIRST_BLOCKS]))

    @cached_property
    def named(self) -> bool:
        """Whether title or heading have what the article calls the source, or what its address does."""
        slug = self.topic.slug
        shared = slug & stems(" ".join(self.titles))
        return self.topic.named_by(self.titles) or len(shared) >= max(2, len(slug) / 2)

    @cached_property
    def strange(self) -> bool:
        """Whether title and headings have none of the subject's words, and the text hardly one in three."""
        wanted = self.topic.words
        if len(wanted) < 3 or wanted & stems(unechoed(" ".join((*self.titles, *self.page.headings)), self.look.url)):
            return self.foreign
        held = wanted & frozenset().union(*(stems(unechoed(block, self.look.url)) for block in self.page.blocks))
        return len(held) * 3 <= len(wanted)

    def speaks_of(self, wanted: frozenset[str]) -> bool:
        """Whether title, headings or text have one of the stems *wanted*; the address echoed is not the page's word."""
        if wanted & stems(unechoed(" ".join(self.titles), self.look.url)):
            return True
        if all(map(str.isascii, wanted)):  # no word begins with what stands nowhere at all
            words = bare("\n".join(self.page.blocks))
            if not any(stem in words for stem in wanted):
                return False
        return any(wanted & stems(unechoed(block, self.look.url)) for block in self.page.blocks)

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
        if not named and not self.text.segments and self.text.text.strip():
            named = [self.text.text.strip()[:400].split("\n")[0]]
        return tuple(words[:300] for words in named)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A state, the closed word under it, and the sentences that a person can check."""

    state: State
    reason: str | None = None
    evidence: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def parts(url: str) -> SplitResult:
    """*url* in its parts; an address that cannot be cut is all path."""
    try:
        cut = urlsplit(url)
        _ = cut.port
    except ValueError:
        return SplitResult("", "", url, "", "")
    return cut


def unechoed(words: str, url: str) -> str:
    """*words* without the address *url*, which pages of errors like to repeat."""
    cut = parts(url)
    for echo in (url, cut.path, unquote(cut.path)):
        if len(echo) > 3 and echo in words:
            words = words.replace(echo, " ")
    return words
