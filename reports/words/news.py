"""What is new about links, in words."""

from __future__ import annotations

from datetime import datetime

from quotations.judging.news import News, NewsKind
from quotations.model import State
from reports.words.links import reason_in_words
from reports.words.phrases import counted, day, listed, moment
from reports.words.said import Said

_LOOK = "Look at the page, and at what the article says of it."

KINDS: dict[NewsKind, Said] = {
    NewsKind.DEAD: Said(
        "Newly dead",
        "They were there when they were last seen clearly.",
        "Link an archived copy, or the page’s new address.",
    ),
    NewsKind.DRIFTED: Said(
        "No longer says it",
        "The page is there, but words that the article quotes stood in it and do no longer.",
        "Link an archived copy of the version that is quoted.",
    ),
    NewsKind.RETRACTED: Said("Retracted since", "The page says now that it was retracted.", _LOOK),
    NewsKind.GATED: Said(
        "Newly closed to us",
        "It was open and will not let us look now; a reader may still get in.",
        "Open it in your browser; if you can read it there, save the page and hand it in with --source.",
    ),
    NewsKind.MOVED: Said(
        "Moved",
        "The address leads on to another now.",
        "Link the new address: --replacements lists those where the quoted words still are.",
    ),
    NewsKind.CORRECTED: Said("Corrected since", "The page says now that it was corrected.", _LOOK),
    NewsKind.REVIVED: Said(
        "Back again",
        "It counted as gone, and answers with its page.",
        "If you linked a copy instead, the page itself can be linked again.",
    ),
}
#: How many of a kind there are: one of them, several of them.
COUNTS: dict[NewsKind, tuple[str, str]] = {
    NewsKind.DEAD: ("is newly dead", "are newly dead"),
    NewsKind.DRIFTED: ("no longer says what is quoted", "no longer say what is quoted"),
    NewsKind.RETRACTED: ("was retracted", "were retracted"),
    NewsKind.GATED: ("is newly closed to us", "are newly closed to us"),
    NewsKind.MOVED: ("has moved", "have moved"),
    NewsKind.CORRECTED: ("was corrected", "were corrected"),
    NewsKind.REVIVED: ("is back", "are back"),
}
UNSTEADY = Said(
    "Unsteady, no news yet",
    "These hosts gave no answer that tells, this time. That is not death: it takes several failures on different days.",
)
FIRST = "Looked at for the first time: there is nothing yet to compare with. `citetrail links` shows how the links are."


def since_in_words(news: News) -> str:
    """Since when, and how it was before."""
    near = news.since is not None and news.before_at is not None and day(news.since) == day(news.before_at)
    when = moment if near else day
    told = [f"since {when(news.since)}" if news.since else ""]
    if news.before is not None and news.before_at is not None:
        was = _before(news.before.state)
        reason = reason_in_words(news.before.reason)
        was = f"{was} ({reason})" if reason and news.before.state is not State.ALIVE else was
        told.append(f"{was} on {when(news.before_at)}")
    elif news.kind is NewsKind.DEAD:
        told.append("never seen well here")
    return "; ".join(filter(None, told))


def _before(state: State) -> str:
    said = {State.ALIVE: "was there", State.MOVED: "was there, at another address", State.SUPPLIED: "was handed in"}
    return said.get(state, f"was {state.value.replace('_', ' ')}")


def sentence(news: tuple[News, ...], links: int, last: datetime) -> str:
    """All news in one sentence; *links* are those that answered, at all or with a no."""
    told: list[str] = []
    for kind in NewsKind:
        number = sum(len(one.links) for one in news if one.kind is kind)
        one, many = COUNTS[kind]
        if number:
            told.append(counted(number, one, many) if told else counted(number, f"link {one}", f"links {many}"))
    if not told:
        return f"No news since {moment(last)}: {counted(links, 'link is as it was', 'links are as they were')}."
    return f"News since {moment(last)}: {listed(told)}."
