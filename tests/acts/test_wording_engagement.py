"""The faults of wording of the real act of Choisy-le-Roi, which can no longer be made."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code
from convgen.model.document import RunKind
from convgen.model.state import State
from tests.acts import table
from tests.acts.desk import CHOISY, COMMON, MODEL, PROGRAMME, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import Version

each_version = pytest.mark.parametrize("version", [table.MODEL, table.CHOISY], ids=str)

# « le nom du programme a trois graphies »


def test_the_name_of_the_programme_is_typed_once(desk: Desk) -> None:
    desk.complete()
    desk.edit(COMMON, ("nom: ApproprIAtion métropolitaine", "nom: Appropriation métropolitaine"))
    act = desk.act()
    assert (
        re.findall(r"appropriation métropolitaine", plain(act.text), re.IGNORECASE)
        == ["Appropriation métropolitaine"] * 2
    )
    assert "ApproprIAtion" not in act.word_text + act.part("word/header1.xml")
    assert "Appropriation métropolitaine" in act.part("docProps/core.xml")


# « trois régimes de fin qui ne renvoient pas l'un à l'autre »


def test_the_three_ways_to_end_refer_to_each_other(final: Act) -> None:
    def targets(section: str) -> set[str]:
        (found,) = (s for s in final.document.sections if s.key == section)
        runs = [run for block in found.blocks for run in block.all_runs()]
        return {plain(run.text) for run in runs if run.kind is RunKind.REFERENCE}

    assert "Article 12" in targets("calendrier")
    assert "Article 12" in targets("sanctions")
    assert {"Article 5", "Article 9"} <= targets("resiliation")


def test_the_references_follow_the_articles(desk: Desk) -> None:
    desk.complete()
    article = (
        "  - article: redevance\n    intitule: Exonération de redevance\n"
        "    clauses: [financement/exoneration-redevance]\n"
    )
    desk.edit(PROGRAMME, (article, ""))
    act = desk.act()
    assert act.errors == []
    assert "dans les conditions de l’Article 11." in act.lines("sanctions")[-1]
    assert "prévus par l’Article 8 sont des manquements" in act.lines("resiliation")[-1]


def test_an_act_without_a_way_to_end_it_is_refused(desk: Desk) -> None:
    desk.complete()
    source = desk.file(PROGRAMME).read_text("utf-8")
    article = re.search(r"  - article: resiliation\n.*?(?=  - article: litiges)", source, re.DOTALL)
    assert article is not None
    desk.edit(PROGRAMME, (article[0], ""))
    assert {e.code for e in desk.act().errors} == {Code.UNKNOWN_REFERENCE}


def test_a_programme_may_open_termination_to_each_party(desk: Desk) -> None:
    desk.complete()
    before = desk.act()
    desk.edit(PROGRAMME, ("      - resiliation/unilaterale\n", "      - resiliation/bilaterale\n"))
    act = desk.act()
    assert act.errors == []
    assert act.lines("resiliation")[0] == (
        "Chacune des Parties peut résilier la présente convention en cas de manquement d’une "
        "autre à ses obligations."
    )
    assert act.lines("resiliation")[1:] == before.lines("resiliation")[1:]


# « règlement de communication cité, non annexé ; intitulé du RGPD inexact ; « elle » »


def test_the_rules_that_are_cited_are_handed_over(final: Act) -> None:
    (line,) = (t for t in final.lines("engagements") if "règlement" in t)
    assert line.endswith("document non annexé que la Métropole lui remet.")


def test_the_regulation_has_its_exact_title(final: Act) -> None:
    assert (
        "règlement (UE) 2016/679 du Parlement européen et du Conseil du 27 avril 2016 relatif à la "
        "protection des personnes physiques à l’égard du traitement des données à caractère "
        "personnel et à la libre circulation de ces données"
    ) in plain(final.text)


def test_pronouns_and_participles_come_from_the_party(desk: Desk) -> None:
    desk.complete()
    desk.edit(
        PROGRAMME,
        ("porteur: {designation: la Métropole}", "porteur: {designation: le Département}"),
    )
    text = plain(desk.act().text)
    assert "des modalités qu’il fixe seul." in text
    assert "Il en favorise l’appropriation" in text
    assert "lorsqu’il décide d’en interrompre l’exécution" in text
    assert re.findall(r"\b[Ee]lle \S+ \S+", text) == ["Elle s’achève le", "Elle se déroule"]


# « accords mêlés (« identifiée », « désigné ») »


@each_version
def test_a_party_is_agreed_with_one_word_throughout(
    acts: dict[Version, Act], version: Version
) -> None:
    text = "\n".join(acts[version].lines("comparution"))
    assert text.count("personne morale de droit") == 2
    agreed = re.findall(r"\b(?:identifi|représent|dénomm|désign)é\w*", text)
    assert agreed == ["identifiée", "représentée", "dénommée"] * 2


@pytest.mark.parametrize(
    ("civility", "office"), [("Madame", "maire"), ("Madame", "présidente"), ("Monsieur", "maire")]
)
def test_nothing_else_agrees_with_the_person_who_signs(
    desk: Desk, civility: str, office: str
) -> None:
    desk.complete()
    desk.edit(
        CHOISY,
        ("civilite: Monsieur", f"civilite: {civility}"),
        ("qualite: maire", f"qualite: {office}"),
    )
    line = desk.act().lines("comparution")[5]
    assert line.startswith(
        f"représentée par {civility} Tonino Panetta, {office} en exercice, ayant reçu habilitation "
        "à signer le présent acte par délibération du conseil municipal du "
    )


def test_an_empty_optional_key_is_shown(desk: Desk) -> None:
    """A key of the model that nobody filled in never vanishes; without it, the act says less."""
    assert "date butoir de mise en place" in {
        gap.partition(" : ")[2].rstrip("]")
        for gap in desk.act(MODEL, State.DRAFT).text_in_style("Lacune")
    }
    desk.complete()
    assert "n’est pas achevée" not in desk.act().text
    desk.edit(
        CHOISY,
        ("  bilan_avant: 31/12/2026", "  bilan_avant: 31/12/2026\n  mise_en_place_avant: 1/6/2026"),
    )
    assert "et n’est pas achevée avant le 1er juin 2026, la période" in plain(desk.act().text)


def test_a_share_is_not_above_its_most(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, ("part_max: 60 %", "part_max: 40 %"))
    (error,) = desk.act().errors
    assert error.code == "CG309"
    assert "part_max" in error.message
