"""What a file of evidence says of itself, and what the command says of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reports.words.phrases import counted

if TYPE_CHECKING:
    from reports.evidence.account import Account

TITLE = "Evidence: {title}"
PAGES = "The audit, its article, and what it cites"
DESCRIPTION = (
    "The evidence of an audit of quotations and links: what was asked, what answered, and what was judged by it."
)
#: Where the records differ from what went over the wire, so that nobody need find out.
NOTES = (
    "Bodies are kept without their content and transfer codings; headers that told of those stand as X-Archive-Orig-….",
    "Of cookies the names are kept, not the values.",
    "Bodies of redirects and of answers that were asked for again are not kept.",
    "Facts as they were judged stand in metadata records (JSON).",
)
REMADE = "put together from recorded facts; what went over the wire was not recorded"
UNCHANGED = "the server answered 304, not modified; these are the bytes that were held"

#: What is not in a file, by why: one, and many.
MISSING: Mapping[str, tuple[str, str]] = {
    "article": ("the article's own file, whose bytes are not held", ""),
    "unseen": ("1 link that was not looked at", "{n} links that were not looked at"),
    "elsewhere": (
        "the look of 1 link that was judged by a file that was handed in",
        "the looks of {n} links that were judged by files that were handed in",
    ),
    "gone": ("1 body that is not held any more", "{n} bodies that are not held any more"),
    "earlier": (
        "the body of 1 earlier look, whose facts are in it",
        "bodies of {n} earlier looks, whose facts are in it",
    ),
}


def told(path: str, size: int, account: Account) -> str:
    """What the command says of the file that it wrote; the last line names it."""
    lines = [f"Not in it: {'; '.join(_missing(account))}."] if account.missing else []
    if account.reconstructed:
        few = counted(account.reconstructed, "look")
        lines.append(f"{few} from before requests were recorded: responses put together from the facts, marked so.")
    kinds = [
        (account.records["response"], "response"),
        (account.redirects, "redirect"),
        (account.records["revisit"], "revisit"),
    ]
    said = ", ".join(counted(number, kind) for number, kind in kinds if number)
    inside = f"{counted(account.total, 'record')} of {counted(account.looks, 'look')}"
    lines.append(f"{path}: {_size(size)}, {inside}{f' ({said})' if said else ''}")
    return "\n".join(lines) + "\n"


def _missing(account: Account) -> Iterator[str]:
    for reason, number in sorted(account.missing.items()):
        one, many = MISSING[reason]
        yield one if number == 1 or not many else many.format(n=number)


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} KB"
