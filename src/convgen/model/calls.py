"""What a value of a case makes compulsory elsewhere in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from convgen.model.amendment import AMENDED
from convgen.model.deliberation import WANTED_OF_COMMUNES
from convgen.model.personal_data import CALLED_FOR, QUALIFICATION, QUALIFICATIONS


class Call(NamedTuple):
    """Paths that a case must have when the one of `when` says `value`, or says anything if empty.

    `when` of a party is `nature`, whichever its role.
    """

    when: str
    value: str
    paths: tuple[str, ...]


NATURE: Final = "nature"
OPTIONS: Final = {QUALIFICATION: tuple(QUALIFICATIONS)}
"""The choices that call for something; until one is made, all that they may call for is."""
CALLS: Final = (
    *(Call(QUALIFICATION, option, paths) for option, paths in CALLED_FOR.items()),
    *(Call(name, "", (f"convention_initiale.{name}",)) for name in AMENDED),
    Call(NATURE, "commune", WANTED_OF_COMMUNES),
)


def calls_for(path: str) -> Iterator[Call]:
    """What may make a path compulsory."""
    return (call for call in CALLS if path in call.paths)
