"""Shapes of input for goals and actions."""
