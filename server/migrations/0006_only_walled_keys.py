"""Away with the keys that Tortoise made beside ours: theirs cascade where ours say SET NULL.

Unlinking a contact from an account took the person's invitations with it, an open one for other accounts too.
"""

from typing import Final

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

KEYS: Final = (
    ("email_attempts", "email_id", "emails"),
    ("account_staff", "account_id", "accounts"),
    ("account_staff", "staff_id", "staff_members"),
    ("account_contacts", "account_id", "accounts"),
    ("account_contacts", "contact_id", "contacts"),
    ("email_changes", "contact_id", "contacts"),
    ("folders", "account_id", "accounts"),
    ("invitations", "contact_id", "contacts"),
    ("invitations", "account_contact_id", "account_contacts"),
    ("invitations", "staff_member_id", "staff_members"),
    ("invitations", "sent_by_id", "staff_members"),
)
"""Table, column, parent. Each has its composite key `(firm_id, …)` from 0002, which stays."""


class Migration(migrations.Migration):
    """One key for each reference, and it cannot leave the firm."""

    dependencies = [("antesala", "0005_doors")]
    operations = [
        RunSQL(
            [f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {table}_{column}_fkey" for table, column, _ in KEYS],
            reverse_sql=[
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_fkey FOREIGN KEY ({column})"
                f" REFERENCES {parent} (id) ON DELETE CASCADE"
                for table, column, parent in KEYS
            ],
        )
    ]
