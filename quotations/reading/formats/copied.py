"""What people see around an article that was copied as text: title, byline, date line, where it first appeared.

A copied page has no metadata, only lines that look like it. A line counts when it is nothing else than that: a
byline is "By" and a name, a date line is a day with at most a publisher before it. What is not plain stays unknown.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Link
from quotations.reading.formats import bylines, dates, titles
from quotations.reading.formats.draft import FACTS, Draft
from quotations.reading.formats.draft import informed as with_facts
from quotations.reading.formats.words import visible

_HEAD = 14  #: blocks that may stand before the article's own text
_TAIL = 30  #: blocks at the end that may tell where the article first stood
_LONG = 180  #: code points from which a paragraph is the article's own text
_PARTICLE = r"(?:de|del|della|di|da|do|dos|van|von|der|den|het|la|le|el|al|bin|ibn|y|e|und|et|and|&|zu|af|ter|ten)"
_NAME = rf"[^\W\d_a-zß-ÿ][\w.’'-]*(?:\s+(?:{_PARTICLE}|[^\W\d_a-zß-ÿ][\w.’'-]*),?){{0,8}}"
_BYLINE = re.compile(rf"(?:By|BY|by|Von|VON|Par|PAR|Por|POR|Di|DI|Door|Words by|Written by|Author:|Autor:)\s+({_NAME})")
_PUBLISHED = re.compile(
    r"(?i)^(?:first |originally )?(?:published|posted|date|veröffentlicht|publié|publicado)(?: on| am| le| el)?[:\s]*"
)
_UPDATED = re.compile(r"(?i)^(?:last )?(?:updated|modified|aktualisiert|mis à jour)\b")
_OUTLET = re.compile(
    r"(?i)\b(?:times|post|news|journal|review|gazette|herald|tribune|research|magazine|daily|weekly|monthly|courier|"
    r"observer|guardian|telegraph|press|today|standard|chronicle|dispatch|bulletin|zeitung|tagblatt|anzeiger|bote)\b|"
    r"\w\.(?:com|org|net|info|co|de|fr|it|es|nl|uk|example)\b"
)
_SUBJECT = r"(?:this|the) (?:article|story|essay|post|piece|column|interview|text|op-ed|report)"
_FIRST = re.compile(
    rf"(?i)(?:the original (?:source|version) of {_SUBJECT} (?:is|was published (?:in|on|at|by))|"
    rf"(?:{_SUBJECT}|it) (?:was |has been )?(?:first |originally )(?:published|appeared|posted|ran)(?: in| on| at| by)|"
    r"^\W*(?:first|originally) (?:published|appeared|posted)(?: in| on| at| by)|"
    rf"(?:^\W*|{_SUBJECT} (?:is|was|has been) )(?:re-?published|reprinted|reposted|cross-?posted|syndicated)"
    r"(?: here)?(?: with (?:the )?(?:kind )?permission)?(?: from| of)"
    r")\s*:?\s+"
)
_ORIGINAL = re.compile(r"(?i)(?:the |read the )?original(?: (?:article|story|post|version|essay|piece|text))?\b")
_NAME_ENDS = re.compile(r"\.(?:\s|$)|,|;|\s+(?:on|under|in|as|with|and is|where|at)\s|\s*[|•·—–(]")


#: The link by which readers without a mouse pass over a page's menu.
_SKIP = re.compile(r"(?i)(?:skip|jump) to (?:main )?(?:content|navigation)\b|zum inhalt springen|aller au contenu")
#: Words that a page repeats in large type stand between marks.
_PULLED = re.compile(r"[“„«\"].*[”“»\"]")


def facts(draft: Draft) -> None:
    """Take title, author, day, publisher and first place of publication from lines that are plainly such."""
    head = _head(draft)
    _title(draft, head)
    for block in head:
        for words in _printed_lines(draft, block):
            _byline(draft, words)
            _date_line(draft, words)
    for block in [*draft.blocks[:_HEAD], *draft.blocks[max(_HEAD, len(draft.blocks) - _TAIL) :]]:
        if len(block.span) <= 600:
            _first_published(draft, block)


def informed(document: Document) -> Document:
    """*document* with the facts that stand in its lines, for what it does not know otherwise."""
    draft = Draft(document.text, blocks=list(document.blocks), links=list(document.links), skip=list(document.skip))
    # The page's own main heading would be its title: what is left are those of its parts.
    draft.levels.update((block.span.start, 2) for block in draft.blocks if block.kind is BlockKind.HEADING)
    for name in FACTS:
        draft.note(name, getattr(document, name), document.provenance.get(name, ""))
    known = dict(draft.facts)
    facts(draft)
    new = {name: (value, draft.provenance[name]) for name, value in draft.facts.items() if name not in known}
    return with_facts(document, dict(new)) if new else document


def _head(draft: Draft) -> list[Block]:
    head: list[Block] = []
    for block in draft.blocks[:_HEAD]:
        if block.kind is not BlockKind.HEADING and len(visible(draft, block.span)) > _LONG:
            break
        head.append(block)
    return head


def _printed_lines(draft: Draft, block: Block) -> list[str]:
    """The words of a short block line by line: byline and date often share a paragraph."""
    if len(block.span) > 600:
        return []
    cuts = [block.span.start, *(m.end() for m in re.finditer(r"\n", block.span.of(draft.text)))]
    starts = [cuts[0], *(block.span.start + cut for cut in cuts[1:])]
    found = [visible(draft, Span(a, b)) for a, b in zip(starts, [*starts[1:], block.span.end], strict=True)]
    return [words for words in found if 0 < len(words) <= 160]


def _title(draft: Draft, head: list[Block]) -> None:
    if "title" in draft.facts or not head:
        return
    headings = [block for block in head if block.kind is BlockKind.HEADING]
    headings = [block for block in headings if not _PULLED.fullmatch(visible(draft, block.span))] or headings
    top = [block for block in headings if draft.levels.get(block.span.start, 1) == 1]
    if top or (headings and headings[0] is head[0]):
        draft.note("title", visible(draft, (top or headings)[0].span), "first heading")
        return
    printed = [(block, words) for block in head for words in _printed_lines(draft, block)]
    facts_at = next((n for n, (_, words) in enumerate(printed) if (_BYLINE.match(words) and n) or _dated(words)), None)
    above = [(block, words) for block, words in printed[: facts_at or 1] if _may_be_title(draft, block, words)]
    above = [one for one in above if not _leads_away(draft, one[0])] or above
    if not above:
        return
    # A kicker, or the entries of a menu: the title stands under the last of them.
    brief = [n for n, (_, words) in enumerate(above[:-1]) if len(words.split()) <= 2]
    block, words = _told_twice(above) or (above[brief[-1] + 1] if brief else above[0])
    if facts_at is None and (len(words) > 100 or any(block.span.meets(link.span) for link in draft.links)):
        return  # nothing but its place speaks for it, and its links speak against it
    draft.note("title", words, "line above the byline" if facts_at else "first line")
    if visible(draft, block.span) == words:
        at = draft.blocks.index(block)
        draft.blocks[at] = replace(block, kind=BlockKind.HEADING)


def _dated(words: str) -> bool:
    """Whether a line is a day, alone, with a byline behind it or parted from a name before it."""
    found = dates.within(words)
    if found is None or dates.day(words):
        return found is not None
    if not found[1]:
        return bool(_BYLINE.match(words[found[2] :].lstrip(" ,|·•–—-/")))
    return found[2] == len(words) and found[1] <= 60 and words[: found[1]].rstrip().endswith(("|", "·", "•"))


def _told_twice(above: list[tuple[Block, str]]) -> tuple[Block, str] | None:
    """The line that another repeats with the site's name behind it: converters write a page's own title over it."""
    longer = [words for _, words in above]
    return next((o for o in above if any(w.startswith(o[1]) and titles.is_site(w[len(o[1]) :]) for w in longer)), None)


def _leads_away(draft: Draft, block: Block) -> bool:
    """Whether the block is a line of links: the name of the site, its menu."""
    linked = sum(len(link.span) for link in draft.links if block.span.holds(link.span))
    return 2 * linked > sum(not char.isspace() for char in visible(draft, block.span))


def _may_be_title(draft: Draft, block: Block, words: str) -> bool:
    """Whether a line is a paragraph of its own that neither ends a sentence nor goes on in the next block."""
    if (
        block.kind is not BlockKind.PARAGRAPH
        or words.rstrip('”“"»«’)').endswith((".", ",", ";", ":"))
        or _UPDATED.match(words)
        or _SKIP.match(words)
        or _dated(words)
    ):
        return False
    at = draft.blocks.index(block)
    following = visible(draft, draft.blocks[at + 1].span)[:1] if at + 1 < len(draft.blocks) else "x"
    return not (visible(draft, block.span) == words and following.islower())


def _byline(draft: Draft, words: str) -> None:
    found = dates.within(words)
    day, words = (words[found[1] : found[2]], words[: found[1]] + words[found[2] :]) if found else ("", words)
    match = _BYLINE.match(words)
    if match is None and found:
        after = _PUBLISHED.sub("", words).lstrip(" ,|·•–—-/")
        match = _BYLINE.match(after[:1].upper() + after[1:])
    if match is None:
        return
    rest = match.string[match.end() :].strip(" ,|·•–—-/")
    if rest and not day and not _OUTLET.search(rest) and len(rest) > 40:
        return
    draft.note("author", bylines.names(match[1]), "byline")
    if found:
        draft.note("published", found[0], "byline")
    for piece in re.split(r"\s*[|·•–—]\s*|,\s+", rest):
        if _OUTLET.search(piece) and piece[0].isupper() and len(piece) <= 60:
            draft.note("publisher", piece, "byline")


def _date_line(draft: Draft, words: str) -> None:
    if _UPDATED.match(words):
        return
    words = _PUBLISHED.sub("", words)
    if day := dates.day(words):
        draft.note("published", day, "date line")
        return
    found = dates.within(words)
    if found is None or len(words) > 100 or dates.day(words[found[1] :]) is None:
        return
    name = words[: found[1]].strip(" ,|·•–—-/")
    if re.search(r"[,|·•–—/]\s*$", words[: found[1]]) and not _BYLINE.match(name) and len(name) <= 60:
        draft.note("published", found[0], "date line")
        name = re.split(r"\s*[|·•]\s*", name)[-1]
        if name and _OUTLET.search(name) and name[0].isupper():
            draft.note("publisher", name, "date line")


def _first_copy(draft: Draft, block: Block, named: Link) -> str | None:
    """The address that a syndication line gives: of its link "original article" before that of the outlet's name."""
    own = [link for link in draft.links if block.span.holds(link.span) and _ORIGINAL.match(visible(draft, link.span))]
    href = own[0].href if own else named.href
    return href if re.match(r"(?i)https?://", href) else None


def _first_published(draft: Draft, block: Block) -> None:
    words = visible(draft, block.span)
    match = _FIRST.search(words) if len(words) <= 320 else None
    if match is None:
        return
    rest = words[match.end() :]
    stop = _NAME_ENDS.search(rest)
    name = (rest[: stop.start()] if stop else rest).strip(" .\"“”'’")
    for link in draft.links:
        anchor = visible(draft, link.span)
        if block.span.holds(link.span) and anchor and rest.removeprefix("the ").startswith(anchor[:40]):
            name = anchor
            draft.note("original_url", _first_copy(draft, block, link), "syndication line")
            break
    if 0 < len(name) <= 80:
        draft.note("original_publisher", name, "syndication line")
