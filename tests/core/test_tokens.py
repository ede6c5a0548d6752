"""Links and codes that work without signing in: hashed, one purpose, an end, limited tries."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.cast import NOW, Cast
from wijknetwerk.core import clock, tokens
from wijknetwerk.core.errors import NotFound, TooManyTries
from wijknetwerk.core.models import TokenLink

MONTH = timedelta(days=30)
HERE = "192.0.2.7"


def opens(secret: str, purpose: str = "invitation", address: str = HERE) -> bool:
    try:
        tokens.open_token(secret, purpose=purpose, address=address)
    except NotFound:
        return False
    return True


def a_link(purpose: str = "invitation") -> str:
    return tokens.issue_link(purpose=purpose, subject=uuid4(), network=None, lasts=MONTH)


def a_code() -> str:
    return tokens.issue_code(purpose="invitation", subject=uuid4(), network=None, lasts=MONTH)


def test_a_link_has_128_bits_and_is_stored_hashed(cast: Cast) -> None:
    secret = a_link()
    assert len(secret) == 22
    assert secret not in str(TokenLink.objects.values_list())
    assert opens(secret)


def test_a_link_opens_its_own_purpose_only(cast: Cast) -> None:
    assert not opens(a_link("other"))


def test_a_code_is_typed_as_people_type(cast: Cast) -> None:
    code = a_code()
    assert opens(code.lower().replace("-", " "))
    assert opens(f" {code.replace('-', '')} ")


def test_a_code_has_no_signs_that_look_alike() -> None:
    assert not set("0O1IL2Z5S8BUV") & set(tokens.ALPHABET)


def test_it_ends_at_its_instant(cast: Cast) -> None:
    secret = a_link()
    with clock.frozen(NOW + MONTH - timedelta(microseconds=1)):
        assert opens(secret)
    with clock.frozen(NOW + MONTH):
        assert not opens(secret)


def test_it_can_be_ended_at_once(cast: Cast) -> None:
    subject = uuid4()
    secret = tokens.issue_link(purpose="invitation", subject=subject, network=None, lasts=MONTH)
    tokens.end_tokens(purpose="invitation", subject=subject)
    assert not opens(secret)


def test_guessing_is_limited_for_the_guesser_and_for_nobody_else(cast: Cast) -> None:
    secret = a_link()
    for number in range(tokens.WRONG_TRIES):
        assert not opens(f"geraden-{number}")
    with pytest.raises(TooManyTries):
        opens(secret)
    assert opens(secret, address="192.0.2.8")


def test_wrong_tries_from_one_home_count_together_with_ipv6(cast: Cast) -> None:
    for number in range(tokens.WRONG_TRIES):
        assert not opens("wrong", address=f"2001:db8:0:7::{number:x}")
    with pytest.raises(TooManyTries):
        opens("wrong", address="2001:db8:0:7:ffff::1")
    assert not opens("wrong", address="2001:db8:0:8::1")


def test_mistyped_codes_do_not_shut_out_who_has_a_link(cast: Cast) -> None:
    secret = a_link()
    for number in range(tokens.WRONG_TRIES):
        assert not opens(f"ACDEF-GHJ{number:02d}".replace("0", "K").replace("1", "M"))
    assert opens(secret)
