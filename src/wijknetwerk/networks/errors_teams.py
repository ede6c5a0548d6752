"""What can't be done in a team, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import DomainError


class InTeamAlready(DomainError):
    """The member is in the team."""

    code = "in_team_already"
    message = _("This person is in the team already.")


class NotInTeam(DomainError):
    """The place, task or line in the team has ended meanwhile."""

    code = "not_in_team"
    message = _("This has ended already.")


class AskedAlready(DomainError):
    """The same question waits for its answer."""

    code = "team_asked_already"
    message = _("This was asked already, and waits for an answer.")


class OnlyForParties(DomainError):
    """The team is not open to people who take part for themselves."""

    code = "team_only_for_parties"
    message = _("This team is only for people who work for a party.")


class LearnsHere(DomainError):
    """A learner is no connector, and is in a team together with their supervisor."""

    code = "team_learner"
    message = _("A learner is in a team together with the supervisor. Add the supervisor first.")


class LearnerLeadsNot(DomainError):
    """A learner does nothing alone, so they lead no team."""

    code = "team_learner_lead"
    message = _("A learner can't lead a team. Choose somebody else.")


class NoConnectorYet(DomainError):
    """Somebody can't be connector of this discipline."""

    code = "not_connector"
    message = _("A connector works in that profession and is no learner. Choose somebody else.")


class ConnectorChanged(DomainError):
    """Somebody else became connector, or stopped, at the same moment."""

    code = "connector_changed"
    message = _("Something changed just now. Look at the team and try again.")
