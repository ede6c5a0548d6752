"""What the views of goals and actions share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.text import Truncator

from wijknetwerk.core import once
from wijknetwerk.core.choices import Choices
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import ActorRequest
from wijknetwerk.goals.selectors.goals import running_goals
from wijknetwerk.networks.people import members_now, teams_now


def short(words: str) -> str:
    """A sentence as the last part of a path: its beginning is enough there."""
    return Truncator(words).chars(40)


def act_or_say(request: ActorRequest, act: Callable[[], str], back: str) -> HttpResponse:
    """Do what a button asks, once. What can't be done (any more) is said on the page behind it."""
    try:
        return once.handle(request, act)
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        messages.warning(request, str(error.message))
        return redirect(back)


def members(network: Any) -> Choices:
    """Everybody who takes part now, for a field."""
    return [(one.uuid, one.name) for one in members_now(network.pk)]


def teams(network: Any) -> Choices:
    """The teams that go on, for a field."""
    return [(one.uuid, one.name) for one in teams_now(network.pk)]


def goals(network: Any) -> Choices:
    """The goals that one works on, for a field."""
    return running_goals(network)
