"""A small library of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.library.shelf import FILES, Shelf, build_file_tree


def make_shelf(folder: Path) -> Shelf:
    """A fresh library in a folder, the one before it forgotten."""
    return Shelf(build_file_tree(folder / "bibliotheque", FILES))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return make_shelf(tmp_path)
