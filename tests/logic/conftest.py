"""A small library of one's own, and a cache that no other run shares."""

from tests.library.fixtures import own_cache, shelf

__all__ = ["own_cache", "shelf"]
