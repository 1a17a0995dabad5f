-- $1: the id of an account.
SELECT json_build_object('data', json_build_object('account', json_build_object(
  'id', a.id, 'number', a.number, 'name', a.name, 'type', a.type, 'category', a.category, 'stage', a.stage,
  'createdAt', a.created_at,
  'tags', (
    SELECT json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) ORDER BY t.name_key, t.id)
      FROM account_tags l JOIN tags t ON t.id = l.tag_id
     WHERE l.account_id = a.id),
  'staff', (
    SELECT json_agg(json_build_object('id', s.id, 'firstName', s.first_name, 'lastName', s.last_name)
                    ORDER BY s.first_name, s.last_name, s.id)
      FROM account_staff l JOIN staff_members s ON s.id = l.staff_id
     WHERE l.account_id = a.id),
  'contacts', (
    SELECT json_agg(json_build_object(
             'id', l.id, 'login', l.login, 'notify', l.notify,
             'contact', json_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name,
                                          'email', c.email, 'phone', c.phone)) ORDER BY l.id)
      FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
     WHERE l.account_id = a.id)
)))::text AS answer
FROM accounts a
WHERE a.id = $1
