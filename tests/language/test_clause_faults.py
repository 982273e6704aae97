"""What a clause may not be: each fault has its code, its line and, for a name, its column."""

from __future__ import annotations

import pytest

from convgen.faults.diagnostic import Code
from tests.library.shelf import CLAUSE, HEADER, Shelf, expected, told

FIRST = HEADER.count("\n")  # lines before the body

FORBIDDEN = {
    "call": "{{ projet.nom.upper() }}",
    "call of a name": "{{ range(3) }}",
    "call of nothing": "{{ renvoi() }}",
    "reference to a value": "{{ renvoi(projet.nom) }}",
    "reference by keyword": '{{ renvoi(cible="objet") }}',
    "unknown filter": "{{ projet.nom | upper }}",
    "filter without its value": "{{ 'tenu' | accord }}",
    "filter with a value too many": '{{ projet.nom | lettres("x") }}',
    "filter by keyword": "{{ 'tenu' | accord(partie=commune) }}",
    "renewal by a figure": "{{ duree | renouvelee(2) }}",
    "agreement with a text": "{{ 'tenu' | accord('commune') }}",
    "box of a path": "{{ projet.mode | case(projet.nom) }}",
    "test": "{{ projet.nom is defined }}",
    "range loop": "{% for x in range(9) %}\nx\n{% endfor %}",
    "loop over a text": "{% for x in 'abc' %}\nx\n{% endfor %}",
    "loop over a list written there": "{% for x in [1, 2] %}\nx\n{% endfor %}",
    "loop with a condition": "{% for x in projet.lots if x %}\nx\n{% endfor %}",
    "loop with else": "{% for x in projet.lots %}\nx\n{% else %}\ny\n{% endfor %}",
    "recursive loop": "{% for x in projet.lots recursive %}\nx\n{% endfor %}",
    "loop over pairs": "{% for x, y in projet.lots %}\nx\n{% endfor %}",
    "loop named loop": "{% for loop in projet.lots %}\nx\n{% endfor %}",
    "loop named renvoi": "{% for renvoi in projet.lots %}\nx\n{% endfor %}",
    "three loops": "{% for x in projet.lots %}\n" * 3 + "x\n" + "{% endfor %}\n" * 3,
    "addition": "{{ projet.nombre + 1 }}",
    "multiplication of a text": "{{ 'a' * 1000000000 }}",
    "power": "{{ 9 ** 9 }}",
    "negative": "{{ -1 }}",
    "concatenation": "{{ projet.nom ~ 'x' }}",
    "subscript": "{{ projet['nom'] }}",
    "index": "{{ projet.lots.0 }}",
    "slice": "{{ projet.nom[1:2] }}",
    "hidden attribute": "{{ projet.__class__ }}",
    "hidden name": "{{ _nom }}",
    "membership": "{{ 'a' if projet.nom in projet.lots }}",
    "order": "{{ 'a' if projet.nombre > 2 }}",
    "chain of comparisons": "{{ 'a' if projet.nom == 'a' == 'b' }}",
    "decimal": "{{ 1.5 }}",
    "none": "{{ none }}",
    "true": "{{ true }}",
    "list": "{{ [projet.nom] }}",
    "mapping": "{{ {'a': 1} }}",
    "set": "{% set x = 1 %}",
    "with": "{% with x = 1 %}\na\n{% endwith %}",
    "macro": "{% macro m() %}\na\n{% endmacro %}",
    "block": "{% block b %}\na\n{% endblock %}",
    "filter block": "{% filter de %}\na\n{% endfilter %}",
    "include": "{% include 'x' %}",
    "import": "{% import 'x' as y %}",
    "from": "{% from 'x' import y %}",
    "extends": "{% extends 'x' %}",
    "control character": r"{{ 'a\x1eb' }}",
    "line break in a text": r"{{ 'a\nb' }}",
    "private character in a text": r"{{ '\ue000' }}",
    "too deep": "{{ " + "not " * 40 + "projet.nom }}",
    "too long a chain": "{{ 'a' if " + "projet.nom and " * 200 + "projet.nom }}",
    "too many elif": "{% if projet.nom %}\na\n" + "{% elif projet.nom %}\na\n" * 40 + "{% endif %}",
}


@pytest.mark.parametrize("body", FORBIDDEN.values(), ids=FORBIDDEN)
def test_what_is_outside_the_language_is_refused(shelf: Shelf, body: str) -> None:
    shelf.body(body + "\n")
    faults = shelf.faults()
    assert {fault.code.value for fault in faults} == {"CG206"}
    assert all(fault.span.file.name == "projet.md" and fault.help for fault in faults)


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("a\n{{ projet.nom", 2, "reste ouverte"),
        ("a\n{% if projet.nom %}\nb\n", 3, "reste ouverte"),
        ("a\n{% endif %}\n", 2, "« endif » ne ferme"),
        ("a\n{% else %}\n", 2, "« else » ne ferme"),
        ("a\n\n{% tant_que x %}\n", 3, "balise inconnue : « tant_que »"),
        ("{{ projet. }}\n", 1, "un nom manque"),
        ("{{ projet.nom }\n", 1, "« } » n’est pas attendu"),
        ("{{ projet nom }}\n", 1, "n’est pas attendu"),
        ("{{ 'a }}\n", 1, ""),
        ("{{ " + "(" * 3000 + " }}\n", 1, "trop imbriquée"),
        ("{{ " + "9" * 5000 + " }}\n", 1, "trop imbriquée"),
        ("a\n{% if projet.nom %} b {% endif %}\n", 2, "seule sur sa ligne"),
        ("a\nb {% if projet.nom %}\nc\n{% endif %}\n", 2, "seule sur sa ligne"),
        ("{%- if projet.nom %}\nc\n{% endif %}\n", 1, "seule sur sa ligne"),
        ("{% if projet.nom -%}\nc\n{% endif %}\n", 1, "seule sur sa ligne"),
        ("{% if projet.nom\n%}\nc\n{% endif %}\n", 1, "seule sur sa ligne"),
        ("a\n\n{{- projet.nom }}\n", 3, "sans « - »"),
        ("{% raw %}\n{{ projet.nom }}\n{% endraw %}\n", 1, "balise interdite"),
        ("a {% raw %}{{ projet.nom }}{% endraw %}\n", 1, "seule sur sa ligne"),
        ("", 1, "est vide"),
        ("{# rien #}\n", 1, "est vide"),
        ("a\n\n# Titre\n", 3, "« ## » fait un sous-article"),
        ("a\n\n#### Titre\n", 3, "« ### » un intertitre d’annexe"),
        ("a\n\n##Titre\n", 3, "suivi d’une espace"),
        ("a\n\n2024. Année de grâce.\n", 3, "commence à 1"),
        ("a\n\nDurée : [à préciser]\n", 3, "reste à compléter"),
        ("a\n\nLe XXX mars\n", 3, "reste à compléter"),
        ("a <!-- interne -->\n", 1, "telle quelle"),
        ("a\n\n![](x.png)\n", 3, "n’affiche pas d’image"),
        ("a\n\n---\n", 3, "filet"),
        ("–un\n–deux\n", 1, "suivi d’une espace"),
        ("a\n\n•un\n", 3, "suivi d’une espace"),
        ("- a\n- b\n\nTexte\n\n# Titre\n", 6, "« ## » fait un sous-article"),
        ("le**« {{ projet.nom }} »**, ici\n", 1, "ne met rien en gras"),
        ("- a\n\n  b\n", 3, "n’a qu’un alinéa"),
        ("- a\n  - b\n    - c\n      - d\n", 4, "trois niveaux"),
        ("- ## a\n", 1, "commence sa ligne"),
        ("- > a\n", 1, "ne contient pas de formule"),
        ("> - a\n", 1, "ne contient pas de liste"),
        ("- a\n-\n", 2, "est vide"),
        ("| A | B |\n|---|---|\n| a | b | c |\n", 3, "plus de cases"),
        ("| A | B |\n|---|---|\n| a | b | {{ projet.nom }} |\n", 3, "plus de cases"),
        ("Texte\n\n| a | b |\n", 3, "deuxième ligne"),
        ("Texte\n| a | b |\n", 2, "deuxième ligne"),
        ('a\n\nb {{ projet.mode | case("a") }}\n', 3, "en tête d’alinéa"),
        ('- {{ projet.mode | case("a") }} b\n', 1, "en tête d’alinéa"),
        ('| {{ projet.mode | case("a") }} |\n|---|\n', 1, "en tête d’alinéa"),
        (
            '{{ projet.mode | case("a") }} A {{ projet.mode | case("b") }} B\n',
            1,
            "en tête d’alinéa",
        ),
    ],
)
def test_what_cannot_be_read(shelf: Shelf, body: str, line: int, words: str) -> None:
    shelf.body(body)
    fault, *others = shelf.faults()
    assert (fault.code.value, fault.span.line) == ("CG205", FIRST + line), fault.message
    assert words in fault.message
    assert {other.code.value for other in others} <= {"CG205"}


@pytest.mark.parametrize(
    ("body", "line", "column", "message", "way_out"),
    [
        ("{{ projte.nom }}", 1, 4, "variable inconnue : « projte.nom »", "« projet »"),
        ("a\nnom {{ projet.nmo }}", 2, 8, "variable inconnue : « projet.nmo »", "« nom »"),
        ("{{ projet.nom.x }}", 1, 4, "variable inconnue", "n’a pas de partie"),
        ("{{ commune.denomination }}", 1, 4, "variable inconnue", "vouliez-vous dire"),
        (
            "{{ commune.habilitation.organe.du }}",
            1,
            4,
            "variable inconnue",
            "noms possibles ici : a",
        ),
        ("{{ loop.first }}", 1, 4, "variable inconnue", ""),
        ("{{ partie }}", 1, 4, "variable inconnue", "« parties »"),
        ("{{ montant_total }}", 1, 4, "variable inconnue", "« montant »"),
        ("{{ effectif }}", 1, 4, "variable inconnue", ""),  # a slot not admitted
        ("{% if projet.nmo %}\na\n{% endif %}", 1, 7, "variable inconnue", "« nom »"),
        ("{% for x in projet.lot %}\na\n{% endfor %}", 1, 13, "variable inconnue", "« lots »"),
        (
            "{% for x in projet.lots %}\n{{ loop.length }}\n{% endfor %}",
            2,
            4,
            "« loop.length »",
            "",
        ),
        ("{{ 'x' if projet.mode = a }}", 1, 25, "variable inconnue : « a »", 'guillemets : "a"'),
        ("{% for x in projet.lots %}\n{{ y }}\n{% endfor %}", 2, 4, "« y »", ""),
        ("{% for x in projet.nom %}\na\n{% endfor %}", 1, 13, "n’est pas une liste", ""),
        ("{% for x in projet.lots %}\na\n{% endfor %}\n{{ x }}", 4, 4, "« x »", ""),
        ("{% for terme in projet.lots %}\na\n{% endfor %}", 1, 8, "déjà pris", ""),
        ("{{ 'tenu' | accord(communne) }}", 1, 20, "variable inconnue", "« commune »"),
        ("{{ 'tenu' | accord(terme) }}", 1, 20, "ni une partie ni un terme", ""),
        ("{{ 'tenu' | accord(parties) }}", 1, 20, "ni une partie ni un terme", ""),
        ("{{ projet }}", 1, 4, "c’est un groupe", "nom, mode"),
        ("{{ calendrier.etapes }}", 1, 4, "c’est un groupe", "intitule"),
        ("{{ commune.habilitation }}", 1, 4, "c’est un groupe", "acte"),
        ("{{ projet if terme }}", 1, 4, "c’est un groupe", ""),
        ("{{ terme | jusqu_a(projet) }}", 1, 20, "c’est un groupe", ""),
        ("{% for x in projet.lots %}\n{{ loop }}\n{% endfor %}", 2, 4, "c’est un groupe", "first"),
        ("{{ terme | compte }}", 1, 4, "n’est pas une liste", "« compte »"),
        ("{{ terme | lettres }}", 1, 4, "ne s’écrit pas en lettres", "« lettres »"),
        ("{{ projet.part | lettres }}", 1, 4, "ne s’écrit pas en lettres", "« lettres »"),
        ("{{ terme | renouvelee(projet.nombre) }}", 1, 4, "n’est pas une durée", ""),
        ("{{ duree | renouvelee(projet.nom) }}", 1, 23, "n’est pas un nombre entier", ""),
        ('{{ projet.nom | case("a") }} a', 1, 4, "n’est pas un choix", ""),
        ('{{ projet.mode | case("c") }} a', 1, 24, "« c » n’est pas une option", "au choix : a, b"),
        ("{{ 'x' if projet.mode == 'c' }}", 1, 27, "« c » n’est pas une option", "a, b"),
        ("{% if 'c' != projet.mode %}\nx\n{% endif %}", 1, 8, "« c » n’est pas une option", "a, b"),
        ("{{ 'x' if commune.nature == 'ville' }}", 1, 30, "« ville » n’est pas", "commune, dép"),
    ],
)
def test_names(shelf: Shelf, body: str, line: int, column: int, message: str, way_out: str) -> None:
    shelf.body(body + "\n")
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == ("CG207", FIRST + line)
    assert fault.span.column == column
    assert message in fault.message
    assert way_out in fault.help
    assert fault.notes[0].span.file.name == "programme.yaml"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("version: 1.0.0\n", ""), "il manque : version de la clause"),
        (("version: 1.0.0", "version: 1.0   # erreur: CG204"), "numéro de version"),
        (("version: 1.0.0", "version:   # erreur: CG204"), "il manque : version"),
        (("version: 1.0.0", "version: 1.0.0\nauteur: x   # erreur: CG204"), "clé inconnue"),
        (("intitule: Objet", "intitule: [Objet]   # erreur: CG010"), ""),
        (("intitule: Objet", "intitulé: Objet   # erreur: CG204"), "clé inconnue"),
        (("emploi: essai", "emploi:\n  a: b   # erreur: CG204"), "valeur simple"),
        (("relue_le: 2026-11-22", "relue_le: hier   # erreur: CG204"), "relecture"),
        (("sources: []", "sources: texte   # erreur: CG204"), "une liste est attendue"),
        (("sources: []", "parametres: delai   # erreur: CG204"), "groupe"),
        (("sources: []", "parametres: {delai: siecle}   # erreur: CG204"), "types possibles"),
        (("sources: []", "parametres: {delai: durée}   # erreur: CG204"), "dire « duree » ?"),
        (("sources: []", "parametres: {Délai: duree}   # erreur: CG204"), "nommer un paramètre"),
        (("sources: []", "parametres: {renvoi: texte}   # erreur: CG204"), "nommer un paramètre"),
        (("sources: []", "sources: a: b   # erreur: CG010"), ""),
    ],
)
def test_a_header_says_what_it_lacks(shelf: Shelf, change: tuple[str, str], words: str) -> None:
    file = shelf.edit(CLAUSE, change)
    faults = [fault for fault in shelf.faults() if fault.code.value != "CG212"]
    announced = [line for _, line, _ in expected(file)]
    if announced:
        assert announced[0] in [fault.span.line for fault in faults], faults
    assert any(words in f"{fault.message} {fault.help}" for fault in faults), faults
    assert {fault.code.value for fault in faults} <= {"CG204", "CG010"}
    assert all("à la fiche" not in fault.help for fault in faults)


@pytest.mark.parametrize(
    "text", ["Texte sans en-tête\n", "---\nversion: 1.0.0\n", "", "---\n---\na"]
)
def test_a_clause_has_a_header(shelf: Shelf, text: str) -> None:
    shelf.write(CLAUSE, text)
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == ("CG204", 1)
    assert "n’a pas d’en-tête" in fault.message


def test_spaces_after_the_dashes_are_no_fault(shelf: Shelf) -> None:
    shelf.write(CLAUSE, HEADER.replace("---\n", "---  \n") + "Texte.")
    assert shelf.lines() == ["Texte."]


def test_header_and_body_are_told_together(shelf: Shelf) -> None:
    shelf.write(CLAUSE, HEADER.replace("1.0.0", "un") + "{{ projet.nom | upper }}\n")
    assert told(shelf.faults()) == [("projet.md", 2, "CG204"), ("projet.md", FIRST + 1, "CG206")]


def test_a_comment_at_the_end_of_a_line_would_glue_two_paragraphs(shelf: Shelf) -> None:
    shelf.body("Un {{ projet.nom }}. {# à revoir #}\n\nUn autre.\n")
    fault = shelf.only()
    assert (fault.code, fault.span.line) == (Code.CLAUSE_SYNTAX, FIRST + 1)
    assert "commentaire" in fault.message
    shelf.body("{# à revoir #}\nUn{# ou deux #} mot.\n\nUn autre.\n")
    assert shelf.lines() == ["Un mot.", "Un autre."]
