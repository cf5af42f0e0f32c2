"""Kinds of documents, and pages whose words are not in them."""

import io
import zipfile

from pages import article, http, pdf, prose


def attached(site):
    """Pages and papers under another name."""
    add = site.page
    add(
        "content disposition page",
        "w.example/att.html",
        http(article("An attached page"), "200 OK", "Content-Disposition: attachment; filename=page.html"),
        "alive",
    )
    add(
        "content disposition paper",
        "w.example/att.pdf",
        http(
            pdf("Attached minutes. " + prose("att")[0]),
            "200 OK",
            "Content-Disposition: attachment",
            kind="application/force-download",
        ),
        "alive",
    )
    add(
        "pdf as octets",
        "w.example/oct",
        http(pdf("Octet minutes. " + prose("oct")[0]), kind="binary/octet-stream"),
        "alive",
    )
    add("pdf as text", "w.example/txt", http(pdf("Text minutes. " + prose("txt")[0]), kind="text/plain"), "alive")
    add("page as pdf", "w.example/page.pdf", http(article("A page as a paper"), kind="application/pdf"), "alive")
    add(
        "pdf behind junk",
        "w.example/junk.pdf",
        http(b"\n\n\n" + b" " * 200 + pdf("Junk minutes. " + prose("junk")[0]), kind="application/pdf"),
        "alive",
    )
    add(
        "pdf cut",
        "w.example/cut.pdf",
        http(pdf("Cut minutes. " + prose("cut")[0], "Two " + prose("cut2")[0])[:700], kind="application/pdf"),
        "unreadable",
        "encoding",
    )


def kinds(site):
    """Kinds of text, and what is none."""
    add = site.page
    add(
        "xhtml",
        "w.example/xhtml",
        http(
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Strict</title></head><body><h1>Strict</h1>'
            + "".join(f"<p>{x}</p>" for x in prose("strict"))
            + "</body></html>",
            kind="application/xhtml+xml",
        ),
        "alive",
    )
    add(
        "feed",
        "w.example/feed",
        http(
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Mill news</title>'
            + "".join(f"<item><title>{x[:30]}</title><description>{x}</description></item>" for x in prose("feed"))
            + "</channel></rss>",
            kind="application/rss+xml",
        ),
        "alive",
    )
    add(
        "csv",
        "w.example/t.csv",
        http("year,bushels\n" + "".join(f"{y},{y * 3}\n" for y in range(1900, 1960)), kind="text/csv"),
        "alive",
    )
    add(
        "json data",
        "w.example/t.json",
        http(
            '{"years":[{"year":1900,"note":"a wet spring and a late harvest at the mill"},{"year":1901,"note":"a dry one"}]}',
            kind="application/json",
        ),
        "alive",
    )
    add("markdown", "w.example/t.md", http("# Mill\n\n" + "\n\n".join(prose("md")), kind="text/markdown"), "alive")
    buf = io.BytesIO()
    zf = zipfile.ZipFile(buf, "w")
    zf.writestr("word/document.xml", "<w>hello</w>")
    zf.close()
    add(
        "docx",
        "w.example/t.docx",
        http(buf.getvalue(), kind="application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "not_text",
    )
    add("mp4", "w.example/t.mp4", http(b"\0\0\0\x18ftypmp42" + bytes(200), kind="video/mp4"), "not_text")
    add("nul bytes in a page", "w.example/nulbody", http(article("Nul bytes").replace("<p>", "<p>\0")), "alive")


def framed(site):
    """Pages whose words stand elsewhere."""
    add = site.page
    add(
        "frameset",
        "w.example/frames",
        http(
            "<html><head><title>Mill</title></head><frameset cols='20%,80%'><frame src=/nav.html><frame src=/main.html><noframes><body>Your browser does not support frames.</body></noframes></frameset></html>"
        ),
        "needs_rendering",
    )
    add(
        "iframe page",
        "w.example/iframe",
        http(
            "<html><head><title>Mill report</title></head><body><iframe src='https://docs.example/viewer?url=mill.pdf' width=100% height=100%></iframe></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "embedded paper",
        "w.example/embed",
        http(
            "<html><head><title>Mill report</title></head><body><h1>Mill report</h1><embed src=/mill.pdf type=application/pdf width=100% height=900></body></html>"
        ),
        "needs_rendering",
    )


def shells(site):
    """Pages that wait for a script."""
    add = site.page
    add(
        "shell of x",
        "w.example/shellx",
        http(
            "<html><head><title>X</title></head><body><noscript><h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p></noscript><div id=react-root></div><script src=/main.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell of youtube",
        "w.example/shelly",
        http(
            "<html><head><title>Mill tour - YouTube</title><meta name=description content='A tour of the mill'></head><body><ytd-app></ytd-app><div id=player></div><script>var ytInitialPlayerResponse={};</script><script src=/base.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell with a spinner",
        "w.example/spin",
        http(
            "<html><head><title>Mill</title></head><body><div id=app><div class=spinner>Loading…</div></div><script src=/a.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell with a spinner elsewhere",
        "w.example/spin2",
        http(
            "<html><head><title>Mill dashboard</title></head><body><app-shell>Loading...</app-shell><script type=module src=/a.js></script></body></html>"
        ),
        "needs_rendering",
    )


GROUPS = (attached, kinds, framed, shells)
