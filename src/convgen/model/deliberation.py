"""What a deliberation rests on, and the acts that it approves."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from pydantic import Field

from convgen.kinds.amount import AmountField
from convgen.kinds.choice import Choice, choice
from convgen.kinds.date import Date
from convgen.kinds.duration import DurationField
from convgen.kinds.integer import Integer
from convgen.kinds.organ import Organ
from convgen.kinds.other_case import OtherCaseField
from convgen.kinds.text import Text
from convgen.kinds.year import Year
from convgen.model.known import Known, Optionally
from convgen.model.party import TOLD, Frozen

RANKS: Final = ("code", "loi", "décret", "arrêté", "délibération", "convention", "rapport")
"""The natures of visas, in the order in which they are cited."""
WANTED_OF_VISAS: Final = {
    "date": frozenset(RANKS) - {"code", "rapport"},
    "organe": frozenset({"délibération"}),
}
"""What visas of some natures cannot be found without."""
_Rank = Annotated[Choice, choice(dict(zip(RANKS, RANKS, strict=True)))]
_WAYS = {"recette": "recette", "dépense": "dépense"}
_Way = Annotated[Choice, choice(_WAYS)]
_OPINIONS = {"favorable": "favorable", "défavorable": "défavorable"}
_Opinion = Annotated[Choice, choice(_OPINIONS)]


class Visa(Frozen):
    """A text or an act that a deliberation rests on; a clause writes it whole."""

    nature: Known[_Rank] = Field(title="nature du visa", examples=["délibération"])
    organe: Optionally[Organ] = Field(
        None,
        title="auteur du texte visé",
        description="pour un arrêté, une délibération ou un rapport",
        examples=["commission permanente"],
    )
    numero: Optionally[Text] = Field(None, title="numéro du texte visé", examples=["2001-495"])
    date: Optionally[Date] = Field(None, title="date du texte visé", examples=["06/06/2001"])
    objet: Known[Text] = Field(
        title="objet du texte visé",
        description="il suit le texte dans la phrase ; pour un code, son nom",
        examples=["relatif à la transparence financière des aides"],
    )


class BudgetLine(Frozen):
    """Where a sum goes in the budget (« imputation »)."""

    sens: Known[_Way] = Field(title="sens de l’imputation", examples=["recette"])
    programme: Known[Text] = Field(
        title="programme budgétaire", examples=["Développement du numérique"]
    )
    chapitre: Known[Text] = Field(title="chapitre budgétaire", examples=["939"])


class Opinion(Frozen):
    """What the competent commission thinks (« avis »)."""

    commission: Known[Text] = Field(
        title="commission qui a donné son avis", examples=["Finances et administration générale"]
    )
    sens: Known[_Opinion] = Field(title="sens de l’avis", examples=["favorable"])


class Ballot(Frozen):
    """How the members have voted."""

    pour: Known[Integer] = Field(title="voix pour", examples=["21"])
    contre: Known[Integer] = Field(title="voix contre", examples=["0"])
    abstentions: Known[Integer] = Field(title="abstentions", examples=["2"])


class Sitting(Frozen):
    """Who was there, and the vote: what a commune must write (CGCT, L. 2121-23)."""

    presents: Known[tuple[Known[Text], ...]] = Field(
        title="membres présents", examples=["[Alix Diallo, Camille Martin]"]
    )
    absents: Optionally[tuple[Known[Text], ...]] = Field(
        None, title="membres absents ou excusés", examples=["[Sacha Nguyen]"]
    )
    secretaire: Known[Text] = Field(title="secrétaire de séance", examples=["Alix Diallo"])
    vote: Known[Ballot] = Field(title="vote")


class Subject(Frozen):
    """One of the acts that a deliberation approves (« sujet »)."""

    tells: ClassVar[tuple[str, ...]] = (
        "acte", "objet", "cocontractants", "habilitations", "montant", "duree", "depart",
        "terme", "exercice", "signe_le",
    )  # fmt: skip

    intitule: Known[Text] = Field(
        title="intitulé du sujet",
        description="ce qui suit « Concernant », avec son article",
        examples=["le poste d’animateur départemental"],
    )
    fiche: Optionally[OtherCaseField] = Field(
        None,
        title="fiche de la convention approuvée",
        description="elle en dit l’objet, les parties, le montant et la durée",
        examples=["../subvention-poste/alpes-maritimes.yaml"],
    )
    motif: Optionally[Text] = Field(
        None,
        title="but de la mesure",
        description="à l’infinitif",
        examples=["poursuivre l’animation du réseau"],
    )
    visas: Optionally[tuple[Known[Visa], ...]] = Field(None, title="visas propres au sujet")
    considerants: Optionally[tuple[Known[Text], ...]] = Field(
        None,
        title="considérants du sujet",
        description="ce qui suit « Considérant »",
        examples=["[que le réseau est à poursuivre]"],
    )
    imputation: Optionally[BudgetLine] = Field(None, title="imputation budgétaire")
    exercice: Optionally[Year] = Field(None, title="exercice budgétaire", examples=["2024"])
    acte: Known[Text] = Field(
        title="acte à approuver",
        description="son intitulé, avec son article ; inutile si « fiche » est donnée",
        examples=["la convention de mise à disposition de services"],
        json_schema_extra=TOLD,
    )
    objet: Known[Text] = Field(
        title="objet de l’acte",
        description="avec son article ; inutile si « fiche » est donnée",
        examples=["le financement du poste"],
        json_schema_extra=TOLD,
    )
    cocontractants: Known[tuple[Known[Text], ...]] = Field(
        title="parties à l’acte, hors la collectivité",
        description="chacune avec son article ; inutile si « fiche » est donnée",
        examples=["[l’association Les Essais]"],
        json_schema_extra=TOLD,
    )
    habilitations: Optionally[tuple[Known[Text], ...]] = Field(
        None,
        title="habilitations des parties",
        description="une ligne par partie",
        examples=["[délibération du conseil municipal du 3 mars 2026]"],
    )
    montant: Optionally[AmountField] = Field(None, title="montant", examples=["50 000 €"])
    duree: Optionally[DurationField] = Field(None, title="durée de l’acte", examples=["3 ans"])
    depart: Optionally[Text] = Field(
        None,
        title="point de départ de la durée",
        description="avec son possessif ou son article",
        examples=["sa notification"],
    )
    terme: Optionally[Date] = Field(None, title="terme de l’acte", examples=["31/12/2026"])
    signe_le: Optionally[Date] = Field(
        None, title="date de signature de l’acte", examples=["15/01/2024"]
    )


SITTING: Final = "seance"
WANTED_OF_COMMUNES: Final = (SITTING,)
"""What the deliberation of a commune must say (CGCT, L. 2121-23; not read in the code)."""
