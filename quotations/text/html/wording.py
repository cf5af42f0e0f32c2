"""Short blocks that lead elsewhere or advertise, known by their wording whatever their mark-up."""

from __future__ import annotations

import re

_MAX = 140
_WHOLE = re.compile(
    r"(?:advertisements?|advert|advertising|ad|sponsored(?: content)?|promoted(?: content)?|story continues below(?: advertisement)?|(?:continue reading|article continues|story continues) (?:below|after)(?: (?:the |this )?(?:ad|advertisement|video|promotion|newsletter promotion))?|"
    r"advertisement ?[-–—.|]? ?(?:continue reading below|scroll (?:down )?to continue(?: reading)?|story continues below|skip advertisement)|continue reading the main story|skip advertisement|"
    r"anzeige|werbung|- anzeige -|publicité|la suite après (?:cette|la) publicité|publicidad|publicidade|pubblicità|continua a leggere dopo la pubblicità|advertentie|annons|reklama|реклама|広告|"
    r"share(?: this)?(?: (?:article|story|page|post|on (?:facebook|twitter|x|whatsapp|linkedin)|via (?:e-?mail|facebook|twitter)))?|share on (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit)|tweet(?: this)?|pin it|print(?: (?:this )?(?:article|page))?|e-?mail(?: this)?|copy link|"
    r"teilen|artikel (?:teilen|drucken|merken)|partager|compartir|condividi|compartilhar|delen|facebook|twitter|whatsapp|linkedin|pinterest|reddit|"
    r"related(?: (?:articles?|stories|story|posts?|content|topics?|links?|video))?:?|read (?:more|next|also|this next):?|more on this(?: story)?:?|see also:?|recommended(?: for you| reading| stories)?:?|you (?:may|might) (?:also )?like:?|most (?:read|popular):?|"
    r"mehr zum thema:?|lesen sie auch:?|auch interessant:?|lire aussi ?:?|à lire aussi ?:?|sur le même sujet ?:?|lee también:?|leer más:?|mira también:?|te puede interesar:?|leggi anche:?|leia (?:também|mais):?|lees ook:?|läs också:?|les også:?|читайте также:?|"
    r"subscribe(?: now| today)?|sign up(?: now| here| for our newsletter)?|newsletter|get our (?:daily |weekly )?newsletter|follow us(?: on (?:facebook|twitter|instagram|x))?|download our app|watch (?:now|live|more)|play(?: video)?|loading\.{0,3}|click here to (?:subscribe|read more)|back to top|top ?↑?|view (?:this )?(?:post|profile) on instagram|story highlights|comments?|\d{1,5} comments?|leave a comment|add a comment)",
    re.I,
)
_OPENING = re.compile(
    r"(?:read (?:more|next|also|this)|related(?: (?:article|story|stories|coverage|post))?|recommended|see also|more on this(?: story)?|don.t miss|you (?:may|might) also like|also on [\w.]{3,30}|watch|listen|photos?|in pictures|must read|"
    r"lesen sie (?:auch|mehr)|mehr (?:dazu|zum thema)|siehe auch|auch interessant|lire (?:aussi|la suite|également)|à lire(?: aussi)?|voir aussi|lee (?:también|más)|leer (?:también|más)|le puede interesar|te puede interesar|leggi (?:anche|tutto)|leia (?:também|mais)|lees (?:ook|meer)|läs (?:också|mer|även)|les også|читайте также|czytaj (?:też|także|więcej)) ?(?::|[|>»→–—]|\.\.\.)",
    re.I,
)
_SIGN_UP = re.compile(
    r"(?:sign up|subscribe|register) (?:here |now |today )?(?:for|to) (?:our|the|my|your|a|free)\b.{0,80}(?:newsletter|e-?mails?|alerts|updates|briefing|podcast|channel|inbox)|get (?:the )?.{0,60}(?:delivered )?(?:to|in) your inbox|"
    r"(?:follow|like) (?:us|me) on (?:facebook|twitter|instagram|x\b)|download (?:the|our) .{0,40}\bapp\b|(?:abonnieren|bestellen) sie (?:unseren|den) .{0,30}newsletter|inscrivez-vous à (?:notre|la) .{0,30}newsletter|suscríbete a .{0,40}(?:newsletter|boletín)",
    re.I,
)


def junk_wording(words: str) -> bool:
    """Whether a whole block says no more than that something else can be read, bought, shared or subscribed to."""
    if len(words) > _MAX:
        return False
    plain = words.strip(" \n*-–—|•[]()►▶»>#↓")
    return bool(_WHOLE.fullmatch(plain) or _OPENING.match(plain) or (_SIGN_UP.match(plain)))
