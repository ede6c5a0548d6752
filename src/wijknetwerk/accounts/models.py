"""People. E-mail may be empty: a person without a computer exists and takes full part."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock


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
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    language = models.CharField(_("language"), max_length=5, default="nl")
    text_size = models.CharField(
        _("text size"), max_length=10, choices=TextSize.choices, default=TextSize.NORMAL
    )
    made_in_network = models.UUIDField(_("made in network"), null=True, blank=True)
    is_platform_administrator = models.BooleanField(_("platform administrator"), default=False)
    is_active = models.BooleanField(_("can sign in"), default=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

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
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The whole name as it is said: 'Hanneke de Wit'."""
        if self.closed_at is not None:
            return str(_("someone who left"))
        parts = (self.given_name, self.prefix, self.family_name)
        return " ".join(part for part in parts if part) or self.email or str(_("someone"))

    @property
    def is_staff(self) -> bool:
        """There is no generic admin site; nobody is staff (rule A5)."""
        return False


def display_name(person: Person) -> str:
    """How django-allauth names a person on a page or in a mail."""
    return person.name
