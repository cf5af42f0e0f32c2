"""Other people's quotation checkers and matchers, each behind one door; runs in the peer's own environment, on it alone.

    python peer_adapters.py NAME CASES.jsonl ANSWERS.jsonl SECONDS

CASES: {"id", "quote", "text"} a line. ANSWERS: {"id", "class", "own", "ms"} a line. A class is "yes" (accepted), "no"
(refused, and the peer has no more to say), "crash", or one of the classes of `benchmarks.peers`. The peer's reading of the
text counts in its CPU time, importing it does not. After SECONDS of CPU time the rest is left out.
"""

# mypy: disable-error-code="import-not-found"
from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

Ask = Callable[[str, str], tuple[str, str]]


def _blanks(words: str) -> str:
    return " ".join(words.split())


def _letters(words: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", words).casefold()).strip()


def substring() -> Ask:
    """The words as they stand, blanks aside."""
    return lambda quote, text: ("yes" if _blanks(quote) in _blanks(text) else "no", "")


def letters() -> Ask:
    """Normalise (NFKC, case, letters and digits only), then look for the words."""
    return lambda quote, text: ("yes" if _letters(quote) in _letters(text) else "no", "")


def rapidfuzz() -> Ask:
    """A similarity of 90 of 100 to some window of the text."""
    from rapidfuzz import fuzz

    return lambda quote, text: ("yes" if fuzz.partial_ratio(quote, text) >= 90 else "no", "")


def edlib() -> Ask:
    """An edit distance of at most a tenth to some window of the text."""
    from edlib import align

    def ask(quote: str, text: str) -> tuple[str, str]:
        codes = {char: number for number, char in enumerate(dict.fromkeys(quote))}
        if len(codes) > 250:
            return "no", "too many different characters"
        given = "".join(chr(codes[char]) for char in quote)
        held = "".join(chr(codes.get(char, 255)) for char in text)
        distance = align(given, held, mode="HW", k=max(1, len(quote) // 2))["editDistance"]
        return ("yes" if 0 <= distance <= len(quote) * 0.1 else "no"), str(distance)

    return ask


def buddie() -> Ask:
    from buddie.verbatim.check import Page

    def ask(quote: str, text: str) -> tuple[str, str]:
        told = Page(text.encode(), "text/plain; charset=utf-8").locate(quote)
        if told["verdict"] == "NOT_FOUND":
            return ("altered" if told["closest"]["ratio"] >= 0.75 else "not_found"), "NOT_FOUND"
        return ("not_found" if told["verdict"] == "HIDDEN_ONLY" else "yes"), told["verdict"]

    return ask


_KROKAI = {
    **dict.fromkeys(("TRUNCATED_CONDITION", "TRUNCATED_OPENING", "FOUND_ELSEWHERE", "SUPERSEDED_EDITION"), "yes"),
    **dict.fromkeys(("WRONG_SPEAKER", "VERIFIED"), "yes"),
    **dict.fromkeys(("OPERATOR", "FRAGMENTS", "PARTIAL", "ALTERED"), "altered"),
    **dict.fromkeys(("SPLICED", "ELLIPSIS_HIDES", "SCATTERED"), "spliced"),
    **dict.fromkeys(("PUNCTUATION", "TYPESETTING"), "typographic"),
    "ASSEMBLED": "permissible",
    "NOT_FOUND": "not_found",
    "NO_SOURCE_ON_DISK": "source_unavailable",
}


def krokai() -> Ask:
    from krokai.corpus import Corpus
    from krokai.verify import check

    folder = tempfile.mkdtemp()

    def ask(quote: str, text: str) -> tuple[str, str]:
        (Path(folder) / "source.txt").write_text(text, encoding="utf-8")
        own = check(quote, Corpus([folder], quiet=True))[0]
        return _KROKAI[own], own

    return ask


def gtrex() -> Ask:
    """Its default policy; what that refuses is put to its repairer."""
    from gtrex import Policy
    from gtrex.repair import Repairer

    policy = Policy()

    def ask(quote: str, text: str) -> tuple[str, str]:
        repairer = Repairer(text, policy)
        told = repairer.verifier.verify(quote)
        if told.grounded:
            return "yes", told.tier
        if told.verdict == "stitched":  # every fragment is there
            return "permissible", "stitched"
        if told.verdict == "grounded_loose":
            return "altered", "loose"
        best = repairer.verifier.index.best_span(quote)
        return ("altered" if best is not None and best.score >= 0.65 else "not_found"), told.verdict

    return ask


def gtrex_permissive() -> Ask:
    from gtrex import Verifier, policy

    def ask(quote: str, text: str) -> tuple[str, str]:
        told = Verifier(text, policy.PERMISSIVE).verify(quote)
        return ("yes" if told.grounded else "no"), told.verdict

    return ask


def pagecite() -> Ask:
    from pagecite.verify import check_quote

    def ask(quote: str, text: str) -> tuple[str, str]:
        told = check_quote(quote, [1], [text])
        return ("yes" if told.ok else "no"), told.reason

    return ask


def linkml() -> Ask:
    from linkml_reference_validator.models import ReferenceContent, ReferenceValidationConfig
    from linkml_reference_validator.validation.supporting_text_validator import SupportingTextValidator

    folder = Path(tempfile.mkdtemp())

    def ask(quote: str, text: str) -> tuple[str, str]:
        validator = SupportingTextValidator(ReferenceValidationConfig(cache_dir=folder))
        told = validator.find_text_in_reference(quote, ReferenceContent(reference_id="file:x", content=text))
        return ("yes" if told.found else "no"), ""

    return ask


def quotecheck() -> Ask:
    from quotecheck.find import check

    named = {"found": "yes", "interleaved": "yes", "drift": "altered", "absent": "not_found"}

    def ask(quote: str, text: str) -> tuple[str, str]:
        own = check(quote, text).status
        return named[own], own

    return ask


ADAPTERS: dict[str, Callable[[], Ask]] = {
    "substring": substring,
    "letters": letters,
    "rapidfuzz": rapidfuzz,
    "edlib": edlib,
    "buddie": buddie,
    "krokai": krokai,
    "gtrex": gtrex,
    "gtrex-permissive": gtrex_permissive,
    "pagecite": pagecite,
    "linkml": linkml,
    "quotecheck": quotecheck,
}


def main() -> None:
    name, given, answers, seconds = sys.argv[1:]
    os.environ["PYTHONWARNINGS"] = "ignore"
    ask, used = ADAPTERS[name](), 0.0
    with open(given, encoding="utf-8") as cases, open(answers, "w", encoding="utf-8") as out:  # noqa: PTH123
        for line in cases:
            if used > float(seconds):
                break
            case: dict[str, Any] = json.loads(line)
            began = time.process_time()
            try:
                told, own = ask(case["quote"], case["text"])
            except Exception as error:  # a peer's crash is a result
                told, own = "crash", f"{type(error).__name__}: {error}"[:200]
            spent = time.process_time() - began
            used += spent
            out.write(json.dumps({"id": case["id"], "class": told, "own": str(own), "ms": 1000 * spent}) + "\n")


if __name__ == "__main__":
    main()
