"""Addresses of starting a network, its home, settings, partners, approval and areas."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
