"""Registrable domains."""

import pytest

from quotations.urls import site

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.news.bbc.co.uk/a", "bbc.co.uk"),
        ("https://alice.github.io/post", "alice.github.io"),
        ("https://x.y.paper.example/", "paper.example"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("http://localhost/", "localhost"),
        ("https://co.uk/", "co.uk"),
        ("/relative", ""),
    ],
)
def test_the_site_is_the_registrable_domain(url, domain):
    assert site(url) == domain


def test_the_list_is_loaded_only_when_a_site_is_asked_for():
    import subprocess
    import sys

    code = "import sys, quotations.urls; sys.exit('tldextract' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
