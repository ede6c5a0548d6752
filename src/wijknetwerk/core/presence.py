"""Whether somebody is still there: pages of somebody else's plan shut after a quarter of an hour
without a deed on such a page (NEN 7510). The rule is kept here, by the server; the script only
takes from the screen what the server would no longer give.

The last deed is the second factor, or what a signed cookie of this session says, whichever is
later. It stands in a cookie because a look at a page writes nothing but the log (rule A2).
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from wijknetwerk.core import clock
from wijknetwerk.core.pages import ActorRequest, AsksSecondFactor, require_second_factor

COOKIE = "wn_present"
LASTS = timedelta(minutes=15)
WARNED = timedelta(minutes=3)
"""So long before the end the page asks whether somebody is still there."""


def require(request: ActorRequest, *, own: bool) -> None:
    """For a page of somebody else's plan: a second factor, and a deed in the last quarter of an
    hour, else one touch or one code first. What is asked here counts as a deed."""
    require_second_factor(request.actor, own=own)
    if own or not request.actor.is_person:
        return
    if seconds_left(request) <= 0:
        raise AsksSecondFactor
    request.counts_as_deed = True


def seconds_left(request: ActorRequest) -> float:
    """How long these pages still open in this session; 0 or less when they are shut."""
    moments = [one for one in (request.actor.second_factor_at, _last_deed(request)) if one]
    if not moments or request.actor.second_factor_at is None:
        return 0
    return (min(max(moments) - clock.now(), timedelta(0)) + LASTS).total_seconds()


def stamp(request: HttpRequest, response: HttpResponse) -> None:
    """Keep that there was a deed, if there was one."""
    if not getattr(request, "counts_as_deed", False):
        return
    response.set_cookie(
        COOKIE,
        _signer(request).sign(str(clock.now().timestamp())),
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _last_deed(request: HttpRequest) -> datetime | None:
    try:
        said = _signer(request).unsign(request.COOKIES.get(COOKIE, ""))
        return datetime.fromtimestamp(float(said), UTC)
    except (signing.BadSignature, ValueError):
        return None


def _signer(request: HttpRequest) -> signing.Signer:
    """Of this session only: its key changes whenever somebody signs in or confirms anew."""
    return signing.Signer(salt=f"core.presence:{request.session.session_key}")
