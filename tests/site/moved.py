"""Redirects of every kind."""

from ground import closed_port
from pages import article, front, http, sent


def moved(site):
    """Pages that moved, for good or for now."""
    add = site.page
    put = site.ground.answers
    put["move.example", "/new"] = http(article("The new place of the press"))
    other = site.at("elsewhere.example", "/kept")
    put["elsewhere.example", "/kept"] = http(article("Kept elsewhere, the press accounts"))
    add("the press", "move.example/old", sent("301 Moved Permanently", "/new"), "moved", "permanent", notices=[])
    add("the press today", "move.example/today", sent("302 Found", "/new"), "moved", "temporary")
    add(
        "the press since 1901",
        "move.example/since",
        sent("308 Permanent Redirect", "/today"),
        "moved",
        "temporary",
        notices=["mixed_redirects"],
    )
    add(
        "the press accounts",
        "move.example/accounts",
        sent("301 Moved Permanently", other),
        "moved",
        "permanent",
        notices=["cross_site"],
    )
    add("the second edition", "move.example/edition", sent("308 Permanent Redirect", "?v=2"), "moved", "permanent")
    put["move.example", "/edition?v=2"] = http(article("The second edition"))
    add(
        "apples in Czech",
        "move.example/czech",
        "HTTP/1.1 301 Moved\r\nLocation: /jablíčka\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode(),
        "moved",
        "permanent",
    )
    put["move.example", "/jabl%C3%AD%C4%8Dka"] = http(article("Apples in Czech"))
    add(
        "sent on by the page",
        "move.example/refresh",
        http('<html><head><meta http-equiv="refresh" content="0; url=/new"></head><body>Moved</body></html>'),
        "moved",
        "temporary",
    )
    add("the Register", "move.example/index.html", sent("301 Moved Permanently", "/"), "moved", "permanent")
    put["move.example", "/"] = http(front("Thornby Register"))
    add("the Register in English", "move.example/en/", sent("302 Found", "/"), "moved", "temporary")
    blog = site.at("journal.elsewhere.example", "/")
    put["journal.elsewhere.example", "/"] = http(front("The Thornby journal"))
    add("the journal", "elsewhere.example/journal", sent("301 Moved Permanently", blog), "moved", "permanent")
    add(
        "a place in the new page",
        "move.example/tofragment",
        sent("301 Moved Permanently", "/new#nosuch"),
        "moved",
        "permanent",
        notices=["fragment_missing"],
    )


def led_astray(site):
    """Redirects that lead round, on and on, or where nobody goes."""
    add = site.page
    put = site.ground.answers
    add("round and round", "move.example/loop", sent("302 Found", "/loop2"), "failed", "redirect_loop")
    put["move.example", "/loop2"] = sent("302 Found", "/loop")
    add("on and on", "move.example/hop", sent("302 Found", "/hop0"), "failed", "redirect_loop")
    for n in range(40):
        put["move.example", f"/hop{n}"] = sent("302 Found", f"/hop{n + 1}")
    add("into the cellar", "move.example/private", sent("302 Found", "http://10.11.12.13/"), "blocked_address")
    add("into a drawer", "move.example/drawer", sent("302 Found", "file:///etc/hostname"), "unsupported", "scheme")
    add(
        "to a closed door",
        "move.example/door",
        sent("301 Moved Permanently", f"http://move.example:{closed_port_of(site)}/x"),
        "failed",
        "connection_refused",
    )


def closed_port_of(site):
    """A port of the moving host on which nobody listens."""
    port = closed_port()
    site.hosts["move.example", port] = "127.0.0.1"
    return port


GROUPS = (moved, led_astray)
