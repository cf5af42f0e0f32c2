"""What was found, in words."""

from __future__ import annotations

from quotations.model import Verdict
from reports.words.said import Said

VERDICTS: dict[Verdict, Said] = {
    Verdict.VERBATIM: Said("Word for word", "The source has exactly these words."),
    Verdict.TYPOGRAPHIC: Said(
        "Same words", "The source has these words; only marks, dashes, spaces or the like are set differently."
    ),
    Verdict.CONVENTIONAL: Said(
        "Same words, own style",
        "The source has these words; a capital, a final mark, a spelling or a number’s form follows the house style.",
    ),
    Verdict.MARKED: Said(
        "Changes marked",
        "The source has these words, and the article shows every change as one, in brackets or a note.",
    ),
    Verdict.ELIDED: Said(
        "Shortened, and says so",
        "The source has every part in this order; an ellipsis shows what is left out, and nothing critical is in it.",
    ),
    Verdict.MINOR: Said(
        "Small unmarked change", "The source differs in small words or forms that leave the sense as it is."
    ),
    Verdict.ALTERED: Said("Wording changed", "The source words this differently, and the article does not mark it."),
    Verdict.SPLICED: Said(
        "Joined together", "These words stand apart in the source; the article joins them without showing it."
    ),
    Verdict.CRITICAL: Said(
        "Changed where it counts",
        "The difference bears on the sense{touches}.",
    ),
    Verdict.PARTIAL: Said("There in part", "The source has some of the quoted words, and others not."),
    Verdict.WEAK: Said(
        "Too short to tell", "The source has these words, but they are so few that they may stand there by chance."
    ),
    Verdict.PARAPHRASE: Said(
        "Not in these words", "The source does not have these words; one passage says something close to them."
    ),
    Verdict.NOT_FOUND: Said(
        "Not in the source", "The source was read whole, and nothing like these words stands in it."
    ),
    Verdict.UNCHECKED: Said("Could not be checked", "This says nothing about the quotation."),
}

#: Only in mark-up that is never shown.
HIDDEN = Said(
    "Not in the source",
    "The words stand only in the page’s code, where no reader sees them.",
    "Ask where the words come from. If they were said elsewhere, cite that.",
)
#: Absent from the cited source, and held from another.
ELSEWHERE = Said(
    "In another source",
    "The cited source does not have these words; {where} does.",
    "Cite the source that has the words{elsewhere}",
)
#: A page that was read long after the article appeared.
LATER_ABSENT = Said(
    "Not in today’s version",
    "The page as it was read{days} does not have these words. It may have had them when the article was written.",
    "Look for a version from that time, in an archive for example, and check that.",
)
LATER_ABSENT_TOO = Said(
    "Not in today’s version",
    "The page as it was read{days} does not have these words, and neither has the archived version from around that day.",
    "Ask where the words come from. If they were said elsewhere, cite that.",
)
LATER_ALTERED = Said(
    "Today’s version reads differently",
    "The page as it was read{days} words this differently. It may have read as quoted when the article was written.",
    "Look for a version from that time, in an archive for example, and check that.",
)

#: The nearest link has the words otherwise, and nothing more than its being near speaks for it.
UNSTAKED = Said(
    "The nearest link reads differently",
    "Link {link} is the nearest to these words and has them otherwise; whether the article means it is open.",
    "If it is the source, say so with --source {link}=URL; if not, give the right one.",
)

#: An archived copy of the source has the words, and the page itself cannot show them.
EARLIER_VERSION = Said(
    "In an earlier version",
    "In the version of {day}, gone from the live page. {found}",
    "Link the version that has the words{elsewhere}",
)
EARLIER_COPY = Said(
    "In an earlier version",
    "In the version of {day}; the live page could not be read ({state}). {found}",
    "Link the version that has the words{elsewhere}",
)

#: What would mend it, where the words' own differences do not say it better.
TODO: dict[Verdict, str] = {
    Verdict.PARTIAL: "Quote only what the source has, or cite the source of the rest as well.",
    Verdict.PARAPHRASE: "Quote the passage as it stands, or report it without quotation marks.",
    Verdict.NOT_FOUND: "Ask where the words come from. If they were said elsewhere, cite that.",
    Verdict.WEAK: "Quote a little more, so that the place can be recognised.",
    Verdict.SPLICED: "Show the cut with an ellipsis, or quote the parts one by one.",
}

RUNGS: dict[str, str] = {
    "cited_elsewhere": "another source that the article cites",
    "same_site": "another page of the same site",
    "linked_from_source": "a page that the cited source links to",
    "linked": "a page that the cited source links to",
    "archived_version": "an archived version of the source",
    "archived": "an archived version of the source",
    "archive": "another page in the archive",
    "held": "another page in the archive",
    "anywhere_held": "another page in the archive",
    "nowhere_held": "none of the pages that are held",
}
