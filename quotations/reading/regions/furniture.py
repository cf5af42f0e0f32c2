"""The words of what stands around an article: bylines, share and follow lines, newsletters, legal footers, labels.

Small lexicons as patterns over the words of one block (white space already single). English first, then German,
French, Spanish, Italian, Portuguese and Dutch. Each pattern is anchored or short, so that none can run away. What is
searched for anywhere in a block is searched for in its words in small letters: a search without regard to case tries
every alternative at every word.
"""

from __future__ import annotations

import re

from quotations.reading.anywhere import Anywhere


def _any(*alternatives: str) -> re.Pattern[str]:
    """Any of *alternatives* at the beginning."""
    return re.compile(rf"^(?:{'|'.join(alternatives)})", re.IGNORECASE)


#: Asks the reader to follow, share, subscribe, join, pay. Counts only in a short block.
APPEAL = Anywhere(
    r"follow (?:us|me)\b",
    r"follow [\w’'. -]{2,40}:",
    r"follow @\w",
    r"(?:like|find|join) us on\b",
    r"(?:sign|signing) up (?:for|to|here|now)\b",
    r"subscribe (?:to (?:our|the|my|this)|here|now|today|for|via)\b",
    r"(?:to receive|get|receive) (?:our|the|my|[\w’' ]{1,40}) newsletter",
    r"our (?:[\w-]+ ){0,3}newsletters?\b",
    r"share (?:this|buttons)\b",
    r"click the share buttons",
    r"(?:repost|retweet) and share",
    r"become a (?:member|subscriber|patron|supporter)\b",
    r"support (?:our|us|this site|independent|the [\w ]{1,30} by)\b.{0,60}(?:journalism|donat|member|contribut|patreon)",
    r"(?:make a |please )donat",
    r"comment on [\w ]{1,60} (?:facebook|on our)",
    r"unsubscribe\b",
    r"you(?:[’']re| are)? (?:get|got|getting|receive|received|receiving) th(?:is|ese) (?:e-?mails?|newsletters?|letters?|messages?|because)\b",
    r"(?:view|read|open) (?:this |it |the )?(?:[\w-]{1,12} )?(?:in|on) (?:your|the|a) (?:web )?browser",
    r"(?:manage|update|change) your (?:e-?mail |subscription )?(?:preferences|subscriptions?|settings)",
    r"forward(?:ed)? (?:this|to you)\b",
    r"(?:leave|post|add) (?:a|your) (?:comment|reply)",
    r"join the (?:conversation|discussion)\b",
    r"download (?:our|the [\w ]{1,20}) app\b",
    r"this article is free to republish",
    r"send (?:us )?(?:your )?(?:tips|corrections|letters) to\b",
    r"(?:for media|for press|media|press) (?:inquiries|enquiries|contact)\s*:",
    r"translate website button",
    r"want more\b.{0,40}\?",
    r"folgen sie (?:uns|mir)|newsletter (?:abonnieren|bestellen)|jetzt abonnieren|teilen sie",
    r"suivez[- ](?:nous|moi)|abonnez[- ]vous|inscrivez[- ]vous",
    r"(?:si|sí)gu[ea]nos|suscr[ií]b[ae]|comparte (?:este|esta)",
    r"seguici (?:su|anche)|iscriviti|abbonati",
    r"siga[- ]nos|assine (?:a|o|nossa)|inscreva-se",
    r"volg ons|abonneer|schrijf je in",
)

#: Rights, terms and liability. Counts at any length outside the body's first half.
LEGAL = Anywhere(
    r"all rights reserved",
    r"copyright\s*(?:©|\(c\)|\d{4})",
    r"©\s*(?:copyright\b|\d{4}|\w)",
    r"\(c\) (?:copyright )?\d{4}",
    r"contains copyrighted material",
    r"copyrighted material for purposes",
    r"may not be (?:published|reproduced|republished|copied)\b",
    r"(?:republished|reprinted|reproduced) (?:here )?(?:under|with) (?:a |the )?(?:creative commons|permission)",
    r"(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice)|cookie policy)",
    r"the views? expressed (?:in|here|are|by)\b",
    r"opinions expressed (?:in|here|are|by)\b",
    r"sole responsibility of the authors?",
    r"alle rechte vorbehalten|tous droits r[eé]serv[eé]s|todos los derechos reservados|tutti i diritti riservati",
    r"todos os direitos reservados|alle rechten voorbehouden",
)

#: Labels that legal or editorial footers begin with.
FOOTER_LABEL = _any(
    r"disclaimer\b", r"note to readers?\b", r"editor[’']?s[’']? note\b", r"about the authors?\b", r"impressum\b",
    r"haftungsausschluss\b", r"(?:featured|cover|header|top|lead) (?:image|photo|picture)\b",
    r"(?:image|photo|picture)(?: credit| by)?\s*:", r"(?:image|photo)s? (?:via|courtesy)\b",
    r"contact\s*:", r"correction\s*:",
    # What WordPress sets under each entry of a feed.
    r"the post .{1,300} (?:first appeared|appeared first) on\b", r"der beitrag .{1,300} erschien zuerst auf\b",
    r"l[’']article .{1,300} est apparu en premier sur\b", r"la entrada .{1,300} se publicó primero en\b",
    r"l[’']articolo .{1,300} proviene da\b", r"o post .{1,300} apareceu primeiro em\b",
    r"het bericht .{1,300} verscheen eerst op\b",
)  # fmt: skip

#: Says about the writer, at the article's end, where to find or reach him.
REACH = Anywhere(
    r"follow (?:him|her|them|the author|[\w’'.-]{1,30}(?: [\w’'.-]{1,30})?) on\b",
    r"(?:can be|is) (?:reached|found|on (?:twitter|facebook|x)\b)",
    r"(?:email|e-mail|contact|write to|reach) (?:him|her|them|the (?:author|writer|reporter))\b",
    r"follow (?:him|her|them|the author)\b",
    r"(?:read|see) more of (?:his|her|their)\b|(?:his|her|their) (?:latest |new |most recent )?book\b.{0,80}(?:out now|available)",
    r"have (?:a|any) (?:news tip|correction|comment|story)\b|let us know at",
)

#: Names who made a picture.
CREDIT = re.compile(
    r"^\W{0,2}(?:(?:top|lead|featured|cover|header|banner|main|additional) )?"
    r"(?:photo(?:graph)?s?|images?|illustrations?|pictures?|graphics?|videos?|art|artwork)(?: source| credits?| courtesy)?"
    r"(?: by| via| from|:| courtesy)(?!\w)",
    re.IGNORECASE,
)

#: How a line behind a block quotation begins that says where the quotation is from.
SOURCE = re.compile(
    r"^\W{0,2}(?:(?:source|quelle|fuente|fonte|bron|via|from|aus|auszug aus|quoted from|excerpt(?:ed)? from|tiré de|extrait de|in)\b"
    r"|[—–―])",
    re.IGNORECASE,
)

#: Labels in front of a row of links to the site's own shelves.
SHELF_LABEL = _any(
    r"regions?\s*:", r"themes?\s*:", r"topics?\s*:", r"tags?\s*:", r"tagged\b", r"filed (?:under|in)\b",
    r"posted (?:in|under)\b", r"published in\b", r"categor(?:y|ies)\s*:", r"labels?\s*:", r"keywords?\s*:",
    r"in-?depth reports?\s*:", r"articles by\b", r"more (?:from|on|by|in|stories|about|great)\b", r"(?:also )?related\b",
    r"see also\s*:", r"(?:also )?read (?:more|also|next|this)\b", r"read\s*:", r"(?:watch|listen)\s*:", r"recommended\b",
    r"most (?:read|popular|viewed)\b", r"popular (?:stories|posts)\b", r"trending\b", r"don[’']t miss\b",
    r"you (?:may|might) (?:also )?(?:like|enjoy)\b", r"sections?\s*:", r"series\s*:", r"share\s*:", r"share this\b",
    r"(?:latest|recent) (?:posts|stories|articles)\b", r"keep reading\b", r"(?:next|previous|older|newer) (?:article|post|story|entry|page)s?\b", r"back to\b", r"print this\b", r"e-?mail this\b",
    r"themen?\s*:", r"schlagw[oö]rter\b", r"mehr zum thema\b", r"lesen sie auch\b", r"(?:auch|mehr) interessant\b",
    r"[aà] lire aussi\b", r"lire aussi\b", r"sur le m[eê]me (?:sujet|th[eè]me)\b", r"mots[- ]cl[eé]s\b",
    r"lea tambi[eé]n\b", r"leer m[aá]s\b", r"etiquetas\b", r"leggi anche\b", r"leia (?:tamb[eé]m|mais)\b", r"lees ook\b",
)  # fmt: skip

#: Where a copy says that it first stood elsewhere. The name follows.
SYNDICATED = re.compile(
    r"(?:the )?original source of this (?:article|story|post) is:?\s"
    r"|th(?:is|e) (?:article|story|post|piece|essay|column|interview|report)?\s?"
    r"(?:has |had )?(?:originally|first|previously) (?:been )?(?:published|appeared|ran|posted)\s?"
    r"(?:(?:in|on|at|by|with|as part of) )?"
    r"|^(?:originally|first|previously) (?:published|appeared|posted)\s?(?:(?:in|on|at|by) )?"
    r"|th(?:is|e) (?:article|story|post|piece|essay|report) (?:was|is) (?:republished|reprinted|reposted|cross-?posted|"
    r"syndicated|produced) (?:here )?(?:from|by|with permission (?:of|from))\s"
    r"|^(?:republished|reprinted|reposted|cross-?posted)(?: with permission)? (?:from|at|on)\s"
    r"|^(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht) (?:in|bei|auf)\s"
    r"|^(?:cet article|ce texte) a (?:d['’]abord )?(?:été )?(?:initialement )?(?:publié|paru) (?:dans|sur|par)\s"
)

#: What stands in each of them.
_STOOD = (
    "original", "first", "previously", "republished", "reprinted", "posted", "syndicated", "produced", "erschienen",
    "veröffentlicht", "publié", "paru",
)  # fmt: skip


def syndicated(words: str) -> bool:
    """Whether *words*, in small letters, say where they first stood."""
    return any(sign in words for sign in _STOOD) and SYNDICATED.search(words) is not None


#: A line that names who wrote the article.
BYLINE = re.compile(
    r"^(?:by|words by|written by|posted by|published by|text by|author|authors|reported by|story by|"
    r"von|text von|par|por|di|de|door|door:|av|af|tekst:?)\s*:?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)

#: A line that says about a person what an article's last lines say of its author.
BIOGRAPHY = re.compile(
    r"^.{2,60}? (?:is|was|has|writes|teaches|works|lives|covers|can be|reports|serves|received|holds)\b", re.IGNORECASE
)

#: Headings over reference lists and notes.
REFERENCES = re.compile(
    r"^(?:\W*)(?:references?|sources?|bibliography|works cited|citations?|literature(?: cited)?|further reading|"
    r"external links?|links|resources|selected (?:sources|bibliography)|quellen(?:angaben|verzeichnis)?|literatur"
    r"(?:verzeichnis|hinweise)?|weblinks|einzelnachweise|références|bibliographie|liens externes|referencias|"
    r"bibliografía|enlaces externos|riferimenti|bibliografia|fonti|collegamenti esterni|referências|bronnen|literatuur)"
    r"\W*$",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"^\W*(?:foot-?notes?|end-?notes?|notes?(?: and references)?|anmerkungen|fu(?:ß|ss)noten|notas|note|voetnoten|noten)\W*$",
    re.IGNORECASE,
)

#: Headings over rows of links that are the site's own.
SHELF_HEADING = re.compile(
    r"^\W*(?:related\b.*|more (?:from|on|in|stories|news|about|like this|great|coverage)\b.*|keep reading|most (?:read|popular|viewed|shared).*|popular.*|"
    r"trending.*|latest(?: news| stories| posts)?|recent (?:posts|comments|articles|stories)|recommended.*|share(?: this.*)?|"
    r"comments?(?: \(?\d+\)?)?|\d+ (?:comments?|responses|replies|thoughts)\b.*|leave a (?:reply|comment).*|newsletter.*|"
    r"subscribe.*|follow us.*|tags|topics|categories|archives?|about (?:us|the author|this (?:site|blog))|advertisement|"
    r"you (?:may|might) (?:also )?(?:like|enjoy).*|read (?:more|next).*|navigation|menu|search|editor[’']?s picks?|"
    r"mehr zum thema|das könnte sie.*|meistgelesen|kommentare|à lire aussi|sur le même (?:thème|sujet)|commentaires)\W*$",
    re.IGNORECASE,
)

#: A line of marks alone, set where an article ends or turns.
END_MARK = re.compile(r"^[\W_]{0,9}$|^(?:#{1,5}|-?30-?|ends|fin|end)$", re.IGNORECASE)

#: Words that may stand beside a day in a line that is only a date.
BESIDE_A_DATE = re.compile(
    r"\b(?:posted|published|updated|last|modified|created|first|on|at|by|from|dated?|am|pm|[ap]\.m|est|edt|gmt|utc|bst|"
    r"pst|pdt|cet|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|min|minutes?|read|veröffentlicht|"
    r"um|uhr|publié|le|à|mis|jour|actualizado|publicado|el|del?|pubblicato|il)\b\.?|[\W\d_]",
    re.IGNORECASE,
)
