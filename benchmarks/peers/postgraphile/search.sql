-- PostGraphile's own way to a search: a function that returns rows of a table.
CREATE FUNCTION search_accounts(words text) RETURNS SETOF accounts LANGUAGE sql STABLE AS $$
  SELECT a.*
    FROM accounts a
   WHERE a.lifecycle = 'ACTIVE'
     AND a.id = ANY((SELECT accounts_found(words || ':*'))::text[])
   ORDER BY a.name_key, a.id
$$;
GRANT EXECUTE ON FUNCTION search_accounts(text) TO antesala_app;
