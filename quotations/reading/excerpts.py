"""Articles that a feed or a list only begins or names: the rest stands on the page at their address."""

from __future__ import annotations

import re

from quotations.model import Article
from quotations.urls import is_web

#: A feed's entry of so many words that quotes and cites nothing is a teaser.
_TEASER = 150
_CREDIT = re.compile(r"\s*The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}\Z", re.S)
_CUT = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\((?:more|mehr|suite)…?\)"
    r"|\b(?:read (?:more|on|the (?:full|whole|rest)[\w ]{0,30})|continue reading|keep reading|weiterlesen|mehr lesen|lire la suite"
    r"|leer más|seguir leyendo|leggi tutto|continua a leggere|lees (?:meer|verder)|ler mais|continue lendo|läs mer|czytaj (?:dalej|więcej)"
    r"|читать (?:далее|полностью)|celý článek)[^\n]{0,200})\s*[→»>]{0,3}\s*\Z",
    re.IGNORECASE,
)


def page_of(article: Article) -> str | None:
    """The address of the page on which *article* stands whole; None where it is whole here, or has no such address.

    A list or an export that gives a title and an address alone names its article; a feed's entry begins it where its words
    break off ("…", "continue reading"), or where they are few, quote nobody and cite nothing.
    """
    address = article.url or ""
    if not is_web(address):
        return None
    begun = article.format == "feed" and (_is_teaser(article) or _CUT.search(_end(article)) is not None)
    return address if begun or _is_named(article, address) else None


def _is_named(article: Article, address: str) -> bool:
    """Whether nothing stands here but a title or an address."""
    return article.text.strip() in {"", (article.title or "").strip(), address}


def _is_teaser(article: Article) -> bool:
    return not article.quotations and not article.citations and len(article.text.split()) < _TEASER


def _end(article: Article) -> str:
    """The last words of an entry, without the line that weblogs add to each."""
    return _CREDIT.sub("", article.text[-800:].rstrip())[-300:].rstrip()
