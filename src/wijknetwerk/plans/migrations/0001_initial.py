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
        ("core", "0001_initial"),
        ("mutual_aid", "0001_initial"),
        ("networks", "0001_initial"),
    ]

    operations = [
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
                    "said_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_app", "here, by yourself"),
                            ("on_paper", "on paper"),
                            ("spoken", "spoken"),
                        ],
                        max_length=10,
                        verbose_name="how the resident said yes or no",
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
                    "said_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who noted the answer",
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
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
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
                    "what",
                    wijknetwerk.core.fields.EncryptedTextField(verbose_name="what was agreed"),
                ),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                (
                    "owner",
                    models.CharField(
                        choices=[
                            ("resident", "the resident"),
                            ("circle", "somebody of the circle"),
                            ("named", "somebody who takes no part here"),
                        ],
                        max_length=10,
                        verbose_name="who does it",
                    ),
                ),
                (
                    "owner_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who takes no part"
                    ),
                ),
                (
                    "owner_mail",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="e-mail address of who takes no part"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="before or on")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("made", "waits for the resident's yes"),
                            ("agreed", "agreed"),
                            ("sent_back", "the resident says: this is not right"),
                            ("done", "done"),
                            ("dropped", "let go"),
                        ],
                        default="made",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "came_from",
                    models.CharField(
                        choices=[
                            ("itself", "on its own"),
                            ("need", "something the resident needs"),
                            ("conference", "a talk"),
                        ],
                        default="itself",
                        max_length=12,
                        verbose_name="where it was agreed",
                    ),
                ),
                ("source", models.UUIDField(blank=True, null=True, verbose_name="in which one")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "reminded_for",
                    models.DateField(blank=True, null=True, verbose_name="reminded of this day"),
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
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.circlemember",
                        verbose_name="who of the circle",
                    ),
                ),
            ],
            options={
                "verbose_name": "agreement",
                "indexes": [
                    models.Index(fields=["network", "due_on"], name="agreement_of_network"),
                    models.Index(
                        condition=models.Q(("state__in", ["made", "agreed", "sent_back"])),
                        fields=["due_on"],
                        name="agreement_open_by_day",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner", "circle"), ("place__isnull", False)),
                            models.Q(("place", None), models.Q(("owner", "circle"), _negated=True)),
                            _connector="OR",
                        ),
                        name="agreement_has_one_owner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("done_on", None)),
                            _connector="OR",
                        ),
                        name="agreement_done_has_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("came_from", "itself"), ("source", None)),
                            models.Q(
                                models.Q(("came_from", "itself"), _negated=True),
                                ("source__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_says_where_it_was_made",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConferenceSession",
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
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
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
                        verbose_name="party",
                    ),
                ),
            ],
            options={
                "verbose_name": "session of conferences",
                "indexes": [
                    models.Index(
                        fields=["network", "organisation", "starts_at"], name="session_by_party"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="session_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Conference",
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
                        choices=[
                            ("proposed", "waits for the resident's yes"),
                            ("planned", "the resident said yes"),
                            ("held", "was held"),
                            ("written", "written down"),
                            ("sent", "went to the resident"),
                            ("called_off", "does not go on"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                (
                    "why",
                    wijknetwerk.core.fields.EncryptedTextField(verbose_name="what it is about"),
                ),
                (
                    "at_home",
                    models.BooleanField(default=True, verbose_name="at the resident's home"),
                ),
                (
                    "place",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="where else"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                ("changed_at", models.DateTimeField(verbose_name="changed")),
                (
                    "sequence",
                    models.PositiveIntegerField(default=0, verbose_name="how often it was moved"),
                ),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="held")),
                (
                    "resident_was_there",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="the resident was there"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="how many minutes"
                    ),
                ),
                (
                    "report",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what was said and agreed, in plain words"
                    ),
                ),
                ("report_version", models.PositiveIntegerField(default=0, verbose_name="version")),
                (
                    "report_by",
                    models.DateField(
                        blank=True, null=True, verbose_name="with the resident before or on"
                    ),
                ),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                (
                    "read_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="read by the resident"
                    ),
                ),
                (
                    "called_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="called by",
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
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.conferencesession",
                        verbose_name="session of a practice",
                    ),
                ),
            ],
            options={
                "verbose_name": "conference",
                "indexes": [
                    models.Index(fields=["session"], name="conference_of_session"),
                    models.Index(
                        condition=models.Q(("state__in", ["held", "written"])),
                        fields=["report_by"],
                        name="conference_to_write",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="conference_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("held_at__isnull", False),
                                ("state__in", ["held", "written", "sent"]),
                            ),
                            models.Q(
                                ("held_at", None),
                                ("state__in", ["proposed", "planned", "called_off"]),
                            ),
                            _connector="OR",
                        ),
                        name="conference_that_was_held_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at__isnull", False), ("state", "sent")),
                            models.Q(models.Q(("state", "sent"), _negated=True), ("sent_at", None)),
                            _connector="OR",
                        ),
                        name="conference_that_was_sent_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherwiseCount",
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
                    "where",
                    models.CharField(
                        choices=[
                            ("gp", "to the general practice"),
                            ("municipality", "to the municipality"),
                            ("care", "to home care"),
                            ("family", "to family or friends"),
                            ("paid", "paid for it"),
                            ("nowhere", "nowhere"),
                        ],
                        max_length=20,
                        verbose_name="where to",
                    ),
                ),
                ("times", models.PositiveIntegerField(default=0, verbose_name="how often")),
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
                "verbose_name": "where people would otherwise have gone",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "where"), name="otherwise_once_a_network"
                    )
                ],
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
                            ("partner", "husband, wife or partner"),
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
        migrations.CreateModel(
            name="DecidedFor",
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
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        verbose_name="which decision, and why"
                    ),
                ),
                ("made_at", models.DateTimeField(verbose_name="written")),
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
                    "representative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decided",
                        to="plans.representative",
                        verbose_name="who decided",
                    ),
                ),
            ],
            options={
                "verbose_name": "decision for a resident",
            },
        ),
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
                (
                    "asked_again_on",
                    models.DateField(blank=True, null=True, verbose_name="asked anew by mail"),
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
            name="Referral",
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
                ("what", wijknetwerk.core.fields.EncryptedTextField(verbose_name="what is asked")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "waits for the resident's yes"),
                            ("asked", "asked"),
                            ("accepted", "taken up"),
                            ("refused", "not taken up"),
                            ("done", "done"),
                            ("stopped", "went no further"),
                        ],
                        default="proposed",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("consent", "your permission"),
                            ("contract", "an agreement with you"),
                            ("legal_duty", "a duty by law"),
                            ("vital_interest", "danger to life"),
                            ("public_task", "a task that the law gives"),
                            ("legitimate_interest", "a weighed interest"),
                        ],
                        default="consent",
                        max_length=30,
                        verbose_name="on what it rests",
                    ),
                ),
                (
                    "task",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="task and article of the law"
                    ),
                ),
                ("asked_on", models.DateField(blank=True, null=True, verbose_name="asked on")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="over since")),
                (
                    "answer",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="the reason, or what came of it"
                    ),
                ),
                (
                    "consent",
                    models.UUIDField(blank=True, null=True, verbose_name="the yes that opened it"),
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.circlemember",
                        verbose_name="to whom",
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
                "verbose_name": "referral",
                "indexes": [models.Index(fields=["plan", "state"], name="referral_of_plan")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "accepted"]),
                            models.Q(("consent", None), ("state", "proposed")),
                            models.Q(("consent", None), ("ended_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_that_is_over_opens_nothing",
                    )
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
                    "went",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("go_on", "I go on with it"),
                            ("enough", "it is enough like this"),
                            ("otherwise", "I want it otherwise"),
                        ],
                        max_length=10,
                        verbose_name="how it goes on",
                    ),
                ),
                (
                    "looked_back_on",
                    models.DateField(blank=True, null=True, verbose_name="looked back on"),
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
            name="PlanDocument",
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
                ("title", wijknetwerk.core.fields.EncryptedTextField(verbose_name="what it is")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("added_at", models.DateTimeField(verbose_name="added")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.privatefile",
                        verbose_name="file",
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
                "verbose_name": "document of a plan",
                "indexes": [models.Index(fields=["plan", "added_at"], name="document_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="OtherwiseSaid",
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
                "verbose_name": "end of a plan answered",
                "constraints": [
                    models.UniqueConstraint(fields=("plan",), name="end_of_a_plan_answered_once")
                ],
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
                    "agreement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="plans.agreement",
                        verbose_name="agreement",
                    ),
                ),
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
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="plans.referral",
                        verbose_name="referral",
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreement", None), ("choice", "agreement"), _connector="OR"
                        ),
                        name="agreement_belongs_to_need_for_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referral", None), ("choice", "referral"), _connector="OR"
                        ),
                        name="referral_belongs_to_need_for_one",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
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
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="message")),
                ("money", models.BooleanField(default=False, verbose_name="about money")),
                ("written_at", models.DateTimeField(verbose_name="written")),
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
                "verbose_name": "message in a circle",
                "indexes": [models.Index(fields=["plan", "written_at"], name="message_of_plan")],
            },
        ),
        migrations.CreateModel(
            name="LookedBack",
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
                ("words", wijknetwerk.core.fields.EncryptedTextField(verbose_name="how it went")),
                (
                    "went",
                    models.CharField(
                        choices=[
                            ("go_on", "I go on with it"),
                            ("enough", "it is enough like this"),
                            ("otherwise", "I want it otherwise"),
                        ],
                        max_length=10,
                        verbose_name="how it goes on",
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
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="looks",
                        to="plans.plangoal",
                        verbose_name="goal",
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
                "verbose_name": "look back at a goal",
                "indexes": [models.Index(fields=["goal", "on"], name="look_back_of_goal")],
            },
        ),
        migrations.CreateModel(
            name="LeftOut",
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="left out",
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
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="left_out",
                        to="plans.message",
                        verbose_name="message",
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
                "verbose_name": "left out of a message",
                "constraints": [
                    models.UniqueConstraint(fields=("message", "person"), name="left_out_once"),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("resident")), _negated=True),
                        name="resident_is_never_left_out",
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
                    "told_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="the resident heard it"
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
                    "told_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who told the resident",
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
            name="DocumentReader",
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reader",
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readers",
                        to="plans.plandocument",
                        verbose_name="document",
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
                "verbose_name": "reader of a document",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "person"), name="document_reader_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConferenceView",
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
                    "moment",
                    models.CharField(
                        choices=[("before", "before"), ("after", "afterwards")],
                        max_length=10,
                        verbose_name="when",
                    ),
                ),
                (
                    "marks",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="marks"),
                ),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="views",
                        to="plans.conference",
                        verbose_name="conference",
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
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="said by",
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
                "verbose_name": "view of a conference",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conference", "moment", "said_by"),
                        name="one_view_a_person_and_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConferenceLine",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("question", "question"),
                            ("brought", "what I bring"),
                            ("note", "note"),
                        ],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                ("of_resident", models.BooleanField(default=False, verbose_name="of the resident")),
                ("text", wijknetwerk.core.fields.EncryptedTextField(verbose_name="words")),
                (
                    "beside",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="words of somebody else at the same moment"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                ("gone_at", models.DateTimeField(blank=True, null=True, verbose_name="taken out")),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="plans.conference",
                        verbose_name="conference",
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
                "verbose_name": "line of a conference",
                "indexes": [models.Index(fields=["conference", "kind"], name="line_of_conference")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "brought")),
                        fields=("conference", "written_by"),
                        name="one_brings_one_text_to_a_conference",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConferenceGuest",
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
                        choices=[
                            ("asked", "waits for the resident's yes"),
                            ("yes", "comes"),
                            ("no", "does not come"),
                        ],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("is_chair", models.BooleanField(default=False, verbose_name="leads the talk")),
                ("was_there", models.BooleanField(blank=True, null=True, verbose_name="was there")),
                (
                    "consent",
                    models.UUIDField(
                        blank=True, null=True, verbose_name="consent given with the yes"
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="guests",
                        to="plans.conference",
                        verbose_name="conference",
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.circlemember",
                        verbose_name="place in the circle",
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
                "verbose_name": "guest of a conference",
                "indexes": [
                    models.Index(fields=["place", "state"], name="conference_guest_by_place")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("conference", "place"), name="asked_once_for_a_conference"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_chair", True)),
                        fields=("conference",),
                        name="one_chair_a_conference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_chair", False), ("state", "yes"), _connector="OR"),
                        name="chair_comes",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="conference",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="plans.residentplan",
                verbose_name="plan",
            ),
        ),
        migrations.AddField(
            model_name="circlemember",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="plans.residentplan",
                verbose_name="plan",
            ),
        ),
        migrations.CreateModel(
            name="BeforeAfter",
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
                    "before",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="before"),
                ),
                (
                    "after",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="after"),
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
                    "need",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="before_after",
                        to="plans.need",
                        verbose_name="need",
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
                "verbose_name": "well-being before and after",
            },
        ),
        migrations.CreateModel(
            name="AgreementStep",
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
                    "act",
                    models.CharField(
                        choices=[
                            ("agree", "the resident says: this is right"),
                            ("wrong", "the resident says: this is not right"),
                            ("change", "said in other words"),
                            ("move", "moved to another day"),
                            ("done", "done"),
                            ("drop", "let go"),
                        ],
                        max_length=10,
                        verbose_name="what happened",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="why"),
                ),
                (
                    "due_before",
                    models.DateField(blank=True, null=True, verbose_name="the day before that"),
                ),
                ("by_link", models.BooleanField(default=False, verbose_name="from a link")),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="plans.agreement",
                        verbose_name="agreement",
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
                "verbose_name": "step of an agreement",
                "indexes": [models.Index(fields=["plan"], name="agreement_step_of_plan")],
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="plans.residentplan",
                verbose_name="plan",
            ),
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
            name="CardGoal",
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
                ("side", wijknetwerk.core.fields.EncryptedTextField(verbose_name="side of life")),
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
                    "goal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="from_card",
                        to="plans.plangoal",
                        verbose_name="goal",
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
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="goals",
                        to="plans.wellbeingsnapshot",
                        verbose_name="conversation card",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal from a card",
            },
        ),
        migrations.CreateModel(
            name="CarerWord",
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
                (
                    "holds_up",
                    wijknetwerk.core.fields.EncryptedTextField(verbose_name="how it goes"),
                ),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what would help"
                    ),
                ),
                (
                    "carer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="carer",
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.circlemember",
                        verbose_name="place in the circle",
                    ),
                ),
            ],
            options={
                "verbose_name": "word of a carer",
                "indexes": [models.Index(fields=["place", "on"], name="carer_word_of_place")],
            },
        ),
        migrations.CreateModel(
            name="CarerReader",
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
                    "carer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="carer",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.circlemember",
                        verbose_name="place in the circle",
                    ),
                ),
            ],
            options={
                "verbose_name": "reader of a carer",
                "constraints": [
                    models.UniqueConstraint(fields=("place", "person"), name="carer_reader_once")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="conference",
            index=models.Index(fields=["plan", "starts_at"], name="conference_of_plan"),
        ),
        migrations.AddConstraint(
            model_name="circlemember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_contact", True)),
                fields=("plan",),
                name="one_contact_person_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="circlemember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("role", "case_lead"), ("state", "in")),
                fields=("plan",),
                name="one_case_lead_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="circlemember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["asked", "in"])),
                fields=("plan", "membership"),
                name="member_has_one_place_in_a_circle",
            ),
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["plan", "due_on"], name="agreement_of_plan"),
        ),
    ]
