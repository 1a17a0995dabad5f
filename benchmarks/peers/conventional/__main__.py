"""The resolvers and the server: the same look at the session, one unit of work a request, as elsewhere here."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import orjson
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache

from benchmarks.peers.conventional.loaders import Loaders
from benchmarks.peers.conventional.types import (
    Account,
    AccountConnection,
    AccountSort,
    Context,
    SetAccessInput,
    SetAccessPayload,
    connection,
    payload,
)
from benchmarks.works.work import text
from server.accounts import models as accounts
from server.contacts import models as contacts
from server.core import database
from server.settings import Settings
from server.web.authentication import Authentication
from server.web.client import Proxies


@strawberry.type
class Query:
    @strawberry.field
    async def account(self, id: strawberry.ID) -> Account:  # noqa: A002 (GraphQL's name)
        return cast("Account", await accounts.Account.get(id=id))

    @strawberry.field
    async def accounts(
        self, first: int = 20, search: str | None = None, sort: AccountSort = AccountSort.NAME_ASC
    ) -> AccountConnection:
        found = accounts.Account.filter(lifecycle=accounts.Lifecycle.ACTIVE)
        if search:
            rows = await database.fetch(text("search.conventional.sql"), search)
            found = found.filter(id__in=[row["id"] for row in rows])
        return connection(await found.order_by("name_key", "id").limit(first + 1), first)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def set_access(self, input: SetAccessInput) -> SetAccessPayload:  # noqa: A002 (GraphQL's name)
        link = await contacts.AccountContact.get(id=input.id).select_related("contact", "account")
        link.notify = input.notify
        await link.save(update_fields=["notify"])
        return payload(link)


class Endpoint(GraphQL[Context, None]):
    """Strawberry's view, with the whole operation in one unit of work of the firm."""

    async def get_context(self, request: Any, response: Any) -> Context:
        return Context(request.scope["actor"], Loaders())

    async def execute_operation(self, *given: Any, **named: Any) -> Any:
        ask = super().execute_operation
        return await database.in_firm(named["context"].actor.firm_id, lambda: ask(*given, **named))

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


def main() -> None:
    """Serve until a signal."""
    settings = Settings()
    schema = strawberry.Schema(Query, Mutation, extensions=[lambda: ParserCache(100), lambda: ValidationCache(100)])
    asking = Middleware(Authentication, settings.secure, Proxies.of(""))

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await database.connect(settings.database_url, pool=settings.database_pool)
        yield
        await database.disconnect()

    endpoint = Route("/graphql", Endpoint(schema, graphql_ide=None), methods=["POST"], middleware=[asking])
    app = Starlette(routes=[endpoint], lifespan=lifespan)
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning", access_log=False)


if __name__ == "__main__":
    main()
