"""The data of directory."""
