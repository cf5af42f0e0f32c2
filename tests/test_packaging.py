"""Our import names are ours, and the cheap way stays cheap."""

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

pytestmark = pytest.mark.unit
ROOT = Path(__file__).resolve().parent.parent
NAMES = ("quotations", "storage", "crawler", "reports", "audit")


@pytest.mark.parametrize("name", NAMES)
def test_no_other_distribution_owns_our_name(name):
    assert set(packages_distributions().get(name, [])) <= {"citetrail"}


def test_checking_words_against_a_file_loads_nothing_heavy(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<title>t</title><p>The board met for three hours and heard two engineers.</p>")
    program = (
        "import sys\n"
        "from audit.cli import main\n"
        f"main(['check', 'heard two engineers', {str(page)!r}, '--format', 'json'])\n"
        "heavy = {'scrapy', 'twisted', 'sqlalchemy', 'trafilatura', 'py3langid', 'tldextract', 'bs4', 'fastapi', 'jinja2'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_nothing_in_the_project_names_a_place_outside_it():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock, "the lock names no index"
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if name and path.suffix in {".py", ".md", ".toml", ".sh", ".html"} and path != Path(__file__) and path.exists():
            text = path.read_text(encoding="utf-8", errors="replace")
            assert "../shared" not in text, name
