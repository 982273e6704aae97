"""Faults mended in their files, by `convgen check --fix`."""
