"""What is read in goals."""
