"""Addresses of members, roles, invitations and requests to join."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
