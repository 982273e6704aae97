"""What the law asks of a grant to a private body (« subvention »)."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from convgen.kinds.choice import Choice, choice
from convgen.kinds.yes_no import YesNo
from convgen.model.known import Optionally
from convgen.model.party import Frozen

_SPARED: Final = {
    "utilité publique": "de la reconnaissance d’utilité publique",
    "agrément": "de l’agrément prévu par l’article 25-1 de la loi n° 2000-321 du 12 avril 2000",
}
_Spared = Annotated[Choice, choice(_SPARED)]


class Grant(Frozen):
    """Conditions of a grant (loi n° 2000-321, art. 9-1 to 10-1; read 2026-11-22)."""

    affectee: Optionally[YesNo] = Field(
        None,
        title="affectation de la subvention à une dépense déterminée",
        description="le compte rendu financier est alors dû sous six mois",
        examples=["oui"],
    )
    certification_comptes: Optionally[YesNo] = Field(
        None,
        title="certification des comptes du bénéficiaire",
        description="au-delà de 153 000 € de subventions publiques par an",
        examples=["oui"],
    )
    dispense_engagement: Optionally[_Spared] = Field(
        None,
        title="raison qui dispense du contrat d’engagement républicain",
        examples=["utilité publique"],
    )
