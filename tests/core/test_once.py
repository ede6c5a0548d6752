"""A double click, or a form sent again, does one thing."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import RequestFactory

from tests.cast import Cast
from wijknetwerk.core import once
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.once import UsedForm


def sent(form_id: str, actor: Actor | None = None) -> Any:
    request: Any = RequestFactory().post("/", {once.FIELD: form_id})
    request.actor = actor or Actor.anonymous()
    return request


def counting(counted: list[str], answer: str = "/klaar/") -> Callable[[], str]:
    def act() -> str:
        counted.append(answer)
        return answer

    return act


def test_sent_twice_it_acts_once_and_answers_the_same(cast: Cast) -> None:
    form_id, done = once.new(), list[str]()
    first = once.handle(sent(form_id), counting(done, "/eerste/"))
    again = once.handle(sent(form_id), counting(done, "/tweede/"))
    assert done == ["/eerste/"]
    assert first["Location"] == again["Location"] == "/eerste/"


def test_two_forms_act_twice(cast: Cast) -> None:
    done: list[str] = []
    once.handle(sent(once.new()), counting(done))
    once.handle(sent(once.new()), counting(done))
    assert len(done) == 2


def test_an_act_that_is_refused_can_be_tried_again_with_the_same_form(cast: Cast) -> None:
    form_id = once.new()

    def refuse() -> str:
        raise NotAllowed

    with pytest.raises(NotAllowed):
        once.handle(sent(form_id), refuse)
    assert not UsedForm.objects.filter(form_id=uuid.UUID(form_id)).exists()
    done: list[str] = []
    once.handle(sent(form_id), counting(done))
    assert len(done) == 1


def test_an_id_of_somebody_else_tells_nothing_of_what_they_did(cast: Cast) -> None:
    form_id, done = once.new(), list[str]()
    once.handle(sent(form_id, cast.actor("amina")), counting(done, "/van-amina/"))
    answer = once.handle(sent(form_id, cast.actor("bas")), counting(done, "/van-bas/"))
    assert answer["Location"] == "/van-bas/"
    assert len(done) == 2
