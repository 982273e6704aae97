"""Where a convention is carried out, and which court judges it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pydantic import Field

from convgen.french.courts import Court, court_of_place
from convgen.kinds.department import Department
from convgen.kinds.email import Email
from convgen.kinds.insee import Insee
from convgen.kinds.telephone import Telephone
from convgen.kinds.text import Text
from convgen.model.known import Optionally
from convgen.model.party import PRIVATE, Frozen

COURT = "tribunal"
"""The slot that a case may leave out, for other values tell it."""


class PlaceOfPerformance(Frozen):
    """Where a convention is carried out, to the département: it tells the court."""

    departement: Optionally[Department] = Field(
        None,
        title="département d’exécution",
        description="son code ou son nom ; inutile si le code INSEE est donné",
        examples=["83"],
    )
    insee: Optionally[Insee] = Field(
        None, title="code INSEE de la commune d’exécution", examples=["06018"]
    )


class CourtContact(Frozen):
    """How the court is reached, where an act says it."""

    adresse: Optionally[Text] = Field(
        None, title="adresse du tribunal", examples=["1 place du Palais, 06000 Nice"]
    )
    courriel: Optionally[Email] = Field(
        None, title="courriel du greffe", examples=["greffe@exemple.fr"]
    )
    telephone: Optionally[Telephone] = Field(None, title="téléphone du greffe")
    site: Optionally[Text] = Field(
        None, title="site internet du tribunal", examples=["https://nice.tribunal-administratif.fr"]
    )


PERFORMANCE = "lieu_execution"
Path = tuple[str | int, ...]


class Competence(NamedTuple):
    """The court that a case tells, None when it names no place; and the path that tells it."""

    court: Court | None = None
    path: Path = ()

    @property
    def told_by(self) -> str:
        """The path as a jurist names it: « parties.porteur.siege.insee »."""
        return ".".join(segment for segment in self.path if isinstance(segment, str))


def competent_court(
    natures: Mapping[str, str], read: Callable[[Path], str | None], *, performed: bool
) -> Competence:
    """The court of the first place that a case writes.

    `natures` are those of the parties, by role, in the order of the act; `read` gives what the
    case writes at a path, an empty text for what it leaves empty, None for what it does not write.
    A case that says where it is `performed` is not judged at the seat of its lead party (code de
    justice administrative, art. R. 312-11, in a secondary source; read 2026-11-22).
    """
    for path in _places(_lead(natures), performed=performed):
        text = read(path)
        if text is not None:
            return Competence(court_of_place(str(path[-1]), text) if text else None, path)
    return Competence()


def _lead(natures: Mapping[str, str]) -> str:
    """The role of the first public authority that the act names; empty if there is none."""
    return next((role for role, nature in natures.items() if nature not in PRIVATE), "")


def _places(lead: str, *, performed: bool) -> tuple[Path, ...]:
    if performed:
        return (PERFORMANCE, "insee"), (PERFORMANCE, "departement")
    party: Path = ("parties", lead, 0)
    return (*party, "siege", "insee"), (*party, "siege", "departement"), (*party, "insee")
