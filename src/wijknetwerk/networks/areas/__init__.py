"""Readers of area files: our own columns, the KWB file of CBS, and its open data over OData."""
