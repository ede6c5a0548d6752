"""Shapes of input, split by noun."""
