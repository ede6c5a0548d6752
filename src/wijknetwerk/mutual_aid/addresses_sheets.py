"""Addresses of mutual aid: sheets."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
