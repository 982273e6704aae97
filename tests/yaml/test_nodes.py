"""Values, their places, and paths that lead to them."""

import pytest

from convgen.faults.diagnostic import Span
from convgen.yaml.nodes import MappingNode, ScalarNode, SequenceNode, locate, plain

from .conftest import FILE, Reading

TEXT = """\
parties:
  beneficiaire:
    nom: Ville de Choisy
    date:
versements:
  - montant: "10"
    date: 1/1/2026
  - [a, {b: c}]
texte: |
  deux
  lignes
"""


@pytest.fixture
def root() -> MappingNode:
    source = Reading(TEXT).source
    assert source is not None
    return source.root


def at(line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span(FILE, line, column, end_line, end_column)


def test_values(root: MappingNode) -> None:
    assert plain(root) == {
        "parties": {"beneficiaire": {"nom": "Ville de Choisy", "date": None}},
        "versements": [{"montant": "10", "date": "1/1/2026"}, ["a", {"b": "c"}]],
        "texte": "deux\nlignes\n",
    }


@pytest.mark.parametrize(
    ("loc", "key_span", "span"),
    [
        (("parties",), at(1, 1, 1, 8), at(2, 3, 4, 10)),
        (("parties", "beneficiaire", "nom"), at(3, 5, 3, 8), at(3, 10, 3, 25)),
        (("parties", "beneficiaire", "date"), at(4, 5, 4, 9), at(4, 10, 4, 10)),
        (("versements", 0, "montant"), at(6, 5, 6, 12), at(6, 14, 6, 18)),
        (("versements", 1), None, at(8, 5, 8, 16)),
        (("versements", 1, 1, "b"), at(8, 10, 8, 11), at(8, 13, 8, 14)),
        (("versements",), at(5, 1, 5, 11), at(6, 3, 8, 16)),
        (("texte",), at(9, 1, 9, 6), at(9, 8, 12, 1)),
        ((), None, at(1, 1, 12, 1)),
    ],
)
def test_places(
    root: MappingNode, loc: tuple[str | int, ...], key_span: Span | None, span: Span
) -> None:
    found = locate(root, loc)
    assert found.found
    assert found.depth == len(loc)
    assert (found.key_span, found.value.span) == (key_span, span)
    assert found.span == (key_span or span)


def test_a_path_is_followed_as_far_as_it_goes(root: MappingNode) -> None:
    found = locate(root, ("parties", "beneficiaire", "siege", "commune"))
    assert not found.found
    assert found.depth == 2
    assert found.key_span == at(2, 3, 2, 15)
    assert isinstance(found.value, MappingNode)
    assert list(found.value.entries) == ["nom", "date"]
    assert isinstance(found.parent, MappingNode)
    assert list(found.parent.entries) == ["beneficiaire"]


@pytest.mark.parametrize(
    "loc",
    [
        ("absent",),
        ("versements", 2),
        ("versements", -1),
        ("versements", "montant"),
        ("texte", "x"),
        ("parties", 1),
    ],
)
def test_a_path_that_leads_nowhere(root: MappingNode, loc: tuple[str | int, ...]) -> None:
    assert not locate(root, loc).found


def test_one_stands_for_a_list_of_one(root: MappingNode) -> None:
    found = locate(root, ("parties", "beneficiaire", 0, "nom"))
    assert found.found
    assert found.depth == 4
    assert found.value == ScalarNode("Ville de Choisy", at(3, 10, 3, 25), plain=True)
    assert locate(root, ("texte", 0)).found


def test_the_variants_of_a_type_are_skipped(root: MappingNode) -> None:
    found = locate(root, ("parties", "beneficiaire", "@commune", "nom"))
    assert found.found
    assert found.key_span == at(3, 5, 3, 8)


def test_what_is_written_inline_is_known(root: MappingNode) -> None:
    inner = locate(root, ("versements", 1)).value
    outer = locate(root, ("versements",)).value
    assert isinstance(inner, SequenceNode)
    assert inner.flow
    assert isinstance(outer, SequenceNode)
    assert not outer.flow


@pytest.mark.parametrize(
    ("written", "text", "is_plain"),
    [
        ("", None, True),
        ("~", None, True),
        ("null", None, True),
        ("Null", "Null", True),  # a family name
        ("01000", "01000", True),
        ("oui", "oui", True),
        ("1.10", "1.10", True),
        ('"~"', "~", False),
        ('""', "", False),
        ("'null'", "null", False),
    ],
)
def test_a_scalar_stays_text(written: str, text: str | None, is_plain: bool) -> None:
    source = Reading(f"a: {written}").source
    assert source is not None
    value = source.root.entries["a"].node
    assert isinstance(value, ScalarNode)
    assert (value.text, value.plain) == (text, is_plain)


def test_the_lines_of_a_front_matter_are_those_of_its_file() -> None:
    found = Reading("a: b\na: c\nd: n° #12", first_line=10)
    assert found.faults == [("CG008", 11, 1), ("CG010", 12, 7)]
    assert found.source is not None
    assert found.source.root.entries["a"].key_span == at(10, 1, 10, 2)
    assert Reading('a: b\nc: "d', first_line=10).faults == [("CG005", 11, 4)]
    assert Reading("a: \u202e", first_line=10).faults == [("CG007", 10, 4)]
    assert Reading("", first_line=10).faults == [("CG006", 10, 1)]


def test_the_first_of_two_keys_is_kept_and_noted() -> None:
    found = Reading("a: 1\nb: 2\na: 3\n")
    assert found.only.span == at(3, 1, 3, 2)
    assert [note.span for note in found.only.notes] == [at(1, 1, 1, 2)]
    assert found.source is not None
    assert plain(found.source.root) == {"a": "1", "b": "2"}


def test_reading_goes_on_after_a_refused_feature() -> None:
    found = Reading("a: &x b\nc: *x\n<<: *x\n[k]: v\ne: !!str f\n")
    assert [fault[:2] for fault in found.faults] == [
        ("CG009", 1),
        ("CG009", 2),
        ("CG009", 3),
        ("CG009", 3),
        ("CG009", 4),
        ("CG009", 5),
    ]
    assert found.source is not None
    assert plain(found.source.root) == {"a": "b", "c": None, "e": "f"}


def test_a_refused_key_is_told_once_whatever_it_holds() -> None:
    assert Reading("a: {{ x }}\n").faults == [("CG009", 1, 5)]
    assert Reading("? {a: 1, b, a: 2, c: &x n° #3\n  }\n: d\n").faults == [("CG009", 1, 3)]
    assert Reading("? {a: {b: 1, b: 2, c}}\n: d\n").faults == [("CG009", 1, 3)]
