"""Where a convention is carried out, and which court judges it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

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


def lead_of(natures: Mapping[str, str]) -> str:
    """The role of the first public authority that the act names; empty if there is none.

    `natures` are those of the parties, by role, in the order of the act.
    """
    return next((role for role, nature in natures.items() if nature not in PRIVATE), "")


def places_that_tell_the_court(
    lead_role: str, *, performed: bool
) -> tuple[tuple[str | int, ...], ...]:
    """The paths of a case that tell its court, the first of which it writes decides.

    A case that says where it is `performed` is not judged at the seat of its lead (code de justice
    administrative, art. R. 312-11, in a secondary source; read 2026-11-22).
    """
    if performed:
        return (PERFORMANCE, "insee"), (PERFORMANCE, "departement")
    lead = ("parties", lead_role, 0)
    return (
        (*lead, "siege", "insee"),
        (*lead, "siege", "departement"),
        (*lead, "insee"),
    )
