"""A case made to order: what is asked stands, what goes with it follows, all else is complete."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from convgen.coverage.building import PRESENT, Setting
from convgen.coverage.sample_writing import write_sample
from convgen.coverage.samples import Sample, variant
from convgen.faults.diagnostic import Code
from convgen.model.state import State
from convgen.pipeline import assemble_case
from convgen.yaml.nodes import plain
from convgen.yaml.source import read_source
from tests.authoring.programmes import EVERYTHING
from tests.coverage.made import at, held, library, programme, samples
from tests.coverage.programmes import TWISTED

GRANT, ENGAGEMENT = "subvention-poste", "engagement-programme"
Settings = Mapping[str, Setting]


def made(root: Path, name: str, settings: Settings) -> Sample:
    sample = variant(programme(root, name), settings)
    assert sample is not None
    return sample


HELD: list[tuple[str, Settings, Mapping[str, list[str]]]] = [
    (ENGAGEMENT, {"experimentation": "instruction"}, {"experimentation": ["instruction"]}),
    (ENGAGEMENT, {"experimentation": PRESENT}, {"solution.objectifs": []}),
    (ENGAGEMENT, {"experimentation": None}, {"experimentation": []}),
    (ENGAGEMENT, {"calendrier.mise_en_place_avant": None}, {"calendrier.mise_en_place_avant": []}),
    (ENGAGEMENT, {"formation": None}, {"formation": [], "formation.duree": []}),
    (ENGAGEMENT, {"cas_usage": 2}, {"cas_usage[].environ": ["oui", "oui"]}),
    (ENGAGEMENT, {"cas_usage": 0}, {"cas_usage": []}),
    (ENGAGEMENT, {"calendrier.etapes": 5}, {"calendrier.etapes[].duree_max": ["2 mois"] * 5}),
    (ENGAGEMENT, {"cas_usage[].part_max": None, "cas_usage": 1}, {"cas_usage[].part_max": []}),
    (ENGAGEMENT, {"cas_usage[].environ": "non"}, {"cas_usage[].environ": ["non"] * 3}),
    (ENGAGEMENT, {"cas_usage[].part_min": "84.5"}, {"cas_usage[].part_max": ["84,5"] * 3}),
    (ENGAGEMENT, {"dispositif.phases[]": "a"}, {"dispositif.phases[]": ["a"] * 3}),
    (ENGAGEMENT, {"porteur.nature": "région"}, {"parties.porteur.nature": ["région"]}),
    (ENGAGEMENT, {"porteur.nom": "Ici"}, {"parties.porteur.denomination": ["Ici"]}),
    (ENGAGEMENT, {"porteur.signe_le": None}, {"parties.porteur.signe_le": []}),
    (ENGAGEMENT, {"porteur.siege": None}, {"parties.porteur.nature": ["État"]}),
    (ENGAGEMENT, {"porteur.habilitation": None}, {"parties.porteur.nature": ["État"]}),
    (GRANT, {"financeur.siren": None}, {"parties.financeur.nature": ["État"]}),
    (GRANT, {"compte.iban": "NO93 8601 1117 947"}, {"compte.bic": ["ABCDNO2X"]}),
    (EVERYTHING, {"autre.mode": PRESENT}, {"groupe.lots": [], "mode": []}),
    (EVERYTHING, {"groupe.lots": None, "mode": None}, {"autre.mode": ["autre mode"]}),
    (EVERYTHING, {"autre": None, "groupe.lots": None}, {"mode": ["a"]}),
    (EVERYTHING, {"facultatif.un": None}, {"facultatif.un": [], "facultatif.deux": ["deux"]}),
    (TWISTED, {"b": "non"}, {"seul": [], "c": []}),
    (TWISTED, {"seul": None}, {"b": ["oui"]}),
    (TWISTED, {"communes": 3}, {"parties.communes.signe_le": ["15/12/2025"] * 3}),
    (TWISTED, {"ecart.jours_max": "7"}, {"ecart.jours_min": ["7"]}),
    (TWISTED, {"lots[].jours[].jour": PRESENT}, {"lots[].jours[].jour": ["31/12/2026"] * 9}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "settings", "expected"), HELD, ids=str)
def test_what_is_asked_stands_in_a_case_that_can_be_signed(
    root: Path, tmp_path: Path, name: str, settings: Settings, expected: Mapping[str, list[str]]
) -> None:
    sample = made(root, name, settings)
    assert {place: at(sample.data, place) for place in expected} == expected
    act = assemble_case(write_sample(sample, tmp_path), State.FINAL, library(root))
    assert [fault for fault in act.diagnostics if fault.code is not Code.LOST_VALUE] == []


def test_nothing_asked_is_the_complete_case(root: Path) -> None:
    sample = made(root, ENGAGEMENT, {})
    assert sample.data == samples(root, ENGAGEMENT)["complete"].data
    assert (sample.name, sample.about) == ("variante", "tout est renseigné")


def test_it_tells_what_was_asked(root: Path) -> None:
    settings = {"formation": None, "cas_usage": 2, "reference": PRESENT, "porteur.nom": "Ici"}
    about = "formation : absent ; cas_usage : 2 ; reference : présent ; porteur.nom : Ici"
    assert made(root, ENGAGEMENT, settings).about == about


def test_all_else_is_complete(root: Path) -> None:
    settings = {"calendrier.mise_en_place_avant": None, "cas_usage": 1}
    whole, most = (
        {place for place, _ in held(made(root, ENGAGEMENT, wanted).data)}
        for wanted in ({}, settings)
    )
    assert whole - most == {"calendrier.mise_en_place_avant"}


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        (ENGAGEMENT, {"terme": None}),  # required
        (ENGAGEMENT, {"calendrier.etapes": 0}),
        (ENGAGEMENT, {"formation": PRESENT, "formation.duree": None}),
        (ENGAGEMENT, {"experimentation": PRESENT, "solution.objectifs": 2}),  # one of them
        (ENGAGEMENT, {"experimentation": None, "solution.objectifs": None}),
        (ENGAGEMENT, {"porteur": 2}),  # one party only
        (ENGAGEMENT, {"porteur.signataire": None}),
        (ENGAGEMENT, {"porteur.nature": "commune", "porteur.siege": None}),
        (EVERYTHING, {"facultatif.un": None, "facultatif.deux": None}),  # nothing left in it
        (TWISTED, {"seul.a": PRESENT, "b": "oui"}),
        (TWISTED, {"lots[].jours": PRESENT, "lots[].jours[].jour": None}),
    ],
    ids=str,
)
def test_no_case_is_made_of_what_excludes_itself(root: Path, name: str, settings: Settings) -> None:
    assert variant(programme(root, name), settings) is None


@pytest.mark.parametrize("path", ["inconnu", "porteur.inconnu", "prise_effet", "cas_usage.environ"])
def test_an_unknown_path(root: Path, path: str) -> None:
    with pytest.raises(KeyError, match=path):
        variant(programme(root, ENGAGEMENT), {path: PRESENT})


TEXTS = [
    *("n° 1 : complément", "- a", "n° #12", "#", "'", '"', "\\", "a\u00a0b\u202fc", " a ", "~"),
    *("null", "oui", "[a]", "{a: b}", "a: b", "a:", "? a", "| a", "%", "@", "`", "*a", "&a", "!a"),
    *("« a »", 'l\'un dit "deux" \\n', "---", "...", "שלום", "e\u0301", "<<", "a  b"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_is_written_as_it_is(root: Path, tmp_path: Path, text: str) -> None:
    settings = {"reference": text, "dispositif.demarche[]": text, "cas_usage[].intitule": text}
    sample = made(root, ENGAGEMENT, settings)
    source, faults = read_source(write_sample(sample, tmp_path))
    assert source is not None
    assert (plain(source.root), faults) == (sample.data, [])
    assert at(plain(source.root), "dispositif.demarche[]") == [text] * 3


def test_files_are_those_that_a_sample_names(root: Path, tmp_path: Path) -> None:
    with_both = made(root, GRANT, {})
    write_sample(with_both, tmp_path / "a" / "b")
    names = {file.name for file in (tmp_path / "a" / "b").iterdir()}
    assert names == {"variante.yaml", "image.png", "texte.md"}
    write_sample(made(root, ENGAGEMENT, {}), tmp_path / "c")
    assert {file.name for file in (tmp_path / "c").iterdir()} == {"variante.yaml"}
