"""The firms take turns: one that floods us waits for itself, and its neighbours hardly notice (G10).

No points by the second, which would hold a firm back while nobody else is there. Half of the places are for whoever
asks; more would not make one firm faster, but all others slower. Whoever finds none waits, and every firm that waits is
as good as the next. In this process alone, without a question to the database.
"""

from asyncio import CancelledError, Future, get_running_loop
from collections import deque


class Turns:
    """A number of places at work, given out to the firms in a circle. No firm holds more than half of them."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._most = max(1, places // 2)
        self._at_work: dict[str, int] = {}
        self._waiting: dict[str, deque[Future[None]]] = {}
        """By firm; the first firm is the next to be let in."""

    async def begin(self, firm_id: str) -> None:
        """Return when it is the firm's turn; then `end` has to follow.

        Who belongs to no firm does not wait: a stranger has limits of its own.
        """
        if not firm_id:
            return
        if self._may_begin(firm_id) and not self._waiting:
            self._begin(firm_id)
        else:
            await self._turn(firm_id)

    def end(self, firm_id: str) -> None:
        """The place is free again."""
        if firm_id:
            self._end(firm_id)

    def _may_begin(self, firm_id: str) -> bool:
        return self._free > 0 and self._at_work.get(firm_id, 0) < self._most

    def _begin(self, firm_id: str) -> None:
        self._free -= 1
        self._at_work[firm_id] = self._at_work.get(firm_id, 0) + 1

    def _end(self, firm_id: str) -> None:
        self._free += 1
        self._at_work[firm_id] -= 1
        if not self._at_work[firm_id]:
            del self._at_work[firm_id]
        self._let_in()

    async def _turn(self, firm_id: str) -> None:
        turn = get_running_loop().create_future()
        self._waiting.setdefault(firm_id, deque()).append(turn)
        self._let_in()
        try:
            await turn
        except CancelledError:
            if turn.cancelled():
                self._forget(firm_id, turn)
            else:
                self._end(firm_id)
            raise

    def _forget(self, firm_id: str, turn: "Future[None]") -> None:
        queue = self._waiting.get(firm_id)
        if queue and turn in queue:
            queue.remove(turn)
            if not queue:
                del self._waiting[firm_id]

    def _let_in(self) -> None:
        """Give free places to those who wait, one firm after the other."""
        while (firm_id := next((each for each in self._waiting if self._may_begin(each)), None)) is not None:
            queue = self._waiting.pop(firm_id)
            turn = queue.popleft()
            if queue:
                self._waiting[firm_id] = queue  # at the end of the circle
            if not turn.done():
                self._begin(firm_id)
                turn.set_result(None)
