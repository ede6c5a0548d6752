"""The forms of library."""
