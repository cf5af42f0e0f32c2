"""From saved bytes to an `Article`: one reader a format, then quotations, citations and pairing, the same for all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotations.reading.assemble import article_of, read_article, read_articles

__all__ = ["article_of", "read_article", "read_articles"]


def __getattr__(name: str) -> Any:
    # Readers of all formats stand behind this door; a module of the house that needs one noun does not load them.
    if name in __all__:
        from quotations.reading import assemble

        return getattr(assemble, name)
    raise AttributeError(name)
