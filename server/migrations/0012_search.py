"""Search: words as exact lexemes, an account's together with its people's, and an index of their beginnings."""

from tortoise import migrations
from tortoise.migrations.operations import Operation, RunSQL

from server.core.isolation import walls

WORDS = """
CREATE FUNCTION search_of(words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN array_to_tsvector(array_remove(string_to_array(words, ' '), ''))
"""
"""The words as they are. `to_tsvector` would look for numbers, hosts and the like in them."""

BEGINNINGS = """
CREATE FUNCTION beginnings(firm text, search tsvector) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
  SELECT coalesce(array_to_tsvector(array_agg(right(firm, 4) || made)), '')
    FROM (SELECT DISTINCT '=' || left(letters, n)
            FROM unnest(tsvector_to_array(search)) word, substring(word FROM '^[^0-9]{1,6}') letters,
                 generate_series(1, length(letters)) n
           UNION ALL
          SELECT word FROM unnest(tsvector_to_array(search)) word WHERE word !~ '^[^0-9]{1,6}$') each (made)
$$
"""
"""What the index holds of a row: each beginning of up to six letters as a lexeme of its own, and words that are longer
or hold digits whole.

A beginning that is a lexeme is looked up; one that is a prefix (`:*`) makes PostgreSQL gather every row of every word
that begins so before it can look at the next word. Each begins with a piece of the firm's id: the lists are those of
one firm, however many share the table.
"""

QUERY = """
CREATE FUNCTION beginnings_query(firm text, query text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_agg(CASE WHEN word ~ '^[^0-9]{1,6}$' THEN quote_literal(right(firm, 4) || '=' || word)
                         ELSE quote_literal(right(firm, 4) || word) || ':*' END, ' & ')::tsquery
    FROM unnest(string_to_array(replace(query, ':*', ''), ' & ')) word WHERE word <> ''
$$
"""

FOUND = """
CREATE FUNCTION {noun}_found(query text) RETURNS text[]
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  firm CONSTANT text := current_setting('app.firm_id', true);
BEGIN
  RETURN ARRAY(SELECT r.id FROM {table} r
                WHERE beginnings(r.firm_id, r.search) @@ beginnings_query(firm, query) AND r.firm_id || '' = firm);
END $$
"""
"""The ids of all rows of the unit's firm that a search finds. `@@` is not leakproof, so under row-level security no
index would serve it; the function sees all firms and tells of one. (`|| ''`: never by the index of the firm's rows.)
"""

MANY = """
CREATE FUNCTION {noun}_are_many(query text) RETURNS boolean
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  firm CONSTANT text := current_setting('app.firm_id', true);
  rows CONSTANT integer := (SELECT count(*) FROM {table} r WHERE r.firm_id = firm AND md5(r.id) < '001');
  most CONSTANT integer := greatest(2, ceil(0.7 * sqrt(rows)));
BEGIN
  RETURN (SELECT count(*) FROM (
            SELECT FROM {table} r
             WHERE beginnings(r.firm_id, r.search) @@ beginnings_query(firm, query) AND md5(r.id) < '01'
               AND r.firm_id || '' = firm
             LIMIT most) sample) >= most;
END $$
"""
"""Whether a search finds so many rows that it is faster to walk the list in its order and look at each.

Walking N rows of which M are found takes about N/M looks for each row of the page, fetching and sorting takes M: they
are even near M = √(8N). Both are estimated from samples with indexes of their own: a 4096th of the firm's rows for N, a
256th for M. A wrong guess costs milliseconds, never rows.
"""

INDEXES = (
    "CREATE INDEX {noun}_beginnings ON {table} USING gin (beginnings(firm_id, search))"
    " WITH (gin_pending_list_limit = 256)",
    "CREATE INDEX {noun}_beginnings_sample ON {table} USING gin (beginnings(firm_id, search))"
    " WITH (fastupdate = off) WHERE md5(id) < '01'",
    "CREATE INDEX {noun}_sample ON {table} (firm_id) WHERE md5(id) < '001'",
)

OWN_WORDS = """
CREATE FUNCTION account_finds_its_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.search := search_of(concat_ws(' ', NEW.search_words,
    (SELECT string_agg(c.search_words, ' ')
       FROM account_contacts l JOIN contacts c ON c.firm_id = l.firm_id AND c.id = l.contact_id
      WHERE l.firm_id = NEW.firm_id AND l.account_id = NEW.id)));
  RETURN NEW;
END $$
"""
"""Runs when the row is locked, and sees what was committed before: two who change it at once lose nothing."""

LINKED = """
CREATE FUNCTION link_changes_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM contacts c WHERE (c.firm_id, c.id) IN (SELECT firm_id, contact_id FROM changed)
      ORDER BY c.id FOR NO KEY UPDATE;
  END IF;
  PERFORM FROM accounts a WHERE (a.firm_id, a.id) IN (SELECT firm_id, account_id FROM changed)
    ORDER BY a.id FOR NO KEY UPDATE;
  UPDATE accounts a SET search_words = a.search_words
   WHERE (a.firm_id, a.id) IN (SELECT firm_id, account_id FROM changed);
  RETURN NULL;
END $$
"""
"""The contact is held too: else somebody who renames it now would not see the link, nor we the new name."""

MOVED = """
CREATE FUNCTION link_moves_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM contacts c WHERE c.firm_id = NEW.firm_id AND c.id = NEW.contact_id FOR NO KEY UPDATE;
  PERFORM FROM accounts a WHERE a.firm_id = NEW.firm_id AND a.id IN (OLD.account_id, NEW.account_id)
    ORDER BY a.id FOR NO KEY UPDATE;
  UPDATE accounts a SET search_words = a.search_words
   WHERE a.firm_id = NEW.firm_id AND a.id IN (OLD.account_id, NEW.account_id);
  RETURN NULL;
END $$
"""

RENAMED = """
CREATE FUNCTION contact_changes_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM accounts a
    WHERE (a.firm_id, a.id) IN (SELECT l.firm_id, l.account_id FROM account_contacts l
                                 WHERE l.firm_id = NEW.firm_id AND l.contact_id = NEW.id)
    ORDER BY a.id FOR NO KEY UPDATE;
  UPDATE accounts a SET search_words = a.search_words
   WHERE (a.firm_id, a.id) IN (SELECT l.firm_id, l.account_id FROM account_contacts l
                                WHERE l.firm_id = NEW.firm_id AND l.contact_id = NEW.id);
  RETURN NULL;
END $$
"""

INDEXED = """
CREATE FUNCTION account_is_indexed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO account_search AS s (firm_id, id, search)
  SELECT a.firm_id, a.id, a.search FROM accounts a WHERE a.firm_id = NEW.firm_id AND a.id = NEW.id
  ON CONFLICT (firm_id, id) DO UPDATE SET search = EXCLUDED.search WHERE s.search <> EXCLUDED.search;
  RETURN NULL;
END $$
"""
"""At the end of the transaction, so that an account made with ten contacts is indexed once."""

TRIGGERS = (
    "CREATE TRIGGER own_words BEFORE INSERT OR UPDATE OF search_words ON accounts"
    " FOR EACH ROW EXECUTE FUNCTION account_finds_its_words()",
    "CREATE TRIGGER linked_words AFTER INSERT ON account_contacts REFERENCING NEW TABLE AS changed"
    " FOR EACH STATEMENT EXECUTE FUNCTION link_changes_words()",
    "CREATE TRIGGER unlinked_words AFTER DELETE ON account_contacts REFERENCING OLD TABLE AS changed"
    " FOR EACH STATEMENT EXECUTE FUNCTION link_changes_words()",
    "CREATE TRIGGER moved_words AFTER UPDATE OF account_id, contact_id ON account_contacts"
    " FOR EACH ROW WHEN (OLD.account_id <> NEW.account_id OR OLD.contact_id <> NEW.contact_id)"
    " EXECUTE FUNCTION link_moves_words()",
    "CREATE TRIGGER people_words AFTER UPDATE OF search_words ON contacts"
    " FOR EACH ROW WHEN (OLD.search_words <> NEW.search_words) EXECUTE FUNCTION contact_changes_words()",
    "CREATE CONSTRAINT TRIGGER made_indexed AFTER INSERT ON accounts DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW EXECUTE FUNCTION account_is_indexed()",
    "CREATE CONSTRAINT TRIGGER changed_indexed AFTER UPDATE ON accounts DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW WHEN (OLD.search <> NEW.search) EXECUTE FUNCTION account_is_indexed()",
)
TRIGGER_NAMES = (
    ("own_words", "accounts"),
    ("linked_words", "account_contacts"),
    ("unlinked_words", "account_contacts"),
    ("moved_words", "account_contacts"),
    ("people_words", "contacts"),
    ("made_indexed", "accounts"),
    ("changed_indexed", "accounts"),
)

TABLES = ("accounts", "contacts", "staff_members", "tags")
OLD_INDEXES = ("accounts", "contacts", "staff_members")
GENERATED = "ALTER TABLE {table} ADD COLUMN search tsvector GENERATED ALWAYS AS ({words}) STORED"
LISTS = (("accounts", "account_search"), ("contacts", "contacts"))
"""What is searched by an index: noun, and the table that is indexed."""

TRIGGER_FUNCTIONS = {
    "account_finds_its_words()": OWN_WORDS,
    "link_changes_words()": LINKED,
    "link_moves_words()": MOVED,
    "contact_changes_words()": RENAMED,
    "account_is_indexed()": INDEXED,
}
FUNCTIONS = TRIGGER_FUNCTIONS | {
    f"{noun}{does}(text)": text.format(noun=noun, table=table)
    for noun, table in LISTS
    for does, text in (("_found", FOUND), ("_are_many", MANY))
}

COLUMNS = [
    WORDS,
    *(f"ALTER TABLE {table} DROP COLUMN search" for table in TABLES),
    *(GENERATED.format(table=table, words="search_of(search_words)") for table in TABLES if table != "accounts"),
    "ALTER TABLE accounts ADD COLUMN search tsvector NOT NULL DEFAULT ''",
    "CREATE TABLE account_search (firm_id varchar(31) NOT NULL, id varchar(31) NOT NULL, search tsvector NOT NULL)",
]
COLUMNS_DOWN = [
    "DROP TABLE account_search",
    *(f"ALTER TABLE {table} DROP COLUMN search" for table in TABLES),
    "DROP FUNCTION search_of(text)",
    *(GENERATED.format(table=table, words="to_tsvector('simple', search_words)") for table in TABLES),
    *(f"CREATE INDEX {table}_search ON {table} USING gin (search)" for table in OLD_INDEXES),
]
OF_ACCOUNT = (
    [
        "ALTER TABLE account_search ADD CONSTRAINT account_search_id_inside FOREIGN KEY (firm_id, id)"
        " REFERENCES accounts (firm_id, id) ON DELETE CASCADE"
    ],
    ["ALTER TABLE account_search DROP CONSTRAINT account_search_id_inside"],
)
MAKING = [
    "GRANT CREATE ON SCHEMA public TO antesala_system",  # a function's owner needs it at the moment of the change
    *(
        sql
        for signature, text in FUNCTIONS.items()
        for sql in (
            text,
            f"ALTER FUNCTION {signature} OWNER TO antesala_system",
            f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {signature} TO antesala_app",
        )
    ),
    "REVOKE CREATE ON SCHEMA public FROM antesala_system",
]
FILLED = [
    "SET ROLE antesala_system",  # sees the rows of all firms
    "UPDATE accounts a SET search = search_of(concat_ws(' ', a.search_words,"
    " (SELECT string_agg(c.search_words, ' ') FROM account_contacts l"
    " JOIN contacts c ON c.firm_id = l.firm_id AND c.id = l.contact_id"
    " WHERE l.firm_id = a.firm_id AND l.account_id = a.id)))",
    "INSERT INTO account_search SELECT firm_id, id, search FROM accounts",
    "RESET ROLE",
]
INDEXED_BY = [index.format(noun=noun, table=table) for noun, table in LISTS for index in INDEXES]


def _operations() -> list[Operation]:
    steps: list[tuple[list[str], list[str]]] = [
        (COLUMNS, COLUMNS_DOWN),
        (
            [BEGINNINGS, QUERY],
            ["DROP FUNCTION beginnings(text, tsvector)", "DROP FUNCTION beginnings_query(text, text)"],
        ),
        walls("account_search"),
        OF_ACCOUNT,
        (FILLED, []),
        (INDEXED_BY, [f"DROP INDEX {noun}_beginnings, {noun}_beginnings_sample, {noun}_sample" for noun, _ in LISTS]),
        (MAKING, [f"DROP FUNCTION {signature}" for signature in FUNCTIONS]),
        ([*TRIGGERS], [f"DROP TRIGGER {name} ON {table}" for name, table in TRIGGER_NAMES]),
    ]
    return [RunSQL(up, reverse_sql=down) for up, down in steps]


class Migration(migrations.Migration):
    """Decision 0028."""

    dependencies = [("antesala", "0011_announcements")]
    operations = _operations()
