"""Nodes and connections, by Relay's conventions (API-2)."""

from typing import Any, Generic, TypeVar

import strawberry

T = TypeVar("T")


@strawberry.interface(description="Anything with an id. Ids name their type (`acc_…`) and sort by time.")
class Node:
    """Rows come as dicts from the read path; `resolve_type` and `is_type_of` let graphql-core take them."""

    id: strawberry.ID

    @classmethod
    def is_type_of(cls, _value: Any, _info: Any) -> bool:
        """The read path makes rows of the right type only."""
        return True

    @classmethod
    def resolve_type(cls, value: Any, _info: Any, _type: Any) -> str:
        """`node` notes the type in the row."""
        return str(value["__typename"])


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    """Relay's page info."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@strawberry.type(description="One row of a page.")
class Edge(Generic[T]):
    """A row and its cursor."""

    node: T
    cursor: str


@strawberry.type(description="One page of a list. `totalCount` is counted only when asked for.")
class Connection(Generic[T]):
    """A page of rows."""

    edges: list[Edge[T]]
    nodes: list[T]
    page_info: PageInfo
    total_count: int
