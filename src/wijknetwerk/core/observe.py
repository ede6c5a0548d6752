"""What operations see: log lines and error reports without personal data, and figures.

Switched on by the settings of production; `scrub` is also there for whoever logs a text.
"""

import logging
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog

SECRET_NAMES = re.compile(
    r"name|mail|phone|address|password|secret|token|cookie|authorization|session|csrf|body|text"
    r"|subject|code|dsn|key",
    re.IGNORECASE,
)
OUR_NAMES = frozenset({"view_name", "logger_name", "status_code", "actor_code"})
AS_THEY_ARE = frozenset({"timestamp", "level", "logger", "trace", "job", "worker", "error"})

_PERSONAL = re.compile(
    r"(?P<uuid>\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"
    r"|(?P<email>[^\s@/<>\"'=(]+@[^\s@/<>\"')]+)"
    r"|(?P<query>\?[^\s\"']+)"
    r"|(?P<code>\b[A-Z0-9]{5}-[A-Z0-9]{5}\b)"
    r"|(?P<phone>(?:\+|\b0)\d[\d\s()-]{7,}\d)"
    r"|(?P<token>[A-Za-z0-9_=-]{20,})"
    r"|(?P<digits>\d{6,})"
)


def scrub(text: str) -> str:
    """The text without e-mail addresses, phone numbers, tokens, query strings and long numbers.

    Ids (UUIDs) stay: they say nothing without the database.
    """
    return _PERSONAL.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind == "uuid" or (kind == "token" and _is_plain_word(found.group())):
        return found.group()
    return f"[{kind}]"


def _is_plain_word(text: str) -> bool:
    """Long names of classes and functions of ours are no tokens."""
    return not any(letter.isdigit() for letter in text) and (
        text.islower() or "_" in text or len(re.findall(r"[A-Z][a-z]+", text)) > 1
    )


def scrub_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same for everything in a structure; what is called like a secret is left out."""
    return {name: _scrubbed(name, value) for name, value in values.items()}


def _scrubbed(name: str, value: Any) -> Any:
    if name in AS_THEY_ARE or isinstance(value, bool | float | None):
        return value
    if name != "event" and name not in OUR_NAMES and SECRET_NAMES.search(name):
        return "[left out]"
    if isinstance(value, Mapping):
        return scrub_values({str(key): item for key, item in value.items()})
    if isinstance(value, list | tuple):
        return [_scrubbed("", item) for item in value]
    return value if isinstance(value, int) and abs(value) < 1_000_000 else scrub(str(value))


def _scrub_line(_logger: Any, _method: str, line: Any) -> Any:
    line.pop("positional_args", None)
    return scrub_values(line)


def _places_of_error(_logger: Any, _method: str, line: Any) -> Any:
    """The kind of an error and where it happened; never its message, which can hold values."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, BaseException):
        error = (type(error), error, error.__traceback__)
    if isinstance(error, tuple) and error[0] is not None:
        line["error"] = error[0].__name__
        line["places"] = _places(error[2])
    return line


def _places(traceback: Any) -> list[str]:
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        file = Path(code.co_filename)
        found.append(f"{file.parent.name}/{file.name}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return found


_BEFORE: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.stdlib.ExtraAdder(allow=("status_code",)),
    _places_of_error,
]
_LAST: list[Any] = [
    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
    _scrub_line,
    structlog.processors.JSONRenderer(ensure_ascii=False),
]


def logging_settings(level: str = "INFO") -> dict[str, Any]:
    """Django's LOGGING: one JSON line for each event, ours and those of libraries."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_BEFORE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": _Formatter}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"handlers": ["lines"], "level": level},
        "loggers": {
            "django": {"handlers": ["lines"], "level": level, "propagate": False},
            "django.db.backends": {"level": "WARNING"},  # its lines hold SQL with values
        },
    }


class _Formatter(structlog.stdlib.ProcessorFormatter):
    def __init__(self) -> None:
        super().__init__(foreign_pre_chain=_BEFORE, processors=_LAST, keep_exc_info=False)

    def format(self, record: logging.LogRecord) -> str:
        """As JSON. The traceback text that logging keeps would hold the error's message."""
        record.exc_text = None
        record.stack_info = None
        return super().format(record)


def start_error_reports(dsn: str, *, release: str, transport: Any = None) -> None:
    """Send reports of errors, without values, bodies, headers or who it was."""
    import sentry_sdk

    sentry_sdk.init(
        dsn=dsn,
        release=release,
        transport=transport,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        traces_sample_rate=0.0,
        before_send=_report,  # type: ignore[arg-type]
    )


def _report(event: dict[str, Any], _hint: dict[str, Any]) -> dict[str, Any]:
    """Kind and place of the error, view and trace; nothing that a person typed or is."""
    for part in ("request", "user", "extra", "breadcrumbs", "server_name", "logentry", "message"):
        event.pop(part, None)
    for error in event.get("exception", {}).get("values", []):
        error["value"] = ""
    if "transaction" in event:
        event["transaction"] = scrub(str(event["transaction"]))
    return event


def prepare_shared_figures(folder: Path) -> None:
    """Let all processes of this machine count together; before prometheus_client is imported.

    Files of processes that ended are removed; Prometheus knows that a counter can begin anew.
    """
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    for file in folder.glob("*.db"):
        process = file.stem.rpartition("_")[2]
        if process.isdigit() and not Path(f"/proc/{process}").exists():
            file.unlink(missing_ok=True)
