"""What is read of articles: quoted spans, speakers, and the link that answers for each quotation, beside simple rivals.

    python -m benchmarks.reading [--spans GOLD.jsonl] [--speakers GOLD.jsonl] [--pairs GOLD.jsonl --pages FOLDER] [--half 0|1]
                                 [--textacy] [--environments FOLDER] [--speed]

`--spans`: {"doc_id", "corpus", "lang", "text", "quotes": [{"start", "end"}], "ignore": [{"start", "end"}]} a line.
`--speakers`: the same lines, a quote carrying "source": the words that name its speaker, and matched by "doc_id".
`--pairs`: {"page", "page_url", "first", "last", "words", "href", "also", "kind", "sure"} a line, `page` a file in `--pages`.
`--textacy` has textacy find spans too, installed in an environment of its own with spaCy's small English model, in a temporary
folder or in `--environments`.
`--speed` times the reading of whole articles: those in `--pages`, the texts of `--spans` in a row, an invented one.
`--half` takes the pages whose address hashes to that half, so that rules can be tried on the other.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.labelled import lines
from benchmarks.reading_pairs import print_pairs
from benchmarks.reading_spans import print_spans
from benchmarks.reading_speakers import print_speakers
from benchmarks.reading_speed import print_speed


def main() -> None:
    """Print what the given data allow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spans", type=Path)
    parser.add_argument("--speakers", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--textacy", action="store_true")
    parser.add_argument("--speed", action="store_true", help="print only how long articles take to read")
    parser.add_argument("--environments", type=Path, help="keep what is installed there, for the next run")
    asked = parser.parse_args()
    if asked.speed:
        print_speed(asked.pages, [line["text"] for line in lines(asked.spans)] if asked.spans else ())
        return
    if asked.spans:
        with tempfile.TemporaryDirectory() as folder:
            print_spans(asked.spans, (asked.environments or Path(folder)) if asked.textacy else None)
    if asked.spans and asked.speakers:
        print_speakers(asked.spans, asked.speakers)
    if asked.pairs and asked.pages:
        print_pairs(asked.pairs, asked.pages, asked.half)


if __name__ == "__main__":
    main()
