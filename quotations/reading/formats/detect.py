"""Which format a saved file is in: by its content first; the name only decides between what content cannot tell."""

from __future__ import annotations

import re
from enum import StrEnum

from quotations.errors import DamagedInput, UnknownFormat
from quotations.text.sniff import controls_in


class Format(StrEnum):
    """The formats that are read."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"
    PDF = "pdf"
    MHTML = "mhtml"
    EML = "eml"
    EPUB = "epub"
    DOCX = "docx"
    ODT = "odt"
    ENEX = "enex"
    FEED = "feed"
    JSON = "json"
    CSV = "csv"
    BOOKMARKS = "bookmarks"
    WIKITEXT = "wikitext"
    MEDIAWIKI = "mediawiki"
    WARC = "warc"
    WACZ = "wacz"
    ZIP = "zip"
    ZOTERO = "zotero"
    WALLABAG = "wallabag"
    CLIPPINGS = "clippings"


#: What is read today, in the words that people use.
READ_TODAY = (
    "HTML, MHTML, Markdown, plain text, PDF, e-mail, EPUB, DOCX, ODT, Evernote, feeds, WARC, WACZ, wikitext, bookmarks, "
    "Zotero's library and the exports of read-later services"
)

#: First bytes of formats that people save articles in and that are not read, with what to do.
_UNREAD = (
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save it as .docx."),
    (b"{\\rtf", "a rich text file", "Save it as .docx or .odt."),
    (b"bplist00", "a Safari web archive", "Save the page as HTML or print it to PDF."),
    (b"\x89PNG", "a picture", "Save the page itself, or its text."),
    (b"\xff\xd8\xff", "a picture", "Save the page itself, or its text."),
    (b"GIF8", "a picture", "Save the page itself, or its text."),
    (b"BZh", "a packed file", "Unpack it first."),
    (b"\xfd7zXZ", "a packed file", "Unpack it first."),
    (b"7z\xbc\xaf", "a packed file", "Unpack it first."),
    (b"Rar!", "a packed file", "Unpack it first."),
    (b"\x28\xb5\x2f\xfd", "a packed file", "Unpack it first."),
    (b"BOOKMOBI", "a Kindle book", "Convert it to EPUB."),
)
_HEADER = re.compile(
    rb"[\xef\xbb\xbf\r\n]*(?:From [^\r\n]*\r?\n)?((?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,200}){2,300})\r?\n"
)
_MAIL = re.compile(rb"(?im)^(?:mime-version|message-id|received|return-path|delivered-to|dkim-signature):")
_LETTER = re.compile(rb"(?im)^(?:from|to|subject|date):")
_RELATED = re.compile(rb"(?im)^content-type:\s*multipart/related")
_LOCATION = re.compile(rb"(?im)^(?:snapshot-)?content-location:")
#: What may stand before the root of an XML file, piece by piece: a possessive group of them would be matched wrongly
#: by Python before 3.11.5 (python/cpython#106052), a backtracking one would go wrong on hostile files.
_PROLOGUE = re.compile(
    r"\ufeff|\s+|<\?[^<>]{0,2000}?\?>|<!--.{0,5000}?-->|<!DOCTYPE[^<>\[]{0,500}(?:\[[^\]]{0,8000}\]\s*)?>", re.DOTALL
)
_ROOT = re.compile(r"<([A-Za-z][\w.:-]{0,60})")
_ROOTS = {
    "rss": Format.FEED,
    "feed": Format.FEED,
    "rdf:rdf": Format.FEED,
    "en-export": Format.ENEX,
    "office:document": Format.ODT,
    "mediawiki": Format.MEDIAWIKI,
    "result": Format.WALLABAG,
}
_HTML_ROOTS = frozenset({"html", "head", "body", "article", "div", "p", "section", "main"})
#: Articles in the XML of publishers and manuals, whose root has the name of HTML's.
_SCHOLARLY = re.compile(r"<!DOCTYPE (?:article|book)\b|docbook\.org/ns|jats\.nlm\.nih\.gov", re.IGNORECASE)
_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|article|main|section|title|meta|link|div|p|table|h[1-6]|blockquote|ul|ol|span|center)[\s>/]",
    re.IGNORECASE,
)
#: What a page's prose stands in, and Markdown's does not.
_PROSE_TAG = re.compile(r"</(?:p|a|li|td|h[1-6]|blockquote)\s*>", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype html|<html[\s>]", re.IGNORECASE)
#: Signs of Markdown inside a line and, behind a line's end, at its head.
_MARKDOWN_LINK = re.compile(r"\[[^\[\]\n]{1,300}\]\([^)\s]{0,500}(?:[ \t]+\"[^\"\n]{0,500}\")?\)")
_MARKDOWN_LINE = re.compile(r"\n(?:\[\^[^\]\s]{1,60}\]:| {0,3}\[[^\]\n]{1,200}\]:[ \t]*(?:<|https?://)|#{1,6} \S|```)")
_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){1,200}?(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_WIKI_SURE = re.compile(
    r"<ref(?:\s+name\s*=[^<>]{0,200})?\s*/?>|\{\{\s*(?:cite|citation|reflist|short description|infobox)\b",
    re.IGNORECASE,
)
_WIKI_SIGN = re.compile(
    r"^(==?=?=?)(?!=)[^=\n]+\1\s*$|\[https?://[^\s\]]+ [^\]\n]{1,300}\]|\[\[[^\[\]\n]{1,200}\]\]|'''[^'\n]{1,200}'''",
    re.MULTILINE,
)
#: What no page's mark-up holds: a heading of wikitext, which may stand behind an element that carries its anchor.
_WIKI_HEADING = re.compile(
    r"^(==?=?)(?!=)[^=<>\n]{1,200}\1\s*$(?=[\s\S]{0,8000}(?:^==|\[https?://\S+ [^\]\n]+\]|<ref))", re.M
)
#: Share of control characters that a broken page may have, too, zero bytes among them.
_STRAY = 0.005
_MARKDOWN_NAMES = ("md", "markdown", "mdown", "mkd", "mdx", "qmd")


def suffix_of(name: str | None) -> str:
    """The name's ending in lower case, without its dot."""
    return name.rsplit(".", 1)[-1].lower() if name and "." in name else ""


def of_bytes(data: bytes, name: str | None) -> Format | None:
    """The format that the bytes show, None when the file is characters; raises UnknownFormat for other binary files."""
    head = data[:1024]
    if b"%PDF-" in head:
        return Format.PDF
    if head.startswith(b"PK\x03\x04") or (b"data-sfz" in head and b"PK\x03\x04" in data):
        return _zip(data, name)
    if head.lstrip(b"\r\n").startswith(b"WARC/"):
        return Format.WARC
    if head.startswith(b"\x1f\x8b"):
        return _gzip(data, name)
    if head.startswith(b"SQLite format 3\x00"):
        return Format.ZOTERO
    for magic, what, remedy in _UNREAD:
        if head.startswith(magic) or (magic == b"BOOKMOBI" and magic in head[:100]):
            raise _unknown(f"The file is {what}, which is not read.", remedy, name)
    if mail := _HEADER.match(data[:200_000]):
        return _mail(data, mail[1])
    if _is_binary(data[:8192]) and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unknown("The file is binary and in no format that is read.", "", name)
    return Format.JSON if suffix_of(name) == "json" else _markup(data, name)


def _is_binary(sample: bytes) -> bool:
    return 0 in sample and controls_in(sample) > _STRAY * len(sample)


def _unknown(message: str, remedy: str, name: str | None) -> UnknownFormat:
    return UnknownFormat(message, hint=f"{remedy} Read today: {READ_TODAY}.".strip(), subject=name or "")


def _zip(data: bytes, name: str | None) -> Format:
    from quotations.reading.formats.zipped import Zipped

    package = Zipped(data, name)
    kind = package.read("mimetype", most=1000).strip() if "mimetype" in package else b""
    if kind == b"application/epub+zip" or "META-INF/container.xml" in package:
        return Format.EPUB
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT
    if "[Content_Types].xml" in package:
        if any(member.startswith("word/") for member in package.names):
            return Format.DOCX
        raise _unknown("The file is an Office file, but no text document.", "Save its text as .docx.", name)
    if any(member.startswith("archive/") and ".warc" in member for member in package.names):
        return Format.WACZ
    return Format.ZIP


def _gzip(data: bytes, name: str | None) -> Format:
    import zlib

    try:
        head = zlib.decompressobj(31).decompress(data[:65536], 64)
    except zlib.error as error:
        raise DamagedInput("The packed file is broken.", hint="Save or fetch it again.", subject=name or "") from error
    if head.lstrip(b"\r\n").startswith(b"WARC/"):
        return Format.WARC
    raise _unknown("The file is packed (gzip) and no web archive.", "Unpack it first.", name)


def _mail(data: bytes, head: bytes) -> Format | None:
    saved = _LOCATION.search(head) or _LOCATION.search(data[:20_000])
    if _RELATED.search(head) and (saved or b"<Saved by" in head):
        return Format.MHTML
    if _MAIL.search(head) or len(_LETTER.findall(head)) >= 3:
        return Format.EML
    return None


def _markup(data: bytes, name: str | None) -> Format | None:
    """The format of XML and JSON, whose head is ASCII in every charset that they come in but UTF-16."""
    head = data[:8192].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    start = head.lstrip("\ufeff \t\r\n")
    if start[:40].upper().startswith("<!DOCTYPE NETSCAPE-BOOKMARK-FILE"):
        return None
    if start.startswith("<") and (root := _root(head)):
        named = root[1].lower()
        found = _ROOTS.get(named)
        foreign = named not in _HTML_ROOTS and (start.startswith("<?xml") or suffix_of(name) == "xml")
        if found is None and (foreign or (named in ("article", "book") and _SCHOLARLY.search(head))):
            raise _unknown(f"The file is XML of a kind that is not read ({root[1]}).", "", name)
        return found
    if re.match(r"[\[{]\s*(?:[\[{]\s*)?(?:\"|[\]}])", start) and not start.startswith("[["):
        return Format.JSON if re.match(r"\{|\[\s*[\[{\]\"]", start) else None
    return None


def of_text(text: str, name: str | None) -> Format:
    """The format of a file of characters."""
    from quotations.reading.formats.exports.clippings import is_clippings
    from quotations.reading.formats.exports.tables import shape

    suffix = suffix_of(name)
    head = text[:8192].lstrip("\ufeff \t\r\n")
    if head[:40].upper().startswith("<!DOCTYPE NETSCAPE-BOOKMARK-FILE") or _POCKET.search(head):
        return Format.BOOKMARKS
    if head[:15].lower().startswith(("<!doctype html", "<html")):
        return Format.HTML
    if shape(head) and suffix not in _MARKDOWN_NAMES:
        return Format.CSV
    if is_clippings(text):
        return Format.CLIPPINGS
    if suffix == "csv":
        raise _unknown(
            "The table has none of the columns that exports of articles have.", "Name its columns title and url.", name
        )
    if suffix not in (*_MARKDOWN_NAMES, "txt", "text", "wiki", "wikitext", "mediawiki"):
        bare = re.sub(r"^(?:<\?[^<>]{0,2000}?\?>|<!--.{0,8000}?-->|\s)+", "", head, flags=re.DOTALL)
        page = (
            bare.startswith("<")
            and (_HTML.match(bare) or _PAGE.search(text[:200_000]))
            and not _WIKI_HEADING.search(head)
            and not _is_markdown_in_tags(text[:200_000])
        )
        if page or suffix in ("html", "htm", "xhtml", "xht", "shtml"):
            return Format.HTML
    if suffix in ("wiki", "wikitext", "mediawiki") or (suffix not in _MARKDOWN_NAMES and _is_wikitext(text[:200_000])):
        return Format.WIKITEXT
    if suffix in _MARKDOWN_NAMES or _FRONT_MATTER.match(text[:65536]) or _is_markdown(text[:200_000]):
        return Format.MARKDOWN
    return Format.TEXT


#: Pocket's list, which is a page like any other but for its title and what it notes of each link.
_POCKET = re.compile(r"<title>\s*Pocket Export\s*</title>(?=[\s\S]{0,6000}?\btime_added=)", re.IGNORECASE)


def _is_markdown(text: str) -> bool:
    return bool(_MARKDOWN_LINK.search(text) or _MARKDOWN_LINE.search("\n" + text))


def _is_markdown_in_tags(text: str) -> bool:
    """Whether tags only stand around Markdown: converters leave ``<div>`` lines where a page had its columns."""
    if not _is_markdown(text) or _PAGE.search(text):
        return False
    # A table may stand in HTML among prose that does not.
    return not _PROSE_TAG.search(text) or len(_MARKDOWN_LINK.findall(text)) > max(2, text.count("<a "))


def _is_wikitext(text: str) -> bool:
    sure = _WIKI_SURE.search(text) or (_WIKI_HEADING.search(text) and not _MARKDOWN_LINK.search(text))
    return bool(sure) and len(_WIKI_SIGN.findall(text)) >= 2


def _root(head: str) -> re.Match[str] | None:
    """The tag that opens the root of an XML file, behind its prologue."""
    at = 0
    while piece := _PROLOGUE.match(head, at):
        at = piece.end()
    return _ROOT.match(head, at)
