"""A register with what must never be in one."""

from server.audit.models import AuditEvent
from server.core import clock
from server.core.database import execute, in_firm
from server.firms.models import Firm
from tests.factories.registers import Register


async def spoil(here: Register) -> None:
    """Plant values no enum knows and JSON of shapes nobody writes: an answer must fail at the place, and only there."""
    first = here.ids["acc"][0]

    async def work() -> None:
        await execute("UPDATE accounts SET stage = 'MARTIAN' WHERE id = $1", here.ids["acc"][1])
        await execute("UPDATE accounts SET company_address = '[1]' WHERE id = $1", here.ids["acc"][2])
        await execute(
            """UPDATE accounts SET company_address = '{"street": 7, "city": true, "region": {"a": 1}}' WHERE id = $1""",
            here.ids["acc"][4],
        )
        await execute("UPDATE contacts SET language = 'xx' WHERE id = $1", here.ids["con"][1])
        await execute("UPDATE folders SET access = 'LOST' WHERE id = $1", here.ids["fld"][2])
        await execute("UPDATE emails SET state = 'LOST' WHERE id = $1", here.ids["eml"][0])
        await execute("UPDATE tags SET color = 'ULTRAVIOLET' WHERE id = $1", here.ids["tag"][1])
        await execute("UPDATE staff_members SET permission_set = 'ODD' WHERE role = 'EMPLOYEE'")
        await Firm.filter(id=here.office.id).update(reminder_days=[1, "2", None])
        for changes in ({"a": ["only"]}, {"b": [1, 2.5]}, {"c": [True, [1]]}, {"d": {"x": 1}}, {"e": "xy"}, ["f"]):
            await AuditEvent.create(
                firm_id=here.office.id,
                at=clock.now(),
                action="account.changed",
                actor_kind="STAFF",
                actor_name="",
                account_id=first,
                changes=changes,
            )

    await in_firm(here.office.id, work)
