"""Answers that hold nothing that can be read."""

from pages import article, bomb, http, pdf, picture, zipped


def unread(site):
    """Empty, cut, of another kind, or too large."""
    add = site.page
    add("an empty page", "empty.example/a", http(""), "unreadable", "empty")
    add("no content", "empty.example/b", http("", "204 No Content", kind=None), "unreadable", "empty")
    add("a page of blanks", "empty.example/c", http("<html><body>  </body></html>"), "unreadable", "empty")
    add("half a page", "empty.example/d", http(article("Half a page")[:900], length=9000), "unreadable", "truncated")
    add(
        "half a bag",
        "empty.example/e",
        http(zipped(article("Half a bag"))[:400], "200 OK", "Content-Encoding: gzip"),
        "unreadable",
        "truncated",
    )
    add(
        "a piece",
        "empty.example/f",
        http(article("A piece")[:700], "206 Partial Content", "Content-Range: bytes 0-699/48230"),
        "unreadable",
        "truncated",
    )
    add("a picture", "empty.example/g.png", http(picture(), kind="image/png"), "not_text")
    add("a picture called a page", "empty.example/h", http(picture(), kind="text/html"), "not_text")
    add("a bag of things", "empty.example/i.zip", http(b"PK\x03\x04" + bytes(300), kind="application/zip"), "not_text")
    app = "<html lang=en><head><title>Map of hives</title><script type=module src=/app.js></script></head><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    add("a map of the hives", "empty.example/app", http(app), "needs_rendering")
    add("a bomb", "empty.example/bomb", http(bomb(24), "200 OK", "Content-Encoding: gzip"), "too_large")
    add(
        "a thick report",
        "empty.example/thick.pdf",
        http(pdf("Thick.", padding=3_000_000), kind="application/pdf"),
        "too_large",
    )


GROUPS = (unread,)
