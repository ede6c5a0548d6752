"""The example, and the two places in the navigation: *Mijn plan* in the short menu of who has no
task here, *Plannen* for who has one. Nothing of a plan is asked to draw a menu."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.plans.access_facts import LEARNER


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.plans import example

    add = registries.menu.register
    add("plans.own", registries.MenuItem(_("My plan"), "lock", _own, "network", 19))
    add("plans.circles", registries.MenuItem(_("Plans"), "lock", _circles, "network", 41))
    registries.example_data.register("plans", registries.ExampleData(47, example.load_all))


def _own(_actor: Actor, standing: Standing | None) -> str | None:
    if standing is None or standing.has_task:
        return None
    return address("plans:own", standing.slug)


def _circles(_actor: Actor, standing: Standing | None) -> str | None:
    if standing is None or not standing.has_task or LEARNER in standing.roles:
        return None
    return address("plans:circles", standing.slug)
