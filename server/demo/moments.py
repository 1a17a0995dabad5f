"""Ids of the past: what happened earlier sorts earlier, as if it had been made then."""

import secrets
from datetime import datetime

from typeid import TypeID
from uuid_utils import UUID


def id_at(prefix: str, moment: datetime) -> str:
    """An id (TypeID of a UUIDv7, RFC 9562) as `ids.new_id` would have made it at that moment."""
    milliseconds, rest = divmod(int(moment.timestamp()) * 1_000_000 + moment.microsecond, 1000)
    within = rest * 4096 // 1000
    whole = milliseconds << 80 | 7 << 76 | within << 64 | 2 << 62 | secrets.randbits(62)
    return str(TypeID.from_uuid(UUID(int=whole), prefix=prefix))
