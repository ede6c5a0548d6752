"""Rows of front."""

from tests.access.row import ALL_SIGNED_IN, EVERYBODY_SEES, Row

ROWS = [
    Row("front:home", EVERYBODY_SEES),
    Row("front:networks", EVERYBODY_SEES),
    Row("front:search", EVERYBODY_SEES),
    Row("front:today", ALL_SIGNED_IN),
    Row("front:privacy", EVERYBODY_SEES),
    Row("front:accessibility", EVERYBODY_SEES),
    Row("front:robots", EVERYBODY_SEES),
    Row("front:security", EVERYBODY_SEES),
]
