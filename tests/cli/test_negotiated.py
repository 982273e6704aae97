"""Particular clauses, as the user sees them: listed at each render, shown with the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from tests.library.shelf import CASE, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHANGES = """\
clauses_particulieres:
  - remplace: objet/projet
    motif: "demande \\u202edu conseil"
    texte: |
      Autre objet, pour {{ commune }}.
  - ajoute: assurance
    apres: objet
    intitule: Assurance
    motif: exigence de l'assureur de la commune, communiquée après la dernière réunion de travail
    texte: |
      {{ association }} s'assure.
  - retire: signature/lieu
    motif: signature électronique
"""
LISTED = """\
écrit : cases/fiche.docx (définitif)
  clause particulière : remplace objet/projet – motif : demande du conseil
  clause particulière : ajoute assurance (après objet) – motif : exigence de l'assureur \
de la commune, communiquée après la dernière réunion de travail
  clause particulière : retire signature/lieu – motif : signature électronique
"""


def test_each_render_lists_what_the_case_has_negotiated(run: Run, desk: Shelf) -> None:
    desk.add(CASE, CHANGES.replace("\\u202e", ""))
    ran = run("render", CASE)
    assert (ran.code, ran.out, ran.err) == (0, "", LISTED)
    texts = [paragraph.text for paragraph in docx.Document("cases/fiche.docx").paragraphs]
    assert "Autre objet, pour la Commune." in texts
    assert "L’Association s’assure." in texts
    assert not any("Fait à" in text for text in texts)


def test_show_says_what_is_negotiated_and_why(run: Run, desk: Shelf) -> None:
    desk.add(CASE, CHANGES.replace("\\u202e", ""))
    shown = run("show", CASE).out
    assert "Article\u00a02 – Assurance  [assurance]\n  assurance (clause particulière)\n" in shown
    assert shown.endswith(
        "Clauses particulières de cette fiche\n"
        "  remplace objet/projet\n      motif : demande du conseil\n"
        "  ajoute assurance (après objet)\n"
        "      motif : exigence de l'assureur de la commune, communiquée après la\n"
        "      dernière réunion de travail\n"
        "  retire signature/lieu\n      motif : signature électronique\n"
    )


def test_a_reason_cannot_reorder_the_terminal(run: Run, desk: Shelf) -> None:
    desk.add(CASE, CHANGES)
    ran = run("render", CASE)
    assert "\u202e" not in ran.err
    assert ran.code == 1
