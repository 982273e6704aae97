"""Personal data: who answers for them, what is done with them, what the law wants written.

Regulation (EU) 2016/679, art. 26 and 28 § 3 (a) read, the rest to be checked; read 2026-11-22).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import Field

from convgen.kinds.choice import Choice, choice
from convgen.kinds.duration import DurationField
from convgen.kinds.email import Email
from convgen.kinds.text import Text
from convgen.model.known import Known, Optionally
from convgen.model.party import Frozen

SEPARATE, JOINT, PROCESSOR = "distincts", "conjoints", "sous-traitance"
QUALIFICATIONS: Final[Mapping[str, str]] = {
    "aucune": "aucun traitement de données personnelles",
    SEPARATE: "responsables de traitement distincts",
    JOINT: "responsables conjoints du traitement",
    PROCESSOR: "traitement par l’une des parties pour le compte de l’autre",
}
_Qualification = Annotated[Choice, choice(QUALIFICATIONS)]


class Processing(Frozen):
    """What is done with personal data, as art. 28 § 3 wants it described."""

    objet: Known[Text] = Field(
        title="objet du traitement", examples=["la transcription de séances"]
    )
    finalite: Known[Text] = Field(
        title="finalité du traitement", examples=["l’établissement des procès-verbaux"]
    )
    nature: Known[Text] = Field(
        title="nature des opérations", examples=["l’enregistrement, la transcription"]
    )
    donnees: Known[tuple[Known[Text], ...]] = Field(
        title="types de données traitées", examples=["[la voix, l’identité]"]
    )
    personnes: Known[tuple[Known[Text], ...]] = Field(
        title="catégories de personnes concernées", examples=["[les élus, les agents]"]
    )
    conservation: Known[Text] = Field(
        title="durée de conservation des données", examples=["six mois à compter de la séance"]
    )


class DataOfficer(Frozen):
    """The data protection officer (« délégué », art. 37)."""

    nom: Known[Text] = Field(title="nom du délégué à la protection des données")
    courriel: Known[Email] = Field(
        title="courriel du délégué à la protection des données", examples=["dpo@exemple.fr"]
    )


class PersonalData(Frozen):
    """How a convention deals with personal data (« données personnelles »)."""

    qualification: Known[_Qualification] = Field(
        title="qualification des parties au regard des données personnelles",
        description="elle choisit l’article et l’annexe",
        examples=[PROCESSOR],
    )
    traitements: Optionally[tuple[Known[Processing], ...]] = Field(
        None,
        title="traitements de données personnelles",
        description="obligatoire entre responsables conjoints et en cas de sous-traitance",
    )
    mesures: Optionally[tuple[Known[Text], ...]] = Field(
        None,
        title="mesures de sécurité propres à cette convention",
        description="elles s’ajoutent à celles de la bibliothèque ; chacune avec son article",
        examples=["[le cloisonnement des environnements]"],
    )
    hebergement: Optionally[Text] = Field(
        None, title="hébergement des données", examples=["un centre de données situé en France"]
    )
    alerte_violation: Optionally[DurationField] = Field(
        None,
        title="délai d’alerte de l’autre partie en cas de violation",
        description="depuis que la partie qui alerte en a connaissance ; sans objet si la "
        "qualification est « aucune »",
        examples=["48 heures"],
    )
    journaux: Optionally[DurationField] = Field(
        None, title="durée de conservation des journaux", examples=["6 mois"]
    )
    delegue: Optionally[DataOfficer] = Field(
        None,
        title="délégué à la protection des données",
        description="celui de la partie qui traite les données pour l’autre",
    )
    contact: Optionally[Text] = Field(
        None,
        title="point de contact des personnes concernées",
        description="entre responsables conjoints",
        examples=["le service des archives, archives@exemple.fr"],
    )


_ALERT, _PROCESSING = "donnees_personnelles.alerte_violation", "donnees_personnelles.traitements"
CALLED_FOR: Final[Mapping[str, tuple[str, ...]]] = {
    SEPARATE: (_ALERT,),
    JOINT: (_PROCESSING, _ALERT),
    PROCESSOR: (_PROCESSING, _ALERT),
}
"""The paths that each qualification makes compulsory."""
QUALIFICATION: Final = "donnees_personnelles.qualification"

_ART_28 = "article 28, § 3"
POINTS: Final[Mapping[str, Mapping[str, str]]] = {
    PROCESSOR: {
        "rgpd-28-3-description": f"{_ART_28} : objet, durée, nature et finalité du traitement, "
        "types de données, catégories de personnes",
        "rgpd-28-3-responsable": f"{_ART_28} : obligations et droits du responsable de traitement",
        "rgpd-28-3-a": f"{_ART_28}, a) : instructions documentées, transferts compris",
        "rgpd-28-3-b": f"{_ART_28}, b) : confidentialité des personnes autorisées",
        "rgpd-28-3-c": f"{_ART_28}, c) : mesures de sécurité de l’article 32",
        "rgpd-28-3-d": f"{_ART_28}, d) : recrutement d’un autre sous-traitant",
        "rgpd-28-3-e": f"{_ART_28}, e) : aide à l’exercice des droits des personnes",
        "rgpd-28-3-f": f"{_ART_28}, f) : aide pour les obligations des articles 32 à 36",
        "rgpd-28-3-g": f"{_ART_28}, g) : suppression ou restitution des données",
        "rgpd-28-3-h": f"{_ART_28}, h) : preuve, audits, alerte sur une instruction illicite",
    },
    JOINT: {
        "rgpd-26-obligations": "article 26, § 1 : obligations respectives des responsables",
        "rgpd-26-droits": "article 26, § 1 et 3 : exercice des droits des personnes concernées",
        "rgpd-26-information": "article 26, § 1 : information des personnes (articles 13 et 14)",
        "rgpd-26-grandes-lignes": "article 26, § 2 : grandes lignes de l’accord, tenues à la "
        "disposition des personnes",
    },
}
"""What the act must hold, by qualification: the key of each point, and what it says."""
EVERY_POINT: Final = frozenset(point for points in POINTS.values() for point in points)
