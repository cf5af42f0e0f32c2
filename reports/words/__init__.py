"""The catalogue: every word that a report says to people stands here, and nowhere else.

`verdicts` says what was found, `unchecked` why nothing could be, `links` what became of an address, `labels`
the closed words of the model, `phrases` how they are joined. The tone: what is known, from what, and what to
do next. Unread is not unsaid, so nothing that could not be checked is ever called wrong.
"""

from __future__ import annotations

from reports.words.said import Said

__all__ = ["Said"]
