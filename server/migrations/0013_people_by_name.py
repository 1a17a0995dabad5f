"""People in the order of their names without accents and case, and searched apart from it."""

from importlib import import_module

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

_before = import_module("server.migrations.0012_search")

NAME_KEY = """
ALTER TABLE contacts ADD COLUMN name_key text COLLATE "C" GENERATED ALWAYS AS (
  translate(lower(regexp_replace(normalize(last_name || ' ' || first_name, NFKD), '[\\u0300-\\u036f]', '', 'g')),
            'øłđðħŧı', 'olddhti')
) STORED
"""
"""An order, and where to look first; what is found does not hang on it."""

BEGINNINGS = """
CREATE FUNCTION beginnings(firm text, search tsvector, lead text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  found text;
  made text[] := '{}';
BEGIN
  FOREACH found IN ARRAY tsvector_to_array(public.beginnings(firm, search)) LOOP
    made := made || CASE WHEN starts_with(lead, ltrim(substr(found, 5), '='))
                         THEN left(found, 4) || '>' || substr(found, 5) ELSE found END;
  END LOOP;
  RETURN array_to_tsvector(made);
END $$
"""
"""As `beginnings(firm, search)`, but that those with which `lead` begins are marked with `>`.

Who looks for `gar` in a list by surname finds the people whose surname begins so as neighbours in the list, thousands
perhaps. The others, whom the list has here and there, are found by the lexeme without the mark.
"""

QUERY = """
CREATE FUNCTION beginnings_query(firm text, query text, beside boolean) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN beside THEN made.other ELSE format('(%s | %s)', made.other, made.lead) END, ' & ')::tsquery
    FROM unnest(string_to_array(replace(query, ':*', ''), ' & ')) word
   CROSS JOIN LATERAL (SELECT CASE WHEN word ~ '^[^0-9]{1,6}$' THEN '=' ELSE '' END AS exact) kind
   CROSS JOIN LATERAL (SELECT CASE WHEN exact = '=' THEN '' ELSE ':*' END AS rest) how
   CROSS JOIN LATERAL (SELECT quote_literal(right(firm, 4) || exact || word) || rest AS other,
                              quote_literal(right(firm, 4) || '>' || exact || word) || rest AS lead) made
   WHERE word <> ''
$$
"""

FOUND = """
CREATE FUNCTION contacts_found(query text, beside boolean) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  firm CONSTANT text := current_setting('app.firm_id', true);
BEGIN
  RETURN ARRAY(SELECT r.id FROM contacts r
                WHERE beginnings(r.firm_id, r.search, r.name_key) @@ beginnings_query(firm, query, beside)
                  AND r.firm_id || '' = firm);
END $$
"""
LOOKS = """
CREATE FUNCTION contacts_looks(query text, beside boolean) RETURNS bigint
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  firm CONSTANT text := current_setting('app.firm_id', true);
BEGIN
  RETURN (SELECT 76 * count(*) FROM (
            SELECT FROM contacts r
             WHERE beginnings(r.firm_id, r.search, r.name_key) @@ beginnings_query(firm, query, beside)
               AND md5(r.id) < '01' AND r.firm_id || '' = firm
             LIMIT 20) sample);
END $$
"""
"""As in 0012; `beside`: only those whose name does not begin so."""

FUNCTIONS = {"contacts_found(text, boolean)": FOUND, "contacts_looks(text, boolean)": LOOKS}
OLD = {signature: text for signature, text in _before.FUNCTIONS.items() if signature.startswith("contacts_")}
INDEXES = (
    "CREATE INDEX contacts_beginnings ON contacts USING gin (beginnings(firm_id, search, name_key))"
    " WITH (gin_pending_list_limit = 256)",
    "CREATE INDEX contacts_beginnings_sample ON contacts USING gin (beginnings(firm_id, search, name_key))"
    " WITH (fastupdate = off) WHERE md5(id) < '01'",
    "CREATE INDEX contacts_by_name ON contacts (firm_id, name_key, id)",
    "CREATE INDEX contacts_by_name_sample ON contacts (firm_id, name_key, id) WHERE md5(id) < '1'",
)
OLD_INDEXES = (
    *(index.format(noun="contacts", table="contacts") for index in _before.INDEXES),
    "CREATE INDEX contacts_by_name ON contacts (firm_id, last_name, first_name, id)",
    "CREATE INDEX contacts_by_name_sample ON contacts (firm_id, last_name, first_name, id) WHERE md5(id) < '1'",
)
NO_INDEXES = "DROP INDEX contacts_beginnings, contacts_beginnings_sample, contacts_by_name, contacts_by_name_sample"


def _made(functions: dict[str, str]) -> list[str]:
    return [
        "GRANT CREATE ON SCHEMA public TO antesala_system",  # a function's owner needs it at the moment of the change
        *(
            sql
            for signature, text in functions.items()
            for sql in (
                text,
                f"ALTER FUNCTION {signature} OWNER TO antesala_system",
                f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION {signature} TO antesala_app",
            )
        ),
        "REVOKE CREATE ON SCHEMA public FROM antesala_system",
    ]


class Migration(migrations.Migration):
    """Decision 0028."""

    dependencies = [("antesala", "0012_search")]
    operations = [
        RunSQL(
            [
                *(f"DROP FUNCTION {signature}" for signature in OLD),
                NO_INDEXES,
                NAME_KEY,
                BEGINNINGS,
                QUERY,
                *INDEXES,
                *_made(FUNCTIONS),
                "ALTER FUNCTION accounts_found(text) SET max_parallel_workers_per_gather = 0",
                "ALTER FUNCTION accounts_looks(text) SET max_parallel_workers_per_gather = 0",
            ],
            reverse_sql=[
                *(f"DROP FUNCTION {signature}" for signature in FUNCTIONS),
                NO_INDEXES,
                "DROP FUNCTION beginnings_query(text, text, boolean)",
                "DROP FUNCTION beginnings(text, tsvector, text)",
                "ALTER TABLE contacts DROP COLUMN name_key",
                *OLD_INDEXES,
                *_made(OLD),
            ],
        )
    ]
