import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.document import BlockKind, Document
from quotations.reading.formats import read_documents

pytestmark = pytest.mark.unit


def crlf(text: str, charset: str = "utf-8") -> bytes:
    return text.replace("\n", "\r\n").encode(charset)


def words(document: Document) -> list[str]:
    return [document.words(block.span) for block in document.blocks]


def test_mhtml_takes_the_charset_from_the_page_itself() -> None:
    data = crlf(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://fen.example/lamp\nSubject: =?utf-8?Q?The=20lamp?=\n"
        'Date: Wed, 3 Mar 2021 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n\tboundary="B"\n\n\n'
        "--B\nContent-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: binary\nContent-Location: https://fen.example/lamp\n\n"
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head><body><p>The keeper wrote: “Oil low – sea high.” See <a href="https://x.example/log">the log</a>.</p></body></html>\n'
        "--B\nContent-Type: text/html\nContent-ID: <frame-2@mhtml.blink>\nContent-Location: https://ads.example/frame\n\n<p>“Buy a lamp.”</p>\n--B--\n",
        "windows-1252",
    )
    (document,) = read_documents(data)
    assert words(document) == ["The keeper wrote: “Oil low – sea high.” See the log."]
    assert (document.format, document.url, document.base_url) == (
        "mhtml",
        "https://fen.example/lamp",
        "https://fen.example/lamp",
    )
    assert document.saved_at is not None
    assert document.saved_at.startswith("2021-03-03T10:00:00")


def test_mhtml_starts_with_the_part_that_it_names() -> None:
    data = crlf(
        'MIME-Version: 1.0\nContent-Type: multipart/related; start="<two>"; boundary=B\n\n--B\nContent-Type: text/html\nContent-ID: <one>\nContent-Location: https://a.example/f\n\n<p>Frame.</p>\n'
        "--B\nContent-Type: text/html\nContent-ID: <two>\nContent-Location: https://a.example/p\n\n<p>Page.</p>\n--B--\n"
    )
    (document,) = read_documents(data)
    assert (words(document), document.url) == (["Page."], "https://a.example/p")


WORD = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=_NextPart_01D9"

This document is a Single File Web Page, also known as a Web Archive file.

------=_NextPart_01D9
Content-Location: file:///C:/4F5A1B2C/lamp.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<html xmlns:o=3D"urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=3DContent-Type content=3D"text/html; charset=3Dus-ascii"><title>The lamp</title>
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Nobody</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=3DEN-GB><div class=3DWordSection1>
<p class=3DMsoNormal>The keeper wrote: &#8220;Oil low. Sea high.&#8221;<a style=3D'mso-footnote-id:ftn1' href=3D"#_ftn1" name=3D"_ftnref1" title=3D""><span class=3DMsoFootnoteReference><span style=3D'mso-special-character:footnote'><![if !supportFootnotes]><span class=3DMsoFootnoteReference>[1]</span><![endif]></span></span></a> See <a href=3D"https://x.example/log">the log</a>.</p>
</div><div style=3D'mso-element:footnote-list'><![if !supportFootnotes]><br clear=3Dall><hr align=3Dleft size=3D1 width=3D"33%"><![endif]>
<div style=3D'mso-element:footnote' id=3Dftn1><p class=3DMsoFootnoteText><a style=3D'mso-footnote-id:ftn1' href=3D"#_ftnref1" name=3D"_ftn1" title=3D""><span class=3DMsoFootnoteReference>[1]</span></a> <a href=3D"https://x.example/book">Lamp book</a>, folio 12.</p></div></div></body></html>

------=_NextPart_01D9
Content-Location: file:///C:/4F5A1B2C/lamp_files/header.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="us-ascii"

<html><body><div style=3D'mso-element:header'><p>&#8220;Header of every page&#8221;</p></div></body></html>

------=_NextPart_01D9--
"""


def test_word_mht_leaves_out_header_parts_and_conditional_marks() -> None:
    (document,) = read_documents(crlf(WORD), name="lamp.mht")
    assert (document.format, document.title, document.url) == ("mhtml", "The lamp", None)
    assert words(document)[0] == "The keeper wrote: “Oil low. Sea high.” See the log."
    assert "Header of every page" not in document.text
    assert "Nobody" not in document.text
    citations, _ = find_citations(document)
    assert [(c.anchor, c.url, bool(c.note)) for c in citations if c.role.value != "chrome"] == [
        ("the log", "https://x.example/log", False),
        ("Lamp book", "https://x.example/book", True),
    ]


LETTER = """Received: from a.example by b.example; Sun, 18 Feb 2024 07:30:04 +0000
From: =?utf-8?q?Fen_=26_Field?= <post@fen.example>
To: reader@mail.example
Subject: Fwd: The =?utf-8?q?keeper=E2=80=99s?= lamp
Date: Sun, 18 Feb 2024 07:30:00 +0100
MIME-Version: 1.0
"""


def test_plain_letter_is_read_with_its_addresses() -> None:
    body = "Content-Type: text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\nThe log <https://x.exam=\nple/log> says =93Oil low.=94 It is caf=E9 talk.\n"
    (document,) = read_documents(crlf(LETTER + body))
    assert (document.format, document.title, document.publisher) == ("eml", "The keeper’s lamp", "Fen & Field")
    assert document.published == "2024-02-18T07:30:00+01:00"
    assert words(document) == ["The log says “Oil low.” It is café talk."]
    assert [link.href for link in document.links] == ["https://x.example/log"]


def test_letter_in_two_dresses_is_read_once_and_attachments_not() -> None:
    body = (
        "Content-Type: multipart/mixed; boundary=M\n\n--M\nContent-Type: multipart/alternative; boundary=A\n\n--A\nContent-Type: text/plain\n\nPlain “words”.\n"
        "--A\nContent-Type: text/html; charset=utf-8\n\n<p>Dressed “words”.</p>\n--A--\n--M\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>Attached.</p>\n--M--\n"
    )
    (document,) = read_documents(crlf(LETTER + body))
    assert words(document) == ["Dressed “words”."]


def test_a_letter_sent_on_whole_is_no_block_quotation() -> None:
    head = "<div>Begin forwarded message:</div><div><b>From: </b>Weir News &lt;news@weir.example&gt;</div>"
    page = (
        f'<p>Read this.</p><blockquote type="cite">{head}<p>The miller wrote: “It turns.”</p>'
        "<blockquote><p>It turned when nobody looked.</p></blockquote><p>That was all.</p></blockquote>"
    )
    (document,) = read_documents(crlf(LETTER + "Content-Type: text/html; charset=utf-8\n\n" + page))
    quoted = [document.words(block.span) for block in document.blocks if block.kind is BlockKind.QUOTE]
    assert quoted == ["It turned when nobody looked."]
    assert document.publisher == "Weir News"


def test_what_a_letter_quotes_of_another_stays_a_block_quotation() -> None:
    page = (
        '<blockquote type="cite"><p>It turned when nobody looked.</p></blockquote>'
        "<p>I was there and I looked, and it turned all the same, as it does every morning at six.</p>"
    )
    (document,) = read_documents(crlf(LETTER + "Content-Type: text/html; charset=utf-8\n\n" + page))
    assert next(block.kind for block in document.blocks) is BlockKind.QUOTE


def test_a_charset_that_is_none_breaks_no_letter() -> None:
    body = 'Content-Type: text/html; charset="utf\x00-8"\n\n<p>It turns “when I am asleep”.</p>'
    (document,) = read_documents(crlf(LETTER + body))
    assert words(document) == ["It turns “when I am asleep”."]


def test_mailbox_holds_many_letters() -> None:
    one = "From a@b Sun Feb 18 07:30:00 2024\n" + LETTER + "\nOne letter.\n\n"
    documents = read_documents(crlf(one + one.replace("One", "Another")))
    assert [words(document) for document in documents] == [["One letter."], ["Another letter."]]


def test_text_that_only_begins_like_a_letter_is_text() -> None:
    (document,) = read_documents(b"Note: this is no letter.\nWarning: nor is this.\n\nIt is text.\n")
    assert document.format == "text"
    assert [b.kind for b in document.blocks][-1] is BlockKind.PARAGRAPH


def test_a_letter_sent_on_keeps_the_day_and_publisher_of_its_page() -> None:
    body = 'Content-Type: text/html\n\n<html><head><meta property="og:site_name" content="Tern Letter"><meta property="article:published_time" content="2024-02-17"></head><body><p>It “ran”.</p></body></html>\n'
    (document,) = read_documents(crlf(LETTER + body))
    assert (document.title, document.publisher, document.published) == (
        "The keeper’s lamp",
        "Tern Letter",
        "2024-02-17",
    )


NEWSLETTER = (
    "From: Tidewriter <news@tide.example>\nSubject: Who counts the eels?\nDate: Thu, 13 Feb 2025 06:02:00 +0000\n"
    "Message-ID: <1@tide.example>\nContent-Type: {type}; charset=utf-8\n\n{body}"
)
EELS = (
    "<p>The ministry <a href='https://ministry.example/eels'>reported</a> “a stable and healthy stock” this winter.</p>"
)


@pytest.mark.parametrize(
    ("above", "url"),
    [
        ("<p>Eels. <a href='https://mailchi.mp/tide/eels-12'>View this email in your browser</a></p>", "https://mailchi.mp/tide/eels-12"),
        ("<p>Probleme? <a href='https://deich.example/12'>Im Browser ansehen</a></p>", "https://deich.example/12"),
        ("<p><a href='https://digue.example/12'>Voir ce message dans votre navigateur</a></p>", "https://digue.example/12"),
        ("<p><a href='https://tide.example/p/eels?token=abc'>Read online</a></p><h1><a href='https://tide.example/p/eels'>Who counts the eels?</a></h1>", "https://tide.example/p/eels"),
        ("<p><a href='https://click.mailer.example/f/a/xyz'>View in browser</a></p><h1><a href='https://tide.example/p/eels'>Who counts the eels?</a></h1>", "https://tide.example/p/eels"),
        ("<p><a href='https://click.mailer.example/f/a/xyz'>View in browser</a></p>", None),
        ("<h1><a href='https://other.example/a'>Another heading</a></h1>", None),
    ],
)  # fmt: skip
def test_a_newsletter_s_own_page_is_its_address(above: str, url: str | None) -> None:
    (document,) = read_documents(
        NEWSLETTER.format(type="text/html", body=f"<html><body>{above}{EELS}</body></html>").encode()
    )
    assert document.url == url
    citations, _ = find_citations(document)
    assert [c.url for c in citations if c.role.value != "chrome" and c.url != "https://other.example/a"] == [
        "https://ministry.example/eels"
    ]


def test_a_letter_of_plain_text_says_before_the_address_that_it_stands_there() -> None:
    body = "View this post on the web at https://tide.example/p/eels\n\nThe ministry reported “a stable stock”.\n"
    (document,) = read_documents(NEWSLETTER.format(type="text/plain", body=body).encode())
    assert document.url == "https://tide.example/p/eels"
