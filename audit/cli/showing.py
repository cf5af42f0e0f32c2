"""``demo``: the whole chain on this machine alone."""

from __future__ import annotations

import dataclasses
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from audit.cli.options import command
from audit.cli.session import Session, write_whole
from quotations.model import Severity


def demo(session: Session) -> int:
    """Audit an article of our own against a small site on this machine, and say where the report is."""
    import reports
    from audit.demo.site import article, resolutions, serving
    from audit.inputs import Input
    from audit.service.bench import Bench
    from audit.service.collection import Request, Watcher, audit_all, orders
    from crawler.sandbox import Sandbox
    from storage import Archive

    place = Path(tempfile.mkdtemp(prefix="citetrail-demo-"))
    with Sandbox() as sandbox:
        sandbox.start()
        with serving() as port, session.progress("looking at sources") as progress:
            saved = place / "the-weir.html"
            saved.write_bytes(article(port, datetime.now(UTC).date()))
            config = dataclasses.replace(session.config, resolve=resolutions(port), allow_address=("127.0.0.1/32",))
            watcher = Watcher(lambda _: None, progress.total, lambda capture: progress.step(capture.url))
            with Archive.open(place / "archive.db") as archive:
                bench = Bench(config, sandbox, archive)
                made, errors = orders([Input(str(saved), saved)], Request(), bench, watcher)
                if errors:
                    raise errors[0]
                audits, _ = audit_all(made, Request(), bench, watcher)
    page = session.output or place / "report.html"
    write_whole(page, reports.render(audits, "html"))
    shown = dataclasses.replace(session, output=None)
    shown.emit(reports.render(audits, "terminal", shown.screen()))
    shown.emit(f"\nThe archive is {place / 'archive.db'}; open the report in a browser:\n{page}")
    return session.exit(Severity.OK)


COMMANDS = (command(demo, "demo", "profile", examples=("demo", "demo -o report.html")),)
