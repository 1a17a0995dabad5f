WITH page AS MATERIALIZED (
  SELECT id, name, name_key FROM accounts WHERE lifecycle = 'ACTIVE' ORDER BY name_key, id LIMIT 500
)
SELECT json_build_object('data', json_build_object('accounts', json_build_object(
  'nodes', json_agg(json_build_object('id', page.id, 'name', page.name, 'contacts', known.found)
                    ORDER BY page.name_key, page.id)
)))::text AS answer
FROM page
CROSS JOIN LATERAL (
  SELECT json_agg(json_build_object(
           'id', l.id, 'login', l.login,
           'contact', json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
                                        'email', c.email)) ORDER BY l.id) AS found
    FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
   WHERE l.account_id = page.id
) known
