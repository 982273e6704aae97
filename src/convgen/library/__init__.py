"""Programmes and clauses: found, read, compiled once."""
