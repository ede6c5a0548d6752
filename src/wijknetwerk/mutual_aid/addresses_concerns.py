"""Addresses of mutual aid: concerns."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
