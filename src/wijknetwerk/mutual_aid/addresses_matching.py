"""Addresses of mutual aid: matching."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
