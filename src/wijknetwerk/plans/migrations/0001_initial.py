import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wijknetwerk.core.clock
import wijknetwerk.core.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("mutual_aid", "0001_initial"),
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ResidentPlan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("closed", "closed")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("begun_at", models.DateTimeField(verbose_name="begun")),
                (
                    "begun_how",
                    models.CharField(
                        choices=[
                            ("self", "by themselves"),
                            ("spoken", "spoken"),
                            ("on_paper", "on paper"),
                        ],
                        max_length=10,
                        verbose_name="how it was said",
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                (
                    "closing_words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="how it was, in own words"
                    ),
                ),
                (
                    "taken",
                    models.CharField(
                        blank=True,
                        choices=[("taken", "taken along"), ("not_needed", "not needed")],
                        max_length=10,
                        verbose_name="taken along",
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begun by",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "closed")),
                        fields=["closed_at"],
                        name="plan_closed_since",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("network", "resident"),
                        name="one_open_plan_per_resident_and_network",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("state", "open"), ("taken", "")),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state", "closed"),
                                models.Q(("taken", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="plan_is_closed_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanGoal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="let go")),
                (
                    "look_back_on",
                    models.DateField(blank=True, null=True, verbose_name="we look back on"),
                ),
                (
                    "looked_back",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="how it went"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal",
                "indexes": [models.Index(fields=["plan", "gone_at"], name="goal_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="let go")),
                (
                    "choice",
                    models.CharField(
                        choices=[
                            ("own_people", "my own people do this"),
                            ("help", "somebody of the neighbourhood helps"),
                            ("referral", "a party takes this up"),
                            ("agreement", "we agreed who does what"),
                        ],
                        max_length=12,
                        verbose_name="what was chosen",
                    ),
                ),
                ("chosen_on", models.DateField(blank=True, null=True, verbose_name="chosen on")),
                (
                    "help_request",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="mutual_aid.helprequest",
                        verbose_name="request for help",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "I need",
                "indexes": [models.Index(fields=["plan", "gone_at"], name="need_of_plan")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("choice", ""), ("chosen_on", None)),
                            models.Q(
                                models.Q(("choice", ""), _negated=True),
                                ("chosen_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="chosen_need_has_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("help_request", None), ("choice", "help"), _connector="OR"
                        ),
                        name="request_belongs_to_need_for_help",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmergencyLook",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("danger", "danger to life"),
                            ("crisis", "a crisis in which the person can't answer"),
                        ],
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("words", wijknetwerk.core.fields.EncryptedTextField(verbose_name="why")),
                ("opened_at", models.DateTimeField(verbose_name="opened")),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="ended earlier"),
                ),
                ("review_by", models.DateField(verbose_name="reviewed before or on")),
                (
                    "reviewed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="reviewed"),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("right", "it was right"),
                            ("wrong", "it should not have happened"),
                        ],
                        max_length=10,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "findings",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what was found"
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who looked",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.organisation",
                        verbose_name="for which party",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewed by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "look in an emergency",
                "indexes": [
                    models.Index(
                        fields=["membership", "opened_at"], name="emergency_by_membership"
                    ),
                    models.Index(
                        condition=models.Q(("reviewed_at", None)),
                        fields=["network", "review_by"],
                        name="emergency_to_review",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at", None), ("verdict", "")),
                            models.Q(
                                models.Q(("verdict", ""), _negated=True),
                                ("reviewed_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="review_of_a_look_is_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlierWords",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("thing", models.CharField(max_length=12, verbose_name="what it was")),
                ("subject", models.UUIDField(verbose_name="of which line")),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("version", models.PositiveIntegerField(verbose_name="version")),
                ("replaced_at", models.DateTimeField(verbose_name="replaced")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier words",
                "indexes": [models.Index(fields=["plan"], name="earlier_words_of_plan")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject", "version"), name="one_line_has_a_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CircleMember",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("family", "family or friend"),
                            ("carer", "informal carer"),
                            ("volunteer", "volunteer"),
                            ("professional", "professional"),
                            ("case_lead", "keeps the overview of care"),
                            ("client_supporter", "stands beside you"),
                        ],
                        max_length=20,
                        verbose_name="as",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "waits for the resident's yes"),
                            ("in", "in the circle"),
                            ("refused", "went no further"),
                            ("left", "in the circle no more"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("is_contact", models.BooleanField(default=False, verbose_name="contact person")),
                (
                    "name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who is no member"
                    ),
                ),
                (
                    "phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="number of who is no member"
                    ),
                ),
                (
                    "relation",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="who this is to me"
                    ),
                ),
                (
                    "news_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="something new since"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.organisation",
                        verbose_name="for which party",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "place in a circle",
                "indexes": [
                    models.Index(fields=["membership", "state"], name="circle_by_membership")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["asked", "in"]), ("until_on", None)),
                            models.Q(
                                ("state__in", ["refused", "left"]), ("until_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="place_that_is_over_has_a_last_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("organisation__isnull", False),
                            ("membership", None),
                            models.Q(("role__in", ["professional", "case_lead"]), _negated=True),
                            _connector="OR",
                        ),
                        name="who_works_for_a_party_says_which",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_contact", False), ("state", "in"), _connector="OR"),
                        name="contact_person_is_in_the_circle",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_contact", True)),
                        fields=("plan",),
                        name="one_contact_person_a_plan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "case_lead"), ("state", "in")),
                        fields=("plan",),
                        name="one_case_lead_a_plan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["asked", "in"])),
                        fields=("plan", "membership"),
                        name="member_has_one_place_in_a_circle",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strength",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="let go")),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("self", "I can do this myself"),
                            ("own_people", "my own people can"),
                        ],
                        max_length=12,
                        verbose_name="who can",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "I can",
                "indexes": [models.Index(fields=["plan", "gone_at"], name="strength_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="Want",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="let go")),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "I want",
                "indexes": [models.Index(fields=["plan", "gone_at"], name="want_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="WellbeingSnapshot",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("on", models.DateField(verbose_name="day")),
                ("marks", wijknetwerk.core.fields.EncryptedTextField(verbose_name="marks")),
                ("why", wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="why")),
                (
                    "first",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what first"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.residentplan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "conversation card",
                "indexes": [models.Index(fields=["plan", "on"], name="card_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="PlanSettings",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                (
                    "emergency_on",
                    models.BooleanField(
                        default=False, verbose_name="professionals can look in an emergency"
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "settings of plans",
                "constraints": [
                    models.UniqueConstraint(fields=("network",), name="one_plan_settings_a_network")
                ],
            },
        ),
        migrations.CreateModel(
            name="Representative",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, editable=False, verbose_name="made"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("curator", "curator, named by a court"),
                            ("mentor", "mentor, named by a court"),
                            ("bewindvoerder", "administrator of money, named by a court"),
                            ("authorised", "authorised in writing"),
                            ("partner", "partner"),
                            ("parent", "parent"),
                            ("child", "son or daughter"),
                            ("sibling", "brother or sister"),
                        ],
                        max_length=20,
                        verbose_name="as",
                    ),
                ),
                ("parts", models.JSONField(default=list, verbose_name="for which parts")),
                (
                    "decisions",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="for which decisions"
                    ),
                ),
                (
                    "proof",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what the proof is"
                    ),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="proof seen")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who represents",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="resident",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="proof seen by",
                    ),
                ),
            ],
            options={
                "verbose_name": "representative",
                "indexes": [
                    models.Index(fields=["network", "resident"], name="representative_of"),
                    models.Index(fields=["membership"], name="representative_by"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="representative_period_is_forward",
                    )
                ],
            },
        ),
    ]
