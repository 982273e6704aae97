"""Which ways acts take: what is counted, what is missed, what is exempted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from convgen.coverage.exceptions import read_exceptions
from convgen.coverage.measure import Coverage, measure
from convgen.coverage.probes import ProbedLibrary
from convgen.faults.diagnostic import Code, Span
from convgen.library.store import Library
from convgen.logic.forks import REACHED, Fork
from convgen.model.state import State
from convgen.pipeline import assemble_case
from convgen.report.coverage import as_json, as_table, summary
from tests.acts.desk import ROOT
from tests.library.fixtures import shelf
from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf

__all__ = ["shelf"]
OBJECT = "objet/projet"
HOUSE = ROOT / "templates/convention.docx"


@pytest.fixture
def measured(shelf: Shelf, tmp_path: Path) -> Shelf:
    """The small library, with the house style, and its case in the folder of its programme."""
    (shelf.root / "templates/convention.docx").write_bytes(HOUSE.read_bytes())
    shelf.write("cases/essai/complete.yaml", shelf.text(CASE))
    return shelf


def run(shelf: Shelf) -> Coverage:
    return measure(Library(shelf.root), shelf.root.parent / "actes")


def missed(coverage: Coverage) -> list[tuple[str, str, bool]]:
    return [(fork.owner, fork.written, way) for fork, way in coverage.missed()]


def test_every_way_of_a_declared_field_is_taken(measured: Shelf) -> None:
    measured.body(
        "{% if projet.mode == 'a' %}\nA.\n{% elif projet.mode %}\nB.\n{% else %}\nC.\n{% endif %}\n"
        "{% if projet.lots %}\nLots :\n{% for lot in projet.lots %}\n"
        '- {{ lot }}{{ "." if loop.last else " ;" }}\n{% endfor %}\n{% endif %}\n'
        "{% if not projet.ouvert or projet.nombre == 1 %}\nD.\n{% endif %}\n"
    )
    coverage = run(measured)
    assert coverage.faults == []
    assert missed(coverage) == []
    of_object = {f.rank: f for f in coverage.forks if f.owner == OBJECT}
    assert [of_object[rank].written for rank in sorted(of_object)] == [
        "",
        "{% if projet.mode == 'a' %}",
        "{% elif projet.mode %}",
        "{% if projet.lots %}",
        "{% for lot in projet.lots %}",
        '{{ "." if loop.last else " ;" }}',
        "{% if not projet.ouvert or projet.nombre == 1 %}",
    ]
    first = of_object[0].key  # every act comes by there, once
    acts = coverage.samples + coverage.cases
    assert coverage.taken[first, True] + coverage.taken[first, False] == acts
    loop = next(f for f in of_object.values() if f.written.startswith("{% for"))
    assert loop.ways == {True}  # the test around it: never empty


def test_a_condition_that_no_case_meets_is_told_at_its_line(measured: Shelf) -> None:
    tests = (
        "projet.nombre == 417",
        'projet.nom == "Jardin public"',
        'projet.mode == "b" and projet.nombre == 3 and not projet.ouvert and projet.part',
    )
    tags = [f"{{% if {test} %}}" for test in tests]
    measured.body("Un.\n\n" + "".join(f"{tag}\nDeux.\n{{% endif %}}\n" for tag in tags))
    coverage = run(measured)
    assert missed(coverage) == [(OBJECT, tag, True) for tag in tags]
    lines = measured.text(CLAUSE).split("\n")
    assert [(f.code, f.span.file, f.span.line) for f in coverage.faults] == [
        (Code.COVERAGE, measured.root / CLAUSE, lines.index(tag) + 1) for tag in tags
    ]
    taken, asked = coverage.share
    assert asked - taken == 3
    assert "(100 %)" not in summary(coverage)


def test_a_complete_case_takes_its_ways_and_a_draft_does_not(measured: Shelf) -> None:
    measured.body("Un.\n{% if projet.nombre == 417 %}\nDeux.\n{% endif %}\n")
    text = measured.text(CASE).replace("  nom: Jardin", "  nom: Jardin\n  nombre: 417")
    measured.write("cases/essai/nombre.yaml", text.replace("terme: 31/12/2026", "terme:"))
    coverage = run(measured)
    assert (coverage.cases, coverage.drafts) == (2, 1)
    assert missed(coverage) == [(OBJECT, "{% if projet.nombre == 417 %}", True)]
    measured.write("cases/essai/nombre.yaml", text)
    coverage = run(measured)
    assert (coverage.cases, coverage.drafts, coverage.faults) == (2, 0, [])


def test_a_case_that_cannot_even_be_a_draft_is_a_fault(measured: Shelf) -> None:
    measured.write("cases/essai/abimee.yaml", "programme: essai\nprojet: [\n")
    assert [f.code for f in run(measured).faults] == [Code.SYNTAX]


def test_conditions_of_a_plan_go_both_ways(measured: Shelf) -> None:
    measured.write("clauses/objet/suite.md", measured.text(CLAUSE))
    measured.edit(
        PROGRAMME,
        (
            "  - signature:",
            "  - article: suite\n    intitule: Suite\n"
            '    si: projet.nombre = "417" ou (montant et projet.mode = "b")\n'
            "    clauses:\n      - {objet/suite: , si: non projet.ouvert}\n      - objet/projet\n"
            "  - signature:",
        ),
    )
    coverage = run(measured)
    plan = [f for f in coverage.forks if f.owner == "essai (plan)"]
    assert [f.written for f in plan] == [
        'projet.nombre = "417" ou (montant et projet.mode = "b")',
        "non projet.ouvert",
    ]
    assert all(coverage.taken[f.key, way] for f in plan for way in (True, False))


EXCEPTION = """\
exceptions:
  - dans: objet/projet
    condition: "{% if projet.nombre == 417 %}"
    jamais: vraie
    raison: le seuil attend la délibération de juin
"""


def test_an_exception_has_a_reason(measured: Shelf) -> None:
    measured.body("Un.\n{% if projet.nombre == 417 %}\nDeux.\n{% endif %}\n")
    measured.write("couverture.yaml", EXCEPTION)
    coverage = run(measured)
    assert coverage.faults == []
    assert "(100 %), 1 en exception" in summary(coverage)
    assert "jamais vraie (exception)" in as_table(coverage)
    (owner,) = [o for o in json.loads(as_json(coverage))["owners"] if o["name"] == OBJECT]
    (branch,) = [b for b in owner["branches"] if "417" in b["text"]]
    assert branch["reasons"] == ["le seuil attend la délibération de juin"]
    assert (branch["true"], branch["state"]) == (0, "taken")


def test_an_exception_that_exempts_nothing_is_a_fault(measured: Shelf) -> None:
    measured.body("Un.\n{% if projet.nombre == 417 %}\nDeux.\n{% endif %}\n")
    taken = EXCEPTION.replace("jamais: vraie", "jamais: fausse")
    unknown = EXCEPTION.replace("417 %}", "418 %}").removeprefix("exceptions:\n")
    file = measured.write("couverture.yaml", taken + unknown)
    told = [(f.code, f.span.file, f.span.line) for f in run(measured).faults]
    assert told == [
        (Code.COVERAGE, file, 2),
        (Code.COVERAGE, file, 6),
        (Code.COVERAGE, measured.root / CLAUSE, 9),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    raison: le seuil attend la délibération de juin\n", "", 2),
        ("raison: le seuil attend la délibération de juin", 'raison: ""', 5),
        ("jamais: vraie", "jamais: peut-être", 4),
        ("exceptions:", "exception:", 1),
        ("dans: objet", "Dans: objet", 2),
        ("exceptions:\n", "exceptions:\n  - rien\n", 2),
    ],
)
def test_an_exception_that_cannot_be_read(shelf: Shelf, old: str, new: str, line: int) -> None:
    file = shelf.write("couverture.yaml", EXCEPTION.replace(old, new))
    _, faults = read_exceptions(Library(shelf.root))
    places = [(fault.code, fault.span.file, fault.span.line) for fault in faults]
    assert (Code.PROGRAMME_FAULT, file, line) in places


def test_a_fault_of_the_library_comes_first(measured: Shelf) -> None:
    measured.body("{{ projet.nmo }}\n")
    coverage = run(measured)
    assert [f.code for f in coverage.faults] == [Code.UNKNOWN_VARIABLE]
    assert coverage.samples == 0


def test_what_only_an_act_shows_is_told_with_its_case(measured: Shelf) -> None:
    measured.body("{{ projet.mesure | lettres }}\n\n{{ projet.nom }}\n")
    codes = {f.code for f in run(measured).faults}
    assert Code.ABSENT_VALUE in codes


def test_probes_change_nothing(tmp_path: Path) -> None:
    case = ROOT / "cases/subvention-poste/alpes-maritimes.yaml"
    plain = assemble_case(case, State.FINAL, Library(ROOT))
    library = ProbedLibrary(ROOT)
    probed = assemble_case(case, State.FINAL, library)
    assert probed.document == plain.document
    assert probed.document is not None
    assert (("financement/compte", 0), True) in library.passed
    clause, _ = library.clause("financement/compte", Span(ROOT))
    assert clause is library.clause("financement/compte", Span(ROOT))[0]


def test_every_clause_of_a_plan_is_counted_once_an_act(measured: Shelf) -> None:
    coverage = run(measured)
    times = {f.owner: coverage.taken[f.key, True] for f in coverage.forks if f.rank == REACHED}
    acts = coverage.samples + coverage.cases
    assert times == dict.fromkeys(
        ["essai (titre)", "parties/comparution", OBJECT, "signature/bloc", "signature/lieu"], acts
    )


def test_a_share_is_never_rounded_up() -> None:
    forks = [Fork("x", rank, Span(Path("x.md")), "si", frozenset({True})) for rank in range(2000)]
    coverage = Coverage(forks)
    coverage.taken.update((fork.key, True) for fork in forks[1:])
    assert "1999 branches prises, sur 2000 (99,9 %)" in summary(coverage)


def test_a_case_of_another_programme_says_nothing_of_this_plan(measured: Shelf) -> None:
    measured.edit(
        PROGRAMME,
        ("  - signature:", "  - article: fin\n    intitule: Fin\n    si: montant\n"
         "    clauses: [objet/projet]\n  - signature:"),
    )  # fmt: skip
    measured.write("templates/autre/programme.yaml", measured.text(PROGRAMME))
    case = measured.text("cases/essai/complete.yaml")
    before = run(measured)
    measured.write("cases/essai/egaree.yaml", case.replace("programme: essai", "programme: autre"))
    after = run(measured)
    plans = [f for f in before.forks if f.owner.endswith("(plan)")]
    assert len(plans) == 2
    for fork in plans:
        assert [after.taken[fork.key, way] for way in (True, False)] == [
            before.taken[fork.key, way] for way in (True, False)
        ]
