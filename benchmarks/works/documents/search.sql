-- $1: the beginning of a word.
WITH page AS MATERIALIZED (
  SELECT id, number, name, name_key, type, category, stage, created_at,
         row_number() OVER (ORDER BY name_key, id) AS place
    FROM accounts a
   WHERE lifecycle = 'ACTIVE'
     AND (a.search @@ to_tsquery('simple', $1 || ':*')
          OR a.id IN (SELECT l.account_id
                        FROM contacts c JOIN account_contacts l ON l.contact_id = c.id
                       WHERE c.search @@ to_tsquery('simple', $1 || ':*')))
   ORDER BY name_key, id
   LIMIT 21
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object(
  'edges', coalesce(json_agg(json_build_object(
    'cursor', page.name_key || '/' || page.id,
    'node', json_build_object(
      'id', page.id, 'number', page.number, 'name', page.name, 'type', page.type, 'category', page.category,
      'stage', page.stage, 'createdAt', page.created_at)
    ) ORDER BY page.place) FILTER (WHERE page.place <= 20), '[]'),
  'pageInfo', json_build_object(
    'hasNextPage', count(*) > 20,
    'endCursor', max(page.name_key || '/' || page.id) FILTER (WHERE page.place <= 20))
)))::text AS answer
FROM page
