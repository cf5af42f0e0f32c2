"""One source's way from its address to its answer: the hops, and what is remembered along them."""

from __future__ import annotations

from scrapy.http import Response

from crawler.address import location, wire
from crawler.cookies import ChainCookies
from crawler.failures import Failed
from crawler.refresh import sent_on, target_of
from quotations.model import Capture, Certificate, Chain, Exchange, Failure, Hop, RobotsDecision, TlsFault
from quotations.model.errand import Errand

REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Journey:
    """What one chain of redirects has seen; thrown away at its end, cookies and all.

    Args:
        url: the source.
        earlier: a capture of it; where it has not changed since, its server need not send it again.
        errand: what is asked beside the plain request.
    """

    def __init__(self, url: str, earlier: Capture | None = None, errand: Errand | None = None) -> None:
        self.source = url
        self.earlier = earlier
        self.errand = errand
        self.at = wire(url)
        self._first = self.at.split("/", 3)[2]
        self.fragment = ""
        self.hops: list[Hop] = []
        self.exchanges: list[Exchange] = []
        self.cookies = ChainCookies()
        self.robots: RobotsDecision | None = None
        self.lax_hosts: set[str] = set()
        self.tls_faults: tuple[TlsFault, ...] = ()
        self.verified: bool | None = None
        self.chains: dict[str, Chain] = {}
        self.waited = 0.0
        self._seen = {(self.at, self.cookies.state())}

    @property
    def final_url(self) -> str:
        """Where we are, with the fragment that the last hop naming one gave."""
        return self.at + self.fragment

    def condition(self) -> dict[str, str]:
        """The headers that ask only for news, where an earlier answer came from this very address."""
        held = self.earlier
        if held is None or held.failure is not None or held.truncated or held.digest is None or held.final_url is None:
            return {}
        if held.rendered:  # its server knows nothing of what a browser made of it
            return {}
        if held.final_url.partition("#")[0] != self.at:
            return {}
        tags = (("If-None-Match", held.header("etag")), ("If-Modified-Since", held.header("last-modified")))
        return {name: value for name, value in tags if value}

    @property
    def private(self) -> bool:
        """Whether it carries a person's keys, and so leads nowhere else."""
        return self.errand is not None and self.errand.private

    @property
    def form(self) -> bytes | None:
        """What is handed in; None for a plain request."""
        return self.errand.body if self.errand is not None else None

    def own_headers(self) -> dict[str, str]:
        """The errand's headers, as long as we are with the host that it goes to."""
        if self.errand is None or self.at.split("/", 3)[2] != self._first:
            return {}
        form = {"Content-Type": "application/x-www-form-urlencoded"} if self.errand.body is not None else {}
        return {**form, **dict(self.errand.headers)}

    def showed(self, host: str, certificates: tuple[Certificate, ...]) -> None:
        """Keep what *host* showed of itself over TLS."""
        if certificates:
            self.chains.setdefault(host, Chain(host=host, certificates=certificates))

    def redirect(self, response: Response, most: int) -> bool:
        """Follow *response* if it sends us on by status; False where it is the answer.

        Raises:
            Failed: REDIRECT_LOOP, or what the target's address alone tells.
        """
        written = response.headers.get(b"Location")
        if self.private or response.status not in REDIRECTS or not written:
            return False
        self._go(location(self.at, written), response.status)
        if (self.at, self.cookies.state()) in self._seen:
            raise Failed(Failure.REDIRECT_LOOP, f"redirected to {self.at} again")
        if len(self.hops) > most:
            raise Failed(Failure.REDIRECT_LOOP, f"more than {most} redirects")
        self._seen.add((self.at, self.cookies.state()))
        return True

    def refresh(self, response: Response, body: bytes, most: int) -> bool:
        """Follow *response* if its page sends every reader on within seconds; one that reloads itself is the answer."""
        written = None if self.private or response.status >= 300 else _refresh_of(response, body)
        if written is None or len(self.hops) >= most:
            return False
        target = location(self.at, written)
        try:
            at = wire(target)
        except Failed:
            return False  # a page with a refresh to an app or a script is still the page
        visits = sum(at == seen for seen, _ in self._seen)
        if visits > 1 or (visits and (at, self.cookies.state()) in self._seen):
            return False  # once more only where a cookie was set that the page may have waited for
        self._go(target, 0)
        self._seen.add((self.at, self.cookies.state()))
        return True

    def _go(self, target: str, status: int) -> None:
        self.hops.append(Hop(self.at, status, target))
        plain, mark, fragment = target.partition("#")
        if mark:
            self.fragment = mark + fragment
        self.at = wire(plain)


def _refresh_of(response: Response, body: bytes) -> str | None:
    header = response.headers.get(b"Refresh")
    if header:
        return target_of(header.decode("latin-1"))
    kind = (response.headers.get(b"Content-Type") or b"text/html").lower()
    return sent_on(body) if b"html" in kind else None
