"""Addresses of mutual aid: matches."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
