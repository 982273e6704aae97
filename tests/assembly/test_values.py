"""What a value prints, what a filter makes of it, what its absence shows."""

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.library.shelf import CASE, PROGRAMME, Shelf, kinds

SCHEDULE = (
    "calendrier: {duree: 12 mois, debut_souhaite: décembre 2025, etapes: ["
    "{intitule: E, duree_min: 2 mois, duree_max: 3 mois}, {intitule: F, duree_min: 1 mois}]}"
)
FIELDS = [f"  {field}" for field in ("lots: [x, y, z]", "nombre: 1200", "mesure: 12,50")]
FIELDS += ["  part: 84 %", "  ouvert: oui", "  mode: b"]


@pytest.fixture
def full(shelf: Shelf) -> Shelf:
    """A case where every slot is filled."""
    shelf.project(*FIELDS)
    shelf.edit(
        CASE,
        ("terme:", f"montant: 50000\nduree: 1 mois\nprise_effet: 1/1/2026\n{SCHEDULE}\nterme:"),
    )
    return shelf


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{{ terme }}", "31 décembre 2026"),
        ("{{ prise_effet }}", "1er janvier 2026"),
        ("{{ montant }}", "50 000 €"),
        ("{{ montant | lettres }}", "cinquante mille euros"),
        ("{{ duree }}", "1 mois"),
        ("{{ duree | lettres }}", "un mois"),
        ("{{ calendrier.debut_souhaite }}", "décembre 2025"),
        ("{{ projet.lots }}", "x, y et z"),
        ("{{ projet.lots | compte }}", "3"),
        ("{{ projet.lots | compte | lettres }}", "trois"),
        ("{{ projet.nombre }}", "1 200"),
        ("{{ projet.nombre | lettres }}", "mille deux cents"),
        ("{{ projet.mesure }}", "12,5"),
        ("{{ projet.part }}", "84 %"),
        ("{{ projet.ouvert }}", "oui"),
        ("{{ projet.mode }}", "mode B"),
        ("{{ commune.siren }}", "219 400 223"),
        ("{{ commune.siege }}", "place Gabriel-Péri, 94600 Choisy-le-Roi"),
        ("{{ commune.signataire }}", "Monsieur Tonino Panetta"),
        ("{{ commune.nature }}", "collectivité territoriale"),
        ("{{ commune.habilitation.organe }}", "le conseil municipal"),
        ("{{ commune.habilitation.organe.de }}", "du conseil municipal"),
        ("{{ parties }}", "la Commune et l’Association"),
        ("{{ commune.il }} {{ association.celui }} {{ association.lui }}", "elle celle lui"),
        ("{{ 'dénommé' | accord(association) }}", "dénommée"),
        ("{{ 'dénommé' | accord(parties_ensemble) }}", "dénommées"),
        ("{{ association.signataire.qualite | accord(commune) }}", "présidente"),
        ("{{ 'Amiens' | de }}", "d’Amiens"),
        ("{{ commune.siege.commune | de }}", "de Choisy-le-Roi"),
        ("{{ duree | jusqu_a(calendrier.duree) }}", "1 à 12 mois"),
        ("{{ calendrier.duree | renouvelee(projet.nombre) }}", "14 412 mois"),
        ("{{ duree | renouvelee(projet.nombre) | lettres }}", "mille deux cent un mois"),
        ("{{ projet.part | jusqu_a(projet.part) }}", "84 %"),
        ("{{ projet.part | jusqu_a(tribunal) }}", "84 %"),
        ("{{ montant | jusqu_a(terme) }}", "50 000 € à 31 décembre 2026"),
        ("{{ 'a' if projet.ouvert else 'b' }}", "a"),
        ("{{ 'a' if projet.mode == 'a' }}b", "b"),
        ("{{ 'a' if 'b' == projet.mode else 'b' }}", "a"),
        ("{{ 'a' if projet.nombre == 1200 else 'b' }}", "a"),
        ("{{ 'a' if montant == '50000' else 'b' }}", "a"),
        ("{{ 'a' if terme == prise_effet else 'b' }}", "b"),
        ("{{ 'a' if terme == terme and not (tribunal or duree != duree) else 'b' }}", "a"),
        ("{{ 'a' if tribunal else commune }}", "la Commune"),
        ("{{ 3 }}", "3"),
    ],
)
def test_each_type_is_written_its_own_way(full: Shelf, written: str, printed: str) -> None:
    full.body(f"Vu {written}\n")
    assert full.lines() == [f"Vu {printed}"]


def test_what_agrees_stays_what_it_was(full: Shelf) -> None:
    """The clause's own words are static text, set in type; a value is still a value."""
    full.body(
        '{{ "nommé d\'office" | accord(association) }} '
        "{{ commune.signataire.nom | accord(association) }}\n"
    )
    (block,) = full.blocks()
    assert kinds(block) == [("texte", "nommée d’office "), ("valeur", "Panettae")]


def test_stages_of_a_loop(full: Shelf) -> None:
    full.body(
        "{% for e in calendrier.etapes %}\n"
        "- {{ e.intitule }} : {{ e.duree_min | jusqu_a(e.duree_max) }}"
        "{{ ' ;' if not loop.last else '.' }}\n\n{% endfor %}\n"
    )
    assert full.lines() == ["puce – E : 2 à 3 mois ;", "puce – F : 1 mois."]


def test_zero_is_there_and_no_is_not(shelf: Shelf) -> None:
    shelf.project("  nombre: 0", "  ouvert: non")
    shelf.body(
        "{% if projet.nombre %}\n{{ projet.nombre }}\n{% endif %}\n"
        "{% if projet.ouvert %}\nx\n{% elif not projet.ouvert %}\ny\n{% endif %}\n"
    )
    assert shelf.lines() == ["0 y"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a\n\nb {{ tribunal }}\n", 3),
        ("{{ calendrier.duree }}\n", 1),
        ("{{ 'x' if terme }} {{ projet.nombre | lettres }}\n", 1),
        ("{{ projet.lots | compte }}\n", 1),
        ("{{ projet.mesure | jusqu_a(projet.part) }}\n", 1),
        ("{{ duree | renouvelee(projet.nombre) }}\n", 1),
    ],
)
def test_an_optional_value_is_tested_before_it_is_printed(
    shelf: Shelf, body: str, line: int
) -> None:
    shelf.body(body)
    fault = shelf.only(State.DRAFT)
    assert (fault.code.value, fault.span.line) == ("CG210", 7 + line)
    assert "facultative" in fault.message
    assert not shelf.act(State.DRAFT).can_be_written(State.DRAFT)


def test_a_value_that_a_filter_cannot_write_is_a_fault(shelf: Shelf) -> None:
    shelf.project("  mesure: 12,5")
    shelf.body("a\n\n{{ projet.mesure | lettres }}\n")
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == ("CG102", 10)
    assert "décimales" in fault.message


def test_an_empty_article_is_a_fault(shelf: Shelf) -> None:
    shelf.body("{% if tribunal %}\n{{ tribunal }}\n{% endif %}\n")
    fault = shelf.only()
    assert (fault.code.value, fault.span.file.name) == ("CG202", "programme.yaml")
    assert "« objet »" in fault.message


# What a draft shows of what is missing.

HOLE = "[à compléter : mode du projet]"
RESTS = "[selon : mode du projet] "


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Vu {{ projet.mode }}", [f"Vu {HOLE}"]),
        ("Vu {{ projet.mode | de }} {{ projet.mode | accord(commune) }}", [f"Vu {HOLE} {HOLE}"]),
        ("Vu {{ 'a' if projet.mode == 'a' else 'b' }}", [f"Vu {HOLE}"]),
        ("Vu {{ 'a' if 'a' == projet.mode else 'b' }}", [f"Vu {HOLE}"]),
        ("Vu {{ 'a' if projet.mode == 'a' or terme else 'b' }}", ["Vu a"]),
        ("Vu {{ 'a' if projet.mode == 'a' and not terme else 'b' }}", ["Vu b"]),
        ("Vu {{ 'a' if not projet.mode else 'b' }}", [f"Vu {HOLE}"]),
        ("{% if projet.mode == 'a' %}\nb\n{% else %}\nc\n{% endif %}", [f"{RESTS}b"]),
        ("a\n{% if projet.mode == 'a' %}\nb\n{% endif %}\nc", [f"a {RESTS}b c"]),
        (
            "a\n{% if not projet.mode %}\n- b\n- c\n{% endif %}",
            ["a", f"puce – {RESTS}b", "puce – c"],
        ),
        (
            "{% if projet.mode == 'a' %}\n| b | c |\n|---|---|\n{% endif %}",
            [f"tableau {RESTS}b | c"],
        ),
        ("{% if projet.mode == 'a' %}\n{{ projet.mode }} b\n{% endif %}", [f"{HOLE} b"]),
        ("{% if projet.mode == 'a' %}\n{{ commune }} b\n{% endif %}", [f"{RESTS}La Commune b"]),
        # a branch that writes nothing leaves no mark on what follows it
        ("{% if projet.mode == 'a' %}\n{% if tribunal %}\nx\n{% endif %}\n{% endif %}\nb", ["b"]),
        # a branch in a branch, on the same gap, is marked once
        (
            "{% if projet.mode == 'a' %}\n{% if projet.mode != 'b' %}\nb\n{% endif %}\nc\n"
            "{% endif %}",
            [f"{RESTS}b c"],
        ),
        ("{% for x in projet.mode2 %}\n- {{ x }}\n\n{% endfor %}", ["puce – [à compléter : lots]"]),
        ("{{ projet.mode2 | compte | lettres }} lots", ["[à compléter : lots] lots"]),
        ('{{ projet.mode | case("a") }} mode A', [f"choix {HOLE} mode A"]),
    ],
)  # fmt: skip
def test_what_rests_on_a_gap_shows_it(shelf: Shelf, body: str, lines: list[str]) -> None:
    shelf.edit(
        PROGRAMME,
        (
            "      part:",
            "      mode2: {type: liste, de: texte, libelle: lots, facultatif: oui}\n      part:",
        ),
    )
    shelf.project("  mode:", "  mode2:")
    shelf.body(body + "\n")
    assert shelf.lines(State.DRAFT) == lines
    boxes = [block.checked for block in shelf.blocks(State.DRAFT) if block.kind.value == "choix"]
    assert boxes in ([], [None])


def test_an_invalid_value_stands_as_it_was_typed(shelf: Shelf) -> None:
    shelf.edit(CASE, ("terme: 31/12/2026", "terme: 31/13/2026 {{ 7*7 }} **x**"))
    shelf.body("Jusqu'au {{ terme }}.\n")
    (block,) = shelf.blocks(State.DRAFT)
    assert kinds(block)[1] == (
        "lacune",
        "[à corriger : terme de la convention « 31/13/2026 {{ 7*7 }} **x** »]",
    )


def test_a_text_of_several_lines_is_shown_on_one(shelf: Shelf) -> None:
    shelf.edit(CASE, ("terme: 31/12/2026", "terme: |\n  hier\n  ou demain\n"))
    shelf.body("Le {{ terme }}.\n")
    assert shelf.lines(State.DRAFT) == [
        "Le [à corriger : terme de la convention « hier ou demain »]."
    ]
