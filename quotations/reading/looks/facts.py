"""Looks by the facts that our own evidence tells of them, as far as its records bear them out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from quotations.codec import decode
from quotations.model import Capture
from quotations.reading.formats.warc import Record
from quotations.reading.looks.held import Answer, Payloads
from quotations.reading.looks.look import HeldLook

#: What the block of a metadata record says that it is.
FACTS = "citetrail-look/1"
_LONGEST = 4 * 1024 * 1024


def told_look(record: Record, payloads: Payloads) -> HeldLook | None:
    """The look that a metadata record tells of; None where it tells of none, or of what the records contradict."""
    told = _told(record)
    if told is None:
        return None
    try:
        capture = decode(Capture, told["capture"])
        citations = tuple(str(one) for one in told.get("citations", ())[:10_000])
        number, why = told.get("record"), str(told.get("why", ""))
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
    if capture.captured_at.tzinfo is None:
        return None
    answer = payloads.answers.get(str(number)) if number is not None else None
    if number is not None and answer is None:
        return None
    capture = replace(capture, exchanges=(), id="", body=None)
    if answer is None:
        return HeldLook(capture=capture, citations=citations, why=why)
    if not _agree(capture, answer, payloads):
        return None
    body = payloads.bodies.get(capture.digest or "")
    return HeldLook(capture=replace(capture, body=body), citations=citations, why=why)


def _told(record: Record) -> dict[str, Any] | None:
    if len(record.block) > _LONGEST or b'"citetrail-look/' not in record.block[:200]:
        return None
    try:
        told = json.loads(record.block)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) and told.get("format") == FACTS else None


def _agree(capture: Capture, answer: Answer, payloads: Payloads) -> bool:
    """Whether what is told of a look is what its last answer's record says."""
    if capture.supplied is not None:
        return answer.kind == "resource" and answer.digest == capture.digest
    if capture.rendered:
        return answer.kind == "conversion" and (answer.truncated or answer.digest == capture.digest)
    held = payloads.body_of(answer)
    not_modified = answer.kind == "revisit" and answer.status == 304
    if capture.status is not None and answer.status != capture.status and not not_modified:
        return False
    return capture.status is None or capture.digest is None or answer.truncated or held == capture.digest
