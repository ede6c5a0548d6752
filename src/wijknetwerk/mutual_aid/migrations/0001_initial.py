import uuid

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wijknetwerk.core.clock
import wijknetwerk.core.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Postcode",
            fields=[
                (
                    "pc4",
                    models.CharField(
                        max_length=4, primary_key=True, serialize=False, verbose_name="postcode"
                    ),
                ),
                ("x", models.IntegerField(verbose_name="metres east")),
                ("y", models.IntegerField(verbose_name="metres north")),
                ("source", models.CharField(max_length=60, verbose_name="source")),
            ],
            options={
                "verbose_name": "postcode area",
            },
        ),
        migrations.CreateModel(
            name="HelpOffer",
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
                ("kinds", models.JSONField(default=list, verbose_name="kinds of help")),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
                (
                    "not_words",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="what not"),
                ),
                ("parts", models.PositiveIntegerField(default=0, verbose_name="parts of the week")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "once"),
                            ("weekly", "every week"),
                            ("fortnightly", "every two weeks"),
                            ("monthly", "every month"),
                            ("now_and_then", "now and then"),
                        ],
                        default="now_and_then",
                        max_length=20,
                        verbose_name="how often",
                    ),
                ),
                (
                    "reach_m",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="how far, in metres"
                    ),
                ),
                (
                    "room",
                    models.PositiveSmallIntegerField(
                        default=1,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(9),
                        ],
                        verbose_name="for how many people at once",
                    ),
                ),
                ("can", models.JSONField(blank=True, default=list, verbose_name="is no problem")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "paused_from",
                    models.DateField(blank=True, null=True, verbose_name="pauses from"),
                ),
                (
                    "paused_until",
                    models.DateField(blank=True, null=True, verbose_name="pauses until"),
                ),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("desk", "at the desk"),
                            ("self", "by themselves"),
                            ("professional", "by a professional"),
                            ("neighbour", "by somebody near"),
                            ("paper", "on paper"),
                            ("sheet", "from a spreadsheet"),
                        ],
                        max_length=20,
                        verbose_name="how it came in",
                    ),
                ),
                ("noted_at", models.DateTimeField(verbose_name="noted")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("ended", "ended")],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "last_asked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last asked"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
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
            ],
            options={
                "verbose_name": "offer of help",
                "indexes": [models.Index(fields=["network", "state"], name="offer_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("room__gte", 1), ("room__lte", 9)),
                        name="offer_room_is_1_to_9",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parts__lt", 2097152)), name="offer_parts_fit_a_week"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paused_from", None), ("paused_until", None)),
                            models.Q(("paused_from__isnull", False), ("paused_until", None)),
                            ("paused_until__gt", models.F("paused_from")),
                            _connector="OR",
                        ),
                        name="offer_pause_is_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", False), ("state", "ended")),
                            models.Q(
                                models.Q(("state", "ended"), _negated=True), ("ended_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="offer_ended_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpRequest",
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
                ("kind", models.CharField(blank=True, max_length=60, verbose_name="kind of help")),
                ("words", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                (
                    "told",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what a helper is told"
                    ),
                ),
                (
                    "told_approved_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="the asker approved that"
                    ),
                ),
                (
                    "told_approved_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("self", "here, by themselves"),
                            ("phone", "spoken, by phone"),
                            ("in_person", "spoken, face to face"),
                            ("paper", "on paper"),
                            ("representative", "by who may decide for them"),
                        ],
                        max_length=20,
                        verbose_name="how",
                    ),
                ),
                ("parts", models.PositiveIntegerField(default=0, verbose_name="parts of the week")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("once", "once"),
                            ("weekly", "every week"),
                            ("fortnightly", "every two weeks"),
                            ("monthly", "every month"),
                            ("now_and_then", "now and then"),
                        ],
                        default="once",
                        max_length=20,
                        verbose_name="how often",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="from")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "pc4",
                    models.CharField(
                        blank=True, max_length=4, verbose_name="first four digits of the postcode"
                    ),
                ),
                (
                    "languages",
                    models.JSONField(
                        blank=True, default=list, verbose_name="one of these languages"
                    ),
                ),
                ("wishes", models.JSONField(blank=True, default=list, verbose_name="what matters")),
                ("urgent", models.BooleanField(default=False, verbose_name="urgent")),
                (
                    "call_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="who is called, if not the asker"
                    ),
                ),
                (
                    "call_phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="number of who is called"
                    ),
                ),
                (
                    "via",
                    models.CharField(
                        choices=[
                            ("desk", "at the desk"),
                            ("self", "by themselves"),
                            ("professional", "by a professional"),
                            ("neighbour", "by somebody near"),
                            ("paper", "on paper"),
                            ("sheet", "from a spreadsheet"),
                        ],
                        max_length=20,
                        verbose_name="how it came in",
                    ),
                ),
                (
                    "said_how",
                    models.CharField(
                        choices=[
                            ("self", "here, by themselves"),
                            ("phone", "spoken, by phone"),
                            ("in_person", "spoken, face to face"),
                            ("paper", "on paper"),
                            ("representative", "by who may decide for them"),
                        ],
                        max_length=20,
                        verbose_name="how the asker said yes",
                    ),
                ),
                ("noted_at", models.DateTimeField(verbose_name="noted")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("waiting", "waits for somebody"),
                            ("busy", "somebody is asked"),
                            ("helped", "somebody helps"),
                            ("ended", "ended"),
                            ("withdrawn", "no longer needed"),
                        ],
                        default="new",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("waits_since", models.DateTimeField(verbose_name="waits since")),
                (
                    "unhappy_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="somebody was not content"
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "outcome",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="how it ended, in own words"
                    ),
                ),
                (
                    "elsewhere",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gp", "to the general practice"),
                            ("municipality", "to the municipality"),
                            ("care", "to home care"),
                            ("family", "to family or friends"),
                            ("paid", "paid for it"),
                            ("nowhere", "nowhere"),
                        ],
                        max_length=20,
                        verbose_name="would otherwise have gone",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
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
            ],
            options={
                "verbose_name": "request for help",
                "indexes": [
                    models.Index(
                        fields=["network", "state", "waits_since"], name="request_by_state"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", False), ("state__in", ["ended", "withdrawn"])
                            ),
                            models.Q(
                                models.Q(("state__in", ["ended", "withdrawn"]), _negated=True),
                                ("ended_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="request_closed_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_on", None),
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="request_period_is_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parts__lt", 2097152)), name="request_parts_fit_a_week"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Match",
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
                            ("suggested", "thought of"),
                            ("asked", "the helper is asked"),
                            ("willing", "the helper would like to"),
                            ("agreed", "both said yes"),
                            ("running", "running"),
                            ("ended", "ended"),
                            ("closed", "went no further"),
                        ],
                        default="suggested",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "slot",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="place of the offer"
                    ),
                ),
                (
                    "rank",
                    models.PositiveSmallIntegerField(default=0, verbose_name="which comes first"),
                ),
                (
                    "reasons",
                    models.JSONField(
                        blank=True, default=list, verbose_name="why, and what speaks against it"
                    ),
                ),
                (
                    "by_hand",
                    models.BooleanField(default=False, verbose_name="somebody thought of it"),
                ),
                (
                    "why",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="why this helper all the same"
                    ),
                ),
                (
                    "told",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what the helper was told"
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="the helper was asked"
                    ),
                ),
                (
                    "asked_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "by phone"),
                            ("mail", "by e-mail"),
                            ("letter", "by letter"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "lapse_on",
                    models.DateField(blank=True, null=True, verbose_name="goes no further on"),
                ),
                (
                    "willing_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the helper said yes"),
                ),
                (
                    "agreed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="both said yes"),
                ),
                ("meet_on", models.DateField(blank=True, null=True, verbose_name="first meeting")),
                ("began_on", models.DateField(blank=True, null=True, verbose_name="running since")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended on")),
                (
                    "ended_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "it was done"),
                            ("not_needed", "it isn't needed any more"),
                            ("other_help", "there is other help now"),
                            ("stopped", "stopped"),
                            ("moved", "moved house, ill or passed away"),
                        ],
                        max_length=20,
                        verbose_name="how",
                    ),
                ),
                (
                    "end_told_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="who had to hear of the end heard it"
                    ),
                ),
                (
                    "outcome",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="how it went, in own words"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "meet_with",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who comes along the first time",
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
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="mutual_aid.helpoffer",
                        verbose_name="offer",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matches",
                        to="mutual_aid.helprequest",
                        verbose_name="request",
                    ),
                ),
            ],
            options={
                "verbose_name": "asker and helper",
                "indexes": [
                    models.Index(fields=["network", "state", "lapse_on"], name="match_by_state"),
                    models.Index(fields=["request", "rank"], name="match_by_request"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["agreed", "running"])),
                        fields=("offer", "slot"),
                        name="place_of_an_offer_is_taken_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["suggested", "asked", "willing", "agreed", "running"])
                        ),
                        fields=("request", "offer"),
                        name="request_and_offer_are_open_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed_at__isnull", False),
                                ("slot__isnull", False),
                                ("state__in", ["agreed", "running"]),
                            ),
                            models.Q(
                                models.Q(("state__in", ["agreed", "running"]), _negated=True),
                                ("slot", None),
                            ),
                            _connector="OR",
                        ),
                        name="together_has_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["asked", "willing"]), _negated=True),
                            models.Q(("asked_at__isnull", False), ("lapse_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="asked_match_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", False), ("state", "ended")),
                            models.Q(
                                models.Q(("state", "ended"), _negated=True), ("ended_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="ended_match_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
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
                    "side",
                    models.CharField(
                        choices=[("asker", "who asked"), ("helper", "who helps")],
                        max_length=10,
                        verbose_name="side",
                    ),
                ),
                ("turn", models.PositiveSmallIntegerField(default=1, verbose_name="which time")),
                ("due_on", models.DateField(verbose_name="due on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("phone", "by phone"),
                            ("mail", "by e-mail"),
                            ("letter", "by letter"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="asked")),
                (
                    "reminded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="asked once more"),
                ),
                (
                    "tries",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="how often nobody was reached"
                    ),
                ),
                (
                    "again_on",
                    models.DateField(blank=True, null=True, verbose_name="asked again on"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                (
                    "came",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("link", "by link or code"),
                            ("self", "here, by themselves"),
                            ("phone", "by phone or face to face"),
                            ("paper", "on paper"),
                        ],
                        max_length=10,
                        verbose_name="how it came",
                    ),
                ),
                (
                    "skipped_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="no answer came"),
                ),
                (
                    "going",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=10,
                        verbose_name="is it going well",
                    ),
                ),
                (
                    "content",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")],
                        max_length=10,
                        verbose_name="are you content",
                    ),
                ),
                (
                    "need",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="is anything needed"
                    ),
                ),
                (
                    "need_open",
                    models.BooleanField(default=False, verbose_name="something is needed still"),
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
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="mutual_aid.match",
                        verbose_name="asker and helper",
                    ),
                ),
            ],
            options={
                "verbose_name": "check",
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None), ("skipped_at", None)),
                        fields=["network", "due_on"],
                        name="check_that_is_due",
                    ),
                    models.Index(
                        condition=models.Q(("need_open", True)),
                        fields=["network"],
                        name="check_need_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("match", "side", "turn"), name="check_once_a_turn"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("content", ""), ("going", "")),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("going", ""), _negated=True),
                                models.Q(("content", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="check_answer_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchingRun",
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
                            ("running", "being looked for"),
                            ("done", "done"),
                            ("stopped", "stopped"),
                        ],
                        default="running",
                        max_length=10,
                        verbose_name="how far",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "stage",
                    models.CharField(blank=True, max_length=10, verbose_name="what is being done"),
                ),
                (
                    "looked_at",
                    models.PositiveIntegerField(default=0, verbose_name="requests looked at"),
                ),
                ("in_all", models.PositiveIntegerField(default=0, verbose_name="open requests")),
                (
                    "served",
                    models.PositiveIntegerField(default=0, verbose_name="requests with somebody"),
                ),
                (
                    "unserved",
                    models.JSONField(
                        blank=True, default=list, verbose_name="requests without anybody"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
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
                "verbose_name": "looking for helpers for all",
                "indexes": [
                    models.Index(fields=["network", "asked_at"], name="matching_run_by_network")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "running")),
                        fields=("network",),
                        name="one_matching_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MatchStep",
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
                            ("ask", "asked the helper"),
                            ("helper_yes", "the helper said yes"),
                            ("helper_no", "went no further"),
                            ("asker_yes", "the asker said yes"),
                            ("asker_no", "went no further"),
                            ("lapse", "went no further"),
                            ("withdraw", "went no further"),
                            ("begin", "they met"),
                            ("ran", "was running already"),
                            ("stop", "stopped"),
                            ("end", "ended"),
                        ],
                        max_length=12,
                        verbose_name="act",
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("phone", "by phone"),
                            ("mail", "by e-mail"),
                            ("letter", "by letter"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="mutual_aid.match",
                        verbose_name="asker and helper",
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
                "verbose_name": "what happened between asker and helper",
                "indexes": [models.Index(fields=["match", "at"], name="match_step_by_match")],
            },
        ),
        migrations.CreateModel(
            name="Neighbour",
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
                    "name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who takes part in nothing"
                    ),
                ),
                (
                    "phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="number of who takes part in nothing"
                    ),
                ),
                (
                    "email",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="e-mail address of who takes part in nothing"
                    ),
                ),
                (
                    "address",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="street and number"
                    ),
                ),
                (
                    "handy",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="handy to know when you call"
                    ),
                ),
                (
                    "pc4",
                    models.CharField(
                        blank=True, max_length=4, verbose_name="first four digits of the postcode"
                    ),
                ),
                ("languages", models.JSONField(blank=True, default=list, verbose_name="languages")),
                (
                    "reached_by",
                    models.CharField(
                        choices=[
                            ("phone", "by phone"),
                            ("mail", "by e-mail"),
                            ("letter", "by letter"),
                        ],
                        default="phone",
                        max_length=10,
                        verbose_name="how to be reached",
                    ),
                ),
                (
                    "said_yes_at",
                    models.DateTimeField(verbose_name="said yes to being written down"),
                ),
                (
                    "said_how",
                    models.CharField(
                        choices=[
                            ("self", "here, by themselves"),
                            ("phone", "spoken, by phone"),
                            ("in_person", "spoken, face to face"),
                            ("paper", "on paper"),
                            ("representative", "by who may decide for them"),
                        ],
                        max_length=20,
                        verbose_name="how that was said",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="the sentence that was read")),
                ("sentence_hash", models.CharField(max_length=64)),
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
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "somebody who asks or helps",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("membership__isnull", False), ("person__isnull", False)),
                            models.Q(("membership", None), ("person", None)),
                            _connector="OR",
                        ),
                        name="neighbour_is_member_or_nobody_here",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)),
                        fields=("network", "person"),
                        name="one_neighbour_a_person",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="helprequest",
            name="asker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="requests",
                to="mutual_aid.neighbour",
                verbose_name="who asks",
            ),
        ),
        migrations.AddField(
            model_name="helprequest",
            name="asker_before",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="mutual_aid.neighbour",
                verbose_name="for whom it was noted, before it was said which member that is",
            ),
        ),
        migrations.AddField(
            model_name="helpoffer",
            name="helper",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="offers",
                to="mutual_aid.neighbour",
                verbose_name="who helps",
            ),
        ),
        migrations.CreateModel(
            name="HelperFact",
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
                            ("met", "met in person"),
                            ("reference", "spoke with somebody who knows this helper"),
                            ("vog_seen", "certificate of conduct (VOG) seen"),
                            ("code_signed", "signed our code of conduct"),
                            ("insured", "told about the volunteers' insurance"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("on", models.DateField(verbose_name="on")),
                (
                    "code_version",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="which text of the code of conduct"
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
                    "helper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="mutual_aid.neighbour",
                        verbose_name="helper",
                    ),
                ),
            ],
            options={
                "verbose_name": "what we know of a helper",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("helper", "kind", "on"), name="helper_fact_once_a_day"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnKind",
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
                ("title", models.CharField(max_length=60, verbose_name="what it is called")),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=list, verbose_name="words by which it is suggested"
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="not used since"),
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
                "verbose_name": "kind of help of our own",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "code"), name="own_kind_once_a_network"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetImport",
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
                    "content",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="lines"),
                ),
                ("digest", models.CharField(max_length=64)),
                (
                    "matching",
                    models.JSONField(default=dict, help_text="Number of a column: field."),
                ),
                ("chosen", models.JSONField(default=dict)),
                (
                    "said_how",
                    models.CharField(blank=True, max_length=20, verbose_name="how people said yes"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "to be looked over"),
                            ("running", "being read"),
                            ("done", "done"),
                            ("stopped", "not read in"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="how far",
                    ),
                ),
                ("in_all", models.PositiveIntegerField(default=0, verbose_name="lines")),
                ("kept", models.PositiveIntegerField(default=0, verbose_name="lines kept")),
                ("given_at", models.DateTimeField(verbose_name="given")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who",
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
                "verbose_name": "spreadsheet of a desk",
                "verbose_name_plural": "spreadsheets of a desk",
                "indexes": [
                    models.Index(fields=["network", "state"], name="sheet_import_by_network")
                ],
            },
        ),
        migrations.CreateModel(
            name="Wellbeing",
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
                    "when",
                    models.CharField(
                        choices=[("before", "before"), ("after", "after")],
                        max_length=10,
                        verbose_name="when",
                    ),
                ),
                (
                    "mark",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(10)],
                        verbose_name="mark 0-10",
                    ),
                ),
                ("said_on", models.DateField(verbose_name="said on")),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wellbeing",
                        to="mutual_aid.helprequest",
                        verbose_name="request",
                    ),
                ),
            ],
            options={
                "verbose_name": "experienced well-being",
                "constraints": [
                    models.UniqueConstraint(fields=("request", "when"), name="wellbeing_once_each"),
                    models.CheckConstraint(
                        condition=models.Q(("mark__lte", 10)), name="wellbeing_is_0_to_10"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
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
                            ("received", "received"),
                            ("looking", "being looked at"),
                            ("answered", "answered"),
                            ("withdrawn", "taken back"),
                        ],
                        default="received",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "against",
                    models.CharField(
                        choices=[
                            ("helper", "a volunteer or neighbour who helps"),
                            ("professional", "a professional or the desk"),
                            ("platform", "this website or the network itself"),
                        ],
                        max_length=20,
                        verbose_name="about",
                    ),
                ),
                (
                    "about",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="about whom"
                    ),
                ),
                ("words", wijknetwerk.core.fields.EncryptedTextField(verbose_name="what happened")),
                (
                    "wish",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what would help"
                    ),
                ),
                (
                    "came_by",
                    models.CharField(
                        choices=[
                            ("online", "on this website"),
                            ("phone", "by phone"),
                            ("paper", "on paper"),
                        ],
                        max_length=10,
                        verbose_name="how it came in",
                    ),
                ),
                (
                    "name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="their name"
                    ),
                ),
                (
                    "phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="their number"
                    ),
                ),
                (
                    "email",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="their e-mail address"
                    ),
                ),
                (
                    "address",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="their address"
                    ),
                ),
                (
                    "reached_by",
                    models.CharField(
                        choices=[
                            ("phone", "by phone"),
                            ("mail", "by e-mail"),
                            ("letter", "by letter"),
                        ],
                        default="mail",
                        max_length=10,
                        verbose_name="how to be reached",
                    ),
                ),
                ("to_name", models.CharField(max_length=120, verbose_name="independent person")),
                (
                    "to_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="their number"),
                ),
                (
                    "to_email",
                    models.EmailField(max_length=254, verbose_name="their e-mail address"),
                ),
                ("received_at", models.DateTimeField(verbose_name="received")),
                ("answer_by", models.DateField(verbose_name="answer by")),
                (
                    "looked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="began to look at it"),
                ),
                (
                    "answer",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="answer"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="answered or taken back"
                    ),
                ),
                (
                    "reminded",
                    models.PositiveSmallIntegerField(default=0, verbose_name="times reminded"),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who complains",
                    ),
                ),
            ],
            options={
                "verbose_name": "complaint",
                "indexes": [models.Index(fields=["network", "state"], name="complaint_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", ["answered", "withdrawn"]),
                            ),
                            models.Q(("closed_at", None), ("state__in", ["received", "looking"])),
                            _connector="OR",
                        ),
                        name="complaint_is_closed_or_not",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Concern",
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
                            ("told", "told"),
                            ("taken_up", "taken up"),
                            ("spoken", "spoken with the resident"),
                            ("handed", "with who follows the meldcode"),
                            ("closed", "closed"),
                        ],
                        default="told",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("told_at", models.DateTimeField(verbose_name="told")),
                ("speak_by", models.DateField(verbose_name="spoken with, or erased, on")),
                (
                    "about",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="about whom"
                    ),
                ),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
                (
                    "not_for",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="who may not hear this"
                    ),
                ),
                (
                    "teller_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="who told it by phone"
                    ),
                ),
                (
                    "teller_phone",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="their number"
                    ),
                ),
                (
                    "by_name",
                    models.BooleanField(
                        verbose_name="that person was named for this when it was told"
                    ),
                ),
                (
                    "spoken_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="spoken with the resident on"
                    ),
                ),
                (
                    "spoken_note",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what was agreed with the resident"
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed")),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("spoken", "We spoke with this person. We may tell you no more."),
                            ("in_touch", "We stay in touch. You needn't do anything now."),
                            (
                                "no_talk",
                                "We could not have a talk. Do you still worry? Please call us.",
                            ),
                        ],
                        max_length=10,
                        verbose_name="what the teller hears",
                    ),
                ),
                (
                    "reply_words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words to the teller"
                    ),
                ),
                (
                    "replied_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                (
                    "reply_read_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="the teller read it"),
                ),
                (
                    "reminded",
                    models.PositiveSmallIntegerField(default=0, verbose_name="times reminded"),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who hears it",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="the resident, once spoken with",
                    ),
                ),
                (
                    "spoken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who spoke with them",
                    ),
                ),
                (
                    "teller",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who told it",
                    ),
                ),
            ],
            options={
                "verbose_name": "concern",
                "indexes": [
                    models.Index(fields=["network", "state"], name="concern_by_network"),
                    models.Index(
                        condition=models.Q(("spoken_on", None)),
                        fields=["speak_by"],
                        name="concern_to_speak",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resident", None), ("spoken_on__isnull", False), _connector="OR"
                        ),
                        name="resident_of_concern_was_spoken_with",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state", "closed")),
                            models.Q(
                                models.Q(("state", "closed"), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="concern_is_closed_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskAway",
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
                    "notes",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="good to know"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("accepted", "accepted"),
                            ("declined", "can't"),
                            ("ended", "ended early"),
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "substitute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who keeps the desk",
                    ),
                ),
                (
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who is away",
                    ),
                ),
            ],
            options={
                "verbose_name": "handover of the desk",
                "indexes": [
                    models.Index(fields=["network", "until_on"], name="desk_away_by_network")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gt", models.F("from_on"))),
                        name="desk_away_has_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("who", models.F("substitute")), _negated=True),
                        name="desk_away_has_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("state", "asked")),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="desk_away_answer_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpSettings",
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
                    "lapse_days",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                        verbose_name="days until a question to a helper lapses",
                    ),
                ),
                (
                    "check_weeks",
                    models.PositiveSmallIntegerField(
                        default=7,
                        validators=[
                            django.core.validators.MinValueValidator(6),
                            django.core.validators.MaxValueValidator(8),
                        ],
                        verbose_name="weeks until the first check",
                    ),
                ),
                (
                    "code_of_conduct",
                    models.TextField(blank=True, max_length=4000, verbose_name="code of conduct"),
                ),
                (
                    "code_version",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="version of the code of conduct"
                    ),
                ),
                (
                    "code_from",
                    models.DateField(blank=True, null=True, verbose_name="code of conduct since"),
                ),
                (
                    "insurance",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="volunteers' insurance"
                    ),
                ),
                (
                    "meldcode_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="who follows the meldcode"
                    ),
                ),
                (
                    "meldcode_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="their number"),
                ),
                (
                    "independent_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="independent person for complaints"
                    ),
                ),
                (
                    "independent_phone",
                    models.CharField(blank=True, max_length=20, verbose_name="their number"),
                ),
                (
                    "independent_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="their e-mail address"
                    ),
                ),
                (
                    "complaint_days",
                    models.PositiveSmallIntegerField(
                        default=28,
                        validators=[
                            django.core.validators.MinValueValidator(7),
                            django.core.validators.MaxValueValidator(42),
                        ],
                        verbose_name="days until the answer to a complaint",
                    ),
                ),
                (
                    "concerns_else",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who hears concerns when it is about that person, family, or that one is away",
                    ),
                ),
                (
                    "concerns_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who hears concerns",
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
                "verbose_name": "settings for help",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network",), name="one_help_settings_a_network"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("check_weeks__gte", 6), ("check_weeks__lte", 8)),
                        name="check_in_six_to_eight_weeks",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="helprequest",
            index=models.Index(fields=["asker"], name="request_by_asker"),
        ),
        migrations.AddIndex(
            model_name="helpoffer",
            index=models.Index(fields=["helper"], name="offer_by_helper"),
        ),
    ]
