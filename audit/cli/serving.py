"""``serve``: the page and the API on one's own machine."""

from __future__ import annotations

from audit.cli.options import command
from audit.cli.session import Session
from quotations.model import Severity


def serve(session: Session) -> int:
    """Answer questions in a browser and over HTTP, until stopped."""
    from audit.service.bench import Bench
    from audit.web.serving import serve as serve_bench
    from crawler.sandbox import Sandbox

    with session.archive() as archive, Sandbox() as sandbox:
        sandbox.start()
        serve_bench(
            Bench(session.config, sandbox, archive),
            host=session.config.host,
            port=session.config.port,
            ready=lambda address: session.say(f"Citetrail answers at {address}  (stop with Ctrl-C)"),
        )
    return session.exit(Severity.OK)


COMMANDS = (
    command(
        serve,
        "serve",
        "host",
        "port",
        "profile",
        "max_age",
        "contact",
        "browser",
        examples=("serve", "serve --port 9000"),
    ),
)
