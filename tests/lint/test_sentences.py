"""A sentence that stands in two clauses is told at the second, with the place of the first."""

from __future__ import annotations

import pytest

from convgen.faults.diagnostic import Diagnostic, Span, in_file_order
from convgen.library.store import Library
from convgen.lint.sentences import repeated_sentences
from tests.library.shelf import CLAUSE, HEADER, Shelf

BODY = HEADER.count("\n") + 1  # the first line of a body
OTHER = "clauses/objet/suite.md"  # by name, after the clause under test
SENTENCE = "Les Parties s'informent de tout retard dans les travaux."


def faults(shelf: Shelf, first: str, second: str) -> list[Diagnostic]:
    """What is told of two clauses, by their bodies."""
    shelf.body(f"{first}\n")
    shelf.write(OTHER, f"{HEADER}{second}\n")
    clauses, unread = Library(shelf.root).clauses()
    assert unread == []
    return in_file_order(repeated_sentences(clauses))


def test_a_sentence_of_two_clauses(shelf: Shelf) -> None:
    (fault,) = faults(
        shelf, f"Autre chose.\n\n{SENTENCE}", f"Avant tout, ceci. {SENTENCE} Et cela."
    )
    assert (fault.code.value, fault.is_error) == ("CG213", False)
    assert "« objet/projet » dit déjà cette phrase : « Les Parties s'informent de" in fault.message
    end = len("Avant tout, ceci. ") + len(SENTENCE)
    place = Span(shelf.root / OTHER, BODY, 19, BODY, end)
    assert fault.span == place
    (note,) = fault.notes
    assert note.span == Span(shelf.root / CLAUSE, BODY + 2, 1, BODY + 2, len(SENTENCE))


@pytest.mark.parametrize(
    "again",
    [
        "les parties s’informent de tout retard, dans les travaux ;",
        "Les Parties\u00a0s'informent de tout\nretard dans les *travaux*",
        "rien d'autre ; les Parties s'informent de tout retard dans les travaux",
        "- Les Parties s'informent de **tout** retard dans les travaux ;\n- autre chose",
        "1. un point\n   1. Les Parties s'informent de tout retard dans les travaux",
        "## Les Parties s'informent de tout retard dans les travaux\n\nAutre chose.",
        "> Les Parties s'informent de tout retard dans les travaux",
        "| a | b |\n|---|---|\n| c | Les Parties s'informent de tout retard dans les travaux |",
        "{% if montant %}\nLes Parties s'informent de tout retard dans les travaux.\n{% endif %}",
        "{% if montant %}\nRien.\n{% else %}\nLes Parties s'informent de tout retard dans les "
        "travaux.\n{% endif %}",
        "{% for x in projet.lots %}\n- Les Parties s'informent de tout retard dans les travaux\n"
        "{% endfor %}",
        "{{ projet.nom }} : {{ commune }}. Les Parties s'informent de tout retard dans les travaux",
    ],
)
def test_however_it_is_set(shelf: Shelf, again: str) -> None:
    (fault,) = faults(shelf, SENTENCE, again)
    body = (shelf.root / OTHER).read_text("utf-8")
    assert told(fault, body).split()[0].casefold() == "les"
    assert told(fault, body).rstrip("*").endswith("travaux")


def told(fault: Diagnostic, text: str) -> str:
    """The text that a fault points to."""
    lines = text.split("\n")[fault.span.line - 1 : fault.span.end_line]
    lines[-1] = lines[-1][: fault.span.end_column - 1]
    lines[0] = lines[0][fault.span.column - 1 :]
    return "\n".join(lines)


def test_a_value_is_a_value(shelf: Shelf) -> None:
    first = "{{ commune }} verse à {{ association }} une avance de dix jours."
    second = "Verse à {{ commune.nom }} une avance de dix jours {{ terme }}"
    (fault,) = faults(shelf, first, second)
    assert told(fault, (shelf.root / OTHER).read_text("utf-8")) == second[: -len(" {{ terme }}")]
    assert faults(shelf, first, "{{ commune }} verse à une avance de dix jours.") == []
    assert faults(shelf, first, "Elle verse à {{ commune }} une avance de dix jours.") == []


def test_what_a_condition_parts_is_one_sentence(shelf: Shelf) -> None:
    one = "La somme est versée\n{% if montant %}\nen une fois,\n{% endif %}\nà la fin de mai."
    two = "La somme est versée {{ terme }} à la fin de mai."
    (fault,) = faults(shelf, one, two)
    assert told(fault, (shelf.root / OTHER).read_text("utf-8")) == two[:-1]
    assert fault.notes[0].span.end_line == BODY + 4


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le montant est forfaitaire.", "Le montant est forfaitaire."),  # four words: a formula
        (SENTENCE, SENTENCE.replace("retard", "défaut")),
        (f"{SENTENCE} {SENTENCE}", "Rien."),  # twice in one clause: two branches may say it
        ("La somme est due à la fin. De mai", "La somme est due. À la fin de mai"),
        ("Comme le veut l'article L. 1611-4 du code", "Comme le veut l'article L. 1611-9 du code"),
        ("Comme le veut l'art. 5 de la loi", "Comme le veut l'art. 6 de la loi"),
    ],
)
def test_what_is_not_repeated(shelf: Shelf, first: str, second: str) -> None:
    assert faults(shelf, first, second) == []


def test_each_clause_but_the_first_is_told(shelf: Shelf) -> None:
    shelf.write("clauses/objet/zzz.md", f"{HEADER}{SENTENCE} {SENTENCE}\n")
    found = faults(shelf, SENTENCE, SENTENCE)
    assert [fault.span.file.name for fault in found] == ["suite.md", "zzz.md"]
    assert {fault.notes[0].span.file.name for fault in found} == {"projet.md"}
