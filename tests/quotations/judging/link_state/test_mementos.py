import pytest

from quotations.judging.archives.endpoints import endpoints_of
from quotations.judging.archives.mementos import as_memento, readable_copy

pytestmark = pytest.mark.unit
AT = "Mon, 07 Mar 2022 10:11:12 GMT"


@pytest.mark.parametrize(
    ("page", "readable"), [("article", True), ("Page not found", False), ("Just a moment...", False), (None, False)]
)
def test_an_archived_wall_or_notice_is_no_copy_of_the_page(make, page, readable):
    look = make.Case(f"https://archive.example/web/20220307101112id_/{make.URL}").capture(
        headers={"memento-datetime": AT}
    )
    copy = as_memento(look, endpoints_of("https://archive.example/web/"), make.URL)
    text = (
        None
        if page is None
        else make.text(make.article() if page == "article" else make.notice(page, page, "Verify you are human"))
    )
    assert readable_copy(make.Case().citation, copy, text) is readable
