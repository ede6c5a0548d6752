"""What is done in goals."""
