from server.contacts import email_change
from server.contacts.models import EmailChange
from server.core import tokens
from server.core.database import fetch, in_firm
from server.intake.change_contact import update_contact
from server.invitations import fresh
from tests.factories.invitations import invited, somewhere
from tests.factories.offices import Office, office_of
from tests.factories.people import client_of


async def columns() -> list[tuple[str, str]]:
    rows = await fetch(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type IN ('text', 'character varying', 'jsonb', 'json', 'bytea')"
    )
    return [(row["table_name"], row["column_name"]) for row in rows]


async def places_of(office: Office, secret: str) -> list[tuple[str, str]]:
    """Every column of every table that holds the text somewhere, as far as the firm can see."""

    async def work() -> list[tuple[str, str]]:
        found = []
        for table, column in await columns():
            readable = await fetch("SELECT has_table_privilege($1, 'SELECT') AS may", table)
            if readable[0]["may"]:
                rows = await fetch(
                    f'SELECT count(*) AS hits FROM "{table}"'
                    f' WHERE position($1 in "{column}"::text) > 0 OR position($2 in "{column}"::text) > 0',
                    secret,
                    secret.encode().hex(),
                )
                found += [(table, column)] * bool(rows[0]["hits"])
        return found

    return await in_firm(office.id, work)


async def test_no_table_holds_a_usable_link() -> None:  # INV-2, security.md E2
    office = await office_of()
    one = await invited(office, message="Hola")
    await fresh.request_fresh(one.token, address=somewhere())
    active = await client_of(office.id, active=True)
    await update_contact(office.owner, active.contact.id, 1, email=f"new.{somewhere()}@client.example")
    [change] = await in_firm(office.id, lambda: EmailChange.all())
    for token in (one.token, tokens.derived(email_change.TOKEN_KIND, change.id)):
        assert await places_of(office, token) == []
        assert await places_of(office, token.partition("_")[2]) == []
    assert ("invitations", "fingerprint") in await places_of(office, tokens.fingerprint(one.token))
