"""ZIP containers from outside: looked at before anything is unpacked, and read member by member within a budget.

Nothing is ever written to disk, and members are asked for by the exact names that a format expects. Refused are
archives whose members overlap (one compressed stream serving many names), whose declared sizes or ratios are those of
bombs, and members that are larger than they say.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import pairwise

from quotations.errors import DamagedInput, InputTooLarge

_MOST_MEMBERS = 20_000
_MOST_BYTES = 1024 * 1024 * 1024  #: all members together, as they declare it
_MEMBER = 64 * 1024 * 1024  #: one member, unpacked
_BUDGET = 256 * 1024 * 1024  #: all members that are read, unpacked
_RATIO = 300  #: unpacked to packed, for members over a megabyte
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, KeyError, IndexError)


class Zipped:
    """A ZIP container; raises DamagedInput or InputTooLarge."""

    def __init__(self, data: bytes, name: str | None = None) -> None:
        self.subject = name or ""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {info.filename: info for info in self._zip.infolist()}
        except (*_ERRORS, RuntimeError, UnicodeError) as error:
            raise self._damaged("The ZIP container is broken.") from error
        self._spent = 0
        self._check()

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names in the order of the archive."""
        return tuple(self._members)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str, *, most: int = _MEMBER) -> bytes:
        """The bytes of a member; raises KeyError when there is none, InputTooLarge past *most* bytes."""
        most = min(most, _BUDGET - self._spent)
        data = self.head(name, most + 1)
        if len(data) > most:
            raise InputTooLarge(
                f"The container's member {name} unpacks to more than {most // (1024 * 1024)} MB.",
                hint="It may be a decompression bomb; save the article again.",
                subject=self.subject,
            )
        self._spent += len(data)
        return data

    def head(self, name: str, count: int) -> bytes:
        """The first *count* bytes of a member, and no more unpacked; raises KeyError when there is none."""
        info = self._members[name]
        try:
            with self._zip.open(info) as member:
                return member.read(count)
        except RuntimeError as error:
            raise DamagedInput(
                "The container is locked with a password.", hint="Save it again without one.", subject=self.subject
            ) from error
        except _ERRORS as error:
            raise self._damaged(f"The container's member {name} is broken.") from error

    def _check(self) -> None:
        infos = sorted(self._members.values(), key=lambda info: info.header_offset)
        if len(infos) > _MOST_MEMBERS or sum(info.file_size for info in infos) > _MOST_BYTES:
            raise InputTooLarge(
                "The container holds too much.", hint="Unpack it and read the article's own file.", subject=self.subject
            )
        if any(one.header_offset + 30 + one.compress_size > two.header_offset for one, two in pairwise(infos)):
            raise self._damaged("The container's members overlap, as those of a decompression bomb do.")
        if any(i.file_size > 1024 * 1024 and i.file_size > _RATIO * max(1, i.compress_size) for i in infos):
            raise self._damaged("A member of the container unpacks as a decompression bomb does.")

    def _damaged(self, message: str) -> DamagedInput:
        return DamagedInput(message, hint="Save the article again from its program.", subject=self.subject)
