"""Who asks and who helps, what is known of a helper, and what the network has settled for help."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.fields import EncryptedTextField
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.networks.rows import NetworkRow


class ReachedBy(models.TextChoices):
    """How somebody wants to hear something."""

    PHONE = "phone", _("by phone")
    MAIL = "mail", _("by e-mail")
    LETTER = "letter", _("by letter")


class SaidHow(models.TextChoices):
    """How somebody said yes to being written down."""

    SELF = "self", _("here, by themselves")
    PHONE = "phone", _("spoken, by phone")
    IN_PERSON = "in_person", _("spoken, face to face")
    PAPER = "paper", _("on paper")
    REPRESENTATIVE = "representative", _("by who may decide for them")


class Neighbour(NetworkRow):
    """Somebody who asks or helps in this network; anybody can do both.

    A member has a person and a membership, and the name and number stand there. Who takes part in
    nothing has a name and a number here, for the desk only. The address goes to the other side
    after both said yes (rule H1).
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    membership = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = EncryptedTextField(_("name of who takes part in nothing"), blank=True)
    phone = EncryptedTextField(_("number of who takes part in nothing"), blank=True)
    email = EncryptedTextField(_("e-mail address of who takes part in nothing"), blank=True)
    address = EncryptedTextField(_("street and number"), blank=True)
    handy = EncryptedTextField(_("handy to know when you call"), blank=True)
    pc4 = models.CharField(_("first four digits of the postcode"), max_length=4, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    reached_by = models.CharField(
        _("how to be reached"), max_length=10, choices=ReachedBy.choices, default=ReachedBy.PHONE
    )
    said_yes_at = models.DateTimeField(_("said yes to being written down"))
    said_how = models.CharField(_("how that was said"), max_length=20, choices=SaidHow.choices)
    sentence = models.TextField(_("the sentence that was read"))
    sentence_hash = models.CharField(max_length=64)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["Neighbour"]] = ScopedManager(person_field="person_id")

    class Meta:
        verbose_name = _("somebody who asks or helps")
        constraints = [
            models.CheckConstraint(
                name="neighbour_is_member_or_nobody_here",
                condition=Q(person__isnull=False, membership__isnull=False)
                | Q(person=None, membership=None),
            ),
            models.UniqueConstraint(
                fields=["network", "person"],
                condition=Q(person__isnull=False),
                name="one_neighbour_a_person",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class FactKind(models.TextChoices):
    """What somebody of the desk saw or heard; dated, and never a badge of safety."""

    MET = "met", _("met in person")
    REFERENCE = "reference", _("spoke with somebody who knows this helper")
    VOG_SEEN = "vog_seen", _("certificate of conduct (VOG) seen")
    CODE_SIGNED = "code_signed", _("signed our code of conduct")
    INSURED = "insured", _("told about the volunteers' insurance")


class HelperFact(NetworkRow):
    """One thing that we know of a helper: since when, who noted it. No document is kept."""

    helper = models.ForeignKey(
        Neighbour, verbose_name=_("helper"), on_delete=models.PROTECT, related_name="facts"
    )
    kind = models.CharField(_("what"), max_length=20, choices=FactKind.choices)
    on = models.DateField(_("on"))
    code_version = models.PositiveSmallIntegerField(
        _("which text of the code of conduct"), null=True, blank=True
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("noted by"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects: ClassVar[ScopedManager["HelperFact"]] = ScopedManager()

    class Meta:
        verbose_name = _("what we know of a helper")
        constraints = [
            models.UniqueConstraint(fields=["helper", "kind", "on"], name="helper_fact_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class HelpSettings(NetworkRow):
    """What this network has settled for help between neighbours; the defaults hold without it."""

    lapse_days = models.PositiveSmallIntegerField(
        _("days until a question to a helper lapses"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    check_weeks = models.PositiveSmallIntegerField(
        _("weeks until the first check"),
        default=7,
        validators=[MinValueValidator(6), MaxValueValidator(8)],
    )
    code_of_conduct = models.TextField(_("code of conduct"), blank=True, max_length=4000)
    code_version = models.PositiveSmallIntegerField(_("version of the code of conduct"), default=1)
    code_from = models.DateField(_("code of conduct since"), null=True, blank=True)
    insurance = models.TextField(_("volunteers' insurance"), blank=True, max_length=2000)
    concerns_to = models.ForeignKey(
        "networks.Membership",
        verbose_name=_("who hears concerns"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    concerns_else = models.ForeignKey(
        "networks.Membership",
        verbose_name=_(
            "who hears concerns when it is about that person, family, or that one is away"
        ),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    meldcode_name = models.CharField(_("who follows the meldcode"), max_length=120, blank=True)
    meldcode_phone = models.CharField(_("their number"), max_length=20, blank=True)
    independent_name = models.CharField(
        _("independent person for complaints"), max_length=120, blank=True
    )
    independent_phone = models.CharField(_("their number"), max_length=20, blank=True)
    independent_email = models.EmailField(_("their e-mail address"), blank=True)
    complaint_days = models.PositiveSmallIntegerField(
        _("days until the answer to a complaint"),
        default=28,
        validators=[MinValueValidator(7), MaxValueValidator(42)],
    )

    objects: ClassVar[ScopedManager["HelpSettings"]] = ScopedManager()

    class Meta:
        verbose_name = _("settings for help")
        constraints = [
            models.UniqueConstraint(fields=["network"], name="one_help_settings_a_network"),
            models.CheckConstraint(
                name="check_in_six_to_eight_weeks",
                condition=Q(check_weeks__gte=6, check_weeks__lte=8),
            ),
        ]

    def __str__(self) -> str:
        return str(self.network_id)
