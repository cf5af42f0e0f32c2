"""People's words on sources, set beside what was found of them; found and severity stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from quotations.errors import UsageError
from quotations.model import Audit, LinkState, Override, State, Word
from quotations.urls import source_url

if TYPE_CHECKING:
    import storage

_SUBJECT = "source:"


def subject_of(url: str) -> str:
    """Under which subject the archive keeps words on the source at *url*."""
    return _SUBJECT + source_url(url)


def address_of(subject: str) -> str:
    """The address of a subject."""
    return subject.removeprefix(_SUBJECT)


def word_of(said: str) -> Word:
    """What a person said, as one of the closed words; raises UsageError."""
    try:
        return Word(said.strip().lower())
    except ValueError:
        hint = f"one of {', '.join(Word)}"
        raise UsageError(f"{said!r} is no word that is understood", hint=hint, subject=said) from None


def with_words(audit: Audit, archive: storage.Archive) -> Audit:
    """*audit* with what people say of its sources today, and nothing that was taken back."""
    return replace(audit, links=beside(audit.links, archive))


def beside(links: Iterable[LinkState], archive: storage.Archive) -> tuple[LinkState, ...]:
    """*links*, each with the newest word on its source."""
    links = tuple(links)
    said = archive.newest_overrides(subject_of(link.url) for link in links if link.url)
    if not said and not any(link.override for link in links):
        return links
    return tuple(
        replace(link, override=_override(link, said.get(subject_of(link.url)) if link.url else None, archive))
        for link in links
    )


def _override(link: LinkState, said: storage.Override | None, archive: storage.Archive) -> Override | None:
    if said is None or said.word not in tuple(Word):
        return None
    return Override(
        word=Word(said.word),
        who=said.who,
        why=said.why,
        at=said.at,
        stale=_stale(link, said, archive),
        id=said.id,
    )


def _stale(link: LinkState, said: storage.Override, archive: storage.Archive) -> bool:
    """Whether the state is another than when the word was said: a person who saw a wall said nothing of a 404."""
    assert link.url is not None
    if link.state is State.UNKNOWN:
        return False
    then = archive.state_when(link.url, said.at)
    return then is not None and then != (link.state.value, link.reason)
