"""Gates: a form to sign in, a demand for payment or consent, a country that is kept out. The page is there, not for us.

A gate's furniture on a whole page is no gate.
"""

from __future__ import annotations

import re

from quotations.judging.link_state.asked import (
    asks_for_something,
    must_sign_in,
    says_private,
    speaks_of_consent,
    ways_of_asking,
)
from quotations.judging.link_state.folding import plain
from quotations.judging.link_state.humans import says_by_law, says_country, says_only_there
from quotations.judging.link_state.places import is_consent, is_login, returns
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.judging.link_state.speech import speaks_to_reader, tells
from quotations.model import Incomplete, State

#: Letters of its own above which a paid page shows a part worth reading.
_PART = 300
#: Letters of its own within which a page may ask for consent, and within which that is all it does.
_MANY, _FEW = 700, 300
#: Letters of a sentence that tells something.
_SENTENCE = 100
#: Letters of a sentence on the law, and in how many blocks it may stand.
_LAW, _LAW_BLOCKS = 260, 4
_LOGIN = re.compile(
    r"(?:(?:please|you (?:must|need to|have to)|veuillez|bitte|por favor|per favore)\W+)?(?:log[ -]?in|sign[ -]?in|sign[ -]?on|(?:account|member|user|subscriber|reader)s? (?:log[ -]?in|sign[ -]?in)|"
    r"login required|authentication required|private (?:site|blog|page)|permission denied|you need (?:access|permission)|members? only|anmelden|anmeldung|einloggen|login|connexion|se connecter|connectez-vous|identifiez-vous|iniciar sesion|inicia sesion|acceder|accedi|"
    r"entrar|iniciar sessao|inloggen|aanmelden|logga in|log ind|logg inn|kirjaudu(?: sisaan)?|zaloguj(?: sie)?|logowanie|prihlaseni|prihlasit se|bejelentkezes|"
    r"autentificare|giris yap|oturum acin|вхо[дд]|воити|авторизация|увіити|ログイン|サインイン|登录|登錄|登入|로그인|تسجيل الدخول|συνδεση)\b.{0,60}"
)
_GEO_STATUS = frozenset({200, 202, 203, 206, 400, 403, 404, 406, 451, 503})


def by_country(facts: Facts) -> Ruling | None:
    """Legal, when the page says that it is kept from our country, whatever its status."""
    if facts.text is None or not facts.page.bare or facts.look.status not in _GEO_STATUS:
        return None
    if facts.look.status == 451:
        return None
    if (law := _kept_by_law(facts)) is not None:
        return Ruling(State.LEGAL, "geo", (f"answers {facts.look.status} and says “{law.strip()[:160]}”",))
    told = kept_from_country(facts)
    if told is None and (not facts.worded("geo") or facts.telling):
        return None
    # A title alone that the article names is its subject.
    if facts.named and not any(
        says_country(words) or says_only_there(words) for block, words in facts.opening if block not in facts.titles
    ):
        return None
    said = told or next((block for block, _ in facts.opening if _geo(block)), facts.titles[0] if facts.titles else "")
    return Ruling(State.LEGAL, "geo", (f"answers {facts.look.status} and says “{said.strip()[:160]}”",))


def _kept_by_law(facts: Facts) -> str | None:
    """What so short a page says of the law or the court that keeps it back; None where it tells anything else."""
    status = facts.look.status
    if facts.named or facts.page.own >= _MANY or status is None or not 200 <= status < 300:
        return None
    short = [(block, words) for block, words in facts.opening if len(words) <= _LAW]
    joined = " ".join(words for _, words in short[:_LAW_BLOCKS])
    said = next((block for block, words in short if says_by_law(words)), None)
    if said is None and says_by_law(joined):
        said = " ".join(dict.fromkeys(block for block, _ in short[:_LAW_BLOCKS]))
    if said is None or any(tells(block) and block not in said for block, _ in facts.opening):
        return None
    return said


def kept_from_country(facts: Facts) -> str | None:
    """The short block of a page that tells its reader that his country is kept out; None when none does."""
    told = next((block for block, words in facts.opening if says_country(words) and speaks_to_reader(words)), None)
    if told is None and not facts.telling and facts.page.own < _FEW:
        return next((block for block, words in facts.opening if says_only_there(words)), None)
    return told


def by_gate(facts: Facts) -> Ruling | None:
    """Gated, when the page asks for something else first."""
    return _consent(facts) or _login(facts) or _payment(facts)


def _consent(facts: Facts) -> Ruling | None:
    look, page = facts.look, facts.page
    if look.hops and is_consent(facts.final) and not is_consent(facts.cited):
        return Ruling(State.GATED, "consent", (f"redirected to {facts.final.hostname}, which asks for consent first",))
    worded = "consent:words" in facts.markers
    named = facts.worded("consent") - worded
    if all(plain(words).startswith("cookie") for words in facts.titles):
        named = min(named, 1)  # recipes have cookies too
    signs = worded + named + bool(facts.marker("consent", vendors=True)) + (worded and page.own < _FEW)
    if not page.bare or page.own >= _MANY:
        return None  # before any wording is looked for, which costs more than all else that is asked of a page
    if (signs >= 2 and _is_furnished(facts)) or _asks_for_consent(facts):
        return Ruling(State.GATED, "consent", ("the page asks for consent and shows nothing else",))
    return None


def _is_furnished(facts: Facts) -> bool:
    """Whether the page has what asks: a vendor's own mark, or words that ask for something."""
    return bool(facts.marker("consent", vendors=True)) or any(asks_for_something(words) for _, words in facts.opening)


def _asks_for_consent(facts: Facts) -> bool:
    """Whether the page asks for consent, or for an age, in two ways, and has no sentence about anything else."""
    shown = [words for _, words in facts.opening]
    if ways_of_asking(shown) < 2:
        return False
    return not any(len(block) >= _SENTENCE and not speaks_of_consent(block) for block in shown)


def _login(facts: Facts) -> Ruling | None:
    look, text = facts.look, facts.text
    if text is None or not facts.page.bare:
        return None
    where = f"redirected to {look.final_url}" if look.hops else "it stands in place of the page cited"
    if text.incomplete is Incomplete.LOGIN:
        return Ruling(State.GATED, "login", (f"a form to sign in: {where}",))
    sent = bool(look.hops) and is_login(facts.final) and not is_login(facts.cited)
    titled = any(
        _LOGIN.fullmatch(piece)
        for words in facts.titles
        for piece in re.split(r"\s+[|–—·•:-]\s+|\s*\|\s*", plain(words))
    )
    shown = [words for _, words in facts.opening]
    heads = [plain(words) for words in facts.titles]
    titled = titled or any(map(must_sign_in, heads))
    worded = "login:words" in facts.markers or any(must_sign_in(block) for block in shown if block not in heads)
    if _kept_private(facts, shown):
        return Ruling(State.GATED, "login", (f"the page says that only some may see it: {where}",))
    signs = 2 * sent + titled + worded + text.facts.password_field + (bool(look.hops) and returns(facts.final))
    if signs < 2 or (is_login(facts.cited) and not worded):
        return None
    return Ruling(State.GATED, "login", (f"a form to sign in: {where}",))


def _kept_private(facts: Facts, shown: list[str]) -> bool:
    """Whether so short a page says only that others may see what is there."""
    answered = facts.look.status is not None and 200 <= facts.look.status < 300
    return answered and facts.page.own < _FEW and not facts.page.essay and any(map(says_private, shown))


def _payment(facts: Facts) -> Ruling | None:
    text, page = facts.text, facts.page
    if text is None or text.incomplete is not Incomplete.PAYWALL:
        return None
    if page.own < _PART:
        return Ruling(State.GATED, "payment", ("the page asks for payment and shows nothing of the text",))
    declared = text.facts.declared_words
    much = f", {declared} words by its own account" if declared else ""
    return Ruling(State.GATED, "truncated", (f"the page shows a beginning and asks for payment for the rest{much}",))


def _geo(block: str) -> bool:
    return (
        len(block) < 300
        and re.search(r"country|region|location|area|europe|gdpr|legal|land\b|pays\b|pais\b", plain(block)) is not None
    )
