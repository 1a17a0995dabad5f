"""What the mutations of both frontends are sent with."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from server.core import tokens
from server.core.permissions import Role
from server.identity.models import Door
from server.intake import colleagues
from tests.factories.invitations import GOOD_PASSWORD, invitations_of, invited, token_of
from tests.factories.registers import Register
from tests.schema.frontend import Operation
from tests.server.identity.people import PASSWORD, client_with_login, colleague_with_login


async def _account(here: Register) -> dict[str, Any]:
    return {"id": here.ids["acc"][0]}


async def _account_archived(here: Register) -> dict[str, Any]:
    return {"id": here.ids["acc"][3]}


async def _new_account(here: Register) -> dict[str, Any]:
    new = {"contact": {"firstName": "Nora", "lastName": "Nou", "email": "nora@new.example"}, "login": True}
    return {
        "type": "COMPANY",
        "companyName": "Nou S.L.",
        "contacts": [{**new, "invitation": {"send": True}}, {"contactId": here.ids["con"][0], "login": True}],
        "staffIds": here.ids["stf"][:1],
        "tagIds": here.ids["tag"][:1],
    }


async def _new_contact(here: Register) -> dict[str, Any]:
    contact = {"firstName": "Nora", "lastName": "Nou", "email": "nora@new.example", "phone": "+34600123456"}
    return {"accountId": here.ids["acc"][0], "contact": {"contact": contact, "invitation": {"send": False}}}


async def _changed_account(here: Register) -> dict[str, Any]:
    address = {"city": "Cluj", "country": "RO"}
    new = {"name": "Renamed", "companyAddress": address, "staffIds": here.ids["stf"][1:3], "stage": "PROSPECT"}
    return {"id": here.ids["acc"][0], "version": 1, **new}


async def _invited_client(here: Register) -> dict[str, Any]:
    return {"token": (await invited(here.office)).token, "password": GOOD_PASSWORD}


async def _invited_colleague(here: Register) -> dict[str, Any]:
    email = f"neu.{here.office.id[-12:]}@kanzlei.example"
    staff_id = await colleagues.invite(
        here.office.owner, email=email, first_name="Neu", last_name="Muster", role=Role.EMPLOYEE
    )
    [invitation] = await invitations_of(here.office.id, staff_id)
    return {"token": token_of(invitation), "password": GOOD_PASSWORD, "firstName": "Neuer"}


async def _sign_in_client(here: Register) -> dict[str, Any]:
    client = await client_with_login(here.office.id)
    return {"email": client.contact.email, "password": PASSWORD, "door": Door.PORTAL}


async def _sign_in_colleague(here: Register) -> dict[str, Any]:
    member = await colleague_with_login(here.office.id)
    return {"email": member.email, "password": PASSWORD, "door": Door.STAFF}


def _sends(**values: Any) -> Callable[[Register], Awaitable[dict[str, Any]]]:
    """The same for every register; `prefix:n` is the n-th id of a kind."""

    async def sent(here: Register) -> dict[str, Any]:
        return {name: _found(here, value) for name, value in values.items()}

    return sent


def _found(here: Register, value: Any) -> Any:
    if isinstance(value, list):
        return [_found(here, each) for each in value]
    if isinstance(value, str) and re.fullmatch(r"[a-z]{3}:\d", value):
        return here.ids[value[:3]][int(value[4:])]
    return value


_TOKEN = {"token": tokens.random_token()}

SENT: dict[str, Callable[[Register], Awaitable[dict[str, Any]]]] = {
    "acceptInvitation": _invited_client,
    "admin acceptInvitation": _invited_colleague,
    "addContact": _new_contact,
    "archiveAccount": _account,
    "changePassword": _sends(current="wrong", new=GOOD_PASSWORD),
    "confirmEmail": _sends(**_TOKEN, password=PASSWORD),
    "createAccount": _new_account,
    "createTag": _sends(name="new ñ", color="RED"),
    "deactivateStaff": _sends(id="stf:1"),
    "deleteTag": _sends(id="tag:0"),
    "invite": _sends(ids=["lnk:1", "lnk:3", "lnk:0", "lnk:2"], message="Hola"),
    "inviteStaff": _sends(email="x@kanzlei.example", firstName="X", lastName="Y", role="EMPLOYEE"),
    "mergeTags": _sends(id="tag:1", intoId="tag:0"),
    "openEmailConfirmation": _sends(**_TOKEN),
    "openInvitation": _sends(**_TOKEN),
    "openRecovery": _sends(**_TOKEN),
    "reactivateStaff": _sends(id="stf:1"),
    "reinviteStaff": _sends(id="stf:4"),
    "removeContact": _sends(id="lnk:0"),
    "requestFreshInvitation": _sends(**_TOKEN),
    "requestRecovery": _sends(email="nobody@client.example", door="PORTAL"),
    "resetPassword": _sends(**_TOKEN, password=GOOD_PASSWORD),
    "restoreAccount": _account_archived,
    "revokeInvitation": _sends(id="inv:2"),
    "setAccess": _sends(id="lnk:2", commercial=True, login=False),
    "signIn": _sign_in_client,
    "admin signIn": _sign_in_colleague,
    "switchFirm": _sends(firmId="firm_00000000000000000000000000"),
    "updateAccount": _changed_account,
    "updateContact": _sends(id="con:0", version=1, firstName="Änne", language="RO", email="aenne@client.example"),
    "updateFirm": _sends(version=1, name="Neu & Söhne", reminderDays=[1, 2]),
    "updateProfile": _sends(firstName="Other", language="DE"),
    "updateStaff": _sends(id="stf:2", version=1, permissionSet="ANALYST"),
    "updateTag": _sends(id="tag:0", version=1, name="übergeben"),
}
"""What each mutation is sent with, by its field; where the doors differ, by frontend and field."""


async def input_of(operation: Operation, here: Register) -> dict[str, Any]:
    """The variables of a mutation, with whatever they need made in the register."""
    if not operation.node.variable_definitions:
        return {}
    sent = SENT.get(f"{operation.frontend} {operation.root}") or SENT.get(operation.root)
    assert sent, f"say in `SENT` what {operation.root} is sent with"
    return {"input": await sent(here)}
