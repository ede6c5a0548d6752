"""Addresses of mutual aid: desk."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
