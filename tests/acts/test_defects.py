"""The faults of the real act: each one is refused, reported, or can no longer be made."""

from __future__ import annotations

import re

import pytest

from convgen.diagnostics import Code, Severity
from convgen.model.document import RunKind
from convgen.model.state import State
from tests.acts.desk import CHOICE, CHOISY, COMMON, DATE, MODEL, PROGRAMME, Desk
from tests.acts.reading import Act, plain

THEME = ("  thematique: IA – Administration interne des collectivités\n", "  thematique:\n")


def faults_of(act: Act, code: Code) -> list[tuple[Severity, int, int, str]]:
    return [
        (fault.severity, fault.span.line, fault.span.column, plain(fault.message))
        for fault in act.assembled.diagnostics
        if fault.code is code
    ]


# « annexée à une délibération avec deux champs encore entre crochets »


@pytest.mark.parametrize("state", [State.FINAL, State.PROJECT])
def test_a_forgotten_theme_stops_the_act_even_as_a_project(desk: Desk, state: State) -> None:
    desk.complete()
    desk.edit(CHOISY, THEME)
    act = desk.act(state=state)
    assert [(e.code, (e.span.line, e.span.column)) for e in act.errors] == [
        (Code.GAP, desk.place(CHOISY, "thematique:"))
    ]
    assert not act.assembled.can_be_written(state)


def test_the_theme_is_typed_once_for_the_preamble_and_article_6(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, THEME)
    act = desk.act(state=State.DRAFT)
    gap = "« [à compléter : thématique de l’appel à candidatures] »"
    holders = [s.key for s in act.document.sections if gap in "\n".join(act.lines(s.key))]
    assert holders == ["preambule", "pilotage"]


def test_a_forgotten_reference_of_the_bureau_stops_a_final_act(desk: Desk) -> None:
    desk.edit(CHOISY, CHOICE)
    act = desk.act()
    assert [e.code for e in act.errors] == [Code.GAP]
    assert "date de l’acte d’habilitation de la Métropole" in act.errors[0].message


def test_a_bracket_of_the_model_is_not_a_value(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, (THEME[0], "  thematique: [Thématique]\n"))
    act = desk.act()
    assert [e.code for e in act.errors] == [Code.YAML_TRAP]
    assert not act.assembled.can_be_written(State.FINAL)


def test_a_quoted_bracket_of_the_model_is_not_a_value_either(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, (THEME[0], '  thematique: "[Thématique]"\n'))
    assert not desk.act().assembled.can_be_written(State.FINAL)


def test_a_name_may_hold_brackets(desk: Desk) -> None:
    desk.complete()
    name = "denomination: Ville de Choisy-le-Roi"
    desk.edit(CHOISY, (name, 'denomination: "Ville [X] {{ y }} de Choisy"'))
    act = desk.act()
    assert act.errors == []
    assert act.word_text.count("Ville [X] {{ y }} de Choisy") == 2


# « un champ à remplir à la signature est normal, un champ oublié ne l'est jamais »


def test_a_blank_to_fill_by_hand_is_not_a_gap(final: Act) -> None:
    open_runs = [
        run.kind
        for block in final.document.all_blocks()
        for run in block.all_runs()
        if run.kind in (RunKind.BLANK, RunKind.GAP)
    ]
    assert open_runs == [RunKind.BLANK] * 3


# « SIREN du bénéficiaire faux »


@pytest.mark.parametrize("typed", ["219401317", "219 401 317"])
def test_the_siren_of_the_real_act_is_refused(desk: Desk, typed: str) -> None:
    desk.complete()
    desk.edit(CHOISY, ("siren: 219 400 223", f"siren: {typed}  "))
    act = desk.act()
    (error,) = act.errors
    line, column = desk.place(CHOISY, f"siren: {typed}")
    assert error.code is Code.INVALID_VALUE
    assert (error.span.line, error.span.column) == (line, column + len("siren: "))
    assert error.span.end_column == error.span.column + len(typed)
    assert "numéro SIREN du Bénéficiaire" in error.message
    assert "clé de contrôle" in error.message
    assert not act.assembled.can_be_written(State.FINAL)


def test_a_siren_that_is_not_the_receipts_is_reported(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, ("siren: 219 400 223", "siren: 200 054 781"))
    messages = [fault[3] for fault in faults_of(desk.act(), Code.RECEIPT_MISMATCH)]
    assert any("219400223" in m and "200054781" in m for m in messages)


# « l'identifiant de l'accusé date l'acte du 26 novembre, la convention […] du 19 »


def test_the_receipt_that_gives_another_date_is_reported(desk: Desk) -> None:
    desk.complete()
    assert faults_of(desk.act(), Code.RECEIPT_MISMATCH) == [
        (
            Severity.WARNING,
            *desk.place(CHOISY, "accuse: "),
            "l’accusé date l’acte du 26 novembre 2025, l’habilitation est du 19 novembre 2025",
        )
    ]


def test_a_receipt_that_agrees_is_not_reported(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, ("-20251126-", "-20251119-"))
    assert faults_of(desk.act(), Code.RECEIPT_MISMATCH) == []


# « étapes de 11 à 13 mois […] et 12 mois annoncés »


def test_stages_longer_than_announced_are_reported(desk: Desk) -> None:
    desk.complete()
    assert faults_of(desk.act(), Code.SCHEDULE) == [
        (
            Severity.WARNING,
            *desk.place(CHOISY, "etapes: "),
            "les étapes peuvent durer 13 mois, pour 12 mois annoncés",
        )
    ]


def test_stages_that_end_after_the_term_are_reported(desk: Desk) -> None:
    desk.complete()
    desk.edit(CHOISY, ("debut_souhaite: décembre 2025", "debut_souhaite: janvier 2026"))
    messages = [fault[3] for fault in faults_of(desk.act(), Code.SCHEDULE)]
    assert any("janvier 2027" in m and "après le terme" in m for m in messages)


# « le Bénéficiaire et le bénéficiaire, ETP pour EPT, titre de l'article 8 »


@pytest.mark.parametrize("version", ["V", "R"])
def test_a_defined_term_has_one_spelling(acts: dict[str, Act], version: str) -> None:
    text = plain(acts[version].text)
    # The one lower-case use that French wants: what is being defined.
    text = text.replace("accueille l’expérimentation, ci-après « l’Expérimentation »", "")
    nouns = "métropole|bénéficiaire|prestataire|référent|programme|expérimentation"
    loose = re.findall(rf"(?:\b(?:le|la|du|au|les|des|aux) |l’)(?:{nouns}|parties)\b.*", text)
    named = ("le programme « ", "du programme « ")  # the title, and the definition itself
    assert [found for found in loose if not found.startswith(named)] == [
        "les parties prenantes de son territoire ;"
    ]


def test_a_designation_is_written_in_the_programme_alone(desk: Desk) -> None:
    desk.complete()
    desk.edit(
        PROGRAMME,
        ("beneficiaire: {designation: le Bénéficiaire}", "beneficiaire: {designation: la Ville}"),
    )
    text = plain(desk.act().text)
    assert "Bénéficiaire" not in text
    assert "La Ville est tenue d’être prête à démarrer l’Expérimentation" in text
    assert "Engagements de la Ville" in text
    assert "Pour la Ville," in text


@pytest.mark.parametrize("version", ["V", "R"])
def test_no_acronym_can_be_mistyped(acts: dict[str, Act], version: str) -> None:
    assert not re.search(r"\b(ETP|EPT)\b", acts[version].text)
    assert "communes et établissements publics territoriaux" in plain(acts[version].text)


def test_the_title_of_article_8_is_the_same_for_all(acts: dict[str, Act]) -> None:
    titles = {dict(act.headings())["partage-donnees"] for act in acts.values()}
    assert titles == {"Article 8 Partage des données"}


# « le choix à cocher n'est pas coché »


@pytest.mark.parametrize("typed", ["", "aucune", "redaction, instruction"])
def test_a_choice_without_one_answer_is_an_error(desk: Desk, typed: str) -> None:
    desk.edit(CHOISY, DATE, ("experimentation:   #", f"experimentation: {typed}   #"))
    act = desk.act()
    (error,) = act.errors
    assert error.code is (Code.INVALID_VALUE if typed else Code.GAP)
    assert error.span.line == desk.place(CHOISY, "experimentation:")[0]
    assert not act.assembled.can_be_written(State.FINAL)


def test_objectives_and_a_choice_exclude_each_other(desk: Desk) -> None:
    desk.complete()
    solution = "  objet: une intelligence artificielle qui"
    desk.edit(CHOISY, (solution, f"  objectifs: [classer]\n{solution}"))
    assert Code.EXCLUSIVE_KEYS in {e.code for e in desk.act().errors}


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
        return {run.text for run in runs if run.kind is RunKind.REFERENCE}

    assert "Article 12" in targets("calendrier")
    assert "Article 12" in targets("sanctions")
    assert {"Article 5", "Article 9"} <= targets("resiliation")


def test_the_references_follow_the_articles(desk: Desk) -> None:
    desk.complete()
    article = (
        "  - article: redevance\n    intitule: Exonération de redevance\n"
        "    clauses: [domaine-public/exoneration-redevance]\n"
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
    assert act.lines("resiliation")[1:] == before.lines("resiliation")[3:]


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


@pytest.mark.parametrize("version", ["V", "R"])
def test_a_party_is_agreed_with_one_word_throughout(acts: dict[str, Act], version: str) -> None:
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
        "à signer la présente convention par délibération du conseil municipal du "
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
