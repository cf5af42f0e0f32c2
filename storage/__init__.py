"""The cellar: the archive, where a crawl and a judgement meet in time. The only package that knows SQLAlchemy."""

from storage.archive import Archive
from storage.audits import AuditEntry
from storage.forgetting import Forgotten
from storage.overrides import Override
from storage.turns import Lease
from storage.watches import RunEntry, Seen, Watch
from storage.writer import Writer

__all__ = ["Archive", "AuditEntry", "Forgotten", "Lease", "Override", "RunEntry", "Seen", "Watch", "Writer"]
