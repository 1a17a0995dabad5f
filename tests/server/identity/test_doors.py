"""The toggles of a link against the doors of the portal: only `login` opens one (T6)."""

from itertools import product

import pytest

from server.contacts.models import AccountContact
from server.core.database import in_firm
from server.core.errors import Unauthenticated
from server.core.links import LinkState
from server.identity import recovery, sessions
from server.identity.models import Door
from server.identity.sign_in import sign_in
from server.mail.models import Email
from tests.factories.offices import office_of
from tests.server.identity.people import PASSWORD, client_with_login, fresh_address
from tests.server.identity.test_recovery import asked, newest_link

TOGGLES = [dict(zip(("login", "notify", "sync"), each, strict=True)) for each in product((True, False), repeat=3)]


@pytest.mark.parametrize("toggles", TOGGLES, ids=str)
async def test_only_login_opens_a_door_and_its_end_closes_them_all(toggles: dict[str, bool]) -> None:  # T6, CON-3
    office = await office_of()
    client = await client_with_login(office.id)
    email = str(client.contact.email)
    session = await sign_in(email, PASSWORD, Door.PORTAL, address=fresh_address(), device="")
    await asked(email, "PORTAL")
    link = await newest_link(email)

    await in_firm(office.id, lambda: AccountContact.filter(id=client.link.id).update(**toggles))

    is_open = toggles["login"]
    assert bool(await sessions.authenticate(session.token, Door.PORTAL)) is is_open
    assert ((await recovery.open_recovery(link)).state is LinkState.VALID) is is_open
    await asked(email, "PORTAL")
    mails = await in_firm(office.id, lambda: Email.filter(to_address=email, kind="PASSWORD_RECOVERY").count())
    assert mails == (2 if is_open else 1)
    if is_open:
        await sign_in(email, PASSWORD, Door.PORTAL, address=fresh_address(), device="")
    else:
        with pytest.raises(Unauthenticated, match="SIGN_IN_FAILED"):
            await sign_in(email, PASSWORD, Door.PORTAL, address=fresh_address(), device="")
