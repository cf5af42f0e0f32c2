"""What a template puts on the page: citations with their link and quotation, block quotations, plain words; the rest nothing."""

from __future__ import annotations

import re

from quotations.reading.formats.markup import escaped
from quotations.reading.formats.wikitext.scan import split

_CITE = re.compile(r"(?:cite|citation|literatur|internetquelle|lien web|ouvrage|article|cita|harvnb|webarchive)\b")
_LINKED = re.compile(r"https?://[^\s\[\]<>|\"]{1,2000}")
_QUOTE = frozenset(
    (
        "quote",
        "blockquote",
        "block quote",
        "cquote",
        "quote box",
        "quotation",
        "zitat",
        "citation bloc",
        "rquote",
        "quote frame",
    )
)
_WORDS = frozenset(
    (
        "lang",
        "nowrap",
        "em",
        "strong",
        "small",
        "smaller",
        "abbr",
        "transliteration",
        "transl",
        "not a typo",
        "sic",
        "'",
        "nbsp",
        "spaces",
    )
)
_MARKS = {"'": "’", "'s": "’s", "nbsp": "\u00a0", "snd": " – ", "spnd": " – ", "ndash": "–", "mdash": "—", "spaced ndash": " – ",
          "--": "—", "=": "=", "!": "|", "pipe": "|", "sic": " [sic]", "snds": " – "}  # fmt: skip
_IDS = {
    "doi": "https://doi.org/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC{}/",
    "arxiv": "https://arxiv.org/abs/{}",
    "jstor": "https://www.jstor.org/stable/{}",
}


def html(inner: str) -> str:
    """The HTML of a template by what stands between its braces."""
    name, parameters = split(inner[:60_000])
    if _CITE.match(name) and name not in _QUOTE:
        return _cited(parameters)
    if name in _QUOTE or name.startswith("quote"):
        return _quoted(parameters)
    if name in _MARKS and (name != "sic" or not parameters):
        return _MARKS[name]
    if name in _WORDS or name.startswith("lang"):
        return parameters.get("2") or parameters.get("1") or parameters.get("text", "")
    if name == "url":
        return f"[{parameters.get('1', '')} {parameters.get('2') or parameters.get('1', '')}]"
    if name in ("convert", "cvt"):
        return f"{parameters.get('1', '')} {parameters.get('2', '')}"
    return ""


def _first(parameters: dict[str, str], *names: str) -> str:
    return next((parameters[name] for name in names if parameters.get(name)), "")


def _cited(parameters: dict[str, str]) -> str:
    """A citation as the page shows it: author, linked title, work, date, archived copy, and the words quoted."""
    url = _first(parameters, "url", "chapter-url", "contribution-url", "lien")
    if not url:
        url = next((form.format(parameters[key]) for key, form in _IDS.items() if parameters.get(key)), "")
    title = _first(parameters, "title", "titre", "titel", "chapter", "titolo", "título")
    author = _first(parameters, "author", "authors", "last", "last1", "vauthors", "auteur", "autor")
    given = _first(parameters, "first", "first1", "given")
    day = _first(parameters, "date", "year", "datum")
    pieces = [f"{author}, {given}" if author and given else author, f"({day})" if day else ""]
    shown = f"“{title}”" if title else url
    pieces.append(f'<a href="{escaped(url)}">{shown}</a>' if url and " " not in url else shown)
    pieces.append(_first(parameters, "work", "website", "newspaper", "magazine", "journal", "publisher", "périodique"))
    pieces.append(f"p. {page}" if (page := _first(parameters, "page", "pages", "p", "pp")) else "")
    copy = _first(parameters, "archive-url", "archiveurl")
    if copy and " " not in copy:
        pieces.append(f'<a href="{escaped(copy)}">Archived</a> {_first(parameters, "archive-date", "archivedate")}')
    if seen := _first(parameters, "access-date", "accessdate", "abruf", "consulté le"):
        pieces.append(f"Retrieved {seen}")
    shown = ". ".join(piece for piece in pieces if piece)
    quote = _first(parameters, "quote", "quotation", "zitat", "extrait", "cita")
    words = quote.strip('“”" ')
    return f"{shown}. <q>{words}</q>" if words else f"{shown}."


def _quoted(parameters: dict[str, str]) -> str:
    words = _first(parameters, "text", "quote", "1", "content")
    source = ", ".join(
        filter(
            None,
            (
                _first(parameters, "author", "2", "sign", "by"),
                _first(parameters, "title"),
                _first(parameters, "source", "3"),
            ),
        )
    )
    linked = _LINKED.search(source)
    url = _first(parameters, "url", "sourceurl") or (linked[0] if linked else "")
    cite = f' cite="{escaped(url)}"' if url else ""
    body = f"\n\n<blockquote{cite}><p>{words}</p></blockquote>\n\n"
    return f"{body}<p>— {source}</p>\n\n" if source else body
