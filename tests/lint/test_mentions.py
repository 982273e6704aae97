"""What convgen writes by itself is a text of the library, and judged like one."""

from __future__ import annotations

import pytest

from convgen.library.mentions import SCOPES
from convgen.library.store import Library, packaged
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from tests.acts.desk import DELIBERATION, Desk
from tests.library.shelf import HEADER, Shelf

VISA = "clauses/mentions/visa.md"


@pytest.mark.parametrize("name", SCOPES)
def test_each_mention_is_in_the_library_that_comes_with_convgen(name: str) -> None:
    assert (packaged() / f"clauses/mentions/{name}.md").is_file()


def test_a_library_without_mentions_has_those_of_convgen(shelf: Shelf) -> None:
    clause = Library(shelf.root).mention("visa")
    assert clause.file == packaged() / VISA


def test_a_library_says_it_in_its_own_words(desk: Desk) -> None:
    before = desk.act(DELIBERATION).text
    assert "Vu le code général des collectivités territoriales" in before
    desk.write(VISA, HEADER + "le texte visé : {{ visa.objet }}\n")
    after = desk.act(DELIBERATION).text
    assert "Vu le texte visé : code général des collectivités territoriales" in after


def test_one_that_cannot_be_read_is_told_and_stops_the_act(shelf: Shelf) -> None:
    file = shelf.write(VISA, HEADER + "{{ visa.nature | upper }}\n")
    told = [f for f in faults_of_library(Library(shelf.root)) if f.span.file == file]
    assert [fault.code.value for fault in told] == ["CG206"]
    assert [(f.code.value, f.span.file) for f in shelf.faults()] == [("CG206", file)]
    assert shelf.act(State.DRAFT).document is None


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("{{ visa.natur }}\n", "CG207", "variable inconnue : « visa.natur »"),
        ("{{ terme }}\n", "CG207", "variable inconnue : « terme »"),
        ('{% if visa.nature = "lois" %}\na\n{% endif %}\nb\n', "CG207", "n’est pas une option"),
        ("- {{ visa.objet }}\n", "CG205", "un alinéa, rien d’autre"),
        ('{{ visa.objet }}, {{ renvoi("objet") }}\n', "CG205", "un alinéa, rien d’autre"),
    ],
)
def test_what_a_mention_may_not_say(shelf: Shelf, body: str, code: str, words: str) -> None:
    file = shelf.write(VISA, HEADER + body)
    (fault,) = [f for f in faults_of_library(Library(shelf.root)) if f.span.file == file]
    assert fault.code.value == code
    assert words in fault.message
    assert shelf.faults() == [fault]  # no other text takes its place in an act


def test_a_file_that_no_mention_is_called_by_is_of_no_use(shelf: Shelf) -> None:
    file = shelf.write("clauses/mentions/autre.md", HEADER + "Autre.\n")
    (fault,) = [f for f in faults_of_library(Library(shelf.root)) if f.span.file == file]
    assert fault.code.value == "CG217"
