"""Where a sum is paid."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from convgen.kinds.bic import BicField
from convgen.kinds.iban import IbanField
from convgen.kinds.text import Text
from convgen.model.known import Known
from convgen.model.party import Frozen


class Account(Frozen):
    """A bank account. Its RIB is a part of its IBAN: it is derived, never typed."""

    derived: ClassVar[dict[str, str]] = {"rib": "le RIB se déduit de l’IBAN : retirez cette clé"}

    titulaire: Known[Text] = Field(title="titulaire du compte", examples=["Les Amis du Parc"])
    iban: Known[IbanField] = Field(title="IBAN du compte")
    bic: Known[BicField] = Field(title="BIC du compte")
