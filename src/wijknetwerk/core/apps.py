"""The ground floor: it knows no subject."""

from typing import Any

from django.apps import AppConfig
from django.core import checks
from django.core.management import call_command
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    """Registers the row-level policies, which follow the models after every migrate."""

    name = "wijknetwerk.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core import file_upkeep, retention, rls
        from wijknetwerk.core.log import jobs  # noqa: F401  (declares its job)
        from wijknetwerk.core.outbox import send  # noqa: F401  (declares its job)

        retention.register()
        file_upkeep.register()

        checks.register(rls.check_policies, checks.Tags.database)
        post_migrate.connect(_after_migrate, dispatch_uid="core.rls")


def _after_migrate(*, app_config: AppConfig, using: str, **_kwargs: Any) -> None:
    from wijknetwerk.core import rls

    if app_config.label == "usersessions":  # the last app of INSTALLED_APPS: all tables are there
        call_command("createcachetable", database=using, verbosity=0)
        rls.apply(using)
