"""Reports for a terminal: plain text that reads well in a pipe, and the same in colour on a screen."""

from __future__ import annotations
