"""What a source ought to be about, by the words that cite it and the words in its address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from quotations.judging.link_state.folding import bare

#: Words that name no subject.
_IDLE = frozenset({
    "about", "also", "archive", "archives", "article", "articles", "been", "blog", "blogs", "category", "content", "could", "date", "default", "document", "from", "have", "here", "html", "http", "https", "htm", "index", "item", "items", "link", "link's", "links", "more", "news", "node", "page", "pages", "post", "posts", "print", "read", "said", "says", "section", "site", "some", "source", "story", "stories", "tags", "that", "their", "them", "then", "there", "these", "they", "this", "those", "topic", "topics", "view", "website", "were", "what", "when", "where", "which", "will", "with", "would", "your", "aspx", "artikel", "artikkel", "clanek", "noticia", "noticias", "nouvelles", "notizie", "nachrichten", "uutiset", "zpravy", "seite", "pagina", "sivu", "articulo", "articolo", "wiki",
})  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{4,40}|\d{3,12}")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,40}")
_MOST = 100_000


@dataclass(frozen=True, slots=True)
class Topic:
    """Stems of the words that name a source's subject."""

    anchor: frozenset[str]
    slug: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        """Both together."""
        return self.anchor | self.slug

    def named_by(self, titles: Iterable[str]) -> bool:
        """Whether *titles* have half of the words that the article uses for the source, and two at least."""
        if len(self.anchor) < 2:
            return False
        return len(self.anchor & stems(" ".join(titles))) >= max(2, len(self.anchor) / 2)


def topic_of(anchor: str, url: str) -> Topic:
    """The subject of the source at *url*, cited by the words *anchor*."""
    try:
        cut = urlsplit(url)
    except ValueError:
        return Topic(frozenset(), frozenset())
    slug = " ".join(segment for segment in cut.path.split("/")[-3:]) + " " + cut.query
    said = "" if "://" in anchor or anchor.startswith("www.") else anchor
    # What only names the site says nothing of the page.
    cited = stems(said) - stems((cut.hostname or "").replace(".", " ")) if said else frozenset()
    return Topic(cited, frozenset(w for w in stems(unquote(slug)) if not w.isdigit()))


def stems(words: str) -> frozenset[str]:
    """The first six letters of each telling word, numbers whole, in scripts without blanks each pair of characters."""
    words = words[:_MOST]
    found = {word[:6] for word in _WORDS.findall(bare(words).replace("_", " ")) if word not in _IDLE}
    if not words.isascii():
        for run in _DENSE.findall(unicodedata.normalize("NFKC", words)):
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return frozenset(found)
