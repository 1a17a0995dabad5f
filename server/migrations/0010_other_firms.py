"""The other firms of a login, asked with the person who is signed in: one statement reads a viewer whole."""

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

SIGNATURE = "other_firms(text)"
OTHER_FIRMS = """
CREATE FUNCTION other_firms(person text) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) ORDER BY lower(f.name), f.id), '[]')
    FROM people_at_doors here
    JOIN people_at_doors there
      ON there.user_id = here.user_id AND there.door = here.door AND there.firm_id <> here.firm_id
    JOIN firms f ON f.id = there.firm_id
   WHERE here.person_id = person AND here.firm_id = current_setting('app.firm_id', true)
$$
"""
UP = [
    OTHER_FIRMS,
    "GRANT CREATE ON SCHEMA public TO antesala_system",  # a function's owner needs it at the moment of the change
    f"ALTER FUNCTION {SIGNATURE} OWNER TO antesala_system",
    "REVOKE CREATE ON SCHEMA public FROM antesala_system",
    f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO antesala_app",
]


class Migration(migrations.Migration):
    """Tells of people of the unit's firm only, and only the names of the firms they may go over to."""

    dependencies = [("antesala", "0009_tags")]
    operations = [RunSQL(UP, reverse_sql=[f"DROP FUNCTION {SIGNATURE}"])]
