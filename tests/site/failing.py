"""Connections that come to nothing, and addresses that are not asked."""

import time

from ground import certificate, closed_port, reset, silence, speaks
from pages import article, http


def failing(site):
    """Names, doors and encryption that fail."""
    ground = site.ground
    site.case("no such name", "http://orchard-that-never-was.invalid/x", "failed", "dns")
    port = closed_port()
    site.case("a closed door", site.at("closed.example", "/x", port), "failed", "connection_refused")
    site.case("a slammed door", site.at("slam.example", "/x", ground.listen(raw=reset)), "failed", "reset")
    site.case(
        "noise",
        site.at("noise.example", "/x", ground.listen(raw=speaks(b"\x00\x01 this is no answer\r\n\r\n"))),
        "failed",
        "protocol",
    )
    mute = site.at("mute.example", "/x", ground.listen(raw=lambda connection: time.sleep(40)))
    site.case("silence to robots and readers", mute, "failed", "timeout", says="robots.txt")
    site.case("silence", site.at("silent.example", "/x", ground.listen(raw=silence)), "failed", "timeout")
    site.case(
        "no TLS at all",
        site.at("plain.example", "/x", ground.listen(raw=speaks(b"HTTP/1.1 400 Bad Request\r\n\r\n")), "https"),
        "failed",
        "tls",
    )


def certificates(site):
    """Certificates at fault, and looked past."""
    put = site.ground.answers
    ground = site.ground
    for name, names, days, says in (
        ("self", ["self.example"], (-1, 30), "signed by itself"),
        ("expired", ["expired.example"], (-60, -30), "it expired on"),
        ("coming", ["coming.example"], (30, 60), "it is not valid before"),
        ("other", ["someone-else.example"], (-1, 30), "it is for another name"),
    ):
        where = site.at(f"{name}.example", "/x", ground.listen(tls=certificate(names, days=days)), "https")
        put[f"{name}.example", "/x"] = http(article(f"Papers behind the {name} certificate"))
        site.case(f"the {name} certificate", where, "alive", notices=["unverified_tls"], says=says)
    put["newer.example", "*"] = b"\0\0\0\4\0\0\0\0\0"  # an empty SETTINGS frame (RFC 9113, 6.5)
    newer = site.at("newer.example", "/x", ground.listen(tls=certificate(["newer.example"])), "https")
    site.case("nothing but HTTP/2", newer, "failed", "protocol", says="a limit of ours")


def unasked(site):
    """Addresses that are not asked."""

    site.case("a private address", "http://10.9.8.7/x", "blocked_address")
    site.case("write to us", "mailto:ed@reg.example", "unsupported", "scheme")
    site.case("an old store", "ftp://reg.example/store", "unsupported", "scheme")
    site.case("a file of mine", "file:///home/me/notes.html", "unsupported", "scheme")
    site.case("words that lost their link", "#", "lost_target")


GROUPS = (failing, certificates, unasked)
