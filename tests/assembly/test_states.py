"""What each state demands, leaves blank, shows and counts."""

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.library.shelf import CASE, Shelf, kinds


def test_a_final_act_leaves_place_and_date_of_signature_open(shelf: Shelf) -> None:
    assert shelf.faults() == []
    assert [kind for kind, _ in kinds(shelf.blocks(key="signature")[0])] == [
        "texte",
        "blanc",
        "texte",
    ]


def test_what_a_project_leaves_blank_and_nothing_else(shelf: Shelf) -> None:
    shelf.edit(
        CASE,
        (
            "    habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}\n",
            "",
        ),
        ("terme: 31/12/2026", "terme:\nreference:\nsignature: {lieu: }\nmontant:"),
    )
    shelf.body(
        "{{ terme }} {{ commune.habilitation.date }} {{ commune.habilitation.organe.de }} "
        "{{ signature.lieu }}\n"
        "{% if commune.habilitation.numero %}\n"
        "n° {{ commune.habilitation.numero }}\n"
        "{% endif %}\n"
    )
    missing = [
        (fault.code.value, fault.message.split("(")[1]) for fault in shelf.faults(State.PROJECT)
    ]
    assert missing == [("CG101", "terme)"), ("CG101", "montant)")]
    act = shelf.act(State.PROJECT)
    assert act.document is not None
    assert not act.can_be_written(State.PROJECT)
    runs = [kind for kind, text in kinds(shelf.blocks(State.PROJECT)[0]) if text.strip()]
    assert runs == ["lacune", "blanc", "blanc", "blanc"]
    assert act.document.reference == "_" * 20
    final = [fault.message.split("(")[1] for fault in shelf.faults(State.FINAL)]
    assert final == ["parties.commune.habilitation)", "terme)", "reference)", "montant)"]


def test_an_invalid_habilitation_is_a_fault_even_in_a_project(shelf: Shelf) -> None:
    shelf.edit(CASE, ("date: 19/11/2025", "date: 19/13/2025"))
    assert shelf.only(State.PROJECT).code.value == "CG102"


def test_the_reference_of_a_draft_shows_its_gap(shelf: Shelf) -> None:
    shelf.edit(CASE, ("terme:", "reference: [a]\nterme:"))
    document = shelf.act(State.DRAFT).document
    assert document is not None
    assert document.reference == "[à compléter : référence de la convention]"


def test_an_invalid_signature_is_no_blank(shelf: Shelf) -> None:
    shelf.edit(CASE, ("terme:", "signature: demain\nterme:"))
    assert shelf.only(State.DRAFT).code.value == "CG103"
    (line, _) = shelf.lines(State.DRAFT, "signature")
    assert line == "Fait à [à corriger : signature « demain »]."


@pytest.mark.parametrize("parties", ["", "parties:\n", "parties: x\n", "parties: {}\n"])
def test_a_draft_without_parties_is_written(shelf: Shelf, parties: str) -> None:
    text = (shelf.root / CASE).read_text()
    before, _, rest = text.partition("parties:")
    shelf.write(CASE, before + parties + "projet:" + rest.partition("projet:")[2])
    act = shelf.act(State.DRAFT)
    assert act.can_be_written(State.DRAFT), act.diagnostics
    assert len(shelf.lines(State.DRAFT, "comparution")) == 3
    assert not shelf.act().can_be_written(State.FINAL)


def test_the_banner_counts_each_thing_once(shelf: Shelf) -> None:
    shelf.project("  mode: c")
    shelf.edit(CASE, ("terme: 31/12/2026", "terme:"))
    shelf.body(
        "{{ terme }} {{ terme }}\n{% if terme %}\n{{ projet.mode }}\n{% endif %}\n"
        "{% if projet.mode == 'a' %}\nx\n{% endif %}\n"
    )
    document = shelf.act(State.DRAFT).document
    assert document is not None
    assert document.banner == "Brouillon\u00a0: 2 points à compléter ou à corriger"


def test_a_draft_where_nothing_is_missing(shelf: Shelf) -> None:
    document = shelf.act(State.DRAFT).document
    assert document is not None
    assert document.banner == "Brouillon"
