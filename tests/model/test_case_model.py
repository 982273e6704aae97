"""The model of a programme's cases: what it requires, what it names, what may stay open."""

from __future__ import annotations

from typing import Any

import pytest

from convgen.french.designation import Gender, parse_designation
from convgen.kinds.choice import Choice
from convgen.kinds.duration import Duration
from convgen.model.case_model import FieldSpec, case_model, tree
from convgen.model.convention import SLOTS, Convention
from convgen.model.shape import label_of, shape_at
from convgen.model.state import State, may_stay_open

ROLES = {
    "porteur": parse_designation("la Métropole"),
    "communes": parse_designation("les Communes", Gender.FEMININE),
}
FIELDS = (
    FieldSpec(
        "solution",
        "solution",
        "groupe",
        fields=(
            FieldSpec("objet", "objet de la solution", "texte"),
            FieldSpec("buts", "buts", "liste", optional=True, of="texte"),
        ),
    ),
    FieldSpec("mode", "mode", "choix", optional=True, options=(("a", "mode A"),)),
    FieldSpec(
        "cas", "cas d’usage", "groupe", fields=(FieldSpec("nom", "nom du cas", "texte"),), many=True
    ),
)
MODEL = case_model(ROLES, FIELDS, ["terme", "calendrier.duree"], ["montant"])


def required(model: type[Any]) -> set[str]:
    return {name for name, info in model.model_fields.items() if info.is_required()}


def test_what_a_case_must_have() -> None:
    assert required(MODEL) == {"programme", "parties", "terme", "calendrier", "solution", "cas"}
    schedule = shape_at(MODEL, ("calendrier",))
    assert schedule is not None
    assert required(schedule.type) == {"duree"}


def test_what_a_case_may_have() -> None:
    assert MODEL.admitted == {
        *("programme", "parties", "signature", "clauses_particulieres"),  # any case
        *("terme", "calendrier", "montant"),
        *("solution", "mode", "cas"),
    }
    assert Convention.admitted == frozenset()
    assert "signature" not in SLOTS


def test_an_alternative_chosen_is_required() -> None:
    chosen = case_model(ROLES, FIELDS, ["terme", "solution.buts", "mode"], [])
    assert "mode" in required(chosen)
    solution = shape_at(chosen, ("solution",))
    assert solution is not None
    assert required(solution.type) == {"objet", "buts"}


def test_dotted_paths_nest() -> None:
    assert tree(["a", "b.c", "b.d", "a"]) == {"a": {}, "b": {"c": {}, "d": {}}}


@pytest.mark.parametrize(
    ("loc", "kind", "many", "optional"),
    [
        (("terme",), None, False, False),
        (("calendrier", "duree"), Duration, False, False),
        (("calendrier", "etapes", 0, "duree_max"), Duration, False, True),
        (("mode",), Choice, False, True),
        (("solution", "buts"), str, True, True),
        (("cas", 3, "nom"), str, False, False),
        (("parties", "porteur", 0, "siren"), None, False, False),
        (("parties", "porteur", "siren"), None, False, False),
    ],
)
def test_shapes(loc: tuple[str | int, ...], kind: type | None, many: bool, optional: bool) -> None:
    shape = shape_at(MODEL, loc)
    assert shape is not None
    assert kind is None or shape.type is kind
    assert (shape.many, shape.optional) == (many, optional)


@pytest.mark.parametrize(
    "loc", [("x",), ("terme", "x"), ("cas", 0, "x"), ("solution", "buts", "x")]
)
def test_no_shape(loc: tuple[str | int, ...]) -> None:
    assert shape_at(MODEL, loc) is None


@pytest.mark.parametrize(
    ("loc", "label"),
    [
        (("terme",), "terme de la convention"),
        (("parties",), "parties"),
        (("parties", "porteur"), "la Métropole"),
        (
            ("parties", "porteur", "habilitation", "date"),
            "date de l’acte d’habilitation de la Métropole",
        ),
        (("parties", "communes", 1, "siren"), "numéro SIREN des Communes"),
        (("cas", 1, "nom"), "nom du cas"),
        (("solution", "buts", 1), "buts (n° 2)"),
        (("x",), "x"),
    ],
)
def test_labels(loc: tuple[str | int, ...], label: str) -> None:
    assert label_of(MODEL, loc) == label


@pytest.mark.parametrize(
    ("loc", "open_in"),
    [
        (("signature",), set(State)),
        (("signature", "lieu"), set(State)),
        (("parties", "porteur", "signe_le"), set(State)),
        (("parties", "porteur", "habilitation"), {State.PROJECT}),
        (("parties", "porteur", 1, "habilitation", "date"), {State.PROJECT}),
        (("reference",), {State.PROJECT}),
        (("terme",), set()),
        (("parties", "porteur"), set()),
        (("parties",), set()),
        (("habilitation",), set()),
    ],
)
def test_what_each_state_leaves_open(loc: tuple[str | int, ...], open_in: set[State]) -> None:
    assert {state for state in State if may_stay_open(loc, state)} == open_in
