"""People. E-mail may be empty: a person without a computer exists and takes full part."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.names import whole_name
from wijknetwerk.core import clock
from wijknetwerk.core.models import Thing


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case, so that one address is one person."""

    def create_user(
        self, email: str | None = None, password: str | None = None, **fields: Any
    ) -> "Person":
        """A person who can sign in when there is an e-mail address."""
        person = self.model(email=email.lower() if email else None, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Find by e-mail address, whatever its capitals."""
        return self.get(email=(username or "").lower())


class TextSize(models.TextChoices):
    """How large the letters are for this person."""

    NORMAL = "normal", _("Normal")
    LARGE = "large", _("Large")
    LARGEST = "largest", _("Largest")


class Person(AbstractBaseUser):
    """Somebody who takes part, or is written down by a desk (`made_in_network` then says where).

    Surname and its prefix stand apart, because Dutch names sort under the main name.
    """

    id = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(_("reference"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=clock.now, editable=False)

    given_name = models.CharField(_("first name"), max_length=80, blank=True)
    prefix = models.CharField(_("prefix of the surname"), max_length=20, blank=True)
    family_name = models.CharField(_("surname"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail address"), unique=True, null=True, blank=True)
    login_name = models.CharField(
        _("name code"),
        max_length=40,
        unique=True,
        null=True,
        blank=True,
        help_text="Signs in together with a password, for who has no e-mail (decision 0006).",
    )
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl")
    text_size = models.CharField(
        _("text size"), max_length=10, choices=TextSize.choices, default=TextSize.NORMAL
    )
    made_in_network = models.UUIDField(_("made in network"), null=True, blank=True)
    is_platform_administrator = models.BooleanField(_("platform administrator"), default=False)
    is_active = models.BooleanField(_("can sign in"), default=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    session_epoch = models.PositiveIntegerField(
        _("times that all sessions were ended"), default=0, editable=False
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = PersonManager()

    class Meta:
        ordering = ["family_name", "given_name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                name="closed_person_cannot_sign_in",
                condition=Q(closed_at=None) | Q(is_active=False),
            ),
            models.CheckConstraint(name="person_email_is_empty_or_filled", condition=~Q(email="")),
            models.CheckConstraint(
                name="person_login_name_is_empty_or_filled", condition=~Q(login_name="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The whole name as it is said: 'Hanneke de Wit'."""
        return whole_name(
            self.given_name, self.prefix, self.family_name, self.email, self.closed_at
        )

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session holds as long as the password and the epoch stay the same."""
        sealed = f"{self.password}:{self.session_epoch}"
        salt = "wijknetwerk.accounts.session"
        return salted_hmac(salt, sealed, secret=secret, algorithm="sha256").hexdigest()

    @property
    def is_staff(self) -> bool:
        """There is no generic admin site; nobody is staff (rule A5)."""
        return False


def display_name(person: Person) -> str:
    """How django-allauth names a person on a page or in a mail."""
    return person.name


class EmailChange(Thing):
    """A change of address that the old address can still undo; forgotten when that time is over."""

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    old_email = models.EmailField(_("old address"))
    new_email = models.EmailField(_("new address"))
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("change of e-mail address")
        indexes = [models.Index(fields=["person", "created_at"], name="email_change_by_person")]

    def __str__(self) -> str:
        return str(self.uuid)


UNDER_WAY = Q(stopped_at=None, done_at=None)
"""Recoveries that are not over: neither stopped nor done."""


class Recovery(Thing):
    """Somebody can't sign in any more; two others help them, after a delay (rule A5).

    `ripe_at` is set when the second helper confirms; the person can stop it until then.
    """

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    in_network = models.UUIDField(_("in which network"))
    started_by = models.ForeignKey(
        Person, verbose_name=_("started by"), on_delete=models.PROTECT, related_name="+"
    )
    confirmed_by = models.ForeignKey(
        Person,
        verbose_name=_("confirmed by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    new_email = models.EmailField(_("new address"), blank=True)
    by_letter = models.BooleanField(
        _("told by letter"),
        default=False,
        help_text="The person has no e-mail: they are told on paper, with a code that stops it.",
    )
    letter_at = models.DateTimeField(_("letter made"), null=True)
    told_at = models.DateTimeField(
        _("told on the screen"), null=True, help_text="When they first signed in after it."
    )
    ripe_at = models.DateTimeField(_("from when"), null=True)
    stopped_at = models.DateTimeField(_("stopped"), null=True)
    done_at = models.DateTimeField(_("done"), null=True)

    class Meta:
        verbose_name = _("recovery of signing in")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=UNDER_WAY,
                name="one_open_recovery_per_person",
            ),
            models.CheckConstraint(
                name="recovery_takes_two_others",
                condition=~Q(person=F("started_by"))
                & (
                    Q(confirmed_by=None)
                    | (~Q(confirmed_by=F("started_by")) & ~Q(confirmed_by=F("person")))
                ),
            ),
            models.CheckConstraint(
                name="recovery_ripens_after_second_yes",
                condition=Q(confirmed_by=None, ripe_at=None, done_at=None)
                | Q(confirmed_by__isnull=False, ripe_at__isnull=False),
            ),
            models.CheckConstraint(
                name="recovery_by_letter_waits_for_it",
                condition=Q(by_letter=False) | Q(ripe_at=None) | Q(letter_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class LinkedAccount(Thing):
    """An account elsewhere (OpenID Connect) with which a person signs in.

    Whoever runs the other side vouches for `subject`, never for an address: an address says who
    somebody is only the first time, and only when nobody here has it (rule A5).
    """

    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    provider = models.CharField(_("where"), max_length=40)
    issuer = models.CharField(_("issuer"), max_length=255)
    subject = models.CharField(_("reference there"), max_length=255)
    email = models.EmailField(_("e-mail address there"), blank=True)
    used_at = models.DateTimeField(_("last used"), null=True)

    class Meta:
        verbose_name = _("linked account")
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="linked_account_is_ones"),
            models.UniqueConstraint(fields=["person", "provider"], name="one_link_a_provider"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.person_id}"
