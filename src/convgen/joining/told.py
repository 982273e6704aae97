"""What a case tells to another one that joins it, or why it tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from convgen.faults.diagnostic import Diagnostic, Span
from convgen.french.designation import Designation
from convgen.joining.persons import Person
from convgen.yaml.nodes import MappingNode


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """What a case tells of itself. `place` is where it says its programme.

    `parties` are its roles, each as its tree has it, called by `designations`. `amends` is true
    of an avenant; `faults` are what makes it unsure.
    """

    place: Span
    values: MappingNode
    parties: MappingNode
    designations: dict[str, Designation]
    persons: tuple[Person, ...]
    amends: bool = False
    faults: tuple[Diagnostic, ...] = ()


class Untold(NamedTuple):
    """Why a case tells nothing, in French; `in_circle` when nothing is wrong with it but that."""

    why: str
    in_circle: bool = False


ITSELF = Untold("une fiche ne peut pas se joindre elle-même", in_circle=True)
A_CIRCLE = Untold("des fiches ne peuvent pas se joindre en cercle", in_circle=True)

SummaryReader = Callable[[Path], "CaseSummary | Untold"]
"""What the case of a file tells, or why it tells nothing."""
