"""Identifiers of French public law, in one place: SIREN, SIRET, receipts, INSEE codes."""

from convgen.french.communes import commune_siren_matches, department_of
from convgen.french.receipts import Receipt, parse_receipt
from convgen.french.sirene import check_siren, check_siret, siren_figures, siret_figures

__all__ = [
    "Receipt",
    "check_siren",
    "check_siret",
    "commune_siren_matches",
    "department_of",
    "parse_receipt",
    "siren_figures",
    "siret_figures",
]
