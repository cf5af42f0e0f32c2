import json

import pytest

from quotations.text import read_text

pytestmark = pytest.mark.unit


def test_the_strings_of_json_are_blocks_in_order_and_their_mark_up_is_read() -> None:
    post = {
        "id": 7,
        "content": "<p>We closed the <b>br</b>idge.</p><p>It leaked.</p>",
        "tags": ["bridges"],
        "who": {"name": "Ann"},
    }
    text = read_text(json.dumps(post).encode(), media_type="application/json")
    assert text.text == "We closed the bridge.\n\nIt leaked.\n\nbridges\n\nAnn"


def test_json_that_does_not_parse_is_read_as_it_stands() -> None:
    assert read_text(b'{"content": "We closed', media_type="application/json").text == '{"content": "We closed'


def test_json_nested_without_end_does_not_exhaust_the_stack() -> None:
    assert read_text(b"[" * 200_000, media_type="application/json").text


def test_an_article_in_xml_keeps_its_sentences_whole() -> None:
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x "boom">]><article><title>Ferries</title>'
        b"<p>The <italic>Lark</italic> sank<xref>1</xref> at noon &amp; was raised.</p><!-- no --><p><![CDATA[Twice.]]></p></article>"
    )
    assert (
        read_text(xml, media_type="application/xml").text == "Ferries\n\nThe Lark sank1 at noon & was raised.\n\nTwice."
    )


def test_entities_of_a_document_are_never_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>'
    assert "aaaa" not in read_text(bomb, media_type="text/xml").text
