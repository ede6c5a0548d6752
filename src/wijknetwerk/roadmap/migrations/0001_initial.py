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
            name="CheckRound",
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
                            ("readiness", "Are we ready to begin?"),
                            ("self_check", "How do we do?"),
                        ],
                        max_length=12,
                        verbose_name="list of questions",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="asked on")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="closed on")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("begin_small", "begin small with who wants to"),
                            ("talk_first", "talk about this first"),
                        ],
                        max_length=12,
                        verbose_name="outcome",
                    ),
                ),
                (
                    "decision",
                    models.TextField(blank=True, max_length=1000, verbose_name="what was decided"),
                ),
                (
                    "look_again_on",
                    models.DateField(blank=True, null=True, verbose_name="look again on"),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "round of questions",
                "indexes": [models.Index(fields=["network", "kind"], name="check_round_by_kind")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("network", "kind"),
                        name="one_open_round_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on", None),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="round_closes_after_opening",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckSheet",
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
                ("is_asked", models.BooleanField(default=False, verbose_name="was asked")),
                (
                    "voice",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resident", "as a resident"),
                            ("party", "for a party"),
                            ("network", "for the network itself"),
                            ("learner", "as a learner"),
                        ],
                        max_length=10,
                        verbose_name="in whose name",
                    ),
                ),
                ("number", models.PositiveIntegerField(default=0, verbose_name="version")),
                (
                    "answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="answered"),
                ),
                ("changed_at", models.DateTimeField(blank=True, null=True, verbose_name="changed")),
                (
                    "membership",
                    models.ForeignKey(
                        help_text="Empty once the name was taken out.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who answers",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
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
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="roadmap.checkround",
                        verbose_name="round",
                    ),
                ),
            ],
            options={
                "verbose_name": "answers of one person",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "membership"), name="one_sheet_a_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckAnswer",
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
                ("question", models.CharField(max_length=60, verbose_name="question")),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("partly", "partly"),
                            ("no", "no"),
                            ("unknown", "I don't know"),
                        ],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("given_at", models.DateTimeField(verbose_name="answered")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
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
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="roadmap.checksheet",
                        verbose_name="sheet",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("sheet", "question"),
                        name="question_is_answered_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContentVersion",
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
                ("label", models.CharField(max_length=20, verbose_name="version")),
                (
                    "digest",
                    models.CharField(
                        max_length=64, unique=True, verbose_name="digest of the content"
                    ),
                ),
                ("is_current", models.BooleanField(default=False, verbose_name="in use")),
            ],
            options={
                "verbose_name": "version of the route content",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("is_current",),
                        name="one_content_version_in_use",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckQuestion",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("check_kind", models.CharField(max_length=12, verbose_name="list of questions")),
                ("group", models.CharField(max_length=12, verbose_name="group")),
                ("text", models.TextField(verbose_name="question")),
                ("lesson", models.TextField(verbose_name="lesson")),
                (
                    "lesson_from",
                    models.CharField(max_length=120, verbose_name="where the lesson comes from"),
                ),
                ("talk_with", models.CharField(max_length=160, verbose_name="with whom to talk")),
                ("steps", models.JSONField(default=list, verbose_name="steps that help")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="checkquestion_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Phase",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("name", models.CharField(max_length=40, verbose_name="name")),
                ("what", models.TextField(verbose_name="what we do there")),
                ("start_here", models.TextField(verbose_name="when to begin here")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="phase_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PhaseWords",
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
                ("phase", models.CharField(max_length=60, verbose_name="phase")),
                (
                    "text",
                    models.CharField(blank=True, max_length=60, verbose_name="in a few words"),
                ),
                ("changed_at", models.DateTimeField(verbose_name="changed")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
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
                "verbose_name": "words under a phase",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("network", "phase"),
                        name="phase_has_words_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("phase", models.CharField(max_length=60, verbose_name="phase")),
                ("text", models.TextField(verbose_name="question")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="question_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("intro", models.TextField(verbose_name="introduction")),
                ("reading", models.JSONField(default=list, verbose_name="what to read first")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="reader_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("group", models.CharField(max_length=60, verbose_name="main recommendation")),
                ("readers", models.JSONField(default=list, verbose_name="readers")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("text", models.TextField(verbose_name="text")),
                ("points", models.JSONField(default=list, verbose_name="points")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="recommendation_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationGroup",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("why", models.TextField(verbose_name="why")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"),
                        name="recommendationgroup_has_code_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("who", models.CharField(max_length=200, verbose_name="who made it")),
                ("kind", models.CharField(max_length=60, verbose_name="kind")),
                ("year", models.CharField(max_length=60, verbose_name="year")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="source_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("phase", models.CharField(max_length=60, verbose_name="phase")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("summary", models.TextField(verbose_name="in one sentence")),
                ("why", models.TextField(verbose_name="why")),
                ("how", models.JSONField(default=list, verbose_name="how")),
                ("who", models.JSONField(default=list, verbose_name="who")),
                ("duration", models.CharField(max_length=120, verbose_name="how long")),
                ("yields", models.TextField(verbose_name="what it yields")),
                ("place", models.CharField(max_length=60, verbose_name="where in the platform")),
                ("place_text", models.TextField(verbose_name="where in the platform, in words")),
                ("factors", models.JSONField(default=list, verbose_name="success factors")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="step_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StepProgress",
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
                ("step", models.CharField(max_length=60, verbose_name="step")),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "not begun"),
                            ("busy", "busy"),
                            ("done", "done"),
                            ("not_for_us", "not for us"),
                        ],
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=1000, verbose_name="note")),
                (
                    "where_to_see",
                    models.CharField(blank=True, max_length=300, verbose_name="where to see it"),
                ),
                ("changed_at", models.DateTimeField(verbose_name="changed")),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="until"),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changed by",
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
                        verbose_name="who takes it up",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress of a step",
                "indexes": [
                    models.Index(
                        condition=models.Q(("superseded_at", None)),
                        fields=["network"],
                        name="step_progress_now",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "step", "number"), name="step_version_is_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("network", "step"),
                        name="step_stands_in_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("superseded_at", None),
                            ("superseded_at__gte", models.F("changed_at")),
                            _connector="OR",
                        ),
                        name="step_version_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuccessFactor",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("language", models.CharField(max_length=5, verbose_name="language")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                ("code", models.CharField(max_length=60, verbose_name="code")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("explanation", models.TextField(verbose_name="explanation")),
                ("in_practice", models.TextField(verbose_name="in practice")),
                ("sources", models.JSONField(default=list, verbose_name="sources")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="roadmap.contentversion",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "language", "code"), name="successfactor_has_code_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SuggestionDismissal",
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
                ("code", models.CharField(max_length=60, verbose_name="suggestion")),
                ("reason", models.CharField(max_length=300, verbose_name="why not")),
                ("dismissed_at", models.DateTimeField(verbose_name="put aside")),
                ("until_on", models.DateField(verbose_name="until")),
                (
                    "figure",
                    models.IntegerField(
                        blank=True,
                        help_text="How bad it was then, where a figure says so.",
                        null=True,
                        verbose_name="figure",
                    ),
                ),
                (
                    "ended_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="brought back"),
                ),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="put aside by",
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
                "verbose_name": "suggestion put aside",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("network", "code"),
                        name="suggestion_is_put_aside_once",
                    )
                ],
            },
        ),
    ]
