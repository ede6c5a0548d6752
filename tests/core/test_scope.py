"""A4: rows of a network are seen only within its scope, on both databases."""

import pytest
from django.db import DatabaseError, connection

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import rls, scope
from wijknetwerk.networks.models import Membership, MembershipRole


def test_a_query_without_a_scope_is_refused(cast: Cast) -> None:
    with pytest.raises(scope.ScopeMissing):
        Membership.objects.count()


def test_a_member_sees_the_rows_of_their_own_network_only(cast: Cast) -> None:
    with scope.acting(cast.actor("amina")):
        assert set(Membership.objects.values_list("network__slug", flat=True)) == {"de-linde"}
    with scope.acting(cast.actor("farid")):
        assert [m.person_id for m in Membership.objects.all()] == [cast.farid.pk]


def test_somebody_without_a_membership_sees_no_rows(cast: Cast) -> None:
    for name in ("sam", "vera"):
        with scope.acting(cast.actor(name)):
            assert not Membership.objects.exists()


def test_who_left_sees_only_that_they_were_there(cast: Cast) -> None:
    with scope.acting(cast.actor("otto")):
        assert [m.person_id for m in Membership.objects.all()] == [cast.otto.pk]
        assert not MembershipRole.objects.exists()


def test_the_standing_of_a_member_has_role_and_organisation(cast: Cast) -> None:
    standing = cast.actor("els").standings[0]
    assert standing.roles == {"professional"}
    assert standing.organisation_uuid is not None


@pytest.mark.postgresql
def test_postgresql_itself_hides_the_rows_of_other_networks(cast: Cast) -> None:
    with scope.acting(cast.actor("farid")), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("wijknetwerk_web",)
        cursor.execute("SELECT person_id FROM networks_membership")
        assert cursor.fetchall() == [(cast.farid.pk,)]


@pytest.mark.postgresql
def test_postgresql_refuses_to_store_a_row_of_another_network(cast: Cast) -> None:
    with (
        scope.acting(cast.actor("farid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="row-level security"),
    ):
        cursor.execute("UPDATE networks_membership SET network_id = %s", [cast.linde.pk])


@pytest.mark.postgresql
def test_postgresql_knows_the_scope_in_force_and_nothing_without_one(cast: Cast) -> None:
    asked = "SELECT wn_networks(), wn_network_uuids(), wn_person(), wn_person_uuid(), wn_every()"
    linde, amina = cast.linde, cast.amina
    for who, knows in (
        (cast.actor("amina"), ([linde.pk], [linde.uuid], amina.pk, amina.uuid, False)),
        (cast.actor("sam"), ([], [], cast.sam.pk, cast.sam.uuid, False)),
        (SYSTEM, ([], [], None, None, True)),
    ):
        with scope.acting(who), connection.cursor() as cursor:
            cursor.execute(asked)
            assert cursor.fetchone() == knows
    with scope.acting(cast.actor("amina")), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wn.every', 'on', false)")
        cursor.execute(asked)
        assert cursor.fetchone()[4] is False, "only the worker's role sees all"
        cursor.execute("SELECT set_config('wn.every', '', false)")


@pytest.mark.postgresql
def test_what_the_policies_ask_is_not_parsed_anew_for_each_table(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT l.lanname, p.proparallel FROM pg_proc p"
            " JOIN pg_language l ON l.oid = p.prolang"
            " WHERE p.proname LIKE 'wn\\_%%' AND p.proname <> 'wn_log_head'"
        )
        assert cursor.fetchall() == [("plpgsql", "s")]


def test_every_table_of_a_network_is_guarded() -> None:
    from django.apps import apps

    guarded = {model for model, _manager in rls.scoped_models()}
    for model in apps.get_models():
        fields = {field.name: field for field in model._meta.concrete_fields}
        if "network" in fields:
            assert model in guarded, f"{model._meta.label} belongs to a network and has no policy"
