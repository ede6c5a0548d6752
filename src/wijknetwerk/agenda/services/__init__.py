"""What is done in agenda."""
