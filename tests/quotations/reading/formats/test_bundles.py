import io
import json
import zipfile

import pytest

from quotations.reading.document import InlineKind
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

URL = "https://tern.example/warden"
PAGE = f"""<!DOCTYPE html><html><!--
 Page saved with SingleFile
 url: {URL}
 saved date: Thu Jun 13 2024 10:02:41 GMT+0200 (Central European Summer Time)
--><head><meta charset="utf-8"><title>The warden</title></head><body><p>She wrote: “I counted them <a href="https://tern.example/census">twice</a>.”</p></body></html>"""


def packed(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_self_extracting_page_is_read_from_inside() -> None:
    loader = b"<!DOCTYPE html><html data-sfz><title>The warden</title><body>Switch on \xe2\x80\x9clet the add-on read files\xe2\x80\x9d<!--"
    data = loader + packed(**{"index.html": PAGE, "manifest.json": "{}"}) + b"--></body></html>"
    (document,) = read_documents(data, name="warden.zip.html")
    assert (document.title, document.url) == ("The warden", URL)
    assert "I counted them twice." in document.text
    assert "add-on" not in document.text


@pytest.mark.parametrize(
    "members", [{"index.html": PAGE, "style.css": ""}, {"Thewarden.html": PAGE, "images__image1.png": "x"}]
)
def test_zip_of_one_page_is_that_page(members: dict[str, str]) -> None:
    (document,) = read_documents(packed(**members), name="warden.zip")
    assert "I counted them twice." in document.text


def test_pocket_export_is_read_from_its_parts() -> None:
    head = "title,url,time_added,tags,status\n"
    data = packed(
        **{
            "part_000000.csv": f"{head}One,{URL}/1,1614816000,,unread\n",
            "part_000001.csv": f"{head}Two,{URL}/2,1614816000,,unread\n",
        }
    )
    assert [document.title for document in read_documents(data)] == ["One", "Two"]


def test_omnivore_export_has_pages_and_highlights_beside_its_records() -> None:
    records = json.dumps(
        [
            {"slug": "warden-1", "title": "The warden", "url": URL, "savedAt": "2024-06-13T08:02:41Z"},
            {"slug": "../x", "title": "Two", "url": f"{URL}/2"},
        ]
    )
    data = packed(
        **{
            "metadata_0_to_20.json": records,
            "content__warden-1.html": PAGE,
            "highlights__warden-1.md": "> I counted\n> them twice.\n\nMy note.\n",
        }
    )
    first, second = read_documents(data)
    given = [(first.words(i.span), i.cite) for i in first.inlines if i.kind is InlineKind.GIVEN_QUOTE]
    assert given == [("I counted them twice.", URL)]
    assert (first.title, second.title, second.text) == ("The warden", "Two", "Two")
