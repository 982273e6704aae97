"""The JSON Schema of cases: it takes what convgen takes, and refuses what is plainly wrong."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from convgen.authoring.commented import commented_case
from convgen.authoring.schema import case_schema
from tests.acts.desk import ROOT
from tests.authoring.filling import filled, uncommented
from tests.authoring.programmes import EVERYTHING, NAMES, programme_of
from tests.kinds.editor import as_an_editor_reads

REAL = sorted(file for file in (ROOT / "cases").glob("*/*.yaml") if file.parent.name in NAMES)


@cache
def schema_of(root: Path, name: str) -> dict[str, Any]:
    return case_schema(programme_of(root, name))


def errors(root: Path, name: str, values: Any) -> list[str]:
    """What the schema of a programme says of a case, whichever draft the editor knows."""
    drafts = (Draft202012Validator, Draft7Validator)
    found = [list(draft(schema_of(root, name)).iter_errors(values)) for draft in drafts]
    assert [error.json_path for error in found[0]] == [error.json_path for error in found[1]]
    return [f"{error.json_path}: {error.message}" for error in found[0]]


@pytest.fixture(scope="module")
def complete(root: Path) -> dict[str, Any]:
    """A case of the programme that has everything, each key filled but the common file."""
    text, _ = filled(uncommented(commented_case(programme_of(root, EVERYTHING))))
    values = as_an_editor_reads(text)
    del values["commun"]
    return dict(values)


@pytest.fixture
def case(complete: dict[str, Any]) -> dict[str, Any]:
    """The same, to spoil."""
    return copy.deepcopy(complete)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(root: Path, name: str) -> None:
    schema = schema_of(root, name)
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


# What it takes


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_every_real_case_fits(file: Path) -> None:
    values = as_an_editor_reads(file.read_text("utf-8"))
    assert errors(ROOT, file.parent.name, values) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_commented_case_fits_before_and_after(root: Path, name: str) -> None:
    text = commented_case(programme_of(root, name))
    assert errors(root, name, as_an_editor_reads(text)) == []
    full, _ = filled(uncommented(text))
    assert errors(root, name, as_an_editor_reads(full)) == []


def test_a_complete_case_fits_without_common_file(root: Path, case: dict[str, Any]) -> None:
    assert errors(root, EVERYTHING, case) == []


def at(values: Any, path: str) -> tuple[Any, Any]:
    """What holds the last segment of a path, and this segment."""
    *way, last = (int(key) if key.isdigit() else key for key in path.split("."))
    for key in way:
        values = values[key]
    return values, last


PARTY = "parties.commune"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{PARTY}.siren", 219400223),
        (f"{PARTY}.siren", "219400223"),
        (f"{PARTY}.siege.code_postal", 1000),  # 01000, whose zero the editor has lost
        (f"{PARTY}.siege.code_postal", "01000"),
        (f"{PARTY}.siege.insee", "2A004"),
        (f"{PARTY}.nature", "État"),
        (f"{PARTY}.nature", "ÉTAT"),
        (f"{PARTY}.nature", " E\u0301tat "),
        (f"{PARTY}.signataire.nom", True),
        (f"{PARTY}.habilitation.numero", 25.5),
        (f"{PARTY}.habilitation.organe", "la régie municipale"),
        ("groupe.montant", 50000),
        ("groupe.montant", "50 000,50 EUROS"),
        ("groupe.part", 50),
        ("groupe.part", "12,5 pour cent"),
        ("groupe.date", "2026-1-5"),
        ("groupe.date", "1ER octobre 2026"),
        ("groupe.mois", "2026-12"),
        ("groupe.duree", "72h"),
        ("groupe.ouvert", True),
        ("groupe.ouvert", "Non"),
        ("groupe.programme", 2),
        ("groupe.programme", True),
        ("groupe.texte", 12),
        ("groupe", None),
        ("elements", None),
        ("elements.0", None),
        ("calendrier.etapes.0.duree_min", None),
        ("parties", None),
        (PARTY, None),
        ("compte.iban", "fr14 2004 1010 0505 0001 3m02 606"),
        ("compte.iban", "NO93 8601 1117 947"),
        ("compte.iban", "MT84MALT011000012345MTLCAST001S"),
    ],
)
def test_what_convgen_accepts_or_takes_for_a_gap_fits(
    root: Path, case: dict[str, Any], path: str, value: Any
) -> None:
    holder, key = at(case, path)
    holder[key] = value
    assert errors(root, EVERYTHING, case) == []


def test_a_role_is_held_by_one_party_or_several(root: Path, case: dict[str, Any]) -> None:
    party = case["parties"]["commune"]
    case["parties"]["commune"] = [party, party]
    assert errors(root, EVERYTHING, case) == []


# What it refuses


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("inconnu", 1),
        ("groupe.inconnu", 1),
        (f"{PARTY}.inconnu", 1),
        ("compte.rib", "x"),
        ("programme", "autre"),
        (f"{PARTY}.siren", "219 400 22"),
        (f"{PARTY}.siren", 2194002230),
        (f"{PARTY}.siege.code_postal", "9460"),
        (f"{PARTY}.nature", "mairie"),
        (f"{PARTY}.siege", "place Gabriel-Péri"),
        (f"{PARTY}.signataire.civilite", "M."),
        ("groupe.texte", ["Thématique"]),
        ("groupe.entier", "douze"),
        ("groupe.entier", 12.5),
        ("groupe.montant", "50.000"),
        ("groupe.montant", -1),
        ("groupe.part", 101),
        ("groupe.date", "19/11/25"),
        ("groupe.date", 2026),
        ("groupe.mois", "décembre"),
        ("groupe.duree", "30"),
        ("groupe.duree", 30),
        ("groupe.ouvert", "peut-être"),
        ("groupe.programme", 3),
        ("groupe.lots", "nord"),
        ("groupe.dates.0", "demain"),
        ("elements", {"un": "x"}),
        ("mode", "c"),
        ("compte.iban", "FR14"),
        ("compte.bic", "BNP"),
        ("parties", [1]),
    ],
)
def test_what_is_plainly_wrong_does_not_fit(
    root: Path, case: dict[str, Any], path: str, value: Any
) -> None:
    holder, key = at(case, path)
    holder[key] = value
    assert len(errors(root, EVERYTHING, case)) in (1, 2)  # one key may also be a choice too many


# What it demands


REQUIRED = (
    "programme", "parties", "groupe", "elements", "calendrier", PARTY, f"{PARTY}.siege",
    f"{PARTY}.siege.adresse", f"{PARTY}.habilitation.date", "groupe.texte", "groupe.programme",
    "terme", "groupe.lots",
)  # fmt: skip


@pytest.mark.parametrize("path", REQUIRED)
def test_a_key_that_is_missing(root: Path, case: dict[str, Any], path: str) -> None:
    holder, key = at(case, path)
    del holder[key]
    assert errors(root, EVERYTHING, case)


EITHER = "is not valid under any"  # of « siren » and « siret »


@pytest.mark.parametrize("told_by", ["siret", "rna"])
def test_a_siret_tells_the_siren(root: Path, case: dict[str, Any], told_by: str) -> None:
    party = case["parties"]["commune"]
    del party["siren"], party["siret"]
    assert any(EITHER in error for error in errors(root, EVERYTHING, case))
    party[told_by] = "219 400 223 00018"
    assert (errors(root, EVERYTHING, case) == []) is (told_by == "siret")


@pytest.mark.parametrize("path", REQUIRED)
def test_a_common_file_may_have_it(root: Path, case: dict[str, Any], path: str) -> None:
    holder, key = at(case, path)
    del holder[key]
    case["commun"] = "../_communs/x.yaml"
    assert errors(root, EVERYTHING, case) == []


@pytest.mark.parametrize("common", [False, True])
def test_an_element_of_a_list_is_whole(root: Path, case: dict[str, Any], common: bool) -> None:
    """The lists of a case replace those of its common file."""
    if common:
        case["commun"] = "../_communs/x.yaml"
    del case["calendrier"]["etapes"][0]["duree_min"]
    case["parties"]["commune"] = [{"nature": "commune"}]
    found = errors(root, EVERYTHING, case)
    assert any("'duree_min' is a required property" in error for error in found)
    assert any(error.startswith("$.parties.commune:") for error in found)


@pytest.mark.parametrize(
    ("nature", "needed"),
    [
        ("commune", {"siren", "siege", "habilitation"}),
        ("Établissement public", {"siren", "siege", "habilitation"}),
        ("association", {"siren", "siege"}),
        ("société", {"siren", "siege"}),
        ("État", set()),
        ("ÉTAT", set()),
        (None, {"siren", "siege", "habilitation"}),
    ],
)
def test_what_each_nature_needs(
    root: Path, case: dict[str, Any], nature: str | None, needed: set[str]
) -> None:
    party = case["parties"]["commune"]
    party["nature"] = nature
    for key in ("siren", "siret", "siege", "habilitation"):
        del party[key]
    found = errors(root, EVERYTHING, case)
    names = {error.split("'")[1] for error in found if "required" in error}
    assert names | ({"siren"} if any(EITHER in error for error in found) else set()) == needed


@pytest.mark.parametrize("common", [False, True])
def test_alternatives_exclude_each_other(root: Path, case: dict[str, Any], common: bool) -> None:
    if common:
        case["commun"] = "../_communs/x.yaml"
    case["duree"] = "12 mois"
    assert len(errors(root, EVERYTHING, case)) == 1
    del case["terme"]
    assert errors(root, EVERYTHING, case) == []
    case["mode"] = case["autre"]["mode"] = "a"
    assert len(errors(root, EVERYTHING, case)) == 3


# What it says


def test_titles_descriptions_and_examples_are_french(root: Path) -> None:
    schema = schema_of(root, EVERYTHING)
    siren = schema["$defs"]["partie"]["properties"]["siren"]
    assert siren["title"] == "Numéro SIREN"
    assert siren["description"] == (
        "Neuf chiffres. La clé peut être retirée pour : État. Il se déduit de « siret », si cette "
        "clé est donnée."
    )
    assert siren["examples"] == ["219 400 223"]
    assert siren["patternErrorMessage"] == "attendu : neuf chiffres, par exemple 219 400 223"
    text = schema["properties"]["groupe"]["properties"]["texte"]
    assert text["title"] == "Texte"
    assert text["description"] == "Texte. Sans article."
    assert text["examples"] == ["n° 1 : complément"]
    assert schema["properties"]["commun"]["title"] == "Fichier commun"
