"""Addresses of members, roles, invitations, joining, handing over and leaving."""

from django.urls import URLPattern, path

from wijknetwerk.networks.views import (
    handover,
    invitations,
    joining,
    leaving,
    members,
    newcomers,
)

urlpatterns: list[URLPattern] = [
    path("meedoen/", joining.join, name="join"),
    path("meedoen/uitnodiging/", joining.join_answer, name="join_answer"),
    path("meedoen/code-per-mail/", newcomers.join_confirm, name="join_confirm"),
    path("meedoen/zonder-e-mail/", newcomers.join_password, name="join_password"),
    path("meedoen/klaar/", newcomers.join_done, name="join_done"),
    path("meedoen/nee/", newcomers.join_declined, name="join_declined"),
    path("meedoen/link/<str:secret>/", joining.join_link, name="join_link"),
    path("gestopt/", leaving.left, name="left"),
    path("n/<slug:slug>/leden/", members.members, name="members"),
    path("n/<slug:slug>/leden/beheer/", members.members_manage, name="members_manage"),
    path("n/<slug:slug>/leden/<uuid:uuid>/", members.member, name="member"),
    path("n/<slug:slug>/leden/<uuid:uuid>/rol/", members.role_give, name="role_give"),
    path("n/<slug:slug>/leden/<uuid:uuid>/stopt/", members.member_remove, name="member_remove"),
    path("n/<slug:slug>/rollen/<uuid:uuid>/stopt/", members.role_end, name="role_end"),
    path(
        "n/<slug:slug>/rollen/<uuid:uuid>/overdragen/", handover.handover_ask, name="handover_ask"
    ),
    path("n/<slug:slug>/overdracht/<uuid:uuid>/", handover.handover, name="handover"),
    path("n/<slug:slug>/mijn-plek/", leaving.my_membership, name="my_membership"),
    path("n/<slug:slug>/stoppen/", leaving.leave, name="leave"),
    path("n/<slug:slug>/uitnodigingen/", invitations.invitations, name="invitations"),
    path("n/<slug:slug>/uitnodigen/", invitations.invite, name="invite"),
    path("n/<slug:slug>/uitnodigen/lijst/", invitations.invite_many, name="invite_many"),
    path(
        "n/<slug:slug>/uitnodigingen/<uuid:uuid>/brief/",
        invitations.invitation_letter,
        name="invitation_letter",
    ),
    path(
        "n/<slug:slug>/uitnodigingen/<uuid:uuid>/opnieuw/",
        invitations.invitation_send_again,
        name="invitation_send_again",
    ),
    path(
        "n/<slug:slug>/uitnodigingen/<uuid:uuid>/intrekken/",
        invitations.invitation_withdraw,
        name="invitation_withdraw",
    ),
    path("n/<slug:slug>/aanmeldingen/", invitations.join_requests, name="join_requests"),
    path(
        "n/<slug:slug>/aanmeldingen/<uuid:uuid>/",
        invitations.join_request_answer,
        name="join_request_answer",
    ),
    path("n/<slug:slug>/meedoen/", joining.join_ask, name="join_ask"),
]
