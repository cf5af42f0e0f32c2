"""Why nothing could be said of a quotation, and what a person can do; ``{link}`` is the citation's number."""

from __future__ import annotations

from reports.words.said import Said

UNCHECKED: dict[str, Said] = {
    "no_target": Said(
        "The address is lost",
        "The saved copy names a source here but has lost its address, so there was nothing to look at.",
        "Give the source with --source {link}=FILE or --source {link}=URL, or save the article again with its links.",
    ),
    "no_citation": Said(
        "No source is named",
        "The article links no source for these words.",
        "If you know where they come from, give it with --source FILE or --source URL.",
    ),
    "ambiguous_pairing": Said(
        "Not in link {link}, the nearest one",
        "Which source is meant is not certain. The nearest one does not have the words; another may.",
        "If it is the source, say so with --source {link}=URL; if not, give the right one.",
    ),
    "partial": Said(
        "Only part could be read",
        "The words are not in the part of the source that could be read. They may stand in the rest.",
        "Open the source, save the whole of it and give the file with --source {link}=FILE.",
    ),
    "other_language": Said(
        "In another language",
        "The source is in another language than the quotation, so words cannot be held against words.",
        "Let somebody who reads both languages compare the passage.",
    ),
    "later_version": Said(
        "Only a later version was read",
        "The page was read long after the article appeared, and may have changed.",
        "Look for a version from that time, in an archive for example, and check that.",
    ),
    "full": Said("Could not be checked", "The source was read, but these words could not be held against it."),
}

#: With a link's own state: what that means for the quotation.
BY_LINK = Said("{state}", "{sentence} This says nothing about the quotation.", "{todo}")
