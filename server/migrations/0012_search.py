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
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  mark CONSTANT text := right(firm, 4);
  word text;
  letters text;
  made text[] := '{}';
BEGIN
  FOREACH word IN ARRAY tsvector_to_array(search) LOOP
    IF word !~ '^[^0-9]{1,6}$' THEN
      made := made || (mark || word);
    END IF;
    letters := mark || '=' || substring(word FROM '^[^0-9]{1,6}');
    IF letters IS NOT NULL THEN
      made := made || ARRAY[left(letters, 6), left(letters, 7), left(letters, 8), left(letters, 9), left(letters, 10),
                            letters];
    END IF;
  END LOOP;
  RETURN array_to_tsvector(made);
END $$
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

LOOKS = """
CREATE FUNCTION {noun}_looks(query text) RETURNS bigint
LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  firm CONSTANT text := current_setting('app.firm_id', true);
BEGIN
  RETURN (SELECT 76 * count(*) FROM (
            SELECT FROM {table} r
             WHERE beginnings(r.firm_id, r.search) @@ beginnings_query(firm, query) AND md5(r.id) < '01'
               AND r.firm_id || '' = firm
             LIMIT 20) sample);
END $$
"""
"""Two ways lead to a page of what is found: to fetch all of it and sort, or to walk the list in its order and look at
each row. This tells how far to try the walk, on every 16th row (`md5(id) < '1'`), before all is fetched.

How much is found is counted among every 256th row (`md5(id) < '01'`). To fetch a row costs about as much as five looks.
A wrong guess costs milliseconds, never rows.
"""

INDEXES = (
    "CREATE INDEX {noun}_beginnings ON {table} USING gin (beginnings(firm_id, search))"
    " WITH (gin_pending_list_limit = 256)",
    "CREATE INDEX {noun}_beginnings_sample ON {table} USING gin (beginnings(firm_id, search))"
    " WITH (fastupdate = off) WHERE md5(id) < '01'",
)
ORDERS = {
    "accounts_by_name": "accounts (firm_id, name_key, id)",
    "accounts_by_creation": "accounts (firm_id, created_at, id)",
    "accounts_by_activity": "accounts (firm_id, last_activity_at, id)",
    "contacts_by_name": "contacts (firm_id, last_name, first_name, id)",
    "account_contacts_by_id": "account_contacts (firm_id, id)",
}
"""The orders of lists that are searched; of each an index of every 16th row."""

OWN_WORDS = """
CREATE FUNCTION account_finds_its_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off AS $$
BEGIN
  NEW.search := search_of(concat_ws(' ', NEW.search_words,
    (SELECT string_agg((SELECT c.search_words FROM contacts c WHERE c.id = l.contact_id), ' ')
       FROM account_contacts l WHERE l.account_id = NEW.id)));
  RETURN NEW;
END $$
"""
"""Runs when the row is locked, and sees what was committed before: two who change it at once lose nothing."""

LINKED = """
CREATE FUNCTION link_changes_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_accounts CONSTANT text[] := ARRAY(SELECT DISTINCT account_id FROM changed);
  of_contacts CONSTANT text[] := ARRAY(SELECT DISTINCT contact_id FROM changed);
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM contacts WHERE id = ANY(of_contacts) ORDER BY id FOR NO KEY UPDATE;
  END IF;
  PERFORM FROM accounts WHERE id = ANY(of_accounts) ORDER BY id FOR NO KEY UPDATE;
  UPDATE accounts SET search_words = search_words WHERE id = ANY(of_accounts);
  RETURN NULL;
END $$
"""
"""The contact is held too: else somebody who renames it now would not see the link, nor we the new name."""

MOVED = """
CREATE FUNCTION link_moves_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM contacts WHERE id = NEW.contact_id FOR NO KEY UPDATE;
  PERFORM FROM accounts WHERE id IN (OLD.account_id, NEW.account_id) ORDER BY id FOR NO KEY UPDATE;
  UPDATE accounts SET search_words = search_words WHERE id IN (OLD.account_id, NEW.account_id);
  RETURN NULL;
END $$
"""

RENAMED = """
CREATE FUNCTION contact_changes_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM accounts WHERE id = ANY(ARRAY(SELECT account_id FROM account_contacts WHERE contact_id = NEW.id))
    ORDER BY id FOR NO KEY UPDATE;
  UPDATE accounts SET search_words = search_words
   WHERE id = ANY(ARRAY(SELECT account_id FROM account_contacts WHERE contact_id = NEW.id));
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
    for does, text in (("_found", FOUND), ("_looks", LOOKS))
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
INDEXED_BY = [
    *(index.format(noun=noun, table=table) for noun, table in LISTS for index in INDEXES),
    *(f"CREATE INDEX {name}_sample ON {order} WHERE md5(id) < '1'" for name, order in ORDERS.items()),
]
INDEXED_BY_DOWN = [
    *(f"DROP INDEX {noun}_beginnings, {noun}_beginnings_sample" for noun, _ in LISTS),
    *(f"DROP INDEX {name}_sample" for name in ORDERS),
]


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
        (INDEXED_BY, INDEXED_BY_DOWN),
        (MAKING, [f"DROP FUNCTION {signature}" for signature in FUNCTIONS]),
        ([*TRIGGERS], [f"DROP TRIGGER {name} ON {table}" for name, table in TRIGGER_NAMES]),
    ]
    return [RunSQL(up, reverse_sql=down) for up, down in steps]


class Migration(migrations.Migration):
    """Decision 0028."""

    dependencies = [("antesala", "0011_announcements")]
    operations = _operations()
