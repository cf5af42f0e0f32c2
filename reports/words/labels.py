"""The model's closed words as people say them."""

from __future__ import annotations

from quotations.model import Basis, Confidence, Flag, QuotationForm, QuotationKind, Role, Severity

FLAGS: dict[Flag, str] = {
    Flag.TRUNCATED_LEFT: "The quotation begins in mid-sentence.",
    Flag.TRUNCATED_RIGHT: "The quotation stops before the sentence does.",
    Flag.FULL_STOP_FAKED: "A closing mark inside the quotation stands where the source’s sentence goes on.",
    Flag.OMITS_REVERSAL: "A sentence left out turns the sense of what is quoted.",
    Flag.FAR_GAP: "The parts stand far from each other in the source.",
    Flag.BRACKET_SUBSTANTIVE: "A bracket changes more than it may: it adds or covers a word that bears on the sense.",
    Flag.ONLY_HIDDEN: "The words are in the page’s file only where no reader sees them.",
    Flag.ONLY_HEADLINE: "The words stand only in a headline.",
    Flag.ONLY_CAPTION: "The words stand only in a caption.",
    Flag.ONLY_METADATA: "The words stand only in the page’s description, not on the page.",
    Flag.OUTSIDE_MAIN: "The words stand outside the main text, in a teaser, a comment or the navigation.",
    Flag.SPEAKER_MISMATCH: "The source seems to give these words to another speaker.",
    Flag.SECONDARY_SOURCE: "The source quotes these words itself; they come from somewhere else.",
    Flag.CONTEXT_NEGATED: "In the source the words stand under a negation.",
    Flag.CONTEXT_CONDITIONAL: "In the source the words stand under a condition.",
    Flag.CONTEXT_QUESTION: "In the source the words are part of a question.",
    Flag.CONTEXT_REPORTED: "In the source the words report what somebody else holds.",
    Flag.CONTEXT_REBUTTED: "In the source the words are put up only to be refuted.",
    Flag.EMPHASIS_CHANGED: "The emphasis differs from the source’s.",
    Flag.SEVERAL_OCCURRENCES: "The words stand in the source more than once.",
    Flag.FORMULAIC: "Many sources have these words; they may be a set phrase.",
    Flag.SOURCE_CORRECTED: "The source says that it was corrected.",
    Flag.SOURCE_RETRACTED: "The source says that it was retracted.",
    Flag.SOURCE_LATER: "The source as it was read is later than the article.",
    Flag.CIRCULAR: "The source seems to have the words from this article.",
    Flag.ECHO: "The quotation repeats an earlier one.",
    Flag.PAIRED_BY_EVIDENCE: "Which source is meant was not certain; this one has the words.",
    Flag.LANGUAGE_RULES_MISSING: "There are no rules for this language yet; only equal words could be recognised.",
    Flag.FRAME_CHANGED: "“I think” or the like was dropped or added.",
    Flag.NAME_SPELLING: "A name is spelled differently.",
    Flag.INAUDIBLE: "The transcript has a gap inside these words.",
    Flag.TRANSCRIPT_QUALITY: "The transcript says of itself that it may be inexact.",
}

SEVERITIES: dict[Severity | None, str] = {
    Severity.OK: "nothing amiss",
    Severity.NOTE: "worth knowing",
    Severity.WARNING: "needs a look",
    Severity.ERROR: "needs attention",
    None: "not checked",
}

KINDS: dict[QuotationKind, str] = {
    QuotationKind.DIRECT: "quotation",
    QuotationKind.FRAGMENT: "quoted fragment",
    QuotationKind.ECHO: "repeats an earlier quotation",
    QuotationKind.SCARE: "scare quotes",
    QuotationKind.TITLE: "title",
    QuotationKind.TERM: "term",
    QuotationKind.NICKNAME: "nickname",
    QuotationKind.BOILERPLATE: "boilerplate",
    QuotationKind.EXAMPLE: "example",
    QuotationKind.HYPOTHETICAL: "speech nobody uttered",
    QuotationKind.CALLOUT: "note set apart",
    QuotationKind.TRANSLATION: "translation",
}

FIELDS: dict[str, str] = {
    "title": "Title",
    "author": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "url": "Address",
    "original_url": "First address",
    "original_publisher": "First published by",
    "saved_at": "Saved",
    "language": "Language",
    "format": "Format",
}

FORMS: dict[QuotationForm, str] = {
    QuotationForm.INLINE: "in the running text",
    QuotationForm.BLOCK: "set apart as a block",
    QuotationForm.SPLIT: "interrupted by its attribution",
}

ROLES: dict[Role, str] = {
    Role.BODY: "in the text",
    Role.NOTE: "in a note",
    Role.LIST: "in a reference list",
    Role.CHROME: "page furniture",
}

BASES: dict[Basis, str] = {
    Basis.GIVEN: "you named this source",
    Basis.CITE_ATTRIBUTE: "the quotation itself names this address",
    Basis.INSIDE_ANCHOR: "the quotation stands inside the link",
    Basis.CUE_LINK: "the words that introduce it carry the link",
    Basis.NOTE: "a note at the quotation names the source",
    Basis.SAME_SENTENCE: "the link stands in the same sentence",
    Basis.NAMED_SOURCE: "the sentence names the source that is linked",
    Basis.SAME_SPEAKER: "an earlier quotation of the same speaker is from there",
    Basis.PARAGRAPH: "the link is the nearest in the paragraph",
    Basis.ECHO: "the quotation that it repeats is from there",
    Basis.EVIDENCE: "this source has the words",
}

CONFIDENCES: dict[Confidence, str] = {
    Confidence.CERTAIN: "certain",
    Confidence.HIGH: "very likely",
    Confidence.MEDIUM: "likely",
    Confidence.LOW: "a guess",
}

#: What a difference touches, by the code of the rule that it falls under.
OPERATIONS: dict[str, str] = {
    "stepped_over": "a note mark, label or the like inside the text",
    "credit": "a credit behind the words",
    "typography": "a mark’s shape",
    "marks": "a mark",
    "final_mark": "a mark at the edge",
    "full_stop_faked": "a closing mark where the sentence goes on",
    "case": "a capital",
    "announced": "a change that the article announces",
    "case_inner": "a capital",
    "accent": "an accent",
    "apostrophe": "an apostrophe",
    "spelling": "a spelling",
    "join": "written together or apart",
    "abbreviation": "an abbreviation",
    "number_form": "a number’s form",
    "typo": "a slip in the source, set right",
    "speech": "a spoken form",
    "masked": "masked letters",
    "expletive": "an expletive",
    "bracket": "a bracket",
    "sic": "a note in brackets",
    "bracket_wide": "a bracket that covers too much",
    "bracket_critical": "a bracket that bears on the sense",
    "gap": "left out, and marked",
    "gap_empty": "dots, though nothing is left out",
    "gap_edge": "dots at the edge",
    "gap_critical": "what is left out governs what is kept",
    "too_far": "far apart in the source",
    "crumbs": "pieces from distant places",
    "two_speakers": "two speakers’ words",
    "contraction": "a contraction",
    "filler": "a filler",
    "repetition": "a repetition",
    "function_word": "a small word",
    "inflection": "a word’s form",
    "future": "will, shall or going to",
    "frame": "“I think” or the like",
    "vocative": "a form of address",
    "moved": "moved inside its sentence",
    "name_spelling": "a name’s spelling",
    "inaudible": "not understood in the transcript",
    "will_changed": "will, added or dropped",
    "aspect": "done, being done or to be done",
    "opposite": "one small word for its opposite",
    "person": "who it is about",
    "name_for_pronoun": "a name for a pronoun",
    "name_form": "another form of the name",
    "word": "another word",
    "addition": "added without a sign",
    "omission": "left out without a sign",
    "order": "the order of words",
    "polarity": "the same negation in other words",
    "cut_word": "a word cut in two",
    "cut_negation": "a cut that takes a negation",
    "cut_number": "a cut that takes part of a number",
    "silent_cut": "left out without a sign",
    "turn_cut": "another speaker’s turn left out",
    "order_far": "from distant places, or in another order",
    "block_joined": "two parts of the page run together",
    "negation": "a negation",
    "number": "a number",
    "name": "a name",
    "modality": "may, must, can or should",
    "condition": "a condition",
    "quantifier": "how much or how many",
    "hedge": "how certain it is",
    "comparison": "more or less than",
    "absent_words": "not in the source",
    "segment_absent": "not in the source",
    "translated_number": "a number that the likeliest passage lacks",
    "translated_name": "a name that the likeliest passage lacks",
}


def operation_in_words(label: str) -> str:
    """What a difference touches, for people."""
    return OPERATIONS.get(label, label.replace("_", " "))
