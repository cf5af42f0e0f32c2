"""The documentation is complete, and what stands in it can be done."""

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import quotations.model
import reports
from audit.cli import COMMANDS
from audit.cli.helping import page as help_page
from reports.words.links import NOTICES, STATES
from reports.words.verdicts import VERDICTS

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parent.parent


def test_every_command_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    missing = [name for name in COMMANDS if f"citetrail {name}" not in readme and f"make {name}" not in readme]
    assert not missing


def test_every_noun_stands_in_the_glossary():
    words = set(re.findall(r"\w+", (ROOT / "docs" / "glossary.md").read_text()))
    nouns = {name for name in quotations.model.__all__ if not name.isupper()}
    assert nouns <= words


def test_every_make_target_that_the_readme_names_is_there():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(), re.MULTILINE)) <= targets


def test_every_link_in_the_documents_leads_to_a_file():
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_doors_of_the_library_are_as_documented():
    done = subprocess.run(
        [sys.executable, "-m", "doctest", "quotations/__init__.py", "quotations/codec.py", "quotations/model/spans.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_lines_of_the_library_page_do_what_it_says():
    page = "docs/howto/use-as-a-library.md"
    done = subprocess.run(
        [sys.executable, "-m", "doctest", page], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_setting_is_documented_as_it_stands():
    done = subprocess.run(
        [sys.executable, "scripts/settings", "--print"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ROOT / "docs" / "settings.md").read_text() == done.stdout, "run scripts/settings"
    rows = [line.split(" | ") for line in done.stdout.splitlines() if line.startswith("| `")]
    assert not [row[0] for row in rows if not row[2].strip(" |")]


@pytest.mark.parametrize("words", [VERDICTS, STATES, NOTICES], ids=["verdicts", "states", "notices"])
def test_every_verdict_state_and_notice_is_explained_in_the_words_of_the_report(words):
    page = (ROOT / "docs" / "howto" / "read-a-report.md").read_text()
    missing = [word for word, said in words.items() if f"{word.value}" not in page or f"| {said.title} |" not in page]
    assert not missing


def test_every_report_format_stands_in_a_page():
    pages = "".join(path.read_text() for path in (ROOT / "docs").rglob("*.md"))
    names = {*reports.FORMATS, *reports.LINK_FORMATS, *reports.CHECK_FORMATS, *reports.READ_FORMATS}
    assert not [name for name in names if name not in pages]


def test_every_page_stands_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text()
    pages = [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs" / "howto").glob("*.md")]
    missing = [page.name for page in pages if page.name != "index.md" and f"{page.name})" not in index]
    assert not missing


def test_every_command_and_flag_in_the_pages_is_there():
    flags = {name: _flags(name) for name in COMMANDS}
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for line in re.findall(r"^(?:\S*/)?citetrail (.+?)(?: +#.*)?$", page.read_text(), re.MULTILINE):
            name, named = line.split()[0], set(re.findall(r"(?<=\s)--[a-z-]+", line))
            assert name in flags, f"{page.name}: {line}"
            assert named <= flags[name], f"{page.name}: {line}"


def _flags(name):
    """Every long flag of a command, or of the commands of a group."""
    module = importlib.import_module(f"audit.cli.{COMMANDS[name]}")
    pages = [help_page(one) for one in module.COMMANDS if one.words.partition(" ")[0] == name]
    return set(re.findall(r"--[a-z-]+", "".join(pages)))
