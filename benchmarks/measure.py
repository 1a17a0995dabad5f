"""One short round: requests, times, and what the processes used meanwhile."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from benchmarks.data.rows import Firm
from benchmarks.peers.peer import Question
from benchmarks.peers.running import Running
from benchmarks.places import HERE, NODE
from benchmarks.works.work import Work

_TICKS: Final = os.sysconf("SC_CLK_TCK")


WARM_UP: Final = 1.5
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one server did in one round; times in milliseconds."""

    requests: int
    rate: float
    p50: float
    p99: float
    cpu: float
    """Milliseconds of processor time a request took in the server."""
    database_cpu: float
    """The same in PostgreSQL."""
    memory: float
    """Megabytes in the memory at the end."""


def measured(server: Running, postgres: int, work: Work, firm: Firm, connections: int, seconds: float) -> Round:
    """Fire at a server, and look at the processor times before and after. Refuses a round with failures in it."""
    before = cpu_of(server.pid), cpu_of(postgres)
    result = fired(server, _clients(server, work, firm, connections), seconds=seconds)
    used = cpu_of(server.pid) - before[0], cpu_of(postgres) - before[1]
    times = sorted(result["times"])
    if not times:  # none was answered in that time
        return measured(server, postgres, work, firm, connections, seconds * 2)
    return Round(
        requests=len(times),
        rate=len(times) / result["seconds"],
        p50=percentile(times, 50),
        p99=percentile(times, 99),
        cpu=used[0] * 1000 / len(times),
        database_cpu=used[1] * 1000 / len(times),
        memory=memory_of(server.pid),
    )


def warmed(server: Running, work: Work, firm: Firm, connections: int) -> None:
    """Fire for a moment that does not count: caches fill, connections open, code is compiled."""
    fired(server, _clients(server, work, firm, connections), seconds=WARM_UP)


def _clients(server: Running, work: Work, firm: Firm, connections: int) -> list[list[Question]]:
    return [
        [server.peer.ask(work, variables) for variables in work.variables(firm, number)]
        for number in range(connections)
    ]


def fired(server: Running, clients: Sequence[Sequence[Question]], **until: float) -> Any:
    """Ask over a connection for each list, in its order, over and over, for so many `seconds` or an `amount`."""
    lists = [[{"path": each.path, "body": each.body} for each in questions] for questions in clients]
    job = {"url": server.url, "headers": server.headers, "clients": lists, **until}
    done = subprocess.run([NODE, HERE / "fire.mjs"], input=orjson.dumps(job), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the load generator failed:\n{done.stderr.decode(errors='replace')}")
    result = orjson.loads(done.stdout)
    if result["failed"]:
        raise RuntimeError(f"{server.peer.name} failed {result['failed']} of {len(result['times'])} requests")
    return result


def percentile(ordered: Sequence[float], percent: float) -> float:
    """The smallest value that this many percent do not exceed (nearest rank)."""
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(0, int(rank) - 1)]


def cpu_of(pid: int) -> float:
    """Seconds of processor time of a process and all below it, those that have ended included."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        children = children_of(pid)
    except (FileNotFoundError, ProcessLookupError):
        return 0.0  # it has ended just now
    own = sum(int(ticks) for ticks in fields[11:15]) / _TICKS
    return own + sum(cpu_of(child) for child in children)


def children_of(pid: int) -> list[int]:
    """The processes that a process started, as far as they still run."""
    tasks = Path(f"/proc/{pid}/task")
    return [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]


def memory_of(pid: int) -> float:
    """Megabytes of a process that are in the memory (resident set)."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024
