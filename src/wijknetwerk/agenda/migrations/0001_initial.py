import uuid

import django.db.models.deletion
from django.db import migrations, models

import wijknetwerk.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("networks", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activity",
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
                            ("gathering", "gathering"),
                            ("walk_in", "walk-in"),
                            ("activity", "activity"),
                            ("desk", "desk hours"),
                            ("learning", "learning meeting"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="what is it called")),
                (
                    "about",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="what people can expect"
                    ),
                ),
                (
                    "elsewhere",
                    models.CharField(blank=True, max_length=160, verbose_name="somewhere else"),
                ),
                ("part_of", models.CharField(blank=True, max_length=120, verbose_name="part of")),
                (
                    "costs",
                    models.CharField(blank=True, max_length=80, verbose_name="what it costs"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="whom to call")),
                (
                    "is_public",
                    models.BooleanField(default=False, verbose_name="everybody may come"),
                ),
                (
                    "takes_sign_ups",
                    models.BooleanField(
                        default=False, verbose_name="one says beforehand that one comes"
                    ),
                ),
                (
                    "room",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="for how many people"
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("weekly", "every week"),
                            ("two_weekly", "every two weeks"),
                            ("monthly", "every month, on the same weekday"),
                            ("monthly_last", "every month, on the last such weekday"),
                        ],
                        max_length=12,
                        verbose_name="how often",
                    ),
                ),
                ("starts", models.TimeField(verbose_name="begins at")),
                ("ends", models.TimeField(verbose_name="ends at")),
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
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who sees to it",
                    ),
                ),
            ],
            options={
                "verbose_name": "activity that comes back",
                "indexes": [
                    models.Index(fields=["network", "until_on"], name="activity_by_network")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="activity_period_is_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="activity_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
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
                ("address", models.CharField(blank=True, max_length=160, verbose_name="address")),
                (
                    "access",
                    models.CharField(blank=True, max_length=300, verbose_name="how one gets in"),
                ),
                ("toilets", models.CharField(blank=True, max_length=200, verbose_name="toilets")),
                (
                    "transport",
                    models.CharField(blank=True, max_length=300, verbose_name="how one gets there"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                (
                    "more",
                    models.CharField(
                        blank=True, max_length=500, verbose_name="what else is good to know"
                    ),
                ),
                (
                    "room",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="for how many people"
                    ),
                ),
                (
                    "is_public",
                    models.BooleanField(default=True, verbose_name="everybody may see it"),
                ),
                (
                    "closed_on",
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
                "verbose_name": "place",
                "verbose_name_plural": "places",
                "indexes": [models.Index(fields=["network", "closed_on"], name="place_by_network")],
            },
        ),
        migrations.CreateModel(
            name="Event",
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
                            ("gathering", "gathering"),
                            ("walk_in", "walk-in"),
                            ("activity", "activity"),
                            ("desk", "desk hours"),
                            ("learning", "learning meeting"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="what is it called")),
                (
                    "about",
                    models.TextField(
                        blank=True, max_length=2000, verbose_name="what people can expect"
                    ),
                ),
                (
                    "elsewhere",
                    models.CharField(blank=True, max_length=160, verbose_name="somewhere else"),
                ),
                ("part_of", models.CharField(blank=True, max_length=120, verbose_name="part of")),
                (
                    "costs",
                    models.CharField(blank=True, max_length=80, verbose_name="what it costs"),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="whom to call")),
                (
                    "is_public",
                    models.BooleanField(default=False, verbose_name="everybody may come"),
                ),
                (
                    "takes_sign_ups",
                    models.BooleanField(
                        default=False, verbose_name="one says beforehand that one comes"
                    ),
                ),
                (
                    "room",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="for how many people"
                    ),
                ),
                (
                    "planned_on",
                    models.DateField(blank=True, null=True, verbose_name="date in the series"),
                ),
                (
                    "by_hand",
                    models.BooleanField(default=False, verbose_name="differs from its series"),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="cancelled"),
                ),
                (
                    "cancelled_because",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="why it was cancelled"
                    ),
                ),
                (
                    "unnamed",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="people without a name"
                    ),
                ),
                (
                    "counted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="who came was filled in"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        default=wijknetwerk.core.clock.now, verbose_name="last changed"
                    ),
                ),
                (
                    "sequence",
                    models.PositiveIntegerField(default=0, verbose_name="number of changes"),
                ),
                (
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="agenda.activity",
                        verbose_name="series",
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
                    "organiser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="networks.membership",
                        verbose_name="who sees to it",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agenda.place",
                        verbose_name="place",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "events",
                "indexes": [models.Index(fields=["network", "starts_at"], name="event_by_network")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="event_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("activity", None), ("planned_on", None)),
                            models.Q(("activity__isnull", False), ("planned_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="event_of_series_has_its_date",
                    ),
                    models.UniqueConstraint(
                        fields=("activity", "planned_on"), name="series_has_a_date_once"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="place",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agenda.place",
                verbose_name="place",
            ),
        ),
        migrations.CreateModel(
            name="SignUp",
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
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="phone number")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "brings",
                    models.PositiveSmallIntegerField(default=0, verbose_name="brings along"),
                ),
                (
                    "held",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Asked with the same address once more. They are free for who plans the event.",
                        verbose_name="places asked again",
                    ),
                ),
                ("language", models.CharField(default="nl", max_length=5)),
                (
                    "cancelled_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken back"),
                ),
                (
                    "reminded_for",
                    models.DateTimeField(blank=True, null=True, verbose_name="reminded of"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_ups",
                        to="agenda.event",
                        verbose_name="event",
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
            ],
            options={
                "verbose_name": "sign-up",
                "indexes": [
                    models.Index(fields=["event", "cancelled_at"], name="sign_up_by_event")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("event", "membership"),
                        name="member_signs_up_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("email", ""),
                                ("membership__isnull", False),
                                ("name", ""),
                                ("phone", ""),
                            ),
                            ("membership", None),
                            _connector="OR",
                        ),
                        name="sign_up_is_of_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendee",
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
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "mailed_number",
                    models.PositiveIntegerField(default=0, verbose_name="page that was mailed"),
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
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendees",
                        to="agenda.event",
                        verbose_name="event",
                    ),
                ),
                (
                    "sign_up",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="agenda.signup",
                        verbose_name="sign-up",
                    ),
                ),
            ],
            options={
                "verbose_name": "somebody who came",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "membership"), name="member_came_once"
                    ),
                    models.UniqueConstraint(fields=("event", "sign_up"), name="sign_up_came_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="TableNote",
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
                ("table", models.CharField(max_length=60, verbose_name="table")),
                ("said", models.CharField(max_length=600, verbose_name="what was said")),
                (
                    "taker",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="who takes it up, without account"
                    ),
                ),
                ("by_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                ("action", models.UUIDField(blank=True, null=True, verbose_name="action")),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="taken off"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="agenda.event",
                        verbose_name="event",
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
                "verbose_name": "note of a table",
                "indexes": [
                    models.Index(fields=["event", "removed_at"], name="table_note_by_event")
                ],
            },
        ),
        migrations.CreateModel(
            name="EventPage",
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
                    "opening",
                    models.TextField(blank=True, max_length=3000, verbose_name="what it was about"),
                ),
                (
                    "follows",
                    models.TextField(blank=True, max_length=2000, verbose_name="what happens now"),
                ),
                ("tables", models.JSONField(blank=True, default=list)),
                ("changed_at", models.DateTimeField(verbose_name="last changed")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="published"),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pages",
                        to="agenda.event",
                        verbose_name="event",
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
                "verbose_name": "page afterwards",
                "constraints": [
                    models.UniqueConstraint(fields=("event", "number"), name="event_page_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("published_at", None)),
                        fields=("event",),
                        name="event_page_has_one_draft",
                    ),
                ],
            },
        ),
    ]
