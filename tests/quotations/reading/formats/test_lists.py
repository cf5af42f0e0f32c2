"""Feeds, exports and bookmarks: one file, many articles."""

import json

import pytest

from quotations.errors import DamagedInput, EmptyInput, InputError, UnknownFormat
from quotations.reading import read_articles
from quotations.reading.document import Document, InlineKind
from quotations.reading.formats import read_documents
from quotations.reading.quotes import find_quotations

pytestmark = pytest.mark.unit

URL = "https://fen.example/lamp"
BODY = '<p>The keeper <a href="/log">wrote</a>: “Oil low. Sea high.”</p>'


def read(source: str | object, name: str | None = None) -> tuple[Document, ...]:
    text = source if isinstance(source, str) else json.dumps(source)
    return read_documents(text.encode(), name=name)


def given(document: Document) -> list[tuple[str, str | None]]:
    return [(document.words(i.span), i.cite) for i in document.inlines if i.kind is InlineKind.GIVEN_QUOTE]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Fen Review</title><language>en</language>
<item><title>The lamp</title><link>{URL}</link><dc:creator>Ned Rowe</dc:creator><pubDate>Wed, 03 Mar 2021 10:00:00 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Two</title><guid isPermaLink="true">https://fen.example/two</guid><description>&lt;p&gt;Only &lt;b&gt;this&lt;/b&gt;.&lt;/p&gt;</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://fen.example/"><title>Fen Review</title>
<entry><title>The lamp</title><link rel="alternate" href="{URL}"/><author><name>Ned Rowe</name></author><published>2021-03-03T10:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div></content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Fen Review",
    "items": [
        {
            "id": "1",
            "url": URL,
            "title": "The lamp",
            "authors": [{"name": "Ned Rowe"}],
            "date_published": "2021-03-03T10:00:00Z",
            "content_html": BODY,
        }
    ],
}


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON_FEED], ids=["rss", "atom", "json"])
def test_feed_entry_is_an_article(feed: str | object) -> None:
    first = read(feed)[0]
    assert (first.format, first.title, first.author, first.url, first.publisher) == (
        "feed",
        "The lamp",
        "Ned Rowe",
        URL,
        "Fen Review",
    )
    assert first.published is not None
    assert first.published.startswith("2021-03-03T10:00:00")
    assert [(first.words(link.span), link.href) for link in first.links] == [("wrote", "/log")]
    assert "“Oil low. Sea high.”" in first.text
    assert first.base_url is not None
    assert first.base_url.startswith("https://fen.example/")


def test_a_title_in_html_is_read_as_people_see_it() -> None:
    title = '<title type="html">The &amp;ldquo;lamp&amp;rdquo; &lt;i&gt;out&lt;/i&gt;</title>'
    assert read(ATOM.replace("<title>The lamp</title>", title))[0].title == "The “lamp” out"


def test_feed_has_many_articles_and_an_address_by_its_guid() -> None:
    assert [document.url for document in read(RSS)] == [URL, "https://fen.example/two"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ned@fen.example (Ned Rowe)", "Ned Rowe"),
        ("Ned Rowe (ned@fen.online)", "Ned Rowe"),
        ("ned@fen.online", None),
        ("Ned Rowe", "Ned Rowe"),
    ],
)
def test_author_of_a_feed_entry_is_a_name_without_its_address(said: str, name: str | None) -> None:
    feed = f'<rss version="2.0"><channel><title>F</title><item><title>T</title><author>{said}</author></item></channel></rss>'
    assert read(feed)[0].author == name


def test_hostile_feed_is_refused() -> None:
    with pytest.raises(DamagedInput):
        read(
            '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>'
        )


WALLABAG = [
    {"id": 1, "title": "The lamp", "url": URL, "origin_url": "https://first.example/lamp", "content": BODY, "created_at": "2021-03-04T00:00:00+0000",
     "published_at": "2021-03-03T10:00:00+0000", "published_by": ["Ned Rowe"], "language": "en", "domain_name": "fen.example", "annotations": [{"quote": "Oil low. Sea high.", "text": "!"}]}
]  # fmt: skip


def test_wallabag_gives_the_page_and_the_readers_highlights() -> None:
    (document,) = read(WALLABAG)
    # Its "origin_url" is where the reader found the page, or the address before a redirect.
    assert (document.title, document.author, document.url, document.original_url) == ("The lamp", "Ned Rowe", URL, None)
    assert given(document) == [("Oil low. Sea high.", URL)]
    assert [link.href for link in document.links] == ["/log", URL]


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ([{"id": "a", "title": "The lamp", "url": URL, "savedAt": "2021-03-04T00:00:00Z", "state": "Active", "labels": []}], "omnivore"),
        ({"bookmarks": [{"createdAt": 1614816000, "title": "The lamp", "content": {"type": "link", "url": URL}, "tags": []}], "lists": []}, "karakeep"),
        ({"collections": [{"name": "a", "links": [{"name": "The lamp", "url": URL, "createdAt": "2021-03-04T00:00:00Z"}]}]}, "linkwarden"),
        ({"results": [{"title": "The lamp", "source_url": URL, "saved_at": "2021-03-04T00:00:00Z"}]}, "readwise"),
        ({"items": [{"_id": 1, "link": URL, "title": "The lamp", "created": "2021-03-04T00:00:00Z"}]}, "raindrop"),
        (f"title,url,time_added,tags,status\nThe lamp,{URL},1614816000,a|b,unread\n", "pocket"),
        (f"URL,Title,Selection,Folder,Timestamp,Tags\n{URL},The lamp,,Unread,1614816000,\"[]\"\n", "instapaper"),
        (f"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nThe lamp,{URL},1,\"['a']\",2021-03-04 00:00:00+00:00,0,later,True\n", "reader"),
        (f"Title;URL;Content;Tags;\"MIME Type\";Language;\"Creation date\"\n\"The lamp\";{URL};;a;text/html;en;\"04/03/2021 10:11:12\"\n", "wallabag"),
        (f"id,type,title,url,content,note,tags,created\n1,WebPage,The lamp,{URL},,,a,2021-03-04T00:00:00Z\n", "mymind"),
        ({"roots": {"bookmark_bar": {"children": [{"type": "url", "name": "The lamp", "url": URL, "date_added": "13259289600000000"}]}}}, "chrome"),
        ([{"windows": {"1": {"2": {"url": URL, "title": "The lamp", "lastAccessed": 1614816000000}}}, "date": 1}], "tabs"),
        ([{"href": URL, "description": "The lamp", "extended": "", "time": "2021-03-04T00:00:00Z", "tags": "a"}], "pinboard"),
        ([{"url": URL, "title": "The lamp", "description": "", "created": "1614816000", "tags": ["a"]}], "bookmarks"),
        ({"bookmarks": [{"article__url": URL, "article__title": "The lamp", "date_added": "2021-03-04T00:00:00"}]}, "readability"),
        ({"url": URL, "title": "The lamp", "timestamp": "1614816000", "history": {}, "canonical": {}}, "archivebox"),
        (f'<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="{URL}" ADD_DATE="1614816000" TAGS="a">The lamp</A>\n</DL>', "bookmarks"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 12 else "",
)  # fmt: skip
def test_list_entry_is_an_article(source: str | object, format: str) -> None:
    (document,) = read(source)
    assert (document.format, document.title, document.url) == (format, "The lamp", URL)
    assert document.saved_at is not None
    assert document.saved_at.startswith("2021-03-04")
    assert document.text == "The lamp"


@pytest.mark.parametrize(
    "source",
    [
        f'URL,Title,Selection,Folder\n{URL},The lamp,"Oil low. Sea high.",Unread\n',
        f'Highlight,Book Title,Book Author,URL\n"Oil low. Sea high.",The lamp,Ned Rowe,{URL}\n',
        {"results": [{"title": "The lamp", "source_url": URL, "highlights": [{"text": "Oil low. Sea high."}]}]},
        {
            "results": [
                {"id": "1", "title": "The lamp", "source_url": URL, "parent_id": None},
                {
                    "id": "2",
                    "source_url": None,
                    "parent_id": "1",
                    "category": "highlight",
                    "content": "Oil **low**. [Sea](x) high.",
                },
            ]
        },
        f'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,The lamp,,,{URL},a,,2021-03-04T00:00:00Z,,"Highlight:Oil low. Sea high.\nNote:mine",false\n',
        [
            {
                "uri": URL,
                "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Oil low. Sea high."}]}],
                "document": {"title": ["The lamp"]},
            }
        ],
    ],
    ids=["instapaper", "readwise csv", "readwise json", "reader", "raindrop", "hypothesis"],
)
def test_marked_words_are_a_quotation_with_its_source_given(source: str | object) -> None:
    (document,) = read(source)
    assert given(document) == [("Oil low. Sea high.", URL)]
    assert (document.title, document.links[-1].href) == ("The lamp", URL)


def test_words_that_a_reader_marked_have_the_article_for_their_source() -> None:
    (article,) = read_articles(f'URL,Title,Selection,Folder\n{URL},The lamp,"Oil low. Sea high.",Unread\n'.encode())
    (citation,) = article.citations
    assert (citation.url, citation.role.value) == (URL, "body")
    assert [attribution.citation for attribution in article.candidates(article.quotations[0].id)] == [citation.id]


def test_wallabags_xml_is_read_as_its_json() -> None:
    source = (
        f"<?xml version='1.0' encoding='UTF-8'?>\n<result><entry><title><![CDATA[The lamp]]></title><url><![CDATA[{URL}]]></url>"
        f"<content><![CDATA[{BODY}]]></content><created_at><![CDATA[2021-03-04T00:00:00+00:00]]></created_at>"
        "<published_by><entry><![CDATA[Ned Rowe]]></entry><entry><![CDATA[Ada Pike]]></entry></published_by>"
        "<annotations><entry><quote><![CDATA[Oil low.]]></quote></entry></annotations></entry></result>"
    )
    (document,) = read(source)
    assert (document.format, document.title, document.author, document.url) == (
        "wallabag",
        "The lamp",
        "Ned Rowe, Ada Pike",
        URL,
    )
    assert given(document) == [("Oil low.", URL)]
    assert document.links[0].href == "/log"
    with pytest.raises(UnknownFormat, match="result"):
        read("<?xml version='1.0'?><result><row/></result>")


def test_kindle_clippings_are_books_with_what_was_marked_in_them() -> None:
    row = "==========\r\n"
    source = (
        "\ufeffThe Weir (Maud Tilney)\r\n- Your Highlight on page 12 | Location 170-172 | Added on Saturday, May 4, 2024\r\n\r\nThe gate was open.\r\n"
        + row
        + "The Weir (Maud Tilney)\r\n- Your Note on page 12 | Location 172 | Added on Saturday, May 4, 2024\r\n\r\ncheck this\r\n"
        + row
        + "Der Brunnen (Sorge, Hedwig)\r\n- Ihre Markierung auf Seite 3 | Hinzugefügt am Samstag\r\n\r\nEr war tief.\r\n"
        + row
    )
    weir, well = read(source, "My Clippings.txt")
    assert (weir.format, weir.title, weir.author, given(weir)) == (
        "kindle",
        "The Weir",
        "Maud Tilney",
        [("The gate was open.", None)],
    )
    assert (well.title, well.author, given(well)) == ("Der Brunnen", "Hedwig Sorge", [("Er war tief.", None)])


def test_a_note_without_a_page_is_an_article_of_its_own() -> None:
    (note,) = read('URL,Title,Selection,Folder\n,A note,"She said “no”.",Unread\n')
    assert (note.title, note.url, note.text) == ("A note", None, "She said “no”.")


def test_entry_without_address_or_of_a_feed_is_left_out() -> None:
    head = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    rows = f"A,{URL},1,[],2021-03-04,0,feed,\nB,,2,[],2021-03-04,0,new,\nC,{URL}/c,3,[],2021-03-04,0,new,\n"
    assert [document.title for document in read(head + rows)] == ["C"]


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ('{"a": ', DamagedInput),
        ('{"a": 1}', UnknownFormat),
        ('[{"url": "x", "title": "y", "savedAt": "z"', DamagedInput),
        ("title,url,time_added\n", EmptyInput),
        ("<en-export></en-export>", EmptyInput),
        ("<rss version='2.0'><channel><title>x</title></channel></rss>", EmptyInput),
        ("<feed><broken", DamagedInput),
    ],
)
def test_broken_list_says_so(source: str, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        read(source, "list.bin")
    assert caught.value.subject == "list.bin"
    assert caught.value.hint


def test_evernote_notes_know_their_page() -> None:
    note = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export3.dtd"><en-export><note><title>The lamp</title>'
        '<content><![CDATA[<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>'
        + BODY
        + f"</en-note>]]></content><created>20210304T050607Z</created><note-attributes><source-url>{URL}</source-url></note-attributes>"
        '<resource><data encoding="base64">AAAA</data></resource></note></en-export>'
    )
    (document,) = read(note)
    assert (document.format, document.title, document.url, document.saved_at) == (
        "enex",
        "The lamp",
        URL,
        "2021-03-04T05:06:07Z",
    )
    assert "“Oil low. Sea high.”" in document.text
    assert [link.href for link in document.links] == ["/log"]


@pytest.mark.parametrize(
    ("source", "error"), [("[1, 2]", UnknownFormat), ("[" * 100_000, DamagedInput), ("nothing", DamagedInput)]
)
def test_a_name_that_promises_json_is_held_to_it(source: str, error: type[InputError]) -> None:
    with pytest.raises(error):
        read(source, "export.json")


def test_text_that_begins_with_a_bracket_is_text() -> None:
    assert [document.format for document in read("[1] The lamp was out.")] == ["text"]


def test_firefox_backup_is_walked() -> None:
    tree = {
        "guid": "root",
        "title": "",
        "children": [
            {
                "guid": "a",
                "title": "f",
                "children": [{"guid": "b", "title": "The lamp", "uri": URL, "dateAdded": 1614816000000000}],
            }
        ],
    }
    (document,) = read(tree)
    assert (document.format, document.title, document.url, document.saved_at) == (
        "firefox",
        "The lamp",
        URL,
        "2021-03-04T00:00:00+00:00",
    )


def test_table_with_other_columns_is_refused_by_name() -> None:
    with pytest.raises(UnknownFormat) as caught:
        read("name,number\nA,1\n", "numbers.csv")
    assert "columns" in caught.value.message
    assert caught.value.subject == "numbers.csv"


def test_other_xml_is_refused_by_its_root() -> None:
    with pytest.raises(UnknownFormat, match="opml"):
        read('<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>')


def test_an_entry_of_atom_has_the_feed_s_author_and_one_of_rss_only_its_own() -> None:
    entry = "<id>urn:1</id><title>A</title><link href='https://x.example/a'/><content>Words.</content>"
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Salt</title><author><name>Gerda Holm</name></author><entry>{entry}</entry></feed>"
    rss = (
        "<rss version='2.0'><channel><title>Salt</title><managingEditor>ed@x.example (Ed Itor)</managingEditor>"
        "<item><title>A</title><link>https://x.example/a</link><description>Words.</description></item></channel></rss>"
    )
    assert [read(feed, "feed.xml")[0].author for feed in (atom, rss)] == ["Gerda Holm", None]


def test_a_list_s_bare_title_quotes_nobody() -> None:
    (document,) = read('title,url,time_added,tags,status\n"On ""rope""",https://x.example/a,1714817472,,unread\n')
    assert document.title == 'On "rope"'
    assert not [q for q in find_quotations(document) if q.kind.value in ("direct", "fragment", "echo")]
