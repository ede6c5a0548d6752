"""How long core keeps what it needs for a while."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import drafts, registries
from wijknetwerk.core.models import Draft, OutgoingMail, TokenLink, UsedForm


def _used_forms(*, before: datetime) -> int:
    return UsedForm.objects.filter(used_at__lt=before).delete()[0]


def _drafts(*, before: datetime) -> int:
    return Draft.objects.filter(kept_at__lt=before).delete()[0]


def _tokens(*, before: datetime) -> int:
    return TokenLink.objects.filter(expires_at__lt=before).delete()[0]


def _sent_mail(*, before: datetime) -> int:
    return OutgoingMail.objects.filter(sent_at__lt=before).delete()[0]


def register() -> None:
    """Called once, when the app is ready."""
    for code, entry in _ENTRIES.items():
        registries.retention.register(code, entry)


_ENTRIES = {
    "core.used_forms": registries.Retention(
        _("That a form was sent"), timedelta(days=2), _("so that it counts once"), _used_forms
    ),
    "core.drafts": registries.Retention(
        _("What you typed and did not send"),
        drafts.LASTS,
        _("so that nothing you typed is lost"),
        _drafts,
    ),
    "core.tokens": registries.Retention(
        _("Links and codes that are over"),
        timedelta(days=30),
        _("to explain why a link does not work any more"),
        _tokens,
    ),
    "core.sent_mail": registries.Retention(
        _("That a mail was sent, and to which address"),
        timedelta(days=30),
        _("to help when a mail did not arrive; its text is erased at once"),
        _sent_mail,
    ),
}
