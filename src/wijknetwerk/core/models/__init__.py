"""Models of core."""

from wijknetwerk.core.jobs.models import Job, JobPeriod, JobWorker
from wijknetwerk.core.models.demo import DemoMark
from wijknetwerk.core.models.draft import Draft
from wijknetwerk.core.models.file import PrivateFile
from wijknetwerk.core.models.log import LogEntry, LogName
from wijknetwerk.core.models.mail import OutgoingMail
from wijknetwerk.core.models.once import UsedForm
from wijknetwerk.core.models.thing import Thing
from wijknetwerk.core.models.token import TokenLink

__all__ = [
    "DemoMark",
    "Draft",
    "Job",
    "JobPeriod",
    "JobWorker",
    "LogEntry",
    "LogName",
    "OutgoingMail",
    "PrivateFile",
    "Thing",
    "TokenLink",
    "UsedForm",
]
