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
    ]

    operations = [
        migrations.CreateModel(
            name="Organisation",
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
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("is_example", models.BooleanField(default=False, verbose_name="example")),
            ],
            options={
                "verbose_name": "organisation",
                "verbose_name_plural": "organisations",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Area",
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
                ("code", models.CharField(max_length=10, verbose_name="code")),
                ("year", models.PositiveSmallIntegerField(verbose_name="year of the division")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("GM", "municipality"),
                            ("WK", "district"),
                            ("BU", "neighbourhood"),
                        ],
                        max_length=2,
                        verbose_name="kind",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("municipality_code", models.CharField(max_length=6, verbose_name="municipality")),
                (
                    "municipality_name",
                    models.CharField(max_length=120, verbose_name="name of the municipality"),
                ),
                (
                    "district_code",
                    models.CharField(blank=True, max_length=8, verbose_name="district"),
                ),
                ("province", models.CharField(blank=True, max_length=40, verbose_name="province")),
                (
                    "population",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="inhabitants"),
                ),
                ("search_name", models.CharField(db_index=True, max_length=260)),
            ],
            options={
                "verbose_name": "area",
                "verbose_name_plural": "areas",
                "indexes": [
                    models.Index(fields=["municipality_code", "year"], name="area_by_municipality")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("code", "year"), name="area_is_one_per_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                    "discipline",
                    models.CharField(blank=True, max_length=40, verbose_name="discipline"),
                ),
                (
                    "energies",
                    models.JSONField(blank=True, default=list, verbose_name="what gives energy"),
                ),
                (
                    "introduction",
                    models.CharField(blank=True, max_length=300, verbose_name="in one sentence"),
                ),
                (
                    "shown_publicly",
                    models.BooleanField(default=False, verbose_name="on the public page"),
                ),
                (
                    "phone_shown",
                    models.BooleanField(default=False, verbose_name="phone number for members"),
                ),
                (
                    "ended_reason",
                    models.CharField(blank=True, max_length=20, verbose_name="why it ended"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "indexes": [
                    models.Index(fields=["person", "until_on"], name="membership_by_person")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="membership_period_is_forward",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Network",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="address")),
                ("place_text", models.CharField(blank=True, max_length=120, verbose_name="place")),
                (
                    "summary",
                    models.CharField(blank=True, max_length=200, verbose_name="in one sentence"),
                ),
                ("why", models.TextField(blank=True, max_length=2000, verbose_name="why we start")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "desk_place",
                    models.CharField(blank=True, max_length=120, verbose_name="where the desk is"),
                ),
                (
                    "desk_hours",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="when the desk is open"
                    ),
                ),
                (
                    "open_for_joining",
                    models.BooleanField(default=False, verbose_name="people may ask to join"),
                ),
                ("is_example", models.BooleanField(default=False, verbose_name="example")),
                (
                    "search_words",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="Folded name, place and areas (`services.place.remember_words`).",
                        max_length=2000,
                    ),
                ),
                (
                    "latitude",
                    models.FloatField(
                        blank=True,
                        editable=False,
                        help_text="The middle of its areas; none without areas (`services.place.remember_words`).",
                        null=True,
                    ),
                ),
                ("longitude", models.FloatField(blank=True, editable=False, null=True)),
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("draft", "being started"),
                            ("members", "for members only"),
                            ("asked", "waiting for approval"),
                            ("public", "public"),
                            ("declined", "not approved"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="visibility",
                    ),
                ),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="started")),
                (
                    "asked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="approval asked"),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="decided")),
                (
                    "decision_reason",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reason of the decision"
                    ),
                ),
                ("paused_on", models.DateField(blank=True, null=True, verbose_name="rests since")),
                ("stops_on", models.DateField(blank=True, null=True, verbose_name="stops on")),
                ("stopped_on", models.DateField(blank=True, null=True, verbose_name="stopped on")),
                (
                    "lessons",
                    models.TextField(blank=True, max_length=1500, verbose_name="what was learned"),
                ),
                (
                    "lessons_shared",
                    models.BooleanField(default=False, verbose_name="others may read the lessons"),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="goes on where this stopped",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="started by",
                    ),
                ),
            ],
            options={
                "verbose_name": "network",
                "verbose_name_plural": "networks",
                "indexes": [
                    models.Index(fields=["visibility", "name"], name="network_by_visibility")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("visibility__in", ["public", "declined"]), _negated=True),
                            ("decided_at__isnull", False),
                            _connector="OR",
                        ),
                        name="network_public_after_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stopped_on", None),
                            models.Q(("paused_on", None), ("stops_on", None)),
                            _connector="OR",
                        ),
                        name="stopped_network_rests_no_more",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MembershipRole",
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
                            ("coordinator", "coordinator"),
                            ("administrator", "administrator"),
                            ("village_supporter", "village supporter"),
                            ("board", "board member"),
                            ("privacy_officer", "privacy officer"),
                            ("learner", "learner"),
                            ("professional", "professional"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                ("paid_by", models.CharField(blank=True, max_length=120, verbose_name="who pays")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
                    ),
                ),
                (
                    "assent_text",
                    models.CharField(blank=True, max_length=200, verbose_name="how members agreed"),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Themselves for who started the network (decision 0014).",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="networks.membership",
                        verbose_name="member",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        help_text="The member's person, so that the row-level policy shows people their own roles.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="supervisor",
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
                "verbose_name": "role of a member",
                "indexes": [models.Index(fields=["network", "role"], name="role_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="role_period_is_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("membership", "role"),
                        name="member_holds_role_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "learner"), _negated=True),
                            models.Q(("supervisor__isnull", False), ("until_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="learner_has_supervisor_and_end",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="network",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="networks.network",
                verbose_name="network",
            ),
        ),
        migrations.CreateModel(
            name="Mandate",
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
                ("acts", models.JSONField(default=list, verbose_name="what may be noted")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("phone", "spoken, by phone"),
                            ("in_person", "spoken, face to face"),
                            ("paper", "on paper"),
                            ("representative", "by who may decide for them"),
                        ],
                        max_length=20,
                        verbose_name="how it was said",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="the sentence that was read aloud")),
                ("sentence_hash", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("given_at", models.DateTimeField(verbose_name="given")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="ended")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
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
            ],
            options={
                "verbose_name": "mandate",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="mandate_period_is_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_on__isnull", False)), name="mandate_has_an_end"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("network", "person"),
                        name="one_open_mandate_per_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JoinRequest",
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
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="why I want to take part"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                ("accepted", models.BooleanField(null=True, verbose_name="accepted")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
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
                "verbose_name": "request to join",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("network", "person"),
                        name="one_open_request_to_join",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "coordinator"),
                            ("administrator", "administrator"),
                            ("village_supporter", "village supporter"),
                            ("board", "board member"),
                            ("privacy_officer", "privacy officer"),
                            ("learner", "learner"),
                            ("professional", "professional"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                (
                    "note",
                    models.TextField(blank=True, max_length=2000, verbose_name="what to know"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                (
                    "from_membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="from",
                    ),
                ),
                (
                    "to_membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="to",
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
                "verbose_name": "handover",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("from_membership", "role"),
                        name="one_open_handover_a_role",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExpectationRound",
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
                ("opened_on", models.DateField(verbose_name="opened")),
                ("closes_on", models.DateField(verbose_name="open until")),
                ("next_on", models.DateField(verbose_name="next round")),
                ("reminded_on", models.DateField(blank=True, null=True, verbose_name="reminded")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                (
                    "opened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="opened by",
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
                "verbose_name": "round of expectations",
                "indexes": [models.Index(fields=["network", "opened_on"], name="round_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closes_on__gt", models.F("opened_on")),
                            ("next_on__gte", models.F("closes_on")),
                        ),
                        name="round_days_are_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Expectation",
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
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "brings",
                    models.CharField(blank=True, max_length=300, verbose_name="what I bring"),
                ),
                (
                    "expects",
                    models.CharField(blank=True, max_length=300, verbose_name="what I expect"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="my role in one line"
                    ),
                ),
                (
                    "noted",
                    models.BooleanField(
                        default=False,
                        help_text="Somebody else wrote it down; `written_by` says who.",
                        verbose_name="noted for the member",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="expectations",
                        to="networks.expectationround",
                        verbose_name="round",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
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
            ],
            options={
                "verbose_name": "expectation",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "membership", "number"),
                        name="expectation_version_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("round", "membership"),
                        name="expectation_holds_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_at", None),
                            ("superseded_at__gte", models.F("written_at")),
                            _connector="OR",
                        ),
                        name="expectation_version_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskCall",
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
                    "caller_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who takes part in nothing"
                    ),
                ),
                (
                    "caller_phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="number of who takes part in nothing"
                    ),
                ),
                ("act", models.CharField(max_length=20, verbose_name="what was noted")),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "call back"), ("done", "done")],
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("call_back_on", models.DateField(null=True, verbose_name="call back on")),
                ("noted_at", models.DateTimeField(verbose_name="noted")),
                ("done_at", models.DateTimeField(null=True, verbose_name="done at")),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who called",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="networks.mandate",
                        verbose_name="mandate",
                    ),
                ),
                (
                    "call_back_by",
                    models.ForeignKey(
                        help_text="Empty for an open call: the whole desk.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who calls back",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
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
            ],
            options={
                "verbose_name": "call at the desk",
                "indexes": [
                    models.Index(fields=["network", "state", "call_back_on"], name="call_by_day"),
                    models.Index(fields=["noted_by", "noted_at"], name="call_by_noter"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("membership", None), ("person", None)),
                            models.Q(("membership__isnull", False), ("person__isnull", False)),
                            _connector="OR",
                        ),
                        name="call_of_a_member_or_of_nobody_here",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state", "done")),
                            models.Q(("call_back_on__isnull", False), ("state", "open")),
                            _connector="OR",
                        ),
                        name="open_call_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NetworkArea",
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
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.area",
                        verbose_name="area",
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
                "verbose_name": "area of a network",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "area"), name="network_has_area_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NetworkFact",
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
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("value", models.JSONField(verbose_name="value")),
                ("as_of", models.DateTimeField(verbose_name="counted")),
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
                "verbose_name": "fact of a network",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "code"), name="fact_is_counted_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                help_text="The partner's organisation, kept here so that signing in asks one query.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="networks.organisation",
                verbose_name="organisation",
            ),
        ),
        migrations.CreateModel(
            name="Partner",
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
                        verbose_name="organisation",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner",
                "verbose_name_plural": "partners",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="partner_period_is_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("network", "organisation"),
                        name="organisation_is_partner_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="membership",
            name="partner",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="networks.partner",
                verbose_name="for",
            ),
        ),
        migrations.CreateModel(
            name="Invitation",
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
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "address_lines",
                    models.TextField(
                        blank=True, max_length=300, verbose_name="address for the letter"
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("mail", "by e-mail"), ("letter", "by letter")],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("coordinator", "coordinator"),
                            ("administrator", "administrator"),
                            ("village_supporter", "village supporter"),
                            ("board", "board member"),
                            ("privacy_officer", "privacy officer"),
                            ("learner", "learner"),
                            ("professional", "professional"),
                        ],
                        max_length=30,
                        verbose_name="role",
                    ),
                ),
                (
                    "discipline",
                    models.CharField(blank=True, max_length=40, verbose_name="discipline"),
                ),
                (
                    "message",
                    models.TextField(blank=True, max_length=1000, verbose_name="your own words"),
                ),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="language")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "waiting for an answer"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                            ("lapsed", "lapsed"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="sent")),
                ("lapses_at", models.DateTimeField(verbose_name="lapses")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.partner",
                        verbose_name="for",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation",
                "verbose_name_plural": "invitations",
                "indexes": [models.Index(fields=["network", "state"], name="invitation_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "open"), ("way", "mail"), _negated=True),
                            models.Q(("email", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="invitation_by_mail_has_address",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state", "open"), models.Q(("email", ""), _negated=True)
                        ),
                        fields=("network", "email"),
                        name="one_open_invitation_per_address",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pause",
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
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until about")),
                ("why", models.CharField(max_length=300, verbose_name="why")),
                (
                    "call_name",
                    models.CharField(blank=True, max_length=80, verbose_name="whom to call"),
                ),
                (
                    "call_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="phone number"),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="taken up again"),
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
                "verbose_name": "time of rest",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("network",),
                        name="network_rests_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleName",
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
                ("role", models.CharField(max_length=30, verbose_name="role")),
                ("name", models.CharField(max_length=40, verbose_name="name on the screen")),
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
                "verbose_name": "name of a role",
                "constraints": [
                    models.UniqueConstraint(fields=("network", "role"), name="role_has_one_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="StartPlan",
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
                    "as_coordinator",
                    models.BooleanField(default=True, verbose_name="I am the coordinator"),
                ),
                ("paid_by", models.CharField(blank=True, max_length=120, verbose_name="who pays")),
                (
                    "hours_a_week",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=4,
                        null=True,
                        verbose_name="hours a week",
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
                "verbose_name": "part of the starter",
                "constraints": [
                    models.UniqueConstraint(fields=("network",), name="one_start_plan_a_network")
                ],
            },
        ),
        migrations.CreateModel(
            name="Stop",
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
                            ("open", "on its way"),
                            ("called_off", "called off"),
                            ("lapsed", "not agreed in time"),
                            ("done", "done"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("stops_on", models.DateField(verbose_name="stops on")),
                ("why", models.CharField(max_length=500, verbose_name="why")),
                ("started_at", models.DateTimeField(verbose_name="started")),
                (
                    "second_roles",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Roles (uuid) of other leaders at the start, not from the starter's hands.",
                        verbose_name="who else led then",
                    ),
                ),
                (
                    "others_at_start",
                    models.PositiveIntegerField(
                        help_text="How many others took part when it was started.",
                        verbose_name="other members then",
                    ),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="over")),
                (
                    "lessons",
                    models.TextField(blank=True, max_length=1500, verbose_name="what we learned"),
                ),
                (
                    "page_stays",
                    models.BooleanField(default=False, verbose_name="the public page stays"),
                ),
                (
                    "lessons_shared",
                    models.BooleanField(default=False, verbose_name="others may read the lessons"),
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
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="started by",
                    ),
                ),
            ],
            options={
                "verbose_name": "stop of a network",
                "indexes": [models.Index(fields=["state", "stops_on"], name="stop_by_day")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("network",),
                        name="network_stops_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="stop_is_open_or_over",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExitAnswer",
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
                ("question", models.CharField(max_length=40, verbose_name="question")),
                ("text", models.TextField(max_length=1000, verbose_name="answer")),
                ("named", models.BooleanField(default=False, verbose_name="with my name")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "noted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty when it was noted at a talk, and after the stop of who was not named.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
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
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="networks.stop",
                        verbose_name="stop",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer in the exit talk",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("stop", "question", "person"),
                        name="member_answers_question_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StopCall",
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
                ("told_at", models.DateTimeField(verbose_name="told on")),
                (
                    "membership",
                    models.ForeignKey(
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
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="networks.stop",
                        verbose_name="stop",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="told by",
                    ),
                ),
            ],
            options={
                "verbose_name": "member who was told",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stop", "membership"), name="member_is_told_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StopPart",
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
                ("code", models.CharField(max_length=40, verbose_name="part")),
                ("applies", models.BooleanField(default=True, verbose_name="something to arrange")),
                ("who", models.CharField(blank=True, max_length=80, verbose_name="who")),
                ("by_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="what")),
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
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="networks.stop",
                        verbose_name="stop",
                    ),
                ),
            ],
            options={
                "verbose_name": "part of a stop",
                "constraints": [
                    models.UniqueConstraint(fields=("stop", "code"), name="part_is_arranged_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("applies", False),
                            models.Q(
                                models.Q(("who", ""), _negated=True), ("by_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="part_has_name_and_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StopVoice",
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
                    "said",
                    models.CharField(
                        choices=[
                            ("read", "I read this"),
                            ("agrees", "I agree"),
                            ("disagrees", "I'd rather go on"),
                        ],
                        max_length=10,
                        verbose_name="said",
                    ),
                ),
                ("said_at", models.DateTimeField(verbose_name="said on")),
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
                        verbose_name="person",
                    ),
                ),
                (
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="networks.stop",
                        verbose_name="stop",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of a member",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stop", "person"), name="member_answers_stop_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("kind", models.CharField(max_length=30, verbose_name="kind")),
                ("purpose", models.CharField(blank=True, max_length=300, verbose_name="what for")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("being_formed", "being formed"),
                            ("works", "works"),
                            ("paused", "paused"),
                            ("ended", "ended"),
                        ],
                        default="being_formed",
                        max_length=20,
                        verbose_name="how it is doing",
                    ),
                ),
                (
                    "fixed_from",
                    models.DateField(blank=True, null=True, verbose_name="same people from"),
                ),
                (
                    "fixed_until",
                    models.DateField(blank=True, null=True, verbose_name="same people until"),
                ),
                (
                    "changes_agreed",
                    models.CharField(blank=True, max_length=300, verbose_name="agreed on changes"),
                ),
                (
                    "hours",
                    models.CharField(blank=True, max_length=300, verbose_name="who gives the time"),
                ),
                (
                    "hours_a_month",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        max_digits=5,
                        null=True,
                        verbose_name="hours a month",
                    ),
                ),
                (
                    "open_to_residents",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("by_invitation", "when the team asks them"),
                            ("no", "no, only people who work for a party"),
                        ],
                        default="yes",
                        max_length=20,
                        verbose_name="open to residents",
                    ),
                ),
                (
                    "joins_freely",
                    models.BooleanField(default=False, verbose_name="members join without asking"),
                ),
                (
                    "meets",
                    models.CharField(blank=True, max_length=300, verbose_name="when and where"),
                ),
                (
                    "wanted",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Codes of disciplines; one without a connector is a vacancy that all see.",
                        verbose_name="disciplines that need a connector",
                    ),
                ),
                (
                    "ended_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it ended"),
                ),
                (
                    "brought",
                    models.CharField(blank=True, max_length=1000, verbose_name="what it brought"),
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
                "verbose_name": "team",
                "verbose_name_plural": "teams",
                "indexes": [models.Index(fields=["network", "until_on"], name="team_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="team_period_is_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ended"), ("until_on__isnull", False)),
                            models.Q(
                                models.Q(("status", "ended"), _negated=True), ("until_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="team_that_ended_has_a_last_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remit",
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
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "ours",
                    models.JSONField(blank=True, default=list, verbose_name="what we are for"),
                ),
                (
                    "others",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Each with 'text' and 'who': who is for it then.",
                        verbose_name="what we are not for",
                    ),
                ),
                (
                    "shown_publicly",
                    models.BooleanField(default=False, verbose_name="on the public page"),
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
                    "team",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: of the network itself.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remits",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "what we are for",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None), ("team", None)),
                        fields=("network",),
                        name="network_has_one_remit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("team", None)),
                        fields=("network", "number"),
                        name="network_remit_version_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("team__isnull", False)),
                        fields=("team", "number"),
                        name="team_remit_version_is_unique",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None), ("team__isnull", False)),
                        fields=("team",),
                        name="team_has_one_remit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("shown_publicly", False), ("team", None), _connector="OR"
                        ),
                        name="only_a_network_shows_its_remit",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="expectationround",
            name="team",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty: all members of the network.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="expectation_rounds",
                to="networks.team",
                verbose_name="team",
            ),
        ),
        migrations.CreateModel(
            name="Connector",
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
                ("discipline", models.CharField(max_length=40, verbose_name="discipline")),
                (
                    "phone_shown",
                    models.BooleanField(default=False, verbose_name="number for members"),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        help_text="Empty: the number of the account. Only kept while phone_shown.",
                        max_length=20,
                        verbose_name="number for this task",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="connectorships",
                        to="networks.membership",
                        verbose_name="connector",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="substitute",
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="connectors",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "connector",
                "verbose_name_plural": "connectors",
                "indexes": [
                    models.Index(fields=["network", "until_on"], name="connector_by_network"),
                    models.Index(fields=["membership", "until_on"], name="connector_by_member"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="connector_period_is_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("team", "discipline"),
                        name="discipline_has_one_connector",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phone_shown", True), ("phone", ""), _connector="OR"),
                        name="connector_number_only_when_shown",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamAsk",
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
                        choices=[("join", "to join a team"), ("connector", "to be connector")],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "discipline",
                    models.CharField(blank=True, max_length=40, verbose_name="discipline"),
                ),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="own words")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="asked by",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="for whom",
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "question in a team",
                "indexes": [models.Index(fields=["network", "state"], name="team_ask_by_network")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("team", "membership", "kind", "discipline"),
                        name="team_ask_waits_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("discipline", ""), ("kind", "join")),
                            models.Q(
                                ("kind", "connector"), models.Q(("discipline", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="connector_ask_names_discipline",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamLine",
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
                    "to_whom",
                    models.CharField(max_length=120, verbose_name="to which colleagues or meeting"),
                ),
                ("how", models.CharField(max_length=200, verbose_name="how")),
                (
                    "often",
                    models.CharField(
                        choices=[
                            ("weekly", "every week"),
                            ("two_weekly", "every two weeks"),
                            ("monthly", "every month"),
                            ("quarterly", "every three months"),
                            ("as_needed", "when there is something to tell"),
                        ],
                        max_length=20,
                        verbose_name="how often",
                    ),
                ),
                ("checked_on", models.DateField(verbose_name="last looked at")),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="team_lines",
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "line to colleagues",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="team_line_period_is_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("team", "membership"),
                        name="member_has_one_line_in_team",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
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
                ("is_lead", models.BooleanField(default=False, verbose_name="arranges and chairs")),
                (
                    "represents",
                    models.CharField(
                        choices=[
                            ("self", "themselves"),
                            ("organisation", "the people of their organisation"),
                            ("profession", "their profession in this neighbourhood"),
                        ],
                        default="self",
                        max_length=20,
                        verbose_name="speaks for",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="team_places",
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "place in a team",
                "indexes": [
                    models.Index(fields=["network", "until_on"], name="team_place_by_network"),
                    models.Index(fields=["membership", "until_on"], name="team_place_by_member"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="team_place_period_is_forward",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("team", "membership"),
                        name="member_is_in_team_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamTalk",
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
                ("begun_on", models.DateField(verbose_name="begun")),
                (
                    "others_there",
                    models.CharField(blank=True, max_length=300, verbose_name="who else was there"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("busy", "busy"), ("held", "held")],
                        default="busy",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("held_on", models.DateField(blank=True, null=True, verbose_name="finished")),
                (
                    "look_again_on",
                    models.DateField(blank=True, null=True, verbose_name="look again on"),
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
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="talks",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "kernteam talk",
                "indexes": [models.Index(fields=["look_again_on"], name="talk_by_look_again")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "busy")),
                        fields=("team",),
                        name="team_has_one_talk_going_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on", None), ("state", "busy")),
                            models.Q(
                                ("held_on__isnull", False),
                                ("look_again_on__isnull", False),
                                ("state", "held"),
                            ),
                            _connector="OR",
                        ),
                        name="held_talk_has_its_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TalkPresence",
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
                    "membership",
                    models.ForeignKey(
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
                    "talk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to="networks.teamtalk",
                        verbose_name="talk",
                    ),
                ),
            ],
            options={
                "verbose_name": "presence at a talk",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("talk", "membership"), name="member_is_at_talk_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamTalkAnswer",
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
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                ("question", models.CharField(max_length=40, verbose_name="question")),
                (
                    "agreed",
                    models.TextField(blank=True, max_length=1500, verbose_name="what we agreed"),
                ),
                (
                    "differ",
                    models.TextField(blank=True, max_length=1500, verbose_name="where we differ"),
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
                    "talk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="networks.teamtalk",
                        verbose_name="talk",
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
                "verbose_name": "answer in a talk",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("talk", "question", "number"), name="talk_answer_version_is_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("talk", "question"),
                        name="talk_answer_holds_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_at", None),
                            ("superseded_at__gte", models.F("written_at")),
                            _connector="OR",
                        ),
                        name="talk_answer_version_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WhereNext",
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
                ("what", models.CharField(max_length=100, verbose_name="for what")),
                ("name", models.CharField(max_length=80, verbose_name="who")),
                ("phone", models.CharField(max_length=20, verbose_name="phone number")),
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
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to="networks.stop",
                        verbose_name="stop",
                    ),
                ),
            ],
            options={
                "verbose_name": "where residents go next",
                "ordering": ("pk",),
            },
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["network", "until_on"], name="membership_by_network"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisation", None), ("partner", None)),
                    models.Q(("organisation__isnull", False), ("partner__isnull", False)),
                    _connector="OR",
                ),
                name="partner_and_organisation_go_together",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until_on", None)),
                fields=("network", "person"),
                name="person_is_member_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="expectationround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None), ("team", None)),
                fields=("network",),
                name="network_has_one_open_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="expectationround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None), ("team__isnull", False)),
                fields=("team",),
                name="team_has_one_open_round",
            ),
        ),
        migrations.CreateModel(
            name="SearchEntry",
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
                ("kind", models.CharField(max_length=60)),
                ("subject", models.UUIDField()),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "everybody"), ("members", "members")], max_length=10
                    ),
                ),
                ("language", models.CharField(max_length=5)),
                ("title", models.CharField(max_length=300)),
                ("body", models.TextField(blank=True)),
                (
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
            ],
            options={
                "verbose_name": "what can be found",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "subject"), name="thing_is_found_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("network", None), ("network", models.F("home")), _connector="OR"
                        ),
                        name="found_by_its_own_members",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchNear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=32)),
                ("word", models.CharField(max_length=32)),
                ("stem", models.CharField(max_length=32)),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                    ),
                ),
            ],
            options={
                "verbose_name": "word near others",
                "indexes": [
                    models.Index(fields=["key", "network"], name="words_by_slip"),
                    models.Index(fields=["stem", "network"], name="words_near_by_stem"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stem", models.CharField(max_length=32)),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="networks.searchentry",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                    ),
                ),
            ],
            options={
                "verbose_name": "stem of what can be found",
                "indexes": [
                    models.Index(
                        fields=["stem", "network", "-weight", "-entry"], name="entries_by_stem"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "stem"), name="stem_once_in_an_entry")
                ],
            },
        ),
    ]
