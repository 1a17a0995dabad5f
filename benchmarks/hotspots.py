"""Where the time of a request goes: the application in this process, under a profiler."""

import cProfile
import pstats
import time
from typing import Final, TextIO

from benchmarks import inside
from benchmarks.data.rows import Firm
from benchmarks.peers.peer import OURS
from benchmarks.works.work import Work

_WARM: Final = 30


def profiled(work: Work, firm: Firm, database_url: str, requests: int, lines: int) -> None:
    """Print the time of a request as it is, then the functions that take most of it under the profiler."""
    questions = [OURS.ask(work, variables) for variables in work.variables(firm, 0)]

    async def profiling(shown: TextIO) -> None:
        async with inside.signed_in(database_url) as ask:

            async def times(count: int) -> None:
                for number in range(count):
                    await ask(questions[number % len(questions)])

            await times(_WARM)
            wall, cpu = time.perf_counter(), time.process_time()
            await times(requests)
            wall, cpu = (time.perf_counter() - wall) / requests, (time.process_time() - cpu) / requests
            profile = cProfile.Profile()
            profile.enable()
            await times(requests)
            profile.disable()
        print(f"{work.name}: {wall * 1000:.2f} ms a request, {cpu * 1000:.2f} ms of it Python", file=shown)
        statistics = pstats.Stats(profile, stream=shown)
        for order in ("tottime", "cumulative"):
            statistics.strip_dirs().sort_stats(order).print_stats(lines)

    inside.run(profiling)
