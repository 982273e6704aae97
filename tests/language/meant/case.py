"""The case that trees are written for: its values, its lists, and the truth of each test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VALUES: Mapping[str, str] = {
    "nom": "Hugues Moutouh",
    "signes": "*a* | - x",
    "numero": "1. b",
    "diese": "## c #",
    "barre": "| d |",
    "gras": "**e** _f_ \\* {{ g }}",
    "prix": "1 250 €",
}
LISTS: Mapping[str, tuple[str, ...]] = {
    "aucun": (),
    "un": ("seul",),
    "trois": ("- a", "*b*", "c"),
}
TESTS: Mapping[str, bool] = {
    "vrai": True,
    "faux": False,
    "non faux": True,
    "vrai et faux": False,
    "faux ou vrai": True,
    "trois": True,
    "aucun": False,
    'nom = "Hugues Moutouh"': True,
}
NAMES: Mapping[str, Any] = {"vrai": True, "faux": False, **VALUES, **LISTS}
