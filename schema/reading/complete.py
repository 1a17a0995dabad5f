"""From the JSON of a statement to the values that GraphQL answers with."""

from typing import Any

from schema.reading.keyset import Page, encode
from schema.reading.spec import Row
from schema.reading.statement import Finish


def complete(row: Row | None, finish: Finish) -> Row | None:
    """Fill in what Python makes of the columns, in the row and in every row below it."""
    if row is None:
        return None
    for name, source in finish.derived:
        row[name] = source.make(row)
    for name, below in finish.below:
        value = row[name]
        for each in value if isinstance(value, list) else [value]:
            complete(each, below)
    for key, below, wanted in finish.pages:
        row[key] = connection(row[key], below, wanted)
    return row


def connection(found: dict[str, Any], finish: Finish, wanted: Page) -> Row:
    """A page with its edges, from the rows and the one row more that tells whether another page follows."""
    rows = found["rows"]
    more = len(rows) > wanted.size
    rows = rows[: wanted.size]
    if wanted.backward:
        rows.reverse()
    edges = [{"node": complete(row["node"], finish), "cursor": encode(row["keys"])} for row in rows]
    return {
        "edges": edges,
        "nodes": [edge["node"] for edge in edges],
        "total_count": found["total"],
        "page_info": {
            "has_next_page": wanted.start is not None if wanted.backward else more,
            "has_previous_page": more if wanted.backward else wanted.start is not None,
            "start_cursor": edges[0]["cursor"] if edges else None,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        },
    }
