"""How we introduce ourselves: honestly, with a contact, and asking for what a browser asks for."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from crawler.encoding import ACCEPTED
from crawler.options import CrawlSettings

PRODUCT = "Citetrail"  #: our name in robots.txt

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,application/pdf;q=0.9,*/*;q=0.8"


def user_agent(options: CrawlSettings) -> str:
    """The User-Agent of a run; without a contact it says that there is none."""
    if options.user_agent:
        return _ascii(options.user_agent)
    try:
        number = version("citetrail")
    except PackageNotFoundError:
        number = "0"
    contact = f"+{_ascii(options.contact).strip('()')}" if options.contact else "no contact given"
    return f"Mozilla/5.0 (compatible; {PRODUCT}/{number}; {contact})"


def headers_of(options: CrawlSettings) -> dict[str, str]:
    """The headers of every request. No Referer, ever: whom we audit is nobody's business."""
    headers = {"User-Agent": user_agent(options), "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
    if options.accept_language:
        headers["Accept-Language"] = _ascii(options.accept_language)
    return headers


def _ascii(text: str) -> str:
    return "".join(c for c in text if " " <= c <= "~").strip()
