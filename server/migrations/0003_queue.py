"""The tables of the job queue, as pgqueuer 1.6 makes them."""

from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment
from tortoise import migrations
from tortoise.migrations.operations import RunSQL

_queue = QueryBuilderEnvironment()


class Migration(migrations.Migration):
    """Jobs and timers."""

    dependencies = [("antesala", "0002_walls")]
    operations = [
        RunSQL(_queue.build_install_query(), reverse_sql=_queue.build_uninstall_query()),
        RunSQL(
            [
                "GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer, pgqueuer_log, pgqueuer_schedules,"
                " pgqueuer_statistics TO antesala_app, antesala_system",
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO antesala_app, antesala_system",
            ],
            reverse_sql=[],
        ),
    ]
