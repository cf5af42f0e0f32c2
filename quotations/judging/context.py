"""What stands around the passage: another's words, a denial, a condition, a question, another speaker, a notice."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotations.comparison import TextIndex
from quotations.comparison.surface import closes_sentence
from quotations.comparison.tokens import tokenize
from quotations.model import Article, Comparison, Flag, Quotation, QuotationKind, Text, Verdict

_BACK = 400
_OPENING, _CLOSING = "“„«‹「『", "”»›」』"
_DENIAL = re.compile(
    r"(?:it is|it's|it was) (?:false|untrue|not true|wrong|a lie|a myth)\b|\b(?:never|did not|didn't|does not|doesn't|do not|don't) (?:say|said|claim|believe|mean|think)\b"
    r"|\b(?:denied|denies|deny|denying|disputed|disputes|rejected|rejects) (?:that|saying|the claim)\b|\b(?:falsely|wrongly) (?:claim|claimed|said|reported)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(?:if|unless|suppose|supposing|assuming|imagine|provided|even if|wenn|falls|si|se|jeśli|als|если)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:critics|some|many|opponents|supporters|others|skeptics|sceptics|people|they) (?:say|said|claim|claimed|argue|argued|believe|believed|think)\b"
    r"|\b(?:is|was|are|were) (?:said|alleged|rumou?red|thought|believed) to\b",
    re.IGNORECASE,
)
_REBUTTAL = re.compile(
    r"^\W*(?:but|however|yet|in fact|in reality|actually|that is (?:false|wrong)|this is (?:false|wrong)|aber|doch|mais|pero|ma)\b",
    re.IGNORECASE,
)
#: Each with a part of it that few texts have.
_UNSURE = (
    ("final form", ("not in its final form", "not be in its final form")),
    ("prepared", ("as prepared for delivery", "prepared remarks")),
    ("rush transcript", ("rush transcript",)),
    ("(", ("(ph)", "(sic)")),
    ("[", ("[ph]", "[sic]")),
)
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n\s*\n")


def flags_of(quotation: Quotation, flags: Iterable[Flag] = ()) -> tuple[Flag, ...]:
    """*flags*, each once, and whether the quotation repeats another."""
    echo = (Flag.ECHO,) if quotation.kind is QuotationKind.ECHO else ()
    return tuple(dict.fromkeys((*flags, *echo)))


def context_flags(
    quotation: Quotation, comparison: Comparison, index: TextIndex, article: Article | None
) -> list[Flag]:
    """The flags that the passage's surroundings raise; none where no passage was found."""
    passage = comparison.passage
    if passage is None or comparison.verdict.rank > Verdict.WEAK.rank:
        return []
    text = index.text
    start, end = passage.span.start, passage.span.end
    before = _SENTENCE.split(text.text[max(0, start - _BACK) : start])[-1]
    after = text.text[end : end + _BACK]
    rest = _SENTENCE.split(after)
    flags: list[Flag] = []
    if _inside_quotation(text.text, start, end):
        flags.append(Flag.SECONDARY_SOURCE)
    if _DENIAL.search(before):
        flags.append(Flag.CONTEXT_NEGATED)
    if before and _CONDITION.search(before):
        flags.append(Flag.CONTEXT_CONDITIONAL)
    if _asks(after, passage.exact) and "?" not in quotation.text:
        flags.append(Flag.CONTEXT_QUESTION)
    if _REPORTED.search(before):
        flags.append(Flag.CONTEXT_REPORTED)
    if len(rest) > 1 and _REBUTTAL.search(rest[1]):
        flags.append(Flag.CONTEXT_REBUTTED)
    if _other_speaker(quotation, index, start):
        flags.append(Flag.SPEAKER_MISMATCH)
    return flags + _source_flags(text, article)


def transcript_unsure(text: Text) -> bool:
    """Whether a transcript says that it is rushed, prepared, or unsure of a word."""
    if "(" in text.text and ("(PH)" in text.text or "(SIC)" in text.text):
        return True
    edges = f"{text.text[:4000]}\0{text.text[-3000:]}".lower()
    return any(sign in edges for part, signs in _UNSURE if part in edges for sign in signs)


def _inside_quotation(text: str, start: int, end: int) -> bool:
    """Whether the passage stands inside quotation marks of the source that open before it and close behind it."""
    before, after = text[max(0, start - _BACK) : start], text[end : end + _BACK]
    paragraph = before.rpartition("\n\n")[2]
    following = after.partition("\n\n")[0]
    opened = max(paragraph.rfind(mark) for mark in _OPENING)
    closed = max(paragraph.rfind(mark) for mark in _CLOSING)
    if opened > closed:
        return any(mark in following for mark in _CLOSING)
    return paragraph.count('"') % 2 == 1 and '"' in following


def _asks(after: str, exact: str) -> bool:
    """Whether the sentence of the passage ends with a question mark."""
    if closes_sentence(exact[-2:]):
        return exact.rstrip().endswith("?")
    stop = re.search(r"[.!?]", after)
    return stop is not None and stop.group() == "?"


def _other_speaker(quotation: Quotation, index: TextIndex, start: int) -> bool:
    """Whether the source says that another speaks here than the article says."""
    blocks = index.blocks
    if not quotation.speaker or not blocks:
        return False
    speaker = blocks[index.block_at(start)].speaker
    if speaker is None:
        return False
    mine, theirs = set(tokenize(quotation.speaker).keys), set(tokenize(speaker).keys)
    return not mine & theirs and len(mine) > 0


def _source_flags(text: Text, article: Article | None) -> list[Flag]:
    """What the source says of itself: corrected, retracted, later than the article, or a copy of it."""
    flags: list[Flag] = []
    notices = " ".join(text.notices).lower()
    if "retract" in notices:
        flags.append(Flag.SOURCE_RETRACTED)
    elif "correct" in notices:
        flags.append(Flag.SOURCE_CORRECTED)
    if article is not None and article.published and text.published and text.published[:10] > article.published[:10]:
        flags.append(Flag.SOURCE_LATER)
    if article is not None and _is_copy(text, article):
        flags.append(Flag.CIRCULAR)
    return flags


def _is_copy(text: Text, article: Article) -> bool:
    """Whether the source is a copy of the article, or says that the article is its source."""
    if article.url and text.metadata.get("canonical") == article.url:
        return True
    if article.url and text.facts.canonical == article.url:
        return True
    return bool(
        article.title and text.title and len(article.title) > 25 and article.title.strip() == text.title.strip()
    )
