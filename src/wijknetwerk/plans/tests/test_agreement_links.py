"""A nurse ticks one agreement from a link; and the pages of what was agreed, both directions."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope, tokens
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import LogEntry, OutgoingMail, TokenLink
from wijknetwerk.core.outbox import send
from wijknetwerk.networks.models import Membership, Partner
from wijknetwerk.plans.access_agreements import LINK
from wijknetwerk.plans.models import (
    Agreement,
    AgreementStep,
    CircleMember,
    Conference,
    ResidentPlan,
)
from wijknetwerk.plans.services import (
    agreement_waits,
    agreements,
    circle,
    conference_agreements,
    conference_guests,
    plans,
    sharing,
)
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.tests.acting import begun, do, parts, place, row
from wijknetwerk.plans.tests.agreeing import agreed, at, waiting_for, worked_from
from wijknetwerk.plans.tests.conferring import called, guest
from wijknetwerk.privacy.purposes import PartyKind


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    return worked_from(cast)


def link_of(cast: Cast, made: Agreement) -> str:
    with scope.acting(SYSTEM):
        secret = tokens.issue_link(
            purpose=LINK,
            subject=made.uuid,
            network=(cast.linde.pk, cast.linde.uuid),
            lasts=timedelta(days=14),
        )
    return reverse("plans:agreement_link", args=[secret])


def test_one_look_one_tick_and_nothing_of_the_plan(cast: Cast, plan: ResidentPlan) -> None:
    made = agreed(cast, plan, "amina")
    url = link_of(cast, made)
    nurse = Client()
    shown = nurse.get(url).content.decode()
    assert "Verband om de dag" in shown
    assert not any(word in shown for word in ("Amina", "Haddad", str(plan.uuid)))
    assert row(Agreement, uuid=made.uuid).state == "agreed"
    form = {"form_id": "0" * 31 + "1"}
    first, second = nurse.post(url, form), nurse.post(url, form)
    assert first["Location"] == second["Location"] == reverse("plans:agreement_thanks")
    assert row(Agreement, uuid=made.uuid).done_on == TODAY
    assert row(AgreementStep, agreement=made).by_link
    for event in ("plans.agreement_opened", "plans.agreement_ticked"):
        entry = row(LogEntry, event=event)
        assert (entry.client_uuid, entry.purpose_code) == (cast.amina.uuid, "plan_care")
        assert entry.consent_uuid is not None
    assert nurse.get(url).status_code == 404
    assert nurse.get(reverse("plans:agreements", args=[plan.uuid])).status_code == 302


def _stop_sharing(cast: Cast, plan: ResidentPlan, _made: Agreement) -> None:
    els = at(plan, cast, "els")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=els.uuid)


def _take_out(cast: Cast, plan: ResidentPlan, _made: Agreement) -> None:
    do(cast, plan, "amina", circle.take_out, place=at(plan, cast, "els").uuid)


def _close(cast: Cast, plan: ResidentPlan, _made: Agreement) -> None:
    do(cast, plan, "amina", plans.close, words="", taken="taken")


def _drop(cast: Cast, plan: ResidentPlan, made: Agreement) -> None:
    do(cast, plan, "amina", agreements.drop, uuid=made.uuid, reason="Niet meer nodig")


def _another_owner(cast: Cast, plan: ResidentPlan, made: Agreement) -> None:
    """On the same day: the link was Els's, and what Bas will do isn't hers to tick."""
    deal = Deal(what="Verband", due_on=made.due_on, who=Who(place=at(plan, cast, "bas").uuid))
    version = row(Agreement, uuid=made.uuid).version
    do(cast, plan, "amina", agreements.change, uuid=made.uuid, deal=deal, read_version=version)


def _membership(cast: Cast, _plan: ResidentPlan, _made: Agreement) -> None:
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["els"].pk).update(until_on=TODAY)


def _party(cast: Cast, _plan: ResidentPlan, _made: Agreement) -> None:
    with scope.acting(SYSTEM):
        Partner.objects.filter(network=cast.linde).update(until_on=TODAY)


def _network(cast: Cast, _plan: ResidentPlan, _made: Agreement) -> None:
    with scope.acting(SYSTEM):
        cast.linde.stopped_on = TODAY
        cast.linde.save(update_fields=["stopped_on"])


def _expired(_cast: Cast, _plan: ResidentPlan, made: Agreement) -> None:
    with scope.acting(SYSTEM):
        TokenLink.objects.filter(subject_uuid=made.uuid).update(expires_at=made.created_at)


def _no_more_at_the_talk(cast: Cast, plan: ResidentPlan, made: Agreement) -> None:
    talk = row(Conference, uuid=made.source)
    which = {"conference": talk.uuid, "guest": guest(talk, at(plan, cast, "els")).uuid}
    do(cast, plan, "amina", conference_guests.decide, comes=False, **which)


@pytest.mark.parametrize(
    "ends",
    [
        *(_stop_sharing, _take_out, _close, _drop, _another_owner),
        *(_membership, _party, _network, _expired),
    ],
)
def test_a_link_is_dead_once_what_it_rests_on_ended(
    ends: Any,
    cast: Cast,
    plan: ResidentPlan,
) -> None:
    made = agreed(cast, plan, "amina")
    url = link_of(cast, made)
    assert Client().get(url).status_code == 200
    ends(cast, plan, made)
    assert Client().get(url).status_code == 404
    assert Client().post(url).status_code == 404
    assert row(Agreement, uuid=made.uuid).state != "done"


def test_only_a_few_wrong_links_are_tried(cast: Cast, plan: ResidentPlan) -> None:
    made = agreed(cast, plan, "amina")
    url = link_of(cast, made)
    for number in range(10):
        wrong = reverse("plans:agreement_link", args=[f"{number}" * 22])
        assert Client().post(wrong).status_code == 404
    assert Client().get(url).status_code == 429


def test_the_resident_sends_it_back_and_the_nurse_copies(
    cast: Cast,
    sign_in: SignIn,
    plan: ResidentPlan,
) -> None:
    made = agreed(cast, plan)
    amina, els = sign_in("amina", second_factor=False), sign_in("els")
    listed = reverse("plans:agreements", args=[plan.uuid])
    assert "Dit klopt niet" in amina.get(listed).content.decode()
    back = reverse("plans:agreement_act", args=[plan.uuid, made.uuid, "klopt-niet"])
    assert els.post(back, {"words": "x"}).status_code == 403
    amina.post(back, {"words": "Elke dag, zei u."})
    one = els.get(reverse("plans:agreement", args=[plan.uuid, made.uuid])).content.decode()
    assert "Elke dag, zei u." in one
    copied = els.get(reverse("plans:agreement_copy", args=[plan.uuid, made.uuid]))
    assert "Afspraak: Verband om de dag" in copied.content.decode()
    entry = row(LogEntry, event="plans.agreement_copied")
    assert (entry.user_uuid, entry.client_uuid) == (cast.els.uuid, cast.amina.uuid)
    change = reverse("plans:agreement_change", args=[plan.uuid, made.uuid])
    who = str(row(CircleMember, plan=plan, membership=cast.members["els"]).uuid)
    new = {"what": "Elke dag schoon verband", "who": who, "due_on": "2026-11-20"}
    late = els.post(change, {**new, "version": "1"}).content.decode()
    assert "Elke dag schoon verband" in late  # what was typed is kept,
    assert "Verband om de dag" in late  # beside what stands there
    assert els.post(change, {**new, "version": "2"}).status_code == 302
    amina.post(reverse("plans:agreement_act", args=[plan.uuid, made.uuid, "klopt"]))
    assert row(Agreement, uuid=made.uuid).state == "agreed"


def test_who_watches_is_chosen_already(cast: Cast, sign_in: SignIn, plan: ResidentPlan) -> None:
    amina, url = sign_in("amina"), reverse("plans:watcher", args=[plan.uuid])
    bas = str(at(plan, cast, "bas").uuid)
    chosen = re.compile(f'value="{bas}"[^>]* checked')
    assert not chosen.search(amina.get(url).content.decode())
    amina.post(url, {"place": bas})
    assert chosen.search(amina.get(url).content.decode())
    watch = reverse("plans:watch", args=[plan.uuid])
    assert sign_in("bas").get(watch).status_code == 200
    plannen = reverse("plans:circles", args=["de-linde"])
    assert watch in sign_in("bas").get(plannen).content.decode()
    assert watch not in sign_in("els").get(plannen).content.decode()
    amina.post(url, {"place": ""})
    assert sign_in("bas").get(watch).status_code == 404


@pytest.mark.parametrize("many", [1, 12])
def test_the_list_asks_few_statements(
    many: int, cast: Cast, sign_in: SignIn, plan: ResidentPlan, count_queries: Any
) -> None:
    with scope.acting(SYSTEM):
        for _number in range(many):
            made = Agreement.of(plan, owner="resident", due_on=TODAY)
            made.what = "Bellen"
            made.save()
    els = sign_in("els")
    els.get(reverse("plans:agreements", args=[plan.uuid]))
    with count_queries() as asked:
        els.get(reverse("plans:agreements", args=[plan.uuid]))
    assert asked.count <= 15, asked.statements


def test_somebody_by_name_is_reminded_only_once_the_resident_agreed_to_it(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    piet = Who(name="Piet", mail="piet@voorbeeld.example")
    made = agreed(cast, plan, "els", who=piet, due_on=TODAY + timedelta(days=1))
    assert reminded() == []
    url = link_of(cast, made)
    assert Client().get(url).status_code == 404
    asked = sign_in("amina", second_factor=False).get(_one("agreement", made)).content.decode()
    assert "piet@voorbeeld.example" in asked
    do(cast, plan, "amina", agreements.agree, uuid=made.uuid)
    (mail,) = reminded()
    assert mail.to_address == "piet@voorbeeld.example"
    assert not any(word in mail.body for word in ("Verband", "Amina", "Haddad"))
    assert reminded() == [mail]
    with scope.acting(SYSTEM):  # asked again when it leaves: not once the yes to it is gone
        Agreement.objects.filter(pk=made.pk).update(state="sent_back")
        kept = {f.name: getattr(mail, f.name) for f in OutgoingMail._meta.fields}
        assert not send(mail.pk)
        assert reminded() == []
        Agreement.objects.filter(pk=made.pk).update(state="agreed")
        mail = OutgoingMail.objects.create(**kept)
        assert send(mail.pk)
    to = "/afspraak/" + mail.body.partition("/afspraak/")[2].split()[0]
    assert "Verband om de dag" in Client().get(to).content.decode()
    entry = row(LogEntry, event="plans.agreement_opened")
    assert (entry.checks, entry.client_uuid) == ("link:resident_agreed", cast.amina.uuid)
    other = {"what": "Pleister", "due_on": TODAY + timedelta(days=3), "who": piet}
    version = row(Agreement, uuid=made.uuid).version
    change = {"uuid": made.uuid, "deal": Deal(**other), "read_version": version}
    do(cast, plan, "els", agreements.change, **change)
    assert Client().get(to).status_code == 404
    do(cast, plan, "amina", agreements.agree, uuid=made.uuid)
    do(cast, plan, "amina", plans.close, words="Klaar", taken="not_needed")
    assert Client().get(link_of(cast, made)).status_code == 404


@pytest.mark.parametrize("ends", [_no_more_at_the_talk, _take_out])
def test_who_came_for_one_talk_does_what_they_took_on_there(
    ends: Any, cast: Cast, sign_in: SignIn
) -> None:
    """No part of the plan opens for Els, only this talk: her own agreement of it is hers to do, in
    the list, by its buttons, by the link; until the yes to her coming ends."""
    plan = begun(cast)
    els, bas = place(cast, plan, "els", "professional"), place(cast, plan, "bas", "family")
    talk = called(cast, plan, "amina", els, bas)
    agrees = {"conference": talk.uuid, "due_on": TODAY + timedelta(days=2)}
    make = conference_agreements.make
    hers = do(cast, plan, "amina", make, what="Traplift", place=els.uuid, **agrees)
    his = do(cast, plan, "amina", make, what="Brood", place=bas.uuid, **agrees)
    agreed(cast, plan, "amina", what="Los van het overleg")
    url, nurse = link_of(cast, hers), sign_in("els")
    assert parts(cast, plan, "els") == set()
    listed = nurse.get(reverse("plans:agreements", args=[plan.uuid])).content.decode()
    assert "Traplift" in listed
    assert not any(word in listed for word in ("Brood", "Los van het overleg"))
    assert nurse.get(_one("agreement", his)).status_code == 404
    to = {"uuid": hers.uuid, "to": TODAY + timedelta(days=1), "reason": "Kan eerder"}
    do(cast, plan, "els", agreements.move, **to)
    do(cast, plan, "amina", agreements.agree, uuid=hers.uuid)
    entry = row(LogEntry, event="plans.agreement_moved")
    assert (entry.user_uuid, entry.purpose_code) == (cast.els.uuid, "plan_one_thing")
    with scope.acting(SYSTEM):
        agreement_waits.remind_due()
        mails = OutgoingMail.objects.filter(purpose="plans.agreement")
        assert {mail.person_uuid for mail in mails} == {cast.els.uuid, cast.bas.uuid}
    assert (cast.els.pk, hers.uuid) in waiting_for("plans.agreement")
    url = link_of(cast, hers)
    assert "Traplift" in Client().get(url).content.decode()
    ends(cast, plan, hers)
    assert Client().get(url).status_code == 404
    assert nurse.get(_one("agreement", hers)).status_code == 404
    with pytest.raises(NotFound):
        do(cast, plan, "els", agreements.done, uuid=hers.uuid)


def _one(name: str, made: Agreement) -> str:
    return reverse(f"plans:{name}", args=[made.plan.uuid, made.uuid])


def reminded() -> list[OutgoingMail]:
    """The mails to who does something, after the job of the morning ran."""
    with scope.acting(SYSTEM):
        agreement_waits.remind_due()
        return list(OutgoingMail.objects.filter(purpose="plans.agreement_named"))
