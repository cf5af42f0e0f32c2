"""An error in a terminal: which file, what is wrong, what to do."""

import pytest

from audit.cli.telling import told
from quotations.errors import ArchiveError, DamagedInput, UsageError

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("error", "lines"),
    [
        (
            DamagedInput("The feed is broken.", hint="Save the feed again.", subject="a b/feed.xml"),
            ["error: a b/feed.xml: the feed is broken", "  try: save the feed again"],
        ),
        (
            UsageError("there is no format foo here", hint="one of terminal, json", subject="foo"),
            ["error: there is no format foo here", "  try: one of terminal, json"],
        ),
        (
            ArchiveError("A PostgreSQL archive is saved by PostgreSQL itself.", hint="Use pg_dump."),
            ["error: a PostgreSQL archive is saved by PostgreSQL itself", "  try: use pg_dump"],
        ),
        (
            UsageError("PDF is closed. It is locked.", hint="Zotero has it …"),
            ["error: PDF is closed. It is locked.", "  try: Zotero has it …"],
        ),
        (DamagedInput("one\x1b[2J\nline", subject="x\r\ny"), ["error: x y: one [2J line"]),
    ],
)
def test_an_error_names_its_file_and_reads_as_one_line_each(error, lines):
    assert told(error).splitlines() == lines
