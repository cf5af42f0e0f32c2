"""Our comparison beside other people's checkers and matchers, on the same quotations and the same text, in one run.

    python -m benchmarks.peers FOLDER [--labels CASES.jsonl] [--cases 500] [--peers NAME …] [--environments FOLDER]

Without `--labels` the cases are made by `benchmarks.mutations` from the pages of FOLDER; *right* is then by our own table.
`--labels` holds {"case_id", "source_html_path", "source_encoding", "quote", "acceptable_verdicts", "supported", "family",
"mutation"} a line, the paths below FOLDER or its parent; of more than `--cases` (0: all) a sample by `--seed` is taken.

Every peer is installed by pip into an environment of its own, in a temporary folder or in `--environments`, and asked in a
process of its own. All get the text of the page that we read, one line a block. `ours, HTML` reads the page itself.

A peer knows fewer classes than the labels, and is helped kindly, all alike: accepted words are verbatim if a substring,
else permissible if they hold an ellipsis or a bracket, else typographic; a bare refusal is altered where the words are
similar by 75 of 100 and not found elsewhere; a text of under 250 characters is unavailable. *side* (supported or not, right)
owes nothing to that. ms is CPU time of one cold question, reading the text included and importing the peer not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks import changes, mutations
from benchmarks.environments import environment
from quotations.comparison import index
from quotations.errors import CitetrailError
from quotations.judging import compare
from quotations.model import SegmentRole
from quotations.text import read_text
from quotations.text.plain import text_of

SUPPORTED = frozenset({"verbatim", "typographic", "permissible"})
CLASS = {
    "VERBATIM": "verbatim",
    "TYPOGRAPHIC": "typographic",
    "CONVENTIONAL": "typographic",
    "MARKED": "permissible",
    "ELIDED": "permissible",
    "SPLICED": "spliced",
    "WEAK": "not_found",
    "PARAPHRASE": "not_found",
    "NOT_FOUND": "not_found",
    "UNCHECKED": "source_unavailable",
} | dict.fromkeys(("MINOR", "ALTERED", "CRITICAL", "PARTIAL"), "altered")
_MARKED = re.compile(r"\.\.\.|…|\. \. \.|\[")
_THIN = 250
_UNSEEN = (SegmentRole.HIDDEN, SegmentRole.METADATA)
#: name: (environment, what pip installs there)
PEERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "substring": ("", ()),
    "letters": ("", ()),
    "rapidfuzz": ("matchers", ("rapidfuzz==3.14.6", "edlib==1.3.9.post1")),
    "edlib": ("matchers", ("rapidfuzz==3.14.6", "edlib==1.3.9.post1")),
    "buddie": ("buddie", ("buddie==2.0.1",)),
    "krokai": ("krokai", ("krokai==0.15.0",)),
    "gtrex": ("gtrex", ("gtrex==1.1.0",)),
    "gtrex-permissive": ("gtrex", ("gtrex==1.1.0",)),
    "pagecite": ("pagecite", ("pagecite==2.0.0",)),
    "linkml": ("linkml-reference-validator", ("linkml-reference-validator==0.4.0",)),
    "quotecheck": ("quotecheck", ("quotecheck==0.1.0",)),
}
_LONG = {
    "letters": "letters and digits",
    "rapidfuzz": "rapidfuzz, similarity ≥ 90",
    "edlib": "edlib, edits ≤ 10 %",
    "linkml": "linkml-reference-validator",
}
_COLUMNS = (
    "n",
    "right",
    "false accept",
    "false reject",
    "side",
    "negation, number, name passed",
    "ms median",
    "p95",
    "max",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what is right: classes, and whether the words are supported (None: a matter of policy)."""

    id: str
    page: Path
    encoding: str
    quote: str
    right: frozenset[str]
    supported: bool | None
    counted: bool  #: outside the headline where more than one house style is right
    mutation: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The class that a contender gave, by its own word where it has one, and its CPU milliseconds."""

    case: Case
    found: str
    ms: float


def made(folder: Path, count: int, seed: int) -> list[Case]:
    """Cases that our own generator makes of the pages of *folder*."""
    cases = []
    for row in mutations.cases(folder, count, seed):
        right = frozenset(CLASS[str(word)] for word in row["may"])  # type: ignore[attr-defined]
        supported = bool(right & SUPPORTED) if not (right & SUPPORTED and right - SUPPORTED) else None
        page = folder / str(row["page"])
        cases.append(Case(str(row["id"]), page, "", str(row["quote"]), right, supported, True, str(row["mutation"])))
    return cases


def labelled(path: Path, folder: Path, count: int, seed: int) -> list[Case]:
    """Cases of a file of labels, or a sample of them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if 0 < count < len(rows):
        rows = random.Random(seed).sample(rows, count)
    cases = []
    for row in rows:
        page = next(
            p for p in (folder / row["source_html_path"], folder.parent / row["source_html_path"]) if p.exists()
        )
        right = frozenset(row["acceptable_verdicts"])
        counted = row["family"] != "policy"
        cases.append(
            Case(
                row["case_id"],
                page,
                row["source_encoding"],
                row["quote"],
                right,
                row["supported"],
                counted,
                row["mutation"],
            )
        )
    return cases


def text_of_page(case: Case) -> str:
    """What all contenders are given: what a reader of the page sees, as we read it; nothing where it cannot be read."""
    try:
        text = read_text(case.page.read_bytes(), charset=case.encoding or None, name=case.page.name)
    except CitetrailError:
        return ""
    return "\n".join(one.span.of(text.text) for one in text.segments if one.role not in _UNSEEN)


def ours(cases: Sequence[Case], texts: dict[Path, str], *, html: bool) -> list[Answer]:
    """Ours, cold: the text folded and indexed anew for every question, and the page read anew with *html*."""
    answers = []
    for case in cases:
        data = case.page.read_bytes()
        began = time.process_time()
        try:
            text = (
                read_text(data, charset=case.encoding or None, name=case.page.name)
                if html
                else text_of(texts[case.page])
            )
            found = CLASS[compare(case.quote, index(text)).verdict.value]
            found = "source_unavailable" if len(texts[case.page]) < _THIN else found  # as for all
        except CitetrailError:
            found = "source_unavailable"
        answers.append(Answer(case, found, 1000 * (time.process_time() - began)))
    return answers


def theirs(
    name: str, cases: Sequence[Case], texts: dict[Path, str], environments: Path, seconds: float
) -> list[Answer]:
    """A peer's answers, asked in a process of its environment."""
    name_there, wanted = PEERS[name]
    python = str(environment(environments, name_there, wanted) / "python") if wanted else sys.executable
    with tempfile.TemporaryDirectory() as folder:
        asked, told = Path(folder) / "cases.jsonl", Path(folder) / "answers.jsonl"
        lines = (json.dumps({"id": c.id, "quote": c.quote, "text": texts[c.page]}) + "\n" for c in cases)
        asked.write_text("".join(lines), encoding="utf-8")
        script = str(Path(__file__).with_name("peer_adapters.py"))
        command = [python, "-W", "ignore", script, name, str(asked), str(told), str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError((done.stderr.strip().splitlines() or ["it said nothing"])[-1])
        rows = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    by_id = {case.id: case for case in cases}
    return [
        Answer(by_id[row["id"]], helped(row["class"], by_id[row["id"]].quote, texts[by_id[row["id"]].page]), row["ms"])
        for row in rows
    ]


def helped(found: str, quote: str, text: str) -> str:
    """The class for a peer's word, by the one kind rule."""
    if len(text) < _THIN:
        return "source_unavailable"
    if found == "yes":
        if " ".join(quote.split()) in " ".join(text.split()):
            return "verbatim"
        return "permissible" if _MARKED.search(quote) else "typographic"
    if found in ("no", "not_found", "crash"):
        return "altered" if fuzz.partial_ratio(quote, text) >= 75 else "not_found"
    return found


def figures(answers: Iterable[Answer]) -> tuple[str, ...]:
    """The columns of the table."""
    answers = list(answers)
    counted = [a for a in answers if a.case.counted]
    sides = [(a.found in SUPPORTED, a.case.supported) for a in counted if a.case.supported is not None]
    critical = [a.found in SUPPORTED for a in answers if a.case.mutation in CRITICAL]
    times = sorted(a.ms for a in answers)
    return (
        str(len(counted)),
        _share(a.found in a.case.right for a in counted),
        _share(got for got, want in sides if not want),
        _share(not got for got, want in sides if want),
        _share(got == want for got, want in sides),
        f"{sum(critical)}/{len(critical)}",
        f"{statistics.median(times):.1f}",
        f"{times[int(0.95 * len(times))]:.1f}",
        f"{times[-1]:.0f}",
    )


#: Mutations of either set of cases that change a negation, a number or a name.
CRITICAL = frozenset({*changes.CRITICAL, "a_neg_add", "a_neg_drop", "a_number", "a_decimal"})


def _share(values: Iterable[bool]) -> str:
    listed = list(values)
    return f"{sum(listed) / len(listed):.3f}" if listed else "–"


def row(name: str, columns: Sequence[str]) -> None:
    print(f"| {name} | {' | '.join(columns)} |", flush=True)


def by_mutation(answers: dict[str, list[Answer]]) -> None:
    """The share right by mutation, a column a contender."""
    print(f"\n| mutation | n | {' | '.join(answers)} |\n|---|---|{'---|' * len(answers)}")
    table: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for name, given in answers.items():
        for answer in given:
            table[answer.case.mutation][name].append(answer.found in answer.case.right)
    for mutation, shares in sorted(table.items()):
        row(mutation, [str(max(map(len, shares.values()))), *(_share(shares[name]) for name in answers)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--labels", type=Path)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", nargs="*", default=list(PEERS), choices=list(PEERS))
    parser.add_argument("--environments", type=Path, help="keep what is installed there, for the next run")
    parser.add_argument("--seconds", type=float, default=120, help="CPU time that one peer may take")
    parser.add_argument("--detail", action="store_true", help="the share right by mutation, too")
    given = parser.parse_args()
    if given.labels:
        cases = labelled(given.labels, given.folder, given.cases, given.seed)
    else:
        cases = made(given.folder, given.cases or 5000, given.seed)
    texts = {case.page: text_of_page(case) for case in {c.page: c for c in cases}.values()}
    middle = statistics.median(map(len, texts.values()))
    print(f"{len(cases)} quotations, {len(texts)} pages, text median {middle:.0f} characters\n")
    print(f"| | {' | '.join(_COLUMNS)} |\n|---|{'---|' * len(_COLUMNS)}")
    answers: dict[str, list[Answer]] = {}
    with ExitStack() as stack:
        environments = given.environments or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for name in ("ours", "ours, HTML", *given.peers):
            try:
                if name.startswith("ours"):
                    answers[name] = ours(cases, texts, html=name != "ours")
                else:
                    answers[name] = theirs(name, cases, texts, environments, given.seconds)
                row(_LONG.get(name, name), figures(answers[name]))
            except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                print(f"| {name} | did not run: {error} |", flush=True)
    if given.detail:
        by_mutation(answers)


if __name__ == "__main__":
    main()
