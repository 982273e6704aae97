"""Rules on who the parties are: their numbers, their roles, their signatories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.characters import folded
from convgen.french.identifiers import commune_siren_matches, siren_figures, siret_figures
from convgen.kinds.choice import Choice
from convgen.model.absent import Absent
from convgen.model.party import Signatory
from convgen.rules.rule_context import Loc, RuleContext, rule


@rule
def one_party_for_a_singular(context: RuleContext) -> Iterator[Diagnostic]:
    """Two parties both called « le Département »: the act would not say which one is bound."""
    held_by: Counter[Loc] = Counter(held.loc[:2] for held in context.parties())
    for held in context.parties():
        shared = held_by[held.loc[:2]] > 1 and not held.designation.plural
        if shared and held.loc[-1] == 1:
            yield context.error(
                Code.SHARED_NAME,
                f"plusieurs parties porteraient le même nom, « {held.designation.nominative} »",
                held.loc[:2],
                "gardez-en une ; un programme à plusieurs parties leur donne un nom au pluriel",
            )


@rule
def insee_agrees(context: RuleContext) -> Iterator[Diagnostic]:
    """A commune's SIREN usually holds its INSEE code (21 + département + commune + key)."""
    for held in context.parties():
        party = held.party
        is_commune = isinstance(party.nature, Choice) and party.nature.key == "commune"
        known = isinstance(party.siren, str) and isinstance(party.insee, str)
        if is_commune and known and commune_siren_matches(party.siren, party.insee) is False:  # type: ignore[arg-type]
            yield context.warning(
                Code.INSEE_MISMATCH,
                f"le SIREN {siren_figures(str(party.siren))} ne correspond pas au code INSEE "
                f"{party.insee}",
                (*held.loc, "siren"),
                "vérifiez le SIREN et le code INSEE de la commune",
            )


@rule
def siret_is_that_of_the_siren(context: RuleContext) -> Iterator[Diagnostic]:
    """A SIRET starts with the SIREN of the legal person that the establishment belongs to."""
    for held in context.parties():
        siren, siret = held.party.siren, held.party.siret
        if isinstance(siren, str) and isinstance(siret, str) and not siret.startswith(siren):
            yield context.error(
                Code.IDENTIFIERS,
                f"le SIRET {siret_figures(siret)} n’est pas d’un établissement de la personne "
                f"dont le SIREN est {siren_figures(siren)}",
                (*held.loc, "siret"),
                "corrigez l’un des deux ; le SIRET suffit, il commence par le SIREN",
            )


@rule
def parties_are_different(context: RuleContext) -> Iterator[Diagnostic]:
    """Nobody contracts with oneself: two parties have two SIREN."""
    seen: dict[str, str] = {}
    for held in context.parties():
        siren, name = held.party.siren, f"« {held.party.denomination} »"
        if not isinstance(siren, str):
            continue
        if siren in seen:
            yield context.error(
                Code.IDENTIFIERS,
                f"{name} a le SIREN de {seen[siren]} : c’est la même personne morale",
                (*held.loc, "siren"),
                "corrigez l’un des deux numéros",
            )
        seen.setdefault(siren, name)


@rule
def one_signatory_each(context: RuleContext) -> Iterator[Diagnostic]:
    """One person should not sign for two parties (loi n° 2013-907, art. 2; read 2026-11-22)."""
    seen: dict[str, str] = {}
    for held in context.parties():
        person = held.party.signataire
        if not isinstance(person, Signatory):
            continue
        if isinstance(person.nom, Absent) or isinstance(person.prenom, Absent):
            continue
        name = f"{person.prenom} {person.nom}"
        if name.casefold() in seen:
            yield context.warning(
                Code.SAME_SIGNATORY,
                f"{name} signe pour deux parties",
                (*held.loc, "signataire"),
                "faites signer un délégataire pour l’une des parties (conflit d’intérêts)",
            )
        seen[name.casefold()] = name


@rule
def natures_are_admitted(context: RuleContext) -> Iterator[Diagnostic]:
    """A role may be kept for public bodies: only these deliberate, or grant."""
    for held in context.parties():
        nature, admitted = held.party.nature, context.natures.get(str(held.loc[1]))
        if admitted and isinstance(nature, Choice) and nature.key not in admitted:
            yield context.error(
                Code.NATURE,
                f"une partie de nature « {nature.key} » ne peut pas tenir ce rôle",
                (*held.loc, "nature"),
                f"au choix : {', '.join(admitted)}",
            )


@rule
def parties_are_told_apart(context: RuleContext) -> Iterator[Diagnostic]:
    """Two parties called alike could not be told from each other."""
    seen: set[str] = set()
    for held in context.parties():
        role = str(held.loc[1])
        name = folded(context.designations[role].noun)
        if name in seen and held.loc[2] == 0:
            yield context.error(
                Code.SHARED_NAME,
                f"deux parties s’appellent « {context.designations[role]} »",
                (*held.loc, "designation"),
                "donnez à l’une une autre « designation »",
            )
        seen.add(name)
