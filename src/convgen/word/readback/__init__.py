"""A written file, read again and held against its tree."""
