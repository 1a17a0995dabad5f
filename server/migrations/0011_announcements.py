"""Every audit event is announced; and a look at a session that does not count as its use."""

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

ANNOUNCE = """
CREATE FUNCTION announce_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM added) > 100 THEN
    PERFORM pg_notify('antesala_changes', firm_id) FROM (SELECT DISTINCT firm_id FROM added) firms;
  ELSE
    PERFORM pg_notify('antesala_changes', concat_ws(' ', firm_id, action, coalesce(account_id, '-'),
                                                    coalesce(subject_id, '-')))
       FROM added;
  END IF;
  RETURN NULL;
END $$
"""

ANNOUNCING = """
CREATE TRIGGER announced AFTER INSERT ON audit_events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION announce_changes()
"""

SESSION = """
CREATE OR REPLACE FUNCTION session_of(token_fingerprint text, by_door text, at timestamptz, idle interval)
RETURNS TABLE (session_id text, firm_id text, person_id text, user_id text, name text, language text,
               role text, permission_set text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one record;
BEGIN
  SELECT s.id, s.firm_id, s.person_id, s.user_id, s.last_seen_at,
         btrim(p.first_name || ' ' || p.last_name) AS name, coalesce(p.language, u.language) AS language,
         p.role, p.permission_set
    INTO one
    FROM sessions s
    JOIN users u ON u.id = s.user_id AND u.epoch = s.epoch
    JOIN people_at_doors p
      ON p.door = s.door AND p.firm_id = s.firm_id AND p.person_id = s.person_id AND p.user_id = s.user_id
   WHERE s.fingerprint = token_fingerprint AND s.door = by_door AND s.revoked_at IS NULL
     AND s.idle_until > at AND s.absolute_until > at;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF {unless_idle}one.last_seen_at <= at - interval '1 minute' THEN
    UPDATE sessions SET last_seen_at = at, idle_until = least(at + idle, absolute_until)
     WHERE id IN (SELECT id FROM sessions WHERE id = one.id FOR NO KEY UPDATE SKIP LOCKED);
    UPDATE staff_members SET last_seen_at = at
     WHERE id IN (SELECT id FROM staff_members WHERE id = one.person_id FOR NO KEY UPDATE SKIP LOCKED);
    UPDATE contacts SET last_seen_at = at
     WHERE id IN (SELECT id FROM contacts WHERE id = one.person_id FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
  RETURN QUERY SELECT one.id::text, one.firm_id::text, one.person_id::text, one.user_id::text,
                      one.name::text, one.language::text, one.role::text, one.permission_set::text;
END $$
"""
"""As in 0005, but that without `idle` nobody is marked as seen."""

UP = [ANNOUNCE, ANNOUNCING, SESSION.replace("{unless_idle}", "idle IS NOT NULL AND ")]
DOWN = [
    SESSION.replace("{unless_idle}", ""),
    "DROP TRIGGER announced ON audit_events",
    "DROP FUNCTION announce_changes()",
]


class Migration(migrations.Migration):
    """For subscriptions: decision 0030."""

    dependencies = [("antesala", "0010_other_firms")]
    operations = [RunSQL(UP, reverse_sql=DOWN)]
