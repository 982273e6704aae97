"""What one case changes in the plan of its programme (« clauses particulières »)."""

from __future__ import annotations

from pydantic import Field

from convgen.kinds.prose import Prose
from convgen.kinds.text import Text
from convgen.model.known import Known, Optionally
from convgen.model.party import Frozen


class ParticularClause(Frozen):
    """One change: a clause replaced, removed or added, and why.

    Exactly one of `remplace`, `retire` and `ajoute` says which; a new text is either written
    there (`texte`) or a clause of the library (`clause`).
    """

    remplace: Optionally[Text] = Field(
        None,
        title="clause remplacée",
        description="l’une de celles du plan (« convgen show »)",
        examples=["resiliation/mise-en-demeure"],
    )
    retire: Optionally[Text] = Field(
        None,
        title="clause retirée",
        description="l’une de celles du plan (« convgen show »)",
        examples=["resiliation/indemnite"],
    )
    ajoute: Optionally[Text] = Field(
        None,
        title="nom de la clause ajoutée",
        description="libre, en minuscules sans accent, avec chiffres et traits d’union",
        examples=["assurance-materiel"],
    )
    motif: Known[Text] = Field(
        title="motif de la clause particulière",
        description="pourquoi cet acte s’écarte de la bibliothèque",
        examples=["demande du bénéficiaire, acceptée le 12 novembre 2025"],
    )
    dans: Optionally[Text] = Field(
        None,
        title="article qui reçoit la clause",
        description="à sa fin ; pour un nouvel article, écrivez « apres » et « intitule »",
        examples=["resiliation"],
    )
    apres: Optionally[Text] = Field(
        None, title="article ou clause que suit la nouvelle", examples=["resiliation"]
    )
    intitule: Optionally[Text] = Field(
        None, title="intitulé du nouvel article", examples=["Assurance"]
    )
    texte: Optionally[Prose] = Field(
        None,
        title="texte de la clause particulière",
        description="dans la langue des clauses ; « clause: thème/clause » prend plutôt celui "
        "d’une clause de la bibliothèque",
        examples=["Chaque partie supporte ses propres frais."],
    )
    clause: Optionally[Text] = Field(
        None, title="clause de la bibliothèque", examples=["resiliation/unilaterale"]
    )
