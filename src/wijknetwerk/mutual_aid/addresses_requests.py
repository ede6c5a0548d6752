"""Addresses of mutual aid: requests."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
