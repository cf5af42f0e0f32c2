"""One look at a source as records: what was asked, what answered, each redirect, and the facts that were judged.

- A response and a request record an exchange, joined by ``WARC-Concurrent-To``.
- The last answer stands with its body; one whose body is in the file already is a revisit record of it (ISO 28500:2017,
  6.7), as is an answer of 304.
- Answers that led on, or that were asked for again, stand without their bodies, which were not kept: ``WARC-Truncated``.
- A metadata record holds the facts as they were judged, robots.txt's decision and failures among them (`FACTS`).
- What a browser made of a page by its scripts is a conversion record (6.8) of the answer that it began with.
- A copy from an archive stands under the address and the moment of what was copied, with ``WARC-Source-URI`` and
  ``WARC-Creation-Date`` for where and when it was had, as pywb records such copies.
- What was looked at before the wire was recorded has no requests; its responses are put together from the facts and
  say so (`REMADE`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from mimetypes import guess_type
from pathlib import PurePath
from urllib.parse import quote

from quotations.codec import encode
from quotations.model import Capture
from reports.evidence import heads
from reports.evidence.account import Account
from reports.evidence.answers import Answer, answers
from reports.evidence.dossier import Dossier, Look
from reports.evidence.records import NOT_MODIFIED, SAME_PAYLOAD, Records, Written, iso
from reports.words import evidence as words

#: What the block of a metadata record says that it is.
FACTS = "citetrail-look/1"
#: Named field of a record that was put together from facts; its value says so for people.
REMADE = "WARC-Citetrail-Reconstructed"
SUPPLIED = "file:///audit/supplied/"
_PAGES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
#: Why a look was taken of which a page is listed.
_CITED = frozenset({"judged", "copy", "placed"})


class Looks:
    """Writes looks, each body once.

    Args:
        records: where to.
        dossier: whose looks they are.
        account: counts what was written.
    """

    def __init__(self, records: Records, dossier: Dossier, account: Account) -> None:
        self._records = records
        self._bodies = dossier.bodies
        self._account = account
        self._paged: set[str] = set()
        self._known: dict[str, Written] = {}
        self._titles = {one.source.digest: one.source.title for one in dossier.audit.findings if one.source.digest}

    def write(self, look: Look) -> Iterator[tuple[Written, str | None]]:
        """The records of one look: those that an index lists, each with its title where it is a page."""
        capture, last = look.capture, None
        if capture.supplied is not None:
            last = self._supplied(look)
            yield last, None
        elif look.body or capture.digest is None or capture.digest in self._known:
            remade = not look.exchanges and (capture.status is not None or bool(capture.hops))
            self._account.reconstructed += remade
            for answer in answers(look):
                last = self._answer(answer)
                yield last, self._title(look, answer, last)
            if capture.rendered and last is not None:
                last = self._built(look, last)
                yield last, None
        else:
            self._account.missing["earlier"] += 1
        self._facts(look, last)

    def _answer(self, answer: Answer) -> Written:
        """One answer, and its request where that was recorded."""
        capture, exchange = answer.capture, answer.exchange
        memento = capture.memento if answer.last else None
        fields: dict[str, str | None] = {"WARC-IP-Address": exchange.address if exchange else None}
        if memento is not None:
            fields["WARC-Source-URI"] = answer.url
            fields["WARC-Creation-Date"] = iso(answer.at) if exchange else None
        url, at = (memento.original, memento.at) if memento is not None else (answer.url, answer.at)
        if exchange is None:
            fields[REMADE] = words.REMADE
        known = self._known.get(capture.digest or "") if answer.last and not capture.rendered else None
        if known is not None:
            profile = NOT_MODIFIED if answer.unchanged else SAME_PAYLOAD
            fields |= {"WARC-Profile": profile, "WARC-Refers-To": known.id}
            fields |= {"WARC-Refers-To-Target-URI": known.url, "WARC-Refers-To-Date": known.date}
            head = answer.head(capture.size or 0)
            written = self._records.add("revisit", url, at, head=head, fields=fields, digest=known.digest)
        else:
            written = self._response(answer, url, at, fields)
        if heads.leads_on(answer.head(0)):
            self._account.redirects += 1
        if exchange is not None:
            joined = {"WARC-Concurrent-To": written.id, "WARC-IP-Address": exchange.address}
            head = heads.request_head(exchange)
            self._records.add("request", exchange.url, exchange.at, head=head, fields=joined)
        return written

    def _response(self, answer: Answer, url: str, at: datetime, fields: dict[str, str | None]) -> Written:
        """A response record; with its body where the look ended here and the bytes are held."""
        capture = answer.capture
        own = answer.last and capture.digest is not None and not capture.rendered
        data = self._body(capture) if own else b""
        held = data or b""
        head = answer.head(len(held))
        if answer.unchanged and data is not None:
            head = heads.head_of_capture(capture, len(held))
            fields[REMADE] = words.UNCHANGED
        if _cut(answer, data):
            fields["WARC-Truncated"] = "unspecified"
        written = self._records.add("response", url, at, held, head=head, fields=fields)
        if data is not None and own:
            self._known[capture.digest or ""] = written
        return written

    def _built(self, look: Look, answer: Written) -> Written:
        """The page as a browser built it: no server sent these bytes."""
        data = self._body(look.capture)
        fields = {"WARC-Refers-To": answer.id, "WARC-Truncated": None if data is not None else "unspecified"}
        kind = "text/html; charset=utf-8"
        at = last_seen(look)
        return self._records.add("conversion", answer.url, at, data or b"", content_type=kind, fields=fields)

    def _body(self, capture: Capture) -> bytes | None:
        data = self._bodies(capture.digest or "")
        if data is None:
            self._account.missing["gone"] += 1
        return data

    def _supplied(self, look: Look) -> Written:
        """A copy that a person handed in: nobody sent it over the web."""
        capture = look.capture
        data = self._body(capture)
        name = PurePath(capture.supplied or "").name or "copy"
        url = f"{SUPPLIED}{look.citations[0] if look.citations else 0}/{quote(name)}"
        kind = capture.media_type or guess_type(name)[0] or "application/octet-stream"
        return self._records.add("resource", url, capture.captured_at, data or b"", content_type=kind)

    def _facts(self, look: Look, last: Written | None) -> None:
        """What was recorded of the look, as it was judged."""
        capture = look.capture
        if capture.supplied is not None:  # where it lay on somebody's disk is nobody's business
            name = PurePath(capture.supplied).name
            capture = replace(capture, supplied=name, url=name if capture.url == capture.supplied else capture.url)
        facts = encode(capture)
        del facts["id"]
        if last is not None or not look.exchanges:
            del facts["exchanges"]
        else:
            facts["exchanges"] = encode(look.exchanges)
        told = {
            "format": FACTS,
            "why": look.why,
            "citations": list(look.citations),
            "record": last.id if last is not None else None,
            "capture": facts,
        }
        block = json.dumps(told, ensure_ascii=True, indent=1).encode("ascii")
        joined = {"WARC-Concurrent-To": last.id if last is not None else None}
        url = capture.url if capture.supplied is None else (last.url if last is not None else SUPPLIED)
        at = last_seen(look)
        self._records.add("metadata", url, at, block, content_type="application/json", fields=joined)

    def _title(self, look: Look, answer: Answer, written: Written) -> str | None:
        """What a page is called; None for what is no page, for a look that no citation asked for, and the second time."""
        plain = answer.last and written.mime in _PAGES and written.status.startswith("2")
        if not plain or look.why not in _CITED or written.url in self._paged:
            return None
        self._paged.add(written.url)
        return self._titles.get(answer.capture.digest or "") or written.url


def _cut(answer: Answer, data: bytes | None) -> bool:
    """Whether less stands in the record than came over the wire."""
    capture, exchange = answer.capture, answer.exchange
    if exchange is not None and exchange.cut:
        return True
    if answer.last and capture.digest is not None and not capture.rendered:
        return data is None or capture.truncated
    return exchange is not None and exchange.received > 0


def last_seen(look: Look) -> datetime:
    """When the look ended; of an archive's copy when it was had, if that is known."""
    return look.exchanges[-1].at if look.exchanges else look.capture.captured_at
