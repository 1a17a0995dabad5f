"""The whole comparison: the same questions to all servers, in short rounds that take turns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks.data.rows import Firm
from benchmarks.measure import Round, measured, warmed
from benchmarks.peers.running import Running
from benchmarks.works.same import same_form
from benchmarks.works.work import Work

ASKED_TO_COMPARE: Final = 4


@dataclass(slots=True)
class Series:
    """All rounds of one work with so many connections, by the name of the server, in the order of their making."""

    work: Work
    connections: int
    rounds: dict[str, list[Round]] = field(default_factory=dict)


def check(servers: Sequence[Running], work: Work, firm: Firm) -> None:
    """Refuse to compare servers that do not give the same data."""
    for variables in work.variables(firm, 0)[:ASKED_TO_COMPARE]:
        first, *others = [
            (server.peer.name, same_form(server.answer(server.peer.ask(work, variables)))) for server in servers
        ]
        for name, found in others:
            if found != first[1]:
                raise RuntimeError(
                    f"{first[0]} and {name} differ on “{work.name}” with {dict(variables)}:\n{first[1]}\n{found}"
                )


def compared(
    servers: Sequence[Running],
    postgres: int,
    works: Sequence[Work],
    firm: Firm,
    *,
    rounds: int,
    seconds: float,
    tell: Callable[[str], None],
) -> Iterator[Series]:
    """Every work in turn. In each round every server has its turn, and each round begins with another one."""
    for work in works:
        asked = [server for server in servers if server.peer.does(work)]
        check(asked, work, firm)
        for connections in work.connections:
            series = Series(work, connections)
            for server in asked:
                tell(f"{work.name} × {connections}: warming up {server.peer.name}")
                warmed(server, work, firm, connections)
            for number in range(rounds):
                first = number % len(asked)
                for server in asked[first:] + asked[:first]:
                    tell(f"{work.name} × {connections}: {server.peer.name}, round {number + 1} of {rounds}")
                    found = measured(server, postgres, work, firm, connections, seconds)
                    series.rounds.setdefault(server.peer.name, []).append(found)
            yield series
