"""No operation of a frontend leaves the fast path: one statement, completed without graphql-core walking the answer."""

import pytest

from schema.reading.reader import fallbacks
from server.core import clock
from tests.factories.registers import NOW, register_of
from tests.factories.spoilt import spoil
from tests.schema.equality import Asked, planned
from tests.schema.frontend import Operation, variables_of
from tests.schema.places import Place
from tests.schema.sent import input_of
from tests.schema.test_equality import MUTATIONS, OWN, QUERIES, name_of

AT_THE_DOOR = {"acceptInvitation", "signIn"}
REFUSED = {"changePassword", "confirmEmail", "resetPassword", "switchFirm"}
"""Those that return nothing that was read, and are not worth a password here."""

SENDERS = {"admin": ("owner", "executive", "analyst", "stranger"), "portal": ("client", "stranger")}


@pytest.mark.parametrize("operation", QUERIES, ids=name_of)
async def test_a_query_of_a_frontend_stays_on_the_fast_path(tidy: Place, operation: Operation) -> None:
    with clock.at(NOW):
        for role in SENDERS[operation.frontend]:
            for variables in variables_of(operation, tidy.here, tidy.cursors):
                fallbacks.clear()
                await planned(tidy.here.actors[role], Asked(operation.query_as_sent, variables))
                assert not fallbacks, (role, variables)


@pytest.mark.parametrize("operation", MUTATIONS, ids=name_of)
async def test_what_a_mutation_of_a_frontend_returns_stays_on_the_fast_path(operation: Operation) -> None:
    with clock.at(NOW):
        here = await register_of()
        sent = await input_of(operation, here)
        role = "stranger" if operation.root in AT_THE_DOOR else OWN[operation.frontend]
        fallbacks.clear()
        answer = await planned(here.actors[role], Asked(operation.query_as_sent, sent))
        assert not fallbacks
        assert "errors" not in answer or operation.root in REFUSED, answer["errors"]


async def test_what_leaves_it_is_counted() -> None:
    """The test of the test: a value no enum knows cannot be completed by plan."""
    with clock.at(NOW):
        here = await register_of()
        await spoil(here)
        fallbacks.clear()
        await planned(here.office.owner, Asked("{ accounts { nodes { stage } } }", {}))
        assert fallbacks == {"Account": 1}
