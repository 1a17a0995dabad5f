WITH page AS MATERIALIZED (
  SELECT id, name, name_key FROM accounts WHERE lifecycle = 'ACTIVE' ORDER BY name_key, id LIMIT 500
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object('nodes', json_agg(node))))::text AS answer
FROM (
  SELECT page.id, page.name,
         (SELECT json_agg(link) FROM (
            SELECT l.id, l.login,
                   (SELECT row_to_json(person) FROM (
                      SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.email
                    ) person) AS contact
              FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
             WHERE l.account_id = page.id
             ORDER BY l.id) link) AS contacts
    FROM page
   ORDER BY page.name_key, page.id
) node
