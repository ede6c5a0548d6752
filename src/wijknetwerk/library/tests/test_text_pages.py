"""The pages of texts: what is written, what a picture needs, who reads what, and what it costs."""

import io
from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.goals.services import goals
from wijknetwerk.library.models import Page, Picture, Revision
from wijknetwerk.library.services import moving, pictures, writing
from wijknetwerk.library.services.writing import Said
from wijknetwerk.library.tests.texting import begin, by, photo, publish

NEW = "/n/de-linde/schrijven/nieuw/nieuws/"
NEWS = "/n/de-linde/nieuws/"


def sent(**more: Any) -> dict[str, Any]:
    return {
        "form_id": uuid4().hex,
        "title": "Het terras is open",
        "body": "Kom **langs**.",
        "audience": "everybody",
        **more,
    }


def a_photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_20261101 bij Riet thuis.jpg", photo(), "image/jpeg")


def test_a_picture_needs_words_or_is_decoration_and_what_was_typed_is_kept(
    cast: Cast, sign_in: SignIn
) -> None:
    client = sign_in("amina")
    for extra in ({}, {"alt": "Een tafel", "decoration": "on"}):
        answer = client.post(NEW, sent(picture=a_photo(), **extra))
        page = answer.content.decode()
        assert answer.status_code == 200
        assert "alleen versiering" in page
        assert "Kom **langs**." in page
    broken = SimpleUploadedFile("x.jpg", b"\xff\xd8\xff no picture", "image/jpeg")
    answer = client.post(NEW, sent(picture=broken, alt="Een tafel"))
    assert "niet als foto lezen" in answer.content.decode()
    with scope.acting(SYSTEM):
        assert not Page.objects.exists(), "all of it, or nothing"
    form = sent(picture=a_photo(), alt="Een tafel in de zon")
    address = client.post(NEW, form)["Location"]
    assert 'alt="Een tafel in de zon"' in client.get(address).content.decode()
    again = client.post(NEW, {**form, "picture": a_photo()})
    assert again["Location"] == address, "a double click makes one text"
    with scope.acting(SYSTEM):
        assert Page.objects.count() == Picture.objects.count() == 1
        assert "Riet" not in Picture.objects.get().file.name.read()


def test_a_picture_is_seen_by_whoever_may_read_its_page_and_by_nobody_else(
    cast: Cast, sign_in: SignIn
) -> None:
    made = begin(cast)
    added = by(cast, "amina", pictures.add, page=made.page.uuid, content=photo(), alt="Tafel")
    address = f"/n/de-linde/foto/{added.uuid}/"

    def seen() -> list[int]:
        names = ("amina", "dewi", "bas", "sam")
        return [Client().get(address).status_code] + [
            sign_in(name).get(address).status_code for name in names
        ]

    assert seen() == [302, 200, 200, 404, 404], "a draft is of who writes and who publishes"
    with scope.acting(SYSTEM):
        made = Revision.objects.select_related("page").get(pk=made.pk)
    publish(cast, made)
    assert seen() == [200] * 5
    answer = Client().get(address)
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "private, no-cache", "what is taken away is gone at once"
    browser = {"HTTP_IF_NONE_MATCH": answer["ETag"]}
    kept = Client().get(address, **browser)
    assert (kept.status_code, kept.content) == (304, b"")
    assert kept["Cache-Control"] == "private, no-cache"
    said = Said(title="Zonder foto", body="Weg", what_changed="Foto weg", leave_out=[added.number])
    second = by(cast, "amina", writing.next_version, page=made.page.uuid, said=said)
    assert seen()[0] == 200, "the version in use shows it still"
    publish(cast, second)
    assert seen() == [302, 200, 200, 404, 404]
    assert Client().get(address, **browser).status_code == 302, "also for who has it still"


def test_pictures_stand_on_paper_with_their_words(cast: Cast, sign_in: SignIn) -> None:
    """One that the text names and one below it say what one sees; decoration says nothing."""
    made = begin(cast, kind="tool", body="Zet stoelen in een kring.\n\n![](foto:2)\n\nBegin.")
    for colour, alt in (("olive", "Een tafel"), ("navy", "Een kring"), ("red", "")):
        given = {"content": photo(colour=colour), "alt": alt, "decoration": not alt}
        by(cast, "amina", pictures.add, page=made.page.uuid, **given)
    with scope.acting(SYSTEM):
        made = Revision.objects.select_related("page").get(pk=made.pk)
    publish(cast, made)
    address = reverse("library:own_tool_paper", args=["de-linde", made.page.uuid])
    answer = sign_in("bas").get(address)
    paper = PdfReader(io.BytesIO(answer.content))
    assert len([one for page in paper.pages for one in page.images]) == 3
    assert sorted(_alternatives(paper)) == ["Een kring", "Een tafel"]


def _alternatives(paper: PdfReader) -> list[str]:
    found: list[str] = []
    todo: list[Any] = [paper.trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        here = todo.pop().get_object()
        if isinstance(here, list):
            todo += here
        elif isinstance(here, dict):
            found += [str(here["/Alt"])] if "/Alt" in here else []
            todo += [here["/K"]] if "/K" in here else []
    return found


def test_a_page_holds_no_more_than_eight_pictures(cast: Cast, sign_in: SignIn) -> None:
    made = begin(cast)
    with scope.acting(SYSTEM):
        Revision.objects.filter(pk=made.pk).update(pictures=list(range(1, 9)))
    form = sent(edition="1", picture=a_photo(), alt="Tafel")
    page = sign_in("amina").post(f"/n/de-linde/schrijven/{made.page.uuid}/wijzigen/", form)
    assert "passen 8 foto" in page.content.decode()


def test_two_forms_at_once_show_both_texts_and_lose_neither(cast: Cast, sign_in: SignIn) -> None:
    made = begin(cast)
    address = f"/n/de-linde/schrijven/{made.page.uuid}/wijzigen/"
    dewi, amina = sign_in("dewi"), sign_in("amina")
    assert dewi.post(address, sent(edition="1", body="Van Dewi")).status_code == 302
    answer = amina.post(address, sent(edition="1", body="Van Amina"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Van Dewi" in page
    assert "Van Amina" in page
    assert 'name="edition" value="2"' in page
    assert amina.post(address, sent(edition="2", body="Van ons")).status_code == 302


def test_news_for_members_is_not_for_strangers_nor_is_a_network_that_is_not_public(
    cast: Cast, sign_in: SignIn
) -> None:
    everybody = publish(cast, begin(cast, title="Voor iedereen"))
    members = publish(cast, begin(cast, title="Alleen leden", audience="members"))
    page = Client().get(NEWS).content.decode()
    assert "Voor iedereen" in page
    assert "Alleen leden" not in page
    assert Client().get(f"{NEWS}{members.page.uuid}/").status_code == 302
    assert sign_in("sam").get(f"{NEWS}{members.page.uuid}/").status_code == 404
    read = Client().get(f"{NEWS}{everybody.page.uuid}/").content.decode()
    assert "Amina" not in read, "who wrote it is for members"
    assert "geschreven door Amina" in sign_in("bas").get(
        f"{NEWS}{everybody.page.uuid}/"
    ).content.decode().replace("\n", " ")
    assert "Voor iedereen" in Client().get("/n/de-linde/").content.decode()
    with scope.acting(SYSTEM):
        cast.linde.visibility = "members"
        cast.linde.save()
    assert Client().get(NEWS).status_code == 302
    assert Client().get(f"{NEWS}{everybody.page.uuid}/").status_code == 302
    assert sign_in("sam").get(NEWS).status_code == 404
    by(cast, "dewi", moving.take_down, page=everybody.page.uuid, why="")
    assert "Voor iedereen" not in sign_in("bas").get(NEWS).content.decode()


def test_looking_first_stores_nothing_and_does_no_harm(cast: Cast, sign_in: SignIn) -> None:
    form = sent(act="preview", body="## Zo\n\n<script>alert(1)</script> **dik**")
    page = sign_in("amina").post(NEW, form).content.decode()
    assert "<strong>dik</strong>" in page
    assert "<script>alert(1)" not in page
    with scope.acting(SYSTEM):
        assert not Page.objects.exists()


def test_an_own_version_stands_in_place_of_what_it_adapts(cast: Cast, sign_in: SignIn) -> None:
    tool = begin(cast, "vera", network=None, kind="tool", title="Dagboek", about=STEP)
    publish(cast, tool, "vera", network=None)
    client = sign_in("amina")
    form = client.get("/n/de-linde/schrijven/nieuw/hulpmiddel/?van=dagboek").content.decode()
    assert 'value="Dagboek"' in form
    own = begin(cast, kind="tool", title="Ons dagboek", adapts="dagboek", about=STEP)
    publish(cast, own)
    ours = client.get("/n/de-linde/hulpmiddelen/").content.decode()
    assert "Ons dagboek" in ours
    assert ">Dagboek<" not in ours
    assert ">Dagboek<" in Client().get("/kennis/hulpmiddelen/").content.decode()
    assert "Ons dagboek" not in Client().get("/kennis/hulpmiddelen/?q=dagboek").content.decode()


STEP = {"steps": ["explore-find-starters"], "phases": ["explore"], "minutes": 45}


def test_the_lists_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    def one(number: int) -> None:
        publish(
            cast, begin(cast, "vera", network=None, kind="tool", title=f"T{number}", about=STEP),
            "vera", network=None,
        )  # fmt: skip
        made = begin(cast, title=f"N{number}")
        by(cast, "amina", pictures.add, page=made.page.uuid, content=photo(), alt="Tafel")
        with scope.acting(SYSTEM):
            made = Revision.objects.select_related("page").get(pk=made.pk)
        publish(cast, made)
        publish(cast, begin(cast, kind="tool", title=f"E{number}", about=STEP))
        begin(cast, "bas", title=f"D{number}")

    one(0)
    client = sign_in("dewi")
    paths = ["/kennis/hulpmiddelen/?q=t&fase=explore", "/n/de-linde/hulpmiddelen/", NEWS]
    paths += ["/kennis/hulpmiddelen/t0/", "/n/de-linde/schrijven/"]

    def counts() -> list[int]:
        found = []
        for path in paths:
            with count_queries() as asked:
                assert client.get(path).status_code == 200
            found.append(asked.count)
        return found

    few = counts()
    for number in range(1, 10):
        one(number)
    assert counts() == few
    assert max(few) <= 8


def test_a_goal_that_was_reached_becomes_news_in_one_step(cast: Cast, sign_in: SignIn) -> None:
    goal = by(cast, "dewi", goals.make, said=goals.SaidGoal("Elke week een eettafel"))
    at = f"/n/de-linde/doelen/{goal.uuid}/"
    new = f"/n/de-linde/schrijven/nieuw/nieuws/?doel={goal.uuid}"
    amina = sign_in("amina")
    assert new not in amina.get(at).content.decode()
    assert "Elke week een eettafel" not in amina.get(new).content.decode()
    brought = "Wij eten nu met zijn twintigen."
    by(cast, "dewi", goals.end, goal=goal.uuid, state=goals.REACHED, brought=brought)
    assert new in amina.get(at).content.decode()
    page = amina.get(new).content.decode()
    assert 'value="Elke week een eettafel"' in page
    assert brought in page
    assert "checked" in page.split('name="success"')[1].split(">")[0]
    elsewhere = f"/n/oosterpoort/schrijven/nieuw/nieuws/?doel={goal.uuid}"
    assert brought not in sign_in("farid").get(elsewhere).content.decode()
