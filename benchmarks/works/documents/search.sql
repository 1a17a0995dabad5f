-- $1: the beginning of a word.
WITH page AS MATERIALIZED (
  SELECT id, number, name, name_key, type, category, stage, created_at
    FROM accounts a
   WHERE lifecycle = 'ACTIVE'
     AND a.id = ANY((SELECT accounts_found($1 || ':*'))::text[])
   ORDER BY name_key, id
   LIMIT 21
), edges AS MATERIALIZED (
  SELECT name_key || '/' || id AS cursor,
         (SELECT row_to_json(node) FROM (
            SELECT id, number, name, type, category, stage, created_at AS "createdAt") node) AS node
    FROM page
   ORDER BY name_key, id
   LIMIT 20
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object(
  'edges', (SELECT coalesce(json_agg(edges), '[]') FROM edges),
  'pageInfo', json_build_object(
    'hasNextPage', (SELECT count(*) FROM page) > 20,
    'endCursor', (SELECT max(cursor) FROM edges))
)))::text AS answer
