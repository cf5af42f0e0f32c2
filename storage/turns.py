"""Who may do what only one may do, and when a domain's next turn is; true across processes and machines.

Rows, not lock files: neither a crash nor a network share can wedge them. Time is the database's own where machines
share it, since their clocks differ.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, case, delete, func, select, text, update

from quotations.errors import ArchiveBusy
from storage.bodies import insert as upsert
from storage.tables import DOMAIN, LEASE

#: Seconds; a turn that lies further ahead was given by a clock that has since been set back.
FARTHEST = 3600.0


def clock(connection: Connection) -> float:
    """Seconds since 1970 by the clock that all who use this archive share."""
    if connection.dialect.name == "sqlite":
        return time.time()
    return float(connection.execute(text("SELECT extract(epoch FROM clock_timestamp())")).scalar_one())


def take(connection: Connection, name: str, holder: str, seconds: float) -> int:
    """Take the lease *name* for *seconds*; its token. Raises ArchiveBusy while another holds it."""
    now = clock(connection)
    free = upsert(connection, LEASE).values(name=name, holder=holder, token=1, until=now + seconds)
    statement = free.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": free.excluded.holder, "token": LEASE.c.token + 1, "until": free.excluded.until},
        where=LEASE.c.until <= now,
    ).returning(LEASE.c.token)
    token = connection.execute(statement).scalar()
    if token is not None:
        return int(token)
    row = connection.execute(select(LEASE.c.holder, LEASE.c.until).where(LEASE.c.name == name)).one()
    raise ArchiveBusy(
        f"Already running: {row.holder}.",
        hint=f"Wait until it is done; if it is dead, its hold ends by itself in {max(1, round(row.until - now))} s.",
        subject=name,
    )


def renew(connection: Connection, name: str, token: int, seconds: float) -> bool:
    """Hold on for *seconds* from now; False when another took it over meanwhile."""
    statement = update(LEASE).where(LEASE.c.name == name, LEASE.c.token == token)
    return connection.execute(statement.values(until=clock(connection) + seconds)).rowcount == 1


def give_back(connection: Connection, name: str, token: int) -> None:
    """End a lease that is still ours; the token stays, so that no later holder gets the same."""
    statement = update(LEASE).where(LEASE.c.name == name, LEASE.c.token == token)
    connection.execute(statement.values(until=0.0))


def domain_turns(connection: Connection, asked: Sequence[tuple[str, float]], now: float) -> list[float]:
    """Take the next turn at each of several domains, the delay given with it after the one before.

    Returns:
        The seconds until each comes, in the order asked.
    """
    waits = [0.0] * len(asked)
    left = dict(enumerate(asked))
    while left:
        _, delay = next(iter(left.values()))
        # One statement takes a domain's turn once, and two that take the same turns must do it in the same order.
        group = {domain: number for number, (domain, own) in reversed(left.items()) if own == delay}
        statement = _next(connection, delay, now)
        rows = [{"domain": domain, "turn": now} for domain in sorted(group)]
        for row in connection.execute(statement, rows):
            waits[group[row.domain]] = max(0.0, float(row.turn) - now)
        for number in group.values():
            del left[number]
    return waits


def _next(connection: Connection, delay: float, now: float) -> Any:
    first = upsert(connection, DOMAIN)
    after = DOMAIN.c.turn + delay
    return first.on_conflict_do_update(
        index_elements=["domain"],
        set_={"turn": case((after <= now, now), (after > now + delay + FARTHEST, now), else_=after)},
    ).returning(DOMAIN.c.domain, DOMAIN.c.turn)


def forget_turns(connection: Connection, before: float) -> None:
    """Drop the turns that no delay reaches back to."""
    connection.execute(delete(DOMAIN).where(func.coalesce(DOMAIN.c.turn, 0.0) < before))


class Lease:
    """A lease being held: renewed by a thread of its own until given back. Made by `Archive.lease`."""

    def __init__(
        self, name: str, token: int, seconds: float, write: Callable[[Callable[[Connection], Any]], Any]
    ) -> None:
        self.name = name
        self.token = token  #: rises with each holder: writing under an old one can be refused
        self._seconds = seconds
        self._write = write
        self._done = threading.Event()
        self._lost = False
        self._held_until = time.monotonic() + seconds
        self._thread = threading.Thread(target=self._keep, name=f"lease {name}", daemon=True)
        self._thread.start()

    def check(self) -> None:
        """Raise ArchiveBusy if the lease was lost, as after a long sleep of the machine."""
        if self._lost or time.monotonic() > self._held_until:
            raise ArchiveBusy("Another process took over this work.", hint="Run again later.", subject=self.name)

    def close(self) -> None:
        """Stop renewing and give the lease back."""
        self._done.set()
        self._thread.join()
        self._write(lambda connection: give_back(connection, self.name, self.token))

    def _keep(self) -> None:
        while not self._done.wait(self._seconds / 3):
            began = time.monotonic()
            try:
                if not self._write(lambda connection: renew(connection, self.name, self.token, self._seconds)):
                    self._lost = True
                    return
            except Exception:  # noqa: S112 - the archive may be back before the lease ends; `check` tells if not
                continue
            self._held_until = began + self._seconds
