"""Six or eight digits by mail, kept as a digest in the session of who asked for them."""

import hmac
import secrets
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts import limits
from wijknetwerk.core import clock
from wijknetwerk.core.errors import DomainError

LASTS = 15 * 60
TRIES = 3


class WrongCode(DomainError):
    """The code is not right; it may be tried again."""

    code = "wrong_code"
    status = 400
    message = _("This code is not right. Look in the newest e-mail that we sent you.")


class CodeOver(DomainError):
    """The code is too old, or was tried too often; a new one is needed."""

    code = "code_over"
    status = 409
    message = _("This code no longer works. Ask for a new one.")


def start(session: SessionBase, kind: str, **kept: Any) -> str:
    """Make a code for one purpose; an earlier one for it ends."""
    code = f"{secrets.randbelow(10**8):08d}"
    session[_key(kind)] = {
        **kept,
        "digest": _digest(kind, code),
        "at": clock.now().timestamp(),
    }
    return f"{code[:4]}-{code[4:]}"


def pending(session: SessionBase, kind: str) -> dict[str, Any] | None:
    """What was kept with a code that is still good, or None."""
    state: dict[str, Any] | None = session.get(_key(kind))
    if state is None or clock.now().timestamp() - state["at"] > LASTS:
        return None
    return state


def check(session: SessionBase, kind: str, typed: str) -> dict[str, Any]:
    """What was kept with the code, which is then used up. Raises WrongCode, CodeOver."""
    state = pending(session, kind)
    if state is None or not limits.may_try_code(session.session_key, state["digest"], TRIES):
        forget(session, kind)
        raise CodeOver
    digits = "".join(character for character in typed if character.isdigit())
    if not hmac.compare_digest(state["digest"], _digest(kind, digits)):
        raise WrongCode
    forget(session, kind)
    return state


def forget(session: SessionBase, kind: str) -> None:
    """End the code for this purpose."""
    session.pop(_key(kind), None)


def _key(kind: str) -> str:
    return f"accounts.code.{kind}"


def _digest(kind: str, digits: str) -> str:
    return salted_hmac(f"wijknetwerk.accounts.code.{kind}", digits).hexdigest()
