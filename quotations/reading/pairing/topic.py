"""Links that are what is spoken of, and not where it is said: the object of a judgement, the explanation of a word."""

from __future__ import annotations

from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.near import is_source_noun, source_near
from quotations.reading.phrases import is_verb
from quotations.reading.scene import Scene

_GLOSS = frozenset(
    """
    about of who whose whom which where against called like including than after despite since amid
    trotz seit après malgré depuis tras dopo nonostante após
    """.split()  # noqa: SIM905
)
_ABOUT = frozenset(("about", "against", "regarding", "concerning", "über", "sobre"))
_OF = frozenset(("de", "du", "des", "von", "vom", "di", "del", "della", "dello", "do", "da", "van"))
#: Between what something is and whose it is.
OF = _OF | {"of"}
_ANSWERS = frozenset(
    """
    reply response answer reaction reacted responded objected addition contrast replied replying responding reacting objecting
    pointed pointing points referred referring refers alluded alluding reaktion antwort reagierte réponse réaction réagissant
    respuesta reacción reaccionó risposta reazione resposta reação reactie antwoord reageerde
    """.split()  # noqa: SIM905
)
#: Between an answer and what it answers.
_TO = frozenset(("to", "auf", "à", "a", "op"))
_TO_BE = frozenset(("is", "are", "was", "were", "ist", "sind", "war", "est", "es", "è", "é"))
#: Verbs whose object is what is spoken of.
_JUDGING = frozenset(
    """
    call calls called calling describe describes described describing denounce denounces denounced denouncing condemn
    condemns condemned condemning criticize criticizes criticized criticizing criticise criticised praise praises praised
    praising hail hails hailed hailing label labels labeled labelled labeling characterize characterizes characterized
    dismiss dismisses dismissed dismissing brand brands branded branding deride derides derided deem deems deemed mock
    mocks mocked decry decries decried consider considers considered regard regards regarded blast blasts blasted slam
    slams slammed reject rejects rejected rejecting welcome welcomes welcomed attack attacks attacked applaud applauds
    answering rebutting discuss discusses discussed discussing defend defends defended defending
    deny denies denied denying dispute disputes disputed refute refutes refuted rebut rebutted
    applauded ridicule ridiculed lambaste lambasted dub dubs dubbed nannte nennt bezeichnete bezeichnet kritisierte lobte
    qualifie qualifié dénonce dénoncé jugé calificó califica tachó llamó definisce definito bollato chamou chama noemde
    noemt bestempelde
    """.split()  # noqa: SIM905
)
#: What somebody makes of another's words.
REVIEWS = frozenset(
    """
    review critique criticism profile obituary parody kritik rezension compte-rendu crítica reseña recensione resenha recensie
    """.split()  # noqa: SIM905
)
_RELATIVE = frozenset("who whose which qui dont cui quien que che die der das den dem deren dessen denen dat".split())  # noqa: SIM905
_WHICH = frozenset("who whose whom which where qui dont où cui".split())  # noqa: SIM905
_OBJECTS = frozenset("which qui".split())  # noqa: SIM905
_BACK, _AHEAD = 8, 16


class Topic:
    """Asks of one link whether its sentence speaks about it."""

    def __init__(self, lexicon: Lexicon, scene: Scene, anchor: Anchor) -> None:
        self._lexicon = lexicon
        self._tokens = scene.tokens
        self._scene = scene
        self._anchor = anchor
        at = anchor.first - 1
        while at >= 0 and self._tokens[at].lower in lexicon.articles and self._tokens[at].lower not in _OF:
            at -= 1
        self.before = at  #: the token before the link and its articles; -1 where there is none
        self._within = at >= 0 and self._tokens[at].sentence == anchor.sentence

    def judged(self, first: int) -> bool:
        """“called [the report] “a heap of lies””: what is judged, and not where it is. *first*: the quotation's token."""
        if not self._within or self._tokens[self.before].lower not in _JUDGING:
            return False
        return not any(t.quoted >= 0 for t in self._tokens[self.before : min(first, self._anchor.first)])

    def answered(self) -> bool:
        """“in reply to [the announcement]”: what somebody speaks to."""
        at = self.before
        return self._within and at > 0 and self._tokens[at].lower in _TO and self._tokens[at - 1].lower in _ANSWERS

    def reviews(self, name: str | None = None) -> bool:
        """“[Your review](…) of the book by Ada Fenn”: who is spoken of there, *name* or anybody, does not speak."""
        tokens, anchor = self._tokens, self._anchor
        if not any(t.lower in REVIEWS for t in tokens[anchor.first : anchor.last]):
            return False
        behind = [t for t in tokens[anchor.last : anchor.last + _AHEAD] if t.sentence == anchor.sentence]
        return bool(behind) and behind[0].lower in OF and (name is None or any(t.lower == name for t in behind))

    def about(self) -> bool:
        """“raised the question about [the rule]”, “in reply to [the rule]”."""
        return (self._within and self._tokens[self.before].lower in _ABOUT) or self.answered()

    def glossed(self, cue: tuple[int, int] | None) -> bool:
        """The link explains a word: after “about”, in “who …”, “in reply to”."""
        if not self._within:
            return False
        word = self._tokens[self.before].lower
        if word in _OF:
            # The captain of [a line]; but the author of [a report] is heard there.
            sourced = self.before > 0 and is_source_noun(self._tokens[self.before - 1], self._lexicon)
            return self.before > 0 and not sourced and not source_near(self._lexicon, self._scene, self._anchor)
        return word in _GLOSS or self.answered() or self._in_relative(cue)

    def explains(self) -> bool:
        """“of the march, at which [fifteen were hurt]”: in a relative clause that is still open at the link."""
        tokens, start = self._tokens, self._scene.bounds(self._anchor.sentence)[0]
        for at in range(self._anchor.first - 1, max(start, self._anchor.first - _BACK), -1):
            if tokens[at].text in (",", ";", ":", "—", "–"):
                return False
            if tokens[at].lower in _WHICH:
                # “the rule, which has it [in its code](…)”: which holds it, and “at which [fifteen were hurt]”.
                by_itself = tokens[at].lower not in _OBJECTS and tokens[at - 1].text == ","
                return by_itself or (tokens[at - 2].text == "," and at - 2 >= start)
        return False

    def described(self) -> bool:
        """“[The phone] is, as my neighbour puts it, “a brick””."""
        tokens, last = self._tokens, self._anchor.last
        return last + 1 < len(tokens) and tokens[last].lower in _TO_BE and tokens[last + 1].text == ","

    def speaks(self) -> bool:
        """“[Carl] put it well in his first post, when he said “…””: a verb of speech is right behind the link."""
        last = self._anchor.last
        return last < len(self._tokens) and is_verb(self._tokens, last, self._lexicon)

    def _in_relative(self, cue: tuple[int, int] | None) -> bool:
        """“Fenn, who was [sued] in May, said”: set between the speaker and the cue."""
        tokens = self._tokens
        if cue is None or not self._anchor.last < cue[0]:
            return False
        opened = any(
            tokens[at].lower in _RELATIVE and tokens[at - 1].text == ","
            for at in range(max(1, self._anchor.first - _BACK), self._anchor.first)
            if tokens[at].sentence == self._anchor.sentence
        )
        return opened and any(t.text == "," for t in tokens[self._anchor.last : cue[0]])
