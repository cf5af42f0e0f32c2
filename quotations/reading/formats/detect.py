"""Which format a saved file is in: by its content first; the name only decides between what content cannot tell."""

from __future__ import annotations

import re
from enum import StrEnum


class Format(StrEnum):
    """The formats that are read, by the word that an article's ``format`` shows."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


#: What is read today, in the words that people use.
READ_TODAY = "HTML, Markdown and plain text"

_HTML = re.compile(
    r"<!doctype html|<(?:html|head|body|article|main|section|title|meta|div|p|table|h[1-6]|blockquote|ul|ol)[\s>/]",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"\[[^\[\]\n]{1,300}\]\([^)\s]{0,500}\)|^\[\^[^\]\s]{1,60}\]:|^\[[^\]\n]{1,200}\]:[ \t]*(?:<|https?://)|^#{1,6} \S|^```",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){1,200}?(?:---|\+\+\+|\.\.\.)[ \t]*(?:\r?\n|$)"
)


def of_text(text: str, name: str | None) -> Format:
    """The format of a file of characters: HTML, Markdown or plain text."""
    suffix = name.rsplit(".", 1)[-1].lower() if name and "." in name else ""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if suffix not in ("md", "markdown", "mdown", "mkd", "txt", "text"):
        if head.startswith("<") and _HTML.match(re.sub(r"^(?:<\?xml[^>]*>|<!--.*?-->|\s)+", "", head, flags=re.DOTALL)):
            return Format.HTML
        if suffix in ("html", "htm", "xhtml", "xht", "shtml"):
            return Format.HTML
    elif head[:15].lower().startswith(("<!doctype html", "<html")):
        return Format.HTML
    if suffix in ("md", "markdown", "mdown", "mkd"):
        return Format.MARKDOWN
    if _FRONT_MATTER.match(text[:65536]) or _MARKDOWN.search(text[:200_000]):
        return Format.MARKDOWN
    return Format.TEXT
