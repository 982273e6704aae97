"""Diagnostics to text: full, concise, JSON."""
