"""A copy of the real library, with one programme more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acts.desk import Desk
from tests.authoring.programmes import add_everything


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that no test changes, but for the cases that it adds."""
    folder = tmp_path_factory.mktemp("redaction") / "bibliotheque"
    add_everything(Desk.at(folder).root)
    return folder
