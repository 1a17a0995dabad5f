-- PostGraphile's own way to a search: a function that returns rows of a table.
CREATE FUNCTION search_accounts(words text) RETURNS SETOF accounts LANGUAGE sql STABLE AS $$
  SELECT a.*
    FROM accounts a
   WHERE a.lifecycle = 'ACTIVE'
     AND (a.search @@ to_tsquery('simple', words || ':*')
          OR a.id IN (SELECT l.account_id
                        FROM contacts c JOIN account_contacts l ON l.contact_id = c.id
                       WHERE c.search @@ to_tsquery('simple', words || ':*')))
   ORDER BY a.name_key, a.id
$$;
GRANT EXECUTE ON FUNCTION search_accounts(text) TO antesala_app;
