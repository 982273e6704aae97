"""Particular clauses: what one case changes, where it shows, and what it may not do."""

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf

PLAN = """\
  - article: duree
    intitule: Durée
    clauses: [objet/duree, {objet/delai: {delai: duree}}]
  - article: option
    intitule: Option
    si: projet.mode
    clauses: [objet/option]
  - signature"""
MOTIF = "    motif: le conseil l’a demandé\n"


@pytest.fixture
def desk(shelf: Shelf) -> Shelf:
    """Three articles, of which one is under condition."""
    shelf.edit(PROGRAMME, ("  - signature", PLAN))
    shelf.write("clauses/objet/duree.md", HEADER + "Elle dure un an.\n")
    shelf.write("clauses/objet/option.md", HEADER + "Une option.\n")
    delay = HEADER.replace("---\n", "---\nparametres: {delai: duree}\n", 1)
    shelf.write("clauses/objet/delai.md", delay + "Le délai est de {{ delai }}.\n")
    shelf.edit(CASE, ("terme:", "duree: 30 jours\nterme:"))
    return shelf


def particular(shelf: Shelf, *items: str) -> Shelf:
    shelf.add(CASE, "clauses_particulieres:\n" + "".join(f"  - {item}" for item in items))
    return shelf


def texts(shelf: Shelf, state: State = State.FINAL) -> list[str]:
    document = shelf.act(state).document
    assert document is not None
    found = [block.text for block in document.all_blocks() if not block.rows]
    return [text.replace("\u00a0", " ") for text in found]


def test_a_clause_is_replaced_by_a_text_of_the_case(desk: Shelf) -> None:
    text = "    texte: |\n      Elle dure **deux ans**, {{ delai }} de plus pour {{ commune }}.\n"
    particular(desk, "remplace: objet/delai\n" + MOTIF + text)
    assert desk.faults() == []
    assert "Elle dure deux ans, 30 jours de plus pour la Commune." in texts(desk)
    (block,) = [b for b in desk.blocks(key="duree") if "deux ans" in b.text]
    assert block.origin.reason == "le conseil l’a demandé"
    assert block.origin.clause == "objet/delai (clause particulière)"
    assert any(run.bold for run in block.runs)


def test_or_by_another_clause_of_the_library(desk: Shelf) -> None:
    particular(desk, "remplace: objet/duree\n" + MOTIF + "    clause: objet/option\n")
    assert desk.faults() == []
    assert "Une option." in texts(desk)
    assert "Elle dure un an." not in texts(desk)


def test_a_clause_is_removed_and_its_article_if_nothing_is_left(desk: Shelf) -> None:
    particular(
        desk, "retire: objet/duree\n" + MOTIF, "retire: objet/delai\n    motif: sans objet\n"
    )
    assert desk.faults() == []
    assert "Durée" not in texts(desk)
    plan = desk.act().plan
    assert plan is not None
    assert [change.told for change in plan.changes] == ["retire objet/duree", "retire objet/delai"]


def test_what_follows_a_removed_clause_stays(desk: Shelf) -> None:
    text = "    apres: objet/duree\n    texte: À sa place.\n"
    particular(desk, "retire: objet/duree\n" + MOTIF, "ajoute: bilan\n" + MOTIF + text)
    assert desk.faults() == []
    assert "À sa place." in texts(desk)


def test_new_articles_refer_to_each_other_in_any_order(desk: Shelf) -> None:
    def article(name: str, other: str) -> str:
        text = f'    texte: Voir {{{{ renvoi("{other}") }}}}.\n'
        return f"ajoute: {name}\n    apres: objet\n    intitule: {name}\n{MOTIF}{text}"

    particular(desk, article("un", "deux"), article("deux", "un"))
    assert desk.faults() == []
    assert {"Voir l’Article 2.", "Voir l’Article 3."} <= set(texts(desk))


def test_a_text_that_stops_is_a_gap_of_the_draft(desk: Shelf) -> None:
    text = "    texte: |\n      Avant.\n\n      Le {{ tribunal }}.\n\n      Après.\n"
    particular(desk, "remplace: objet/duree\n" + MOTIF + text)
    assert desk.only(State.DRAFT).code.value == "CG210"
    shown = texts(desk, State.DRAFT)
    assert "Avant." in shown
    assert "[à compléter : objet/duree (clause particulière)]" in shown


def test_the_signatures_stay_when_what_announces_them_goes(desk: Shelf) -> None:
    particular(desk, "retire: signature/lieu\n" + MOTIF)
    assert desk.faults() == []
    (block,) = desk.blocks(key="signature")
    assert [len(row) for row in block.rows] == [2]


def test_a_clause_joins_an_article(desk: Shelf) -> None:
    particular(desk, "ajoute: bilan\n    dans: duree\n" + MOTIF + "    texte: Un bilan est fait.\n")
    assert desk.faults() == []
    lines = texts(desk)
    assert lines[lines.index("Le délai est de 30 jours.") + 1] == "Un bilan est fait."


def test_an_article_follows_another_and_the_rest_renumbers(desk: Shelf) -> None:
    voir = '      Voir {{ renvoi("duree") }}.\n'
    added = f"    apres: objet\n    intitule: Assurance\n    texte: |\n{voir}"
    other = '    dans: duree\n    texte: Voir {{ renvoi("assurance") }}.\n'
    particular(desk, "ajoute: assurance\n" + MOTIF + added, "ajoute: rappel\n" + MOTIF + other)
    assert desk.faults() == []
    lines = texts(desk)
    assert lines[lines.index("Assurance") + 1] == "Voir l’Article 3."
    assert "Voir l’Article 2." in lines


def test_a_clause_follows_another(desk: Shelf) -> None:
    text = "    apres: objet/duree\n    texte: Entre les deux.\n"
    particular(desk, "ajoute: bilan\n" + MOTIF + text)
    assert desk.faults() == []
    lines = texts(desk)
    assert lines[lines.index("Elle dure un an.") + 1] == "Entre les deux."


TEXT = "    texte: Rien.\n"


@pytest.mark.parametrize(
    ("item", "line", "words"),
    [
        ("remplace: objet/dure\n" + MOTIF + TEXT, 0, "« objet/dure » n’est pas au plan"),
        ("remplace: objet/option\n" + MOTIF + TEXT, 0, "n’est pas dans cet acte"),
        ("retire: objet/option\n" + MOTIF, 0, "n’est pas dans cet acte"),
        (
            "remplace: signature/bloc\n" + MOTIF + "    texte: |\n      1. un\n      2. deux\n",
            0,
            "bloc de signature",
        ),
        (
            "ajoute: bilan\n    apres: signature/bloc\n" + MOTIF + TEXT,
            1,
            "pas de clause « signature/bloc »",
        ),
        (
            'ajoute: bilan\n    apres: objet\n    intitule: "A {{ duree }}"\n' + MOTIF + TEXT,
            2,
            "un texte seul",
        ),
        (
            "ajoute: bilan\n    dans: duree\n"
            + MOTIF
            + "    texte: |\n      {% if tribunal %}\n      x\n      {% endif %}\n",
            4,
            "n’écrit rien",
        ),
        ("remplace: objet/duree\n" + MOTIF + "    texte: Le [à compléter].\n", 2, "à compléter"),
        ("remplace: objet/duree\n" + MOTIF + "    texte: Le ______ 2026.\n", 2, "à compléter"),
        ("retire: signature/bloc\n" + MOTIF, 0, "pas de place pour les signatures"),
        ("retire: objet/duree\n" + MOTIF + TEXT, 2, "« texte » est sans effet avec « retire »"),
        ("remplace: objet/duree\n" + MOTIF, 0, "a un texte, et un seul"),
        ("remplace: objet/duree\n    retire: objet/delai\n" + MOTIF, 0, "une seule de ces clés"),
        (f"motif: x\n{TEXT}", 0, "une seule de ces clés"),
        ("ajoute: bilan\n" + MOTIF + TEXT, 0, "a une place, et une seule"),
        ("ajoute: bilan\n    dans: dure\n" + MOTIF + TEXT, 1, "pas d’article « dure »"),
        (
            "ajoute: bilan\n    apres: duree\n" + MOTIF + TEXT,
            1,
            "« intitule » va avec « apres: article »",
        ),
        ("ajoute: bilan\n    dans: signature\n" + MOTIF + TEXT, 1, "pas d’article « signature »"),
        ("ajoute: bilan\n    dans: option\n" + MOTIF + TEXT, 0, "« option » n’est pas dans cet"),
        ("ajoute: bilan\n    apres: objet/option\n" + MOTIF + TEXT, 0, "n’est pas dans cet"),
        (
            "ajoute: bilan\n    apres: objet/rien\n" + MOTIF + TEXT,
            1,
            "pas de clause « objet/rien »",
        ),
        ("ajoute: duree\n    dans: objet\n" + MOTIF + TEXT, 0, "« duree » est déjà pris"),
        ("ajoute: Ma clause\n    dans: objet\n" + MOTIF + TEXT, 0, "ne convient pas"),
        ("remplace: objet/duree\n" + TEXT, 0, "il manque : motif"),
        ("remplace: objet/duree\n" + MOTIF + "    clause: objet/rien\n", 2, "clause introuvable"),
        (
            "remplace: objet/duree\n" + MOTIF + "    clause: ../convgen\n",
            2,
            "nom de clause illisible",
        ),
        ("remplace: objet/duree\n" + MOTIF + "    clause: objet/delai\n", None, "le paramètre"),
        (
            "remplace: objet/duree\n"
            + MOTIF
            + "    texte: |\n      Un.\n\n      Le {{ commun }}.\n",
            5,
            "variable inconnue : « commun »",
        ),
        (
            "remplace: objet/duree\n" + MOTIF + "    texte: |\n      Un {{ 7 * 7 }}.\n",
            3,
            "construction interdite",
        ),
        ("remplace: objet/duree\n" + MOTIF + "    texte: 'Un {{ commun }}'\n", 2, "« commun »"),
        ("remplace: objet/duree\n" + MOTIF + '    texte: Voir {{ renvoi("x") }}.\n', 2, "« x »"),
        (
            "remplace: objet/duree\n" + MOTIF + "    texte: |\n      ### Titre\n\n      x\n",
            0,
            "###",
        ),
    ],
)
def test_what_a_particular_clause_may_not_do(
    desk: Shelf, item: str, line: int | None, words: str
) -> None:
    start = len(desk.text(CASE).split("\n")) + 1
    particular(desk, item)
    faults = [fault for fault in desk.faults() if words in fault.message]
    assert faults, [fault.message for fault in desk.faults()]
    assert faults[0].span.file.name == "fiche.yaml"
    assert line is None or faults[0].span.line == start + line
    assert not desk.act().can_be_written(State.FINAL)
    draft = desk.act(State.DRAFT)
    assert draft.can_be_written(State.DRAFT), [d.message for d in draft.diagnostics]


def test_a_name_is_shown_at_its_column(desk: Shelf) -> None:
    text = "    texte: |\n      Bon.\n\n      Le {{ commun }}.\n"
    particular(desk, "remplace: objet/duree\n" + MOTIF + text)
    (fault,) = desk.faults()
    assert desk.text(CASE).split("\n")[fault.span.line - 1][fault.span.column - 1 :] == "commun }}."


def test_the_reference_to_what_a_case_removes_is_told_at_the_removal(desk: Shelf) -> None:
    desk.body('Voir {{ renvoi("duree") }}.\n')
    both = ("retire: objet/duree\n" + MOTIF, "retire: objet/delai\n" + MOTIF)
    particular(desk, *both)
    (fault,) = desk.faults()
    assert fault.code.value == "CG208"
    assert (fault.span.file.name, "la fiche le retire" in fault.message) == ("fiche.yaml", True)
    assert [note.span.file.name for note in fault.notes] == ["projet.md"]
    assert "Voir l’[à compléter : renvoi à « duree »]." in texts(desk, State.DRAFT)


def test_a_definition_lost_is_told_where_it_is_lost(desk: Shelf) -> None:
    desk.body("{{ association }} porte sur {{ projet.nom }}.\n")
    loop = "{% for partie in parties %}", "{{ partie.nom }}", "{% endfor %}"
    text = "    texte: |\n" + "".join(f"      {line}\n" for line in loop)
    particular(desk, "remplace: parties/comparution\n" + MOTIF + text)
    faults = desk.faults()
    assert [fault.code.value for fault in faults] == ["CG209"] * len(faults)
    assert {fault.span.file.name for fault in faults} == {"fiche.yaml"}
    association = next(fault for fault in faults if "l’Association" in fault.message)
    assert "{{ association.definition }}" in association.help
    assert [note.span.file.name for note in association.notes] == ["projet.md"]


def test_a_draft_shows_where_a_text_cannot_be_used(desk: Shelf) -> None:
    particular(desk, "remplace: objet/duree\n" + MOTIF + "    texte: Le {{ commun }}.\n")
    shown = [text for text in texts(desk, State.DRAFT) if "particulière" in text]
    assert shown == ["[à compléter : objet/duree (clause particulière)]"]


def test_two_cases_that_name_a_clause_alike_keep_their_own(desk: Shelf) -> None:
    """What is said the same to all cases of a programme is kept; a case's own text never."""
    added = "ajoute: bilan\n    dans: duree\n" + MOTIF
    bare = desk.text(CASE)
    particular(desk, added + "    texte: Un bilan.\n")
    assert "Un bilan." in texts(desk)
    desk.write(CASE, bare)
    particular(desk, added + "    texte: Deux bilans.\n")
    assert "Deux bilans." in texts(desk)
