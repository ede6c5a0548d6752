"""Addresses of mutual aid: checks."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
