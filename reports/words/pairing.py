"""How it is said which link a quotation is paired with, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import ArchivedCopy, Attribution
from reports.words.phrases import begun, counted, day

NO_SOURCE = "no link of the article offers a source"
LINKS = "Links"
LOST = "address lost"
#: Of a quotation that stands in the article with its source: a template of Wikipedia, a reader's highlight.
GIVEN_IN_ARTICLE = "the quotation is given with its source"
ELSEWHERE = "Only its address or its beginning stands here; an audit reads the article on its own page."


def staked(attribution: Attribution, where: str = "") -> str:
    """The link and *where* it leads: surely, staked on, or perhaps, as an absence may accuse by it, a finding rests on it, or neither."""
    link = f"link {attribution.citation}" + (f" ({where})" if where else "")
    if attribution.sure:
        return f"{link}, surely"
    return link if attribution.staked else f"perhaps {link}"


def copy_of(copy: ArchivedCopy) -> str:
    """Of what a cited archive's page is a copy, and of which day."""
    return f"a copy of {copy.original}" + (f" of {day(copy.at)}" if copy.at else "")


def paired(best: Sequence[Attribution | None]) -> str:
    """How many of the quotations that are attributed to somebody have a source; *best* is the best pairing of each."""
    staked_on = sum(one is not None and one.staked for one in best)
    perhaps = sum(one is not None and not one.staked for one in best)
    without = len(best) - staked_on - perhaps
    told = [
        counted(staked_on, "is paired with a link", "are paired with a link") if staked_on else "",
        counted(perhaps, "perhaps with one", "perhaps with one") if perhaps else "",
        counted(without, "has no source among the links", "have no source among the links") if without else "",
    ]
    whole = counted(len(best), "quotation is", "quotations are")
    return f"{begun(whole)} told as somebody’s words: {', '.join(filter(None, told))}." if best else ""


def set_aside(quotations: int, links: int) -> str:
    """What was left out of a list: page furniture."""
    parts = [
        counted(links, "link") if links else "",
        counted(quotations, "phrase in quotation marks", "phrases in quotation marks") if quotations else "",
    ]
    left = " and ".join(filter(None, parts))
    return f"{left} of the page’s furniture left out; -v lists them." if left else ""
