import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wijknetwerk.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Page",
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
                        choices=[("tool", "tool"), ("question", "question"), ("news", "news")],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("nl", "Nederlands"), ("en", "English")],
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        help_text="Its address; of the platform's pages only.",
                        max_length=60,
                        verbose_name="code",
                    ),
                ),
                (
                    "adapts",
                    models.SlugField(
                        blank=True,
                        help_text="The code of the platform's tool that a network shows its own version of.",
                        max_length=60,
                        verbose_name="own version of",
                    ),
                ),
                (
                    "shipped",
                    models.BooleanField(default=False, verbose_name="came with the platform"),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="first published"),
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
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translations",
                        to="library.page",
                        verbose_name="translation of",
                    ),
                ),
            ],
            options={
                "verbose_name": "page",
                "verbose_name_plural": "pages",
                "indexes": [
                    models.Index(fields=["network", "kind"], name="library_page_by_network")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("network", None)),
                        fields=("kind", "language", "code"),
                        name="library_page_code_is_unique",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("network", None), models.Q(("code", ""), _negated=True)),
                            models.Q(("network__isnull", False), ("code", "")),
                            _connector="OR",
                        ),
                        name="library_page_has_a_code_or_a_network",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("translation_of__isnull", False)),
                        fields=("translation_of", "language"),
                        name="library_page_is_translated_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Picture",
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
                ("number", models.PositiveIntegerField(verbose_name="number")),
                ("alt", models.CharField(blank=True, max_length=300, verbose_name="what one sees")),
                ("decoration", models.BooleanField(default=False, verbose_name="only decoration")),
                ("width", models.PositiveIntegerField(verbose_name="width")),
                ("height", models.PositiveIntegerField(verbose_name="height")),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.network",
                        verbose_name="network",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="all_pictures",
                        to="library.page",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "number"), name="library_picture_is_unique"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decoration", True), ("alt", "")),
                            models.Q(("decoration", False), models.Q(("alt", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="library_picture_says_what_it_shows",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
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
                ("edition", models.PositiveIntegerField(default=1, verbose_name="times saved")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("review", "waits for a look"),
                            ("published", "can be read now"),
                            ("superseded", "no longer in use"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "summary",
                    models.CharField(blank=True, max_length=300, verbose_name="in one sentence"),
                ),
                ("body", models.TextField(blank=True, verbose_name="text")),
                ("words", models.TextField(blank=True, verbose_name="only the words")),
                (
                    "about",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="Of a tool: phases, steps, readers, minutes, group, material, source.",
                        verbose_name="what it is for",
                    ),
                ),
                ("success", models.BooleanField(default=False, verbose_name="a success")),
                (
                    "audience",
                    models.CharField(
                        choices=[("everybody", "everybody"), ("members", "members of the network")],
                        default="everybody",
                        max_length=10,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "pictures",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="The numbers that it shows, in order.",
                        verbose_name="pictures",
                    ),
                ),
                (
                    "what_changed",
                    models.CharField(blank=True, max_length=300, verbose_name="what changed"),
                ),
                (
                    "sent_back_why",
                    models.CharField(blank=True, max_length=500, verbose_name="why it came back"),
                ),
                ("saved_at", models.DateTimeField(verbose_name="last saved")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published"),
                ),
                (
                    "own_look",
                    models.BooleanField(
                        default=False,
                        help_text="There was nobody else who could.",
                        verbose_name="nobody else looked",
                    ),
                ),
                (
                    "superseded_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="in use until"),
                ),
                (
                    "digest",
                    models.CharField(
                        blank=True,
                        help_text="What tells loaded texts apart.",
                        max_length=64,
                        verbose_name="of a file",
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
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="library.page",
                        verbose_name="page",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="published by",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="last saved by",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of a page",
                "indexes": [
                    models.Index(fields=["network", "state"], name="library_version_by_network"),
                    models.Index(fields=["written_by"], name="library_version_by_writer"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("page", "number"), name="library_version_is_unique"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")),
                        fields=("page",),
                        name="library_page_is_published_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["draft", "review"])),
                        fields=("page",),
                        name="library_page_is_written_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="library_published_has_a_moment",
                    ),
                ],
            },
        ),
    ]
