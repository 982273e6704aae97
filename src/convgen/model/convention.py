"""The typed core of a case: the slots that any convention may have and that rules know.

A programme requires, admits or leaves out each slot and adds fields of its own
(`convgen.model.case_model`). A party's role, a slot or a field that a case leaves out is None.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from convgen.kinds.amount import AmountField
from convgen.kinds.choice import Choice, choice
from convgen.kinds.court import CourtName
from convgen.kinds.date import Date
from convgen.kinds.duration import DurationField
from convgen.kinds.month import MonthField
from convgen.kinds.quantity import Quantity
from convgen.kinds.text import Text
from convgen.kinds.year import Year
from convgen.model.absent import Absent
from convgen.model.amendment import InitialConvention
from convgen.model.deliberation import Opinion, Sitting, Subject, Visa
from convgen.model.grant import Grant
from convgen.model.jurisdiction import CourtContact, PlaceOfPerformance
from convgen.model.known import Known, Optionally
from convgen.model.means import DERIVED, Equipment, Instalment, UnitPrice
from convgen.model.money import Account
from convgen.model.negotiated import ParticularClause
from convgen.model.party import DEDUCED, Frozen, Party
from convgen.model.personal_data import PersonalData


class Stage(Frozen):
    """One step of a schedule, with its shortest and, if it differs, longest duration."""

    intitule: Known[Text] = Field(title="intitulé de l’étape", examples=["Bilan"])
    duree_min: Known[DurationField] = Field(
        title="durée de l’étape", description="la plus courte, si elle varie", examples=["2 mois"]
    )
    duree_max: Optionally[DurationField] = Field(
        None, title="durée maximale de l’étape", examples=["3 mois"]
    )


class Schedule(Frozen):
    """The schedule of a project (« calendrier »)."""

    duree: Optionally[DurationField] = Field(None, title="durée du projet")
    debut_souhaite: Optionally[MonthField] = Field(
        None, title="début souhaité", examples=["janvier 2026"]
    )
    etapes: Optionally[tuple[Known[Stage], ...]] = Field(None, title="étapes du projet")
    mise_en_place_avant: Optionally[Date] = Field(
        None, title="date butoir de mise en place", examples=["30/06/2026"]
    )
    bilan_avant: Optionally[Date] = Field(
        None, title="date limite du bilan", examples=["31/12/2026"]
    )


_TRANSFERS = {"de droit": "de droit", "sur demande": "sur demande"}


class DataSharing(Frozen):
    """How the data of a project are shared (« partage des données »)."""

    transfert: Known[Annotated[Choice, choice(_TRANSFERS)]] = Field(
        title="mode de transfert des données (de droit, sur demande)"
    )


class Signing(Frozen):
    """Place and date of the signature; open, they are ruled lines to fill by hand."""

    lieu: Optionally[Text] = Field(
        None,
        title="lieu de signature",
        description="une ville où l’une des parties a son siège",
        examples=["Choisy-le-Roi"],
    )
    date: Optionally[Date] = Field(None, title="date de signature", examples=["15/12/2025"])


class Convention(Frozen):
    """Any convention: slots are None where the case has none."""

    admitted: ClassVar[frozenset[str]] = frozenset()  # the keys that a case may have
    derived: ClassVar[dict[str, str]] = DERIVED

    programme: Known[Text] = Field(title="programme", description="type de la convention")
    reference: Optionally[Text] = Field(
        None,
        title="référence de la convention",
        description="numéro donné par vos services, imprimé en tête de l’acte",
        examples=["2025-042"],
    )
    numero: Optionally[Quantity] = Field(
        None,
        title="numéro de l’avenant",
        description="les avenants d’une convention se numérotent à partir de 1",
        examples=["1"],
    )
    convention_initiale: Optionally[InitialConvention] = Field(
        None, title="convention initiale", description="celle que l’avenant modifie"
    )
    prise_effet: Optionally[Date] = Field(
        None, title="date de prise d’effet", examples=["01/01/2026"]
    )
    terme: Optionally[Date] = Field(
        None,
        title="terme de la convention",
        description="son dernier jour",
        examples=["31/12/2026"],
    )
    duree: Optionally[DurationField] = Field(None, title="durée de la convention")
    montant: Optionally[AmountField] = Field(None, title="montant")
    subvention: Optionally[Grant] = Field(
        None,
        title="conditions de la subvention",
        description="ce que la loi demande pour une personne de droit privé",
    )
    exercice: Optionally[Year] = Field(None, title="exercice budgétaire", examples=["2023"])
    calendrier: Optionally[Schedule] = Field(None, title="calendrier")
    versements: Optionally[tuple[Known[Instalment], ...]] = Field(None, title="versements")
    equipements: Optionally[tuple[Known[Equipment], ...]] = Field(None, title="équipements")
    tarifs: Optionally[tuple[Known[UnitPrice], ...]] = Field(None, title="tarifs unitaires")
    effectif: Optionally[Quantity] = Field(
        None, title="effectif", description="il multiplie les tarifs unitaires", examples=["12"]
    )
    partage_donnees: Optionally[DataSharing] = Field(None, title="partage des données")
    donnees_personnelles: Optionally[PersonalData] = Field(None, title="données personnelles")
    tribunal: Optionally[CourtName] = Field(
        None,
        title="tribunal compétent",
        description="nom de la ville seul ; sans cette clé, il se déduit du lieu d’exécution, "
        "à défaut du siège de la première partie",
        examples=["Paris"],
        json_schema_extra={DEDUCED: True},
    )
    tribunal_coordonnees: Optionally[CourtContact] = Field(
        None, title="coordonnées du tribunal", description="imprimées si elles sont données"
    )
    lieu_execution: Optionally[PlaceOfPerformance] = Field(
        None, title="lieu d’exécution", description="il désigne le tribunal compétent"
    )
    visas: Optionally[tuple[Known[Visa], ...]] = Field(
        None,
        title="visas",
        description="l’acte les cite par rang et par date, dans quelque ordre qu’ils soient écrits",
    )
    avis: Optionally[Opinion] = Field(None, title="avis de la commission compétente")
    seance: Optionally[Sitting] = Field(
        None,
        title="séance",
        description="présents, vote et secrétaire ; obligatoire pour une commune",
    )
    sujets: Optionally[tuple[Known[Subject], ...]] = Field(
        None, title="sujets", description="les actes que la délibération approuve"
    )
    compte: Optionally[Account] = Field(None, title="compte bancaire")
    signature: Optionally[Signing] = Field(
        None,
        title="signature",
        description="ce qui reste ouvert se remplit à la main",
    )
    clauses_particulieres: Optionally[tuple[Known[ParticularClause], ...]] = Field(
        None,
        title="clauses particulières",
        description="ce que cette fiche change au plan, pour elle seule",
    )

    def roles(self) -> dict[str, tuple[Party | Absent, ...]]:
        """The parties by role, in the order of the act; a role not filled in is one gap."""
        parties = getattr(self, "parties", None)
        if parties is None or isinstance(parties, Absent):
            return {}
        return {
            role: (held,) if isinstance(held, Absent) else held
            for role in type(parties).model_fields
            if (held := getattr(parties, role)) is not None
        }


# Keys that any case may have, whatever its programme.
ALWAYS = frozenset({"programme", "parties", "signature", "clauses_particulieres"})
# What each slot of a convention is called in a programme's `exige` and `admet`.
SLOTS = frozenset(Convention.model_fields) - ALWAYS
# Keys that say how an act is made: no clause can name them.
NOT_SAID = frozenset({"programme", "parties", "clauses_particulieres"})
