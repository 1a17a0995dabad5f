"""The second wall, as statements for migrations: row-level security and keys that cannot point into another firm.

The application's role sees the rows of `app.firm_id` only; the system's role sees all (security.md E6). Every
reference between tables of a firm is a composite key `(firm_id, …_id)`.
"""

from typing import Final

CREATE_ROLES: Final = """
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'antesala_system') THEN
    CREATE ROLE antesala_system NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'antesala_app') THEN
    CREATE ROLE antesala_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOINHERIT;
  END IF;
  GRANT antesala_system TO antesala_app;
  EXECUTE format('GRANT antesala_app, antesala_system TO %I', current_user);
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$
"""
"""Roles are of the whole server, not of one database, so they may be there already, or be made twice at once."""


def walls(table: str, firm_column: str = "firm_id") -> tuple[list[str], list[str]]:
    """Up and down: only the rows of the unit's firm can be read, written or made; unset means none."""
    firm = "(SELECT nullif(current_setting('app.firm_id', true), ''))"
    up = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY firm ON {table} TO antesala_app"
        f" USING ({firm_column} = {firm}) WITH CHECK ({firm_column} = {firm})",
        f"CREATE POLICY system ON {table} TO antesala_system USING (true) WITH CHECK (true)",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO antesala_app, antesala_system",
    ]
    down = [
        f"DROP POLICY firm ON {table}",
        f"DROP POLICY system ON {table}",
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]
    if firm_column == "firm_id":
        up += [
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_in_firm UNIQUE (firm_id, id)",
            f"ALTER TABLE {table} ADD CONSTRAINT {table}_firm"
            " FOREIGN KEY (firm_id) REFERENCES firms (id) ON DELETE CASCADE",
        ]
        down += [
            f"ALTER TABLE {table} DROP CONSTRAINT {table}_firm",
            f"ALTER TABLE {table} DROP CONSTRAINT {table}_in_firm",
        ]
    return up, down


def inside(table: str, column: str, parent: str, *, on_delete: str = "CASCADE") -> tuple[list[str], list[str]]:
    """Up and down: `column` refers to a row of `parent` in the same firm. `on_delete`: CASCADE or SET NULL."""
    action = f"SET NULL ({column})" if on_delete == "SET NULL" else on_delete
    name = f"{table}_{column}_inside"
    return (
        [
            f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (firm_id, {column})"
            f" REFERENCES {parent} (firm_id, id) ON DELETE {action}"
        ],
        [f"ALTER TABLE {table} DROP CONSTRAINT {name}"],
    )
