"""The data of agenda."""
