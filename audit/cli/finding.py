"""``find``: words in all that the archive holds."""

from __future__ import annotations

from typing import Annotated

from audit.cli.options import Argument, command
from audit.cli.session import Session
from quotations.model import Severity

Words = Annotated[str, Argument('"WORDS"', "The words, as a quotation has them.")]


def find(session: Session, words: Words) -> int:
    """Say which of the sources that are held have these words, exactly or nearly. Fetches nothing."""
    import reports
    from audit.cli.progress import by_hundredths
    from audit.service.bench import Bench
    from audit.service.finding import find as found_in
    from crawler.sandbox import Sandbox
    from reports.terminal.found import found_text

    form = session.format(("terminal", "json"))
    with (
        session.archive(create=False) as archive,
        Sandbox() as sandbox,
        session.progress("going through what is held", kept=False) as bar,
    ):
        found = found_in(words, Bench(session.config, sandbox, archive), by_hundredths(bar, "sources"))
    if form == "json":
        session.emit("".join(reports.render_check(one, "json") for one in found))
    else:
        session.emit(found_text(found, session.screen()))
    return session.exit(Severity.OK)


COMMANDS = (command(find, "find", "profile", examples=('find "the night crossing"', 'find "the words" --format json')),)
