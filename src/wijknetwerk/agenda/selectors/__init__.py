"""What is read in agenda."""
