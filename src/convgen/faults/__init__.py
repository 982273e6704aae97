"""Faults in the user’s material, as data."""
