"""Which of the audits that are held a report is of: a period's, a collection's, the newest of each article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audit.inputs import is_url
from quotations.errors import NotInArchive
from storage import Archive, AuditEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for; None is no bound."""

    since: datetime | None = None
    collection: str | None = None  #: a folder, or the number of a watch
    every: bool = False  #: every audit, not only the newest of each article

    def of(self, archive: Archive) -> list[str]:
        """The ids of the audits, newest first; raises NotInArchive where there is no such watch."""
        entries = archive.audits(None, self.since)
        if self.collection is not None:
            entries = self._collected(entries, self.collection, archive)
        return [one.id for one in (entries if self.every else newest(entries))]

    def _collected(self, entries: list[AuditEntry], collection: str, archive: Archive) -> list[AuditEntry]:
        folder = Path(collection).expanduser().absolute()
        if collection.isdigit() and not folder.is_dir():
            if not any(watch.id == collection for watch in archive.watches()):
                raise NotInArchive(
                    f"there is no watch {collection}", hint="`citetrail watch list` shows them", subject=collection
                )
            # Of a file that holds several articles a watch knows each as FILE#ARTICLE.
            seen = archive.watch_files(collection)
            names = {key[:at] for key in seen for at, char in enumerate(f"{key}#") if char == "#"}
            return [one for one in entries if one.name in names]
        return [one for one in entries if not is_url(one.name) and place(one).is_relative_to(folder)]


def place(entry: AuditEntry) -> Path:
    """Where the file of *entry* stands, however it was named."""
    return Path(entry.name).expanduser().absolute()


def newest(entries: list[AuditEntry]) -> list[AuditEntry]:
    """The newest of each article in *entries*, newest first; one of links alone only where no other is held."""
    kept: dict[tuple[str, str | None], AuditEntry] = {}
    for one in entries:
        article = (one.name if is_url(one.name) else str(place(one))), one.title
        if article not in kept or (one.counts.get("findings") and not kept[article].counts.get("findings")):
            kept[article] = one
    return sorted(kept.values(), key=lambda one: (one.audited_at, int(one.id)), reverse=True)
