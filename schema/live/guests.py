"""How many sockets there may be in one process: of a person, of a firm, and before anybody knows whose they are."""

import contextlib
from collections import Counter
from collections.abc import Iterator
from typing import Final

from schema.live.protocol import try_later
from server.core.actor import Actor

MOST_OF_A_PERSON: Final = 30
"""Windows with our pages; one has one socket at most."""
MOST_OF_A_FIRM: Final = 1_000
"""Its staff; and its clients, so that neither take the others' places."""
MOST_AT_THE_DOOR: Final = 200
"""Sockets that have not said yet who they are."""
MOST_FROM_ONE_ADDRESS: Final = 20
"""Of those, from one network address."""


class Guests:
    """Counts who is there; whoever is too many is asked to come later."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()

    def at_the_door(self, address: str) -> contextlib.AbstractContextManager[None]:
        """As long as a socket has not said who it is."""
        return self._in(("the door", MOST_AT_THE_DOOR), (f"from {address}", MOST_FROM_ONE_ADDRESS))

    def inside(self, actor: Actor) -> contextlib.AbstractContextManager[None]:
        """As long as an actor's socket is open."""
        return self._in((actor.person_id, MOST_OF_A_PERSON), (f"{actor.firm_id} {actor.kind}", MOST_OF_A_FIRM))

    @contextlib.contextmanager
    def _in(self, *limits: tuple[str, int]) -> Iterator[None]:
        if any(self._counted[name] >= most for name, most in limits):
            raise try_later()
        for name, _ in limits:
            self._counted[name] += 1
        try:
            yield
        finally:
            for name, _ in limits:
                self._counted[name] -= 1
                if not self._counted[name]:
                    del self._counted[name]
