"""The data of goals."""
