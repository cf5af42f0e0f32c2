"""The documentation is complete, and what stands in it can be done."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import quotations.model
from audit.cli import COMMANDS

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
