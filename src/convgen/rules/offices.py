"""Rules on those who sign or act for a party without being its head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.kinds.choice import Choice
from convgen.model.party import Signatory
from convgen.rules.rule_context import RuleContext, rule

_DEPUTY = re.compile(
    r"(?:(?:\d+\s?(?:ers?|res?|e|ème)|\w+ième|premi(?:er|ère)|seconde?)\s+)?"
    r"(?:vice[-\s\u2011]présidente?|(?:maire[-\s\u2011])?adjointe?"
    r"|conseill(?:er|ère)(?:\s+\w+)?\s+déléguée?)\b",
    re.IGNORECASE,
)
LOCAL = frozenset({"commune", "département", "région", "EPCI", "syndicat mixte"})


@rule
def deputies_sign_by_delegation(context: RuleContext) -> Iterator[Diagnostic]:
    """A deputy signs by delegation, which the act cites.

    CGCT, L. 2122-18 (adjoints), L. 3221-3 and L. 5211-9 (vice-présidents); read 2026-11-22.
    """
    for held in context.parties():
        person, nature = held.party.signataire, held.party.nature
        local = isinstance(nature, Choice) and nature.key in LOCAL
        if not local or not isinstance(person, Signatory) or person.delegation is not None:
            continue
        if isinstance(person.qualite, str) and _DEPUTY.match(person.qualite):
            yield context.error(
                Code.DEPUTY,
                f"« {person.qualite} » signe par délégation : l’acte de délégation n’est pas cité",
                (*held.loc, "signataire", "qualite"),
                "ajoutez « delegation » (acte, date) sous « signataire »",
            )


_FEMININE = re.compile(
    r"(?:\S+\s+){0,2}(?:vice-)?(?:présidente|adjointe|directrice|préfète|conseillère|déléguée)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:l[ea]s?\s|l[’'])", re.IGNORECASE)


@rule
def offices_agree_with_their_holders(context: RuleContext) -> Iterator[Diagnostic]:
    """« Monsieur …, présidente »: one of the two is wrong; and an office stands bare in the act."""
    for held in context.parties():
        person = held.party.signataire
        if not isinstance(person, Signatory) or not isinstance(person.qualite, str):
            continue
        loc = (*held.loc, "signataire", "qualite")
        if _ARTICLE.match(person.qualite):
            bare = _ARTICLE.sub("", person.qualite, count=1).strip()
            message = f"« {person.qualite} » : la qualité s’écrit sans article"
            yield context.warning(Code.OFFICE, message, loc, f"écrivez « {bare} »")
        is_a_man = isinstance(person.civilite, Choice) and person.civilite.key == "Monsieur"
        if is_a_man and _FEMININE.match(person.qualite):
            yield context.warning(
                Code.OFFICE,
                f"« Monsieur », mais « {person.qualite} »",
                loc,
                "accordez la qualité avec la civilité",
            )
