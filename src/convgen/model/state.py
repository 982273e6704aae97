"""The three states in which an act can be written."""

from __future__ import annotations

from enum import StrEnum

SIGNING = {"signe_le": "date", "signe_a": "lieu"}
"""What a party says of its own signature, and what the act says of all in its place."""


class State(StrEnum):
    """How complete an act must be to be written."""

    FINAL = "definitif"  # ready to sign: nothing missing but place and date
    PROJECT = "projet"  # annexed to the deliberation that will authorise it
    DRAFT = "brouillon"  # always written, its gaps shown


_NAMES = {State.DRAFT: "Brouillon", State.PROJECT: "Projet"}
_REMAINS = {State.DRAFT: "à compléter ou à corriger", State.PROJECT: "à compléter"}


def status(state: State) -> str:
    """What an act that is not final says that it is, « Projet »; empty for a final one."""
    return _NAMES.get(state, "")


def notice(state: State, points: int) -> str:
    """What it says on its first page: « Projet : 2 points à compléter »."""
    if not points or state is State.FINAL:
        return status(state)
    return f"{_NAMES[state]}\u00a0: {points} point{'s' * (points > 1)} {_REMAINS[state]}"


def may_stay_open(path: tuple[str | int, ...], state: State) -> bool:
    """True for what a state leaves as a ruled blank when the case does not have it.

    A project is voted before the parties are authorised: their habilitations, what the
    sitting was, the reference and the signature are not known yet.
    """
    if path[:1] == ("signature",) or not SIGNING.keys().isdisjoint(path):
        return True
    if state is not State.PROJECT:
        return False
    if path[:1] == ("parties",):
        return "habilitation" in path
    return path[:1] in {("reference",), ("seance",)}
