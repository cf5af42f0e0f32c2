"""Answers of 2xx that tell their reader that the page is not there, or show another page for it.

One sign is never enough: words need a page without an article, a home page needs an address that named another
page, one body for several addresses needs that it has nothing to do with them. Where signs are weak, a look at an
address that nobody ever wrote decides (`probing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import SplitResult

from quotations.judging.link_state.folding import one_of, plain
from quotations.judging.link_state.missing import names_code, names_only_absence, says_missing, starts_with_code
from quotations.judging.link_state.page import PARAGRAPH, letters
from quotations.judging.link_state.places import host, is_error, is_home, segments
from quotations.judging.link_state.probing import by_probe, set_apart
from quotations.judging.link_state.ruling import Facts, Ruling, parts
from quotations.judging.link_state.speech import SENTENCE, speaks_of_address, speaks_of_page, speaks_to_reader
from quotations.judging.link_state.topic import stems, topic_of
from quotations.model import Capture, State

#: Letters of its own below which a page without a heading may be one sentence of regret.
_REGRET = 600
_FIRST_BLOCKS, _TOLD_BLOCKS = 6, 24
#: Letters of its own below which a page says nothing beside its name and one sentence.
_LITTLE = 250
#: Letters of its own from which a page without one word of what is wanted may be a notice above a list of other things.
_LIST = 400
_SEARCH = one_of(
    r"\bsearch(?:ed)? (?:results?|for)\b|\bresults for\b|suchergebnis|resultats? (?:de (?:la )?)?recherche|resultados (?:de|para)|risultati (?:della|di) ricerca|zoekresultaten|sokresultat|sogeresultat|wyniki wyszukiwania|vysledky (?:hledani|vyhledavani)|результаты поиска|検索結果|搜索结果|검색 ?결과"
)
_OF_ITSELF = re.compile(
    r"\b(?:this|the) (?:page|article|story|post|video|item|document|content|event|account|recording|episode|track|thread|topic)(?: you .{0,40})? (?:has been|have been|was|is|has|are)\b.{0,20}"
    r"\b(?:removed|deleted|taken down|no longer|not available|unavailable|expired)\b|\bno (?:text|content) in this page|\byou (?:requested|are looking|were looking|are trying)|\byour search\b|\bsearch for\b"
)
#: A title that asks which one is missing, or why.
_ASKS = re.compile(
    r"(?:which|why|who|how|welche[rsn]?|warum|wer|pourquoi|quell?es?|qui|por que|cual|quien|perche|quale|chi|waarom|welke|hvorfor|varfor|dlaczego|proc|почему|какая|какои)\b.{0,200}\?"
)
#: Letters that say something: below a title that is a notice's, with numbers; below one that is the page's own number.
_DATA, _CALLED = 60, 40
_NUMBER = re.compile(r"\d+")
#: So many other addresses with the same page are compared.
_MOST_SIBLINGS = 20


def by_way(facts: Facts) -> Ruling | None:
    """Soft 404, when the address named a page and the way led to the home page or a page of errors."""
    look, cited, final = facts.look, facts.cited, facts.final
    if not look.hops or is_home(cited) or (cited.path, cited.query) == (final.path, final.query):
        return None
    if is_error(final) and not is_error(cited) and not facts.page.whole and not says_itself(facts):
        return Ruling(State.SOFT_404, "redirect_error", (f"redirected to a page of errors: {look.final_url}",))
    if not is_home(final) or _has_place(facts):
        return None
    if says_itself(facts) and (host(cited) != host(final) or not _deep(cited)):
        return None
    if host(cited) == host(final) or _article(facts):
        return Ruling(
            State.SOFT_404,
            "redirect_home",
            (f"the address named a page of its own, and the answer is the home page {look.final_url}",),
        )
    return None


def _has_place(facts: Facts) -> bool:
    """Whether the way led to a place inside the page, as where a site's sections became one page."""
    place = (facts.look.final_url or "").partition("#")[2]
    return len(place) > 1 and facts.text is not None and place in facts.text.facts.ids


def _article(facts: Facts) -> bool:
    """Whether the cited address named an article, not a section that may have got a host of its own."""
    path = segments(facts.cited)
    if not _deep(facts.cited):
        return False
    slug = stems(" ".join(path).replace("-", " "))
    there = stems((facts.final.hostname or "").replace(".", " ").replace("-", " "))
    telling = any(part.count("-") >= 2 or part.count("_") >= 2 or any(c.isdigit() for c in part) for part in path)
    return telling and not slug & there


def _deep(url: SplitResult) -> bool:
    """Whether *url* names something inside a site, not a section of it."""
    path = segments(url)
    return not is_home(url) and (len(path) > 1 or bool(url.query) or any(part.count("-") > 1 for part in path))


def says_itself(facts: Facts) -> bool:
    """Whether the page's own title or heading names what the article cites it for."""
    return facts.topic.named_by(facts.titles)


def by_words(facts: Facts) -> Ruling | None:
    """Soft 404, when a page without an article says that what was asked for is not there."""
    page, text = facts.page, facts.text
    if text is None or text.media_type == "application/pdf" or (page.whole and not facts.foreign) or _of_errors(facts):
        return None
    # Short news of something missing has such a title as well; where that is all there is, one more look decides.
    if _tells(facts) and not facts.foreign and not any(starts_with_code(plain(words)) for words in facts.titles):
        return None
    status = facts.look.status
    said = [
        (place, words, _missing(facts, words)) for place, words in zip(("title", "heading"), facts.titles, strict=False)
    ]
    # Lists of other articles make a page long; who still finds no word of what is wanted has found a notice above them.
    alone = len(said) > 1 and all(one[2] and names_only_absence(plain(one[1])) for one in said)
    if page.whole and not (facts.foreign and text.published is None and alone):
        return None
    for place, words, piece in said:
        if piece and not _counters(facts) and (page.whole or not (page.told and len(piece) * 2 < len(words))):
            shown = words if len(words) < 120 else piece
            return Ruling(State.SOFT_404, "title", (f"answers {status}, and its {place} says “{shown.strip()}”",))
    return _by_sentence(facts)


def _missing(facts: Facts, words: str) -> str | None:
    """The piece of a title or heading that says that something is missing."""
    if _ASKS.fullmatch(plain(words)):
        return None
    said = says_missing(plain(words), wide=facts.foreign and not facts.telling)
    return said or (words if starts_with_code(plain(words)) else None)


def _by_sentence(facts: Facts) -> Ruling | None:
    """Soft 404, when one of the few sentences of a page says so."""
    page = facts.page
    if page.own >= _REGRET or _tells(facts) or facts.worded("error") or of_something_else(facts):
        return None
    named = facts.speaks_of(facts.topic.words)
    if named and (
        page.own >= _LITTLE or any(letters(one) >= PARAGRAPH and not says_missing(plain(one)) for one in page.blocks)
    ):
        return None
    for block in page.blocks[:_FIRST_BLOCKS]:
        words = plain(block)
        if _ASKS.fullmatch(words):
            continue
        # Beside its name, a page may only speak of itself.
        if len(block) < 300 and says_missing(words, wide=facts.foreign) and (not named or _OF_ITSELF.search(words)):
            return Ruling(
                State.SOFT_404,
                "title",
                (f"answers {facts.look.status}, and all that it says is “{block.strip()[:160]}”",),
            )
    return None


def _tells(facts: Facts) -> bool:
    """Whether a sentence tells something, and not where the page may be: not in all tongues do those words speak to a reader."""
    if not facts.telling:
        return False
    told = map(plain, facts.told(_TOLD_BLOCKS))
    return not all(speaks_of_page(words) and speaks_of_address(words) for words in told)


def _of_errors(facts: Facts) -> bool:
    """Whether missing pages are what the page is cited for, and it tells of them: they are its subject, not its state."""
    if is_error(facts.cited) and _of_its_own(facts, _CALLED):
        return True  # a room, a bus, a number that is called so
    if not facts.page.essay and not set_apart(facts.text):
        return False
    return is_error(facts.cited) or says_missing(plain(facts.citation.anchor)) is not None


def _counters(facts: Facts) -> bool:
    """Whether the page bears the marks of an article of which the words are the subject."""
    assert facts.text is not None
    dated = facts.text.published is not None or facts.text.facts.og_type == "article"
    if not facts.page.essay and names_only_absence(plain(facts.citation.anchor)):
        return False  # words that a tool took from the very notice
    if any(_SEARCH.search(plain(words)) for words in facts.titles):
        return False  # what was sought is named by whoever looked for it
    if (dated and facts.page.essay > 0) or says_itself(facts) or (facts.telling and facts.named):
        return True
    return of_something_else(facts)


def of_something_else(facts: Facts) -> bool:
    """Whether a page so titled, a book's or a play's, says enough, and nothing to its reader or of what is missing.

    No notice does without. A number in the title is one whatever stands below, and so is a list of other things.
    """
    page = facts.page
    if any(names_code(plain(words)) for words in facts.titles) or (facts.foreign and page.own >= _LIST):
        return False
    return _of_its_own(facts, SENTENCE) or (_of_its_own(facts, _DATA) and _numbers(facts) >= 2)


def _numbers(facts: Facts) -> int:
    """How many numbers stand below the title: years, prices, pages and hours, as of a book or a play."""
    return sum(len(_NUMBER.findall(block)) for block in facts.page.blocks if block not in facts.titles)


def _of_its_own(facts: Facts, least: int) -> bool:
    """Whether what stands below the title has so many letters, and no word to its reader or of what is missing."""
    rest = [block for block in facts.page.blocks if block not in facts.titles and block not in facts.page.headings]
    words = [plain(block) for block in rest]
    if sum(map(letters, rest)) < least or any(speaks_to_reader(one) or speaks_of_page(one) for one in words):
        return False
    return not any(map(says_missing, words))


def by_body(facts: Facts) -> Ruling | None:
    """Soft 404, when the same body answers for an invented address, or for other cited ones."""
    return by_probe(facts) or _by_fan_in(facts)


def _by_fan_in(facts: Facts) -> Ruling | None:
    """Several addresses that the article cites lead to one page, which speaks of none of them."""
    look = facts.look
    if not _deep(facts.cited) or says_itself(facts) or not facts.foreign:
        return None
    for one in _landed(facts):
        if _related(one, look):
            continue
        # An address that names nothing may well be an old name of the page.
        asked = topic_of("", one.url).slug
        if asked and _deep(parts(one.url)) and not facts.speaks_of(asked):
            return Ruling(
                State.SOFT_404,
                "fan_in",
                (f"the same page answers for {one.url}, and it speaks neither of that nor of what cites it",),
            )
    return None


def fans_in(facts: Facts) -> bool:
    """Whether another cited address leads to the same page."""
    return any(not _related(one, facts.look) for one in _landed(facts))


def _landed(facts: Facts) -> Iterator[Capture]:
    """The first looks at other addresses that came to the same page."""
    return islice((one for one in facts.siblings if _lands_with(one, facts.look)), _MOST_SIBLINGS)


def _lands_with(one: Capture, look: Capture) -> bool:
    """Whether another address of the same host came to the same page."""
    # Asked of every pair of sources: what is cheap and rarely true comes first.
    same = one.digest is not None and one.digest == look.digest
    if not same and not (one.hops and look.hops and one.final_url and one.final_url == look.final_url):
        return False
    if one.url == look.url or one.failure is not None or one.status != look.status:
        return False
    return host(parts(one.url)) == host(parts(look.url)) and not is_home(parts(one.url))


def _related(one: Capture, look: Capture) -> bool:
    """Whether two addresses are names of one page: one inside the other, or with a telling word in common."""
    first, second = parts(one.url), parts(look.url)
    paths = [url.path.rstrip("/").lower() for url in (first, second)]
    if paths[0].startswith(paths[1]) or paths[1].startswith(paths[0]):
        return first.query == second.query or not (first.query and second.query)
    telling = [stems(" ".join(segments(url)[-2:]) + " " + url.query) for url in (first, second)]
    return bool(telling[0] & telling[1])
