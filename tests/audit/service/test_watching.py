"""Names of reports, and lists of what is watched."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.service.watched import entries, kind_of
from audit.service.watching import report_name
from quotations.errors import MissingInput, UsageError
from quotations.model import Article, Audit

pytestmark = pytest.mark.unit


def audit(title, name="saved/page.html"):
    article = Article(title=title, text="", format="html", quotations=(), citations=(), attributions=())
    return Audit(article=article, findings=(), links=(), audited_at=datetime(2026, 1, 1, tzinfo=UTC), name=name)


def test_a_report_is_named_by_its_title_and_where_the_article_stands():
    name = report_name(audit("Who pays for the Wëir?"), "/a/page.html#0")
    assert name.startswith("who-pays-for-the-weir-")
    assert len(name.rsplit("-", 1)[1]) == 8
    assert name == report_name(audit("Who pays for the Wëir?"), "/a/page.html#0")
    assert name != report_name(audit("Who pays for the Wëir?"), "/b/page.html#0")
    assert report_name(audit(None), "x").startswith("page-")
    assert report_name(audit("Кто платит?"), "x").startswith("article-")


@given(st.text(max_size=400), st.text(max_size=50))
def test_a_report_is_a_plain_file_name_whatever_the_title(title, place):
    name = report_name(audit(title), place)
    assert name.isascii()
    assert len(name) <= 70
    assert all(c.isalnum() or c == "-" for c in name)


def test_a_list_names_files_beside_itself_and_comments_are_none(tmp_path):
    (tmp_path / "list").write_text("# mine\n\na.html\n/b.html\nhttps://c.example/\n")
    assert list(entries(tmp_path / "list")) == [str(tmp_path / "a.html"), "/b.html", "https://c.example/"]
    assert (kind_of(str(tmp_path)), kind_of(str(tmp_path / "list"))) == ("folder", "list")


def test_what_is_no_list_is_told(tmp_path):
    (tmp_path / "empty").write_text("# nothing\n")
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for name, error in (("empty", UsageError), ("binary", UsageError), ("gone", MissingInput)):
        with pytest.raises(error) as caught:
            kind_of(str(tmp_path / name))
        assert caught.value.hint
