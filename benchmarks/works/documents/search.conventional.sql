-- $1: the beginning of a word.
SELECT a.id
  FROM accounts a
 WHERE a.lifecycle = 'ACTIVE'
   AND a.id = ANY((SELECT accounts_found($1 || ':*'))::text[])
 ORDER BY a.name_key, a.id
 LIMIT 21
