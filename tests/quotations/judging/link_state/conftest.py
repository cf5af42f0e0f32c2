from datetime import UTC, datetime, timedelta

import pytest

from quotations.judging.link_state import link_state, wanted
from quotations.model import Capture, Citation, Hop, Span
from quotations.text import read_text

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
URL = "https://paper.example/2011/harvest-songs"
PARAGRAPH = (
    "The sexton kept a list of harvest songs in the vestry and lent it to anybody who could whistle the first line, "
    "which in practice meant the miller's two daughters and a carter from over the hill. "
)


def days(number):
    return NOON - timedelta(days=number)


class Case:
    """One look at one source, in the fewest words."""

    def __init__(self, url=URL, anchor="harvest songs of the vestry", locator=None, href=None):
        self.citation = Citation(id="c1", href=href or url, url=url, anchor=anchor, span=Span(0, 1), locator=locator)
        self.url = url

    def capture(self, status=200, *, hops=(), final=None, kind="text/html", headers=None, **more):
        chain = tuple(Hop(a, s, b) for a, s, b in hops)
        last = final or (chain[-1].location if chain else self.url)
        named = tuple((headers or {}).items())
        facts = {"size": 900, "digest": "sha256:1", **more}
        return Capture(
            url=self.url,
            captured_at=NOON,
            final_url=last,
            status=status,
            hops=chain,
            headers=named,
            media_type=kind,
            **facts,
        )

    def state(self, page=None, status=200, *, siblings=(), probe=None, **more):
        look = (self.capture(status, **more), text(page, more.get("kind", "text/html")))
        return link_state(self.citation, [look], siblings, probe)

    def want(self, page, *, siblings=(), **more):
        return wanted(self.citation, [(self.capture(**more), text(page))], siblings)


def text(page, kind="text/html"):
    return None if page is None else read_text(page.encode(), media_type=kind)


def article(title="Harvest songs of the vestry", paragraphs=6, head="", extra=""):
    body = "".join(f"<p>{PARAGRAPH}{n}</p>" for n in range(paragraphs))
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{body}{extra}</body></html>"


def notice(title, heading="", said="", head=""):
    top = f"<h1>{heading}</h1>" if heading else ""
    return f"<html><head><title>{title}</title>{head}</head><body>{top}<p>{said}</p></body></html>"


@pytest.fixture
def make():
    """What the tables of these tests are written with."""

    class Made:
        pass

    made = Made()
    made.Case, made.text, made.article, made.notice = Case, text, article, notice
    made.days, made.NOON, made.URL, made.PARAGRAPH = days, NOON, URL, PARAGRAPH
    return made
