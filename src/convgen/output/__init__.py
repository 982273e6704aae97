"""Whole or absent files, and the same bytes for the same case."""
