"""The faults of a case that no single field can show."""
