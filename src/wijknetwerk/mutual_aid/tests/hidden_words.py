"""What of the example's help may be found by nobody: not by searching, in figures or in exports."""

from django.db import transaction

from tests.cast import SYSTEM
from wijknetwerk.accounts.models import Person
from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import endings, network_facts
from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid.models import (
    Complaint,
    Concern,
    HelpOffer,
    HelpRequest,
    Match,
    Neighbour,
)
from wijknetwerk.mutual_aid.selectors import figures
from wijknetwerk.mutual_aid.selectors.lists_out import LISTS
from wijknetwerk.networks.models import Network, SearchEntry
from wijknetwerk.networks.selectors import search
from wijknetwerk.networks.services import search_rebuild

SOME = 60  # every so many of the words of help is searched for; all of them are looked for
SEEN_STATES = 3


def of_worries() -> list[str]:
    """Whom the worries and complaints are about, what was said, and what was answered."""
    found = []
    for row in Concern.objects.all():
        found += [row.about.read(), row.words.read(), row.spoken_note.read()]
    for made in Complaint.objects.all():
        found += [made.about.read(), made.words.read(), made.wish.read(), made.answer.read()]
    return [one for one in found if one]


def of_help() -> list[str]:
    """Names, numbers and addresses of who takes part in nothing; own words of all."""
    found: list[str] = []
    for one in Neighbour.objects.all():
        found += [one.name.read(), one.phone.read(), one.email.read(), one.address.read()]
        found.append(one.handy.read())
    for asked in HelpRequest.objects.all():
        found += [asked.words.read(), asked.told.read()]
        found += [asked.call_name.read(), asked.call_phone.read()]
    for offered in HelpOffer.objects.all():
        found += [offered.words.read(), offered.not_words.read()]
    for match in Match.objects.all():
        found += [match.told.read(), match.outcome.read()]
    return sorted({one for one in found if one})


def nobody_finds(keys: dict[str, str]) -> int:
    """Nothing of it is in what is searched; and searched for as each of these people, and as a
    stranger, none of it shows. How many words were tried."""
    search_rebuild.rebuild(actor=SYSTEM)
    worries, help_words = of_worries(), of_help()
    needles = worries + help_words
    searched = [f"{row.title} {row.body}" for row in SearchEntry.objects.all()]
    assert searched
    everything = fold(" \n ".join(searched))
    numbers = "".join(one for one in everything if one.isdigit() or one == "\n")
    for needle in needles:
        assert fold(needle) not in everything, needle
        digits = "".join(one for one in needle if one.isdigit())
        assert len(digits) < 9 or digits not in numbers, needle
    people = [actor_of(Person.objects.get(email=one)) for one in keys.values()]
    for actor in (Actor.anonymous(), *people):
        with scope.acting(actor):
            for needle in [*worries, *help_words[::SOME]]:
                for hit in search.find(actor, needle[:80]).hits:
                    assert fold(needle) not in fold(f"{hit.snippet.title} {hit.snippet.text}")
    return len(needles)


def worries_count_nowhere(network: Network) -> None:
    """Rule H6: figures, facts, exports and what a stop would tell are the same without them."""

    def all_that_counts() -> list[object]:
        found: list[object] = [count(network.pk) for count in network_facts]
        found.append(figures.whole(network))
        found += [list(one.rows(network, True)) for one in LISTS.values()]
        found += [[str(line) for line in part.tell(network)] for part in endings]
        return found

    before = all_that_counts()
    with transaction.atomic():
        assert Concern.objects.filter(network=network).delete()[0] >= SEEN_STATES
        assert all_that_counts() == before
        transaction.set_rollback(True)
    said = fold(repr(before))
    for needle in of_worries():
        assert fold(needle) not in said, needle
