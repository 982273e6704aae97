"""A name that a programme does not know: the nearest one is told, or all of them."""

from __future__ import annotations

import pytest

from tests.library.shelf import PROGRAMME, Shelf

NOM = "nom: {type: texte, libelle: nom du projet}"


@pytest.mark.parametrize(
    ("change", "way_out"),
    [
        (("exige: [terme]", "exige: [therme]"), "vouliez-vous dire « terme » ?"),
        (("exige: [terme]", "exige: [terme.jour]"), "vouliez-vous dire « terme » ?"),
        (("exige: [terme]", "exige: [calendrier.dure]"), "dire « calendrier.duree » ?"),
        (("exige: [terme]", "exige: [signature]"), "avis, calendrier, compte"),
        (("exige: [terme]", "exige: [xyz]"), "avis, calendrier, compte"),
        ((NOM, "nom: {type: texe}"), "vouliez-vous dire « texte » ?"),
        ((NOM, "nom: {type: Liste, de: texte}"), "vouliez-vous dire « liste » ?"),
        ((NOM, "nom: {type: jour}"), "courriel, date, duree"),
        ((NOM, "nom: {type: liste, de: durée}"), "vouliez-vous dire « duree » ?"),
        ((NOM, "nom: {type: liste, de: choix}"), "courriel, date, duree"),
        (("la Commune}", "la Commune, natures: [comune]}"), "vouliez-vous dire « commune » ?"),
        (("la Commune}", "la Commune, natures: [ville]}"), "commune, département"),
    ],
)
def test_an_unknown_name_has_the_nearest_one_or_all_for_way_out(
    shelf: Shelf, change: tuple[str, str], way_out: str
) -> None:
    shelf.edit(PROGRAMME, change)
    fault = shelf.faults()[0]
    assert fault.code.value == "CG202"
    assert way_out in fault.help
