"""Frozen values: case, party, schedule, document."""
