"""What one scalar of a case can hold: read, refused in French, or missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from convgen.french.durations import Unit
from convgen.kinds.amount import Amount
from convgen.kinds.base.kind import EMPTY, NOT_A_SCALAR, Kind
from convgen.kinds.choice import Choice, choice
from convgen.kinds.duration import Duration
from convgen.kinds.found import DECLARABLE
from convgen.kinds.insee import Insee
from convgen.kinds.month import Month
from convgen.kinds.percentage import Percentage
from convgen.kinds.postcode import Postcode
from convgen.kinds.siren import SirenField
from convgen.kinds.siret import SiretField
from convgen.kinds.text import Text
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.case_model import scalar
from convgen.model.known import Known, Optionally

OTHERS: dict[str, Any] = {
    "siren": SirenField,
    "siret": SiretField,
    "code postal": Postcode,
    "insee": Insee,
}
ADAPTERS = {
    name: TypeAdapter[Any](kind)
    for name, kind in {**{name: scalar(name) for name in DECLARABLE}, **OTHERS}.items()
}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("texte", "Ville de\n  Nice ", "Ville de Nice"),
        ("texte", "a\u00a0b", "a\u00a0b"),
        ("texte", "A [B] {{ C }}", "A [B] {{ C }}"),
        ("entier", "1 200", 1200),
        ("nombre", "12,5", Decimal("12.5")),
        ("date", "1er janvier 2026", date(2026, 1, 1)),
        ("mois", "décembre 2025", Month(2025, 12)),
        ("duree", "30 jours", Duration(30, Unit.DAY)),
        ("montant", "50 000,50 €", Amount(Decimal("50000.50"))),
        ("pourcentage", "84 %", Percentage(Decimal(84))),
        ("oui_non", "Non", False),
        ("code postal", "01000", "01000"),
        ("insee", "2A004", "2A004"),
        ("siren", "219 400 223", "219400223"),
    ],
)
def test_what_is_read(kind: str, text: str, value: object) -> None:
    assert ADAPTERS[kind].validate_python(text) == value


@pytest.mark.parametrize("kind", ADAPTERS)
@pytest.mark.parametrize("text", [None, "", "  ", "\u00a0", "[date]", " … ", "____", "à définir"])
def test_nothing_is_a_gap(kind: str, text: str | None) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[kind].validate_python(text)
    assert [error["type"] for error in caught.value.errors()] == [EMPTY]


@pytest.mark.parametrize("kind", ADAPTERS)
@pytest.mark.parametrize("value", [[], {}, ["x"], 3, True])
def test_what_is_no_text_is_not_read(kind: str, value: object) -> None:
    with pytest.raises(ValidationError) as caught:
        ADAPTERS[kind].validate_python(value)
    assert [error["type"] for error in caught.value.errors()] == [NOT_A_SCALAR]


TYPED = st.one_of(
    st.text(),
    st.text("0123456789 ,.-+eE€%/", max_size=40),
    st.sampled_from(["9" * 5000, "1e999", "NaN", "sNaN", "Infinity", "-0", "１２", "²", "0" * 99]),
)


@pytest.mark.parametrize("kind", sorted(ADAPTERS.keys() - {"image", "texte_joint"}))
@given(text=TYPED)
def test_whatever_is_typed_is_read_or_refused(kind: str, text: str) -> None:
    try:
        ADAPTERS[kind].validate_python(text)
    except ValidationError as error:
        (told,) = error.errors()
        assert told["type"] in {"value_error", EMPTY}
        assert kind != "texte" or told["type"] == EMPTY or "\n" in text


@pytest.mark.parametrize("kind", sorted(ADAPTERS.keys() - {"texte", "alineas"}))
def test_what_is_far_too_long_is_not_even_read(kind: str) -> None:
    with pytest.raises(ValidationError, match="bien trop long"):
        ADAPTERS[kind].validate_python("1 000 " * 100_000)


def test_an_option_is_found_whatever_its_case_and_accents() -> None:
    read = choice({"réunions": "des réunions", "à distance": "à distance"}).read
    for text in ("réunions", "RÉUNIONS", " Re\u0301unions "):
        assert read(text) == Choice("réunions", "des réunions")


def test_a_refused_option_says_which_there_are() -> None:
    options = {f"option {number}": "" for number in range(20)}
    with pytest.raises(ValueError, match="n’est pas une option") as caught:
        choice(options).read("x" * 500)
    assert str(caught.value).endswith("option 18, option 19")
    assert "x" * 100 not in str(caught.value)


@pytest.mark.parametrize("absence", [Gap("nom"), Blank("nom")])
def test_an_absence_stands_for_any_value(absence: Absent) -> None:
    assert TypeAdapter(Known[Text]).validate_python(absence) is absence
    assert TypeAdapter(Optionally[Text]).validate_python(absence) is absence
    assert TypeAdapter(Optionally[Text]).validate_python("x") == "x"
    with pytest.raises(ValidationError):
        TypeAdapter(Optionally[Text]).validate_python(None)


def test_an_absence_is_absent_all_the_way() -> None:
    gap: Any = Gap("siège", ("siege",), "x")
    assert gap.adresse.commune is gap
    assert list(gap) == [gap]
    assert bool(gap)
    assert not hasattr(gap, "__html__")


def test_a_reader_says_in_french_what_is_wrong() -> None:
    def refuse(_text: str) -> str:
        raise ValueError("non")

    kind = Kind(type=str, words="", read=refuse, schema={}, printed=str)
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Annotated[str, kind]).validate_python("x")
    assert str(caught.value.errors()[0]["ctx"]["error"]) == "non"
