"""Redirects and addresses as servers and people write them."""

from pages import article, front, http, notice, sent


def signposts(site):
    """Redirects and addresses as servers and people write them."""
    add, put, p = site.page, site.ground.answers, site.port
    put["sp.example", "/new"] = http(article("The drovers' road at its new place"))
    for n, (where, notices) in enumerate(
        (
            ("/ne\tw", []),
            (f"http://SP.Example:{p}/new", []),
            (f"http://sp.example.:{p}/new", []),
            (f"http://www.sp.example:{p}/new", []),
            ("./new", []),
            ("x/../new", []),
            ("/new#:~:text=drovers", []),
            ("new?utm_source=old", []),
            (f"//other-road.example:{p}/new", ["cross_site"]),
            (f"http://bücher-road.example:{p}/new", ["cross_site"]),
        )
    ):
        add(
            f"the drovers' road {n}",
            f"sp.example/s{n}",
            sent("301 Moved Permanently", where),
            "moved",
            "permanent",
            notices=notices,
        )
    for host in ("sp.example.", "www.sp.example", "other-road.example", "xn--bcher-road-9db.example"):
        site.at(host)
        put[host, "/new"] = http(article("The drovers' road at its new place"))
    put["sp.example", "/new?utm_source=old"] = http(article("The drovers' road at its new place"))
    add(
        "the drovers' road with a name and a word",
        "sp.example/user",
        sent("302 Found", f"http://ada:pear@sp.example:{p}/new"),
        "blocked_address",
    )
    add("the drovers' road to its own place", "sp.example/self", sent("302 Found", "#top"), "failed", "redirect_loop")
    add(
        "the drovers' road in small letters",
        "sp.example/caf%C3%A9",
        sent("301 Moved", "/caf%c3%a9"),
        "moved",
        "permanent",
    )
    put["sp.example", "/caf%c3%a9"] = http(article("The drovers' road in small letters"))
    add("the drovers' road with a slash", "sp.example/folder", sent("301 Moved", "/folder/"), "moved", "permanent")
    put["sp.example", "/folder/"] = http(article("The drovers' road with a slash"))
    add(
        "the drovers' road to an intent",
        "sp.example/app",
        sent("302 Found", "intent://new#Intent;scheme=http;end"),
        "unsupported",
        "scheme",
    )
    add(
        "the drovers' road to a zone",
        "sp.example/zone",
        sent("302 Found", "http://[fe80::1%25eth0]/new"),
        "failed",
        "dns",
    )
    add(
        "the drovers' road to all addresses",
        "sp.example/any",
        sent("302 Found", "http://0.0.0.0/new"),
        "blocked_address",
    )
    add(
        "the drovers' road by words alone",
        "sp.example/words",
        http(
            notice(
                "Document moved", "Document moved", 'This document may be found <a href="/new">here</a>.', frame=False
            ),
            "302 Found",
        ),
        "alive",
    )
    twin = "xn--pple-43d.example"
    site.at(twin)
    put[twin, "/x"] = http(article("The drovers' road of a twin"))
    site.case("the drovers' road of a twin", f"http://\u0430pple.example:{p}/x", "alive")
    put["prints.example", "*"] = lambda q, c: (
        http("", "404 Not Found") if "robots" in q.target else sent("301 Moved Permanently", "/collections/all")
    )
    add("a woodcut of drovers at dusk", "prints.example/shop/woodcut-drovers-dusk", None, "soft_404", "probe")
    put["prints.example", "/collections/all"] = http(front("All prints"))
    add(
        "the drovers' road to the search",
        "sp.example/articles/drovers-road-history",
        sent("302 Found", "/search?q=drovers-road-history"),
        "soft_404",
        "title",
    )
    put["sp.example", "/search?q=drovers-road-history"] = http(
        notice(
            "Search | Sp",
            "Search",
            "Your search for drovers-road-history did not match any articles.",
            "Check the spelling, or use fewer words.",
        )
    )


GROUPS = (signposts,)
