"""The faults of the real act of Choisy-le-Roi: refused, reported, or made impossible."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code, Severity
from convgen.model.document import RunKind
from convgen.model.state import State
from tests.acts import table
from tests.acts.desk import CHOICE, CHOISY, DATE, PROGRAMME, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import Version

each_version = pytest.mark.parametrize("version", [table.MODEL, table.CHOISY], ids=str)

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
    assert any("219 400 223" in m and "200 054 781" in m for m in messages)


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


@each_version
def test_a_defined_term_has_one_spelling(acts: dict[Version, Act], version: Version) -> None:
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


@each_version
def test_no_acronym_can_be_mistyped(acts: dict[Version, Act], version: Version) -> None:
    assert not re.search(r"\b(ETP|EPT)\b", acts[version].text)
    assert "communes et établissements publics territoriaux" in plain(acts[version].text)


def test_the_title_of_article_8_is_the_same_for_all(final: Act, model: Act) -> None:
    titles = {dict(act.headings())["partage-donnees"] for act in (final, model)}
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
