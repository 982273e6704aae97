"""A pydantic error becomes a diagnostic: French, at its place, by its type alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Note, Span, renaming, suggestion
from convgen.kinds.base.kind import EMPTY, NOT_A_SCALAR
from convgen.model.party import party_model
from convgen.model.shape import label_of, shape_at
from convgen.yaml.nodes import (
    Entry,
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    dotted,
    first_key_span,
    locate,
)
from convgen.yaml.quoting import as_yaml
from convgen.yaml.traps import quoted

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_MISSING = {"missing", EMPTY}
_NOT_A_GROUP = {"model_type", "model_attributes_type", "dict_type"}
_NOT_A_LIST = {"tuple_type", "list_type"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of a case: where it stands, whether the key is to be dropped, what to report."""

    loc: Loc
    label: str
    unknown_key: bool
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class ErrorContext:
    """What is needed to say where a fault stands: the tree, and where its `commun:` is."""

    root: MappingNode
    model: type[BaseModel]
    fallback: Span  # the case's `commun:` line, else its first key
    whole: str = "à la fiche"  # where a key of the first level is to be added


def clean(loc: Loc, root: MappingNode, *, ends_with_a_key: bool = False) -> Loc:
    """A place as the case writes it.

    Segments that only name a branch of a union (« @valeur ») go, and so does the
    index of a list of one that the case writes without a list. A key of the case
    may itself start with « @ »: an unknown one, the last segment.
    """
    node: Node | None = root
    kept: list[str | int] = []
    for depth, segment in enumerate(loc, 1):
        if isinstance(segment, str):
            if segment.startswith("@") and not (ends_with_a_key and depth == len(loc)):
                continue
            entry = node.entries.get(segment) if isinstance(node, MappingNode) else None
            node = entry.node if entry else None
        elif isinstance(node, SequenceNode):
            node = node.items[segment] if segment < len(node.items) else None
        else:
            continue
        kept.append(segment)
    return tuple(kept)


def translate(error: ErrorDetails, place: ErrorContext) -> Fault:
    """Turn one pydantic error into a fault."""
    kind = error["type"]
    loc = clean(error["loc"], place.root, ends_with_a_key=kind == "extra_forbidden")
    label = label_of(place.model, loc)
    if kind == "extra_forbidden":
        derived = _derived(loc, place)
        return Fault(loc, label, True, derived or unknown_key(loc, place))
    if kind in _MISSING or error["input"] is None:
        return Fault(loc, label, False, _missing(loc, label, place))
    if kind == NOT_A_SCALAR:
        return Fault(loc, label, False, _not_a_scalar(loc, label, place))
    if kind in _NOT_A_GROUP or kind in _NOT_A_LIST:
        return Fault(loc, label, False, _wrong_shape(loc, label, kind in _NOT_A_LIST, place))
    return Fault(loc, label, False, _invalid(loc, label, error, place))


def _missing(loc: Loc, label: str, place: ErrorContext) -> Diagnostic:
    located = locate(place.root, loc)
    path = dotted(loc)
    message = f"il manque : {label} ({path})"
    if located.found and located.key_span is not None:
        way_out = f"complétez la valeur de « {loc[-1]} »"
        shape = shape_at(place.model, loc)
        if shape is not None and shape.optional:
            way_out += ", ou retirez la clé si elle est sans objet"
        way_out += _spared(loc, place.root)
        return Diagnostic(Code.GAP, message, located.key_span, way_out)
    if located.found and isinstance(loc[-1], int):
        way_out = "complétez cet élément, ou retirez son tiret"
        return Diagnostic(Code.GAP, message, located.value.span, way_out)
    parent = locate(place.root, loc[:-1])
    span = parent.key_span if loc[:-1] and parent.found else None
    if span is None and loc[:-1] and parent.found and parent.value is not None:
        span = first_key_span(parent.value)
    if span is None or span.file != place.fallback.file:
        span = place.fallback
    return Diagnostic(Code.GAP, message, span, _addition(loc, place))


def _spared(loc: Loc, root: MappingNode) -> str:
    """The other way out, when a party of that nature may do without the key, or its group."""
    depth = next((n for n, segment in enumerate(loc) if n > 1 and isinstance(segment, str)), 0)
    if loc[:1] != ("parties",) or not depth:
        return ""
    node = locate(root, (*loc[:depth], "nature")).value
    nature = node.text if isinstance(node, ScalarNode) else None
    fields, key = party_model(nature).model_fields, str(loc[depth])
    if nature is None or key not in fields or fields[key].is_required():
        return ""
    return f", ou retirez « {key} » : une partie de cette nature ({nature}) peut s’en passer"


def _addition(loc: Loc, place: ErrorContext) -> str:
    """What to write, under the deepest key of that path that the file itself has."""
    depth = len(loc) - 1
    while depth and not _in_the_file(loc[:depth], place):
        depth -= 1
    text = f"{loc[-1]}: …"
    for segment in reversed(loc[depth:-1]):
        text = f"{segment}: {{{text}}}" if isinstance(segment, str) else text
    where = f"sous « {dotted(loc[:depth])} »" if depth else place.whole
    rest = " ; la fiche complète son fichier commun" if depth < len(loc) - 1 else ""
    return f"ajoutez « {text} » {where}{rest}"


def _in_the_file(loc: Loc, place: ErrorContext) -> bool:
    located = locate(place.root, loc)
    return located.found and located.span.file == place.fallback.file


def unknown_key(loc: Loc, place: ErrorContext, known: Sequence[str] | None = None) -> Diagnostic:
    """Report a key that the model does not have, with the nearest one that it has."""
    present = _present(place.root, loc[:-1])
    entry = present.get(str(loc[-1]))
    span = entry.key_span if entry else place.fallback
    names = known if known is not None else _siblings(place.model, loc)
    free = [name for name in names if name not in present]
    otherwise = f"retirez cette clé ; clés possibles ici : {', '.join(sorted(free or names))}"
    help_text = suggestion(str(loc[-1]), free, otherwise)
    mend = renaming(span, str(loc[-1]), free) if entry else ()
    return Diagnostic(Code.UNKNOWN_KEY, f"clé inconnue : « {loc[-1]} »", span, help_text, mend=mend)


def _derived(loc: Loc, place: ErrorContext) -> Diagnostic | None:
    """A key that the case must not write, because other values say it."""
    holder = shape_at(place.model, loc[:-1])
    way_out = getattr(holder.type, "derived", {}).get(loc[-1]) if holder else None
    if way_out is None:
        return None
    message = f"« {loc[-1]} » ne se saisit pas"
    return Diagnostic(Code.UNKNOWN_KEY, message, locate(place.root, loc).span, way_out)


def _present(root: MappingNode, loc: Loc) -> dict[str, Entry]:
    parent = locate(root, loc).value if loc else root
    return parent.entries if isinstance(parent, MappingNode) else {}


def _named(loc: Loc) -> str:
    """The key of a place, that of its list for an element."""
    return next((segment for segment in reversed(loc) if isinstance(segment, str)), "")


def _siblings(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    shape = shape_at(model, loc[:-1])
    names = shape.fields if shape else ()
    admitted = getattr(model, "admitted", None) if len(loc) == 1 else None
    return tuple(name for name in names if not admitted or name in admitted)


def _not_a_scalar(loc: Loc, label: str, place: ErrorContext) -> Diagnostic:
    node = locate(place.root, loc).value
    span = node.span if node else place.fallback
    if isinstance(node, SequenceNode | MappingNode) and node.flow:
        marks = "[…]" if isinstance(node, SequenceNode) else "{…}"
        return Diagnostic(
            Code.YAML_TRAP,
            f"« {_named(loc)} » : les signes {marks} ont un sens en YAML, ce n’est plus un texte",
            span,
            "retirez ces signes, ou mettez des guillemets s’ils font partie d’un texte",
        )
    what = "une liste" if isinstance(node, SequenceNode) else "un groupe de clés"
    return Diagnostic(
        Code.WRONG_TYPE,
        f"{label} : une valeur simple est attendue, pas {what}",
        _head(node, span),
        "écrivez la valeur après le tiret"
        if isinstance(loc[-1], int)
        else f"écrivez la valeur sur la ligne de « {loc[-1]} »",
    )


def _wrong_shape(loc: Loc, label: str, wants_list: bool, place: ErrorContext) -> Diagnostic:
    node = locate(place.root, loc).value
    span = node.span if node else place.fallback
    wanted = "une liste" if wants_list else "un groupe de clés"
    way = (
        "écrivez chaque élément sur sa ligne, après un tiret"
        if wants_list
        else f"écrivez dessous, en retrait : {', '.join(_parts(place.model, loc))}"
    )
    message = f"{label} : {wanted} est attendu{'e' * wants_list}"
    stuck = _stuck_colon(node, _parts(place.model, loc))
    if stuck is not None:
        way = "mettez une espace après « : »"
    mend = (Edit(stuck, " "),) if stuck is not None else ()
    return Diagnostic(Code.WRONG_TYPE, message, _head(node, span), way, mend=mend)


def _stuck_colon(node: Node | None, keys: Sequence[str]) -> Span | None:
    """Where a space is missing in `cle:valeur`, alone in its group: YAML takes it for a text."""
    text = (node.text or "") if isinstance(node, ScalarNode) and node.plain else ""
    key, colon, value = text.partition(":")
    if node is None or not colon or not value or key not in keys:
        return None
    column = node.span.column + len(key) + 1
    return replace(node.span, column=column, end_line=node.span.line, end_column=column)


def _parts(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    return _siblings(model, (*loc, ""))


def _head(node: Node | None, span: Span) -> Span:
    """The first line only of a node that runs over several."""
    if span.end_line == span.line:
        return span
    first = first_key_span(node) if node is not None else None
    return first or Span(span.file, span.line, span.column, span.line, span.column + 1)


def _invalid(loc: Loc, label: str, error: ErrorDetails, place: ErrorContext) -> Diagnostic:
    node = locate(place.root, loc).value
    span = node.span if node else place.fallback
    cause: Any = error.get("ctx", {}).get("error")
    reason = str(cause) if isinstance(cause, Exception) else f"valeur refusée ({error['type']})"
    way_out = getattr(cause, "advice", f"corrigez « {_named(loc)} »")
    notes = tuple(Note(found.message, found.span) for found in getattr(cause, "diagnostics", ()))
    mend = _meant(loc, place) if isinstance(cause, Exception) else ()
    return Diagnostic(
        Code.INVALID_VALUE, f"{label} : {reason}", span, way_out, notes=notes, mend=mend
    )


def _meant(loc: Loc, place: ErrorContext) -> tuple[Edit, ...]:
    """The value as it was surely meant, where there is one way only to read it."""
    node, shape = locate(place.root, loc).value, shape_at(place.model, loc)
    if not isinstance(node, ScalarNode) or not node.text or shape is None or shape.kind is None:
        return ()
    better = shape.kind.mended(node.text)
    if not better or node.span.line != node.span.end_line:
        return ()
    # a comma would part what stands in braces
    safe = node.plain and (better == as_yaml(better)) and "," not in better
    return (Edit(node.span, better if safe else quoted(better)),)


def raw_text(root: MappingNode, loc: Loc) -> str:
    """What the case says at a place, when it is a plain value; empty otherwise."""
    located = locate(root, loc)
    node = located.value if located.found else None
    return " ".join((node.text or "").split("\n")).strip() if isinstance(node, ScalarNode) else ""
