import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import wijknetwerk.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsentText",
            fields=[
                ("text_hash", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("language", models.CharField(max_length=5)),
                ("first_shown_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
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
                ("network_uuid", models.UUIDField(verbose_name="network")),
                (
                    "party_kind",
                    models.CharField(
                        choices=[
                            ("person", "a person"),
                            ("organisation", "the people of an organisation"),
                            ("team", "the team that comes to your home"),
                            ("network", "the members of a network"),
                            ("public", "everybody on the internet"),
                        ],
                        max_length=20,
                        verbose_name="kind of party",
                    ),
                ),
                ("party_uuid", models.UUIDField(blank=True, null=True, verbose_name="party")),
                ("purpose", models.CharField(max_length=40, verbose_name="purpose")),
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
                        max_length=30,
                        verbose_name="ground",
                    ),
                ),
                (
                    "ground_note",
                    models.CharField(blank=True, max_length=120, verbose_name="article or task"),
                ),
                ("parts", models.JSONField(default=list, verbose_name="which data")),
                ("deeds", models.JSONField(default=list, verbose_name="may do")),
                ("valid_from", models.DateTimeField(verbose_name="from")),
                ("valid_until", models.DateTimeField(verbose_name="until")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_app", "here, by yourself"),
                            ("on_paper", "on paper"),
                            ("spoken", "spoken"),
                        ],
                        max_length=20,
                        verbose_name="how it was given",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="given by",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="noted by",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="privacy.consenttext",
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "indexes": [models.Index(fields=["person", "purpose"], name="consent_by_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__gt", models.F("valid_from"))),
                        name="consent_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("party_kind", "public"), ("party_uuid", None)),
                            models.Q(
                                models.Q(("party_kind", "public"), _negated=True),
                                ("party_uuid__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="party_is_named_unless_public",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
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
                ("network_uuid", models.UUIDField(verbose_name="network")),
                ("withdrawn_at", models.DateTimeField(verbose_name="withdrawn")),
                (
                    "consent",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawal",
                        to="privacy.consent",
                        verbose_name="consent",
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
                    "withdrawn_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="withdrawn by",
                    ),
                ),
            ],
            options={
                "verbose_name": "withdrawal",
                "verbose_name_plural": "withdrawals",
            },
        ),
    ]
