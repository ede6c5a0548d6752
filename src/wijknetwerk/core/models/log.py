"""The one log: NEN 7513 fields, ids only, one chain per client or else per network (A2, A3)."""

import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Outcome(models.IntegerChoices):
    """EventOutcomeIndicator of NEN 7513 and DICOM: how the event ended."""

    SUCCESS = 0, "success"
    MINOR_FAILURE = 4, "minor failure"
    DENIED = 8, "denied"
    MAJOR_FAILURE = 12, "major failure"


class Action(models.TextChoices):
    """EventActionCode of NEN 7513."""

    CREATE = "C", "create"
    READ = "R", "read"
    UPDATE = "U", "update"
    DELETE = "D", "delete"
    EXECUTE = "E", "execute"


class LogEntry(models.Model):
    """One line of the log. Never changed; its hash covers every field and the line before.

    The comment behind a field is its name in NEN 7513:2018.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    chain = models.CharField(max_length=48)
    seq = models.BigIntegerField()
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    event = models.CharField(max_length=80)  # EventTypeCode: app.what_happened
    action = models.CharField(max_length=1, choices=Action.choices)  # EventActionCode
    occurred_at = models.DateTimeField(db_index=True)  # EventDateTime
    outcome = models.PositiveSmallIntegerField(choices=Outcome.choices)  # EventOutcomeIndicator

    actor_kind = models.CharField(max_length=10)
    actor_code = models.CharField(max_length=80, blank=True)
    user_uuid = models.UUIDField(null=True, db_index=True)  # UserID
    is_requestor = models.BooleanField(default=True)  # UserIsRequestor
    on_behalf_of_uuid = models.UUIDField(null=True)  # responsible user
    role_codes = models.CharField(max_length=200, blank=True)  # RoleIDCode
    organisation_uuid = models.UUIDField(null=True)
    purpose_code = models.CharField(max_length=40, blank=True)  # PurposeOfUse
    access_point_type = models.CharField(max_length=10, blank=True)  # NetworkAccessPointTypeCode
    access_point = models.CharField(max_length=60, blank=True)  # NetworkAccessPointID, truncated
    site = models.CharField(max_length=80, blank=True)  # AuditEnterpriseSiteID
    source = models.CharField(max_length=80)  # AuditSourceID

    network_uuid = models.UUIDField(null=True)
    client_uuid = models.UUIDField(null=True)  # the one participant object that is the client
    object_type = models.CharField(max_length=80, blank=True)  # ParticipantObjectTypeCode
    object_role = models.CharField(max_length=40, blank=True)  # ParticipantObjectTypeCodeRole
    object_uuid = models.CharField(max_length=64, blank=True)  # ParticipantObjectID
    lifecycle = models.CharField(max_length=20, blank=True)  # ParticipantObjectDataLifeCycle
    sensitivity = models.CharField(max_length=20, blank=True)  # ParticipantObjectSensitivity
    policy_version = models.CharField(max_length=40, blank=True)  # ...PermissionPolicySet
    # ParticipantObjectDetail: names of fields and counts, never values
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    authorisation_rule = models.CharField(max_length=120, blank=True)  # autorisatieProtocol
    relation_uuid = models.UUIDField(null=True)  # behandelrelatieProtocol
    consent_uuid = models.UUIDField(null=True)  # toestemmingsProfiel
    checks = models.CharField(max_length=200, blank=True)  # controles: gates passed and failed
    traceparent = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["chain", "seq"], name="log_line_has_one_place"),
            models.CheckConstraint(name="log_line_starts_at_one", condition=models.Q(seq__gte=1)),
        ]
        indexes = [
            models.Index(fields=["client_uuid", "occurred_at"], name="log_by_client"),
            models.Index(fields=["network_uuid", "occurred_at"], name="log_by_network"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}/{self.seq} {self.event}"


class LogName(models.Model):
    """How an id in the log was called: the side table that can be erased (A2)."""

    subject_uuid = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=200)
    noted_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.subject_uuid)
