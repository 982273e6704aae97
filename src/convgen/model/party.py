"""Who signs: the legal person, its seat, its representative, what authorises it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)

from convgen.french.characters import folded
from convgen.kinds.choice import Choice, choice
from convgen.kinds.date import Date
from convgen.kinds.department import Department
from convgen.kinds.insee import Insee
from convgen.kinds.organ import Organ
from convgen.kinds.party_name import CalledBy
from convgen.kinds.postcode import Postcode
from convgen.kinds.siren import SirenField
from convgen.kinds.siret import SiretField
from convgen.kinds.text import Text
from convgen.model.absent import Gap
from convgen.model.known import Known, Optionally

NATURES = {
    "commune": "collectivité territoriale",
    "département": "collectivité territoriale",
    "région": "collectivité territoriale",
    "EPCI": "établissement public de coopération intercommunale",
    "syndicat mixte": "établissement public",  # CGCT, L. 5711-1 and L. 5721-1 (to be checked)
    "État": "État",
    "établissement public": "établissement public",
    "association": "association",
    "fondation": "fondation",
    "société": "société",
}
Nature = Annotated[Choice, choice(NATURES)]

_TITLES = {"Monsieur": "Monsieur", "Madame": "Madame"}
Civility = Annotated[Choice, choice(_TITLES)]


class Frozen(BaseModel):
    """The base of everything that a case holds: frozen, no key but the declared ones."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )


class Address(Frozen):
    """Where a party has its seat. `insee` is the commune's code, which names its département."""

    adresse: Known[Text] = Field(
        title="adresse du siège", description="numéro et voie", examples=["place Gabriel-Péri"]
    )
    code_postal: Known[Postcode] = Field(title="code postal du siège")
    commune: Known[Text] = Field(title="commune du siège", examples=["Choisy-le-Roi"])
    insee: Optionally[Insee] = Field(
        None,
        title="code INSEE de la commune du siège",
        description="il dit le département, que le code postal ne dit pas toujours",
    )
    departement: Optionally[Department] = Field(
        None,
        title="département du siège",
        description="son code ou son nom ; inutile si le code INSEE est donné",
        examples=["07"],
    )


class Delegation(Frozen):
    """An act by which an authority lets another decide or sign in its place."""

    acte: Known[Text] = Field(title="acte de délégation", examples=["délibération"])
    date: Known[Date] = Field(title="date de l’acte de délégation", examples=["04/07/2025"])
    numero: Optionally[Text] = Field(
        None, title="numéro de l’acte de délégation", examples=["25-015"]
    )


class SigningDelegation(Delegation):
    """An act by which the head of a party lets another sign in its place."""

    autorite: Optionally[Text] = Field(
        None,
        title="autorité qui délègue sa signature",
        description="avec son article ; sans cette clé, le maire, le président ou le préfet, "
        "selon la nature de la partie",
        examples=["la présidente"],
    )


class Signatory(Frozen):
    """The natural person who signs for a party, and in which office."""

    civilite: Known[Civility] = Field(title="civilité du signataire")
    prenom: Known[Text] = Field(title="prénom du signataire", examples=["Camille"])
    nom: Known[Text] = Field(title="nom du signataire", examples=["Martin"])
    qualite: Known[Text] = Field(
        title="qualité du signataire",
        description="sans majuscule ni article",
        examples=["maire"],
    )
    delegation: Optionally[SigningDelegation] = Field(
        None,
        title="délégation de signature",
        description="si le signataire tient son pouvoir d’une délégation",
    )


class Authorisation(Frozen):
    """The act that lets a party sign (« habilitation »): an act, an organ and a date."""

    acte: Known[Text] = Field(title="nature de l’acte d’habilitation", examples=["délibération"])
    organe: Known[Organ] = Field(
        title="organe qui a pris l’acte d’habilitation",
        description="avec son article s’il n’est pas usuel (la régie municipale)",
        examples=["conseil municipal"],
    )
    date: Known[Date] = Field(title="date de l’acte d’habilitation", examples=["19/11/2025"])
    numero: Optionally[Text] = Field(
        None, title="numéro de l’acte d’habilitation", examples=["25-111"]
    )
    reference: Optionally[Text] = Field(
        None, title="référence de l’acte d’habilitation", examples=["DEL-25-111"]
    )
    transmise_le: Optionally[Date] = Field(
        None,
        title="date de transmission de l’acte",
        description="envoi au représentant de l’État",
        examples=["26/11/2025"],
    )
    recue_le: Optionally[Date] = Field(
        None, title="date de réception de l’acte en préfecture", examples=["26/11/2025"]
    )
    accuse: Optionally[Text] = Field(
        None,
        title="identifiant de l’accusé de réception",
        examples=["094-219400223-20251119-DEL-25-111-DE"],
    )
    delegation: Optionally[Delegation] = Field(
        None,
        title="délégation donnée à cet organe",
        description="pour un bureau ou une commission permanente, qui décident par délégation",
    )


DEDUCED = "deduit"
"""Beside a field: other values, of this case or of one that it joins, may tell it."""
TOLD: dict[str, Any] = {DEDUCED: True}
SPARED_BY = "sinon"
"""Beside a field: the key that tells it, when the case gives that one."""
_SIREN: dict[str, Any] = {"title": "numéro SIREN", "json_schema_extra": {SPARED_BY: "siret"}}
_SEAT: dict[str, Any] = {"title": "siège"}
_AUTHORISATION: dict[str, Any] = {
    "title": "acte d’habilitation",
    "description": "l’acte qui autorise à signer la convention",
}


class Party(Frozen):
    """A legal person bound by the act."""

    nature: Known[Nature] = Field(title="nature")
    denomination: Known[Text] = Field(
        title="dénomination",
        description="nom entier de la personne morale, et non d’un organe ou d’un service",
        examples=["Ville de Choisy-le-Roi"],
    )
    designation: Optionally[CalledBy] = Field(
        None,
        title="désignation de la partie",
        description="avec son article ; sans elle, celle du programme",
        examples=["le Département"],
    )
    siren: Optionally[SirenField] = Field(None, **_SIREN)
    siret: Optionally[SiretField] = Field(
        None,
        title="numéro SIRET",
        description="celui de l’établissement qui agit ; il dit le SIREN",
        examples=["200 054 781 00014"],
    )
    insee: Optionally[Insee] = Field(
        None, title="code INSEE", description="celui de la commune, si la partie en est une"
    )
    siege: Optionally[Address] = Field(None, **_SEAT)
    agissant_par: Optionally[Text] = Field(
        None,
        title="service ou régie par lequel la partie agit",
        description="avec son article ou son possessif ; il n’a pas la personnalité morale",
        examples=["sa régie autonome"],
    )
    signataire: Known[Signatory] = Field(title="signataire")
    habilitation: Optionally[Authorisation] = Field(None, **_AUTHORISATION)
    signe_le: Optionally[Date] = Field(
        None,
        title="date de signature",
        description="sans elle, une ligne à remplir à la main",
        examples=["15/12/2025"],
    )
    signe_a: Optionally[Text] = Field(
        None,
        title="lieu de signature",
        description="quand chaque partie signe chez elle ; sans lui, une ligne à remplir à la main",
        examples=["Choisy-le-Roi"],
    )


class StateParty(Party):
    """The State: no SIREN, seat nor authorisation needed (the prefect signs by office)."""


class PrivateParty(Party):
    """An association, a foundation, a company: it needs an identifier and a seat."""

    siren: Known[SirenField] = Field(**_SIREN)
    siege: Known[Address] = Field(**_SEAT)

    @model_validator(mode="before")
    @classmethod
    def _one_identifier_is_enough(cls, value: Any) -> Any:
        """A SIRET left empty, or wrong, is one gap: the SIREN that it would tell is no other."""
        if isinstance(value, dict) and "siret" in value and "siren" not in value:
            return {**value, "siren": Gap("numéro SIRET")}
        return value


class PublicParty(PrivateParty):
    """A public body: it also needs the act that lets it sign (CGCT L. 2121-29, L. 3211-1…)."""

    habilitation: Known[Authorisation] = Field(**_AUTHORISATION)


PRIVATE = ("association", "fondation", "société")
_TAGS = {"état": "@état", **dict.fromkeys(PRIVATE, "@privée")}


def _tag_of_party(value: Any) -> str:
    if isinstance(value, Party):
        value = {"nature": value.nature.key} if isinstance(value.nature, Choice) else {}
    nature = value.get("nature") if isinstance(value, dict) else None
    return _TAGS.get(folded(nature), "@publique") if isinstance(nature, str) else "@publique"


def party_model(nature: str | None) -> type[Party]:
    """What a party of that nature, as a case writes it, must have."""
    models = {"@publique": PublicParty, "@privée": PrivateParty, "@état": StateParty}
    return models[_tag_of_party({"nature": nature})]


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
