"""``override``: a person's word on a source, kept beside what is found of it."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import Argument, Option, command
from audit.cli.session import Session
from quotations.errors import UsageError
from quotations.model import Severity, Word

if TYPE_CHECKING:
    from storage import Override

Url = Annotated[str, Argument("URL", "The source's address, as the article cites it.")]
Said = Annotated[str, Argument("WORD", f"What you say of it: {', '.join(Word)}.")]
Which = Annotated[str, Argument("URL|ID", "The address, or the number that `override list` shows.")]
Why = Annotated[str, Option(("--why",), "How you know; shown with your word.", "TEXT")]
Who = Annotated[str | None, Option(("--who",), "Who says so; your name on this machine unless given.", "NAME")]


def add(session: Session, url: Url, said: Said, why: Why, who: Who = None) -> int:
    """Say what became of a source. It stands beside what is found, and counts for --fail-on until that changes."""
    from audit.inputs import is_url
    from audit.service.overrides import address_of, subject_of, word_of
    from quotations.urls import is_web
    from storage import Override

    word = word_of(said)
    if not is_url(url) or not is_web(url):
        raise UsageError(f"{url} is no web address", hint="give it with its https://", subject=url)
    if not why.strip():
        raise UsageError("--why says nothing", hint="say how you know, in a few words", subject="--why")
    with session.archive() as archive:
        kept = archive.keep_override(
            Override(
                subject=subject_of(url), word=word.value, who=who or _user(), why=why.strip(), at=datetime.now(UTC)
            )
        )
        known = archive.state_when(address_of(kept.subject), kept.at) is not None
    session.emit(_told(session, [kept]))
    if not known:
        session.say(f"no audited article has a link to {address_of(kept.subject)} yet; the word waits for one")
    return session.exit(Severity.OK)


def list_words(session: Session) -> int:
    """Show what people said, newest first."""
    with session.archive() as archive:
        said = archive.all_overrides()
    if not said and session.config.format != "json":
        session.emit('nobody has said anything yet: citetrail override add URL alive --why "seen in my browser"')
    else:
        session.emit(_told(session, said))
    return session.exit(Severity.OK)


def remove(session: Session, which: Which) -> int:
    """Take a word back."""
    from audit.inputs import is_url
    from audit.service.overrides import subject_of

    with session.archive() as archive:
        gone = archive.remove_overrides(subject_of(which) if is_url(which) else which)
    session.emit(f"taken back: {gone} word{'s' * (gone != 1)} on {which}")
    return session.exit(Severity.OK)


def _told(session: Session, said: list[Override]) -> str:
    from audit.service.overrides import address_of
    from reports.listing import words_list

    form = session.format(("terminal", "json"))
    return words_list([(address_of(one.subject), one) for one in said], form)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "somebody"


COMMANDS = (
    command(
        add,
        "override add",
        examples=('override add https://example.org/a alive --why "read it there"',),
    ),
    command(list_words, "override list"),
    command(remove, "override remove", examples=("override remove https://example.org/a",)),
)
