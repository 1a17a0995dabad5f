"""Answers of the read path on their way through graphql-core."""

from dataclasses import dataclass
from typing import Any, cast

from graphql import GraphQLField, GraphQLOutputType, is_non_null_type
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import Path
from graphql.type import GraphQLObjectType
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from schema.reading.values import Keyed


@dataclass(frozen=True, slots=True)
class Ready:
    """What a read gave, by the key it was asked under (a field of a payload may be asked under several)."""

    values: dict[str, Any]
    complete: bool
    """False where the values are `Keyed` and graphql-core has to complete them."""
    concrete: str | None = None
    """The type that was read where the field's is an interface."""


class Executor(StrawberryGraphQLCoreExecutionContext):
    """graphql-core's, which takes a complete answer of the read path as it is."""

    def complete_value(
        self,
        return_type: GraphQLOutputType,
        field_details_list: FieldDetailsList,
        info: Any,
        path: Path,
        result: Any,
        position_context: Any,
    ) -> Any:
        """Complete a value, unless it is."""
        if type(result) is Ready:
            value = result.values[str(path.key)]
            if result.complete and not (value is None and is_non_null_type(return_type)):
                return value
            if result.concrete:
                return_type = cast("GraphQLObjectType", self.schema.type_map[result.concrete])
            result = value
        return super().complete_value(return_type, field_details_list, info, path, result, position_context)

    def execute_field(
        self,
        parent_type: GraphQLObjectType,
        source: Any,
        field_details_list: FieldDetailsList,
        path: Path,
        position_context: Any,
    ) -> Any:
        """Resolve a field; those of an object that was read stand in it by their keys."""
        if type(source) is not Keyed:
            return super().execute_field(parent_type, source, field_details_list, path, position_context)
        nodes = [details.node for details in field_details_list]
        field = cast("GraphQLField", self.schema.get_field(parent_type, nodes[0].name.value))
        info = self.build_resolve_info(field, nodes, parent_type, path)
        kind = field.type
        try:
            return self.complete_value(kind, field_details_list, info, path, source[str(path.key)], position_context)
        except Exception as error:
            self.handle_field_error(error, kind, field_details_list, path)
            return None
