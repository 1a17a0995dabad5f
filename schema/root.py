"""The schema, merged from the nouns."""

import strawberry
from strawberry.tools import merge_types

from schema import nodes, scalars
from schema.accounts.mutations import AccountMutations
from schema.accounts.queries import AccountQueries
from schema.changes.subscriptions import Subscription
from schema.contacts.mutations import ContactMutations
from schema.contacts.queries import ContactQueries
from schema.firms.mutations import FirmMutations
from schema.firms.queries import FirmQueries
from schema.invitations.mutations import InvitationMutations
from schema.invitations.queries import InvitationQueries
from schema.signing_in.mutations import SigningInMutations
from schema.staff.mutations import StaffMutations
from schema.staff.queries import StaffQueries
from schema.tags.mutations import TagMutations
from schema.tags.queries import TagQueries
from schema.viewer.queries import ViewerQueries

Query = merge_types(
    "Query",
    (
        ViewerQueries,
        nodes.NodeQueries,
        AccountQueries,
        ContactQueries,
        StaffQueries,
        TagQueries,
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
        TagMutations,
        FirmMutations,
    ),
)

schema = strawberry.Schema(
    query=Query,
    mutation=Mutation,
    subscription=Subscription,
    types=[*nodes.FOR_STAFF.values(), *nodes.FOR_CLIENTS.values()],
    config=scalars.CONFIG,
)
