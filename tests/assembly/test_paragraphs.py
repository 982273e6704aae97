"""A value of several paragraphs, in the place of one."""

from __future__ import annotations

import pytest

from tests.library.shelf import CASE, PROGRAMME, Shelf

FIELD = "      contexte: {type: alineas, libelle: contexte}\n"
VALUE = """\
  contexte: |
    Deux *buts* | {{ x }} :

    - informer ;
      • tous ;
    - orienter.
"""


@pytest.fixture
def told(shelf: Shelf) -> Shelf:
    shelf.edit(PROGRAMME, ("      nom: {type", f"{FIELD}      nom: {{type"))
    shelf.edit(CASE, ("  nom: Jardin\n", f"{VALUE}  nom: Jardin\n"))
    return shelf


def test_they_are_printed_one_by_one_and_data_is_no_markup(told: Shelf) -> None:
    told.body("Avant\n{% if projet.nom %}\n{{ projet.contexte }}\n{% endif %}\naprès.\n")
    assert told.lines() == [
        "Avant",
        "Deux *buts* | {{ x }} :",
        "puce – informer ;",
        "puce • tous ;",
        "puce – orienter.",
        "après.",
    ]
    runs = [run for block in told.blocks() for run in block.all_runs() if run.path]
    assert {(run.kind.value, run.path) for run in runs} == {("valeur", "projet.contexte")}


@pytest.mark.parametrize(
    "body",
    [
        "a {{ projet.contexte }}\n",
        "{{ projet.contexte }}.\n",
        "- {{ projet.contexte }}\n",
        "> {{ projet.contexte }}\n",
        "## {{ projet.contexte }}\n",
        "| a |\n|---|\n| {{ projet.contexte }} |\n",
        '{{ projet.contexte if terme else "" }}\n',
    ],
)
def test_they_are_alone_in_their_place(told: Shelf, body: str) -> None:
    told.body(body)
    fault = told.only()
    assert fault.code.value == "CG207"
    assert "que seul" in fault.message


@pytest.mark.parametrize(
    ("file", "change"),
    [
        (PROGRAMME, ("Convention « {{ projet.nom }} »", '"{{ projet.contexte }}"')),
        ("clauses/signature/bloc.md", ("Pour {{ partie }}", "{{ projet.contexte }}")),
    ],
)
def test_a_title_and_a_signature_have_no_room_for_them(
    told: Shelf, file: str, change: tuple[str, str]
) -> None:
    told.edit(file, change)
    assert "que seul" in told.only().message
