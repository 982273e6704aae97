"""What the two real programmes let a case leave out, and what holds between its parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Span
from convgen.library.store import Library
from convgen.logic.domains import Domains
from convgen.logic.formula import ABSENT, FALSE, OTHER, TRUE, Formula, Is, both, either, no
from convgen.logic.solving import counter_example, solve
from convgen.model.party import NATURES

ROOT = Path(__file__).parents[2]


def domains_of(name: str) -> Domains:
    programme, faults = Library(ROOT).programme(name, Span(ROOT))
    assert programme is not None, faults
    return Domains(programme)


@pytest.fixture(scope="module")
def engagement() -> Domains:
    return domains_of("engagement-programme")


@pytest.fixture(scope="module")
def subvention() -> Domains:
    return domains_of("subvention-poste")


def follows(premise: Formula, conclusion: Formula, domains: Domains) -> bool:
    """Does what is concluded hold whenever what is assumed does?"""
    return counter_example(premise, conclusion, domains) is None


@pytest.mark.parametrize(
    "path",
    [
        "terme",
        "calendrier.duree",
        "calendrier.etapes",
        "dispositif.nom",
        "dispositif.phases",
        "cas_usage[].intitule",
        "porteur",
        "porteur.nom",
        "porteur.nature",
        "porteur.signataire.qualite",
        "porteur.signe_le",
        "signature.lieu",
        "le_programme.de",
        "parties",
    ],
)
def test_what_is_always_there(engagement: Domains, path: str) -> None:
    assert follows(TRUE, engagement.present(path), engagement)


@pytest.mark.parametrize(
    "path",
    [
        "reference",
        "lieu_execution",
        "calendrier.mise_en_place_avant",
        "calendrier.etapes[].duree_max",
        "dispositif.parcours",
        "formation",
        "cas_usage",
        "cas_usage[].part_max",
        "solution.objectifs",
        "experimentation",
        "porteur.siren",
        "porteur.insee",
        "porteur.signataire.delegation",
        "porteur.habilitation.numero",
    ],
)
def test_what_may_be_left_out(engagement: Domains, path: str) -> None:
    assert not follows(TRUE, engagement.present(path), engagement)
    assert solve(engagement.present(path), engagement) is not None


def test_a_group_that_is_there_has_what_it_must(engagement: Domains) -> None:
    group, part = engagement.present("formation"), engagement.present("formation.duree")
    assert follows(group, part, engagement)
    assert follows(part, group, engagement)
    optional = engagement.present("calendrier.mise_en_place_avant")
    assert not follows(engagement.present("calendrier"), optional, engagement)


def test_one_alternative_and_one_only(engagement: Domains) -> None:
    objectives, choice = (engagement.true(p) for p in ("solution.objectifs", "experimentation"))
    assert follows(TRUE, either(objectives, choice), engagement)
    assert solve(both(objectives, choice), engagement) is None
    assert follows(no(objectives), choice, engagement)
    assert follows(engagement.equal("experimentation", "redaction"), no(objectives), engagement)
    assert not follows(choice, engagement.equal("experimentation", "redaction"), engagement)


@pytest.mark.parametrize("nature", NATURES)
def test_the_nature_of_a_party_says_what_it_has(engagement: Domains, nature: str) -> None:
    of_that_nature = engagement.equal("beneficiaire.nature", nature)
    private = nature in {"association", "fondation", "société"}
    for part, always in (
        ("siren", nature != "État"),
        ("siege", nature != "État"),
        ("habilitation", nature != "État" and not private),
        ("habilitation.organe", nature != "État" and not private),
        ("insee", False),
    ):
        present = engagement.present(f"beneficiaire.{part}")
        assert follows(of_that_nature, present, engagement) is always, part
        another = engagement.present(f"porteur.{part}")
        assert not follows(of_that_nature, another, engagement), part


def test_values_that_make_a_difference(engagement: Domains, subvention: Domains) -> None:
    assert engagement.values("experimentation", ("redaction",)) == (
        "redaction",
        "instruction",
        ABSENT,
    )
    assert engagement.values("pilotage.rencontres", ()) == ("ateliers", "réunions")
    assert engagement.values("cas_usage[].environ", ("oui",)) == ("oui", "non", ABSENT)
    assert engagement.values("tribunal", ("Nice",)) == (OTHER, "Nice")
    assert engagement.values("reference", ("x", ABSENT)) == (OTHER, ABSENT, "x")
    assert engagement.values("signature.lieu", ()) == (OTHER, ABSENT)
    assert engagement.values("?loop.first", ("oui",)) == ("oui", "non")
    assert subvention.values("montant", ("3",)) == (OTHER, "3")


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("montant", "50000,50", "50000.5"),
        ("montant", "100", "100"),
        ("poste.heures", "035", "35"),
        ("tribunal", "Nice", "Nice"),
        ("beneficiaire.nom", "Département", "Département"),
        ("beneficiaire.nature", "État", "État"),
        ("beneficiaire.siege.commune", "Nice", "Nice"),
        ("montant", "cent", ""),
        ("montant", "-3", ""),
        ("tribunal", "", ""),
        ("duree", "1 an", ""),
        ("couvre", "x", ""),
        ("poste", "x", ""),
        ("beneficiaire", "le Département", ""),
        ("la_subvention", "la Subvention", ""),
        ("beneficiaire.habilitation.organe", "conseil", ""),
    ],
)
def test_what_a_literal_is_compared_to(
    subvention: Domains, path: str, text: str, value: str
) -> None:
    expected = both(subvention.present(path), Is(path, value)) if value else FALSE
    assert subvention.equal(path, text) == expected


def test_yes_and_no(engagement: Domains) -> None:
    path = "cas_usage[].environ"
    yes, other = engagement.equal(path, "oui"), engagement.equal(path, "non")
    assert follows(engagement.true(path), yes, engagement)
    assert follows(yes, engagement.true(path), engagement)
    assert solve(both(yes, other), engagement) is None
    assert not follows(engagement.present(path), yes, engagement)


def test_a_list_has_a_number_of_elements(engagement: Domains) -> None:
    one, two = (engagement.counts("cas_usage", text) for text in ("1", "2"))
    assert solve(both(one, two), engagement) is None
    assert follows(one, engagement.present("cas_usage"), engagement)
    assert not follows(engagement.present("cas_usage"), either(one, two), engagement)


def test_a_blank_is_left_to_fill_by_hand(subvention: Domains) -> None:
    assert solve(subvention.blank("signature.lieu"), subvention) == {"signature.lieu": ABSENT}
    assert solve(subvention.blank("financeur.signe_le"), subvention) == {
        "financeur.signe_le": ABSENT,
        "signature.date": ABSENT,
    }
    assert subvention.blank("reference") == FALSE
