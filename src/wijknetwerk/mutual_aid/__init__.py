"""Neighbours help each other: asking, offering, coming together, checking, hearing concerns."""
