"""A day as evidence tells it."""

from __future__ import annotations

from datetime import date


def in_words(moment: date) -> str:
    """*moment* as "3 March 2025"; of a time, its own day."""
    return f"{moment.day} {moment:%B %Y}"
