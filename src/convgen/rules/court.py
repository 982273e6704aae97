"""Rules on the court that judges the convention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, suggestion
from convgen.french.communes import department_of
from convgen.french.courts import RULE, court_named, court_names
from convgen.kinds.choice import Choice
from convgen.model.absent import Absent
from convgen.model.jurisdiction import COURT, Competence, competent_court
from convgen.rules.rule_context import Loc, RuleContext, rule

_TYPED = re.compile(
    r"(?:l[ea]\s+)?(?P<court>tribunal(?P<administrative>\s+administratif)?|cour|conseil|chambre)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+d(?:[eu]\s+|[’'])", re.IGNORECASE)
_OR_NONE = f", ou retirez « {COURT} », qui se déduit"


@rule
def court_is_a_place(context: RuleContext) -> Iterator[Diagnostic]:
    """The act writes « le tribunal administratif de… »: the case gives the town alone."""
    court = context.case.tribunal
    said = _TYPED.match(court) if isinstance(court, str) else None
    if said:
        message, way_out = _told_of(said)
        yield context.error(Code.COURT, message, (COURT,), way_out)


def _told_of(said: re.Match[str]) -> tuple[str, str]:
    """What is wrong with the name of a court, and the way out."""
    court, of = said.string, _OF.match(said.string, said.end())
    town = court[of.end() :] if of and said["court"].lower().startswith("tribunal") else ""
    found = court_named(town)
    if found is not None:
        message = f"« {court} » : le nom de la ville suffit, l’acte écrit le reste"
        return message, f"écrivez « {COURT}: {found.name} »"
    if said["administrative"] and town:
        message = f"aucun tribunal administratif de ce nom : « {court} »"
        return message, suggestion(town, court_names(), f"écrivez la ville où il siège{_OR_NONE}")
    last = court_named(_OF.split(court)[-1])
    way_out = f"écrivez « {COURT}: {last.name} »" if last else "écrivez cette ville seule"
    message = f"« {court} » : seul un tribunal administratif se désigne ici, par sa ville"
    return message, way_out + _OR_NONE


@rule
def court_is_the_competent_one(context: RuleContext) -> Iterator[Diagnostic]:
    """The court is that of the place, which parties may change within limits: a warning.

    Code de justice administrative, R. 312-11 (in a secondary source) and R. 221-3 (read in its
    wording of 9 November 2015); read 2026-11-22.
    """
    name = context.case.tribunal
    if not isinstance(name, str) or _TYPED.match(name):
        return
    court, found = court_named(name), _competence(context)
    wanted = found.court
    if court is None:
        yield context.error(
            Code.COURT,
            f"aucun tribunal administratif de ce nom : « {name} »",
            (COURT,),
            suggestion(name, court_names(), f"écrivez la ville où il siège{_OR_NONE}"),
        )
    elif wanted is not None and wanted != court:
        yield context.warning(
            Code.COURT,
            f"le tribunal compétent est le {wanted.designation}, "
            f"d’après « {found.told_by} » ({RULE})",
            (COURT,),
            "retirez « tribunal », qui se déduit, sauf si les parties conviennent d’un autre",
        )


@rule
def places_agree(context: RuleContext) -> Iterator[Diagnostic]:
    """A commune is in its département: one of the two would tell a wrong court."""
    places = [("lieu_execution",), *((*held.loc, "siege") for held in context.parties())]
    for loc in places:
        place = _at(context.case, loc)
        insee, department = getattr(place, "insee", None), getattr(place, "departement", None)
        if not isinstance(insee, str) or not isinstance(department, str):
            continue
        if department_of(insee) != department:
            yield context.error(
                Code.INSEE_MISMATCH,
                f"la commune {insee} n’est pas dans le département {department}",
                (*loc, "departement"),
                "gardez l’un des deux : le code INSEE suffit",
            )


def _competence(context: RuleContext) -> Competence:
    """The court of the first place that tells one, and this place."""
    natures = {
        str(held.loc[1]): held.party.nature.key if isinstance(held.party.nature, Choice) else ""
        for held in context.parties()
    }

    def read(path: Loc) -> str | None:
        text = _at(context.case, path)
        return text if isinstance(text, str) else None

    return competent_court(natures, read, performed=context.case.lieu_execution is not None)


def _at(value: object, path: Loc) -> object:
    """What stands at a path of a case, None where it stops."""
    for segment in path:
        if isinstance(value, Absent):
            return None
        if isinstance(segment, int):
            value = value[segment] if isinstance(value, tuple) else None
        else:
            value = getattr(value, segment, None)
    return value
