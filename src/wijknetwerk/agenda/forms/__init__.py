"""Forms of agenda."""
