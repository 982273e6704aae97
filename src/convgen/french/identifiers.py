"""Identifiers in one place: SIREN, SIRET, receipts, INSEE codes, IBAN, BIC."""

from convgen.french.banking import (
    check_bic,
    check_iban,
    iban_figures,
    rib_figures,
    same_country,
)
from convgen.french.communes import commune_siren_matches, department_of
from convgen.french.receipts import Receipt, parse_receipt
from convgen.french.sirene import check_siren, check_siret, siren_figures, siret_figures

__all__ = [
    "Receipt",
    "check_bic",
    "check_iban",
    "check_siren",
    "check_siret",
    "commune_siren_matches",
    "department_of",
    "iban_figures",
    "parse_receipt",
    "rib_figures",
    "same_country",
    "siren_figures",
    "siret_figures",
]
