"""What is read in directory."""
