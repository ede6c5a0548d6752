"""What is done in mutual aid."""
