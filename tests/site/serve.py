"""The hostile site as a program: prints what a test needs to know as one line of JSON, then serves until it is ended.

By hand: ``python tests/site/serve.py > site.json``, then ``citetrail links`` on the article in it with its options.
"""

import html
import json
import sys

from behaviours import build, wait_for_ever
from ground import Ground


def document(cases):
    """The article that cites every case once."""
    cited = "".join(
        f'<p>Paragraph {n} of the survey leans on <a href="{html.escape(case["href"])}">{html.escape(case["anchor"])}</a>, '
        "which a reader may want to follow.</p>\n"
        for n, case in enumerate(cases, 1)
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A survey of orchards</title></head><body><article>'
        f"<h1>A survey of orchards</h1><p class=byline>By Ada Quince, 3 March 2022</p>{cited}</article></body></html>"
    )


def main():
    site = build(Ground())
    options = ["--allow-address", "127.0.0.0/8", "--allow-address", "::1/128"]
    for (host, port), address in sorted(site.hosts.items()):
        options += ["--resolve", f"{host}:{port}:{address}"]
    json.dump({"article": document(site.cases), "options": options, "cases": site.cases}, sys.stdout)
    print(flush=True)
    wait_for_ever()


if __name__ == "__main__":
    main()
