"""Runs one crawl in a process of its own, since a reactor cannot start twice: JSON on stdin, JSON on stdout."""

from __future__ import annotations

import base64
import faulthandler
import ipaddress
import json
import socket
import sys
import time
from typing import Any

from crawler.guard.resolver import GuardedResolver
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.codec import decode, encode
from quotations.model import Capture, Want
from quotations.model.errand import Errand


def fake_dns(names: dict[str, list[list[str]]]) -> Any:
    """A getaddrinfo that knows *names*, one list of addresses a look-up, the last one for ever."""
    asked: dict[str, int] = {}
    real = socket.getaddrinfo

    def answer(host: str, port: int, *rest: Any) -> Any:
        if host not in names:
            return real(host, port, *rest)
        turn = asked[host] = asked.get(host, -1) + 1
        addresses = names[host][min(turn, len(names[host]) - 1)]
        if addresses == ["never"]:
            time.sleep(60)
        if not addresses:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [_row(address, port) for address in addresses]

    return answer


def _row(address: str, port: int) -> Any:
    if ipaddress.ip_address(address).version == 6:
        return (socket.AF_INET6, socket.SOCK_STREAM, 6, "", (address, port, 0, 0))
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))


def watch_connections(attempts: list[str]) -> None:
    """Note every connection that the reactor is asked for; what is not loopback never leaves this machine."""
    from twisted.internet import reactor

    loop: Any = reactor
    connect = loop.connectTCP

    def noted(host: str, port: int, *rest: Any, **named: Any) -> Any:
        attempts.append(host)
        inside = ipaddress.ip_address(host).is_loopback
        return connect(host if inside else "127.255.255.254", port if inside else 9, *rest, **named)

    loop.connectTCP = noted


def want(asked: Any) -> Want:
    """A plain look at an address, or an errand with headers, a form and privacy."""
    if isinstance(asked, str):
        return Want(url=asked)
    headers = tuple(tuple(pair) for pair in asked.get("headers", []))
    body = asked["form"].encode() if "form" in asked else None
    return Errand(url=asked["url"], headers=headers, body=body, private=asked.get("private", False))


def main() -> None:
    faulthandler.dump_traceback_later(60)
    task = json.load(sys.stdin)
    if task.get("dns"):
        GuardedResolver.getaddrinfo = staticmethod(fake_dns(task["dns"]))
    attempts: list[str] = []
    options = {name: tuple(v) if isinstance(v, list) else v for name, v in task.get("settings", {}).items()}
    earlier = {url: decode(Capture, value) for url, value in task.get("earlier", {}).items()}
    archive = None
    if task.get("archive"):
        from storage.archive import Archive

        archive = Archive.open(task["archive"])

    async def job(field: Any) -> list[Capture]:
        watch_connections(attempts)
        found: list[Capture] = []
        for urls in task["looks"]:
            found += await field.look([want(url) for url in urls], earlier=earlier)
        return found

    found = run(job, settings=CrawlSettings(**options), archive=archive)
    captures = [encode(one) for one in found]
    bodies = [base64.b64encode(one.body).decode() if one.body is not None else None for one in found]
    json.dump({"captures": captures, "bodies": bodies, "attempts": attempts}, sys.stdout)


if __name__ == "__main__":
    main()
