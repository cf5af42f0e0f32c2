"""Short blocks that lead elsewhere or advertise, known by their wording whatever their mark-up."""

from __future__ import annotations

import re

_MAX = 140

#: Whole blocks.
_WHOLE = frozenset(
    phrase.strip()
    for phrase in """
    advertisement | advertisements | advert | advertising | ad | sponsored | sponsored content | promoted | promoted content
    story continues below | story continues below advertisement | continue reading below | article continues below | article continues below advertisement
    article continues after ad | article continues after advertisement | continue reading after the ad | story continues after advertisement
    article continues after this advertisement | article continues after this ad | advertisement continue reading below
    advertisement - continue reading below | advertisement - scroll to continue | advertisement scroll to continue reading | skip advertisement
    continue reading the main story | advertisement story continues below
    anzeige | werbung | publicité | la suite après cette publicité | la suite après la publicité | publicidad | publicidade | pubblicità
    continua a leggere dopo la pubblicità | advertentie | annons | reklama | реклама | 広告
    share | share this | share this article | share this story | share this page | share this post | share on facebook | share on twitter | share on x
    share on linkedin | share on whatsapp | share on pinterest | share on reddit | share via email | share via e-mail | tweet | tweet this | pin it
    print | print this article | print this page | print article | email | e-mail | email this | copy link | facebook | twitter | whatsapp | linkedin | pinterest | reddit
    teilen | artikel teilen | artikel drucken | artikel merken | partager | compartir | condividi | compartilhar | delen
    related | related article | related articles | related stories | related story | related posts | related content | related topics | related links | related video
    read more | read next | read also | read this next | more on this | more on this story | see also | recommended | recommended for you | recommended reading
    you may like | you may also like | you might also like | most read | most popular | mehr zum thema | lesen sie auch | auch interessant
    lire aussi | à lire aussi | sur le même sujet | lee también | leer más | mira también | te puede interesar | leggi anche | leia também | leia mais | lees ook
    läs också | les også | читайте также
    subscribe | subscribe now | subscribe today | sign up | sign up now | sign up here | sign up for our newsletter | newsletter | get our newsletter | get our daily newsletter
    get our weekly newsletter | follow us | follow us on facebook | follow us on twitter | follow us on instagram | download our app | watch now | watch live | play video
    loading | click here to subscribe | click here to read more | back to top | view this post on instagram | view profile on instagram | story highlights
    leave a comment | add a comment | inread invented by teads
    """.replace("\n", "|").split("|")
    if phrase.strip()
)

#: What stands before a colon, a bar or an arrow, a headline following.
_OPENING = frozenset(
    phrase.strip()
    for phrase in """
    read more | read next | read also | read this | read this next | related | related article | related story | related stories | related coverage | related post | recommended
    see also | more on this | more on this story | don't miss | don’t miss | you may also like | you might also like | must read | in pictures | watch | listen
    lesen sie auch | lesen sie mehr | mehr dazu | mehr zum thema | siehe auch | auch interessant | lire aussi | lire la suite | lire également | à lire | à lire aussi | voir aussi
    lee también | lee más | leer también | leer más | le puede interesar | te puede interesar | mira también | leggi anche | leggi tutto | leia também | leia mais | lees ook | lees meer
    läs också | läs mer | läs även | les også | читайте также | czytaj też | czytaj także | czytaj więcej
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
_TURN = re.compile(r"\s?(?::|[|>»→–—]|\.\.\.)")
_SIGN_UP = re.compile(
    r"(?:sign up|subscribe|register) (?:here |now |today )?(?:for|to) (?:our|the|my|your|a|free)\b.{0,80}(?:newsletter|e-?mails?|alerts|updates|briefing|podcast|channel|inbox)|"
    r"get (?:the )?.{0,60}(?:delivered )?(?:to|in) your inbox|(?:follow|like) (?:us|me) on (?:facebook|twitter|instagram|x\b)|download (?:the|our) .{0,40}\bapp\b|"
    r"(?:abonnieren|bestellen) sie (?:unseren|den) .{0,30}newsletter|inscrivez-vous à (?:notre|la) .{0,30}newsletter|suscríbete a .{0,40}(?:newsletter|boletín)"
)
_SIGN_UP_WORDS = frozenset(
    [
        "sign",
        "subscribe",
        "register",
        "get",
        "follow",
        "like",
        "download",
        "abonnieren",
        "bestellen",
        "inscrivez-vous",
        "suscríbete",
    ]
)


_MARKS = " \n*-–—|•[]()►▶»>#↓"
_ENDS = ":. ↑"
#: A block that begins with none of these is none of the above.
_FIRST = (
    frozenset(
        (phrase.split()[0].rstrip(_ENDS) for phrase in (*_WHOLE, *_OPENING)),
    )
    | _SIGN_UP_WORDS
)


def junk_wording(words: str) -> bool:
    """Whether a whole block says no more than that something else can be read, bought, shared or subscribed to."""
    if len(words) > _MAX:
        return False
    plain = words.strip(_MARKS)
    first = plain.partition(" ")[0].partition("\n")[0].rstrip(_ENDS).casefold()
    if first not in _FIRST:
        return False
    plain = " ".join(plain.casefold().split())
    if plain.rstrip(_ENDS) in _WHOLE:
        return True
    turn = _TURN.search(plain, 4, 34)
    if turn is not None and plain[: turn.start()] in _OPENING:
        return True
    return first in _SIGN_UP_WORDS and bool(_SIGN_UP.match(plain))
