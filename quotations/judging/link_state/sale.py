"""Names that changed hands: offered for sale, or another's content under the old name."""

from __future__ import annotations

import re

from quotations.judging.link_state.folding import bare, plain
from quotations.judging.link_state.names import name_taken, of_the_trade, offers_name
from quotations.judging.link_state.places import host, is_seller
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.model import State

#: Trades that buy the names of dead sites; stems, lower case without accents.
_TRADES = re.compile(
    bare(
        r"casino|\bslots?\b|slot ?gacor|\bjudi\b|\btogel\b|\bbandar\b|jackpot|\bpoker\b|roulette|blackjack|baccarat|\bbet(?:s|ting|ting odds)?\b|bookmaker|sportsbook|free spins?|"
        r"no deposit|bonus code|\bgacor\b|maxwin|\brtp\b|situs (?:judi|slot)|taruhan|wettanbieter|spielautomaten|paris sportifs|apuestas|scommesse|казино|ставк[иа]|букмекер|"
        r"viagra|cialis|levitra|kamagra|canadian pharmacy|weight loss pills|payday loans?|\bbahis\b|bonusu veren|\brulet\b|canli casino|nha cai|ca cuoc|\bno hu\b|keo bong|ban ca\b|cassino|apostas|caca-niqueis|kasyno|bukmacher|sportwetten|casinobonus|kaszino|sportfogad|rulett\b|cazino|pacanele|ruleta|pariuri|kladionic|kazino|kasiino|kazinó|automaty\b|vedonlyon|casinon\b|spilleautomat|nettikasino|vedonlyonti|\bkasino|gokkast|\bgokken\b|καζινο|στοιχημα|พนัน|บาคารา|บาคาร่า|สลอต|สล็อต|คาสิโน|แทงบอล|スーハーコヒー|フラントコヒー|偽フラント|高仿|cash advance|escort|porn|xxx|sex cam|hookup|"
        r"essay writing service|buy essays?|replica watches|buy followers|crypto (?:bonus|signals)|forex signals|온라인 ?카지노|바카라|토토|オンラインカシノ|スロット|ハカラ|ルーレット|ブラックシャック|카지노|赌场|博彩|百家乐|娱乐城|真人",
    )
)
_SHOP = re.compile(
    bare(
        r"add to (?:cart|basket|bag)|buy now|shop now|free (?:shipping|delivery)|\d+ ?% off|best (?:price|deal)s?|sale ends|checkout|in den warenkorb|jetzt kaufen|versandkostenfrei|"
        r"ajouter au panier|livraison gratuite|anadir al carrito|envio gratis|aggiungi al carrello|spedizione gratuita|in winkelwagen|カートに入れる|加入购物车|в корзину|get a (?:free )?quote|apply now|claim (?:your )?(?:bonus|offer)|sign up bonus"
    )
)
_SHOP_KINDS, _MANY_WORDS, _BUTTON = 3, 3, 160
#: Letters of its own below which a page may be one offer.
_NOTICE = 400
_FIRST_BLOCKS = 12
_MOST = 20_000
#: So many mentions of such trades, of so many kinds, make a page theirs.
_MENTIONS, _KINDS = 4, 2


def by_sale(facts: Facts) -> Ruling | None:
    """Parked or hijacked, when the page shows it in two ways."""
    return _parked(facts) or _hijacked(facts)


def _parked(facts: Facts) -> Ruling | None:
    page = facts.page
    if facts.text is None or page.whole:
        return None
    if is_seller(facts.final) and not is_seller(facts.cited):
        return Ruling(State.PARKED, None, (f"redirected to {facts.final.hostname}, where names are sold or parked",))
    if not page.bare:
        return None
    service = facts.marker("parked", vendors=True)
    shown_blocks = list(dict.fromkeys(plain(words) for words in (*facts.titles, *page.blocks[:_FIRST_BLOCKS])))
    if any(map(name_taken, shown_blocks)) and page.own < _NOTICE and not facts.named:
        taken = next(words for words in (*facts.titles, *page.blocks) if name_taken(plain(words)))
        return Ruling(State.SOFT_404, "title", (f"all that the page says is “{taken.strip()[:160]}”",))
    said = max(facts.worded("parked"), min(2, sum(map(offers_name, shown_blocks))))
    name = host(facts.final)
    if said and (facts.named or (not service and _tells_more(facts, name))):
        return None
    if service and (said or page.own < 400):
        return Ruling(State.PARKED, None, (f"the page is a parking service's ({service}) and holds nothing else",))
    shown = plain(" ".join((*facts.titles, *page.blocks)))
    named = bool(name) and (name in shown or name.rpartition(".")[0] in shown.split())
    if (said >= 2 and (named or not page.told)) or (said and (named or (facts.foreign and page.own < _NOTICE))):
        words = (*facts.titles, *page.blocks[:_FIRST_BLOCKS])
        quoted = next((one for one in words if offers_name(plain(one))), words[0] if words else "")
        return Ruling(
            State.PARKED, None, (f"the page offers the name, or holds it for its owner: “{quoted.strip()[:120]}”",)
        )
    return None


def _tells_more(facts: Facts, name: str) -> bool:
    """Whether a sentence tells something else than that the name is to be had, and from whom."""
    if not facts.telling:
        return False
    told = map(plain, facts.told(_FIRST_BLOCKS))
    return any(not of_the_trade(words) and not (name in words and offers_name(words)) for words in told)


def _hijacked(facts: Facts) -> Ruling | None:
    """Another trade's page where the article's words, and the address, speak of something else."""
    text = facts.text
    if text is None or not facts.foreign:
        return None
    found = _trade(facts, text.text[:_MOST]) or _shop(facts)
    if not found or _TRADES.search(plain(f"{facts.citation.anchor} {facts.look.url}")):
        return None
    return Ruling(
        State.HIJACKED,
        None,
        (
            f"the page is titled “{facts.titles[0].strip()[:120]}”",
            f"it speaks of {_told(found, text.text)}, and has none of the words that cite it",
        ),
    )


def _trade(facts: Facts, words: str) -> list[str]:
    """The mentions of such a trade on a page that is named by one; empty where they are too few."""
    if _TRADES.search(plain(" ".join(facts.titles))) is None:
        return []
    found = _TRADES.findall(plain(words))
    return found if len(found) >= _MENTIONS and len(set(found)) >= _KINDS else []


def _shop(facts: Facts) -> list[str]:
    """What a shop's buttons say, where the page has nothing to do with several words that cite it: no trade by itself."""
    if len(facts.topic.words) < _MANY_WORDS or len(facts.topic.anchor) < 2:
        return []
    found = _SHOP.findall(plain("\n".join(block for block in facts.page.blocks if len(block) < _BUTTON)))
    return found if len(set(found)) >= _SHOP_KINDS else []


def _told(found: list[str], words: str) -> str:
    """What was *found*, as the page has it; what was folded before it was found is not shown folded."""
    page = words[:_MOST].casefold()
    return ", ".join([one for one in sorted(set(found)) if one in page][:5]) or "another trade"
