"""A copy of the real library, with the programmes of tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts.desk import Desk
from tests.coverage.programmes import add_all


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that no test changes."""
    folder = tmp_path_factory.mktemp("couverture") / "bibliotheque"
    add_all(Desk.at(folder).root)
    return folder
