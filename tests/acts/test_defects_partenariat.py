"""The faults of the real act of Numérian: refused, reported, or made impossible."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from tests.acts.desk import NUMERIAN, NUMERIAN_COMPLETE, Desk
from tests.acts.facts_partenariat import LAST_BRICK, LAST_GROUP
from tests.acts.reading import Act, plain, signatures
from tests.acts.table import NUMERIAN as VERSION
from tests.acts.table import Version

PLAN = "templates/partenariat-innovation/programme.yaml"
USAGE = "clauses/confidentialite/usage-reserve.md"
SECRECY = "clauses/confidentialite/secret-professionnel.md"
LIABILITY = "clauses/responsabilite/donnees-numeriques.md"
CONCILIATION = "clauses/litiges/conciliation.md"

BOARD = "organe: le conseil d’exploitation de la régie"
SIGNING = "# signature : le lieu du partenaire"
OWN = "clauses_particulieres:\n  - ajoute: bilan\n    dans: duree\n    motif: essai\n    texte: |\n"


@pytest.fixture
def partnership(acts: dict[Version, Act]) -> Act:
    return acts[VERSION]


def changed(desk: Desk, *changes: tuple[str, str]) -> Act:
    """The completed act, after changes of the real case."""
    desk.complete_projects()
    desk.edit(NUMERIAN, *changes)
    return desk.act(NUMERIAN_COMPLETE)


def faults_of(act: Act) -> list[tuple[Code, tuple[int, int]]]:
    return [(f.code, (f.span.line, f.span.column)) for f in act.assembled.diagnostics]


def only_fault(desk: Desk, clause: str, *change: tuple[str, str]) -> Diagnostic:
    """What the check of the library tells, once a clause is spoilt."""
    desk.edit(clause, *change)
    (fault,) = faults_of_library(Library(desk.root))
    assert fault.span.file == desk.file(clause)
    return fault


def place_of(fault: Diagnostic) -> tuple[int, int]:
    return fault.span.line, fault.span.column


# « Nom du porteur écrit de trois façons »


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        (BOARD, "organe: le conseil d’exploitation de Numérien"),
        ("consortium: Publica IA", "consortium: Publica IA et Numérien"),
        ("agissant_par: sa régie autonome ", "agissant_par: la régie Numerian "),
    ],
)
def test_another_spelling_of_the_name_is_reported(desk: Desk, key: str, typed: str) -> None:
    act = changed(desk, (key, typed))
    assert faults_of(act) == [(Code.SPELLING, desk.place(NUMERIAN, typed))]
    (fault,) = act.assembled.diagnostics
    assert fault.severity is Severity.WARNING
    assert "« Numérian », nom d’une partie" in plain(fault.message)


def test_the_same_spelling_is_not(desk: Desk) -> None:
    assert faults_of(changed(desk, (BOARD, f"{BOARD} de Numérian"))) == []


def test_the_name_is_typed_once_for_the_whole_act(desk: Desk) -> None:
    act = changed(desk, ("denomination: Syndicat mixte Numérian", "denomination: Syndicat Orée"))
    assert act.errors == []
    assert "Numérian" not in act.word_text
    assert act.word_text.count("Syndicat Orée") == 2
    assert signatures(act)[0][1] == "Syndicat Orée"


# « de la Numérian » (accord cassé)


@pytest.mark.parametrize(
    ("typed", "way_out"),
    [
        ("la Numérian", "écrivez « Numérian »"),
        ("Régie autonome du Syndicat mixte Numérian", "nommez la personne morale dont elle relève"),
    ],
)
def test_a_name_is_that_of_the_legal_person(desk: Desk, typed: str, way_out: str) -> None:
    act = changed(desk, ("denomination: Syndicat mixte Numérian", f"denomination: {typed}"))
    place = desk.place(NUMERIAN, f"denomination: {typed}")
    assert faults_of(act) == [(Code.NOT_A_LEGAL_PERSON, place)]
    assert way_out in plain(act.assembled.diagnostics[0].help)


def test_the_designation_agrees_wherever_it_stands(desk: Desk, partnership: Act) -> None:
    assert not re.search(r"\b(?:la|de le|à le) Syndicat\b", plain(partnership.text))
    desk.complete_projects()
    title = ("intitule: Engagements du Syndicat", "intitule: Engagements de la Régie")
    desk.edit(PLAN, ("{designation: le Syndicat}", "{designation: la Régie}"), title)
    text = plain(desk.act(NUMERIAN_COMPLETE).text)
    assert not re.search(r"\b(?:le|du|au) (?:Syndicat(?! mixte)|Régie)\b", text)
    for said in (
        "La Régie a conclu un marché d’innovation",
        "Elle recourt à cette fin à l’innovation",
        "Elle n’en fait aucun usage étranger au partenariat",
        "Les membres du personnel de la Régie sont tenus",
    ):
        assert text.count(said) == 1


def test_a_designation_typed_in_a_clause_is_reported(desk: Desk) -> None:
    fault = only_fault(desk, USAGE, ("{{ porteur }} n'utilise", "Le Syndicat n'utilise"))
    assert (fault.code, place_of(fault)) == (
        Code.DESIGNATION_TYPED,
        desk.place(USAGE, "Le Syndicat n'utilise"),
    )
    assert "écrivez {{ porteur }}" in fault.help


# « le mot "DPD" employé sans avoir été défini, et pour désigner le porteur »


@pytest.mark.parametrize("code", [Code.UNKNOWN_VARIABLE, Code.UNDEFINED_TERM])
def test_a_word_unknown_or_never_defined_is_refused(desk: Desk, code: Code) -> None:
    known = "  la_solution: {designation: la Solution}\n"
    if code is Code.UNDEFINED_TERM:
        desk.edit(PLAN, (known, f"{known}  dpd: {{designation: le DPD}}\n"))
    fault = only_fault(desk, USAGE, ("{{ porteur }} n'utilise", "{{ dpd }} n'utilise"))
    line, column = desk.place(USAGE, "{{ dpd }}")
    assert (fault.code, place_of(fault)) == (code, (line, column + 3))
    desk.complete_projects()
    act = desk.act(NUMERIAN_COMPLETE)
    assert [error.code for error in act.errors] == [code]
    assert not act.assembled.can_be_written(State.FINAL)


def test_every_defined_term_has_one_spelling(partnership: Act) -> None:
    text = plain(partnership.text)
    assert not re.search(r"\bDP[DO]\b", text)
    # What is being defined.
    text = text.replace("le consortium Publica IA, ci-après « le Consortium »", "")
    nouns = "syndicat|partenaire|consortium|solution|parties"
    assert re.findall(rf"\b(?:le|la|du|au|les|des|aux) (?:{nouns})\b.*", text) == []


# « "à compter de cette première réunion" : aucune réunion n'a été prévue. Renvoi à rien »


def test_no_delay_runs_from_a_meeting(partnership: Act) -> None:
    text = plain(partnership.text)
    assert "réunion" not in text
    starts = re.findall(r"délai de [^.,]+, (à compter [^.,]+)", text)
    assert starts == ["à compter de l’envoi de cette lettre", "à compter du même envoi"]


NO_MEETING = 'la réunion prévue par {{ renvoi("reunion") }}'


def test_a_clause_that_refers_to_nothing_is_refused(desk: Desk) -> None:
    fault = only_fault(desk, CONCILIATION, ("l'envoi de cette lettre", NO_MEETING))
    assert fault.code is Code.UNKNOWN_REFERENCE
    assert fault.is_error
    assert fault.span.line == desk.place(CONCILIATION, "{{ renvoi")[0]


@pytest.mark.parametrize(
    ("start", "delay"),
    [
        (", à compter de l'envoi de cette lettre", "délai de {{ delai }}"),
        (", à compter du même envoi", "délai de {{ delai_accord }}"),
    ],
)
def test_a_delay_without_a_start_is_reported(desk: Desk, start: str, delay: str) -> None:
    fault = only_fault(desk, CONCILIATION, (start, ""))
    assert (fault.code, place_of(fault)) == (Code.DELAY, desk.place(CONCILIATION, delay))


# « "notamment :" suivi d'une liste qui finit par un point-virgule »


def test_a_list_that_ends_with_a_semicolon_is_reported(desk: Desk) -> None:
    fault = only_fault(desk, LIABILITY, ("sécurité raisonnables.", "sécurité raisonnables ;"))
    last = desk.place(LIABILITY, "3. du détournement")
    assert (fault.code, place_of(fault)) == (Code.LIST_END, last)


@pytest.mark.parametrize("shorter", [LAST_GROUP, LAST_BRICK])
def test_every_list_ends_with_a_full_stop_whatever_its_length(desk: Desk, shorter: str) -> None:
    act = changed(desk, (shorter, ""))
    assert act.errors == []
    lines = act.text.split("\n")
    points = re.compile(r"(?:–|\d+°) ")
    ends = [
        line for line, after in pairwise(lines) if points.match(line) and not points.match(after)
    ]
    assert len(ends) == 6
    assert all(line.endswith(".") for line in ends)


# The same three, in a text that the case brings.


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        (f"Le bilan suit {NO_MEETING}.", Code.UNKNOWN_REFERENCE, "reunion"),
        ("Le bilan a lieu dans un délai de 2 mois.", Code.DELAY, "délai de 2 mois"),
        ("Le bilan dit notamment :\n\n      - l'usage ;", Code.LIST_END, "- l'usage ;"),
    ],
)
def test_a_text_of_the_case_is_held_to_the_same(desk: Desk, text: str, code: Code, at: str) -> None:
    act = changed(desk, (SIGNING, f"{OWN}      {text}\n{SIGNING}"))
    (fault,) = act.assembled.diagnostics
    assert (fault.code, place_of(fault)) == (code, desk.place(NUMERIAN, at))


# « "quatre (4) groupes", "trois (3) communes" : un nombre […] d'une seule valeur »


@pytest.mark.parametrize(("typed", "said"), [("2", "deux"), ("4", "quatre"), ("12", "douze")])
def test_a_number_of_members_is_written_once(desk: Desk, typed: str, said: str) -> None:
    act = changed(desk, ("nombre: 3", f"nombre: {typed}"))
    assert f"– des communes, au nombre de {said} ;" in act.lines("preambule")


def test_a_number_typed_in_words_and_figures_is_refused(desk: Desk) -> None:
    act = changed(desk, ("nombre: 3", "nombre: trois (3)"))
    (error,) = act.errors
    line, column = desk.place(NUMERIAN, "nombre: trois (3)")
    place = (line, column + len("nombre: "))
    assert (error.code, place_of(error)) == (Code.INVALID_VALUE, place)
    assert not act.assembled.can_be_written(State.FINAL)


def test_the_number_of_groups_cannot_be_typed(desk: Desk) -> None:
    typed = "groupes_cibles_nombre: 4\n"
    act = changed(desk, ("\ngroupes_cibles:", f"\n{typed}groupes_cibles:"))
    assert faults_of(act) == [(Code.UNKNOWN_KEY, desk.place(NUMERIAN, typed))]
    assert not act.assembled.can_be_written(State.FINAL)


# « Des caractères d'un autre alphabet dans un nom de produit »


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("[Délibia]", "[D\u0435libia]", "cyrillique"),
        ("MyLegitech, Publica", "MyLegite\u0441h, Publica", "cyrillique"),
        ("nom: Actothèque", "nom: \u0391ctothèque", "grec"),
    ],
)
def test_a_sign_of_another_alphabet_is_reported(desk: Desk, old: str, new: str, sign: str) -> None:
    act = changed(desk, (old, new))
    (fault,) = act.assembled.diagnostics
    typed = desk.place(NUMERIAN, new)
    assert (fault.code, place_of(fault)[0]) == (Code.ALPHABET, typed[0])
    assert f"est un signe {sign}" in plain(fault.message)


# « RGPD, art. 38, invoqué pour tout le personnel, ne vise que le délégué »


def test_the_secrecy_of_the_officer_is_not_that_of_the_staff(desk: Desk, partnership: Act) -> None:
    assert "article 38" not in plain(partnership.text)
    wrong = "Ce secret résulte de l'article 38 du règlement (UE) 2016/679. "
    fault = only_fault(desk, SECRECY, ("La révélation de", f"{wrong}La révélation de"))
    line, column = desk.place(SECRECY, wrong)
    assert (fault.code, place_of(fault)) == (Code.STALE_REFERENCE, (line, column + 3))


# The fields of the model, « en "XXXXX" », are gaps, at their places.


@pytest.mark.parametrize(
    "typed", ["denomination: Commune de Valombre", "siret: 200 000 024 00014", "commune: Valombre"]
)
def test_a_field_of_the_model_left_as_it_was_stops_the_act(desk: Desk, typed: str) -> None:
    desk.complete_projects()
    blank = f"{typed.partition(':')[0]}: XXXXX"
    desk.edit(NUMERIAN_COMPLETE, (typed, blank))
    act = desk.act(NUMERIAN_COMPLETE)
    (error,) = act.errors
    assert (error.code, place_of(error)) == (Code.GAP, desk.place(NUMERIAN_COMPLETE, blank))
    assert not act.assembled.can_be_written(State.FINAL)
