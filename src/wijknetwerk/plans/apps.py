"""See docs/plans.md."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """Registers what this app brings. No facts, no search, no links, no lists: on purpose."""

    name = "wijknetwerk.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core import registries
        from wijknetwerk.plans import (
            ending,
            events,
            setup_agreements,
            setup_conferences,
            setup_emergency,
            setup_own,
            setup_representing,
            setup_rest,
            setup_sharing,
            setup_words,
            waiting,
        )
        from wijknetwerk.plans.models.plan import KEPT
        from wijknetwerk.plans.personal_data import PlansData
        from wijknetwerk.plans.services import forgetting, leaving

        registries.event_words.update(events.WORDS)
        registries.personal_data.register("plans.plans", PlansData())
        registries.member_ended.register("plans.circle", leaving.member_ended)
        registries.role_changed.register("plans.review", leaving.role_changed)
        setup_conferences.register()
        waiting.register()
        ending.register()
        setup_agreements.register()
        setup_emergency.register()
        setup_representing.register()
        setup_rest.register()
        setup_sharing.register()
        setup_words.register()
        setup_own.register()
        closed = registries.Retention(
            _("Plans that were closed"),
            KEPT,
            _("Until then the resident can read it again and take it along."),
            forgetting.forget_closed,
        )
        registries.retention.register("plans.closed", closed)
