"""The one Jinja environment of clauses: strict, without globals, output bracketed."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, StrictUndefined

from convgen.library import tokens as t
from convgen.library import values
from convgen.library.conditions import comparable
from convgen.library.tokens import Token
from convgen.model.absent import Absent, Gap


class ClauseEnvironment(Environment):
    """An environment where a path through an absent value is absent too."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read one segment of a path."""
        if obj is None:
            return None
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)


def _equal(value: object, other: object) -> object:
    return value if isinstance(value, Absent) else comparable(value) == comparable(other)


def _different(value: object, other: object) -> object:
    return value if isinstance(value, Absent) else comparable(value) != comparable(other)


def _negated(value: object) -> object:
    return value if isinstance(value, Absent) else not value


def _chosen(test: object, first: object, second: object) -> object:
    return test if isinstance(test, Absent) else first if test else second


def _marked(test: object) -> Token:
    """A note that what follows rests on a gap."""
    return Token(f"{t.BLOCK}{t.MARK}0{test.label}" if isinstance(test, Gap) else "")


def _count(items: object) -> object:
    return items if isinstance(items, Absent) else len(items)  # type: ignore[arg-type]


@cache
def environment() -> ClauseEnvironment:
    """The environment, made once."""
    env = ClauseEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        undefined=StrictUndefined,
        finalize=values.write,
        cache_size=0,
    )
    env.globals.clear()
    env.filters.clear()
    env.tests.clear()
    env.filters.update(
        lettres=values.in_words,
        accord=values.agree_with,
        compte=_count,
        jusqu_a=values.up_to,
        case=values.box,
        de=values.of_place,
        _texte=Token,
        _selon=_chosen,
        _egal=_equal,
        _differe=_different,
        _non=_negated,
        _marque=_marked,
    )
    return env


def reference(target: str, line: int) -> Token:
    """`renvoi("avenant")`: a mark that the assembler resolves."""
    return Token(f"{t.REFERENCE}{target}{t.SEPARATOR}{line}{t.END}")
