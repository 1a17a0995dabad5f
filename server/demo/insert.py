"""Put many rows into a table in few statements: each column travels as one array."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Final

import orjson

from server.core.database import execute, fetch

_AT_ONCE: Final = 5_000
"""Rows of one statement; keeps each far below the time limit of a statement."""

Row = Mapping[str, Any]


async def insert(table: str, rows: Sequence[Row], *, conflict: str = "") -> None:
    """Insert rows that all have the same columns. Not by COPY: row-level security forbids it."""
    if not rows:
        return
    types = await _types(table)
    columns = list(rows[0])
    arrays = ", ".join(f"${n}::text[]" for n in range(1, len(columns) + 1))
    values = ", ".join(f"r.{column}::{types[column]}" for column in columns)
    names = ", ".join(columns)
    sql = f"INSERT INTO {table} ({names}) SELECT {values} FROM unnest({arrays}) AS r ({names}) {conflict}"
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        await execute(sql, *([_text(row[column]) for row in part] for column in columns))


async def _types(table: str) -> dict[str, str]:
    rows = await fetch(
        "SELECT attname, format_type(atttypid, atttypmod) AS type FROM pg_attribute"
        " WHERE attrelid = $1::text::regclass AND attnum > 0",
        table,
    )
    return {row["attname"]: row["type"] for row in rows}


def _text(value: object) -> str | None:
    match value:
        case None | str() if not isinstance(value, Enum):
            return value
        case Enum():
            return str(value.value)
        case bool():
            return "true" if value else "false"
        case datetime():
            return value.isoformat()
        case dict() | list():
            return orjson.dumps(value).decode()
        case _:
            return str(value)
