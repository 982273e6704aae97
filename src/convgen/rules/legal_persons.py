"""The name of a party is that of a legal person, as an act writes it; it has one fault at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.french.characters import folded
from convgen.kinds.choice import Choice
from convgen.model.party import Party
from convgen.rules.offices import LOCAL
from convgen.rules.rule_context import RuleContext, rule


class _Fault(NamedTuple):
    message: str
    way_out: str
    severity: Severity = Severity.WARNING


@rule
def names_are_those_of_legal_persons(context: RuleContext) -> Iterator[Diagnostic]:
    """One value has one way out: where a name is no person's, how it is written is not judged."""
    for held in context.parties():
        name = held.party.denomination
        if not isinstance(name, str):
            continue
        found = (judge(name, held.party) for judge in _JUDGES)
        fault = next((fault for fault in found if fault is not None), None)
        if fault is not None:
            place = context.place(*held.loc, "denomination")
            message, way_out, severity = fault
            yield Diagnostic(Code.NOT_A_LEGAL_PERSON, message, place, way_out, severity)


def _nature(party: Party) -> str:
    return party.nature.key if isinstance(party.nature, Choice) else ""


def _another_than_the_state(name: str, party: Party) -> _Fault | None:
    """The State is one legal person, whose article the act writes: « L’État, représenté par… »."""
    if _nature(party) != "État" or folded(name) == "état":
        return None
    return _Fault(
        f"la personne morale est l’État, pas « {name} »",
        "écrivez « denomination: État » ; la qualité du signataire dit le reste",
        Severity.ERROR,
    )


def _named(person: str) -> str:
    return f"nommez la personne morale : « {person} »"


def _of_the_state(signatory: str) -> str:
    state = "écrivez « nature: État » et « denomination: État »"
    return f"{state} ; le {signatory} en est le signataire"


_WAYS_OUT = {
    "conseil départemental": _named("Département de…"),
    "conseil régional": _named("Région…"),
    "conseil municipal": _named("Commune de…"),
    "conseil communautaire": _named("Communauté de communes…"),
    "conseil métropolitain": _named("Métropole de…"),
    "mairie": _named("Commune de…"),
    "hôtel de ville": _named("Commune de…"),
    "préfecture": _of_the_state("préfet"),
    "sous-préfecture": _of_the_state("sous-préfet"),
    "rectorat": _of_the_state("recteur"),
}
_ORGANS = tuple(
    (re.compile(rf"(?:l[ea’']\s*)?{organ}\b(?!.*\bordre\b)", re.IGNORECASE), way_out)
    for organ, way_out in _WAYS_OUT.items()
)


def _an_organ(name: str, _party: Party) -> _Fault | None:
    """A party is a legal person, not one of its organs or services (CGCT; read 2026-11-22)."""
    message = f"« {name} » n’est pas une personne morale mais un organe ou un service"
    found = (way_out for organ, way_out in _ORGANS if organ.match(name))
    way_out = next(found, None)
    return None if way_out is None else _Fault(message, way_out)


_SERVICE = re.compile(r"(?:la\s+)?régie\b", re.IGNORECASE)


def _a_service(name: str, party: Party) -> _Fault | None:
    """A régie with a conseil d’exploitation is no legal person (CGCT, L. 2221-14).

    Its legal person is the body that it is a part of; read 2026-11-22.
    """
    if _nature(party) not in LOCAL or not _SERVICE.match(name):  # the RATP is a person
        return None
    return _Fault(
        f"« {name} » : une régie dotée de la seule autonomie financière n’est pas une "
        "personne morale (CGCT, art. L. 2221-14)",
        "nommez la personne morale dont elle relève, et écrivez « agissant_par: sa régie »",
    )


_ARTICLE = re.compile(r"(?:l[ea]s?\s|l[’'])\s*")  # « Les Amis du Parc » is a name


def _an_article(name: str, _party: Party) -> _Fault | None:
    """A name opens the presentation of its party: its article would stand there in lower case."""
    article = _ARTICLE.match(name)
    if article is None:
        return None
    return _Fault(f"« {name} » commence par un article", f"écrivez « {name[article.end() :]} »")


_JUDGES = (_another_than_the_state, _an_organ, _a_service, _an_article)
