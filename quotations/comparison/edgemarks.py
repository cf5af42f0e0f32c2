"""The marks before the first word of a passage and behind its last, and what the cut there took."""

from __future__ import annotations

from quotations.comparison.account import Account
from quotations.comparison.aligned import MATCHED
from quotations.comparison.changes import Change
from quotations.comparison.edges import edge_changes
from quotations.comparison.surface import any_mark, closes_sentence, same_blanks, shape


def note_edges(account: Account) -> None:
    """Marks before the first word and behind the last, and what the cut took."""
    scene = account.scene
    quoted = scene.aligned.quoted
    size, wrapped = len(quoted.items), _wrapped(quoted.text)
    steps = [s for s in scene.aligned.steps if s.kind in MATCHED]
    if steps[0].quote == 0 and not quoted.opens_with_gap:
        lead = scene.quote_marks(-1, 0).strip()
        if wrapped and '"' not in shape(scene.source_marks(account.first - 1, account.first)):
            lead = lead[1:].strip()
        if lead:
            _edge_mark(
                account,
                lead,
                scene.source_marks(account.first - 1, account.first).rstrip()[-len(lead) :],
                0,
                account.first,
            )
    if steps[-1].quote_end == size and not quoted.closes_with_gap:
        tail = (
            ""
            if quoted.notes and quoted.notes[-1].end > quoted.items[-1].span.end
            else scene.quote_marks(size - 1, size).strip()
        )
        if wrapped and '"' not in shape(scene.source_marks(account.last, account.last + 1)):
            tail = tail[:-1].strip()
        if tail:
            after = scene.source_marks(account.last, account.last + 1)
            if _edge_mark(account, tail, after.lstrip()[: len(tail)], size, account.last) and closes_sentence(tail):
                account.fakes_stop = account.fakes_stop or not (
                    scene.sentence_ends_before(account.last + 1) or any_mark(after)
                )
    first = account.first if steps[0].quote == 0 else -1
    last = account.last if steps[-1].quote_end == size else len(scene.source_keys)
    account.changes += edge_changes(scene, first, last)


def _wrapped(text: str) -> bool:
    """Whether a quotation comes with the quotation marks around it."""
    bare = text.strip()
    return len(bare) > 2 and shape(bare[0]) == '"' == shape(bare[-1]) and bare[0] not in "'’"


def _edge_mark(account: Account, written: str, printed: str, quote: int, source: int) -> bool:
    """Note a mark at an edge that the text does not have there; whether it is another mark."""
    if written == printed or same_blanks(written, printed):
        return False
    label = "typography" if shape(written) == shape(printed) else "final_mark"
    account.changes.append(Change(label, quote, quote, source, source))
    return label == "final_mark"
