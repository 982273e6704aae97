"""A cache that no other run shares."""

from tests.library.fixtures import own_cache

__all__ = ["own_cache"]
