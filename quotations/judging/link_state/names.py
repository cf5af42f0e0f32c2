"""How pages say that nothing but a name is there: offered, parked, just registered, expired, or taken away."""

from __future__ import annotations

from quotations.judging.link_state.folding import Words, one_of

_LONGEST = 200  #: code points of a sentence


_NAME = one_of(
    r"\bdomain(?: ?names?|s)?\b|\bdomaine\b|\bdomini[oi]?\b|\bdomein(?:naam)?\b|\bdomene?t?\b|\bdomaene\w{0,3}\b|\bdoman(?:en)?\b|\bdomen[aeuy]\b|домен|\balan adi\b|도메인|域名|网域|ドメイン|\btên miền\b"
)
_OFFERED = one_of(
    r"\b(?:for sale|parked|parking|could be yours|is available\b|available for (?:purchase|sale|registration)|buy (?:it )?now|make an offer|lease to own)",
    r"\b(?:registered (?:with|at|via|through|by)|just (?:been )?registered|has been registered|newly registered|(?:is )?reserved|brand new|has expired|expired\b|may (?:still )?be available|get this domain)",
    r"zum verkauf|zu verkaufen|steht\b.{0,20}\bverkauf|geparkt|(?:bereits |wurde )?(?:bei \w+ )?registriert|a vendre|en vente|a bien ete cree|est parque|en venta|a la venta|esta aparcado|in vendita|e parcheggiato|a venda",
    r"te koop|gereserveerd|geregistreerd|geparkeerd|till salu|parkerad|til salg|parkeret|myytavana|na sprzedaz|zaparkowan|utrzymywan|na prodej|zaparkovan|elado|de vanzare|satilik|na prodaju|naprodaj",
    r"(?:ya )?(?:ha sido|esta) registrad|estacionad|(?:e|e stato) registrato|registrato (?:per|da|presso)|esta registrad|er registrer(?:t|et)|ar registrerad|zaregistrova|on rekisteroity|zarejestrowan",
    r"продает|выставлен|припаркован|зарегистрирован|продається|판매|구매 문의|出售|转让|轉讓|売りに|売却|販売|取得され",
)  # fmt: skip
#: How those who register names and lend room for pages speak of their trade.
_TRADE = one_of(
    r"\bhosting\b|\bhost(?:ed)? (?:your|by)\b|\bregistrar|\bweb ?(?:space|hotel|hotell|hosting)|domain(?:-| )?(?:service|registr)|hospede|alojamiento|hebergement|hebergeur|\bzaregistroval|\bregistrier|\bregistroval|хостинг|регистратор|登録サービス|レンタルサーバー|注册商|虚拟主机|호스팅"
)
_TAKEN = one_of(
    r"\b(?:has been|was|is) (?:seized|suspended|disabled|blocked|deactivated)\b|gesperrt|suspendu|suspendid|sospes|opgeschort|zawieszon|заблокирован|приостановлен"
)


def offers_name(words: str) -> bool:
    """Whether a title or sentence, as `folding.plain` gives it, says that a name is for sale, parked or newly registered."""
    return _of_name(words, _OFFERED)


def of_the_trade(words: str) -> bool:
    """Whether a sentence, as `folding.plain` gives it, is one by which a registrar speaks of names and of itself."""
    return _NAME.search(words) is not None and _TRADE.search(words) is not None


def name_taken(words: str) -> bool:
    """Whether a title or sentence, as `folding.plain` gives it, says that a name was suspended or seized."""
    return _of_name(words, _TAKEN)


def _of_name(words: str, state: Words) -> bool:
    return len(words) <= _LONGEST and _NAME.search(words) is not None and state.search(words) is not None
