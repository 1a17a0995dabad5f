"""The schema, merged from the nouns."""

from typing import Any

import strawberry
from graphql import GraphQLError
from strawberry.extensions import MaxTokensLimiter, ParserCache, ValidationCache
from strawberry.tools import merge_types

from schema import nodes, scalars
from schema.accounts.mutations import AccountMutations
from schema.accounts.queries import AccountQueries
from schema.contacts.mutations import ContactMutations
from schema.contacts.queries import ContactQueries
from schema.firms.mutations import FirmMutations
from schema.firms.queries import FirmQueries
from schema.invitations.mutations import InvitationMutations
from schema.invitations.queries import InvitationQueries
from schema.signing_in.mutations import SigningInMutations
from schema.staff.mutations import StaffMutations
from schema.staff.queries import StaffQueries
from schema.viewer.queries import ViewerQueries

Query = merge_types(
    "Query",
    (
        ViewerQueries,
        nodes.NodeQueries,
        AccountQueries,
        ContactQueries,
        StaffQueries,
        FirmQueries,
        InvitationQueries,
    ),
)
Mutation = merge_types(
    "Mutation",
    (
        SigningInMutations,
        AccountMutations,
        ContactMutations,
        InvitationMutations,
        StaffMutations,
        FirmMutations,
    ),
)

CACHED_DOCUMENTS = 500
MOST_TOKENS = 3_000


class Schema(strawberry.Schema):
    """Ours logs failures itself (`schema/errors.py`), never with the query's text."""

    def process_errors(self, errors: list[GraphQLError], execution_context: Any = None) -> None:
        """Nothing here: the endpoint translates and logs."""


class _Tokens(MaxTokensLimiter):
    def __init__(self) -> None:
        super().__init__(max_token_count=MOST_TOKENS)


class _Parsed(ParserCache):
    def __init__(self) -> None:
        super().__init__(maxsize=CACHED_DOCUMENTS)


class _Valid(ValidationCache):
    def __init__(self) -> None:
        super().__init__(maxsize=CACHED_DOCUMENTS)


schema = Schema(
    query=Query,
    mutation=Mutation,
    types=[*nodes.FOR_STAFF.values(), *nodes.FOR_CLIENTS.values()],
    extensions=[_Tokens, _Parsed, _Valid],
    config=scalars.CONFIG,
)
