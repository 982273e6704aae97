"""Who signs: the legal person, its seat, its representative, what authorises it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from convgen.french.designation import Designation
from convgen.french.organs import read_organ
from convgen.model.scalars import (
    Choice,
    Date,
    Insee,
    Known,
    Optionally,
    Options,
    Postcode,
    SirenField,
    Text,
    folded,
    read_choice,
    scalar,
)

NATURES = {
    "commune": "collectivité territoriale",
    "département": "collectivité territoriale",
    "région": "collectivité territoriale",
    "EPCI": "établissement public de coopération intercommunale",
    "syndicat mixte": "syndicat mixte",
    "État": "État",
    "établissement public": "établissement public",
    "association": "association",
    "fondation": "fondation",
    "société": "société",
}
Nature = Annotated[Choice, scalar(read_choice(NATURES)), Options(tuple(NATURES))]

_TITLES = {"Monsieur": "Monsieur", "Madame": "Madame"}
Civility = Annotated[Choice, scalar(read_choice(_TITLES)), Options(tuple(_TITLES))]


class Frozen(BaseModel):
    """The base of everything that a case holds: frozen, no key but the declared ones."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class Address(Frozen):
    """Where a party has its seat. `insee` is the commune's code, which names its département."""

    adresse: Known[Text] = Field(title="adresse du siège")
    code_postal: Known[Postcode] = Field(title="code postal du siège")
    commune: Known[Text] = Field(title="commune du siège")
    insee: Optionally[Insee] = Field(None, title="code INSEE de la commune du siège")


class Delegation(Frozen):
    """An act by which an authority lets another decide or sign in its place."""

    acte: Known[Text] = Field(title="acte de délégation")
    date: Known[Date] = Field(title="date de l’acte de délégation")
    numero: Optionally[Text] = Field(None, title="numéro de l’acte de délégation")


class Signatory(Frozen):
    """The natural person who signs for a party, and in which office."""

    civilite: Known[Civility] = Field(title="civilité du signataire")
    prenom: Known[Text] = Field(title="prénom du signataire")
    nom: Known[Text] = Field(title="nom du signataire")
    qualite: Known[Text] = Field(title="qualité du signataire")
    delegation: Optionally[Delegation] = Field(None, title="délégation de signature")


Organ = Annotated[Designation, scalar(read_organ)]


class Authorisation(Frozen):
    """The act that lets a party sign (« habilitation »): an act, an organ and a date."""

    acte: Known[Text] = Field(title="nature de l’acte d’habilitation")
    organe: Known[Organ] = Field(title="organe qui a pris l’acte d’habilitation")
    date: Known[Date] = Field(title="date de l’acte d’habilitation")
    numero: Optionally[Text] = Field(None, title="numéro de l’acte d’habilitation")
    reference: Optionally[Text] = Field(None, title="référence de l’acte d’habilitation")
    transmise_le: Optionally[Date] = Field(None, title="date de transmission de l’acte")
    recue_le: Optionally[Date] = Field(None, title="date de réception de l’acte en préfecture")
    accuse: Optionally[Text] = Field(None, title="identifiant de l’accusé de réception")
    delegation: Optionally[Delegation] = Field(None, title="délégation donnée à cet organe")


class Party(Frozen):
    """A legal person bound by the act."""

    nature: Known[Nature] = Field(title="nature")
    denomination: Known[Text] = Field(title="dénomination")
    siren: Optionally[SirenField] = Field(None, title="numéro SIREN")
    insee: Optionally[Insee] = Field(None, title="code INSEE")
    siege: Optionally[Address] = Field(None, title="siège")
    signataire: Known[Signatory] = Field(title="signataire")
    habilitation: Optionally[Authorisation] = Field(None, title="acte d’habilitation")
    signe_le: Optionally[Date] = Field(None, title="date de signature")


class StateParty(Party):
    """The State: no SIREN, seat nor authorisation needed (the prefect signs by office)."""


class PrivateParty(Party):
    """An association, a foundation, a company: it needs an identifier and a seat."""

    siren: Known[SirenField] = Field(title="numéro SIREN")
    siege: Known[Address] = Field(title="siège")


class PublicParty(PrivateParty):
    """A public body: it also needs the act that lets it sign (CGCT L. 2121-29, L. 3211-1…)."""

    habilitation: Known[Authorisation] = Field(title="acte d’habilitation")


_TAGS = {"état": "@état", "association": "@privée", "fondation": "@privée", "société": "@privée"}


def _tag_of_party(value: Any) -> str:
    if isinstance(value, Party):
        value = {"nature": value.nature.key} if isinstance(value.nature, Choice) else {}
    nature = value.get("nature") if isinstance(value, dict) else None
    return _TAGS.get(folded(nature), "@publique") if isinstance(nature, str) else "@publique"


# The first one tells what a party usually has (`convgen.model.shape`).
AnyParty = Annotated[
    Annotated[PublicParty, Tag("@publique")]
    | Annotated[PrivateParty, Tag("@privée")]
    | Annotated[StateParty, Tag("@état")],
    Discriminator(_tag_of_party),
]


def _one_is_a_list_of_one(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


# A role is always held by a list of parties; a case writes a single one bare.
Role = Annotated[tuple[Known[AnyParty], ...], BeforeValidator(_one_is_a_list_of_one)]
