"""The eight points of art. 28 § 3: none leaves the annex of the syndicat mixte unseen."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from tests.acts import table
from tests.acts.desk import S2MIA, S2MIA_COMPLETE, Desk
from tests.acts.reading import Act, plain
from tests.acts.table import Version

PROGRAMME = "templates/mise-a-disposition-services/programme.yaml"

# The clause that says each point, and the words of the annex that say it.
FIRST, HELP = "instructions-confidentialite", "aide-responsable"
HELD = {
    "a": (FIRST, "que sur instruction documentée du Département, y compris pour un transfert"),
    "b": (FIRST, "les personnes autorisées à traiter les données s’engagent à en respecter la"),
    "c": ("mesures-securite", "toutes les mesures qu’exige l’article 32"),
    "d": ("sous-traitants-ulterieurs", "les paragraphes 2 et 4 de l’article 28"),
    "e": (HELP, "à répondre aux personnes qui exercent les droits du chapitre III"),
    "f": (HELP, "aide le Département à respecter les articles 32 à 36"),
    "g": ("sort-donnees", "supprime toutes les données ou les restitue au Département"),
    "h": ("conformite-audits", "de réaliser des audits, inspections comprises"),
}
each_point = pytest.mark.parametrize("point", HELD)


def clause(point: str) -> str:
    return f"clauses/rgpd/{HELD[point][0]}.md"


def neighbour(desk: Desk, point: str) -> tuple[str, tuple[int, int]]:
    """Where the other points are said: there is what points of a programme lack."""
    other = "e" if HELD[point][0] == FIRST else "a"
    return clause(other), desk.place(clause(other), f"rgpd-28-3-{other}")


def lacks(desk: Desk, point: str, file: str, where: tuple[int, int]) -> None:
    """The act is refused there, for this point, in French."""
    act = desk.act(S2MIA_COMPLETE)
    (error,) = act.errors
    assert error.code is Code.LEGAL_POINT
    assert (error.span.file, error.span.line, error.span.column) == (desk.file(file), *where)
    assert f"article 28, § 3, {point}) : " in plain(error.message)
    assert not act.assembled.can_be_written(State.FINAL)


def lacks_for_any_case(desk: Desk, point: str, file: str, where: tuple[int, int]) -> None:
    """The library itself is at fault there, before any case."""
    faults = [f for f in faults_of_library(Library(desk.root)) if f.code is Code.LEGAL_POINT]
    assert [(f.span.file, f.span.line, f.span.column) for f in faults] == [
        (desk.file(file), *where)
    ]
    assert f"article 28, § 3, {point}) : " in plain(faults[0].message)


@each_point
def test_the_annex_says_each_point_under_its_letter(acts: dict[Version, Act], point: str) -> None:
    lines = acts[table.S2MIA].lines("accord-donnees")
    (heading,) = (n for n, line in enumerate(lines) if line.endswith(f"(point {point})"))
    assert HELD[point][1] in lines[heading + 1]


@each_point
def test_the_case_cannot_take_a_point_away(ready: Desk, point: str) -> None:
    change = f"clauses_particulieres:\n  - retire: rgpd/{HELD[point][0]}\n    motif: sans objet\n"
    ready.add(S2MIA, change)
    lacks(ready, point, S2MIA, ready.place(S2MIA, "retire: "))


@each_point
def test_the_case_cannot_replace_it_by_something_else(ready: Desk, point: str) -> None:
    change = f"clauses_particulieres:\n  - remplace: rgpd/{HELD[point][0]}\n    motif: plus court\n"
    ready.add(S2MIA, f"{change}    texte: |\n      {{{{ syndicat }}}} protège les données.\n")
    lacks(ready, point, S2MIA, ready.place(S2MIA, "remplace: "))


@pytest.mark.parametrize("point", ["c", "d", "g", "h"])
def test_the_case_may_say_it_otherwise(ready: Desk, point: str) -> None:
    change = f"clauses_particulieres:\n  - remplace: rgpd/{HELD[point][0]}\n    motif: plus court\n"
    mark = f'{{{{ exigence("rgpd-28-3-{point}") }}}}'
    ready.add(S2MIA, f"{change}    texte: |\n      {mark}{{{{ syndicat }}}} y veille.\n")
    act = ready.act(S2MIA_COMPLETE)
    assert act.errors == []
    assert "Le Syndicat mixte y veille." in act.lines("accord-donnees")


@each_point
def test_the_plan_cannot_leave_it_out(ready: Desk, point: str) -> None:
    source = ready.file(PROGRAMME).read_text("utf-8")
    use = re.search(rf"      - rgpd/{HELD[point][0]}: .*\n(?:        si: .*\n)?", source)
    assert use is not None
    ready.edit(PROGRAMME, (use[0], ""))
    lacks(ready, point, *neighbour(ready, point))


@each_point
def test_the_clause_cannot_leave_it_out(ready: Desk, point: str) -> None:
    source = ready.file(clause(point)).read_text("utf-8")
    mark = re.escape(f'{{{{ exigence("rgpd-28-3-{point}") }}}}')
    (sentences,) = re.findall(rf"^{mark}.*$", source, re.MULTILINE)
    ready.edit(clause(point), (sentences, "Le présent point est réservé."))
    where = neighbour(ready, point)
    lacks(ready, point, *where)
    lacks_for_any_case(ready, point, *where)
