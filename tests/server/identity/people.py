"""People of the tests who have a password."""

from itertools import count

from server.core.database import across_firms, in_firm
from server.core.permissions import Role
from server.identity import passwords
from server.identity.models import User
from server.staff.models import StaffMember
from tests.factories.offices import staff_member
from tests.factories.people import Client, client_of, user_of

PASSWORD = "seven green lamps over water"

_numbers = count(1)


def fresh_address() -> str:
    """An address on a network no other test comes from."""
    number = next(_numbers)
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


async def colleague_with_login(firm_id: str, role: Role = Role.EMPLOYEE) -> StaffMember:
    """An active staff member whose password is PASSWORD."""

    async def work() -> StaffMember:
        return await staff_member(firm_id, "Carla", role)

    member = await in_firm(firm_id, work)
    member.user_id = await user_of(member.email, await passwords.hash_password(PASSWORD))
    await in_firm(firm_id, lambda: member.save(update_fields=["user_id"]))
    return member


async def client_with_login(firm_id: str, *, login: bool = True) -> Client:
    """An account with an active contact whose password is PASSWORD."""
    client = await client_of(firm_id, login=login, active=True)
    hashed = await passwords.hash_password(PASSWORD)

    async def work() -> None:
        await User.filter(id=client.contact.user_id).update(
            password_hash=hashed, email=client.contact.email, email_key=client.contact.email_key
        )

    await across_firms(work)
    return client
