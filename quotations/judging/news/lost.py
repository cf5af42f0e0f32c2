"""Quoted words that a source no longer has though it did."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Audit, Finding, Group, Verdict

_CHANGED = frozenset({
    Verdict.ALTERED, Verdict.SPLICED, Verdict.CRITICAL, Verdict.PARTIAL, Verdict.PARAPHRASE, Verdict.NOT_FOUND,
})  # fmt: skip


def lost_words(audit: Audit, earlier: Sequence[Audit]) -> dict[str, tuple[str, ...]]:
    """The quoted words that a source no longer has though it did, by the source's address."""
    found: dict[str, list[str]] = {}
    before = [_by_words(one) for one in earlier]
    for (url, words), finding in _by_words(audit).items():
        if finding.verdict not in _CHANGED:
            continue
        last = next((one[url, words] for one in before if _held(one.get((url, words)))), None)
        if last is not None and last.verdict not in _CHANGED and last.source.digest != finding.source.digest:
            found.setdefault(url, []).append(words)
    return {url: tuple(words) for url, words in found.items()}


def _by_words(audit: Audit) -> dict[tuple[str, str], Finding]:
    urls = {citation.id: citation.url for citation in audit.article.citations}
    found = {}
    for finding in audit.findings:
        url = urls.get(finding.attribution.citation) if finding.attribution else None
        if url is not None:
            found[url, finding.quotation.text] = finding
    return found


def _held(finding: Finding | None) -> bool:
    return finding is not None and finding.verdict.group is not Group.UNCHECKED
