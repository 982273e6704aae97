"""Assemble ready-to-sign French public-sector conventions from a YAML case."""

__version__ = "0.2.0"
