"""Whether the server's memory stays flat: its resident set after steps of requests of all kinds."""

from collections.abc import Callable

from benchmarks.data.rows import Firm
from benchmarks.measure import fired, memory_of
from benchmarks.peers.running import Running
from benchmarks.works.work import WORKS

LIMIT = 150.0
"""Megabytes."""
FLAT = 3.0
"""Megabytes it may grow in the second half."""

_WEIGHTS = {"page": 4, "one": 8, "search": 6, "many": 1, "toggle": 4}
"""How many of each kind come in turn."""


def steps(
    server: Running, firm: Firm, requests: int, step: int, tell: Callable[[str], None]
) -> list[tuple[int, float]]:
    """How many requests were answered, and the megabytes then."""
    found = [(0, memory_of(server.pid))]
    clients = [
        [
            server.peer.ask(work, variables)
            for work in WORKS
            for variables in (work.variables(firm, number) * _WEIGHTS[work.name])[: _WEIGHTS[work.name]]
        ]
        for number in range(8)
    ]
    while found[-1][0] < requests:
        tell(f"{found[-1][0]:,} of {requests:,} requests, {found[-1][1]:.0f} MB")
        result = fired(server, clients, amount=step)
        found.append((found[-1][0] + len(result["times"]), memory_of(server.pid)))
    return found


def verdict(found: list[tuple[int, float]]) -> tuple[bool, str]:
    """Whether it stays under the limit and flat, and in which words."""
    most, half = max(memory for _, memory in found), found[len(found) // 2][1]
    growth = found[-1][1] - half
    return most < LIMIT and growth < FLAT, f"{most:.0f} MB at most, {growth:+.1f} MB in the second half"
