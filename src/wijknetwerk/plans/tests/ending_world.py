"""A plan in which everything stands that somebody can read, hear of or be sent; with the addresses
at which, and the words by which, each of these is known. For `test_ends_by_itself`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import jobs, scope, tokens
from wijknetwerk.networks.models import Membership
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services import digest
from wijknetwerk.plans.access_agreements import LINK
from wijknetwerk.plans.models import CircleMember, ResidentPlan
from wijknetwerk.plans.services import (
    agreement_waits,
    agreements,
    carer,
    conference_calendar,
    document,
    message,
    referrals,
    watching,
    words,
)
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, do, place, shares
from wijknetwerk.plans.tests.conferring import called

PDF = b"%PDF-1.7 de brief van het ziekenhuis"
WAITS = "Er wacht iets in een plan"
SECRETS = {
    "want": "Weer naar het koor",
    "need": "Hulp bij de trap",
    "message": "De wond is dicht",
    "document": "Brief van de longarts",
    "card": "Mijn knie doet pijn",
    "agreement": "Verband om de dag",
    "referral": "Kijkt u naar de leuning",
    "conference": "Hoe gaat het verder thuis?",
    "carer": "Ik slaap slecht",
}
"""What is said in each; not one of these may be seen by who has no access any more."""


@dataclass
class World:
    """Amina's plan with all of it, and what the reader holds: a session and the links they had."""

    cast: Cast
    plan: ResidentPlan
    reader: str
    client: Client
    uuids: dict[str, UUID]
    links: dict[str, str]

    def at(self, name: str, *parts: str) -> str:
        """The address of a page of the plan."""
        return reverse(f"plans:{name}", args=[self.plan.uuid, *(self.uuids[p] for p in parts)])

    def asked(self, url: str, client: Client | None = None) -> str:
        """What one page says, as the reader gets it; a file as its bytes."""
        answer = (client or self.client).get(url)
        if answer.status_code != 200:
            return ""
        body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]
        return body.decode("utf-8", "replace")


def made(cast: Cast) -> tuple[ResidentPlan, dict[str, UUID], dict[str, str]]:
    """Els (nurse) reads everything, is asked for a need, watches, does two things that were agreed,
    comes to a talk, reads a letter and what Bas, who cares for Amina, said about himself."""
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    bas = place(cast, plan, "bas", "carer")
    for one in (els, bas):
        shares(cast, plan, one, EVERYTHING)
    uuids = {"els": els.uuid, "bas": bas.uuid, **_written(cast, plan, els)}
    with scope.acting(actor := cast.actor("bas")):
        carer.say(actor=actor, place=bas.uuid, holds_up="just", words=SECRETS["carer"])
        carer.choose_readers(actor=actor, place=bas.uuid, readers=[str(els.uuid)])
    uuids["conference"] = called(cast, plan, "amina", els).uuid
    do(cast, plan, "amina", watching.name_watcher, place=els.uuid)
    with scope.acting(SYSTEM):
        assert agreement_waits.remind_due() == 1  # a mail with a link, which waits in the outbox
    return plan, uuids, _links(cast, uuids["agreement"])


def _written(cast: Cast, plan: ResidentPlan, els: CircleMember) -> dict[str, UUID]:
    def amina(act: Any, **fields: Any) -> UUID:
        found: UUID = do(cast, plan, "amina", act, **fields).uuid
        return found

    amina(words.write, thing="want", said=Said(SECRETS["want"]))
    need = amina(words.write, thing="need", said=Said(SECRETS["need"]))
    amina(words.keep_card, card=Card({"body": 4}, why=SECRETS["card"]))
    amina(message.write, text=SECRETS["message"])
    sent = Sent("brief.pdf", PDF, SECRETS["document"], readers=[els.uuid])
    who, tomorrow = Who(place=els.uuid), TODAY + timedelta(days=1)
    return {
        "document": amina(document.add, sent=sent),
        "referral": amina(referrals.propose, need=need, place=els.uuid, what=SECRETS["referral"]),
        "agreement": amina(
            agreements.make, deal=Deal(SECRETS["agreement"], TODAY + timedelta(days=9), who)
        ),
        "soon": amina(agreements.make, deal=Deal("Morgen bellen", tomorrow, who)),
    }


def _links(cast: Cast, agreement: UUID) -> dict[str, str]:
    """What the reader has in a mail and in their calendar program."""
    found = {"feed": feed_of(cast, "els")}
    with scope.acting(SYSTEM):
        secret = tokens.issue_link(
            purpose=LINK,
            subject=agreement,
            network=(cast.linde.pk, cast.linde.uuid),
            lasts=timedelta(days=14),
        )
    return {**found, "agreement": reverse("plans:agreement_link", args=[secret])}


def feed_of(cast: Cast, name: str) -> str:
    """Somebody's own calendar link."""
    with scope.acting(actor := cast.actor(name)):
        return reverse("plans:conference_feed", args=[conference_calendar.renew(actor=actor)])


# How each way to get at it is asked; true when something of the plan came through ---------------

Way = Callable[[World], bool]


def _page(secret: str, name: str, *parts: str) -> Way:
    return lambda world: SECRETS[secret] in world.asked(world.at(name, *parts))


def _paper(name: str, *parts: str) -> Way:
    return lambda world: world.asked(world.at(name, *parts)).startswith("%PDF")


def _listed(world: World) -> bool:
    return "Amina Haddad" in world.asked(reverse("plans:circles", args=["de-linde"]))


def _watched(world: World) -> bool:
    return "Wijkzorg" in world.asked(world.at("watch"))


def _linked(world: World) -> bool:
    return SECRETS["agreement"] in world.asked(world.links["agreement"], Client())


def _fed(world: World) -> bool:
    return "VEVENT" in world.asked(world.links["feed"], Client())


def _jobs(world: World) -> bool:
    """What was queued before is done now: something new waits for the reader, or mail went."""
    place = {"kind": "plans.news", "done_at": None, "person": world.cast.people[world.reader]}
    with scope.acting(SYSTEM):
        jobs.run_waiting()
        return Waiting.objects.filter(**place).exists()


def _mail(world: World) -> bool:
    """Mail that lay in the outbox before, and mail that is written now."""
    address = f"{world.reader}@voorbeeld.example"
    mail.outbox.clear()
    with scope.acting(SYSTEM):
        jobs.run_waiting()
        agreement_waits.remind_due()
        digest.write(world.cast.people[world.reader].pk)
        jobs.run_waiting()
    told = [str(one.body) for one in mail.outbox if address in one.to]
    assert not any(word in body for body in told for word in (*SECRETS.values(), "Amina"))
    return any(WAITS in body or "/afspraak/" in body for body in told)


def _today(world: World) -> bool:
    return WAITS in world.asked(reverse("front:today"))


PAGES: dict[str, Way] = {
    "page": _page("want", "plan"),
    "agreements": _page("agreement", "agreements"),
    "one agreement": _page("agreement", "agreement", "agreement"),
    "copy": _page("agreement", "agreement_copy", "agreement"),
    "referral": _page("referral", "referral", "referral"),
    "messages": _page("message", "messages"),
    "documents": _page("document", "documents"),
    "card": _page("card", "card"),
    "file": lambda world: "ziekenhuis" in world.asked(world.at("document", "document")),
    "paper of the circle": _paper("circle_paper"),
    "list": _listed,
}
TALKS: dict[str, Way] = {
    "talk": _page("conference", "conference", "conference"),
    "paper of the talk": _paper("conference_sheet", "conference"),
    "calendar": _fed,
}
CIRCLE: dict[str, Way] = {
    "carer": _page("carer", "carer", "bas"),
    "watching": _watched,
    "link": _linked,
    "Vandaag": _today,
    "job": _jobs,
    "mail": _mail,
}
"""What somebody has by a place in the circle only."""


def hidden(world: World) -> bool:
    """Search, one's own file and the network's feed never show it: not before, and not after."""
    shown = [
        world.asked(f"{reverse('front:search')}?q=koor+wond+verband+longarts"),
        world.asked(reverse("privacy:my_data_file")),
        world.asked(reverse("front:feed", args=["de-linde"]), Client()),
    ]
    return not any(secret in text for text in shown for secret in SECRETS.values())


def membership_of(cast: Cast, name: str) -> Any:
    """Their membership, as rows to change."""
    return Membership.objects.filter(pk=cast.members[name].pk)
