"""The closed lists of the consent ledger: purposes, grounds, ways of giving (standards A1, A2).

A purpose is added here, with the exact words that people read, by whoever builds what needs it.
"""

import hashlib
from dataclasses import dataclass

from django.db import models
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """The legal ground of article 6 GDPR on which a sharing rests."""

    CONSENT = "consent", _("your permission")
    CONTRACT = "contract", _("an agreement with you")
    LEGAL_DUTY = "legal_duty", _("a duty by law")
    VITAL_INTEREST = "vital_interest", _("danger to life")
    PUBLIC_TASK = "public_task", _("a task that the law gives")
    LEGITIMATE_INTEREST = "legitimate_interest", _("a weighed interest")


class Given(models.TextChoices):
    """How a consent was given."""

    IN_APP = "in_app", _("here, by yourself")
    ON_PAPER = "on_paper", _("on paper")
    SPOKEN = "spoken", _("spoken")


class Deed(models.TextChoices):
    """What the other party may do with it."""

    READ = "read", _("read")
    WRITE = "write", _("write")
    DISCUSS = "discuss", _("discuss")


class PartyKind(models.TextChoices):
    """To whom something is shared; never 'everyone' without a name for it."""

    PERSON = "person", _("a person")
    ORGANISATION = "organisation", _("the people of an organisation")
    TEAM = "team", _("the team that comes to your home")
    NETWORK = "network", _("the members of a network")
    PUBLIC = "public", _("everybody on the internet")


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why something is shared, in the words that the person reads before saying yes."""

    code: str
    title: str | Promise
    text: str | Promise
    parts: tuple[str, ...]

    def shown(self, language: str) -> str:
        """The exact text in a language."""
        with translation.override(language):
            return str(self.text)

    def text_hash(self, language: str) -> str:
        """SHA-256 of the exact text, kept with each consent as proof of what was read."""
        return hash_of(self.shown(language))


def hash_of(text: str) -> str:
    """SHA-256 of the exact text that somebody read."""
    return hashlib.sha256(text.encode()).hexdigest()


PUBLIC_PAGE = Purpose(
    "public_page",
    _("Your name on the public page"),
    _(
        "Your name, your role and one sentence about you stand on the public page of this"
        " network. Everybody on the internet can read it. You can stop this at any moment."
    ),
    ("name", "role", "introduction"),
)
PHONE_FOR_MEMBERS = Purpose(
    "phone_for_members",
    _("Your phone number for members"),
    _(
        "Members of this network see your phone number, so that they can call you. Nobody else"
        " sees it. You can stop this at any moment."
    ),
    ("phone",),
)
PHONE_AS_CONNECTOR = Purpose(
    "phone_as_connector",
    _("Your phone number as connector of a team"),
    _(
        "Members of this network see the phone number that you give as connector of a team. It"
        " also stands on the sheet of paper 'Who do I call'. You can stop this at any moment. It"
        " ends by itself when you are no connector any more."
    ),
    ("phone",),
)

PLAN_OWN_PEOPLE = Purpose(
    "plan_own_people",
    _("Your plan: your own people help you"),
    _("Somebody of your own people sees your plan, to help you. You can stop this at any moment."),
    (),
)
PLAN_CARE = Purpose(
    "plan_care",
    _("Your plan: who gives care or support works with you"),
    _(
        "Who gives you care or support sees your plan, to work with you and with each other. You"
        " can stop this at any moment. Saying no changes nothing in the care that you get."
    ),
    (),
)
PLAN_ONE_THING = Purpose(
    "plan_one_thing",
    _("One thing of your plan"),
    _("Somebody sees one thing of your plan, and nothing else. You can stop this at any moment."),
    (),
)
PLAN_WATCH = Purpose(
    "plan_watch",
    _("Watching whether what was agreed is done"),
    _(
        "One person sees of each agreement in your plan: which party does it, the day, and whether"
        " it is done. Nothing else, not even what it is about. You can stop this at any moment."
    ),
    ("watch",),
)
OF_A_PLAN = (PLAN_OWN_PEOPLE, PLAN_CARE, PLAN_ONE_THING, PLAN_WATCH)
"""Which parts of the plan, and what may be done, is chosen each time and stands in the text."""

PURPOSES = {
    purpose.code: purpose
    for purpose in (PUBLIC_PAGE, PHONE_FOR_MEMBERS, PHONE_AS_CONNECTOR, *OF_A_PLAN)
}
