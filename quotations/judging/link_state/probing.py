"""A look at an address beside a suspected one, which nobody ever wrote, to see what the site does with those.

After Bar-Yossef, Broder, Kumar and Tomkins, "Sic transit gloria telae" (WWW 2004); the address keeps the pattern of
the one suspected (letters, digits, ending), since a site may route by it, and is the same for a whole folder, so
that a folder costs one request. It is asked for only where something is suspected.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from urllib.parse import parse_qsl, urlencode, urlunsplit

from quotations.judging.link_state.folding import plain
from quotations.judging.link_state.missing import says_missing
from quotations.judging.link_state.page import measure
from quotations.judging.link_state.places import host, is_home
from quotations.judging.link_state.ruling import Facts, Ruling, parts, unechoed
from quotations.judging.link_state.speech import tells
from quotations.judging.link_state.topic import stems
from quotations.model import Capture, SegmentRole, State, Text, Want

#: So alike are two copies of one page, times and addresses in them apart.
ALIKE = 0.9
_MOST_WORDS = 20_000
_APART = frozenset({SegmentRole.TABLE, SegmentRole.CAPTION, SegmentRole.CODE})
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


def probe_address(url: str) -> str | None:
    """The address to ask for beside *url*; None where there is no place for one (a home page)."""
    cut = parts(url)
    if not cut.hostname or is_home(cut):
        return None
    folder, _, last = cut.path.rstrip("/").rpartition("/")
    seed = hashlib.sha256(f"{cut.netloc}{folder}".encode()).digest()
    pairs = parse_qsl(cut.query, keep_blank_values=True)[:20]
    if pairs:
        name, value = pairs[-1]
        pairs[-1] = (name, _invented(seed, value))
        return urlunsplit((cut.scheme, cut.netloc, cut.path, urlencode(pairs), ""))
    ending = found[0] if (found := _ENDING.search(last)) else ""
    slash = "/" if cut.path.endswith("/") else ""
    path = f"{folder}/{_invented(seed, last.removesuffix(ending))}{ending}{slash}"
    return urlunsplit((cut.scheme, cut.netloc, path, "", ""))


def _invented(seed: bytes, like: str) -> str:
    """Twelve digits in place of a number, else letters in two groups."""
    if like.isdecimal():
        return "9" + "".join(str(byte % 10) for byte in seed[:11])
    letters = "".join(chr(ord("a") + byte % 26) for byte in seed)
    return f"{letters[:9]}-{letters[9:18]}"


def probe_want(facts: Facts) -> Want | None:
    """The look to ask for; None where an address cannot be probed."""
    address = probe_address(facts.look.url)
    return Want(url=address, why="sibling probe") if address else None


def by_probe(facts: Facts) -> Ruling | None:
    """Soft 404, when an address that nobody ever wrote gets the same answer."""
    if facts.probe is None:
        return None
    other, text = facts.probe
    if not _same(facts.look, facts.text, other, text) or _article_by_number(facts) or _of_its_own(facts, other, text):
        return None
    return Ruling(State.SOFT_404, "probe", (f"an invented address beside it gets the same page: {other.url}",))


def _article_by_number(facts: Facts) -> bool:
    """Whether the page is a dated article, or names the cited address as its own.

    Sites that find an article by a number in its path serve it whatever stands behind the number.
    """
    text = facts.text
    if text is None:
        return False
    dated = text.published is not None or text.facts.og_type == "article"
    named = parts(text.facts.canonical).path if text.facts.canonical else ""
    return facts.page.whole and (dated or (len(named) > 1 and named == facts.cited.path))


def _of_its_own(facts: Facts, other: Capture, theirs: Text | None) -> bool:
    """Whether the page has what the invented address lacks: a sentence that tells something, or a word of its subject.

    Sites with one title for all their pages set so much around each that two of them are nearly alike.
    """
    if facts.look.digest is not None and facts.look.digest == other.digest:
        return False
    common = set(measure(theirs).blocks)
    mine = [block for block in facts.page.blocks if block not in common]
    if any(tells(block) for block in mine) or set_apart(facts.text) - set_apart(theirs):
        return True
    return bool(facts.topic.words & stems(" ".join(unechoed(block, facts.look.url) for block in mine)))


def set_apart(text: Text | None) -> frozenset[str]:
    """Tables, captions and code, which no notice has."""
    if text is None:
        return frozenset()
    return frozenset(text.text[one.span.start : one.span.end] for one in text.segments if one.role in _APART)


def _same(look: Capture, text: Text | None, other: Capture, theirs: Text | None) -> bool:
    """Whether two addresses got one answer: the same body, the same end of a redirect, or all but the same words."""
    if other.failure is not None or other.status != look.status or look.status is None:
        return False
    if bool(other.hops) != bool(look.hops) or host(parts(other.final_url or "")) != host(parts(look.final_url or "")):
        return False
    if look.hops and other.final_url == look.final_url:
        return True
    if look.digest is not None and look.digest == other.digest:
        return True
    # What a site sets around all of its pages may be nearly all that is on them: another title is another page.
    return (
        text is not None
        and theirs is not None
        and _titles(text, look.url) == _titles(theirs, other.url)
        and alike(unechoed(text.text, look.url), unechoed(theirs.text, other.url)) >= ALIKE
    )


def _titles(text: Text, url: str) -> list[str]:
    """Title and first heading, without the address that a page of errors likes to repeat."""
    return [" ".join(unechoed(plain(words or ""), url).split()) for words in (text.title, text.facts.lead)]


def alike(one: str, other: str) -> float:
    """How much two texts have in common, 0 to 1: Sørensen and Dice over their words, each as often as it stands."""
    counts = [Counter(words[:500_000].split()[:_MOST_WORDS]) for words in (one, other)]
    total = sum(sum(count.values()) for count in counts)
    return 2 * sum((counts[0] & counts[1]).values()) / total if total else 0.0


def weakly_missing(facts: Facts) -> bool:
    """Whether some words on a page without an article sound as if something were not there."""
    if facts.page.whole or facts.text is None:
        return False
    if any(says_missing(plain(words)) for words in (*facts.titles, *facts.page.headings[:5])):
        return True
    return bool(facts.worded("soft404")) or any(
        len(block) < 300 and says_missing(plain(block)) for block in facts.page.blocks[:12]
    )
