-- $1: the beginning of a word.
SELECT a.id
  FROM accounts a
 WHERE a.lifecycle = 'ACTIVE'
   AND (a.search @@ to_tsquery('simple', $1 || ':*')
        OR a.id IN (SELECT l.account_id
                      FROM contacts c JOIN account_contacts l ON l.contact_id = c.id
                     WHERE c.search @@ to_tsquery('simple', $1 || ':*')))
 ORDER BY a.name_key, a.id
 LIMIT 21
