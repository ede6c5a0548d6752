"""What changes in notices."""
