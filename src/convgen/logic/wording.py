"""Values found by a search, told in French."""

from __future__ import annotations

from convgen.french.lists import enumerate_list
from convgen.logic.domains import ELEMENT, FREE
from convgen.logic.formula import ABSENT, OTHER
from convgen.logic.solving import Values


def describe(values: Values) -> str:
    """Say when something happens: « si « terme » manque et « mode » vaut a »."""
    facts = [_fact(name, value) for name, value in values.items()]
    return f"si {enumerate_list(facts)}" if facts else "dans tous les cas"


def _fact(variable: str, value: str) -> str:
    if variable.startswith(FREE):
        question = variable.removeprefix(FREE)
        return f"« {question} » est vrai" if value == "oui" else f"« {question} » est faux"
    name = _name(variable)
    if value == ABSENT:
        return f"{name} manque"
    return f"{name} est là" if value == OTHER else f"{name} vaut {value}"


def _name(variable: str) -> str:
    """The path as a clause writes it; what is in a list, as a part of its element."""
    items, _, part = variable.rpartition(f"{ELEMENT}.")
    name = f"« {part} »" if items else f"« {variable.removesuffix(ELEMENT)} »"
    return f"{name}, dans un élément de « {items.replace(ELEMENT, '')} »," if items else name
