"""What was seen of an article's sources, put together for judgement: their looks, and the text of the one that is judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from audit.service.bench import Bench
from audit.service.judgement import Evidence
from audit.service.order import Order
from audit.service.texts import looked_all, own_looks
from quotations.judging import Looked
from quotations.model import NOT_LOOKED, Capture

#: Captures with their texts, in order.
Readers = Callable[[Sequence[Capture]], list[Looked]]


def gather(
    order: Order,
    cited: Collection[str],
    fresh: Mapping[str, Capture],
    bench: Bench,
    before: Evidence,
    read: Readers | None = None,
) -> Evidence:
    """Every look at every source of *cited* that the article cites, with the text of the newest.

    What the round *before* had already is not asked for, read and indexed again.

    Args:
        order: the article, and what was handed in with it.
        cited: the addresses that are followed.
        fresh: what was looked at in this run, by address; of addresses that are not cited, judgement asked for them.
        bench: what to work with.
        before: what was gathered before.
        read: how to come by the texts, if not one after another from the archive and the readers.
    """
    known = {url for url in cited if _unchanged(url, fresh.get(url), before)}
    histories = {url: before.histories[url] for url in cited if url in known}
    histories |= _histories([url for url in cited if url not in known], order, fresh, bench)
    texts = {url: before.texts[url] for url in known if url in before.texts}
    told = {url: _told(histories[url]) for url in cited if url not in known and histories[url]}
    asked = {url: before.asked.get(url) for url in fresh if url not in histories}
    new = [url for url, had in asked.items() if had is None or had.capture is not fresh[url]]
    read = read or (lambda captures: looked_all(captures, bench.sandbox, bench.archive))
    seen = iter(read([*told.values(), *(fresh[url] for url in new)]))
    texts |= {url: next(seen) for url in told}
    asked |= {url: next(seen) for url in new}
    return Evidence(
        texts={url: texts[url] for url in cited if url in texts},
        histories={url: histories[url] for url in cited},
        followed=frozenset(cited),
        asked={url: one for url, one in asked.items() if one is not None},
        now=bench.now(),
        rulings=before.rulings,
    )


def _histories(
    urls: Sequence[str], order: Order, fresh: Mapping[str, Capture], bench: Bench
) -> dict[str, Sequence[Capture]]:
    """All looks at each of *urls* itself, newest first, that of this run among them."""
    handed = order.supplied.handed.looks
    kept = bench.archive.histories([url for url in urls if not handed.get(url)])
    found: dict[str, Sequence[Capture]] = {}
    for url in urls:
        held = own_looks(handed.get(url) or kept[url])
        new = fresh.get(url)
        found[url] = held if new is None or _among(new, held) else [new, *held]
    return found


def _told(history: Sequence[Capture]) -> Capture:
    """The look that is judged: one that says nothing (budget, interrupted) must not hide what an earlier one saw."""
    return next((one for one in history if one.failure not in NOT_LOOKED), history[0])


def _unchanged(url: str, new: Capture | None, before: Evidence) -> bool:
    return url in before.histories and (new is None or _among(new, before.histories[url]))


def _among(look: Capture, history: Sequence[Capture]) -> bool:
    return any(one is look or (look.id and one.id == look.id) for one in history)
