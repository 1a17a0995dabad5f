"""The planned read path answers as plain graphql-core with naive resolvers does, to the byte, errors included.

Operations are made at random from the schema, for every role, over a register in which everything occurs, and over
one in which things stand that must never be there. The same ones in every run; with EQUALITY_EXAMPLES=5000 in the
environment as many new ones.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st

from schema.reading.reader import fallbacks
from server.core import clock
from tests.factories.registers import NOW
from tests.schema.equality import Asked, assert_equal, naive, planned, runs
from tests.schema.generated import operations
from tests.schema.places import Place

EXAMPLES = int(os.environ.get("EQUALITY_EXAMPLES", "0"))
ROLES = ["owner", "client", "executive", "client", "analyst", "owner", "stranger"]
"""Those oftener that see most, or least of what there is."""

made = settings(
    max_examples=EXAMPLES or 400,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.timeout(0 if EXAMPLES else 600)
@made
@given(data=st.data())
async def test_generated_operations_answer_alike(place: Place, data: st.DataObject) -> None:
    """Each document is asked twice, by two people with other variables: what was planned once is not for everybody."""
    asked = data.draw(operations(place.words), label="operation")
    roles = data.draw(st.tuples(st.sampled_from(ROLES), st.sampled_from(ROLES)), label="roles")
    for role, again in zip(roles, (asked, turned(asked)), strict=True):
        actor = place.here.actors[role]
        with clock.at(NOW):
            if not runs(again, actor):
                reject()
            before = fallbacks.total()
            by_plan = await planned(actor, again)
            stayed = fallbacks.total() == before
            assert stayed or place.spoilt or "errors" in by_plan, f"left the fast path without need:\n{again}"
            assert_equal(again, by_plan, await naive(place.reader, actor, again))


def turned(asked: Asked) -> Asked:
    """The same document with every condition the other way round, and every number another."""
    other = {
        name: not value if isinstance(value, bool) else value + 1
        for name, value in asked.variables.items()
        if isinstance(value, int)
    }
    return Asked(asked.query, asked.variables | other)
