-- $1: how many accounts. One row more tells whether there is another page.
WITH page AS MATERIALIZED (
  SELECT id, number, name, name_key, type, category, stage, created_at,
         row_number() OVER (ORDER BY name_key, id) AS place
    FROM accounts
   WHERE lifecycle = 'ACTIVE'
   ORDER BY name_key, id
   LIMIT $1 + 1
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object(
  'edges', coalesce(json_agg(json_build_object(
    'cursor', page.name_key || '/' || page.id,
    'node', json_build_object(
      'id', page.id, 'number', page.number, 'name', page.name, 'type', page.type, 'category', page.category,
      'stage', page.stage, 'createdAt', page.created_at,
      'tags', tagged.found, 'staff', helped.found, 'contacts', known.found)
    ) ORDER BY page.place) FILTER (WHERE page.place <= $1), '[]'),
  'pageInfo', json_build_object(
    'hasNextPage', count(*) > $1,
    'endCursor', max(page.name_key || '/' || page.id) FILTER (WHERE page.place <= $1))
)))::text AS answer
FROM page
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY t.name_key, t.id) AS found
    FROM account_tags l JOIN tags t ON t.id = l.tag_id
   WHERE l.account_id = page.id
) tagged
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object('id', s.id, 'firstName', s.first_name, 'lastName', s.last_name)
                  ORDER BY s.first_name, s.last_name, s.id) AS found
    FROM account_staff l JOIN staff_members s ON s.id = l.staff_id
   WHERE l.account_id = page.id
) helped
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object(
           'id', l.id, 'login', l.login, 'notify', l.notify,
           'contact', json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
                                        'email', c.email, 'phone', c.phone)) ORDER BY l.id) AS found
    FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
   WHERE l.account_id = page.id
) known
