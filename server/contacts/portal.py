"""How far a person, and an account, has come with the portal: derived at every read, so it is never out of date.

SQL over the row `{t}`; `{now}` is the time of the clock.
"""

from typing import Final

PORTAL_ACCESS: Final = (
    "CASE WHEN NOT {t}.login THEN CASE WHEN {t}.access_removed_at IS NULL THEN 'NONE' ELSE 'REVOKED' END"
    " WHEN EXISTS (SELECT 1 FROM contacts person WHERE person.id = {t}.contact_id AND person.user_id IS NOT NULL)"
    " THEN 'ACTIVE'"
    " ELSE coalesce((SELECT CASE WHEN open.expires_at <= {now} THEN 'EXPIRED' ELSE 'PENDING' END"
    " FROM invitations open WHERE open.contact_id = {t}.contact_id AND open.accepted_at IS NULL"
    " AND open.revoked_at IS NULL AND open.superseded_at IS NULL), 'NOT_INVITED') END"
)
"""PortalAccess of a link (`account_contacts`)."""

_LINKED = (
    "(SELECT true FROM account_contacts way JOIN contacts person ON person.id = way.contact_id"
    " WHERE way.account_id = {t}.id AND way.login"
)
"""Not EXISTS: of that PostgreSQL may make a table of all who are linked before it looks at the first account."""

PORTAL_STATUS: Final = (
    "CASE WHEN {t}.lifecycle = 'ARCHIVED' THEN 'OFFLINE'"
    f" WHEN {_LINKED} AND person.user_id IS NOT NULL LIMIT 1) THEN 'ACTIVE'"
    f" WHEN {_LINKED} LIMIT 1) THEN 'PENDING_ACTIVATION'"
    " ELSE 'OFFLINE' END"
)
"""PortalStatus of an account (`accounts`)."""
