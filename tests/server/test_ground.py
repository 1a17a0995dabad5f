"""The ground holds: one firm sees itself only."""

from server.accounts.models import Account
from server.core.database import in_firm
from tests.factories.offices import MakeOffice
from tests.factories.people import client_of


async def test_a_firm_sees_its_own_accounts_only(make_office: MakeOffice) -> None:
    here, there = await make_office(), await make_office()
    client = await client_of(here.id)

    assert await in_firm(here.id, lambda: Account.exists(id=client.account.id))
    assert not await in_firm(there.id, lambda: Account.exists(id=client.account.id))
