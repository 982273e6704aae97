"""The case model of one programme: the typed core, plus the fields that it declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, create_model

from convgen.french.designation import Designation
from convgen.kinds.choice import Choice, choice
from convgen.kinds.found import DECLARABLE
from convgen.model.convention import ALWAYS, SLOTS, Convention
from convgen.model.known import Known, Optionally
from convgen.model.party import Frozen, Role

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field that a programme declares.

    `type` names a kind (`convgen.kinds`), « choix », « liste » (of `of`) or « groupe » (of
    `fields`); `many` makes a list of groups. `help` explains it to the jurist, `example` is what
    a case could write there.
    """

    name: str
    label: str
    type: str
    optional: bool = False
    of: str = ""
    options: tuple[tuple[str, str], ...] = ()  # key, words
    fields: tuple[FieldSpec, ...] = ()
    many: bool = False
    help: str = ""
    example: str = ""


Tree = dict[str, "Tree"]


def tree(paths: Iterable[str]) -> Tree:
    """Turn dotted paths into nested names.

    >>> tree(["terme", "calendrier.duree", "calendrier.etapes"])
    {'terme': {}, 'calendrier': {'duree': {}, 'etapes': {}}}
    """
    root: Tree = {}
    for path in paths:
        node = root
        for name in path.split("."):
            node = node.setdefault(name, {})
    return root


def case_model(
    roles: Mapping[str, Designation],
    specs: Iterable[FieldSpec],
    required: Iterable[str],
    admitted: Iterable[str],
) -> type[Convention]:
    """Give the model of the cases of one programme, made once for one declaration.

    `required` are dotted paths, `admitted` names of slots. A slot neither required
    nor admitted is not among the model's `admitted` keys, and stays None.
    """
    return _case_model(tuple(roles.items()), tuple(specs), tuple(required), tuple(admitted))


@lru_cache(maxsize=16)  # some two megabytes each
def _case_model(
    roles: tuple[tuple[str, Designation], ...],
    specs: tuple[FieldSpec, ...],
    required: tuple[str, ...],
    admitted: tuple[str, ...],
) -> type[Convention]:
    needed = tree(required)
    definitions: dict[str, Any] = {
        name: _required(name, Convention.model_fields[name], needed[name])
        for name in needed
        if name in SLOTS
    }
    for spec in specs:
        definitions[spec.name] = _declared(spec, needed.get(spec.name))
    parties = _generic(Known, _parties_model(dict(roles)))
    definitions["parties"] = (parties, Field(title="parties"))
    model = create_model("Case", __base__=Convention, **definitions)
    slots = {path.split(".")[0] for path in (*needed, *admitted)} & SLOTS
    model.admitted = ALWAYS | slots | set(definitions)
    return model


def _parties_model(roles: Mapping[str, Designation]) -> type[Frozen]:
    definitions: dict[str, Any] = {
        role: (
            _generic(Known, Role),
            Field(title=designation.nominative, json_schema_extra={"de": designation.de}),
        )
        for role, designation in roles.items()
    }
    return create_model("Parties", __base__=Frozen, **definitions)


def _required(name: str, info: FieldInfo, needed: Tree) -> Any:
    """The definition of a slot made compulsory, with its compulsory parts."""
    inner = _value_type(info)
    if needed:
        parts = {key: _required(key, inner.model_fields[key], sub) for key, sub in needed.items()}
        inner = create_model(inner.__name__, __base__=inner, **parts)
    words = Field(
        title=info.title or name,
        description=info.description,
        examples=info.examples,
        json_schema_extra=info.json_schema_extra,
    )
    return (_generic(Known, inner), words)


def _value_type(info: FieldInfo) -> Any:
    """The type that `Optionally` or `Known` wraps."""
    return _union_member(info.annotation)


def _union_member(annotation: Any) -> Any:
    first = annotation.__args__[0]
    if not hasattr(first, "__metadata__"):
        return first
    rest = first.__metadata__[:-1]  # the last one is the Tag
    return Annotated[first.__origin__, *rest] if rest else first.__origin__


def _declared(spec: FieldSpec, needed: Tree | None) -> Any:
    value = _type_of(spec, needed or {})
    words: dict[str, Any] = {
        "title": spec.label,
        "description": spec.help or None,
        "examples": [spec.example] if spec.example else None,
    }
    if spec.optional and needed is None:
        return (_generic(Optionally, value), Field(None, **words))
    return (_generic(Known, value), Field(**words))


def _generic(alias: Any, value: Any) -> Any:
    """`Known[value]` for a type made at run time."""
    return alias[value]


def _type_of(spec: FieldSpec, needed: Tree) -> Any:
    if spec.fields:
        definitions: dict[str, Any] = {
            sub.name: _declared(sub, needed.get(sub.name)) for sub in spec.fields
        }
        group = create_model(spec.name, __base__=Frozen, **definitions)
        return _listed(group) if spec.many else group
    if spec.type == "choix":
        return Annotated[Choice, choice(dict(spec.options))]
    return _listed(scalar(spec.of)) if spec.type == "liste" else scalar(spec.type)


def scalar(name: str) -> Any:
    """The annotation of the kind of that name."""
    kind = DECLARABLE[name]
    return Annotated[kind.type, kind]


def _listed(value: Any) -> Any:
    return tuple[_generic(Known, value), ...]  # type: ignore[misc]
