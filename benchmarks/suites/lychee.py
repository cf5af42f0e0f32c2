"""lychee's suite: text fragments, fragments of HTML, and the assertions of its own tests of text directives."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.suites.serving import HOST, links, served
from benchmarks.suites.tally import Tally


def lychee(folder: Path) -> list[Tally]:
    """Text fragments, and fragments of HTML."""
    words, places = Tally("lychee, text fragments"), Tally("lychee, fragments of HTML")
    with served(folder / "fixtures" / "text_fragments") as port:
        for name, finds in (("should-match.html", True), ("should-not-match.html", False)):
            page = folder / "fixtures" / "text_fragments" / name
            for link in links(page, f"http://{HOST}:{port}/{name}", port):
                words.take(
                    ("text_directive_missing" not in link["notices"]) == finds,
                    f"{name}: {link['href']} {link['notices']}",
                )
    with served(folder / "fixtures" / "fragments") as port:
        page = folder / "fixtures" / "fragments" / "file.html"
        said = re.findall(r'<a href="([^"]*)">([^<]*)', page.read_text("utf-8"))
        absent = {href for href, words in said if "exist" in words or "not work" in words}
        for link in links(page, f"http://{HOST}:{port}/file.html", port):
            missing = link["href"] in absent
            places.take(
                ("fragment_missing" in link["notices"]) == missing, f"{link['href']} {link['state']} {link['notices']}"
            )
    return [words, places, _directives(folder)]


def _directives(folder: Path) -> Tally:
    """The assertions of lychee's own tests of text directives, read out of their source."""
    from quotations.judging.link_state.directives import missing_words
    from quotations.text.html.page import text_of_html

    tally = Tally("lychee, tests of text directives")
    source = (folder / "lychee-lib/src/utils/fragment_checker/text.rs").read_text("utf-8")
    index = (folder / "fixtures/text_fragments/index.html").read_text("utf-8")
    directive, html = "", ""
    for kind, word, negated, page in re.findall(
        r'(Url::parse\(|let html =)\s*"((?:[^"\\]|\\.)*)"|assert!\(\s*(!?)check_text_fragments\(\s*&parsed\.text_directives,\s*(INDEX_HTML|html|"[^"]*")',
        source[source.index("mod tests") :],
    ):
        word, page = (
            re.sub(r"\\u\{(\w+)\}", lambda found: chr(int(found[1], 16)), one).replace("\\n", "\n")
            for one in (word, page)
        )
        if kind.startswith("Url"):
            directive = word.partition(":~:")[2]
        elif kind:
            html = word
        else:
            text = text_of_html({"INDEX_HTML": index, "html": html}.get(page, page.strip('"')))
            tally.take((missing_words(directive, text) is None) == (not negated), f"{directive} in {page}")
    return tally
