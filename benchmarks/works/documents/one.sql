-- $1: the id of an account.
SELECT json_build_object('data', json_build_object('account', row_to_json(account)))::text AS answer
FROM (
  SELECT a.id, a.number, a.name, a.type, a.category, a.stage, a.created_at AS "createdAt",
         (SELECT json_agg(tag) FROM (
            SELECT t.id, t.name, t.color
              FROM account_tags l JOIN tags t ON t.id = l.tag_id
             WHERE l.account_id = a.id
             ORDER BY t.name_key, t.id) tag) AS tags,
         (SELECT json_agg(member) FROM (
            SELECT s.id, s.first_name AS "firstName", s.last_name AS "lastName"
              FROM account_staff l JOIN staff_members s ON s.id = l.staff_id
             WHERE l.account_id = a.id
             ORDER BY s.first_name, s.last_name, s.id) member) AS staff,
         (SELECT json_agg(link) FROM (
            SELECT l.id, l.login, l.notify,
                   (SELECT row_to_json(person) FROM (
                      SELECT c.id, c.first_name AS "firstName", c.last_name AS "lastName", c.email, c.phone
                    ) person) AS contact
              FROM account_contacts l JOIN contacts c ON c.id = l.contact_id
             WHERE l.account_id = a.id
             ORDER BY l.id) link) AS contacts
    FROM accounts a
   WHERE a.id = $1
) account
