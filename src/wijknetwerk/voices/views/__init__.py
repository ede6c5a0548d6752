"""The pages of voices."""
