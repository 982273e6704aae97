"""A schema is never stricter than convgen: whatever a reader accepts, it takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml.error import YAMLError

from convgen.kinds.base.schemas import choice_schema
from convgen.kinds.bic import BicField
from convgen.kinds.choice import choice
from convgen.kinds.department import Department
from convgen.kinds.found import DECLARABLE
from convgen.kinds.iban import IbanField
from convgen.kinds.insee import Insee
from convgen.kinds.organ import Organ
from convgen.kinds.postcode import Postcode
from convgen.kinds.prose import Prose
from convgen.kinds.quantity import Quantity
from convgen.kinds.siren import SirenField
from convgen.kinds.siret import SiretField
from convgen.model.case_model import scalar
from convgen.yaml.nodes import plain
from convgen.yaml.source import parse_source
from tests.kinds.editor import as_an_editor_reads

bounded = settings(max_examples=100, deadline=None)

FILES = ("image", "texte_joint")
OTHERS = {
    "siren": SirenField,
    "siret": SiretField,
    "departement": Department,
    "quantite": Quantity,
    "iban": IbanField,
    "bic": BicField,
    "code_postal": Postcode,
    "insee": Insee,
    "organe": Organ,
    "prose": Prose,
}
TYPES: dict[str, Any] = {name: scalar(name) for name in DECLARABLE if name not in FILES} | OTHERS

SPACE = "[ \u00a0\u202f]"
NUMBER = f"{SPACE}?(?:[0-9]{{1,13}}|[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}}){{0,3}})(?:,[0-9]{{1,4}})?"
WORD = "[a-zA-Zéûôàâ\u0301]{1,9}"
WRITTEN = {
    "texte": r"[^\W_]{1,4}|[0-9]{1,6}|true|1e3|[0-9]\.[0-9]|.{1,9}",
    "alineas": r"(?:- )?[^\W_]{1,4}|.{1,9}",
    "entier": NUMBER,
    "nombre": rf"{NUMBER}{SPACE}?(?:€|euros?|EUR)?",
    "montant": rf"{NUMBER}{SPACE}?(?:€|[eE]uros?|EUR|eur)?",
    "pourcentage": rf"{NUMBER}{SPACE}?(?:%|[pP]our{SPACE}{{1,2}}[cC]ent)?",
    "date": rf"{SPACE}?(?:[0-3]?[0-9]/[01]?[0-9]/20[0-9]{{2}}|20[0-9]{{2}}-[01]?[0-9]-[0-3]?[0-9]"
    rf"|(?:1[eE][rR]|[12]?[0-9]){SPACE}{{1,2}}(?:mai|AOÛT|aou\u0302t|[fF]évrier){SPACE}20[0-9]{{2}})",
    "mois": rf"[01]?[0-9]/20[0-9]{{2}}|20[0-9]{{2}}-[01]?[0-9]|(?:Mai|AOÛT){SPACE}20[0-9]{{2}}",
    "duree": rf"{SPACE}?[0-9]{{1,4}}{SPACE}?(?:jours?|MOIS|h|j|ans?|anne\u0301es?|semaines?)",
    "oui_non": f"{SPACE}?(?:[oO][uU][iI]|[nN]on|VRAI|faux|[tT]rue|FALSE){SPACE}?",
    "siren": f"(?:219{SPACE}?400{SPACE}?223|2{SPACE}00054781|[0-9]{{9}})",
    "siret": f"219{SPACE}?400{SPACE}?223{SPACE}?00018|21940022300018|[0-9]{{14}}",
    "departement": "0?[1-9]|2[aAbB]|97[1-6]|[vV]ar|Côte-d’Or|69M",
    "quantite": NUMBER,
    "courriel": r"[a-z]{1,5}@exemple\.fr|é@exemple\.fr",
    "telephone": r"0[1-9]( ?[0-9]{2}){4}|\+33 ?[1-9]( ?[0-9]{2}){4}|[0-9]{10}",
    "iban": f"(?:[fF][rR]14{SPACE}?2004 ?1010 ?0505 ?0001 ?3[mM]02 ?606|BE68539007547034)",
    "bic": f"(?:psst{SPACE}?FRPP(?:PAR)?|BNPAFRPP|bnpafrpp)",
    "code_postal": "0?[0-9]{4,5}",
    "insee": "[0-9]{5}|2[AB][0-9]{3}",
    "organe": f"conseil{SPACE}municipal|la {WORD}|l’assemblée|bureau",
    "prose": ".{1,9}\n\n.{1,9}|[0-9]{1,4}",
}


def fits(schema: Any, value: Any) -> bool:
    return bool(Draft202012Validator(schema).is_valid(value))


def read_by_an_editor(text: str) -> list[Any]:
    """What an editor makes of a text in a case: quoted, and bare where convgen reads it so."""
    line = f"cle: {text}\n"
    source, _ = parse_source(line, Path())
    if source is None or plain(source.root) != {"cle": text.strip(" ")}:
        return [text]
    try:
        return [text, as_an_editor_reads(line)["cle"]]
    except YAMLError:  # what the C parser takes and the Python one does not: « \xa0\t- »
        return [text]


def test_every_type_is_told() -> None:
    assert set(WRITTEN) <= set(TYPES)  # the others are tried on what their own schema takes
    assert all(DECLARABLE[name].words for name in FILES)


@pytest.mark.parametrize("name", TYPES)
def test_what_is_read_fits(name: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(TYPES[name])
    schema = TYPES[name].__metadata__[0].schema
    accepted = 0

    @bounded
    @given(st.from_regex(WRITTEN.get(name) or schema["pattern"], fullmatch=name in WRITTEN))
    def check(text: str) -> None:
        nonlocal accepted
        try:
            adapter.validate_python(text)
        except ValidationError:
            return
        accepted += 1
        for value in read_by_an_editor(text):
            assert fits(schema, value), (text, value)

    check()
    assert accepted > 3


@pytest.mark.parametrize("name", TYPES)
def test_a_default_example_is_read(name: str) -> None:
    written = TYPES[name].__metadata__[0].example
    if written:
        TypeAdapter(TYPES[name]).validate_python(written)


OPTION = st.one_of(
    st.sampled_from(["1", "01", "2.5", "true", "État", "de droit", "e\u0301t\u00e9", "a.b", "1e3"]),
    st.text("aé.-()[]^$|*+?/\\0 ", min_size=1).map(str.strip).filter(bool),
)


@bounded
@given(st.lists(OPTION, min_size=1, max_size=3, unique=True))
def test_an_option_fits_in_any_case(options: list[str]) -> None:
    schema = choice_schema(options)
    read = choice({key: key for key in options}).read
    for key in options:
        for written in (key, key.upper(), key.capitalize(), f" {key} "):
            try:
                read(written)
            except ValueError:
                continue
            assert all(fits(schema, value) for value in read_by_an_editor(written)), written


def test_no_other_option_fits() -> None:
    schema = choice_schema(["a.b", "2"])
    assert fits(schema, None)
    assert not any(fits(schema, other) for other in ("axb", "c", 3, True, "", "a.b c"))
    assert not fits(choice_schema(["a"], empty=False), None)
