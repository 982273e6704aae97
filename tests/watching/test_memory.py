"""A programme edited all day long: what each version of it has made goes with it."""

from __future__ import annotations

import gc
from pathlib import Path

from tests.library.fixtures import make_shelf
from tests.library.shelf import PROGRAMME, Shelf

_KEPT = 16


def models() -> int:
    """How many models of cases this process holds."""
    gc.collect()
    return sum(isinstance(one, type) and one.__name__ == "Case" for one in gc.get_objects())


def save_programme(shelf: Shelf, times: int) -> None:
    text = shelf.text(PROGRAMME)
    for number in range(times):
        field = f"champs:\n  essai{number}: {{type: texte, facultatif: oui, libelle: essai}}\n"
        shelf.write(PROGRAMME, text.replace("champs:\n", field, 1))
        assert shelf.faults() == []


def test_the_models_of_former_programmes_are_let_go(tmp_path: Path) -> None:
    before = models()
    save_programme(make_shelf(tmp_path), _KEPT + 4)
    assert models() <= before + _KEPT
