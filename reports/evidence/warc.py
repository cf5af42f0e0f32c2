"""An audit's evidence as records: who wrote it, the audit and its article, and every look at a source.

The audit's own papers are resource records under ``file:///audit/…``, as Scoop names its attachments: nobody sent them
over the web, and replaying them shows what the audit said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import BinaryIO
from urllib.parse import quote

from quotations.model import Audit, State
from reports.evidence.account import Account
from reports.evidence.dossier import Dossier
from reports.evidence.looks import Looks
from reports.evidence.records import Records, Written
from reports.words import evidence as words

PAPERS = "file:///audit/"
Progress = Callable[[str], None]


def write_warc(dossier: Dossier, out: BinaryIO, progress: Progress | None = None) -> Account:
    """Write the evidence as one WARC file, its records gzip members; what went in and what did not."""
    account = Account()
    for _ in records_of(dossier, out, account, progress):
        pass
    return account


def records_of(
    dossier: Dossier, out: BinaryIO, account: Account, progress: Progress | None = None
) -> Iterator[tuple[Written, str | None]]:
    """Write the evidence; each record that an index lists, and its title where it is a page."""
    audit = dossier.audit
    records = Records(out, f"{audit.audited_at.isoformat()} {dossier.name} {dossier.article}")
    account.records = records.counts
    _information(records, dossier)
    yield from _papers(records, dossier, account)
    looks = Looks(records, dossier, account)
    given: set[str] = set()
    for look in dossier.looks:
        if progress is not None:
            progress(look.capture.url)
        account.looks += 1
        given.update(look.citations)
        yield from looks.write(look)
    _count_missing(account, audit, given)


def _count_missing(account: Account, audit: Audit, given: Set[str]) -> None:
    """Count the links of which no look is in the file, *given* being those of which one is."""
    nowhere = (State.SUPPLIED, State.UNSUPPORTED, State.LOST_TARGET)
    for link in audit.links:
        if link.url is not None and link.state not in nowhere and link.citation not in given:
            # By its role, by a rule or by the guard of addresses; or judged by what was handed in.
            account.missing["unseen" if link.captured_at is None else "elsewhere"] += 1


def _information(records: Records, dossier: Dossier) -> None:
    lines = {
        "software": dossier.software,
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey",
        "description": words.DESCRIPTION,
        "note": " ".join(words.NOTES),
    }
    block = "".join(f"{name}: {value}\r\n" for name, value in lines.items()).encode()
    records.add("warcinfo", "", dossier.audit.audited_at, block, content_type="application/warc-fields")


def _papers(records: Records, dossier: Dossier, account: Account) -> Iterator[tuple[Written, str | None]]:
    """The report for people, the same for programs, and the article as it was handed in."""
    import reports

    audit, at = dossier.audit, dossier.audit.audited_at
    page = reports.render(audit, "html").encode("utf-8", "surrogatepass")
    title = words.TITLE.format(title=audit.article.title or dossier.name)
    yield records.add("resource", PAPERS + "report.html", at, page, content_type="text/html; charset=utf-8"), title
    record = reports.render(audit, "json").encode("utf-8", "surrogatepass")
    yield records.add("resource", PAPERS + "audit.json", at, record, content_type="application/json"), None
    data = dossier.bodies(dossier.article) if dossier.article else None
    if data is None:
        account.missing["article"] += 1
        return
    url = article_url(dossier.name)
    yield records.add("resource", url, at, data, content_type=media_type(audit)), audit.article.title or dossier.name


def article_url(name: str) -> str:
    """Under which address the article's own bytes stand."""
    return f"{PAPERS}article/{quote(name or 'article')}"


def media_type(audit: Audit) -> str:
    """The media type of the article's file."""
    return _TYPES.get(audit.article.format, "application/octet-stream")


_TYPES = {
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
    "pdf": "application/pdf",
    "mhtml": "multipart/related",
    "eml": "message/rfc822",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "json": "application/json",
    "csv": "text/csv",
    "warc": "application/warc",
    "wacz": "application/wacz",
}
