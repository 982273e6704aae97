"""One option among several."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from convgen.faults.diagnostic import surely_meant
from convgen.french.characters import folded
from convgen.french.refusal import refusal
from convgen.kinds.base.comparison import Comparison, Refused
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import choice_schema


@dataclass(frozen=True, slots=True)
class Choice:
    """The option that a case takes: its key in the case, its words in the act."""

    key: str
    label: str


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class ChoiceKind(Kind[Choice]):
    """A choice among `options`: what a case may write, and the words of each in an act."""

    options: Mapping[str, str] = field(default_factory=dict)


def choice(options: Mapping[str, str]) -> ChoiceKind:
    """The kind of a choice among options (key to words), which stands beside `Choice`."""

    def refuses(path: str, text: str) -> Refused | None:
        if text in options:
            return None
        return f"« {text} » n’est pas une option de « {path} »", f"au choix : {', '.join(options)}"

    return ChoiceKind(
        type=Choice,
        words="au choix",
        read=_reader(options),
        schema=choice_schema(options),
        printed=lambda taken: taken.label,
        comparison=Comparison(lambda taken: taken.key, refuses),
        values=tuple(options),
        options=options,
        meant=lambda text: filter(None, [surely_meant(text, options)]),
    )


def _reader(options: Mapping[str, str]) -> Callable[[str], Choice]:
    keys = {folded(key): key for key in options}

    def read(text: str) -> Choice:
        key = keys.get(folded(text))
        if key is None:
            refused = refusal("« {text} » n’est pas une option ; au choix", text=text)
            raise ValueError(f"{refused}\u00a0: {', '.join(options)}")
        return Choice(key, options[key])

    return read


KIND = choice({})
"""A choice of which no option is known yet."""
