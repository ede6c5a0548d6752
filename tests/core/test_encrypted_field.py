"""K1: the encrypted field shows plain words nowhere but where somebody asks for them."""

import copy
import pickle

import pytest
from django.apps.registry import Apps
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext

from wijknetwerk.core.errors import Damaged
from wijknetwerk.core.fields import EncryptedTextField, Sealed, encrypted_columns
from wijknetwerk.core.models import PrivateFile

WORDS = "verslag over mevrouw Bakker.pdf"


def a_file(name: str = WORDS, storage_name: str = "a") -> PrivateFile:
    return PrivateFile.objects.create(
        name=name, storage_name=storage_name, content_type="application/pdf", size=1, key_id="k"
    )


def test_words_are_read_again_from_the_database(db: None) -> None:
    stored = a_file()
    assert stored.name.read() == WORDS
    assert PrivateFile.objects.get(pk=stored.pk).name.read() == WORDS


def test_the_words_are_in_no_query_and_not_in_the_table(db: None) -> None:
    with CaptureQueriesContext(connection) as asked:
        stored = a_file()
        stored.name = WORDS + " 2"
        stored.save()
    assert "Bakker" not in str(asked.captured_queries)
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM core_privatefile")
        (token,) = cursor.fetchone()
    assert token.startswith("v1:")


def test_the_words_are_not_in_repr_dump_or_pickle(db: None) -> None:
    stored = a_file()
    shown = repr(stored.name) + repr(stored.__dict__) + serializers.serialize("json", [stored])
    assert "Bakker" not in shown
    assert b"Bakker" not in pickle.dumps(stored)
    assert copy.deepcopy(stored).name.read() == WORDS


def test_a_sealed_text_is_never_shown_by_accident(db: None) -> None:
    with pytest.raises(TypeError, match="read"):
        f"{a_file().name}"


def test_ciphertext_copied_to_another_row_cannot_be_read(db: None) -> None:
    first, second = a_file(), a_file("iets anders", "b")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_privatefile SET name = %s", [first.name.token])
    with pytest.raises(Damaged):
        PrivateFile.objects.get(pk=second.pk).name.read()
    assert PrivateFile.objects.get(pk=first.pk).name.read() == WORDS


def test_a_sealed_text_of_another_row_is_not_taken(db: None) -> None:
    first, second = a_file(), a_file("iets anders", "b")
    with pytest.raises(TypeError, match="stays in its row"):
        second.name = first.name


def test_words_cannot_be_searched_or_stored_without_a_row(db: None) -> None:
    a_file()
    for lookup in ("name", "name__icontains", "name__in"):
        with pytest.raises(FieldError):
            PrivateFile.objects.filter(**{lookup: WORDS})
    with pytest.raises(TypeError, match="plain text"), transaction.atomic():
        PrivateFile.objects.update(name=WORDS)
    with pytest.raises(TypeError, match="load the row"):
        PrivateFile.objects.values_list("name", flat=True)[0].read()


def test_deferred_refreshed_and_bulk_rows_work(db: None) -> None:
    stored = a_file()
    assert PrivateFile.objects.defer("name").get(pk=stored.pk).name.read() == WORDS
    stored.refresh_from_db()
    assert stored.name.read() == WORDS
    rows = [
        PrivateFile(name=f"{n}.pdf", storage_name=f"s{n}", content_type="x", size=1, key_id="k")
        for n in range(3)
    ]
    PrivateFile.objects.bulk_create(rows)
    for row in rows:
        row.name = row.name.read().upper()
    PrivateFile.objects.bulk_update(rows, ["name"])
    found = PrivateFile.objects.filter(storage_name__startswith="s").order_by("storage_name")
    assert [row.name.read() for row in found] == ["0.PDF", "1.PDF", "2.PDF"]
    stored.full_clean()


def test_no_words_need_no_key_and_are_false(db: None) -> None:
    stored = a_file("")
    assert not stored.name
    assert PrivateFile.objects.get(pk=stored.pk).name.read() == ""
    assert not Sealed("")


def test_a_model_without_a_uuid_is_a_fault_that_check_finds() -> None:
    class Loose(models.Model):  # noqa: DJ008
        text = EncryptedTextField()

        class Meta:
            app_label = "core"
            apps = Apps()

    assert [found.id for found in Loose.check()] == ["core.E001"]


def test_every_encrypted_column_is_known() -> None:
    assert (PrivateFile, PrivateFile._meta.get_field("name")) in list(encrypted_columns())
