"""What one case changes in the plan of its programme (« clauses particulières »)."""

from __future__ import annotations

from pydantic import Field

from convgen.model.party import Frozen
from convgen.model.scalars import Known, Optionally, Prose, Text


class ParticularClause(Frozen):
    """One change: a clause replaced, removed or added, and why.

    Exactly one of `remplace`, `retire` and `ajoute` says which; a new text is either written
    there (`texte`) or a clause of the library (`clause`).
    """

    remplace: Optionally[Text] = Field(None, title="clause remplacée")
    retire: Optionally[Text] = Field(None, title="clause retirée")
    ajoute: Optionally[Text] = Field(None, title="nom de la clause ajoutée")
    motif: Known[Text] = Field(title="motif de la clause particulière")
    dans: Optionally[Text] = Field(None, title="article qui reçoit la clause")
    apres: Optionally[Text] = Field(None, title="article que suit le nouvel article")
    intitule: Optionally[Text] = Field(None, title="intitulé du nouvel article")
    texte: Optionally[Prose] = Field(None, title="texte de la clause particulière")
    clause: Optionally[Text] = Field(None, title="clause de la bibliothèque")
