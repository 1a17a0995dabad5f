"""The one question about logins that a firm's own unit of work may ask."""

from tortoise import migrations
from tortoise.migrations.operations import RunSQL

UP = [
    "CREATE FUNCTION address_has_login(address_key text) RETURNS boolean"
    " LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
    " AS $$ SELECT EXISTS (SELECT 1 FROM users WHERE users.email_key = address_key) $$",
    "REVOKE ALL ON FUNCTION address_has_login(text) FROM PUBLIC",
    "GRANT EXECUTE ON FUNCTION address_has_login(text) TO antesala_app, antesala_system",
]


class Migration(migrations.Migration):
    """`users` stays out of a firm's reach; the answer goes into the e-mail to the address itself and nowhere else."""

    dependencies = [("antesala", "0003_queue")]
    operations = [RunSQL(UP, reverse_sql=["DROP FUNCTION address_has_login(text)"])]
