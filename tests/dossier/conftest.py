"""The real library, to spoil, and the real dossier made ready."""

from tests.acts.conftest import desk, own_cache

__all__ = ["desk", "own_cache"]
