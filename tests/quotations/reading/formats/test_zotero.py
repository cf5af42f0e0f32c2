"""Zotero: a library's database, and notes written in it."""

import json
import sqlite3
from pathlib import Path
from urllib.parse import quote

import pytest

from quotations.errors import DamagedInput, EmptyInput, UnknownFormat
from quotations.model import Article
from quotations.reading import read_articles
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit

KEY = "ABCD2345"
URL = "https://fen.example/lamp"
SCHEMA = """
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, dateAdded TIMESTAMP, key TEXT);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, path TEXT);
CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT, type INTEGER, text TEXT, sortIndex TEXT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, orderIndex INT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
"""
ITEM = {"uris": [f"http://zotero.org/users/7/items/{KEY}"], "locator": "12"}


def highlighted(words: str, item: object) -> str:
    told = quote(json.dumps({"attachmentURI": "http://zotero.org/users/7/items/QQQQ2345", "citationItem": item}))
    cited = quote(json.dumps({"citationItems": [item], "properties": {}}))
    return (
        f'<p><span class="highlight" data-annotation="{told}">“{words}”</span> '
        f'<span class="citation" data-citation="{cited}">(<span class="citation-item">Rowe, 2021, p. 12</span>)</span></p>'
    )


NOTE = f'<div data-schema-version="9"><h1>On the lamp</h1>{highlighted("Oil low and sea high tonight", ITEM)}</div>'


def library(path: Path, *more: str) -> bytes:
    with sqlite3.connect(path) as made:
        made.executescript(SCHEMA)
        fields = ["title", "url", "date"]
        made.executemany("INSERT INTO fields VALUES (?, ?)", enumerate(fields))
        for item, values in {
            1: ["The lamp", URL, "2021-03-00 March 2021"],
            5: ["Thrown away", "https://fen.example/x", ""],
        }.items():
            made.execute("INSERT INTO items VALUES (?, 1, '2024-05-06 07:08:09', ?)", (item, KEY if item == 1 else "Z"))
            for field, value in enumerate(values):
                made.execute("INSERT INTO itemDataValues VALUES (?, ?)", (item * 10 + field, value))
                made.execute("INSERT INTO itemData VALUES (?, ?, ?)", (item, field, item * 10 + field))
        made.execute("INSERT INTO deletedItems VALUES (5)")
        made.execute("INSERT INTO creators VALUES (1, 'Ned', 'Rowe')")
        made.execute("INSERT INTO itemCreators VALUES (1, 1, 0)")
        made.execute("INSERT INTO itemAttachments VALUES (2, 1, 'storage:lamp.pdf')")
        made.execute("INSERT INTO itemAnnotations VALUES (3, 2, 1, 'The keeper was seldom wrong about weather', '1')")
        made.execute("INSERT INTO items VALUES (4, 28, '2024-05-07 07:08:09', 'NNNN2345')")
        made.execute("INSERT INTO itemNotes VALUES (4, 1, ?, 'On the lamp')", (NOTE,))
        for statement in more:
            made.execute(statement)
    made.close()
    return path.read_bytes()


def sources(article: Article) -> list[tuple[str, str | None, bool]]:
    urls = {citation.id: citation.url for citation in article.citations}
    best = {pair.quotation: pair for pair in reversed(article.attributions)}
    return [(q.text, urls[best[q.id].citation], best[q.id].sure) for q in article.quotations]


def test_items_and_notes_of_a_library_are_articles_with_their_sources_given(tmp_path: Path) -> None:
    item, note = read_articles(library(tmp_path / "z.sqlite"), name="zotero.sqlite")
    assert (item.format, item.title, item.author, item.published, item.url) == (
        "zotero",
        "The lamp",
        "Ned Rowe",
        "2021-03",
        URL,
    )
    assert item.saved_at == "2024-05-06T07:08:09Z"
    assert sources(item) == [("The keeper was seldom wrong about weather", URL, True)]
    assert (note.title, note.saved_at) == ("On the lamp", "2024-05-07T07:08:09Z")
    assert [found[:2] for found in sources(note)] == [("Oil low and sea high tonight", URL)]
    assert [citation.anchor for citation in note.citations if citation.anchor] == ["Rowe, 2021, p. 12"]


def test_library_that_keeps_a_log_beside_it_is_read(tmp_path: Path) -> None:
    data = library(tmp_path / "z.sqlite")
    assert len(read_documents(data[:18] + b"\x02\x02" + data[20:])) == 2


def test_exported_note_carries_its_items_with_it() -> None:
    item = {**ITEM, "itemData": {"title": "The lamp", "DOI": "10.1234/lamp"}}
    told = quote(json.dumps([item]))
    page = NOTE.replace("<div data", f'<!DOCTYPE html><html><body><div data-citation-items="{told}" data')
    (note,) = read_articles(page.encode(), name="note.html")
    assert [found[:2] for found in sources(note)] == [("Oil low and sea high tonight", "https://doi.org/10.1234/lamp")]


def test_note_whose_item_is_not_known_keeps_its_words_without_a_source() -> None:
    (note,) = read_articles(f"<!DOCTYPE html><html><body>{NOTE}</body></html>".encode(), name="note.html")
    assert [q.text for q in note.quotations] == ["Oil low and sea high tonight"]
    assert not [c for c in note.citations if c.url and "zotero" in c.url]


def test_other_databases_are_refused_by_name(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "o.db") as made:
        made.execute("CREATE TABLE items (a)")
    made.close()
    with pytest.raises(UnknownFormat, match="no library of Zotero"):
        read_documents((tmp_path / "o.db").read_bytes(), name="o.db")


def test_damaged_and_endless_libraries_are_errors(tmp_path: Path) -> None:
    data = library(tmp_path / "z.sqlite")
    with pytest.raises(DamagedInput):
        read_documents(data[: len(data) // 2], name="z.sqlite")
    endless = library(
        tmp_path / "e.sqlite",
        "DROP TABLE creators",
        "CREATE VIEW creators AS WITH RECURSIVE n(creatorID, firstName, lastName) AS "
        "(SELECT 2, 'a', 'b' UNION ALL SELECT creatorID + 1, 'a', 'b' FROM n) SELECT * FROM n",
    )
    with pytest.raises(DamagedInput):
        read_documents(endless, name="e.sqlite")


def test_empty_library_is_an_error(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "n.db") as made:
        made.executescript(SCHEMA)
    made.close()
    with pytest.raises(EmptyInput):
        read_documents((tmp_path / "n.db").read_bytes(), name="n.db")
