"""A word, a sign or a quotation of a paragraph, and what each word is wherever it stands."""

from __future__ import annotations

from unicodedata import normalize

#: The token of a quotation.
QUOTED = "\ue001"
#: So many words, and none longer than this, are kept with their forms.
MOST_KEPT, LONGEST_KEPT = 50_000, 40
ENDERS = frozenset(".!?。！？")
APOSTROPHES = ("'", "’")
#: What an abbreviation or an owner before it takes along.
_TAKEN = frozenset((".", *APOSTROPHES))


class Token:
    """A word, a sign or a quotation, and where it stands in the paragraph's flow.

    A plain class without a constructor, which would be most of its cost: an article has tens of thousands of them.
    Its fields are set where it is cut; nobody changes one after its scene is made.
    """

    __slots__ = ("end", "is_name", "is_word", "lower", "quoted", "sentence", "start", "text")

    text: str
    lower: str
    start: int
    end: int
    sentence: int
    quoted: int  #: number of the quotation in the paragraph, -1 for the narrator's own words
    is_word: bool  #: a word of the narrator's
    is_name: bool  #: written like a name


class Form:
    """What a word is wherever it stands."""

    __slots__ = ("ends", "is_name", "is_word", "lower", "owns", "plain", "simple", "telling", "text")

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.lower = lower
        self.is_word = text[0].isalnum()
        self.is_name = text[0].isupper() or text[0] == "@"
        self.ends = text[-1] in ENDERS  #: may end a sentence
        self.telling = self.ends or self.is_name
        self.owns = lower.endswith("s")  #: may stand before an owner's apostrophe
        self.simple = text.isalpha() or not text[0].isalpha()  #: cannot be two words in one
        #: Never more than this one token, unless a stop follows that may be part of it.
        self.plain = self.simple and not self.owns and text[0] not in _TAKEN


class _Forms(dict[str, Form]):
    """The form of each word, looked at once: texts say most of their words again and again."""

    def __missing__(self, text: str) -> Form:
        lower = text.lower()
        # Some systems save é as e and an accent of its own.
        form = Form(text, lower if lower.isascii() else normalize("NFC", lower.replace("’", "'")))
        if len(self) >= MOST_KEPT:
            self.clear()
        if len(text) <= LONGEST_KEPT:
            self[text] = form
        return form


FORMS = _Forms()
QUOTATION = Form(QUOTED, QUOTED)
#: A token as it is cut: its form, where it begins and where it ends.
Part = tuple[Form, int, int]
