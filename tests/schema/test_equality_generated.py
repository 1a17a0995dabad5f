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
from tests.schema.equality import assert_equal, naive, planned, runs
from tests.schema.generated import operations
from tests.schema.places import Place

EXAMPLES = int(os.environ.get("EQUALITY_EXAMPLES", "0"))
ROLES = ["owner", "client", "executive", "client", "analyst", "owner", "stranger"]
"""Those oftener that see most, or least of what there is."""

made = settings(
    max_examples=EXAMPLES or 500,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    print_blob=False,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.timeout(0 if EXAMPLES else 120)
@made
@given(data=st.data())
async def test_generated_operations_answer_alike(place: Place, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from(ROLES), label="role")
    asked = data.draw(operations(place.words), label="operation")
    actor = place.here.actors[role]
    with clock.at(NOW):
        if not runs(asked, actor):
            reject()
        before = fallbacks.total()
        by_plan = await planned(actor, asked)
        assert "errors" in by_plan or fallbacks.total() == before, f"left the fast path without need:\n{asked}"
        assert_equal(asked, by_plan, await naive(place.reader, actor, asked))
