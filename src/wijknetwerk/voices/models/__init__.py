"""The data of voices."""
