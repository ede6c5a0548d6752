"""What happens with a plan of the example: each act by its name in the file, on its day."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from wijknetwerk.core import tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.services import intake
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.mutual_aid.services.requests import Asked
from wijknetwerk.plans import access_agreements, example_talks
from wijknetwerk.plans.example_papers import letter
from wijknetwerk.plans.example_story import Place, Story, Told
from wijknetwerk.plans.models import ReferralAct
from wijknetwerk.plans.services import (
    after,
    agreements,
    carer,
    circle,
    conference_sessions,
    document,
    emergency,
    looking_back,
    message,
    referrals,
    representatives,
    sharing,
    watching,
    words,
)
from wijknetwerk.privacy.purposes import PartyKind

Act = Callable[[Story, int, str, Told], None]


def make_session(place: Place, row: Told) -> None:
    """Some hours in which a practice talks about several residents, each with their own yes."""
    starts, ends = (place.at(row["on"], hour) for hour in (row["from"], row["until"]))

    def make(actor: Actor) -> UUID:
        made = conference_sessions.make(
            actor=actor, network=place.network, starts_at=starts, ends_at=ends
        )
        return made.uuid

    place.session = place.on(row["ago"], row["by"], make)


def _agree(story: Story, ago: int, by: str, row: Told) -> None:
    """An agreement, and what became of it."""
    deal = agreements.Deal(
        row["what"],
        story.at.day(row["due"]),
        agreements.Who(story.places.get(row.get("who", "")), row.get("name", "")),
        row.get("money", False),
        need=story.made[row["need"]] if "need" in row else None,
        conference=story.made[row["talk"]] if "talk" in row else None,
    )
    made = story.does(ago, by, agreements.make, deal=deal)
    for act, when, who, *more in row.get("then", ()):
        if act == "link":
            _tick_by_link(story, when, made.uuid)
            continue
        fields: dict[str, Any] = {}
        if act in ("wrong", "drop", "move"):
            fields["words" if act == "wrong" else "reason"] = more[0]
        if act == "move":
            fields["to"] = story.at.day(more[1])
        story.does(when, who, getattr(agreements, act), uuid=made.uuid, **fields)


def _tick_by_link(story: Story, ago: int, agreement: UUID) -> None:
    """Who does it opened the link in the mail, and ticked."""
    network = (story.at.network.pk, story.at.network.uuid)

    def tick(actor: Actor) -> None:
        secret = tokens.issue_link(
            purpose=access_agreements.LINK,
            subject=agreement,
            network=network,
            lasts=timedelta(days=14),
        )
        nobody = Actor.anonymous()
        with access_agreements.agreement_of_link(nobody, secret) as link:
            agreements.tick(link=link)

    story.at.on(ago, story.resident, tick)


def _refer(story: Story, ago: int, by: str, row: Told) -> None:
    """A need is handed to a party, with the resident's yes; and what they said."""
    where = {"need": story.made[row["need"]], "place": story.places[row["to"]]}
    made = story.does(ago, by, referrals.propose, what=row["what"], **where)
    if made.state == "proposed" and row.get("yes", True):
        story.does(ago, story.resident, referrals.say_yes, uuid=made.uuid)
    for says, when, *text in row.get("then", ()):
        said = {"says": ReferralAct(says), "words": text[0] if text else ""}
        story.does(when, row["to"], referrals.answer, uuid=made.uuid, **said)


def _help(story: Story, ago: int, by: str, row: Told) -> None:
    """A need becomes a request for help; the desk hears nothing of a plan."""
    asked = Asked(row["help"])

    def ask(actor: Actor) -> UUID:
        network = story.at.network
        made = intake.by_asker(actor=actor, network=network, asked=asked, reach=Reach("phone"))
        return made.uuid

    request = story.at.on(ago, by, ask)
    chosen = {"choice": "help", "help_request": request}
    story.does(ago, by, words.choose, need=story.made[row["need"]], **chosen)


def _choose(story: Story, ago: int, by: str, row: Told) -> None:
    story.does(ago, by, words.choose, need=story.made[row["need"]], choice=row["choice"])


def _write(story: Story, ago: int, by: str, row: Told) -> None:
    story.write(ago, by, row["thing"], row["text"], row.get("more"))


def _join(story: Story, ago: int, by: str, row: Told) -> None:
    """Into the circle: at the resident's word, or asked and said yes to."""
    story.place(ago, by, row)
    if "yes_by" in row:
        story.does(ago, row["yes_by"], circle.answer, place=story.places[row["who"]], yes=True)


def _share(story: Story, ago: int, by: str, row: Told) -> None:
    story.share(ago, by, row)


def _withdraw(story: Story, ago: int, by: str, row: Told) -> None:
    where = {"kind": PartyKind.PERSON, "place": story.places[row["who"]]}
    story.does(ago, by, sharing.stop, **where)


def _represent(story: Story, ago: int, by: str, row: Told) -> None:
    """Somebody may decide; the privacy officer saw the paper."""
    more = {"parts": row["parts"]} if "parts" in row else {}
    claim = representatives.Claim(
        story.at.member(row["who"]),
        row["kind"],
        from_on=story.at.day(-row["since"]),
        until_on=story.at.day(row["until"]) if "until" in row else None,
        decisions=row["decisions"],
        proof=row["proof"],
        **more,
    )
    made = story.does(ago, by, representatives.note, claim=claim)

    def see(actor: Actor) -> None:
        network = story.at.network
        representatives.see_proof(actor=actor, network=network, uuid=made.uuid)

    story.at.on(row["seen"], row["seen_by"], see)


def _card(story: Story, ago: int, by: str, row: Told) -> None:
    """A conversation card; one side of it can become a goal."""
    kept = words.Card(row["marks"], row.get("why", ""), row.get("first", ""), story.at.day(-ago))
    card = story.does(ago, by, words.keep_card, card=kept)
    if "goal" in row:
        said = words.Said(row["goal"], look_back_on=story.at.day(row["back"]))
        fields = {"card": card.uuid, "side": row["side"], "said": said}
        story.made[row.get("key", "goal")] = story.does(ago, by, after.goal_from, **fields).uuid


def _look_back(story: Story, ago: int, by: str, row: Told) -> None:
    again = story.at.day(row["again"]) if "again" in row else None
    said = {"goal": story.made[row["goal"]], "words": row["text"], "again_on": again}
    went = row.get("went", "go_on")
    story.does(ago, by, looking_back.look_back, **said, went=went)


def _felt(story: Story, ago: int, by: str, row: Told) -> None:
    marks = {"before": row.get("before"), "after": row.get("after")}
    story.does(ago, by, after.mark, need=story.made[row["need"]], **marks)


def _tell(story: Story, ago: int, by: str, row: Told) -> None:
    without = [story.places[who] for who in row.get("without", ())]
    money = row.get("money", False)
    story.does(ago, by, message.write, text=row["text"], money=money, without=without)


def _document(story: Story, ago: int, by: str, row: Told) -> None:
    sent = document.Sent(
        f"{row['name']}.pdf",
        letter(row["lines"]),
        row["title"],
        row.get("money", False),
        [story.places[who] for who in row.get("readers", ())],
    )
    story.does(ago, by, document.add, sent=sent)


def _carer(story: Story, ago: int, by: str, row: Told) -> None:
    """The carer says how it goes, and who may read that."""
    place = story.places[by]
    readers = [str(story.places[who]) for who in row["readers"]]

    def say(actor: Actor) -> None:
        carer.choose_readers(actor=actor, place=place, readers=readers)
        said = row.get("text", "")
        carer.say(actor=actor, place=place, holds_up=row["holds_up"], words=said)

    story.at.on(ago, by, say)


def _watch(story: Story, ago: int, by: str, row: Told) -> None:
    story.does(ago, by, watching.name_watcher, place=story.places[row["who"]])


def _emergency(story: Story, ago: int, by: str, row: Told) -> None:
    """Somebody who sees nothing of this plan looked in an emergency; it is to be reviewed."""
    why = emergency.Why(row["reason"], row["words"])
    resident = story.at.member(row["whose"])
    network = story.at.network
    story.at.on(
        ago,
        by,
        lambda actor: emergency.open_look(actor=actor, network=network, resident=resident, why=why),
    )


ACTS: dict[str, Act] = {
    "agree": _agree,
    "refer": _refer,
    "help": _help,
    "choose": _choose,
    "write": _write,
    "join": _join,
    "share": _share,
    "withdraw": _withdraw,
    "represent": _represent,
    "card": _card,
    "look_back": _look_back,
    "felt": _felt,
    "tell": _tell,
    "document": _document,
    "carer": _carer,
    "watch": _watch,
    "emergency": _emergency,
    "talk": example_talks.talk,
}
