"""Reading contacts."""

from typing import cast

import strawberry

from schema.contacts.types import AccountContact, Contact
from schema.context import Info
from schema.paging import Connection
from schema.reading.select import select
from schema.reading.spec import Sort
from server.contacts.search import contacts_found, links_found
from server.invitations.scope import pending_links

BY_NAME = Sort((("{t}.name_key", "text"),))
NEWEST = Sort((), descending=True)


@strawberry.type
class ContactQueries:
    """Roots for staff."""

    @strawberry.field(description="One contact; an unknown id and a stranger's are both NOT_FOUND.")
    async def contact(self, info: Info, id: strawberry.ID) -> Contact:
        """For staff."""
        return await select(info, Contact).one(id)

    @strawberry.field(description="Contacts by name; with `search`, those with a word that begins so (CON-2).")
    async def contacts(
        self,
        info: Info,
        search: str | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[Contact]:
        """The typeahead, and the list of contacts."""
        wanted = select(info, Contact)
        if search and search.strip():
            wanted = wanted.meeting(contacts_found(search))
        return cast("Connection[Contact]", await wanted.page(BY_NAME, first, after, last, before))

    @strawberry.field(description="People with login on who are not active yet, newest first (INV-4).")
    async def pending_activations(
        self,
        info: Info,
        search: str | None = None,
        first: int | None = None,
        after: str | None = None,
        last: int | None = None,
        before: str | None = None,
    ) -> Connection[AccountContact]:
        """Whom to invite, or to invite again."""
        pending = pending_links(info.context.signed_in)
        wanted = select(info, AccountContact).meeting(pending)
        if search and search.strip():
            wanted = wanted.meeting(links_found(search))
        return cast("Connection[AccountContact]", await wanted.page(NEWEST, first, after, last, before))
