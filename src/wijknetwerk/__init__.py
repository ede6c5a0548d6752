"""Wijknetwerk: the home of a neighbourhood network for care and welfare."""

__version__ = "0.1.0.dev0"
