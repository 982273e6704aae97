"""The two acts, assembled once, and a library to spoil."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from convgen.model.state import State
from tests.acts.desk import MODEL, Desk
from tests.acts.table import BLANK_MODEL, CHOISY

if TYPE_CHECKING:
    from tests.acts.reading import Act


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path / "bibliotheque")


@pytest.fixture(scope="session")
def final(tmp_path_factory: pytest.TempPathFactory) -> Act:
    """Choisy-le-Roi, its two gaps filled in, ready to sign."""
    desk = Desk.at(tmp_path_factory.mktemp("choisy") / "bibliotheque")
    desk.complete()
    return desk.act()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Act:
    """The blank model, as a draft."""
    desk = Desk.at(tmp_path_factory.mktemp("modele") / "bibliotheque")
    return desk.act(MODEL, State.DRAFT)


@pytest.fixture(scope="session")
def acts(final: Act, model: Act) -> dict[str, Act]:
    """Each version of the notes."""
    return {BLANK_MODEL: model, CHOISY: final}
