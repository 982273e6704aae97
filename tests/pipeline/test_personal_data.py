"""Personal data: what the qualification makes compulsory, and the points that the law wants."""

from __future__ import annotations

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.model.personal_data import POINTS
from convgen.model.state import State
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf

TERM = "terme: 31/12/2026"
PLAN = '  - annexe: accord\n    si: donnees_personnelles.qualification != "aucune"\n'
PROCESSING = (
    "traitements: [{objet: o, finalite: f, nature: n, donnees: [d], personnes: [p], "
    "conservation: c}]"
)
ALERT = "alerte_violation: 48 heures"
SAID = """\
{% if donnees_personnelles.alerte_violation %}
{{ donnees_personnelles.alerte_violation }}
{% endif %}
{% for one in donnees_personnelles.traitements %}
{{ one.objet }}
{% endfor %}
Une convention.
"""


def marked(points: list[str]) -> str:
    return "".join(f'{{{{ exigence("{point}") }}}}Le point {point}.\n\n' for point in points)


@pytest.fixture
def agreed(shelf: Shelf) -> Shelf:
    """A case whose annex marks every point of articles 26 and 28, in three clauses."""
    first, *others = POINTS["sous-traitance"]
    shelf.write("clauses/rgpd/premier.md", HEADER + marked([first]))
    shelf.write("clauses/rgpd/autres.md", HEADER + marked(others))
    shelf.write("clauses/rgpd/conjoints.md", HEADER + marked(list(POINTS["conjoints"])))
    clauses = "    clauses: [rgpd/premier, rgpd/autres, rgpd/conjoints]\n"
    shelf.edit(
        PROGRAMME,
        ("exige: [terme]", "exige: [terme, donnees_personnelles]"),
        ("  - signature: [", f"{PLAN}{clauses}  - signature: ["),
    )
    shelf.body(SAID)
    qualify(shelf, TERM, "sous-traitance", PROCESSING, ALERT)
    return shelf


def qualify(shelf: Shelf, instead: str, qualification: str, *lines: str) -> None:
    said = [f"  qualification: {qualification}", *(f"  {line}" for line in lines)]
    shelf.edit(CASE, (instead, "\n".join([instead, "donnees_personnelles:", *said])))


def line_of(shelf: Shelf, file: str, text: str) -> int:
    lines = shelf.text(file).splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def lacks(fault: Diagnostic) -> str:
    assert fault.code is Code.LEGAL_POINT
    return fault.message


@pytest.mark.parametrize("qualification", ["aucune", "distincts", "Sous-Traitance", "conjoints"])
def test_an_act_that_says_every_point_has_no_fault(agreed: Shelf, qualification: str) -> None:
    agreed.edit(CASE, ("qualification: sous-traitance", f"qualification: {qualification}"))
    assert agreed.faults() == []


def test_a_mark_prints_nothing(agreed: Shelf) -> None:
    assert agreed.lines(key="accord")[0] == "Le point rgpd-28-3-description."


@pytest.mark.parametrize("point", list(POINTS["sous-traitance"])[1:])
def test_a_point_taken_out_of_its_clause_is_named_there(agreed: Shelf, point: str) -> None:
    agreed.edit("clauses/rgpd/autres.md", (f'{{{{ exigence("{point}") }}}}', ""))
    fault = agreed.only()
    assert POINTS["sous-traitance"][point] in lacks(fault)
    assert point in fault.help
    assert fault.span.file.name == "autres.md"
    assert "exigence" in agreed.text("clauses/rgpd/autres.md").splitlines()[fault.span.line - 1]


def test_a_clause_that_says_one_point_is_missed_in_the_plan(agreed: Shelf) -> None:
    agreed.edit(PROGRAMME, ("[rgpd/premier, rgpd/autres, rgpd/conjoints]", "[rgpd/premier]"))
    fault = agreed.only()
    assert "a) : instructions" in lacks(fault)
    assert "h) : preuve" in fault.message
    assert fault.span.line == line_of(agreed, PROGRAMME, "annexe: accord")


def test_an_act_without_the_annex_lacks_them_all(agreed: Shelf) -> None:
    text = agreed.text(PROGRAMME)
    agreed.edit(PROGRAMME, (text[text.index(PLAN) : text.index("  - signature: [")], ""))
    fault = agreed.only()
    assert lacks(fault).count("article 28, § 3") == len(POINTS["sous-traitance"])
    assert fault.span.file.name == "programme.yaml"


def test_a_case_that_takes_points_away_is_told_where_it_does(agreed: Shelf) -> None:
    agreed.edit(
        CASE,
        (TERM, f"{TERM}\nclauses_particulieres:\n  - retire: rgpd/autres\n    motif: m"),
    )
    fault = agreed.only()
    assert lacks(fault)
    assert fault.span.line == line_of(agreed, CASE, "retire: rgpd/autres")
    assert agreed.act(State.DRAFT).can_be_written(State.DRAFT)


@pytest.mark.parametrize("kept", [True, False])
def test_a_text_of_the_case_says_the_point_that_it_marks(agreed: Shelf, kept: bool) -> None:
    text = "{{ exigence('rgpd-28-3-description') }}Objet et durée." if kept else "Objet et durée."
    agreed.edit(
        CASE,
        (
            TERM,
            f"{TERM}\nclauses_particulieres:\n  - remplace: rgpd/premier\n    motif: m\n"
            f'    texte: "{text}"',
        ),
    )
    assert [fault.code for fault in agreed.faults()] == ([] if kept else [Code.LEGAL_POINT])


@pytest.mark.parametrize("qualification", ["conjoints", "sous-traitance", "SOUS-TRAITANCE"])
def test_some_qualifications_want_the_processing_described(
    agreed: Shelf, qualification: str
) -> None:
    agreed.edit(CASE, (f"\n  {PROCESSING}", ""), (": sous-traitance", f": {qualification}"))
    fault = agreed.only()
    assert fault.code is Code.GAP
    assert "traitements de données personnelles" in fault.message


@pytest.mark.parametrize("qualification", ["aucune", "distincts"])
def test_others_do_not(agreed: Shelf, qualification: str) -> None:
    agreed.edit(CASE, (f"\n  {PROCESSING}", ""), (": sous-traitance", f": {qualification}"))
    assert agreed.faults() == []


def test_a_programme_that_does_not_admit_them_refuses_them(shelf: Shelf) -> None:
    qualify(shelf, TERM, "sous-traitance")
    assert shelf.only().code is Code.UNKNOWN_KEY


@pytest.mark.parametrize("qualification", ["distincts", "conjoints", "sous-traitance"])
def test_an_alert_has_its_delay(agreed: Shelf, qualification: str) -> None:
    agreed.edit(CASE, (f"\n  {ALERT}", ""), (": sous-traitance", f": {qualification}"))
    fault = agreed.only()
    assert fault.code is Code.GAP
    assert "délai d’alerte" in fault.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("L’accord est conforme à l’article 24 du règlement (UE) 2016/679.", Code.STALE_REFERENCE),
        ("La réponse est donnée sous quinze jours.", Code.DELAY),
        ("- le premier ;", Code.LIST_END),
        ("Le concours de la {{ commune }} est acquis.", Code.DESIGNATION_TYPED),
    ],
)
def test_a_text_of_the_case_is_judged_like_a_clause(shelf: Shelf, text: str, code: Code) -> None:
    shelf.edit(
        CASE,
        (
            TERM,
            f"{TERM}\nclauses_particulieres:\n  - ajoute: propre\n    dans: objet\n    motif: m\n"
            f"    texte: |\n      Un alinéa.\n\n      {text}",
        ),
    )
    fault = shelf.only()
    assert (fault.code, fault.is_error) == (code, False)
    line = line_of(shelf, CASE, text)
    assert (fault.span.line, fault.span.column > len("      ")) == (line, True)


@pytest.mark.parametrize("unknown", ["qualification:", "qualification: autre", "delegue:"])
def test_while_the_qualification_is_unknown_a_draft_shows_what_it_may_call_for(
    agreed: Shelf, unknown: str
) -> None:
    told = f"  qualification: sous-traitance\n  {PROCESSING}\n  {ALERT}"
    agreed.edit(CASE, (told, f"  {unknown}"))
    shown = "{{ donnees_personnelles.alerte_violation }} et un point"
    agreed.edit("clauses/rgpd/conjoints.md", ("Le point rgpd-26-droits", shown))
    assert agreed.act(State.DRAFT).can_be_written(State.DRAFT)


@pytest.mark.parametrize(
    ("text", "says"),
    [("M", False), ("## M", False), ("- M", False), ("M.", False), ("M Suppression.", True)],
)
def test_a_mark_beside_no_words_proves_nothing(agreed: Shelf, text: str, says: bool) -> None:
    mark = '{{ exigence("rgpd-28-3-description") }}'
    body = HEADER + f"{text.replace('M', mark)}\n\nUn autre alinéa.\n"
    agreed.write("clauses/rgpd/premier.md", body)
    assert [fault.code for fault in agreed.faults()] == ([] if says else [Code.LEGAL_POINT])
