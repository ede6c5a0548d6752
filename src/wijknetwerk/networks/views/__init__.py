"""Screens of networks, split by noun."""
