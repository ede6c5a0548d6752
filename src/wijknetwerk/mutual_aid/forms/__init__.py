"""Shapes of input for mutual aid."""
