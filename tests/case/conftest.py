"""A small library of one's own."""

from tests.library.fixtures import shelf

__all__ = ["shelf"]
