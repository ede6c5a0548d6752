"""Models of directory."""

from wijknetwerk.directory.models.imports import ImportState, ListImport
from wijknetwerk.directory.models.service import (
    LocationType,
    Service,
    ServiceLocation,
    ServiceStatus,
    ServiceVersion,
    ShownTo,
    VersionKind,
)

__all__ = [
    "ImportState",
    "ListImport",
    "LocationType",
    "Service",
    "ServiceLocation",
    "ServiceStatus",
    "ServiceVersion",
    "ShownTo",
    "VersionKind",
]
