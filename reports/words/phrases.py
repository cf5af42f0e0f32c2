"""How counts, days and lists are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quotations.model import LinkState

#: Marks that a heading may already have where it is named between ours.
QUOTES = "\"'“”„‟‘’«»"

#: What people call the file named "-".
STANDARD_INPUT = "standard input"


def number(id: str) -> str:
    """A quotation's id as people say it: "q3" is quotation 3."""
    return id.removeprefix("q")


def counted(number: int, one: str, many: str | None = None) -> str:
    """*number* with its noun or clause: ``counted(2, "link")`` is "2 links"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}".replace(",", "\u202f")


def begun(text: str) -> str:
    """*text* with a capital, as a sentence begins; the name of a host or file stays as it is."""
    if "." in text.split(" ", 1)[0].rstrip(".,:;"):
        return text
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """*text* with a full stop, unless it ends in a mark already; what makes addresses of words leaves a last one out."""
    last = text.rstrip('”"’)')[-1:]
    return text if not text or (last in ".!?…" and "://" not in text.rsplit(" ", 1)[-1]) else f"{text}."


def since(link: LinkState) -> list[str]:
    """Since when a link fails and when it was last good, or since when it is back; nothing where it never failed."""
    first, last, looked = link.first_failed, link.last_good, link.captured_at
    if link.revived:
        return [f"good again since {day(link.revived)}, after it had failed"]
    told = []
    if first:
        counted = next((one for one in link.evidence if one.startswith("failing since ")), "")
        once = not counted and day(first) == day(looked)
        looks = counted[counted.find(",") :] if "," in counted else ""
        told.append(f"first seen so {day(first)}" if once else f"failing since {day(first)}{looks}")
    if last and (first or day(last) != day(looked)):
        told.append(f"last good {day(last)}")
    return told


def listed(parts: Sequence[str]) -> str:
    """*parts* joined by commas and "and"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def day(at: datetime | str | None) -> str:
    """A moment's day as "7 Nov 2022"; other text as it is; empty for None."""
    if at is None:
        return ""
    if isinstance(at, str):
        try:
            return day(datetime.fromisoformat(at))
        except ValueError:
            return at
    return f"{at.day} {_MONTHS[at.month - 1]} {at.year}"


def moment(at: datetime | None) -> str:
    """A moment as "7 Nov 2022, 09:12 UTC"; empty for None."""
    if at is None:
        return ""
    zone = at.tzname() or ""
    return f"{day(at)}, {at:%H:%M} {zone}".rstrip()


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
