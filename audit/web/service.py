"""What the server works with while it runs, and the one question it answers."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit.service.bench import Bench, Looker
from audit.service.checking import check_text, check_with, citation, given_copy, held_capture
from audit.service.overrides import with_words
from audit.service.texts import Shelf, text_of
from crawler.field import Field
from quotations.errors import NotInArchive, UsageError, WordsError
from quotations.model import Audit, Capture, Finding, Target, Want
from quotations.urls import source_url

#: So many questions are worked on at once; the others wait their turn.
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Asking:
    """One question's way to the field."""

    field: Field

    async def look(
        self,
        wants: Iterable[Want],
        *,
        progress: Callable[[Capture], None] | None = None,
        earlier: Mapping[str, Capture] | None = None,
    ) -> list[Capture]:
        """One capture a want, in order."""
        return await self.field.look(wants, progress=progress, earlier=earlier, budget=self.field.new_budget())


@dataclass(slots=True)
class Desk:
    """The running server's bench and field."""

    bench: Bench
    field: Looker
    shelf: Shelf = dataclasses.field(default_factory=Shelf)
    turns: asyncio.Semaphore = dataclasses.field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def audit(self, id: str) -> Audit:
        """The audit with that id and what people say of its sources today; raises NotInArchive."""
        return with_words(self.bench.archive.audit(id), self.bench.archive)

    async def check(
        self, words: str, *, source: str | None, text: str | None, profile: str, as_of: date | None = None
    ) -> Finding:
        """The finding on *words* in a page cited on the day *as_of*, or in a pasted text, which is never stored.

        Raises:
            WordsError: there are no words.
            UsageError: neither or both of source and text, or a source that is no web address.
        """
        if not words.strip():
            raise WordsError("there are no words to check", hint="give the quoted words")
        if bool(source) == bool(text):
            raise UsageError("one of source and text is needed", hint="give an address, or paste the text")
        async with self.turns:
            if text:
                return await asyncio.to_thread(self._text, words, text, profile)
            return await self._page(words, source or "", as_of)

    def history(self, url: str) -> Sequence[Capture]:
        """Every look at the source at *url*, newest first; raises NotInArchive when there is none."""
        held = self.bench.archive.history(source_url(url))
        if not held:
            raise NotInArchive("no look at this source is held", hint="check a quotation against it first", subject=url)
        return held

    def text(self, capture: str) -> str:
        """The text of a capture's body; raises NotInArchive when there is none."""
        text = text_of(self.bench.archive.capture(capture), self.bench.sandbox, self.bench.archive)
        if text is None:
            raise NotInArchive("this capture has no text", hint="its facts say why", subject=capture)
        return text.text

    def _looker(self) -> Looker:
        """The field with a budget of this question's own: a server that lives for months spends no run's."""
        return Asking(self.field) if isinstance(self.field, Field) else self.field

    def _text(self, words: str, text: str, profile: str) -> Finding:
        from quotations.text.plain import text_of

        capture = given_copy(text.encode("utf-8", "surrogatepass"), "pasted text", self.bench.now())
        return check_text(words, text_of(text), capture, profile=profile)

    async def _page(self, words: str, source: str, as_of: date | None) -> Finding:
        cited = citation(source, as_of)
        if cited.target is not Target.OK:
            raise UsageError(
                "the source is no web address", hint="an address begins with http:// or https://", subject=source
            )
        age = self.bench.config.age("1h")
        held = await asyncio.to_thread(held_capture, cited, self.bench, age)
        return await check_with(self._looker(), words, cited, self.bench, held=held, shelf=self.shelf)
