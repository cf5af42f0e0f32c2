"""Candidates of a block quotation: its own line of attribution, the line before it, the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotations.model import Basis, Span
from quotations.model.article import STAKED
from quotations.reading.document import BlockKind, Document
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Leads, Nearby
from quotations.reading.pairing.near import Near, introduces, says_in, source_near
from quotations.reading.pairing.topic import Topic
from quotations.reading.pairing.under import credited_to, says_whose
from quotations.reading.phrases import leads_at
from quotations.reading.quotes import Speech
from quotations.reading.regions.furniture import SOURCE
from quotations.reading.scene import Scene

_GIVEN = frozenset("told tells sent sends wrote writes written gave emailed mailed with showed said".split())  # noqa: SIM905
_PRIVATE = frozenset(
    ("email", "e-mail", "mail", "communication", "correspondence", "message", "conversation", "letter")
)
#: In an embedded post these lead to what it shows, and not to itself.
_SHORTENED = frozenset(("t.co", "pic.twitter.com", "bit.ly"))
#: A link from which the paragraph before a block says that it has what it tells.
_REPORTED = 0.56
#: A line of attribution is no longer.
_LINE = 160
#: The most that is said of the link ahead, without a colon, where the line below names somebody else.
_NAMED_BELOW = 0.4
#: The same where the block is a post with its own link.
_BEFORE_POST = 0.6


def block_candidates(
    document: Document, speech: Speech, nearby: Nearby, draft: Draft, before: Draft | None
) -> Iterator[Near]:
    """What the surroundings of the block *draft* offer, one `Near` a link at most. *before*: the quotation before it."""
    first, last = draft.places[0][0], draft.places[-1][0]
    named, led = _credited(speech, nearby, last + 1), first > 0 and _colon(speech, first - 1)
    turned = before is not None and before.number < 0 and before.places[-1][0] == first - 1
    around = nearby.around(first - 2, last + 1, draft.start, draft.end)
    ahead = [a for _, a in around if a.paragraph == first - 1 and not a.note]
    below = not led and says_whose(speech, last + 1)
    signed = any(first <= a.paragraph <= last and a.leads is Leads.STATUS and _signs(draft, a) for _, a in around)
    beside = first > 1 and _is_block(speech, first - 2)
    if beside and not led and (says_whose(speech, first - 1) or any(credited_to(speech, a) for a in ahead)):
        # What stands between two blocks is the first one's.
        turned, ahead = True, []
    for index, anchor in around:
        if first <= anchor.paragraph <= last:
            yield _within(document, draft, anchor, index)
        elif anchor.note and anchor.paragraph == first - 1 and anchor.span.end >= _end(speech, first - 1) - 2:
            # “As Krol has it:[3]” leads to the words; a mark behind a sentence of the author's own is that sentence's.
            leads = led or _marked_colon(speech, first - 1, anchor)
            yield Near(index, *((Basis.NOTE, 0.9) if leads else (Basis.PARAGRAPH, 0.35)), "note_lead")
        elif anchor.paragraph == first - 1 and not anchor.note:
            if _is_block(speech, first - 1) or turned:
                yield Near(index, Basis.PARAGRAPH, 0.1, "prev_block")
            else:
                near = _lead(speech, ahead, anchor, index, first - 1)
                most = _BEFORE_POST if signed else _NAMED_BELOW if below or (named and not led) else 1.0
                yield Near(index, near.basis, min(near.score, most), near.route)
        elif anchor.paragraph == first - 2 and not anchor.note and not introduces(anchor):
            bridged = not ahead and _colon(speech, first - 1)
            yield Near(index, Basis.PARAGRAPH, 0.6 if bridged else 0.2, "prev2")
        elif anchor.note and anchor.paragraph == last + 1 and _names_who(speech, last + 1):
            yield Near(index, Basis.NOTE, 0.9, "note_line")
        elif below and anchor.paragraph == last + 1 and anchor.sentence == 0 and not anchor.note:
            score = 0.3 if introduces(anchor) and anchor.leads is not Leads.PROFILE else 0.86
            yield Near(index, Basis.CUE_LINK, score, "after_whose")
        elif anchor.paragraph == last + 1 and not anchor.note:
            near = _after(speech, ahead, anchor, index)
            if anchor.leads is Leads.STATUS and _another(draft, speech.paragraphs[last + 1].text):
                near = Near(index, Basis.PARAGRAPH, 0.1, "after_other")
            credited = near.score < STAKED and not ahead and not led and credited_to(speech, anchor)
            yield Near(index, Basis.SAME_SENTENCE, 0.7, "after_credit") if credited else near


def _another(draft: Draft, line: str) -> bool:
    """Whether the line under the block, a post's, names somebody else than who speaks in the block."""
    there = line.casefold()
    return bool(draft.speaker) and not any(word in there for word in (draft.speaker or "").casefold().split())


def _signs(draft: Draft, anchor: Anchor) -> bool:
    """Whether the link stands at the block's end or behind its words, as the date under an embedded post does."""
    return anchor.span.end >= draft.parts[-1].end - 2


def _is_block(speech: Speech, paragraph: int) -> bool:
    """Whether the paragraph is itself set as a block quotation, whose links are its own."""
    return speech.paragraphs[paragraph].blocks[0].quote_depth > 0


def _credited(speech: Speech, nearby: Nearby, paragraph: int) -> bool:
    """Whether the line under the block says whose it is, and links nothing: “(Maurice Krol, poet)”, “— Krol”."""
    if paragraph >= len(speech.paragraphs) or nearby.between(paragraph, paragraph):
        return False
    words = speech.paragraphs[paragraph].text.strip()
    bracketed = words[:1] == "(" and words.rstrip(".").endswith(")") and words.count("(") == 1
    return (bracketed or words[:1] in ("—", "–", "―")) and 0 < len(words) <= _LINE


def _end(speech: Speech, paragraph: int) -> int:
    return speech.paragraphs[paragraph].blocks[-1].span.end


def _names_who(speech: Speech, paragraph: int) -> bool:
    """Whether a paragraph is the line of attribution of the block above it: short, and a dash first."""
    words = speech.paragraphs[paragraph].text.strip()
    return words[:1] in ("—", "–", "―") and len(words) <= _LINE


def _colon(speech: Speech, paragraph: int) -> bool:
    tokens = speech.scenes[paragraph].tokens
    return bool(tokens) and tokens[-1].text == ":"


def _marked_colon(speech: Speech, paragraph: int, anchor: Anchor) -> bool:
    """Whether a colon stands right before the mark, or the sentence is left open for the block."""
    ahead = speech.paragraphs[paragraph].text[: speech.paragraphs[paragraph].flow.place(anchor.span.start)]
    return not ahead.rstrip(" [(^").endswith((".", "!", "?", ".”", '."', ".»", "…"))


def _within(document: Document, draft: Draft, anchor: Anchor, index: int) -> Near:
    quoted = any(part.holds(anchor.span) for part in draft.parts)
    if anchor.note:
        behind = anchor.span.start >= draft.end - 2 or not document.text[anchor.span.end : draft.end].strip(' .”"’)\n')
        return Near(index, Basis.NOTE, 0.95 if behind else 0.1, "note_block")
    if not quoted:
        # In the block's own first line or line of attribution.
        tweet = anchor.leads is Leads.STATUS
        profile = anchor.leads in (Leads.PROFILE, Leads.HOME) and not tweet
        shortened = anchor.host in _SHORTENED
        return Near(index, Basis.CUE_LINK, 0.3 if profile or shortened else 0.96, "byline" if not tweet else "tweet")
    if anchor.leads is Leads.STATUS and anchor.span.end >= draft.end - 2:
        return Near(index, Basis.CUE_LINK, 0.95, "tweet")
    if _bracketed(document, draft, anchor):
        return Near(index, Basis.CUE_LINK, 0.93, "block_brackets")
    closes = _closes(document, draft, anchor)
    led = document.text[max(draft.start, anchor.span.start - 6) : anchor.span.start].rstrip("[<*_ ")
    if closes and led.endswith(("—", "–", "―", "--")) and anchor.leads not in (Leads.PROFILE, Leads.HOME):
        return Near(index, Basis.CUE_LINK, 0.95, "block_dash")
    covered = len(anchor.span) / max(1, sum(len(part) for part in draft.parts))
    if covered > 0.6:
        return Near(index, Basis.INSIDE_ANCHOR, 0.93, "in_whole")
    ends = closes and anchor.span.start > draft.parts[-1].start
    return Near(index, Basis.PARAGRAPH, 0.35 if ends else 0.08, "inner_end" if ends else "inner")


def _closes(document: Document, draft: Draft, anchor: Anchor) -> bool:
    """Whether no word of the block follows the link."""
    last = draft.parts[-1].end
    return anchor.span.end >= last or not any(c.isalnum() for c in document.words(Span(anchor.span.end, last)))


def _bracketed(document: Document, draft: Draft, anchor: Anchor) -> bool:
    """Whether the link stands in brackets at the block's end."""
    behind = document.text[anchor.span.end : draft.end].strip()
    before = document.text[max(draft.start, anchor.span.start - 3) : anchor.span.start].rstrip("[<")
    return before.endswith(("(", "[")) and not any(c.isalnum() for c in behind[:1]) and len(behind.strip(')].”"')) == 0


def _lead(speech: Speech, ahead: Sequence[Anchor], anchor: Anchor, index: int, paragraph: int) -> Near:
    """A link in the paragraph before the block, most often in its last sentence."""
    scene = speech.scenes[paragraph]
    final = bool(scene.tokens) and anchor.sentence == scene.tokens[-1].sentence
    colon = _colon(speech, paragraph)
    sourced = source_near(speech.lexicon, scene, anchor) or says_in(speech.lexicon, scene, anchor)
    spoken_of = {a.number for a in ahead if Topic(speech.lexicon, scene, a).about()}
    rivals = sum(
        a.sentence == anchor.sentence and a.number not in spoken_of and not (spoken_of and introduces(a)) for a in ahead
    )
    rivals -= not (spoken_of and introduces(anchor))
    if anchor.number in spoken_of and rivals >= 0:
        return Near(index, Basis.PARAGRAPH, 0.3, "prev_about")
    in_final = [a for a in ahead if scene.tokens and a.sentence == scene.tokens[-1].sentence]
    if final:
        score = (0.93 if sourced else 0.85) if colon else (0.8 if sourced else 0.66)
        basis = Basis.CUE_LINK if colon or sourced else Basis.SAME_SENTENCE
        if rivals and not (sourced and colon):
            score -= 0.2
        if anchor.first == anchor.last or (introduces(anchor) and Topic(speech.lexicon, scene, anchor).glossed(None)):
            # A picture; the author of [a program](https://…/).
            score = min(score, 0.3)
        elif anchor.leads is Leads.PROFILE:
            score = min(score, 0.5 if not rivals else 0.25)
        elif introduces(anchor):
            score = min(score, 0.4 if rivals else 0.72 if colon else 0.45)
        if introduces(anchor):
            basis = Basis.SAME_SENTENCE
        elif not sourced and Topic(speech.lexicon, scene, anchor).explains():
            basis, score = Basis.PARAGRAPH, min(score, 0.4)
        if not colon and _aside(scene, anchor):
            # (welcome at [the project](…)): said by the way.
            score = min(score, 0.4)
        if _private(speech, paragraph):
            score = min(score, 0.3)
        return Near(index, basis, score, "prev_colon_last" if colon else "prev_last")
    if in_final:
        return Near(index, Basis.PARAGRAPH, 0.12, "prev_early")
    nearest = anchor is max(ahead, key=lambda a: a.span.start)
    score = (_REPORTED if _according(speech, scene, anchor) else 0.5 if colon else 0.45) if nearest else 0.3
    if _private(speech, paragraph):
        score = 0.3
    return Near(index, Basis.PARAGRAPH, min(score, 0.2) if introduces(anchor) else score, "prev_early")


def _according(speech: Speech, scene: Scene, anchor: Anchor) -> bool:
    """“…, he said, according to a transcript seen by [the Lamp](…). It takes time.”: the paragraph tells of that link."""
    start, _ = scene.bounds(anchor.sentence)
    ahead = [t for t in scene.tokens[max(start, anchor.first - 8) : anchor.first + 1] if t.quoted < 0]
    leads = any(any(leads_at(ahead, at, speech.lexicon)) for at in range(len(ahead)))
    return leads and not introduces(anchor)


def _aside(scene: Scene, anchor: Anchor) -> bool:
    """Whether the link stands in brackets that its sentence opened."""
    start, _ = scene.bounds(anchor.sentence)
    signs = [t.text for t in scene.tokens[start : anchor.first] if not t.is_word]
    return signs.count("(") > signs.count(")")


def _private(speech: Speech, paragraph: int) -> bool:
    """Whether the last sentence says that the words were written to the author: “a personal email from X said:”."""
    scene = speech.scenes[paragraph]
    if not scene.tokens:
        return False
    start, end = scene.sentence(len(scene.tokens) - 1)
    words = [t.lower for t in scene.tokens[start:end]]
    return any(
        (word in ("personal", "private") and any(w in _PRIVATE for w in words[at + 1 : at + 3]))
        or (word in ("me", "us") and at > 0 and _given(words[:at]))
        for at, word in enumerate(words)
    )


def _given(words: Sequence[str]) -> bool:
    """“wrote me”, “sent a letter to me”; not “it seems weird to me”."""
    return words[-1] in _GIVEN or (words[-1] == "to" and any(word in _GIVEN for word in words[-6:-1]))


def _after(speech: Speech, ahead: Sequence[Anchor], anchor: Anchor, index: int) -> Near:
    """A link behind the block: a line that is nothing else, or the next paragraph's first sentence."""
    scene = speech.scenes[anchor.paragraph]
    words = sum(t.is_word for t in scene.tokens)
    linked = sum(t.is_word for t in scene.tokens[anchor.first : anchor.last])
    captioned = speech.paragraphs[anchor.paragraph].kind is BlockKind.CAPTION
    named = captioned or bool(SOURCE.match(speech.paragraphs[anchor.paragraph].text))
    only = linked >= (0.5 if named else 0.9) * max(1, words)
    dashed = bool(scene.tokens) and scene.tokens[0].text in ("—", "–", "-", "~", "(", "[") and words <= 16
    if (
        "h/t"
        in speech.paragraphs[anchor.paragraph]
        .text[: speech.paragraphs[anchor.paragraph].flow.place(anchor.span.start)]
        .lower()
    ):
        return Near(index, Basis.PARAGRAPH, 0.2, "after_thanks")
    if dashed or (captioned and words <= 16) or (only and words <= 16):
        return Near(index, Basis.CUE_LINK, 0.85 if not ahead else 0.6, "after_line")
    if anchor.sentence == 0 and not ahead:
        return Near(index, Basis.PARAGRAPH, 0.35 if not introduces(anchor) else 0.1, "after")
    return Near(index, Basis.PARAGRAPH, 0.1, "after")
