"""What is read in mutual aid."""
