"""What an avenant says of the convention that it amends, as earlier avenants have left it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from convgen.kinds.amount import AmountField
from convgen.kinds.date import Date
from convgen.kinds.duration import DurationField
from convgen.kinds.organ import Organ
from convgen.kinds.other_case import OtherCaseField
from convgen.kinds.quantity import Quantity
from convgen.kinds.text import Text
from convgen.model.known import Known, Optionally
from convgen.model.party import TOLD, Frozen

AMENDED = ("montant", "terme", "duree")
"""What an avenant may amend: slots of its own case, whose old values the initial one has."""


class Grounds(Frozen):
    """The deliberation that an earlier act rests on, as a visa cites it."""

    organe: Known[Organ] = Field(
        title="organe qui a délibéré", examples=["assemblée départementale"]
    )
    date: Known[Date] = Field(title="date de la délibération", examples=["20/01/2023"])
    numero: Optionally[Text] = Field(None, title="numéro de la délibération", examples=["12"])


class EarlierAmendment(Frozen):
    """An avenant signed before this one: what it has added, or put in the place of the initial."""

    tells: ClassVar[tuple[str, ...]] = ("numero", "date", *AMENDED)

    numero: Known[Quantity] = Field(
        title="numéro de l’avenant antérieur", examples=["1"], json_schema_extra=TOLD
    )
    fiche: Optionally[OtherCaseField] = Field(
        None,
        title="fiche de l’avenant antérieur",
        description="elle en dit le numéro, la date et ce qu’il a modifié",
        examples=["avenant-1.yaml"],
    )
    date: Known[Date] = Field(
        title="date de l’avenant antérieur", examples=["03/07/2023"], json_schema_extra=TOLD
    )
    montant: Optionally[AmountField] = Field(
        None, title="montant ajouté par l’avenant antérieur", examples=["5 000 €"]
    )
    terme: Optionally[Date] = Field(
        None, title="terme fixé par l’avenant antérieur", examples=["30/06/2024"]
    )
    duree: Optionally[DurationField] = Field(
        None, title="durée fixée par l’avenant antérieur", examples=["18 mois"]
    )


class InitialConvention(Frozen):
    """The convention that an avenant amends (« convention initiale »)."""

    tells: ClassVar[tuple[str, ...]] = ("date", "objet", "deliberation", *AMENDED)

    fiche: Optionally[OtherCaseField] = Field(
        None,
        title="fiche de la convention initiale",
        description="elle en dit l’objet, les parties, le montant, le terme ou la durée",
        examples=["../subvention-poste/alpes-maritimes.yaml"],
    )
    date: Known[Date] = Field(
        title="date de signature de la convention initiale",
        examples=["25/01/2023"],
        json_schema_extra=TOLD,
    )
    objet: Known[Text] = Field(
        title="objet de la convention initiale",
        description="avec son article",
        examples=["le fonctionnement de l’association"],
        json_schema_extra=TOLD,
    )
    deliberation: Optionally[Grounds] = Field(
        None, title="délibération qui a autorisé la convention initiale"
    )
    montant: Optionally[AmountField] = Field(
        None, title="montant de la convention initiale", examples=["60 000 €"]
    )
    terme: Optionally[Date] = Field(
        None,
        title="terme de la convention initiale",
        description="celui d’un avenant antérieur le remplace",
        examples=["31/12/2023"],
    )
    duree: Optionally[DurationField] = Field(
        None,
        title="durée de la convention initiale",
        description="celle d’un avenant antérieur la remplace",
        examples=["12 mois"],
    )
    avenants: Optionally[tuple[Known[EarlierAmendment], ...]] = Field(
        None, title="avenants antérieurs"
    )
