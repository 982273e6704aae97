"""What a plan gives the parameters of a clause, held against what the clause declares."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, suggestion
from convgen.kinds.choice import Choice
from convgen.kinds.found import DECLARABLE
from convgen.language.expressions import Literal, Read
from convgen.language.scope import PartySymbol, Scope, Symbol, UnknownName
from convgen.library.clause import Clause
from convgen.library.programme import ClauseUse
from convgen.model.shape import Shape

PARTY = "partie"
FIXED_TEXT = "'\"…\"'"
"""How a plan writes a text of its own: YAML takes one pair of quotation marks away."""
_LITERALS = {"texte": f"ou un texte fixe ({FIXED_TEXT})", "entier": "ou un nombre (3)"}
"""The kinds of parameters that the plan may write itself."""
_MOST = 5  # names shown


def faults_of_parameters(use: ClauseUse, clause: Clause, scope: Scope) -> Iterator[Diagnostic]:
    """The parameters that lack, are one too many, or are not of the declared type."""
    missing = sorted(set(clause.parameters) - set(use.parameters))
    for name in missing:
        message = f"la clause « {clause.name} » attend le paramètre « {name} »"
        way_out = f"ajoutez « {name}: … », et donnez {_wanted(clause.parameters[name], scope)}"
        yield Diagnostic(Code.PARAMETER, message, use.span, way_out)
    for name, given in use.parameters.items():
        place = use.places.get(name, use.span)
        wanted = clause.parameters.get(name)
        if wanted is None:
            message = f"la clause « {clause.name} » n’a pas de paramètre « {name} »"
            way_out = suggestion(name, missing, "retirez-le")
            yield Diagnostic(Code.PARAMETER, message, use.span, way_out)
        elif not _fits(given, wanted, scope):
            message = (
                f"{_given(given, scope)} ; le paramètre « {name} » de la clause "
                f"« {clause.name} » attend {_type(wanted)}"
            )
            way_out = f"donnez {_wanted(wanted, scope)}"
            yield Diagnostic(Code.PARAMETER, message, place, way_out)


def _fits(given: Read | Literal, wanted: str, scope: Scope) -> bool:
    """Is what the plan gives of the declared type? An unknown path has its own fault."""
    if isinstance(given, Literal):
        return wanted in _LITERALS and _reads(wanted, given.text)
    found = scope.resolve(given.path)
    return isinstance(found, UnknownName) or _is_of(found, wanted)


def _is_of(found: Symbol, wanted: str) -> bool:
    if wanted == PARTY or not isinstance(found, Shape):
        is_party = isinstance(found, PartySymbol) and not found.many
        return wanted == (PARTY if is_party else "texte")
    return not found.many and found.type is DECLARABLE[wanted].type


def _reads(kind: str, text: str) -> bool:
    try:
        DECLARABLE[kind].read(text)
    except ValueError:
        return False
    return True


# In words


def _given(given: Read | Literal, scope: Scope) -> str:
    """What a plan gives, and of which type it is."""
    if isinstance(given, Literal):
        return f"« {given.text} » est un texte fixe"
    found = scope.resolve(given.path)
    assert not isinstance(found, UnknownName)
    return f"« {given.path} » est {_described(found)}"


def _described(found: Symbol) -> str:
    if found.many:
        return "une liste"
    if isinstance(found, PartySymbol):
        return "une partie"
    if not isinstance(found, Shape):
        return "de type texte"
    if found.fields:
        return "un groupe de valeurs"
    if found.type is Choice:
        return "un choix"
    own = found.kind.name if found.kind is not None else ""
    alike = (name for name, kind in DECLARABLE.items() if kind.type is found.type)
    return f"de type {own or next(alike, 'texte')}"


def _type(wanted: str) -> str:
    return "une partie" if wanted == PARTY else f"le type {wanted}"


def _wanted(wanted: str, scope: Scope) -> str:
    """What may be given for a type: which names, or what the plan may write itself."""
    what = "partie" if wanted == PARTY else f"valeur de type {wanted}"
    sort = PartySymbol if wanted == PARTY else Shape
    known = scope.names.items()
    names = sorted(name for name, s in known if isinstance(s, sort) and _is_of(s, wanted))
    shown = f", ici {' ou '.join(f'« {n} »' for n in names)}" if 0 < len(names) <= _MOST else ""
    more = _LITERALS.get(wanted, "")
    return f"le nom d’une {what}{shown}" + (f", {more}" if more else "")
