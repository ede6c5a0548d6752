"""Addresses of mutual aid: offers."""

from django.urls import URLPattern

PATHS: list[URLPattern] = []
