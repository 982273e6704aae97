"""Conditions at random, in the language of plans and in that of clauses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.logic.worlds import FACETS, facet_of


@dataclass(frozen=True)
class Written:
    """One condition in both languages."""

    plan: str
    clause: str


TESTED = (
    *("nom", "mode", "ouvert", "nombre", "montant", "duree", "lots", "debut", "projet.fin"),
    *("formation", "formation.lieu", "formation.jours", "signature.lieu", "signature.date"),
    *("association.siren", "association.siege", "association.habilitation"),
    *("association.habilitation.organe", "association.insee", "association.signe_le"),
)
COMPARED = {
    "nom": ("Jardin",),
    "mode": ("a", "b"),
    "ouvert": ("oui", "non"),
    "nombre": ("0", "3"),
    "montant": ("50000,5",),
    "formation.jours": ("2",),
    "association.nature": ("commune", "association", "État", "société"),
    "association.nom": ("Le Parc", "Le Jardin"),
    "signature.lieu": ("Choisy-le-Roi",),
}


def _test(name: str) -> Written:
    return Written(name, name)


def _comparison(name: str, literal: str, equal: bool) -> Written:
    sign, double = ("=", "==") if equal else ("!=", "!=")
    return Written(f'{name} {sign} "{literal}"', f"{name} {double} '{literal}'")


def _count(number: int, equal: bool) -> Written:
    """A number of elements, which a plan cannot ask for: it names the list alone."""
    sign = "==" if equal else "!="
    return Written("lots", f"lots | compte {sign} {number}")


def _contrary(inner: Written) -> Written:
    return Written(f"non ({inner.plan})", f"not ({inner.clause})")


def _joined(left: Written, right: Written, both: bool) -> Written:
    french, english = ("et", "and") if both else ("ou", "or")
    return Written(
        f"({left.plan}) {french} ({right.plan})",
        f"({left.clause}) {english} ({right.clause})",
    )


def atoms_of(facets: Collection[str] = tuple(FACETS)) -> st.SearchStrategy[Written]:
    """One test of some parts of a case, as a plan can write it."""
    tests = [_test(name) for name in TESTED if facet_of(name) in facets]
    comparisons = [
        _comparison(name, literal, equal)
        for name, literals in COMPARED.items()
        for literal in literals
        for equal in (True, False)
        if facet_of(name) in facets
    ]
    return st.sampled_from([*tests, *comparisons])


def clause_atoms_of(facets: Collection[str] = tuple(FACETS)) -> st.SearchStrategy[Written]:
    """One test of some parts of a case, as a clause can write it."""
    counts = [_count(number, equal) for number in (1, 2, 3) for equal in (True, False)]
    plain = atoms_of(facets)
    return st.one_of(plain, st.sampled_from(counts)) if "lots" in facets else plain


def conditions(atoms: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    """Conditions of four tests at most."""
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            inner.map(_contrary), st.builds(_joined, inner, inner, st.booleans())
        ),
        max_leaves=4,
    )
