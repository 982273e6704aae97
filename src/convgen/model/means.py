"""What a party lends another, and what it charges for: equipment, unit prices, instalments."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from convgen.kinds.amount import AmountField
from convgen.kinds.percentage import PercentageField
from convgen.kinds.quantity import Quantity
from convgen.kinds.text import Text
from convgen.model.known import Known, Optionally
from convgen.model.party import Frozen

_COMPUTED = "les totaux se calculent : retirez cette clé"


class Item(Frozen):
    """One kind of thing that is lent."""

    designation: Known[Text] = Field(title="désignation du bien", examples=["borne wifi"])
    marque: Optionally[Text] = Field(None, title="marque du bien")
    quantite: Optionally[Quantity] = Field(None, title="quantité", examples=["4"])
    etat: Optionally[Text] = Field(None, title="état du bien", examples=["bon état"])


class Equipment(Frozen):
    """What is lent, by category (« équipements »)."""

    categorie: Known[Text] = Field(
        title="catégorie d’équipements", examples=["informatique et multimédia"]
    )
    biens: Known[tuple[Known[Item], ...]] = Field(title="biens de cette catégorie")


class UnitPrice(Frozen):
    """The price of one thing for one person. Totals are computed, never typed."""

    derived: ClassVar[dict[str, str]] = dict.fromkeys(("total", "montant"), _COMPUTED)

    objet: Known[Text] = Field(title="objet du tarif", examples=["ligne mobile"])
    prix: Known[AmountField] = Field(title="prix unitaire", examples=["404 €"])


class Instalment(Frozen):
    """A part of a sum, and when it is paid (« versement »)."""

    fraction: Known[PercentageField] = Field(title="fraction versée", examples=["50 %"])
    echeance: Known[Text] = Field(
        title="échéance du versement",
        description="elle suit la fraction dans l’acte",
        examples=["au vote du budget"],
    )


DERIVED = dict.fromkeys(("total", "total_tarifs", "total_versements"), _COMPUTED)
"""What the first level of a case must not write."""
