import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wijknetwerk.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Goal",
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
                ("sentence", models.CharField(max_length=200, verbose_name="goal")),
                ("for_whom", models.CharField(blank=True, max_length=120, verbose_name="for whom")),
                ("by_on", models.DateField(blank=True, null=True, verbose_name="by which day")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "we work on it"),
                            ("reached", "reached"),
                            ("stopped", "let go"),
                        ],
                        default="running",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="reached or let go on"),
                ),
                (
                    "brought",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        verbose_name="what it brought, or why it was let go",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who keeps an eye on it",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
            ],
            options={
                "verbose_name": "goal",
                "verbose_name_plural": "goals",
                "indexes": [
                    models.Index(fields=["network", "state"], name="goal_by_network"),
                    models.Index(fields=["owner", "state"], name="goal_by_owner"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on", None), ("state", "running")),
                            models.Q(
                                models.Q(("state", "running"), _negated=True),
                                ("ended_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="goal_that_ended_has_its_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Action",
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
                ("what", models.CharField(max_length=200, verbose_name="what")),
                (
                    "owner_agreed",
                    models.BooleanField(default=True, verbose_name="the owner said yes"),
                ),
                ("by_on", models.DateField(verbose_name="by which day")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "agreed"),
                            ("busy", "busy"),
                            ("done", "done"),
                            ("dropped", "won't happen"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "missed_on",
                    models.DateField(blank=True, null=True, verbose_name="day that was missed"),
                ),
                (
                    "source_kind",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="kind of thing it came from"
                    ),
                ),
                (
                    "source_uuid",
                    models.UUIDField(blank=True, null=True, verbose_name="thing it came from"),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who does it",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.team",
                        verbose_name="team",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="goals.goal",
                        verbose_name="goal",
                    ),
                ),
            ],
            options={
                "verbose_name": "action",
                "verbose_name_plural": "actions",
                "indexes": [
                    models.Index(fields=["network", "state", "by_on"], name="action_by_network"),
                    models.Index(fields=["owner", "state"], name="action_by_owner"),
                    models.Index(
                        condition=models.Q(("source_uuid__isnull", False)),
                        fields=["source_uuid"],
                        name="action_by_source",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_on__isnull", False), ("state", "done")),
                            models.Q(models.Q(("state", "done"), _negated=True), ("done_on", None)),
                            _connector="OR",
                        ),
                        name="action_done_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source_kind", ""), ("source_uuid", None)),
                            models.Q(
                                models.Q(("source_kind", ""), _negated=True),
                                ("source_uuid__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="action_source_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
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
                ("what", models.CharField(max_length=160, verbose_name="what is counted")),
                ("unit", models.CharField(blank=True, max_length=40, verbose_name="unit")),
                (
                    "start",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="at the start",
                    ),
                ),
                (
                    "target",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=12,
                        null=True,
                        verbose_name="what we want",
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[("up", "the more, the better"), ("down", "the less, the better")],
                        default="up",
                        max_length=4,
                        verbose_name="which way is better",
                    ),
                ),
                (
                    "how",
                    models.CharField(blank=True, max_length=300, verbose_name="how it is counted"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it comes from"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="goals.goal",
                        verbose_name="goal",
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
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
            },
        ),
        migrations.CreateModel(
            name="MeasureValue",
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
                    "value",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=12, null=True, verbose_name="value"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("said_at", models.DateTimeField(verbose_name="noted")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="values",
                        to="goals.measure",
                        verbose_name="measure",
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
                    "said_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "value of a measure",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("measure", "on"),
                        name="measure_has_one_value_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionAsk",
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
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="goals.action",
                        verbose_name="action",
                    ),
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
                        verbose_name="who is asked",
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
                "verbose_name": "question to take an action over",
                "indexes": [
                    models.Index(fields=["membership", "state"], name="action_ask_by_member")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("action",),
                        name="action_is_asked_once",
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
                        name="action_ask_answer_has_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionStep",
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
                    "step",
                    models.CharField(
                        choices=[
                            ("start", "began with it"),
                            ("done", "done"),
                            ("drop", "let it go"),
                            ("move", "moved it to another day"),
                            ("reopen", "opened it again"),
                        ],
                        max_length=10,
                        verbose_name="act",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="why")),
                ("from_day", models.DateField(blank=True, null=True, verbose_name="from this day")),
                ("to_day", models.DateField(blank=True, null=True, verbose_name="to this day")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="goals.action",
                        verbose_name="action",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "what happened to an action",
                "indexes": [models.Index(fields=["action", "at"], name="action_step_by_action")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("step__in", ["drop", "move"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="action_step_says_why",
                    )
                ],
            },
        ),
    ]
