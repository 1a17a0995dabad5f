"""Roles, row-level security, composite keys, and what Tortoise has no word for: search columns, partial indexes."""

from tortoise import migrations
from tortoise.migrations.operations import Operation, RunSQL

from server.core.isolation import CREATE_ROLES, inside, walls

FIRM_OWNED = (
    "firm_logos",
    "audit_events",
    "emails",
    "email_attempts",
    "sessions",
    "staff_members",
    "accounts",
    "account_staff",
    "contacts",
    "account_contacts",
    "email_changes",
    "folders",
    "invitations",
)

REFERENCES = (
    ("emails", "account_id", "accounts", "SET NULL"),
    ("email_attempts", "email_id", "emails", "CASCADE"),
    ("accounts", "created_by", "staff_members", "SET NULL"),
    ("account_staff", "account_id", "accounts", "CASCADE"),
    ("account_staff", "staff_id", "staff_members", "CASCADE"),
    ("account_contacts", "account_id", "accounts", "CASCADE"),
    ("account_contacts", "contact_id", "contacts", "CASCADE"),
    ("email_changes", "contact_id", "contacts", "CASCADE"),
    ("folders", "account_id", "accounts", "CASCADE"),
    ("folders", "parent_id", "folders", "CASCADE"),
    ("invitations", "contact_id", "contacts", "CASCADE"),
    ("invitations", "account_contact_id", "account_contacts", "SET NULL"),
    ("invitations", "staff_member_id", "staff_members", "CASCADE"),
    ("invitations", "sent_by_id", "staff_members", "SET NULL"),
)

USERS = [
    "GRANT SELECT, INSERT, UPDATE, DELETE ON users, password_recoveries TO antesala_system",
    *(
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_user FOREIGN KEY (user_id) REFERENCES users (id)"
        for table in ("sessions", "staff_members", "contacts")
    ),
]
USERS_DOWN = [
    f"ALTER TABLE {table} DROP CONSTRAINT {table}_user" for table in ("sessions", "staff_members", "contacts")
]

SEARCH = [
    sql
    for table in ("accounts", "contacts", "staff_members")
    for sql in (
        f"ALTER TABLE {table} ADD COLUMN search tsvector"
        " GENERATED ALWAYS AS (to_tsvector('simple', search_words)) STORED",
        f"CREATE INDEX {table}_search ON {table} USING gin (search)",
    )
]
SEARCH_DOWN = [f"ALTER TABLE {table} DROP COLUMN search" for table in ("accounts", "contacts", "staff_members")]

_OPEN = "accepted_at IS NULL AND revoked_at IS NULL AND superseded_at IS NULL"
RULES = [
    "CREATE UNIQUE INDEX folders_name ON folders (firm_id, account_id, coalesce(parent_id, ''), name_key)",
    "CREATE UNIQUE INDEX invitations_open_contact ON invitations (firm_id, contact_id)"
    f" WHERE contact_id IS NOT NULL AND {_OPEN}",
    "CREATE UNIQUE INDEX invitations_open_staff ON invitations (firm_id, staff_member_id)"
    f" WHERE staff_member_id IS NOT NULL AND {_OPEN}",
    "ALTER TABLE invitations ADD CONSTRAINT invitations_of_one CHECK (num_nonnulls(contact_id, staff_member_id) = 1)",
    "ALTER TABLE account_contacts ADD CONSTRAINT account_contacts_counts CHECK (version > 0)",
    "CREATE INDEX emails_due ON emails (next_attempt_at) WHERE state IN ('QUEUED', 'DEFERRED', 'SENDING')",
    "CREATE INDEX accounts_by_name ON accounts (firm_id, name_key, id)",
    "CREATE INDEX accounts_by_creation ON accounts (firm_id, created_at, id)",
    "CREATE INDEX accounts_by_activity ON accounts (firm_id, last_activity_at, id)",
    "CREATE INDEX contacts_by_name ON contacts (firm_id, last_name, first_name, id)",
]
RULES_DOWN = [
    "DROP INDEX folders_name, invitations_open_contact, invitations_open_staff, emails_due,"
    " accounts_by_name, accounts_by_creation, accounts_by_activity, contacts_by_name",
    "ALTER TABLE invitations DROP CONSTRAINT invitations_of_one",
    "ALTER TABLE account_contacts DROP CONSTRAINT account_contacts_counts",
]

APPEND_ONLY = [
    "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION 'audit events cannot be changed'; END $$",
    "CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
    "REVOKE UPDATE, DELETE ON audit_events FROM antesala_app, antesala_system",
]
APPEND_ONLY_DOWN = [
    "DROP TRIGGER append_only ON audit_events",
    "DROP FUNCTION audit_is_append_only()",
]

RATE_LIMITS = [
    "CREATE UNLOGGED TABLE rate_limits (key text PRIMARY KEY, free_at timestamptz NOT NULL)",
    "CREATE INDEX rate_limits_free ON rate_limits (free_at)",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO antesala_app, antesala_system",
]


def _operations() -> list[Operation]:
    steps: list[tuple[list[str], list[str]]] = [([CREATE_ROLES], [])]
    steps += [walls("firms", "id")]
    steps += [walls(table) for table in FIRM_OWNED]
    steps += [inside(t, c, p, on_delete=d) for t, c, p, d in REFERENCES]
    steps += [
        (USERS, USERS_DOWN),
        (SEARCH, SEARCH_DOWN),
        (RULES, RULES_DOWN),
        (APPEND_ONLY, APPEND_ONLY_DOWN),
        (RATE_LIMITS, ["DROP TABLE rate_limits"]),
    ]
    return [RunSQL(up, reverse_sql=down) for up, down in steps]


class Migration(migrations.Migration):
    """The walls between firms, and the rules that hold inside one."""

    dependencies = [("antesala", "0001_initial")]
    operations = _operations()
