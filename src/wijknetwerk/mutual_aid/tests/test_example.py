"""The example shows all that there is to see, and its rows are as the services make them."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from tests.cast import SYSTEM
from tests.fixtures import NOW
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid import example
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    Complaint,
    Concern,
    FactKind,
    FollowUp,
    HelperFact,
    HelpOffer,
    HelpRequest,
    HelpSettings,
    Match,
    MatchAct,
    MatchState,
    Neighbour,
    OwnKind,
    RequestState,
    Side,
    Via,
    Wellbeing,
    after,
)
from wijknetwerk.mutual_aid.models.away import DeskAway
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.services.checks import HALF_A_YEAR
from wijknetwerk.mutual_aid.tests import hidden_words
from wijknetwerk.mutual_aid.tests.other_columns import nothing_else_counts
from wijknetwerk.networks import example_network
from wijknetwerk.networks.models import Network
from wijknetwerk.notices.models import Waiting

WEDDE = {"network__slug": "wedde"}
_SEARCHERS = {
    "of another network": "fatima.aksoy@voorbeeld.example",
    "member": "marloes.venema@voorbeeld.example",
    "helper": "harm.boelens@voorbeeld.example",
    "desk": "tineke.huizing@voorbeeld.example",
}


def test_wedde_has_a_year_of_help(db: None) -> None:
    """One loading serves all that is looked at here; loading again changes nothing."""
    with scope.acting(SYSTEM):
        example_network.load_all()
        for _twice in range(2):
            example.load_all()
        for look in (
            _numbers,
            _by_the_table,
            _room,
            _checks_when_due,
            _all_states,
            _worries,
            _their_words,
        ):
            look()
        wedde = Network.objects.get(slug="wedde")
        hidden_words.worries_count_nowhere(wedde)
        assert hidden_words.nobody_finds(_SEARCHERS) > 500
        assert nothing_else_counts(wedde) > 50


def _numbers() -> None:
    assert (
        HelpOffer.objects.filter(**WEDDE, state="open").values("helper").distinct().count() == 120
    )
    assert HelpRequest.objects.filter(**WEDDE).count() == 90
    running = list(Match.objects.filter(**WEDDE, state=MatchState.RUNNING).order_by("began_on"))
    assert len(running) == 60
    began = [row.began_on for row in running if row.began_on]
    assert began[-1] - began[0] > timedelta(weeks=48)
    assert all(two - one <= timedelta(days=14) for one, two in pairwise(began))
    assert HelpSettings.objects.filter(**WEDDE).exclude(independent_name="").exists()
    assert OwnKind.objects.filter(**WEDDE).count() == 2
    marks = Counter(Wellbeing.objects.filter(**WEDDE).values_list("when", flat=True))
    assert min(marks.values()) >= 12
    assert set(HelperFact.objects.values_list("kind", flat=True)) == set(FactKind.values)
    told = HelpRequest.objects.filter(**WEDDE).exclude(elsewhere="")
    assert told.count() >= 5


def _by_the_table() -> None:
    """Each match came where it is by steps of the table; its request follows from it."""
    for match in Match.objects.prefetch_related("steps").select_related("request"):
        state: MatchState | None = MatchState.SUGGESTED
        for step in sorted(match.steps.all(), key=lambda one: one.at):
            assert state is not None
            state = after(state, MatchAct(step.act))
        assert state == match.state
    for request in HelpRequest.objects.prefetch_related("matches"):
        states = {match.state for match in request.matches.all()}
        if request.state == RequestState.HELPED:
            assert states & set(TOGETHER)
        if request.state in (RequestState.NEW, RequestState.WITHDRAWN):
            assert not states
        if request.unhappy_at:
            assert request.state == RequestState.WAITING
        if states:
            assert request.told_approved_at is not None


def _room() -> None:
    """Rule H2, and nobody helps themselves or before they said that they would."""
    rows = Match.objects.select_related("offer", "offer__helper", "request")
    for match in rows:
        assert match.request.asker_id != match.offer.helper_id
        if match.asked_at:
            assert match.offer.noted_at <= match.asked_at
            assert match.offer.helper.said_yes_at <= match.offer.noted_at
            assert match.request.noted_at <= match.asked_at
        if match.state in TOGETHER:
            assert 1 <= (match.slot or 0) <= match.offer.room


def _checks_when_due() -> None:
    """Both sides, six to eight weeks after they met and then each half year, until one is open."""
    weeks = dict(HelpSettings.objects.values_list("network_id", "check_weeks"))
    for match in Match.objects.filter(state="running").prefetch_related("checks"):
        for side in Side:
            rows = sorted((r for r in match.checks.all() if r.side == side), key=lambda r: r.turn)
            assert match.began_on is not None
            assert rows[0].due_on == match.began_on + timedelta(weeks=weeks[match.network_id])
            assert all(two.due_on == one.due_on + HALF_A_YEAR for one, two in pairwise(rows))
            assert all(row.answered_at or row.skipped_at for row in rows[:-1])
            assert rows[-1].answered_at is None
            assert rows[-1].due_on + timedelta(weeks=4) > clock.today()


def _all_states() -> None:
    for model, field, every in (
        (HelpRequest, "state", RequestState.values),
        (HelpRequest, "via", Via.values),
        (Match, "state", MatchState.values),
    ):
        assert set(model.objects.filter(**WEDDE).values_list(field, flat=True)) == set(every)
    of: dict[str, Callable[[FollowUp], bool]] = {
        "well": lambda row: row.going == "yes",
        "partly": lambda row: row.going == "partly",
        "not content": lambda row: row.content == "no",
        "today or later": lambda row: row.due_on >= NOW.date() and row.answered_at is None,
        "late": lambda row: row.due_on < NOW.date() and not (row.answered_at or row.skipped_at),
        "no answer came": lambda row: row.skipped_at is not None,
    }
    checks = list(FollowUp.objects.filter(**WEDDE))
    assert {name: any(is_so(row) for row in checks) for name, is_so in of.items()} == dict.fromkeys(
        of, True
    )
    assert {row.how for row in checks} == {"phone", "mail", "letter"}
    paused = HelpOffer.objects.filter(**WEDDE, paused_from__lte=clock.today(), state="open")
    assert paused.count() >= 3
    assert Waiting.objects.filter(kind="mutual_aid.at_desk").exists()


def _worries() -> None:
    """One in its first week, one spoken about, one closed; a complaint that runs and one that was
    answered; a holiday with who keeps the desk; who must read a changed text."""
    told = dict(Concern.objects.filter(**WEDDE).values_list("state", "told_at"))
    assert set(told) == {"told", "spoken", "closed"}
    assert told["told"] > clock.now() - timedelta(days=7)
    assert Concern.objects.filter(**WEDDE, resident__isnull=False).count() == 1
    complained = dict(Complaint.objects.filter(**WEDDE).values_list("state", "answer_by"))
    assert set(complained) == {"looking", "answered"}
    assert complained["looking"] > clock.today()
    away = DeskAway.objects.get(**WEDDE)
    assert (away.state, away.who_id == away.substitute_id) == ("accepted", False)
    assert Waiting.objects.filter(kind="mutual_aid.concern", done_at=None).count() == 1
    assert Waiting.objects.filter(kind="mutual_aid.sign_again", done_at=None).exists()


def _their_words() -> None:
    """Every request and offer is of a kind that there is, and nobody has the name of another."""
    found = {}
    for request in HelpRequest.objects.select_related("network"):
        network = request.network
        there = found.setdefault(network.pk, kinds.all_of(network))
        assert request.kind in there, request.words.read()
    for offer in HelpOffer.objects.all():
        assert set(offer.kinds) <= set(found[offer.network_id])
    names = [row.name.read() for row in Neighbour.objects.filter(person=None)]
    assert len(names) == len(set(names))
