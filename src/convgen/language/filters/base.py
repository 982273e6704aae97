"""What convgen knows of a filter: what it takes, what it gives, and how it is carried out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, NamedTuple

from convgen.kinds.choice import Choice
from convgen.language.expressions import Expression, Literal, Read
from convgen.language.markup_refusals import Refusal
from convgen.language.printing import can_be_written
from convgen.language.scope import LOOP, TERM, PartySymbol, Symbol, TextSymbol
from convgen.model.shape import Shape


class Written(Enum):
    """What may be written between the parentheses of a filter."""

    A_PATH = "chemin"
    A_TEXT = "texte"
    A_PATH_OR_A_TEXT = "chemin ou texte"
    A_VALUE = "valeur"

    def admits(self, argument: Expression | None) -> bool:
        """May an argument be written so?"""
        admitted = {
            Written.A_PATH: (Read,),
            Written.A_TEXT: (Literal,),
            Written.A_PATH_OR_A_TEXT: (Read, Literal),
        }
        return self is Written.A_VALUE or isinstance(argument, admitted[self])


class Worth(Enum):
    """When what a filter gives is there, for the proofs of `convgen.logic`."""

    OF_ITS_OPERAND = "there when its operand is"
    OF_BOTH = "there when its operand and its argument are"
    UNSURE = "there for some values only"
    A_COUNT = "the number of elements of its operand"


class Takes(NamedTuple):
    """What a value must be; `wrong` is told, in French, of one that is not, by its path."""

    fits: Callable[[Symbol], bool]
    wrong: str


class Argument(NamedTuple):
    """What stands between the parentheses of a filter; `wanted` and `example` tell it in French."""

    wanted: str
    example: str
    written: Written = Written.A_VALUE
    takes: Takes | None = None


class Opening(NamedTuple):
    """A filter that makes a paragraph what it is: why one is misplaced, does it stand alone."""

    misplaced: Refusal
    alone: bool = False


def itself(operand: Symbol) -> Symbol | None:
    """What a filter gives that keeps what it takes."""
    return operand


def text_symbol(_operand: Symbol) -> Symbol | None:
    """What a filter gives that makes a text."""
    return TextSymbol()


def unprintable(_operand: Symbol) -> Symbol | None:
    """What a filter gives that no other may follow; nothing is held against it."""
    return None


def can_be_printed(symbol: Symbol) -> bool:
    """May a clause print what a name stands for?"""
    if isinstance(symbol, Shape):
        return can_be_written(symbol.type)
    return symbol is not LOOP


ANYTHING = Takes(can_be_printed, "« {} » ne s’imprime pas : c’est un groupe")


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Filter:
    """A filter: its `name` in French, how a value and an argument go through it.

    `takes` is what its operand must be, `argument` None when it has none; `on_a_path` says that
    it follows a path alone. `gives` tells what comes out, None for what cannot be told.
    """

    name: str
    apply: Callable[[Any, Any], object]
    takes: Takes = ANYTHING
    argument: Argument | None = None
    gives: Callable[[Symbol], Symbol | None] = itself
    on_a_path: bool = False
    worth: Worth = Worth.OF_ITS_OPERAND
    opening: Opening | None = None


def a(wrong: str, *types: type[Any]) -> Takes:
    """A single value of one of these types; what has no type is not judged."""
    return Takes(lambda s: not isinstance(s, Shape) or (not s.many and s.type in types), wrong)


def a_list(wrong: str) -> Takes:
    """A list."""
    return Takes(lambda symbol: symbol.many, wrong)


def _is_a_name(symbol: Symbol) -> bool:
    if isinstance(symbol, Shape):
        return not symbol.many and (symbol.type is Choice or issubclass(symbol.type, str))
    return isinstance(symbol, TextSymbol) and not symbol.forms


def a_name(wrong: str) -> Takes:
    """A text that a preposition may stand before; what has forms of its own has one for that."""
    return Takes(_is_a_name, wrong)


def a_text(wrong: str) -> Takes:
    """A text of a case, or of the clause."""
    return Takes(_is_text, wrong)


def _is_text(symbol: Symbol) -> bool:
    if isinstance(symbol, Shape):
        return not symbol.many and symbol.type is str
    return isinstance(symbol, TextSymbol) and not symbol.fields


def _agrees(symbol: Symbol) -> bool:
    return symbol == TERM or (isinstance(symbol, PartySymbol) and not symbol.many)


def what_agrees(wrong: str) -> Takes:
    """A party, or a defined term."""
    return Takes(_agrees, wrong)
