"""Schemathesis asks every field of the schema for anything it can think of, over HTTP: no answer is a failure of ours.

With a staff session and with a portal session, in a server of its own that is in development: in production a portal
session may send registered operations only, so nothing of this would reach the schema.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from server.core.permissions import Role
from tests.conftest import SECRET
from tests.factories.registers import register_of
from tests.journeys.conftest import free_port
from tests.journeys.product import Product
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "0"))
"""So many new ones of each field, in place of the few that are the same in every run."""

ROOT = Path(__file__).resolve().parents[2]
NEVER = ["Mutation.changePassword", "Mutation.signOut", "Mutation.switchFirm"]
"""They end the session that asks."""

IDS: list[str] = ["acc_00000000000000000000000000", "x"]
"""Filled with those of the firm once it is there."""

schemathesis.graphql.scalar("ID", st.integers(0, 10_000).map(lambda n: nodes.String(IDS[n % len(IDS)])))

api = schemathesis.graphql.from_path(ROOT / "schema" / "schema.graphql").exclude(name=NEVER)

thorough = settings(
    max_examples=EXAMPLES or 10,
    deadline=None,
    derandomize=not EXAMPLES,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Development(Product):
    """A server in development."""

    @property
    def environment(self) -> dict[str, str]:
        """Any operation may be asked, registered or not."""
        return super().environment | {"DEVELOPMENT": "true"}


@pytest.fixture(scope="module")
def server(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The web server alone: e-mails stay queued."""
    product = Development(database_url, 1, SECRET, tmp_path_factory.mktemp("schemathesis"), free_port())
    try:
        product.start("serve")
        yield product
    finally:
        product.stop()


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def cookies(server: Product) -> dict[str, dict[str, str]]:
    """The session cookies of an owner and of a client, by door."""
    here = await register_of()
    IDS.extend(each for of_kind in here.ids.values() for each in of_kind)
    owner = await colleague_with_login(here.office.id, Role.OWNER)
    client = await client_with_login(here.office.id)
    found = {}
    for door, email in (("STAFF", owner.email), ("PORTAL", client.contact.email)):
        async with httpx.AsyncClient(base_url=server.url, headers={"Antesala-Door": door}) as http:
            mutation = "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }"
            variables = {"input": {"email": email, "password": PASSWORD, "door": door}}
            answer = await http.post("/graphql", json={"query": mutation, "variables": variables})
            assert "errors" not in answer.json(), answer.text
            found[door] = dict(http.cookies)
    return found


@api.parametrize()
@thorough
def test_staff_may_send_anything(case: Any, server: Product, cookies: dict[str, dict[str, str]]) -> None:  # G6
    _told(case, server, "STAFF", cookies["STAFF"])


@api.parametrize()
@thorough
def test_a_client_may_send_anything(case: Any, server: Product, cookies: dict[str, dict[str, str]]) -> None:  # G6
    _told(case, server, "PORTAL", cookies["PORTAL"])


def _told(case: Any, server: Product, door: str, cookies: dict[str, str]) -> None:
    response = case.call(base_url=f"{server.url}/graphql", headers={"Antesala-Door": door}, cookies=cookies)
    assert response.status_code in {200, 400}, f"{response.status_code}\n{case.body}\n{response.text}"
    answer = response.json()
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    assert not codes & {"INTERNAL", "UNAVAILABLE"}, f"{codes}\n{case.body}\n{server.log[-2000:]}"
    assert "UNAUTHENTICATED" not in codes, f"the session has ended\n{case.body}"
