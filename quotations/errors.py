"""What can go wrong on our side; a dead link or an absent quotation is a value, never an exception.

CitetrailError              message, hint (what to do), subject (the file, address or setting)
├── InputError              the article or source given cannot be read
│   ├── MissingInput        there is no such file
│   ├── EmptyInput          it holds nothing
│   ├── UnknownFormat       it is in no format that is read
│   ├── DamagedInput        it is in a known format, and broken, encrypted or hostile
│   └── InputTooLarge       it is larger than the limit
├── WordsError              the words to check are empty or unusable
├── UsageError              options that do not fit together
├── ConfigError             a setting is wrong or not allowed where it stands
├── ArchiveError            the archive cannot be opened, read or written
│   ├── ArchiveTooNew       made by a newer version
│   ├── ArchiveBusy         another run holds the lease
│   └── NotInArchive        there is no such audit, watch or capture
├── CrawlError              the crawl could not start or go on
│   └── GuardError          the address guard failed its self-test
└── SandboxError            a child died, or ran out of time or memory
    ├── SandboxCrash         it crashed on this input
    ├── SandboxDeadline      it was not done with this input in time
    └── SandboxMemory        this input needs more memory than a child may take
"""

from __future__ import annotations


class CitetrailError(Exception):
    """Something went wrong that a person can mend."""

    code = "error"

    def __init__(self, message: str = "", *, hint: str = "", subject: str = "") -> None:
        super().__init__(message or (self.__doc__ or "").strip())
        self.message = message or (self.__doc__ or "").strip()
        self.hint = hint
        self.subject = subject


class InputError(CitetrailError):
    """The input cannot be read."""

    code = "input"


class MissingInput(InputError):
    """There is no such file."""

    code = "missing_input"


class EmptyInput(InputError):
    """The file holds nothing."""

    code = "empty_input"


class UnknownFormat(InputError):
    """The file is in no format that is read."""

    code = "unknown_format"


class DamagedInput(InputError):
    """The file is broken, encrypted or hostile."""

    code = "damaged_input"


class UnreadPage(InputError):
    """The page at an address could not be read."""

    code = "unread_page"


class InputTooLarge(InputError):
    """The file is larger than the limit."""

    code = "input_too_large"


class WordsError(CitetrailError):
    """The words to check are empty or unusable."""

    code = "words"


class UsageError(CitetrailError):
    """These options do not fit together."""

    code = "usage"


class ConfigError(CitetrailError):
    """A setting is wrong or not allowed where it stands."""

    code = "config"


class ArchiveError(CitetrailError):
    """The archive cannot be opened, read or written."""

    code = "archive"


class ArchiveTooNew(ArchiveError):
    """The archive was made by a newer version."""

    code = "archive_too_new"


class ArchiveBusy(ArchiveError):
    """Another run holds the lease."""

    code = "archive_busy"


class NotInArchive(ArchiveError):
    """The archive holds no such thing."""

    code = "not_in_archive"


class CrawlError(CitetrailError):
    """The crawl could not start or go on."""

    code = "crawl"


class GuardError(CrawlError):
    """The address guard failed its self-test."""

    code = "guard"


class SandboxError(CitetrailError):
    """A child process died, or ran out of time or memory."""

    code = "sandbox"


class SandboxCrash(SandboxError):
    """Reading this crashed the reader."""

    code = "sandbox_crash"


class SandboxDeadline(SandboxError):
    """Reading this took longer than is allowed."""

    code = "sandbox_deadline"


class SandboxMemory(SandboxError):
    """Reading this takes more memory than is allowed."""

    code = "sandbox_memory"
