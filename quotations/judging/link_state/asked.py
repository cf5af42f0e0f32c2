"""How pages ask for consent, for an age or for a name before they show anything, in many languages."""

from __future__ import annotations

from quotations.judging.link_state.folding import one_of

_PARTNERS = one_of(
    r"\b(?:we|wir|nous|noi|nosotros|nos|wij|my|vi|me|mes|mi|biz)\b,? (?:and|und|et|e|y|en|i|og|och|ja|a|es|ve|si)(?: [a-z]{1,10}){0,2} (?:\d{1,4} )?(?:partner|partenaire|socios|parceiros|kumppan|drittanbieter|ortaklar|parteneri)"
)
_PRIVACY = one_of(
    r"\b(?:your|ihre|deine|votre|tua|tu|su|sua|twoj\w{1,3}|dit|din|jouw|uw)\b (?:\w{1,12} )?(?:privacy|privatsphare|vie privee|privacidade?|prywatnosc|privatliv|integritet|soukromi|sukromi|adatvedelm|confidentialitat)\w*|gizliliginiz|"
    r"(?:rispetto|respeto) (?:della|de|por) (?:la )?(?:tua|tu) priva|yksityisyyte|age verification|jugendschutz|before you (?:continue|enter)|\b(?:date|year) of birth\b|(?:confirm|verify|enter) your age\b|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita|geboortedatum"
)
_ACCEPT = one_of(
    r"^(?:(?:i )?(?:accept|agree)|akzeptieren|alle[sn]? akzeptieren|zustimmen|einverstanden|tout accepter|accepter|j'accepte|aceptar|accetta|acceptera|godkend|akceptuj|przejdz do serwisu|hyvaksy|aceitar|accepteren|kabul et|prijmout|souhlasim|elfogad|enter$)\b.{0,30}$"
)
_AGE = one_of(
    r"\b(?:over|at least|older than|must be|uber|plus de|mayor de|piu di) (?:18|21)\b|\b(?:18|21) (?:years|jahre|ans|anos|anni)\b.{0,20}\b(?:old|older|alt)?"
)
_COOKIES = one_of(
    r"cookie|privacy|privacidad|vie privee|datenschutz|prywatnos|personal data|device|appareil|dispositiv|gerat|enhed|urzadzen|consent|partner|socios|tracking|werbung"
)
#: What consent is asked for, or how it is given: pages that speak of partners or of privacy alone ask for none.
_ASKED_FOR = one_of(
    r"cookie|consent|\baccept|\bagree|\bdevice|personal (?:data|information)|\badvert|tracking|zustimm|einwillig|akzept|\bgerat|personenbezogen|datenschutz|werbung|appareil|donnees|accepter|consentement|dispositiv|aceptar|datos|rechazar|accett|dati personali|rifiut|toestemming|accepteren|apparaat|samtykke|accepter|godkend|godta|acceptera|enhet|zgod|akceptuj|urzadz|suostum|hyvaks|souhlas|prijm|elfogad|hozzajarul|kabul et|согла|принять|同意|クッキー|동의",
)
_MUST_SIGN_IN = one_of(
    r"\b(?:log|sign) ?in(?:,? or (?:register|sign up|join|subscribe))? (?:with|via|at|through|using|to)\b.{0,60}\b(?:access|continue|view|read|see|institution|university|library)|\byou are not (?:logged in|signed in|authori[sz]ed to (?:access|view|see))|\byou must be (?:a|an) (?:\w{1,12} )?(?:member|user|subscriber)\b.{0,20}\bto (?:view|access|read|see)\b|ask for access|request access|search for your (?:university|institution|organi[sz]ation)|(?:select|find) your (?:institution|organi[sz]ation|university)",
    r"vous devez etre (?:connecte|identifie|inscrit)|connectez-vous pour|(?:nur )?fur angemeldete (?:benutzer|nutzer|mitglieder)|bitte (?:melden sie sich|loggen sie sich|einloggen|anmelden)|(?:debes|debe|tienes que) (?:iniciar sesion|estar registrado)|faca login|devi (?:accedere|effettuare l'accesso)|u moet (?:ingelogd|inloggen)",
    r"logga in for att|log ind for at|logg inn for a\b|kirjaudu sisaan|zaloguj sie,? aby|prihlaste se|jelentkezz(?:en)? be|inicia sesion para|accedi per|войдите,? чтобы|необходимо (?:войти|авторизоваться)|увійдіть",
    r"ログイン(?:が必要|してください)|请(?:先)?登录|請(?:先)?登入|登录后|登入後|로그인이 필요|로그인 후|giris yapmaniz",
)  # fmt: skip
_PRIVATE = one_of(
    r"\b(?:this|the) (?:video|account|page|album|profile|channel|blog|site|website|community|group|playlist|post|photo|document|project|wiki|list)\b (?:is|has been (?:set|made)) private|\bset it as private|\bonly shared (?:it |this )?with\b|\bshared (?:it )?with a small group\b|\bprivate (?:community|account|video|profile|group|blog)$|\byou need (?:access|permission)(?:$|[.!] ?| to (?:access|view|open|see)\b)|\bnot authori[sz]ed to (?:access|view|see) this|"
    r"\byour session (?:has |is |was )?(?:expired|timed out|ended|been closed)\b|\b(?:ihre|deine) sitzung ist (?:abgelaufen|beendet)|\bvotre session (?:a expire|est expiree)|\b(?:su|tu) sesion ha (?:expirado|caducado)|\bla (?:tua|sua) sessione e scaduta|\bsua sessao expirou|"
    r"\b(?:dieses|diese) (?:video|konto|profil|seite) ist privat|\b(?:ce compte|cette video|cette page|ce profil) est privee?|\b(?:esta cuenta|este video|este perfil) es privad[ao]|\bquesto (?:account|video|profilo) e privato|非公開|このアカウントは非公開|비공개|закрыт(?:ый|ая) (?:аккаунт|профиль|группа)"
)


def ways_of_asking(blocks: list[str]) -> int:
    """In how many of four ways *blocks*, as `folding.plain` gives them, ask for consent or an age."""
    return sum(any(kind.search(block) for block in blocks) for kind in (_PARTNERS, _PRIVACY, _ACCEPT, _AGE))


def asks_for_something(block: str) -> bool:
    """Whether a sentence names what consent is for, or how it is given."""
    return _ASKED_FOR.search(block) is not None


def speaks_of_consent(block: str) -> bool:
    """Whether a sentence is one of those about cookies, devices and partners."""
    return _COOKIES.search(block) is not None


def must_sign_in(block: str) -> bool:
    """Whether a short sentence tells its reader to sign in."""
    return len(block) < 300 and _MUST_SIGN_IN.search(block) is not None


def says_private(block: str) -> bool:
    """Whether a short sentence says that only some people may see what is there."""
    return len(block) < 300 and _PRIVATE.search(block) is not None
