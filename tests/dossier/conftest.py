"""The real library, to spoil, and the real dossier made ready."""

from tests.acts.conftest import desk

__all__ = ["desk"]
