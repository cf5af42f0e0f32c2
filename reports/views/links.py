"""Links as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quotations.model import Article, LinkState, Notice, Severity, State
from reports.addresses import followable
from reports.outcome import Tone
from reports.words.links import NOTICES, STATES, reason_in_words
from reports.words.phrases import begun, day, since


@dataclass(frozen=True, slots=True)
class LinkView:
    """One link as the page shows it."""

    number: str
    tone: Tone
    title: str
    reason: str
    sentence: str
    anchor: str
    address: str
    open: str | None
    now: str | None  #: where it leads, when that is elsewhere
    why: tuple[str, ...]
    noticed: bool  #: some notice stands beside the state
    since: tuple[str, ...]
    todo: str

    @property
    def amiss(self) -> bool:
        """Whether there is something to know that a person may act on."""
        return self.tone not in (Tone.OK, Tone.OPEN) or self.noticed


def link_views(links: Iterable[LinkState], article: Article) -> list[LinkView]:
    """*links* of *article* for the page, in the same order."""
    anchors = {citation.id: citation.anchor for citation in article.citations}
    return [_link_view(link, anchors.get(link.citation, "")) for link in links]


def _link_view(link: LinkState, anchor: str) -> LinkView:
    said = STATES[link.state]
    looked = [f"looked at {day(link.captured_at)}"] if link.captured_at else []
    moved = link.state is State.MOVED or Notice.CROSS_SITE in link.notices
    return LinkView(
        number=link.citation,
        tone=Tone(link.severity.value) if link.severity else Tone.OPEN,
        title=said.title,
        reason=reason_in_words(link.reason),
        sentence=said.sentence,
        anchor=anchor,
        address=link.url or link.href,
        open=followable(link.url),
        now=followable(link.final_url) if moved and link.final_url != link.url else None,
        noticed=bool(link.notices),
        why=(*map(begun, link.evidence[:3]), *(NOTICES[notice].sentence for notice in link.notices)),
        since=(*since(link.first_failed, link.last_good, link.captured_at), *looked),
        todo=said.todo if link.severity is not Severity.OK else "",
    )


def alike(links: Iterable[LinkView]) -> list[list[LinkView]]:
    """*links* of which the same is to be said, together; the groups in the order of their first link."""
    groups: dict[tuple[str, str, str], list[LinkView]] = {}
    for link in links:
        groups.setdefault((link.title, link.reason, link.todo), []).append(link)
    return list(groups.values())
