"""Who may come in by which door, said once; and the one question of every request: whose session is this?"""

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

PEOPLE = """
CREATE VIEW people_at_doors WITH (security_invoker = true) AS
SELECT 'STAFF' AS door, s.firm_id, s.id AS person_id, s.user_id, s.first_name, s.last_name, s.language,
       s.role, s.permission_set, s.last_seen_at
  FROM staff_members s
 WHERE s.state = 'ACTIVE' AND s.user_id IS NOT NULL
UNION ALL
SELECT 'PORTAL', c.firm_id, c.id, c.user_id, c.first_name, c.last_name, c.language, NULL, NULL, c.last_seen_at
  FROM contacts c
 WHERE c.user_id IS NOT NULL
   AND EXISTS (SELECT FROM account_contacts l
                 JOIN accounts a ON a.firm_id = l.firm_id AND a.id = l.account_id
                WHERE l.firm_id = c.firm_id AND l.contact_id = c.id AND l.login AND a.lifecycle = 'ACTIVE')
"""

SESSION = """
CREATE FUNCTION session_of(token_fingerprint text, by_door text, at timestamptz, idle interval)
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
  IF one.last_seen_at <= at - interval '1 minute' THEN
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

SIGNATURE = "session_of(text, text, timestamptz, interval)"
UP = [
    PEOPLE,
    "GRANT SELECT ON people_at_doors TO antesala_system",
    SESSION,
    "GRANT CREATE ON SCHEMA public TO antesala_system",  # a function's owner needs it at the moment of the change
    f"ALTER FUNCTION {SIGNATURE} OWNER TO antesala_system",
    "REVOKE CREATE ON SCHEMA public FROM antesala_system",
    f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
    f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO antesala_app, antesala_system",
]


class Migration(migrations.Migration):
    """One round trip from a cookie to a person; the answer tells nothing to who does not hold the token."""

    dependencies = [("antesala", "0004_address_has_login")]
    operations = [RunSQL(UP, reverse_sql=[f"DROP FUNCTION {SIGNATURE}", "DROP VIEW people_at_doors"])]
