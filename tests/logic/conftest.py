"""A cache that no other run shares."""
