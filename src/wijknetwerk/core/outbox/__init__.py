"""Mail leaves through the worker: `queue` stores it, `send` is the job (design 7: a write is
answered without waiting for a mail server)."""

from wijknetwerk.core.outbox.queue import drop, drop_all, queue
from wijknetwerk.core.outbox.send import send

__all__ = ["drop", "drop_all", "queue", "send"]
