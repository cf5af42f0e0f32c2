"""Who wrote an article, out of what a credit says: "By A and B, Staff Writers | August 3, 2024" names A and B."""

from __future__ import annotations

import re

from quotations.reading.formats import dates

_LONGEST = 200
_BY = re.compile(
    r"^(?:(?:analysis|opinion|story|words|text|written|reported|posted|published|article) )?(?:by|von|par|por|di|door|av|af)\b:?\s+",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"(?:photo(?:graph)?s?|pictures?|images?|illustrations?|graphics?)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:,|\s[-–—(])\s*(?:(?:senior|special|staff|chief|political|foreign|contributing|guest|associate|managing) )*"
    r"(?:writers?|correspondents?|reporters?|columnists?|contributors?|editors?|redakteur(?:in)?|journalist(?:e|in)?)\)?\s*$",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+")
_AND = re.compile(r"\s*;\s*|\s+(?:and|und|et|y|e|en|och|og|&)\s+", re.IGNORECASE)
_COMMAS = re.compile(r",\s+(?:(?:and|und|et|&)\s+)?", re.IGNORECASE)
_PARTICLE = r"(?:de|del|della|di|da|do|dos|du|van|von|der|den|het|la|le|el|al|bin|ibn|af|ter|ten|zu)"
_PERSON = re.compile(rf"[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s+(?:{_PARTICLE}|[^\W\d_a-zß-ÿ][\w.’'-]*)){{1,4}}")
_INVERTED = re.compile(r"([^\W\d_][\w’'-]*(?: [\w’'-]+){0,2}), ([^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,2})")
_DAY_AT_END = re.compile(
    r"(?:,|\s)+(?:on |am )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    + "|".join(m for m in dates.MONTHS if len(m) > 3)
    + r")\.?$",
    re.IGNORECASE,
)
#: A stop that ends the line, and neither an initial nor an abbreviation.
_FULL_STOP = re.compile(r"[^\W\d_]{4}\.$")
_MAIL = re.compile(r"[<(]?\S{1,200}@\S{1,200}[>)]?")
#: What publishing systems write where they know nobody.
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "author",
        "autor",
        "auteur",
        "anonymous",
        "editor",
        "guest",
        "n/a",
        "none",
        "null",
        "redaktion",
        "root",
        "staff",
        "undefined",
        "unknown",
        "user",
        "webmaster",
    ]
)


def names(credit: str | None, *, inverted: bool = False) -> str | None:
    """The names in *credit*, in its order, joined by ", "; None when it names nobody or credits a picture.

    With *inverted*, "Tilney, Maud" is turned round, as records of libraries and journals write names.
    """
    words = " ".join((credit or "").split())
    if not words or len(words) > _LONGEST or _PICTURE.match(words) or "://" in words:
        return None
    if "@" in words:
        words = " ".join(_MAIL.sub(" ", words).split()).strip("()<> ,")
    words = _BY.sub("", words)
    if day := dates.within(words):
        words = words[: day[1]]
    words = _DAY_AT_END.sub("", words.strip(" ,|·•–—-"))
    words = _OFFICE.sub("", _BARS.split(words)[0].strip(" ,"))
    words = words[:-1] if _FULL_STOP.search(words) else words
    found = [part for part in _parts(words, inverted) if part and part.casefold() not in _NOBODY]
    return ", ".join(dict.fromkeys(found)) or None


def are_persons(credit: str) -> bool:
    """Whether *credit* is nothing but names of people, as `names` gives them."""
    return all(_PERSON.fullmatch(part) for part in credit.split(", "))


def _parts(words: str, inverted: bool) -> list[str]:
    if inverted:
        turned = [_INVERTED.fullmatch(part) for part in re.split(r"\s*;\s*", words)]
        if all(turned):
            return [f"{one[2]} {one[1]}" for one in turned if one]
    for apart in (_AND, _COMMAS):
        pieces = [piece.strip(" ,") for piece in apart.split(words)]
        pieces = [name for piece in pieces for name in (_COMMAS.split(piece) if apart is _AND else [piece])]
        if len(pieces) > 1 and all(_PERSON.fullmatch(piece) for piece in pieces):
            return pieces
    return [words.strip()]
