"""Figures for Prometheus: what the pages do, and what waits in the background."""

import os
from collections.abc import Iterator

from django.db import connection
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from wijknetwerk.core import clock
from wijknetwerk.core.jobs import queue_state, worker_seen_at
from wijknetwerk.core.models import OutgoingMail

REQUESTS = Counter("wn_requests", "Answered requests", ["view", "method", "status"])
SECONDS = Histogram(
    "wn_request_seconds",
    "Time until the answer",
    ["view"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)


def latest() -> bytes:
    """All figures, of every process of this machine when they count together."""
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry = REGISTRY
    return generate_latest(registry) + generate_latest(_Waiting())


class _Waiting(Collector):
    """Asked of the database at the moment of looking."""

    def collect(self) -> Iterator[Metric]:
        """The gauges."""
        state = queue_state()
        mails = OutgoingMail.objects.filter(sent_at=None, failed_at=None).count()
        seen = worker_seen_at()
        yield GaugeMetricFamily("wn_jobs_waiting", "Jobs that wait", value=state.waiting)
        yield GaugeMetricFamily("wn_jobs_running", "Jobs that run", value=state.running)
        yield GaugeMetricFamily("wn_jobs_failed", "Jobs that were given up", value=state.failed)
        yield GaugeMetricFamily("wn_mails_waiting", "Mails to be sent", value=mails)
        age = (clock.now() - seen).total_seconds() if seen else -1
        yield GaugeMetricFamily("wn_worker_seen_seconds", "Since a worker was heard", value=age)
        known = {"sqlite": 0, "postgresql": 1}[connection.vendor]
        yield GaugeMetricFamily("wn_database_is_postgresql", "Which database", value=known)
