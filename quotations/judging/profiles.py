"""House styles: each moves single rules to other verdicts; all else stands as in the table."""

from __future__ import annotations

from quotations.errors import UsageError
from quotations.model import Verdict

PROFILES: dict[str, dict[str, Verdict]] = {
    "chicago": {},
    "ap": {
        # Associated Press: quotations are never altered, not even to correct grammar or spelling.
        "typo": Verdict.MINOR,
        "spelling": Verdict.MINOR,
        "case_inner": Verdict.MINOR,
    },
    "legal": {
        # The Bluebook: even the first letter's case is bracketed.
        "case": Verdict.MINOR,
        "case_inner": Verdict.MINOR,
        "typo": Verdict.MINOR,
        "spelling": Verdict.MINOR,
        "abbreviation": Verdict.MINOR,
        "number_form": Verdict.MINOR,
        "gap_edge": Verdict.MARKED,
    },
    "transcript": {
        # Speech written down twice: spoken forms and disfluencies are the transcriber's choice.
        "speech": Verdict.CONVENTIONAL,
        "contraction": Verdict.CONVENTIONAL,
        "filler": Verdict.CONVENTIONAL,
        "repetition": Verdict.CONVENTIONAL,
    },
    "ocr": {
        # Read by machine: one letter apart is the scanner's slip.
        "typo": Verdict.TYPOGRAPHIC,
        "join": Verdict.TYPOGRAPHIC,
        "accent": Verdict.TYPOGRAPHIC,
        "name_spelling": Verdict.CONVENTIONAL,
    },
}


def profile(name: str) -> dict[str, Verdict]:
    """The moved rules of profile *name*; raises UsageError where there is none."""
    try:
        return PROFILES[name]
    except KeyError:
        raise UsageError(
            f"There is no profile {name!r}.", hint="Profiles: " + ", ".join(PROFILES), subject=name
        ) from None
