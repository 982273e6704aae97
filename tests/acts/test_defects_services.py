"""The faults of the real act of the syndicat mixte: refused, reported, or made impossible."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from tests.acts import table
from tests.acts.desk import S2MIA, S2MIA_COMPLETE, Desk
from tests.acts.reading import Act, plain, signatures
from tests.acts.table import Version

PROGRAMME = "templates/mise-a-disposition-services/programme.yaml"
SECURITY = "clauses/confidentialite/mesures-de-securite.md"
SANCTIONS, TEXTS = "clauses/confidentialite/sanctions-penales.md", "clauses/rgpd/textes.md"
PROVIDERS = "clauses/confidentialite/prestataires.md"
OFFICE = "      qualite: vice-président "
REWRITTEN = (
    "clauses_particulieres:\n  - remplace: confidentialite/mesures-de-securite\n"
    "    motif: reprise de l’acte précédent\n    texte: |\n      {{ debiteur }} protège les "
    "informations {{ titulaire.de }}, conformément"
)


@pytest.fixture
def means(acts: dict[Version, Act]) -> Act:
    """The act, completed."""
    return acts[table.S2MIA]


def place(fault: Diagnostic) -> tuple[Code, tuple[int, int]]:
    return fault.code, (fault.span.line, fault.span.column)


def refused(desk: Desk) -> list[tuple[Code, tuple[int, int]]]:
    """The errors of the act, each at its place: it cannot be signed."""
    act = desk.act(S2MIA_COMPLETE)
    assert not act.assembled.can_be_written(State.FINAL)
    return [place(error) for error in act.errors]


def reported(desk: Desk) -> list[Diagnostic]:
    return faults_of_library(Library(desk.root))


def test_the_completed_case_has_no_fault(means: Act) -> None:
    assert means.assembled.diagnostics == []


# « Le même signataire a deux qualités différentes en tête et en bas »


def test_the_office_is_typed_once_for_both_places(ready: Desk, means: Act) -> None:
    assert "Jean Leonetti, vice-président en exercice," in "\n".join(means.lines("comparution"))
    assert signatures(means)[1][3] == "Monsieur Jean Leonetti, vice-président"
    ready.edit(S2MIA, (OFFICE, "      qualite: premier vice-président "))
    act = ready.act(S2MIA_COMPLETE)
    assert plain(act.text).count("Jean Leonetti, premier vice-président") == 2
    assert "Leonetti, vice-président" not in plain(act.text)


def test_a_second_office_under_the_first_is_refused(ready: Desk) -> None:
    ready.edit(S2MIA, (OFFICE, f"      qualite: premier vice-président\n{OFFICE}"))
    line, column = ready.place(S2MIA, OFFICE)
    assert refused(ready) == [(Code.DUPLICATE_KEY, (line, column + 6))]


def test_a_second_office_at_the_signature_is_refused(ready: Desk) -> None:
    ready.add(S2MIA, "  qualite: premier vice-président\n")
    where = ready.place(S2MIA, "qualite: premier vice-président")
    assert refused(ready) == [(Code.UNKNOWN_KEY, where)]


def test_a_vice_president_signs_by_a_delegation_that_is_cited(ready: Desk, means: Act) -> None:
    assert signatures(means)[1][2] == "Pour le président et par délégation,"
    typed = "    signataire:\n      delegation: {acte: arrêté, date: 05/01/2024}\n"
    ready.edit(S2MIA_COMPLETE, (typed, ""))
    ready.edit(S2MIA, ("      delegation:              # arrêté", "      # arrêté"))
    assert refused(ready) == [(Code.DEPUTY, ready.place(S2MIA, OFFICE.strip()))]


# « Loi de 1978 : articles 34 et 35 […] ; code pénal "226-5" » ; « "loi 11°78-17" »

STALE = {
    "loi de 1978": (
        SECURITY,
        "l'article 32 du règlement (UE) 2016/679 du 27 avril 2016",
        "la loi n° 78-17 du 6 janvier 1978 modifiée, articles 34 et 35,",
        "loi n° 78-17 du 6 janvier 1978 modifiée, articles 34",
        "changé de numéro le 1er juin 2019",
    ),
    "code pénal": (SANCTIONS, "226-17 et 226-22", "226-17 et 226-5", "226-5", "que la tentative"),
    "caractères": (TEXTS, "loi n° 78-17", "loi 11°78-17", "11°78-17", "caractères mal reconnus"),
}


@pytest.mark.parametrize("defect", STALE)
def test_a_stale_reference_is_reported_in_a_clause(ready: Desk, defect: str) -> None:
    clause, good, bad, shown, why = STALE[defect]
    assert reported(ready) == []
    ready.edit(clause, (f" {good}", f" {bad}"))
    (fault,) = reported(ready)
    assert fault.severity is Severity.WARNING
    assert fault.span.file == ready.file(clause)
    source = ready.file(clause).read_text("utf-8")
    body = source.index("---\n", 4)
    before = source[: source.index(shown, body)]
    where = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert place(fault) == (Code.STALE_REFERENCE, where)
    assert fault.span.end_column == fault.span.column + len(shown)
    assert why in plain(fault.message)


@pytest.mark.parametrize(
    ("bad", "shown"),
    [
        ("aux articles 34 et 35 de la loi n° 78-17 du 6 janvier 1978", "articles 34"),
        ("à la loi 11°78-17 du 6 janvier 1978", "11°78-17"),
        ("à l’article 226-5 du code pénal", "226-5"),
    ],
)
def test_a_stale_reference_is_reported_in_a_text_of_the_case(
    ready: Desk, bad: str, shown: str
) -> None:
    ready.add(S2MIA, f"{REWRITTEN} {bad}.\n")
    act = ready.act(S2MIA_COMPLETE)
    assert [place(fault) for fault in act.assembled.diagnostics] == [
        (Code.STALE_REFERENCE, ready.place(S2MIA, shown))
    ]
    assert act.assembled.diagnostics[0].span.file == ready.file(S2MIA)


def test_the_act_cites_the_law_in_force(means: Act) -> None:
    text = plain(means.text)
    assert re.findall(r"loi \S+ ?78-17", text) == ["loi n° 78-17"]
    assert not re.search(r"articles? 3[45] (?:et 35 )?de la loi|226-5\b|11°", text)
    assert re.findall(r"articles (226-\d+) et (226-\d+) du code pénal", text) == [
        ("226-13", "226-14"),
        ("226-17", "226-22"),
    ]


# « "cocontractant", "titulaire", "partenaire", "signataire" désignent la même partie »


def test_a_party_has_one_name(means: Act) -> None:
    text = plain(means.word_text)
    assert not re.search(r"cocontractant|titulaire|partenaires?\b|signataire|S2MIA", text, re.I)
    called = re.findall(r"dénommée « (.+?) »", text)
    assert called == ["le Département", "le Syndicat mixte"]


def test_its_name_is_written_in_the_programme_alone(ready: Desk) -> None:
    ready.edit(PROGRAMME, ("{designation: le Syndicat mixte}", "{designation: le Partenaire}"))
    text = plain(ready.act(S2MIA_COMPLETE).text)
    for other in (
        *["Syndicat mixte de la Maison", "vote du budget du Syndicat mixte"],
        "sur demande du Syndicat mixte",  # the case’s own words: when each instalment is due
    ):
        text = text.replace(other, "")
    assert "Syndicat mixte" not in text
    assert "Le Partenaire impose à ses prestataires" in text
    assert "les obligations du Département et du Partenaire" in text


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("{{ cocontractant }}", Code.UNKNOWN_VARIABLE),
        ("{{ le_titulaire }}", Code.UNDEFINED_TERM),
        ("Le Syndicat mixte", Code.DESIGNATION_TYPED),
    ],
)
def test_a_second_name_in_a_clause_is_told(ready: Desk, name: str, code: Code) -> None:
    ready.edit(PROVIDERS, ("{{ debiteur }} impose", f"{name} impose"))
    if code is Code.UNDEFINED_TERM:
        term = "  le_titulaire: {designation: le Titulaire}\n"
        ready.edit(PROGRAMME, ("  le_site: {", f"{term}  le_site: {{"))
    (fault,) = reported(ready)
    line, column = ready.place(PROVIDERS, name)
    assert fault.span.file == ready.file(PROVIDERS)
    assert place(fault) == (code, (line, column + 3 * name.startswith("{")))
    assert not fault.is_error or refused(ready) == [place(fault)]


# « Délibérations sans date : normal dans le projet […], jamais dans l'acte à signer »


def test_deliberations_without_a_date_are_those_of_a_project(ready: Desk) -> None:
    ready.edit(
        S2MIA_COMPLETE,
        ("      date: 15/12/2023\n", "      date:\n"),
        ("habilitation: {date: 08/01/2024}", "habilitation: {date: }"),
    )
    assert refused(ready) == [
        (Code.GAP, ready.place(S2MIA_COMPLETE, "date:\n")),
        (Code.GAP, ready.place(S2MIA_COMPLETE, "date: }")),
    ]
    project = ready.act(S2MIA_COMPLETE, State.PROJECT)
    assert project.errors == []
    assert project.assembled.can_be_written(State.PROJECT)
    opening, rule = plain("\n".join(project.lines("comparution"))), "_" * 24
    assert f"par délibération de la commission permanente du {rule}, sur" in opening
    assert f"par délibération du comité syndical du {rule}," in opening


def test_what_the_sources_do_not_give_stops_the_real_case(desk: Desk) -> None:
    act = desk.act(S2MIA)
    assert {error.code for error in act.errors} == {Code.GAP}
    source = desk.file(S2MIA).read_text("utf-8").splitlines()
    empty = [source[error.span.line - 1].split("#")[0].strip() for error in act.errors]
    assert empty == [
        *["date:", "delegation:", "siren:", "code_postal:", "delegation:", "date:"],
        *["traitements:", "delegue:"],
    ]


# What the sums, the prices and the equipment may not be.


@pytest.mark.parametrize(
    ("typed", "said"),
    [("40 %", "font 90 % : il manque 10 %"), ("60 %", "font 110 % : il y a en trop 10 %")],
)
def test_instalments_make_the_whole(ready: Desk, typed: str, said: str) -> None:
    second = "\n    echeance: au second"
    ready.edit(S2MIA, (f"50 %{second}", f"{typed}{second}"))
    assert refused(ready) == [(Code.INSTALMENTS, ready.place(S2MIA, "versements:"))]
    assert said in plain(ready.act(S2MIA_COMPLETE).errors[0].message)


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_total_typed_by_hand_is_refused(ready: Desk, indent: str) -> None:
    price = "    prix: 256,32 €\n"
    ready.edit(S2MIA, (price, f"{price}{indent}total: 928,16 €\n"))
    assert refused(ready) == [(Code.UNKNOWN_KEY, ready.place(S2MIA, "total: 928"))]


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("quantite: ", "40\n", "-1\n"),
        ("quantite: ", "40\n", "0\n"),
        ("prix: ", "404 €", "-404 €"),
        ("effectif: ", "12\n", "-12\n"),
    ],
)
def test_a_negative_number_is_refused(ready: Desk, key: str, good: str, bad: str) -> None:
    ready.add(S2MIA, "effectif: 12\n")
    ready.edit(S2MIA, (f"{key}{good}", f"{key}{bad}"))
    line, column = ready.place(S2MIA, f"{key}{bad}")
    assert refused(ready) == [(Code.INVALID_VALUE, (line, column + len(key)))]


def test_a_period_that_ends_before_it_starts_is_refused(ready: Desk) -> None:
    ready.edit(S2MIA, ("fin: décembre 2023", "fin: décembre 2019"))
    assert refused(ready) == [(Code.RANGE, ready.place(S2MIA, "fin: décembre 2019"))]
