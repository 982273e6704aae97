"""A condition means the same in a plan and in a clause, in French or with its English words."""

from __future__ import annotations

import pytest

from tests.library.shelf import PROGRAMME, Shelf

PLAN = "  - article: objet\n    intitule: Objet\n"
TAG = "{% if "
ALIKE = [
    ('projet.mode = "a"', "projet.mode == 'a'", "projet.mode = « a »", '"a" = projet.mode'),
    ('projet.mode = "a" et terme', 'projet.mode == "a" and terme', "terme and projet.mode = 'a'"),
    ("montant ou terme", "montant or terme"),
    ("non montant", "not montant"),
    ("non (montant ou duree)", "not (montant or duree)", "non montant and not duree"),
    ("projet.ouvert = oui", 'projet.ouvert == "oui"', "projet.ouvert == oui", "projet.ouvert"),
    ("projet.ouvert = non", "projet.ouvert != oui", 'projet.ouvert == "non"'),
    ("projet.nombre = 3", "projet.nombre == '3'", "projet.nombre == 3"),
    ("projet.mesure = 12,5", 'projet.mesure == "12,5"', "projet.mesure != 12"),
    ("projet.lots | compte = 2", "projet.lots | compte == 2"),
]
WRITTEN = [(case, text) for case, texts in enumerate(ALIKE) for text in texts]


def _filled(shelf: Shelf) -> None:
    shelf.project(
        "  mode: a", "  ouvert: oui", "  nombre: 3", "  mesure: 12,5", "  lots: [un, deux]"
    )


def _in_plan(shelf: Shelf, text: str) -> bool:
    shelf.edit(PROGRAMME, (PLAN, f"{PLAN}    si: >-\n      {text}\n"))
    act = shelf.act()
    assert act.document is not None, act.diagnostics
    return any(section.key == "objet" for section in act.document.sections)


def _in_clause(shelf: Shelf, text: str) -> bool:
    shelf.body(f"Toujours.\n\n{TAG}{text} %}}\nOui.\n{{% endif %}}\n")
    return "Oui." in shelf.lines()


def _in_braces(shelf: Shelf, text: str) -> bool:
    shelf.body(f'Toujours{{{{ " oui" if {text} }}}}.\n')
    return shelf.lines() == ["Toujours oui."]


@pytest.mark.parametrize(("case", "text"), WRITTEN)
def test_it_means_the_same_everywhere(shelf: Shelf, case: int, text: str) -> None:
    _filled(shelf)
    answers = [_in_clause(shelf, text), _in_braces(shelf, text), _in_plan(shelf, text)]
    expected = case != 6  # the door is open
    assert answers == [expected] * 3, text


WRONG = [
    ("projet.mode = a", 14, "« a »", 'guillemets : "a"'),
    ("projet.mode = “a”", 14, "signe inattendu", "guillemets droits"),
    ("montant && terme", 8, "signe inattendu", "« et »"),
    ("montant || terme", 8, "signe inattendu", "« ou »"),
    ("!montant", 0, "signe inattendu", "« non »"),
    ("montant ET terme", 8, "n’est pas attendu", "minuscules"),
    ("montant OU terme", 8, "n’est pas attendu", "minuscules"),
    ("projet.nombre <> 3", 14, "signe inattendu", "« != »"),
    ("projet.nombre > 3", 14, "signe inattendu", "« projet.nombre » seul éprouve"),
    ("terme et projet.lots | compte >= 2", 30, "signe inattendu", "« projet.lots » seul éprouve"),
    ("0 < projet.nombre", 2, "signe inattendu", "seuls = et != comparent"),
    ("projet.nombre = 2 > 1", 18, "signe inattendu", "seuls = et != comparent"),
    ("montant - 5", 8, "ne calcule pas", "« montant | plus(autre) »"),
    ("montant + versements", 8, "ne calcule pas", "« liste | total »"),
    ("montant * projet.nombre", 8, "ne calcule pas", "« montant | fois(nombre) »"),
    ("projet.mesure = 12.5", 16, "virgule", "12,5"),
    ("projet.nombre = 1 an", 18, "n’est pas attendu", "guillemets"),
    ("montant = 23 000 €", 17, "signe inattendu", "guillemets"),
    ("projet.mode is defined", 12, "n’éprouve rien", "« projet.mode » seul éprouve"),
    ("montant et", 10, "s’arrête trop tôt", ""),
    ("montant et et terme", 11, "le nom d’une valeur", ""),
    ("(montant ou terme", 17, "s’arrête trop tôt", ""),
    ("montant or or terme", 11, "le nom d’une valeur", ""),
    ('projet.mode = "a', 14, "ne se ferme pas", "fermez-le"),
    ('projet.mode = "c"', 15, "n’est pas une option", "au choix : a, b"),
    ("projet.moed", 0, "variable inconnue", "« mode »"),
]


@pytest.mark.parametrize(("text", "column", "words", "way_out"), WRONG)
def test_it_is_refused_at_the_column_with_the_right_way_out(
    shelf: Shelf, text: str, column: int, words: str, way_out: str
) -> None:
    shelf.edit(PROGRAMME, (PLAN, f"{PLAN}    si: '{text}'\n"))
    in_plan = shelf.only()
    assert in_plan.span.column == len("    si: '") + 1 + column, in_plan
    shelf.edit(PROGRAMME, (f"    si: '{text}'\n", ""))
    shelf.body(f"{TAG}{text} %}}\nOui.\n{{% endif %}}\n")
    in_clause = shelf.only()
    if "s’arrête" not in words and "ferme" not in words:  # the tag then goes on to its end
        assert in_clause.span.column == len(TAG) + 1 + column, in_clause
    for fault in (in_plan, in_clause):
        assert words in fault.message
        assert way_out in fault.help
