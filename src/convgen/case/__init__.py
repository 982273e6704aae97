"""A YAML tree becomes a typed case, pass after pass."""
