-- $1: how many accounts. One row more tells whether there is another page.
WITH page AS MATERIALIZED (
  SELECT id, number, name, name_key, type, category, stage, created_at
    FROM accounts
   WHERE lifecycle = 'ACTIVE'
   ORDER BY name_key, id
   LIMIT $1 + 1
), edges AS MATERIALIZED (
  SELECT page.name_key || '/' || page.id AS cursor, row_to_json(node) AS node
    FROM page
   CROSS JOIN LATERAL (
     SELECT page.id, page.number, page.name, page.type, page.category, page.stage, page.created_at AS "createdAt",
            (SELECT json_agg(tag) FROM (
               SELECT t.id, t.name, t.color
                 FROM account_tags l JOIN tags t ON t.id = l.tag_id
                WHERE l.account_id = page.id
                ORDER BY t.name_key, t.id) tag) AS tags,
            (SELECT json_agg(member) FROM (
               SELECT s.id, s.first_name AS "firstName", s.last_name AS "lastName"
                 FROM account_staff l JOIN staff_members s ON s.id = l.staff_id
                WHERE l.account_id = page.id
                ORDER BY s.first_name, s.last_name, s.id) member) AS staff,
            (SELECT json_agg(link) FROM (
               SELECT l.id, l.login, l.notify,
                      (SELECT row_to_json(person) FROM (
                         SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.email, c.phone
                       ) person) AS contact
                 FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
                WHERE l.account_id = page.id
                ORDER BY l.id) link) AS contacts
   ) node
   ORDER BY page.name_key, page.id
   LIMIT $1
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object(
  'edges', (SELECT coalesce(json_agg(edges), '[]') FROM edges),
  'pageInfo', json_build_object(
    'hasNextPage', (SELECT count(*) FROM page) > $1,
    'endCursor', (SELECT max(cursor) FROM edges))
)))::text AS answer
