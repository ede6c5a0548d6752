import uuid

import django.db.models.deletion
from django.db import migrations, models

import wijknetwerk.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Service",
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
                    "alternate_name",
                    models.CharField(blank=True, max_length=200, verbose_name="also called"),
                ),
                (
                    "organization_name",
                    models.CharField(blank=True, max_length=120, verbose_name="by whom"),
                ),
                ("description", models.TextField(blank=True, max_length=1000, verbose_name="what")),
                (
                    "eligibility_description",
                    models.CharField(blank=True, max_length=300, verbose_name="for whom"),
                ),
                (
                    "audiences",
                    models.CharField(
                        blank=True,
                        help_text="Codes of for whom, each after a space.",
                        max_length=200,
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="kind")),
                ("url", models.URLField(blank=True, verbose_name="website")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                (
                    "phone_description",
                    models.CharField(blank=True, max_length=120, verbose_name="when one can call"),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="who answers"),
                ),
                (
                    "fees_description",
                    models.CharField(blank=True, max_length=200, verbose_name="what it costs"),
                ),
                (
                    "application_process",
                    models.CharField(blank=True, max_length=300, verbose_name="how to join"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "is there"),
                            ("temporarily closed", "closed for a while"),
                            ("defunct", "is no longer there"),
                        ],
                        default="active",
                        max_length=20,
                        verbose_name="is it there?",
                    ),
                ),
                (
                    "alert",
                    models.CharField(blank=True, max_length=200, verbose_name="good to know now"),
                ),
                (
                    "shown_to",
                    models.CharField(
                        choices=[
                            ("everybody", "everybody"),
                            ("members", "members of the network only"),
                        ],
                        max_length=10,
                        verbose_name="who may read it",
                    ),
                ),
                (
                    "assured_date",
                    models.DateField(blank=True, null=True, verbose_name="last checked"),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it comes from"
                    ),
                ),
                (
                    "source_service",
                    models.UUIDField(blank=True, help_text="What it was copied from.", null=True),
                ),
                (
                    "external_id",
                    models.UUIDField(blank=True, help_text="Its id in an HSDS file.", null=True),
                ),
                (
                    "as_given",
                    models.TextField(
                        blank=True,
                        help_text="The record of the HSDS file, whole: what we don't read goes out again.",
                    ),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="ended")),
                (
                    "ended_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why it ended"),
                ),
                ("number", models.PositiveIntegerField(default=1, verbose_name="version")),
                (
                    "name_key",
                    models.CharField(
                        help_text="The folded name, to find equals by.", max_length=140
                    ),
                ),
                ("phone_digits", models.CharField(blank=True, max_length=20)),
                (
                    "days",
                    models.CharField(
                        blank=True, help_text="MO TU ..., of all its places.", max_length=30
                    ),
                ),
                (
                    "search_words",
                    models.TextField(blank=True, help_text="Stems, each between spaces."),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="checked by",
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
                        verbose_name="who keeps it right",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of the list",
                "verbose_name_plural": "entries of the list",
                "indexes": [
                    models.Index(
                        fields=["network", "ended_on", "name_key"], name="service_by_network"
                    ),
                    models.Index(fields=["phone_digits"], name="service_by_phone"),
                    models.Index(fields=["assured_date"], name="service_by_check"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", False), ("status", "defunct")),
                            models.Q(
                                models.Q(("status", "defunct"), _negated=True), ("ended_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="service_that_is_gone_has_a_last_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceLocation",
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
                    "location_type",
                    models.CharField(
                        choices=[
                            ("physical", "a place to go to"),
                            ("postal", "an address for letters"),
                            ("virtual", "by phone or online"),
                        ],
                        default="physical",
                        max_length=10,
                        verbose_name="kind of place",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="where")),
                (
                    "address_1",
                    models.CharField(blank=True, max_length=120, verbose_name="street and number"),
                ),
                (
                    "postal_code",
                    models.CharField(blank=True, max_length=12, verbose_name="postcode"),
                ),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="place")),
                (
                    "latitude",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                (
                    "longitude",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True),
                ),
                (
                    "transportation",
                    models.CharField(blank=True, max_length=200, verbose_name="how to get there"),
                ),
                (
                    "schedule",
                    models.CharField(blank=True, max_length=200, verbose_name="when, in words"),
                ),
                ("freq", models.CharField(blank=True, max_length=10, verbose_name="how often")),
                (
                    "interval",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="each how many"
                    ),
                ),
                ("byday", models.CharField(blank=True, max_length=40, verbose_name="days")),
                ("opens_at", models.TimeField(blank=True, null=True, verbose_name="from")),
                ("closes_at", models.TimeField(blank=True, null=True, verbose_name="until")),
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
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locations",
                        to="directory.service",
                        verbose_name="entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "place of an entry",
                "verbose_name_plural": "places of entries",
                "indexes": [
                    models.Index(fields=["network", "service"], name="service_place_by_network")
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceVersion",
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
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("added", "put on the list"),
                            ("changed", "changed"),
                            ("checked", "checked: still right"),
                            ("ended", "is no longer there"),
                            ("back", "is there again"),
                            ("taken_over", "keeps it right from now on"),
                        ],
                        max_length=12,
                        verbose_name="what",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "changes",
                    models.JSONField(
                        default=dict, help_text="Field: what stood there, what stands now."
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="directory.service",
                        verbose_name="entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of an entry",
                "verbose_name_plural": "versions of entries",
                "indexes": [
                    models.Index(fields=["network", "service"], name="service_version_by_network")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "number"), name="service_version_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ListImport",
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
                ("is_hsds", models.BooleanField(default=False)),
                (
                    "matching",
                    models.JSONField(default=dict, help_text="Number of a column: field."),
                ),
                (
                    "anyway",
                    models.JSONField(
                        default=list, help_text="Lines to add though they look known."
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where it comes from"
                    ),
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
                (
                    "looked_at",
                    models.PositiveIntegerField(default=0, verbose_name="lines looked at"),
                ),
                ("added", models.PositiveIntegerField(default=0, verbose_name="added")),
                ("left_out", models.PositiveIntegerField(default=0, verbose_name="left out")),
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
            ],
            options={
                "verbose_name": "file for the list",
                "verbose_name_plural": "files for the list",
                "indexes": [
                    models.Index(fields=["network", "state"], name="list_import_by_network")
                ],
            },
        ),
    ]
