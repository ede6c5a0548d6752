"""The pages of mutual aid."""
