"""The real acts, assembled once, and a library to spoil."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.acts.desk import Desk
from tests.acts.table import ACTS, ALPES, CHOISY, MODEL, Version

if TYPE_CHECKING:
    from tests.acts.reading import Act


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path / "bibliotheque")


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """The desk, with what each real case still lacks in a case beside it."""
    desk.complete_projects()
    return desk


@pytest.fixture(scope="session")
def acts(tmp_path_factory: pytest.TempPathFactory) -> dict[Version, Act]:
    """Each act of the notes, the two gaps of Choisy-le-Roi filled in."""
    desk = Desk.at(tmp_path_factory.mktemp("actes") / "bibliotheque")
    desk.complete()
    return {version: desk.act(version.case, version.state) for version in ACTS}


@pytest.fixture(scope="session")
def final(acts: dict[Version, Act]) -> Act:
    """Choisy-le-Roi, ready to sign."""
    return acts[CHOISY]


@pytest.fixture(scope="session")
def model(acts: dict[Version, Act]) -> Act:
    """The blank model, as a draft."""
    return acts[MODEL]


@pytest.fixture(scope="session")
def grant(acts: dict[Version, Act]) -> Act:
    """The grant of the Alpes-Maritimes, ready to sign."""
    return acts[ALPES]
