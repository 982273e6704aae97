"""A small library of one's own."""

from tests.acts.conftest import desk
from tests.library.fixtures import shelf

__all__ = ["desk", "shelf"]
