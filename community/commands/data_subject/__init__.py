"""What is about one person: told to them, or erased."""
