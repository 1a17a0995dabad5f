"""Every root field with hostile values in every argument: a refusal with a code, never a failure of ours (G6)."""

import random
from typing import Any

import pytest
import pytest_asyncio

from server.core.actor import Actor, ActorKind
from tests.factories.canaries import Cage, cage
from tests.schema.asking import answer_of
from tests.schema.walk import Fill, operations, roots

ROUNDS = 12

TEXTS = [
    "", " ", "\t\n", "a", "CON", "nul.txt", "a/b", 'x:"y"', "..", "x.", " x", "‮evil", "a\u2028b", "\x7f",
    "\x1b[31m", "<script>alert(1)</script>", "{{ 7*7 }}", "${x}", "%s%s%n", "'; DROP TABLE accounts; --", "\\",
    "%", "_", "&|!():*", "ı", "ﬁrm", "K", "straße", "ß" * 300, "e\u0301", "😀" * 50, "x" * 10_000, "0", "-1",
    "1e400", "null", "undefined", "a@b", "a@b.example", "A@B.EXAMPLE", "a@b.example,c@d.example",
    "a@b.example\r\nBcc: x@y.example", '"a b"@c.example', "a@localhost", "a@[127.0.0.1]", "+34 600 123 456", "+",
    "00", "+999999999999999999", "ES", "XX", "es", "#12345", "#2f5d8a", "Europe/Berlin", "Europe/Nowhere",
    "../../etc/passwd", "https://x.example", "javascript:alert(1)", "2026-01-01", "antinv_" + "A" * 43,
    "antrst_" + "A" * 43, "acc_" + "0" * 26, "acc_" + "z" * 26, "firm_", "_", "WyJ4Il0", "W10", "bnVsbA",
    "eyJhIjoxfQ", "WyJhIiwiYiIsImMiXQ",
]  # fmt: skip
NUMBERS = [0, 1, -1, 2, 20, 100, 500, 501, 2**31 - 1, -(2**31)]


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def here() -> Cage:
    """A firm with one of everything."""
    return await cage()


def _fill(dice: random.Random, ids: list[str]) -> Fill:
    def value(kind: str, name: str) -> Any:
        if kind == "ID":
            return dice.choice([*ids, *TEXTS]) if dice.random() < 0.3 else dice.choice(ids)
        if kind == "Int":
            return dice.choice(NUMBERS)
        if kind == "Boolean":
            return dice.random() < 0.5
        assert kind == "String"
        return dice.choice(TEXTS)

    return value


@pytest.mark.parametrize("role", ["owner", "executive", "analyst", "client", "stranger"])
@pytest.mark.parametrize("kind", ["Query", "Mutation"])
async def test_nothing_a_person_or_program_sends_fails_on_our_side(here: Cage, kind: str, role: str) -> None:
    dice = random.Random(f"{kind} {role}")
    actor = Actor(kind=ActorKind.STRANGER, address="192.0.2.7") if role == "stranger" else here.actors[role]
    failures = []
    for name, field in roots(kind):
        for _ in range(ROUNDS):
            fill = _fill(dice, list(here.ids.values()))
            for asked in operations(kind, name, field, fill, optional=dice.random() < 0.7):
                answer = await answer_of(actor, asked.query, **asked.variables)
                codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
                if codes & {"INTERNAL", "UNAVAILABLE"}:
                    failures.append((name, codes, asked.variables))
    assert failures == []
