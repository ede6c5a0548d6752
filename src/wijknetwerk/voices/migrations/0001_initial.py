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
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Diary",
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
                    "teller_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who has no account"
                    ),
                ),
                ("begun_on", models.DateField(verbose_name="begun")),
                ("ended_on", models.DateField(null=True, verbose_name="ended")),
                (
                    "keeper",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kept by",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="whose",
                    ),
                ),
            ],
            options={
                "verbose_name": "diary",
            },
        ),
        migrations.CreateModel(
            name="Poll",
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
                ("question", models.CharField(max_length=200, verbose_name="question")),
                ("choices", models.JSONField(default=list, verbose_name="answers to choose from")),
                (
                    "several",
                    models.BooleanField(default=False, verbose_name="several answers at once"),
                ),
                ("closes_on", models.DateField(verbose_name="last day")),
                ("answered", models.PositiveIntegerField(default=0, verbose_name="answers")),
                ("counts", models.JSONField(default=list, verbose_name="how often chosen")),
                (
                    "own_words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
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
            ],
            options={
                "verbose_name": "poll",
            },
        ),
        migrations.CreateModel(
            name="PriorityRound",
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
                ("question", models.CharField(max_length=160, verbose_name="question")),
                (
                    "why",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what happens with it"
                    ),
                ),
                (
                    "dots",
                    models.PositiveSmallIntegerField(
                        default=3, verbose_name="dots for each person"
                    ),
                ),
                (
                    "most_on_one",
                    models.PositiveSmallIntegerField(default=1, verbose_name="at most on one"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                (
                    "result",
                    models.JSONField(
                        blank=True,
                        help_text="Only what may be shown; made once, at closing.",
                        null=True,
                        verbose_name="result",
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
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="arranged by",
                    ),
                ),
            ],
            options={
                "verbose_name": "round of dots",
                "verbose_name_plural": "rounds of dots",
                "indexes": [
                    models.Index(fields=["network", "until_on"], name="dots_round_by_network")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gt", models.F("from_on"))),
                        name="dots_round_has_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dots__gte", 1),
                            ("dots__lte", 10),
                            ("most_on_one__gte", 1),
                            ("most_on_one__lte", models.F("dots")),
                        ),
                        name="dots_are_few",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("result", None)),
                            models.Q(("closed_on__isnull", False), ("result__isnull", False)),
                            _connector="OR",
                        ),
                        name="dots_round_closed_with_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundBallot",
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
                ("used", models.BooleanField(default=False, verbose_name="counted")),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="printed by",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ballots",
                        to="voices.priorityround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "ballot",
            },
        ),
        migrations.CreateModel(
            name="RoundOption",
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
                ("place", models.PositiveSmallIntegerField(verbose_name="place")),
                ("text", models.CharField(max_length=120, verbose_name="text")),
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="voices.priorityround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "option",
                "ordering": ("place",),
                "constraints": [
                    models.UniqueConstraint(fields=("round", "place"), name="option_has_own_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundCount",
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
                    "group",
                    models.CharField(
                        choices=[
                            ("resident", "residents and volunteers"),
                            ("professional", "professionals"),
                            ("official", "people of the municipality and managers"),
                        ],
                        max_length=20,
                        verbose_name="group",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("screen", "on the screen"),
                            ("link", "with a link or on a telephone"),
                            ("ballot", "on a ballot, typed over"),
                            ("sheet", "on the sheet on the wall"),
                        ],
                        max_length=10,
                        verbose_name="way",
                    ),
                ),
                (
                    "people",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="With an option: at least so many put a dot on it.",
                        verbose_name="people",
                    ),
                ),
                ("dots", models.PositiveIntegerField(default=0, verbose_name="dots")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="typed over or printed by",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="counts",
                        to="voices.priorityround",
                        verbose_name="round",
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="voices.roundoption",
                        verbose_name="option",
                    ),
                ),
            ],
            options={
                "verbose_name": "count of a round",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("by", None), ("option", None)),
                        fields=("round", "group"),
                        name="group_is_counted_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("by", None), ("option__isnull", False)),
                        fields=("option", "group"),
                        name="option_is_counted_once_a_group",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("by__isnull", False), ("option", None)),
                        fields=("round", "group", "way", "by"),
                        name="group_is_counted_once_a_source",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("by__isnull", False), ("option__isnull", False)),
                        fields=("option", "group", "way", "by"),
                        name="option_is_counted_once_a_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("by", None), ("way", "screen")),
                            models.Q(
                                models.Q(("way", "screen"), _negated=True), ("by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="votes_on_the_screen_are_nobodys",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoundVoter",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="reference"
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
                        verbose_name="person",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="voices.priorityround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "person who voted",
                "constraints": [
                    models.UniqueConstraint(fields=("round", "person"), name="person_votes_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Story",
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
                        choices=[("story", "story"), ("question", "question"), ("idea", "idea")],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("here", "written here"),
                            ("talk", "a talk"),
                            ("diary", "a diary"),
                            ("group", "a group conversation"),
                            ("walk", "a walk"),
                            ("poll", "a poll"),
                            ("letter", "a letter"),
                            ("phone", "a phone call"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                ("told_on", models.DateField(verbose_name="told on")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("own", "only you"),
                            ("network", "the network"),
                            ("everybody", "everybody"),
                        ],
                        max_length=10,
                        verbose_name="how far it may go",
                    ),
                ),
                ("named", models.BooleanField(default=False, verbose_name="with a name")),
                (
                    "teller_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name of who has no account"
                    ),
                ),
                (
                    "shown_name",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="name as they want it"
                    ),
                ),
                (
                    "title",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="title"),
                ),
                (
                    "words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="own words"
                    ),
                ),
                ("words_changed_on", models.DateField(null=True, verbose_name="words changed on")),
                (
                    "photo_words",
                    wijknetwerk.core.fields.EncryptedTextField(
                        blank=True, verbose_name="what the photo shows"
                    ),
                ),
                ("talk", models.UUIDField(null=True, verbose_name="group conversation")),
                (
                    "from_kind",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="kind of thing it came from"
                    ),
                ),
                ("from_uuid", models.UUIDField(null=True, verbose_name="thing it came from")),
                (
                    "answer",
                    wijknetwerk.core.fields.EncryptedTextField(blank=True, verbose_name="answer"),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="taken back")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="answered by",
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
                        verbose_name="written down by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who told it",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.privatefile",
                        verbose_name="photo",
                    ),
                ),
                (
                    "sound",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.privatefile",
                        verbose_name="sound",
                    ),
                ),
            ],
            options={
                "verbose_name": "story",
                "verbose_name_plural": "stories",
                "indexes": [
                    models.Index(fields=["network", "reach", "told_on"], name="story_by_network"),
                    models.Index(fields=["person"], name="story_by_teller"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_at", None),
                            models.Q(
                                ("named", False),
                                ("noted_by", None),
                                ("person", None),
                                ("photo", None),
                                ("reach", "own"),
                                ("sound", None),
                            ),
                            _connector="OR",
                        ),
                        name="story_taken_back_is_nobodys",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DiaryEntry",
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
                ("on_day", models.DateField(verbose_name="day")),
                ("question", models.CharField(blank=True, max_length=200, verbose_name="question")),
                ("words", wijknetwerk.core.fields.EncryptedTextField(verbose_name="own words")),
                (
                    "diary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="voices.diary",
                        verbose_name="diary",
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
                    "story",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="voices.story",
                        verbose_name="story that came of it",
                    ),
                ),
            ],
            options={
                "verbose_name": "day in a diary",
                "indexes": [models.Index(fields=["diary", "on_day"], name="diary_by_day")],
            },
        ),
        migrations.CreateModel(
            name="StoryYes",
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
                    "reach",
                    models.CharField(
                        choices=[
                            ("own", "only you"),
                            ("network", "the network"),
                            ("everybody", "everybody"),
                        ],
                        max_length=10,
                        verbose_name="how far it may go",
                    ),
                ),
                ("named", models.BooleanField(default=False, verbose_name="with a name")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_app", "here, by themselves"),
                            ("phone", "spoken, by phone"),
                            ("in_person", "spoken, face to face"),
                            ("paper", "on paper"),
                            ("slip", "with the slip of paper"),
                        ],
                        max_length=20,
                        verbose_name="how it was said",
                    ),
                ),
                ("sentence", models.TextField(verbose_name="the sentence that was read")),
                ("sentence_hash", models.CharField(max_length=64)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("said_at", models.DateTimeField(verbose_name="said")),
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
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="yeses",
                        to="voices.story",
                        verbose_name="story",
                    ),
                ),
            ],
            options={
                "verbose_name": "yes to a story",
            },
        ),
        migrations.CreateModel(
            name="Theme",
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
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "about",
                    models.CharField(blank=True, max_length=1000, verbose_name="what it is about"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("closed", "closed"),
                            ("merged", "went into another theme"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="made on")),
                (
                    "brought",
                    models.CharField(blank=True, max_length=500, verbose_name="what came of it"),
                ),
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
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="voices.theme",
                        verbose_name="went into",
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
                "verbose_name": "theme",
                "verbose_name_plural": "themes",
                "indexes": [models.Index(fields=["network", "state"], name="theme_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("state", "merged")),
                            models.Q(
                                models.Q(("state", "merged"), _negated=True), ("merged_into", None)
                            ),
                            _connector="OR",
                        ),
                        name="merged_theme_names_the_other",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="roundoption",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="voices.theme",
                verbose_name="theme",
            ),
        ),
        migrations.CreateModel(
            name="Initiative",
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
                ("title", models.CharField(max_length=100, verbose_name="what it is called")),
                ("what", models.CharField(max_length=600, verbose_name="what")),
                (
                    "wanted",
                    models.CharField(blank=True, max_length=300, verbose_name="who is wanted"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("idea", "idea"),
                            ("looking", "looking for people"),
                            ("busy", "busy"),
                            ("done", "done"),
                            ("stopped", "stopped and learned"),
                        ],
                        default="idea",
                        max_length=10,
                        verbose_name="how it is doing",
                    ),
                ),
                ("public", models.BooleanField(default=False, verbose_name="everybody may see it")),
                ("begun_on", models.DateField(verbose_name="begun")),
                (
                    "without_since",
                    models.DateField(
                        blank=True,
                        help_text="Empty while somebody pulls it, and when it is over.",
                        null=True,
                        verbose_name="nobody pulls since",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                (
                    "lesson",
                    models.CharField(blank=True, max_length=1000, verbose_name="what we learned"),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        help_text="Empty when that person was erased.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="written by",
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
                    "supporter",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who helps on behalf of the network, and does not take over.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="supporter",
                    ),
                ),
                (
                    "story",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="voices.story",
                        verbose_name="from the idea",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="voices.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "initiative",
                "verbose_name_plural": "initiatives",
                "indexes": [
                    models.Index(fields=["network", "state"], name="initiative_by_network")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__isnull", False),
                                ("state__in", ["done", "stopped"]),
                                models.Q(("lesson", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state__in", ["done", "stopped"]), _negated=True),
                                ("ended_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="initiative_that_is_over_has_day_and_lesson",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ThemeChange",
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
                    "deed",
                    models.CharField(
                        choices=[
                            ("made", "made"),
                            ("changed", "changed"),
                            ("sorted", "stories chosen"),
                            ("merged", "another theme came in"),
                            ("closed", "closed"),
                            ("opened", "opened again"),
                        ],
                        max_length=10,
                        verbose_name="what was done",
                    ),
                ),
                (
                    "before",
                    models.CharField(blank=True, max_length=120, verbose_name="title before"),
                ),
                (
                    "about_before",
                    models.CharField(blank=True, max_length=1000, verbose_name="text before"),
                ),
                ("done_at", models.DateTimeField(verbose_name="when")),
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
                    "network",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="voices.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of a theme",
            },
        ),
        migrations.CreateModel(
            name="ThemeStory",
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
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="voices.story",
                        verbose_name="story",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="voices.theme",
                        verbose_name="theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "story in a theme",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("theme", "story"), name="story_is_in_theme_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Experiment",
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
                ("question", models.CharField(max_length=200, verbose_name="question")),
                ("tries", models.CharField(max_length=600, verbose_name="what we try")),
                (
                    "with_whom",
                    models.CharField(blank=True, max_length=300, verbose_name="with whom"),
                ),
                ("looks_at", models.CharField(max_length=400, verbose_name="what we look at")),
                ("begun_on", models.DateField(verbose_name="begun")),
                ("ends_on", models.DateField(verbose_name="until")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("go_on", "we go on with it"),
                            ("change", "we try it differently"),
                            ("stop", "we stop, and know more"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="and then",
                    ),
                ),
                (
                    "lesson",
                    models.CharField(blank=True, max_length=1000, verbose_name="what we learned"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed")),
                (
                    "follows",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="next",
                        to="voices.experiment",
                        verbose_name="comes after",
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="owner",
                    ),
                ),
                (
                    "initiative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="experiments",
                        to="voices.initiative",
                        verbose_name="initiative",
                    ),
                ),
            ],
            options={
                "verbose_name": "experiment",
                "verbose_name_plural": "experiments",
                "indexes": [
                    models.Index(fields=["network", "outcome"], name="experiment_by_network")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("begun_on"))),
                        name="experiment_has_days",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on", None), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("lesson", ""), _negated=True),
                                ("closed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="experiment_that_is_over_has_lesson",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativeNeed",
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
                            ("room", "a room"),
                            ("copies", "copies"),
                            ("insurance", "insurance"),
                            ("money", "money"),
                            ("phone", "a phone number or an introduction"),
                            ("other", "something else"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what exactly")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "asked"),
                            ("promised", "promised"),
                            ("delivered", "there"),
                            ("gone", "no longer needed"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="how far it is",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="asked")),
                ("by_on", models.DateField(blank=True, null=True, verbose_name="by")),
                (
                    "action",
                    models.UUIDField(
                        blank=True,
                        help_text="In goals, of who promised it.",
                        null=True,
                        verbose_name="action",
                    ),
                ),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="delivered")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="voices.initiative",
                        verbose_name="initiative",
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
                    "promised_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="promised by",
                    ),
                ),
            ],
            options={
                "verbose_name": "what an initiative needs",
                "indexes": [models.Index(fields=["network", "state"], name="need_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "promised"), _negated=True),
                            models.Q(("by_on__isnull", False), ("promised_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="promise_has_name_and_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InitiativePerson",
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
                ("pulls", models.BooleanField(default=False, verbose_name="pulls it")),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="people",
                        to="voices.initiative",
                        verbose_name="initiative",
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
                "verbose_name": "person in an initiative",
                "indexes": [
                    models.Index(fields=["initiative", "until_on"], name="person_by_initiative"),
                    models.Index(fields=["membership", "until_on"], name="initiative_by_member"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("initiative", "membership"),
                        name="member_is_in_initiative_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PollVoter",
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
                        verbose_name="who",
                    ),
                ),
                (
                    "poll",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voters",
                        to="voices.poll",
                        verbose_name="poll",
                    ),
                ),
            ],
            options={
                "verbose_name": "who answered a poll",
                "constraints": [
                    models.UniqueConstraint(fields=("poll", "person"), name="poll_answered_once")
                ],
            },
        ),
    ]
