"""Pages of about 8 KB with words that nobody wrote, no two with the same title, sentence and bytes."""

from __future__ import annotations

import functools
import random

from benchmarks.crawling.pages import Quoted, altered

PAPERS = 64  #: of different words; each address has a title and a sentence of its own besides
SYLLABLES = "ba co de fer gan hol in jor ka lum mar nes or pel qua ri san tor ul ven wick yar zel".split()  # noqa: SIM905
SMALL = "the of and a to in was had said that it for with on by not as from at which".split()  # noqa: SIM905
#: As frequent as in prose: few words make half of the text, and most stand once on a page.
VOCABULARY = SMALL + ["".join(random.Random(n).choices(SYLLABLES, k=2 + n % 3)) for n in range(4000)]
WEIGHTS = [1 / (n + 3) for n in range(len(VOCABULARY))]


class Invented:
    """As many as anybody wants."""

    def __init__(self) -> None:
        self.name = "pages of 8 KB"
        self.numbers = list(range(100_000))
        self.sizes = (400, 2000)

    def body(self, number: int) -> bytes:
        """The bytes of that page."""
        body = paper_of(number % PAPERS).replace(b"%title", b"Page %d" % number)
        return body.replace(b"%sentence", (" ".join(_own(number)) + ".").encode())

    def quoted(self, number: int) -> Quoted:
        """The sentence that this page alone has."""
        words = _own(number)
        return Quoted(" ".join(words), altered(words))


def _own(number: int) -> list[str]:
    choose = random.Random(-1 - number)
    return _sentence(choose).split()


def _sentence(choose: random.Random) -> str:
    return " ".join(choose.choices(VOCABULARY, WEIGHTS, k=choose.randint(8, 22))).capitalize()


@functools.cache
def paper_of(kind: int) -> bytes:
    """A page with places for a title and for one more sentence."""
    choose = random.Random(kind)
    sentences: list[str] = []
    while sum(map(len, sentences)) < 6800:
        sentences.append(_sentence(choose) + ".")
    sentences[len(sentences) // 2] = "%sentence"
    paragraphs = "".join(f"<p>{' '.join(sentences[n : n + 4])}</p>\n" for n in range(0, len(sentences), 4))
    html = (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>%title</title>"
        f"<style>{'p{margin:0}' * 30}</style></head><body><nav><a href=/>Home</a> <a href=/about>About</a></nav>"
        f"<main><article><h1>%title</h1>{paragraphs}</article></main><footer>Printed here.</footer></body></html>"
    )
    return html.encode()
