"""The pages of library."""
