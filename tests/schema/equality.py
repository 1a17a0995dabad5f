"""Ask twice, by the planned read path and by the naive one, and hold the answers against each other."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import parse, print_ast

from schema.context import Context, Watched
from schema.cost import budget_of, cost_of
from schema.documents import core, document
from schema.errors import formatted
from schema.run import run, subscribe
from server.core.actor import Actor
from server.core.changes import Change, Interest
from tests.schema.naive import NaiveReader
from tests.schema.naive_run import heard, run_naively, tell_naively

REQUEST_ID = "req_test"


@dataclass(frozen=True)
class Asked:
    """A document with its variables."""

    query: str
    variables: dict[str, Any]

    def __str__(self) -> str:
        """As a person reads it."""
        return f"{print_ast(parse(self.query))}\nvariables: {orjson.dumps(self.variables).decode()}"


def runs(asked: Asked, actor: Actor) -> bool:
    """Whether it comes to be executed at all: it is within its limits, and valid (or the generator is wrong)."""
    ready = document(asked.query)
    if any((error.extensions or {}).get("code") == "QUERY_TOO_COMPLEX" for error in ready.errors):
        return False
    assert not ready.errors, f"\n{asked}\n{ready.errors}"
    operation = ready.operation(None)
    assert operation is not None
    return cost_of(core, operation, ready.fragments, asked.variables) <= budget_of(actor)


async def planned(actor: Actor, asked: Asked) -> dict[str, Any]:
    """The answer of the API."""
    context = Context(actor=actor, request_id=REQUEST_ID)
    return answered(context, await run(context, asked.query, asked.variables))


async def naive(reader: NaiveReader, actor: Actor, asked: Asked) -> dict[str, Any]:
    """The answer of plain graphql-core with naive resolvers."""
    context = Context(actor=actor, request_id=REQUEST_ID)
    context.reader = reader
    return answered(context, await run_naively(context, asked.query, asked.variables))


async def planned_events(actor: Actor, asked: Asked, change: Change) -> list[dict[str, Any]]:
    """What the API tells of a subscription when one thing has happened."""
    context = Context(actor=actor, request_id=REQUEST_ID, watched=_once(change))
    events = await subscribe(context, asked.query, asked.variables)
    return [answered(context, each) for each in await heard(events)]


async def naive_events(reader: NaiveReader, actor: Actor, asked: Asked, change: Change) -> list[dict[str, Any]]:
    """What plain graphql-core tells of it with naive resolvers."""
    context = Context(actor=actor, request_id=REQUEST_ID, watched=_once(change))
    context.reader = reader
    return [answered(context, each) for each in await tell_naively(context, asked.query, asked.variables)]


def _once(change: Change) -> Watched:
    @contextmanager
    def watched(interest: Interest) -> Iterator[AsyncIterator[tuple[str, list[str]]]]:
        async def happenings() -> AsyncIterator[tuple[str, list[str]]]:
            if (concerned := interest(change)) is not None:
                yield concerned, [change.action]

        yield happenings()

    return watched


def answered(context: Context, result: Any) -> dict[str, Any]:
    """Data and errors as a client gets them; errors in the order of the root fields they stand below."""
    answer: dict[str, Any] = {"data": result.data}
    if result.errors:
        errors = [formatted(error, context) for error in result.errors]
        answer["errors"] = sorted(errors, key=root_of)
    return answer


def root_of(error: dict[str, Any]) -> str:
    """The key of the root field an error stands below."""
    return str(error.get("path", [""])[0])


def assert_equal(asked: Asked, by_plan: dict[str, Any], by_hand: dict[str, Any]) -> None:
    """Equal to the byte.

    One freedom is the specification's: where a root field fails that may not be null, there is no data, and what the
    others came to by then may be told of or not.
    """
    if _written(by_plan) == _written(by_hand):
        return
    if by_plan["data"] is None and by_hand["data"] is None:
        by_root = [_by_root(each) for each in (by_plan, by_hand)]
        if all(by_root) and all(by_root[0][root] == by_root[1][root] for root in by_root[0].keys() & by_root[1].keys()):
            return
    raise AssertionError(f"\n{asked}\n{_difference(_written(by_plan).decode(), _written(by_hand).decode())}")


def _by_root(answer: dict[str, Any]) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for error in answer.get("errors", ()):
        found.setdefault(root_of(error), []).append(orjson.dumps(error))
    return found


def _difference(by_plan: str, by_hand: str) -> str:
    """Both answers from a little before where they part."""
    parted = next((n for n, (a, b) in enumerate(zip(by_plan, by_hand, strict=False)) if a != b), 0)
    begin = max(0, parted - 300)
    return f"planned: … {by_plan[begin : parted + 700]}\nnaive:   … {by_hand[begin : parted + 700]}"


def _written(answer: dict[str, Any]) -> bytes:
    return orjson.dumps(answer)
