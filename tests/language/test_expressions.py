"""The language of `si`: what it reads, what it is worth, and that it never breaks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.kinds.amount import Amount
from convgen.kinds.choice import Choice
from convgen.kinds.percentage import Percentage
from convgen.language.evaluation import truth
from convgen.language.expressions import Literal, Read, parts_of
from convgen.language.lexing import MAX_DEPTH, MAX_WORDS, ExpressionError
from convgen.language.parsing import parse_condition, parse_parameter
from convgen.language.truth import conjunction, disjunction
from convgen.model.absent import Absent, Blank, Gap

HOLE = Gap("mode du projet")
CASE: dict[str, object] = {
    "vrai": True,
    "faux": False,
    "zero": 0,
    "nom": "Jardin, parc",
    "absent": None,
    "vide": (),
    "liste": ("a",),
    "choix": Choice("redaction", "aide à la rédaction"),
    "montant": Amount(Decimal("50000.00")),
    "part": Percentage(Decimal("12.50")),
    "code": "01000",
    "jour": date(2026, 12, 31),
    "trou": HOLE,
    "blanc": Blank("date"),
}


def worth(text: str) -> bool | Absent:
    return truth(parse_condition(text), CASE.__getitem__)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("vrai", True),
        ("faux", False),
        ("absent", False),
        ("vide", False),
        ("liste", True),
        ("zero", True),  # zero was typed: it is there
        ("non absent", True),
        ("non non vrai", True),
        ("vrai et faux", False),
        ("faux ou vrai", True),
        ("vrai ou faux et faux", True),  # « et » before « ou »
        ("(vrai ou faux) et faux", False),
        ("non (faux ou absent)", True),
        ('choix = "redaction"', True),
        ("choix = « redaction »", True),
        ("choix == «\u00a0redaction\u00a0»", True),
        ('choix != "redaction"', False),
        ("choix == 'redaction'", True),
        ('"redaction" = choix', True),
        ('not absent and choix == "redaction"', True),
        ('choix = "aide à la rédaction"', False),
        ("vrai = oui", True),
        ('vrai != "non"', True),
        ("montant = 50000", True),
        ("montant = 50000,5", False),
        ("part = 12,5", True),
        ("zero = -1", False),
        ("code = code", True),
        ('"a" = "a"', True),
        ("code = nom", False),
        ('code = "01000"', True),
        ("code = 1000", False),
        ('nom = "Jardin, parc"', True),  # a comma in a text is a comma
        ('absent = "x"', False),
        ('absent != "x"', True),
        ('jour = "31/12/2026"', False),
        ("  vrai  et\tnon faux ", True),
    ],
)
def test_what_a_condition_is_worth(text: str, answer: bool) -> None:
    assert worth(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("trou", HOLE),
        ("non trou", HOLE),
        ('trou = "a"', HOLE),
        ('trou != "a"', HOLE),
        ("trou et vrai", HOLE),
        ("vrai et trou", HOLE),
        ("trou et faux", False),
        ("faux et trou", False),
        ("trou ou vrai", True),
        ("vrai ou trou", True),
        ("trou ou faux", HOLE),
        ("non (trou ou vrai)", False),
        ("blanc", CASE["blanc"]),
    ],
)
def test_a_gap_is_neither_true_nor_false(text: str, answer: object) -> None:
    assert worth(text) is answer


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("", 0, "s’arrête trop tôt"),
        ("vrai et", 7, "s’arrête trop tôt"),
        ("et vrai", 0, "le nom d’une valeur"),
        ("vrai faux", 5, "« et » ou « ou »"),
        ("vrai ;", 5, "signe inattendu"),
        ("vrai   ?", 7, "signe inattendu"),
        ("(vrai", 5, "s’arrête trop tôt"),
        ("(vrai faux)", 6, "parenthèse non fermée"),
        ("vrai)", 4, "« et » ou « ou »"),
        ("choix = et", 8, "texte entre guillemets"),
        ('choix = "redaction', 8, "signe inattendu"),
        ('= "a"', 0, "le nom d’une valeur"),
        ("choix > 3", 6, "signe inattendu"),
        ("nom.0", 3, "signe inattendu"),
        ("zero = 12abc", 7, "signe inattendu"),
        ("f(vrai)", 1, "« et » ou « ou »"),
        ("vrai et " * MAX_WORDS + "vrai", 4 * MAX_WORDS, "trop longue"),
        ("(" * 2 * MAX_WORDS + "vrai" + ")" * 2 * MAX_WORDS, MAX_WORDS, "trop longue"),
        ("non " * (MAX_DEPTH + 1) + "vrai", 4 * (MAX_DEPTH - 1), "trop imbriquée"),
    ],
)
def test_what_is_no_condition(text: str, column: int, words: str) -> None:
    with pytest.raises(ExpressionError, match=words) as caught:
        parse_condition(text)
    assert caught.value.start == column


def test_a_parameter_is_a_path_or_a_literal() -> None:
    assert parse_parameter("calendrier.duree") == Read("calendrier.duree")
    assert parse_parameter('"trente jours, francs"') == Literal("trente jours, francs")
    assert parse_parameter("« mot »") == Literal("mot")
    assert parse_parameter("12,5") == Literal("12,5")


@pytest.mark.parametrize("text", ["", "et", "a b", "=", "a = b", "(a)"])
def test_what_is_no_parameter(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse_parameter(text)


def test_every_path_is_told() -> None:
    condition = parse_condition('a.b et (non c ou d = "x") et e != 2')
    assert [path.path for path in parts_of(condition, Read)] == ["a.b", "c", "d", "e"]


LEXEMES = [
    "et",
    "ou",
    "non",
    "(",
    ")",
    "=",
    "!=",
    "vrai",
    "trou",
    "nom",
    '"x"',
    "«y»",
    "3",
    "?",
    "",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(LEXEMES), max_size=300).map(" ".join)))
def test_whatever_is_typed_is_a_condition_or_a_condition_error(text: str) -> None:
    column = 0
    try:
        condition = parse_condition(text)
    except ExpressionError as error:
        column = error.start
    else:
        assert isinstance(truth(condition, CASE.get), bool | Absent)
    assert 0 <= column <= len(text)


TRUTHS = st.sampled_from([True, False, HOLE])


@given(TRUTHS, TRUTHS)
def test_a_gap_never_decides_what_the_other_side_does(left: bool | Absent, right: bool) -> None:
    """Whatever the gap turns out to be, a truth that was told holds."""
    for known in (True, False):
        filled = known if isinstance(left, Absent) else left
        other = known if isinstance(right, Absent) else right
        both, either = conjunction(left, right), disjunction(left, right)
        assert isinstance(both, Absent) or both is (filled and other)
        assert isinstance(either, Absent) or either is (filled or other)
