"""What people type or paste is printed as it stands, or refused, by whatever door it comes in."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent

import pytest

from convgen.faults.diagnostic import Diagnostic
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf, shown

ANNEX = """\
  - annexe: piece
    intitule: Pièce
    texte: piece
"""
FIELD = "  piece: {type: texte_joint, facultatif: oui, libelle: pièce}\n"


def in_a_clause(shelf: Shelf, text: str) -> None:
    """The text is the body of a clause of the library."""
    shelf.body(text)


def in_a_case(shelf: Shelf, text: str) -> None:
    """The text takes the place of a clause, in a case."""
    own = f"  - remplace: objet/projet\n    motif: essai\n    texte: |\n{indent(text, '      ')}\n"
    shelf.add(CASE, f"clauses_particulieres:\n{own}")


def joined(shelf: Shelf, text: str) -> None:
    """The text is a file that a case joins."""
    shelf.edit(PROGRAMME, ("champs:\n  projet:", f"champs:\n{FIELD}  projet:"))
    shelf.add(PROGRAMME, ANNEX)
    shelf.write("cases/piece.md", text)
    shelf.add(CASE, "piece: piece.md\n")


Door = Callable[[Shelf, str], None]
DOORS: tuple[Door, ...] = (in_a_clause, in_a_case, joined)


def tried(shelf: Shelf, door: Door, text: str) -> tuple[list[Diagnostic], list[str]]:
    """The faults of a text, and the lines that it makes when it has none."""
    shelf.project("  lots: [x, y]")
    door(shelf, text)
    act = shelf.act()
    key = "piece" if door is joined else "objet"
    errors = [fault for fault in act.diagnostics if fault.is_error]
    if errors or act.document is None:
        return errors, []
    blocks = [b for s in act.document.sections if s.key == key for b in s.blocks]
    return [], [shown(block).replace("intertitre", "sous_article 1.1.") for block in blocks]


PRINTED = {
    "a row after endif": (
        "| A | B |\n|---|---|\n{% if montant %}\n| a | 1 |\n{% endif %}\n| b | 2 |\n\n"
        "Entre.\n\n| C | D |\n|---|---|\n| c | 3 |\n",
        ["tableau A | B || b | 2", "Entre.", "tableau C | D || c | 3"],
    ),
    "a loop, then a table": (
        "| A |\n|---|\n{% for x in projet.lots %}\n| {{ x }} |\n{% endfor %}\n| t |\n\n"
        "| B |\n|---|\n| b |\n",
        ["tableau A || x || y || t", "tableau B || b"],
    ),
    "two tables, a blank line between": (
        "| A |\n|---|\n| a |\n\n| B |\n|---|\n| b |\n\nFin.\n",
        ["tableau A || a", "tableau B || b", "Fin."],
    ),
    "two tables that touch": (
        "| A |\n|---|\n| a |\n| B |\n|---|\n| b |\n",
        ["tableau A || a", "tableau B || b"],
    ),
    "a table in a loop": (
        "{% for x in projet.lots %}\n| A |\n|---|\n| {{ x }} |\n{% endfor %}\n",
        ["tableau A || x", "tableau A || y"],
    ),
    "text right under a table": ("| A |\n|---|\n| a |\nTexte.\n", ["tableau A || a", "Texte."]),
    "two lists": (
        "1. un\n2. deux\n\n1) bis un\n2) bis deux\n",
        ["point 1° un", "point 2° deux", "point 1° bis un", "point 2° bis deux"],
    ),
    "a list that a loop goes on with": (
        "1. un\n{% for x in projet.lots %}\n2. {{ x }}\n\n{% endfor %}\n3. fin\n",
        ["point 1° un", "point 2° x", "point 3° y", "point 4° fin"],
    ),
    "pasted bullets": (
        "▪ un\n▪ deux\n\n•\ttrois\n–\u00a0quatre\n\n1° cinq\n   a) six\n   b) sept\n2° huit\n",
        ["puce – un", "puce – deux", "puce – trois", "puce – quatre", "point 1° cinq",
         "point a) six", "point b) sept", "point 2° huit"],
    ),
    "signs set aside": (
        "Une salle de 5\\*6 m, un \\| et un \\_mot\\_.\n\n2024\\. Année.\n\n\\- tiret\n",
        ["Une salle de 5*6 m, un | et un _mot_.", "2024. Année.", "- tiret"],
    ),
    "stars that are no marks": ("Prix* et coût*, 5 * 6.\n", ["Prix* et coût*, 5 * 6."]),
    "conditions before signs": (
        "(voir\n{% if projet.nom %}\nle plan\n{% endif %}\n), puis\n{% if montant %}\nx\n"
        "{% endif %}\n, enfin\n{% if projet.nom %}\n; et\n{% endif %}\n.\n",
        ["(voir le plan), puis, enfin ; et."],
    ),
    "a choice that says nothing": (
        'Le {{ "grand" if montant }} parc {{ "fermé" if montant }}, ici.\n',
        ["Le parc, ici."],
    ),
    "openings that are sentences": (
        "3 bureaux.\n\n1er janvier.\n\nM. Dupont.\n\nL. 1611-4.\n\nn° 12.\n\n« Oui ».\n\n(Non).\n\n"
        "§ 3.\n\n+33 4 93.\n\n50 % du prix.\n\nj_dupont@x.fr\n\n…\n",
        ["3 bureaux.", "1er janvier.", "M. Dupont.", "L. 1611-4.", "n° 12.", "« Oui ».", "(Non).",
         "§ 3.", "+33 4 93.", "50 % du prix.", "j_dupont@x.fr", "…"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("text", "lines"), PRINTED.values(), ids=PRINTED)
def test_what_is_printed_is_what_is_typed(
    shelf: Shelf, door: Door, text: str, lines: list[str]
) -> None:
    assert tried(shelf, door, text) == ([], lines)


REFUSED = {
    "Deux salles de 5*6 m et 4*8 m.": "étoile",
    "Trois de 3*4 m, soit 12*3 m².": "étoile",
    "La fondation A*Midex et le label A*Star.": "étoile",
    "Les agent*e*s.": "étoile",
    "Hors taxes (*), toutes taxes (*).": "étoile",
    "Fin **.**": "étoile",
    "Note[^1].": "note de bas de page",
    "[^1]: La note.": "note de bas de page",
    "Voir [le site](https://x.fr).": "lien",
    "Voir <https://x.fr>.": "lien",
    "Un <b>gras</b>.": "HTML",
    "Ligne<br>suivante.": "HTML",
    "Une&nbsp;espace.": "entité",
    "Un e &#232; noté.": "entité",
    "Un `code`.": "code",
    "Un ~~barré~~.": "barrés",
    "Deux m^2^.": "exposant",
    "Un ==surligné==.": "surlignés",
    "Un _mot_.": "italique",
    "Un __mot__.": "italique",
    "Titre\n=====": "filet",
    "Titre\n-----": "filet",
    "a\n\n***\n\nb": "filet",
    "1. un\n3. trois\n7. sept": "numéro 2",
    "1. un\n1. deux": "numéro 2",
    "2. deux": "commence à 1",
    "a) former\nb) informer": "niveau de liste",
    "I. Objet": "pas un numéro",
    "I – Objet": "pas un numéro",
    "A) Objet": "pas un numéro",
    "1.1. Objet": "pas un numéro",
    "① Objet": "pas un numéro",
    "•visiter": "suivi d’une espace",
    "-visiter": "suivi d’une espace",
    "- • visiter": "deux marques",
    "- - visiter": "deux marques",
    "- [ ] visiter": "entre crochets",
    "= un": "n’ouvre rien",
    ": un": "n’ouvre rien",
    "☐ oui": "n’ouvre rien",
    "Le prix de base\n– hors taxes – s'entend": "coupe une phrase",
    "Une phrase.\nUne autre.": "deux alinéas",
    "visiter les guichets ;\nanimer le réseau.": "deux alinéas",
    "Texte \\\nsuite": "coupe pas la ligne",
    "## Titre ##": "ne se ferme pas",
    "| A | B |\n|---|\n| a | b |": "autant de colonnes",
    "{% if montant %}\n| A |\n|---|\n{% endif %}\n| a |": "pas toujours dans le tableau",
    "| A |\n|---|\n| a |\n\n| b |": "pas toujours dans le tableau",
    "a\n|---|": "ligne de titres",
    "Charges\tMontant\nAchats\t42 €": "tabulation",
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("text", "why"), REFUSED.items(), ids=REFUSED)
def test_what_would_be_lost_is_refused(shelf: Shelf, door: Door, text: str, why: str) -> None:
    faults, _ = tried(shelf, door, f"Un alinéa.\n\n{text}\n")
    assert faults
    assert any(why in fault.message for fault in faults)
    assert all("clause" not in fault.message and fault.help for fault in faults)
    if door is not in_a_case:
        first = HEADER.count("\n") if door is in_a_clause else 0
        assert all(fault.span.line > first + 2 for fault in faults)


def test_all_is_told_at_once(shelf: Shelf) -> None:
    text = "Note[^1], `code`.\n\n1. a\n3. b\n\n{{ projet.nmo }} et 5*6 ou 4*8.\n\n[à préciser]\n"
    faults, _ = tried(shelf, joined, text)
    assert [(fault.code.value, fault.span.line) for fault in faults] == [
        ("CG205", 1), ("CG205", 1), ("CG205", 4), ("CG205", 6), ("CG207", 6), ("CG205", 8),
    ]  # fmt: skip
    assert {fault.span.file.name for fault in faults} == {"piece.md"}
    assert not any(fault.notes for fault in faults)


def test_a_text_has_so_many_lines(shelf: Shelf) -> None:
    faults, _ = tried(shelf, joined, "a\n" * 20_002)
    assert [(fault.message, fault.span.line) for fault in faults] == [
        ("ce texte a plus de 20 000 lignes", 20_000)
    ]


def test_ten_thousand_values_are_read_or_told(shelf: Shelf) -> None:
    faults, _ = tried(shelf, joined, "{{ projet.nom }} " * 10_000)
    assert [fault.message for fault in faults] == [
        "mise en forme : ce passage a trop de valeurs entre accolades"
    ]
