"""Firms take turns at the endpoint (G10)."""

import asyncio
from collections.abc import Callable

from schema.turns import Turns

A, B, C = "firm_a", "firm_b", "firm_c"


class Work:
    """Requests that are at work until they are told to end."""

    def __init__(self, places: int) -> None:
        self.turns = Turns(places)
        self.begun: list[str] = []
        self.ends: list[Callable[[], None]] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def ask(self, *firms: str) -> None:
        """One more request of each, as far as it comes by itself."""
        self.tasks += [asyncio.create_task(self._one(firm)) for firm in firms]
        await self.settle()

    async def end(self, number: int = 0) -> None:
        """A request that is at work is done."""
        self.ends.pop(number)()
        await self.settle()

    async def settle(self) -> None:
        """Let everything happen that can."""
        for _ in range(10):
            await asyncio.sleep(0)

    async def _one(self, firm: str) -> None:
        await self.turns.begin(firm)
        try:
            self.begun.append(firm)
            done = asyncio.get_running_loop().create_future()
            self.ends.append(lambda: done.set_result(None))
            await done
        finally:
            self.turns.end(firm)


async def test_a_firm_that_floods_leaves_half_of_the_places_to_others() -> None:
    work = Work(4)
    await work.ask(*[A] * 20)
    assert work.begun == [A] * 2
    await work.ask(B, C)
    assert work.begun == [A, A, B, C]


async def test_whoever_waits_is_let_in_firm_by_firm() -> None:
    work = Work(2)
    await work.ask(A, B, *[A] * 5, *[B] * 2, *[C] * 2)
    for _ in range(9):
        await work.end()
    assert work.begun[:7] == [A, B, A, B, C, A, B]
    assert sorted(work.begun) == [A] * 5 + [B] * 3 + [C] * 2


async def test_all_come_to_an_end_and_nothing_is_left() -> None:
    work = Work(4)
    await work.ask(*[A, B, C, A] * 25)
    while work.ends:
        await work.end(-1)
    assert len(work.begun) == 100
    await asyncio.gather(*work.tasks)
    assert (work.turns._free, work.turns._at_work, work.turns._waiting) == (4, {}, {})


async def test_who_goes_away_takes_no_place_with_them() -> None:
    work = Work(2)
    await work.ask(*[A] * 6)
    for task in work.tasks[1:4]:
        task.cancel()
    await work.settle()
    await work.end()
    assert work.begun == [A, A]
    work.tasks[0].cancel()
    work.tasks[4].cancel()  # it is at work
    await work.settle()
    await work.ask(B)
    assert work.begun == [A, A, A, B]
    work.tasks[5].cancel()
    work.tasks[6].cancel()
    await work.settle()
    assert (work.turns._free, work.turns._at_work, work.turns._waiting) == (2, {}, {})


async def test_one_that_is_let_in_and_goes_away_at_once_gives_its_place_back() -> None:
    work = Work(2)
    await work.ask(A, A)
    work.ends.pop(0)()
    await asyncio.sleep(0)
    work.tasks[1].cancel()
    await work.settle()
    assert (work.turns._free, work.turns._at_work, work.turns._waiting) == (2, {}, {})


async def test_strangers_do_not_wait() -> None:
    work = Work(2)
    await work.ask(A, B, *[""] * 5)
    assert work.begun == [A, B, *[""] * 5]
