"""What goals and actions hold about a person, and how it goes (rule K3)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure, Record
from wijknetwerk.goals.models import (
    RUNNING,
    Action,
    ActionAsk,
    ActionStep,
    Goal,
    GoalState,
    MeasureValue,
)
from wijknetwerk.goals.services import owners, searching

READER = Actor.system("goals.personal_data")
STAYS = _("The network goes on with it, without your name.")
# Where members write, with how much fits there.
WRITTEN: tuple[tuple[type[Any], str, int], ...] = (
    (Action, "what", 200),
    (ActionStep, "reason", 300),
    (Goal, "sentence", 200),
    (Goal, "brought", 500),
    (MeasureValue, "note", 300),
)


class GoalsData:
    """Actions and goals of one person, over all networks, also those that were left."""

    title: str | Promise = _("What you agreed to do, and goals")

    def export(self, *, person_uuid: UUID) -> Iterable[Record]:
        """All that they would do, were asked, noted and counted."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return
        with scope.acting(READER):
            found = [*_actions(person), *_asks(person), *_goals(person), *_values(person)]
        yield from found

    def erase(self, *, actor: Actor, person_uuid: UUID) -> Iterable[Erasure]:
        """Take the person out; what was agreed stays with the network, as a vacancy if it runs."""
        person = get_user_model().objects.filter(uuid=person_uuid).first()
        if person is None:
            return []
        with scope.acting(READER):
            for member in _members_with_work(person):
                owners.member_left(member)
            acts = Action.objects.filter(Q(owner__person=person) | Q(made_by=person)).count()
            Action.objects.filter(owner__person=person).update(owner=None)
            Action.objects.filter(made_by=person).update(made_by=None)
            ActionStep.objects.filter(by=person).update(by=None)
            asked = Q(membership__person=person) | Q(asked_by__person=person)
            asks = ActionAsk.objects.filter(asked).exclude(words="").update(words="")
            goals = Goal.objects.filter(Q(owner__person=person) | Q(made_by=person)).count()
            Goal.objects.filter(owner__person=person).update(owner=None)
            Goal.objects.filter(made_by=person).update(made_by=None)
            MeasureValue.objects.filter(said_by=person).update(said_by=None)
            named = _take_out(person)
            log.record(actor, "goals.person_erased", None, client=person_uuid)
        return [
            Erasure(_("What you would do or noted"), acts, "anonymised", STAYS),
            Erasure(_("Words with a question to take something over"), asks, "deleted"),
            Erasure(_("Goals that you kept an eye on or noted"), goals, "anonymised", STAYS),
            Erasure(_("Words that named you"), named, "anonymised", STAYS),
        ]


def _members_with_work(person: Any) -> Iterator[Any]:
    """The person's memberships that still own something that runs."""
    rows = Action.objects.filter(owner__person=person, state__in=RUNNING)
    seen = set()
    for row in rows.select_related("owner"):
        if row.owner is not None and row.owner.pk not in seen:
            seen.add(row.owner.pk)
            yield row.owner


def _whole_name(person: Any) -> str:
    """The whole name, if it can be looked for: a first name alone fits too many."""
    parts = (person.given_name, person.prefix, person.family_name)
    return " ".join(part for part in parts if part) if person.family_name else ""


def _take_out(person: Any) -> int:
    name, count = _whole_name(person), 0
    if not name:
        return 0
    with translation.override("nl"):
        instead = gettext("someone who left")
    for model, field, longest in WRITTEN:
        for row in model._default_manager.filter(**{f"{field}__contains": name}).order_by("pk"):
            setattr(row, field, getattr(row, field).replace(name, instead)[:longest])
            row.save(update_fields=[field])
            if isinstance(row, Action):
                searching.action_changed(row)
            elif isinstance(row, Goal):
                searching.goal_changed(row)
            count += 1
    return count


def forget_ask_words(*, before: datetime) -> int:
    """Erase the words of questions that were answered before this instant."""
    rows = ActionAsk.objects.filter(answered_at__lt=before).exclude(words="")
    return rows.update(words="")


def forget_names(*, before: datetime) -> int:
    """Take the names out of what ended before this instant; what was done stays."""
    later = ActionStep.objects.filter(action=OuterRef("pk"), at__gte=before)
    old = Action.objects.exclude(state__in=RUNNING).filter(~Exists(later), created_at__lt=before)
    rows = old.filter(Q(owner__isnull=False) | Q(made_by__isnull=False))
    ids = list(rows.values_list("pk", flat=True))
    ActionStep.objects.filter(action__in=ids).update(by=None)
    count = Action.objects.filter(pk__in=ids).update(owner=None, made_by=None)
    goals = Goal.objects.exclude(state=GoalState.RUNNING).filter(ended_on__lt=before.date())
    MeasureValue.objects.filter(measure__goal__in=goals).update(said_by=None)
    named = goals.filter(Q(owner__isnull=False) | Q(made_by__isnull=False))
    return count + named.update(owner=None, made_by=None)


def _actions(person: Any) -> Iterator[Record]:
    rows = Action.objects.filter(Q(owner__person=person) | Q(made_by=person))
    for row in rows.select_related("network", "owner").order_by("created_at", "pk"):
        does = row.owner is not None and row.owner.person_id == person.pk
        yield Record(
            _("Something that was agreed"),
            (
                (_("Network"), row.network.name),
                (_("What"), row.what),
                (_("You do this"), does),
                (_("You noted this"), row.made_by_id == person.pk),
                (_("By which day"), row.by_on),
                (_("How it stands"), row.get_state_display()),
            ),
        )


def _asks(person: Any) -> Iterator[Record]:
    asked = Q(membership__person=person) | Q(asked_by__person=person)
    rows = ActionAsk.objects.filter(asked).select_related("network", "action", "asked_by")
    for row in rows.order_by("asked_at", "pk"):
        yield Record(
            _("A question to take something over"),
            (
                (_("Network"), row.network.name),
                (_("What"), row.action.what),
                (_("Asked"), row.asked_at),
                (_("Your words"), row.words if row.asked_by.person_id == person.pk else ""),
                (_("Answer"), row.get_state_display()),
            ),
        )


def _goals(person: Any) -> Iterator[Record]:
    rows = Goal.objects.filter(Q(owner__person=person) | Q(made_by=person))
    for row in rows.select_related("network", "owner").order_by("created_at", "pk"):
        keeps = row.owner is not None and row.owner.person_id == person.pk
        yield Record(
            _("A goal"),
            (
                (_("Network"), row.network.name),
                (_("Goal"), row.sentence),
                (_("You keep an eye on it"), keeps),
                (_("You noted this"), row.made_by_id == person.pk),
            ),
        )


def _values(person: Any) -> Iterator[Record]:
    rows = MeasureValue.objects.filter(said_by=person).select_related("network", "measure")
    for row in rows.order_by("said_at", "pk"):
        yield Record(
            _("A figure that you noted"),
            (
                (_("Network"), row.network.name),
                (_("What we count"), row.measure.what),
                (_("Day"), row.on),
                (_("Figure"), row.value),
                (_("Note"), row.note),
            ),
        )
