"""Made-up parties, each of its own, that keep every rule between what a party says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdnum import luhn

from convgen.french.characters import folded
from convgen.french.designation import Designation, elide_de
from convgen.french.identifiers import department_of
from convgen.model.party import NATURES

STATE = "État"


class _Body(NamedTuple):
    """A kind of legal person: its name, who signs, who decides, and who does by delegation."""

    name: str
    office: str
    assembly: str
    delegate: str


_BODIES: Mapping[str, _Body] = {
    "commune": _Body("Ville", "maire", "conseil municipal", "conseil municipal"),
    "département": _Body(
        "Département",
        "président du conseil départemental",
        "conseil départemental",
        "commission permanente",
    ),
    "région": _Body(
        "Région", "président du conseil régional", "conseil régional", "commission permanente"
    ),
    "EPCI": _Body("Métropole", "président", "conseil communautaire", "bureau"),
    "syndicat mixte": _Body("Syndicat mixte", "président", "comité syndical", "bureau"),
    STATE: _Body(STATE, "préfet", "préfet", "préfet"),
    "établissement public": _Body(
        "Office public", "directeur général", "conseil d’administration", "bureau"
    ),
    "association": _Body("Association", "président", "conseil d’administration", "bureau"),
    "fondation": _Body("Fondation", "président", "conseil d’administration", "bureau"),
    "société": _Body("Société", "directeur général", "conseil d’administration", "directoire"),
}
_UNTOLD = ("EPCI", "commune", "établissement public", "syndicat mixte")


class _Seat(NamedTuple):
    town: str
    street: str
    postcode: str
    insee: str


_SEATS = (
    _Seat("Choisy-le-Roi", "place Gabriel-Péri", "94600", "94022"),
    _Seat("Amiens", "12 bis, rue des Essais", "80000", "80021"),
    _Seat("Le Havre", "1 quai du Modèle", "76600", "76351"),
    _Seat("Ajaccio", "3 cours de l’Exemple", "20000", "2A004"),
    _Seat("Saint-Denis", "8 avenue de l’Océan", "97400", "97411"),
    _Seat("Bourg-en-Bresse", "5 impasse du Brouillon", "01000", "01053"),
)
_FORENAMES = ("Camille", "Dominique", "Claude", "Alix", "Sacha", "Maxence")
_NAMES = ("Martin", "Le Goff", "d’Aubigné", "Diallo", "Nguyen", "Ould-Kaci", "Zimmermann")


def usual_nature(designation: Designation, index: int) -> str:
    """The nature that a designation tells (« le Département »), else one of some public bodies."""
    noun = folded(designation.noun)
    told = (nature for nature in NATURES if noun.startswith(folded(nature)))
    return next(told, _UNTOLD[index % len(_UNTOLD)])


def invented(nature: str, index: int, *, delegated: bool) -> dict[str, str]:
    """Every value of a party, by its path in it; two indexes make two parties.

    `delegated` says that the organ decides by delegation.
    """
    body, seat, siren = _BODIES[nature], _SEATS[index % len(_SEATS)], _siren(index)
    department = department_of(seat.insee).rjust(3, "0")
    return {
        "nature": nature,
        "denomination": STATE if nature == STATE else f"{body.name} {elide_de(seat.town)}",
        "designation": f"le Cocontractant {'ABCDEFGHIJ'[index % 10]}",
        "siren": f"{siren[:3]} {siren[3:6]} {siren[6:]}",
        "siret": _siret(siren),
        "insee": seat.insee,
        "siege.adresse": seat.street,
        "siege.code_postal": seat.postcode,
        "siege.commune": seat.town,
        "siege.insee": seat.insee,
        "siege.departement": department_of(seat.insee),
        "signataire.civilite": ("Madame", "Monsieur")[index % 2],
        "signataire.prenom": _FORENAMES[index % len(_FORENAMES)],
        "signataire.nom": _NAMES[index % len(_NAMES)],
        "signataire.qualite": body.office,
        "signataire.delegation.acte": "arrêté",
        "signataire.delegation.date": "07/07/2025",
        "signataire.delegation.numero": "25-016",
        "habilitation.acte": "arrêté" if nature == STATE else "délibération",
        "habilitation.organe": body.delegate if delegated else body.assembly,
        "habilitation.date": "19/11/2025",
        "habilitation.numero": "25-111",
        "habilitation.reference": "DEL-25-111",
        "habilitation.transmise_le": "25/11/2025",
        "habilitation.recue_le": "26/11/2025",
        "habilitation.accuse": f"{department}-{siren}-20251119-DEL-25-111-DE",
        "habilitation.delegation.acte": "délibération",
        "habilitation.delegation.date": "04/07/2025",
        "habilitation.delegation.numero": "25-015",
        "signe_le": "15/12/2025",
        "signe_a": seat.town,
    }


def _siret(siren: str) -> str:
    """That of the first establishment of a legal person."""
    digits = f"{siren}0001"
    return digits + str(luhn.calc_check_digit(digits))


def _siren(index: int) -> str:
    """A SIREN in 200, of a body that no INSEE code foretells."""
    digits = f"200{index + 1:05}"
    return digits + str(luhn.calc_check_digit(digits))
