"""What the hostile site does, one case a line, each with what became of the link that cites it; the cases stand in rooms.

A case is (anchor, address, state, reason, more): *more* may hold `notices`, a list, and `says`, words of the evidence.
Hosts end in ``.example``; each that misbehaves as a host has a name of its own.
"""

import time
from importlib import import_module

from pages import http

#: Modules beside this one, each with its `GROUPS` of cases.
ROOMS = (
    "whole",
    "fragments",
    "moved",
    "lost",
    "sold",
    "walls",
    "refused",
    "unread",
    "failing",
    "seen",
    "met",
    "routes",
    "wires",
    "speech",
    "waits",
    "kinds",
    "written",
    "statuses",
    "signposts",
    "absences",
    "closed",
    "resembling",
    "journals",
    "templates",
    "today",
    "doors",
    "detours",
    "unlikely",
    "systems",
    "keepers",
    "gatehouse",
    "landings",
    "everyday",
    "likewise",
)


class Site:
    """Collects answers and cases while the tables below are read."""

    def __init__(self, ground):
        self.ground = ground
        self.port = ground.listen()
        self.six = ground.listen("::1")
        self.cases = []
        self.hosts = {}

    def at(self, host, path="", port=None, scheme="http"):
        self.hosts[host, port or self.port] = "127.0.0.1"
        return f"{scheme}://{host}:{port or self.port}{path}"

    def page(self, anchor, where, answer, state, reason=None, **more):
        """A case at *where* ("host/path#fragment"); several answers come one after another."""
        host, _, path = where.partition("/")
        plain = "/" + path.partition("#")[0]
        if answer is not None:
            self.ground.answers[host, plain] = answer
        self.case(anchor, self.at(host, "/" + path), state, reason, **more)

    def case(self, anchor, href, state, reason=None, **more):
        self.cases.append({"anchor": anchor, "href": href, "state": state, "reason": reason, **more})


def build(ground):
    """The site with all its cases."""
    site = Site(ground)
    ground.answers["*", "/robots.txt"] = http("", "404 Not Found", kind="text/plain")
    for room in ROOMS:
        for group in import_module(room).GROUPS:
            group(site)
    return site


def wait_for_ever():
    """Keep the listeners alive until somebody ends the process."""
    while True:
        time.sleep(3600)
