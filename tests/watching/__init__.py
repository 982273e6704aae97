"""What a watch depends on, and what wakes it."""
