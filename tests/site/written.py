"""Addresses and text directives, as people write them."""

from pages import article, http, prose


def addresses(site):
    """Addresses as people write them."""
    put, p = site.ground.answers, site.port
    put["a.example", "*"] = lambda q, c: (
        http(article("Asked for " + q.target.replace("<", "").replace("&", "+")[:60]))
        if "robots" not in q.target
        else http("", "404 Not Found")
    )
    for host in ("xn--bcher-kva.example", "a.example"):
        site.at(host)
    put["xn--bcher-kva.example", "/x"] = http(article("Books"))
    site.case("books", f"http://bücher.example:{p}/x", "alive")
    site.case("books in ascii", f"http://xn--bcher-kva.example:{p}/x#y", "alive", notices=["fragment_missing"])
    site.hosts["a.example.", p] = "127.0.0.1"
    put["a.example.", "/dot"] = http(article("Dotted"))
    site.case("a trailing dot", f"http://a.example.:{p}/dot", "alive")
    site.case("credentials", f"http://ada:secret@a.example:{p}/cred", "blocked_address")
    site.case("percent nul", f"http://a.example:{p}/x%00y", "alive")
    site.case("percent line end", f"http://a.example:{p}/x%0d%0aX-Evil:%201", "alive")
    site.case("backslashes", f"http:\\\\a.example:{p}\\back\\slash", "alive")
    site.case("three slashes", f"http:///a.example:{p}/three", "alive")
    site.case("one slash", f"http:/a.example:{p}/one", "alive")
    site.case("blanks inside", f"http://a.example:{p}/a b  c", "alive")
    site.case("line ends inside", f"http://a.example:{p}/a\nb\tc", "alive")
    site.case("braces", f'http://a.example:{p}/{{x}}|^`<>"', "alive")
    site.case("a query alone", f"http://a.example:{p}?q", "alive")
    site.case("dots", f"http://a.example:{p}/a/../b/./c", "alive")
    site.case("encoded dots", f"http://a.example:{p}/a/%2e%2e/b", "alive")
    site.case("double slashes", f"http://a.example:{p}//a//b", "alive")
    site.case("a bad escape", f"http://a.example:{p}/100%", "alive")
    site.case("a bad escape 2", f"http://a.example:{p}/%zz%e", "alive")
    site.case("upper host", f"HTTP://A.EXAMPLE:{p}/up", "alive")
    site.case("long query", f"http://a.example:{p}/q?" + "x" * 9000, "alive")
    site.case("100 KB", f"http://a.example:{p}/" + "y" * 100_000, "failed", "protocol")
    site.case("port 25", "http://a.example:25/x", "blocked_address")
    site.case("port 0", "http://a.example:0/x", "blocked_address")
    site.case("port 70000", "http://a.example:70000/x", "failed", "dns")
    site.case("no host", "http:///", "lost_target")
    site.case("a host with a blank", "http://a b.example/", "failed", "dns")
    site.case("a host of one label", "http://intranet/x", "failed", "dns")
    site.case("a long label", "http://" + "a" * 70 + ".example/x", "failed", "dns")
    site.case("hex address", "http://0x0a000001/x", "blocked_address")
    site.case("octal address", "http://012.0.0.1/x", "blocked_address")
    site.case("full width", "http://１０.0.0.1/x", "blocked_address")
    site.case("zero", "http://0/x", "blocked_address")
    site.case("a zone", "http://[fe80::1%25eth0]/x", "failed", "dns")
    site.case("bad six", "http://[::gg]/x", "failed", "dns")
    for word in (
        "data:text/html,hi",
        "blob:http://x/y",
        "tel:+123",
        "sms:1",
        "magnet:?xt=urn:btih:1",
        "ws://a.example/x",
        "view-source:http://a.example/",
        "urn:isbn:123",
        "doi:none",
        "intent://x#Intent;end",
        "chrome://settings",
        "gopher://a.example/",
        "news:comp.lang.python",
        "irc://a.example/x",
    ):
        site.case("scheme " + word[:8].replace(":", " "), word, "unsupported", "scheme", alt=[("lost_target", None)])


def places(site):
    """Text directives with all their parts."""
    add = site.page
    body = (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Places of the mill</title></head><body><article><h1>Places of the mill</h1>"
        + "".join(f"<p>{x}</p>" for x in prose("plc"))
        + "<p>The old miller, Tom Ash, sold flour—white flour—on Saturdays. The old miller sold oats on Mondays.</p><p>A <b>won</b>derful wheel turned, day and night, by a café owner’s leat.</p><div style='display:none'>Secret hidden sentence here.</div><details><summary>More</summary><p>Closed detail words.</p></details><p>Non breaking words, so­ft hyphens.</p><p>東京の水車は古い。</p><ul><li>First item</li><li>Second item</li></ul><h2 id='h-1'>Head</h2></article></body></html>"
    )
    first = True
    for name, frag, miss in (
        ("suffix chooses", "#:~:text=The%20old%20miller%20sold%20oats", False),
        ("prefix and suffix", "#:~:text=miller-,sold,-oats", False),
        ("suffix later", "#:~:text=miller,-sold", False),
        ("wrong prefix", "#:~:text=baker-,sold,-oats", True),
        ("a range", "#:~:text=Tom%20Ash,on%20Mondays", False),
        ("a range over blocks", "#:~:text=Tom%20Ash,by%20a%20caf%C3%A9", False),
        ("a range backwards", "#:~:text=wonderful,Tom%20Ash", True),
        ("two directives", "#:~:text=Tom%20Ash&text=wonderful%20wheel", False),
        ("two, one missing", "#:~:text=Tom%20Ash&text=submarine%20races", True),
        ("tags inside", "#:~:text=A%20wonderful%20wheel", False),
        ("other case", "#:~:text=tom%20ash", False),
        ("no accents", "#:~:text=cafe%20owner", False),
        ("dash escaped", "#:~:text=flour%E2%80%94white%20flour", False),
        ("hidden words", "#:~:text=Secret%20hidden%20sentence", True),
        ("closed details", "#:~:text=Closed%20detail%20words", False),
        ("no-break blank", "#:~:text=Non%20breaking%20words", False),
        ("soft hyphen", "#:~:text=soft%20hyphens", False),
        ("Japanese", "#:~:text=%E6%B0%B4%E8%BB%8A", False),
        ("two items", "#:~:text=First%20item%20Second%20item", True),
        ("place and words", "#h-1:~:text=Tom%20Ash", False),
        ("a broken directive", "#:~:text=", False),
        ("an unknown directive", "#:~:selector(type=CssSelector,value=p)", False),
        ("straight apostrophe", "#:~:text=caf%C3%A9%20owner%27s%20leat", False),
        ("comma escaped", "#:~:text=miller%2C%20Tom", False),
        ("half a word", "#:~:text=onderful", True),
        ("with plus signs", "#:~:text=Tom+Ash", True),
    ):
        add(
            "words: " + name,
            "plc.example/p" + frag,
            http(body) if first else None,
            "alive",
            notices=["text_directive_missing"] if miss else [],
        )
        first = False


GROUPS = (addresses, places)
