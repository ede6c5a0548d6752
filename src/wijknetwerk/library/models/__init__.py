"""The data of library."""
