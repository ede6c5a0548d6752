"""What is done in directory."""
