"""The pages of goals."""
