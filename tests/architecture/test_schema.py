"""The schema keeps its conventions (API-2): a stranger can work from it, and nobody can set what is not theirs."""

from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    get_named_type,
)

from schema.documents import core
from server.core import ids

FORBIDDEN = {
    "firmId", "userId", "isVerified", "emailVerifiedAt", "createdAt", "createdBy", "acceptedAt", "activatedAt",
    "portalAccess", "portalStatus", "permissions", "number", "lifecycle", "state", "fingerprint", "passwordHash",
}  # fmt: skip
"""What no input may set (T9)."""

ALLOWED = {
    "AccountFilter.portalStatus": "narrows a list",
    "SwitchFirmInput.firmId": "names the firm to go to, of those the login has",
}


def _objects() -> Iterator[GraphQLObjectType | GraphQLInterfaceType]:
    for named in core.type_map.values():
        if isinstance(named, GraphQLObjectType | GraphQLInterfaceType) and not named.name.startswith("__"):
            yield named


def _inputs() -> Iterator[GraphQLInputObjectType]:
    yield from (named for named in core.type_map.values() if isinstance(named, GraphQLInputObjectType))


def test_no_input_sets_what_is_not_the_senders() -> None:  # T9
    found = {f"{each.name}.{field}" for each in _inputs() for field in each.fields if field in FORBIDDEN}
    assert found - set(ALLOWED) == set()


def test_every_mutation_takes_one_input_and_answers_a_payload() -> None:
    mutation = core.type_map["Mutation"]
    assert isinstance(mutation, GraphQLObjectType)
    for name, field in mutation.fields.items():
        assert set(field.args) <= {"input"}, name
        assert get_named_type(field.type).name.endswith("Payload"), name
        assert isinstance(field.type, GraphQLNonNull), name
        for argument in field.args.values():
            assert get_named_type(argument.type).name.endswith("Input"), name


def test_everything_a_stranger_meets_is_described() -> None:
    bare = [
        named.name
        for named in core.type_map.values()
        if not named.name.startswith("__")
        and isinstance(named, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType | GraphQLEnumType)
        and named.name not in {"Query", "Mutation"}
        and not named.description
    ]
    roots = [core.type_map["Query"], core.type_map["Mutation"]]
    for root in roots:
        assert isinstance(root, GraphQLObjectType)
        bare += [f"{root.name}.{name}" for name, field in root.fields.items() if not field.description]
    assert bare == []


def test_every_connection_counts_only_when_asked_and_pages_both_ways_or_forward() -> None:
    for named in _objects():
        for name, field in named.fields.items():
            if get_named_type(field.type).name.endswith("Connection"):
                assert {"first", "after"} <= set(field.args), f"{named.name}.{name}"


def test_every_node_has_ids_that_name_its_type() -> None:
    nodes = {named.name for named in _objects() if any(each.name == "Node" for each in named.interfaces)}
    assert nodes - {"PortalAccount"} <= set(ids.PREFIXES.values())
