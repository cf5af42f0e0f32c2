"""Links as people are shown them, on a page or in a terminal: state in words, why, since when, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from quotations.model import Article, LinkState, Notice, Severity, State
from quotations.values import plain_value
from reports.addresses import followable
from reports.outcome import Tone
from reports.places import Places
from reports.words import Said
from reports.words.links import NOTICES, STATES, in_persons_words, reason_in_words
from reports.words.phrases import begun, day, ended, since

#: Sentences that stand under "since when".
_TOLD_ELSE = ("failing since ", "last good on ", "back after it had failed")
_LONGEST = 400  #: letters of an address that are shown
_TONES: Mapping[Severity | None, Tone] = {None: Tone.OPEN} | {one: Tone(one.value) for one in Severity}
_WHY = 4  #: sentences of evidence that are shown; all of them stand in JSON and CSV


@plain_value
class LinkView:
    """One link as it is shown."""

    number: str
    tone: Tone
    title: str
    reason: str
    sentence: str
    anchor: str
    address: str
    open: str | None
    now: str | None  #: where it leads, when that is elsewhere
    copy: str | None  #: an archived copy
    copied: str  #: its day
    why: tuple[str, ...]
    archived: tuple[str, ...]  #: what archives say
    noticed: bool  #: some notice stands beside the state
    since: tuple[str, ...]
    back: str  #: since when it is good again, where it had failed
    todo: str
    place: str  #: where it stands in the saved file: "line 12", "page 3"
    person: str  #: what a person says of it

    @property
    def amiss(self) -> bool:
        """Whether there is something to know that a person may act on."""
        return self.tone not in (Tone.OK, Tone.OPEN) or self.noticed or bool(self.person)


def link_views(links: Iterable[LinkState], article: Article) -> list[LinkView]:
    """*links* of *article* as they are shown, in the same order."""
    anchors = {citation.id: citation.anchor for citation in article.citations}
    places = Places(article)
    return [_link_view(link, anchors.get(link.citation, ""), places) for link in links]


def _in_sight(address: str) -> str:
    """*address*, or its beginning and its length where nobody would read on."""
    return address if len(address) <= _LONGEST else f"{address[:_LONGEST]}… ({len(address):,} letters)"


def _link_view(link: LinkState, anchor: str, places: Places) -> LinkView:
    said, url, final = _said(link), link.url, link.final_url
    led = final != url and (link.state is State.MOVED or Notice.CROSS_SITE in link.notices)
    own = (one for one in link.evidence if one not in link.archived and not one.startswith(_TOLD_ELSE))
    why = [_sentence(one) for one in own][:_WHY]
    return LinkView(
        number=link.citation,
        tone=_TONES[link.severity],
        title=said.title,
        reason=reason_in_words(link.reason),
        sentence=said.sentence,
        anchor=anchor,
        address=_in_sight(url or link.href),
        open=followable(url),
        now=followable(final) if led else None,
        copy=followable(link.archive.url) if link.archive and link.archive.url not in (None, final) else None,
        copied=day(link.archive.at) if link.archive else "",
        noticed=bool(link.notices),
        why=tuple(dict.fromkeys((*why, *_noticed(link)))),
        archived=tuple(map(_sentence, link.archived)),
        since=_since(link),
        back=f"good again since {day(link.revived)}" if link.revived else "",
        todo=said.todo,
        place=places.in_words(link.citation),
        person=in_persons_words(link.override, day(link.override.at)) if link.override else "",
    )


def _said(link: LinkState) -> Said:
    """The state in words; of a page that is there what is the matter with it, where somebody may mend that."""
    said = STATES[link.state]
    if link.state in (State.ALIVE, State.MOVED):
        amiss = next((one for notice in link.notices if (one := NOTICES[notice]).todo), None)
        if amiss is not None:
            return Said(f"{said.title}, {amiss.title}", amiss.sentence, amiss.todo)
    return said if link.severity is not Severity.OK else Said(said.title, said.sentence)


@lru_cache(4096)  # servers answer much alike, and a report may tell of a hundred thousand
def _sentence(told: str) -> str:
    return begun(ended(told))


def _noticed(link: LinkState) -> Iterator[str]:
    """What the notices say, where no evidence says it better: each brings its own sentence."""
    told = len(link.evidence) > len(link.notices) and len(link.evidence) <= _WHY
    for notice in () if told else link.notices:
        yield NOTICES[notice].sentence


def _since(link: LinkState) -> tuple[str, ...]:
    told = since(link)
    if told or link.captured_at is None:
        return tuple(told)
    return (f"looked at {day(link.captured_at)}",)


def alike(links: Iterable[LinkView]) -> list[list[LinkView]]:
    """*links* of which the same is to be said, together; the groups in the order of their first link.

    Of what was not looked at the reason is all there is to say: it parts them.
    """
    groups: dict[tuple[object, ...], list[LinkView]] = {}
    for link in links:
        parting = (link.reason, link.why) if link.title == STATES[State.UNKNOWN].title else ()
        groups.setdefault((link.tone, link.title, link.todo, *parting), []).append(link)
    return list(groups.values())


def by_severity(links: Iterable[LinkView]) -> list[LinkView]:
    """The gravest first, otherwise in the article's order."""
    return sorted(links, key=lambda link: _ORDER.index(link.tone))


_ORDER: Sequence[Tone] = (Tone.ERROR, Tone.WARNING, Tone.NOTE, Tone.ELSEWHERE, Tone.LATER, Tone.OK, Tone.OPEN)
