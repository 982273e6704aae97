"""The JSON Schema of the cases of a programme, for editors.

Draft 2020-12, in words that draft 7 has too: many editors know no more. What a case must have
stands apart from what it may have: with a `commun` key it completes a common file, and nothing
is demanded of it but in lists, which replace those of the common file. How much looser than
convgen a schema is: see `convgen.authoring.kinds`. Nor does it say which keys of a particular
clause go together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from convgen.authoring.outline import COMMON, Part, outline_of, sentence
from convgen.kinds.base.schemas import Schema, choice_schema
from convgen.library.programme import Programme

_PARTY, _WHOLE_PARTY = "partie", "partie_entiere"


def case_schema(programme: Programme) -> Schema:
    """The JSON Schema of the cases of a programme, ready for `json.dumps`."""
    parts = outline_of(programme.model())
    party = next(role.parts for part in parts for role in part.parts if role.role)
    excluded = [pair for paths in programme.one_of for pair in combinations(paths, 2)]
    one_each = [{"anyOf": [_asks(path) for path in paths]} for paths in programme.one_of]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Fiche « {programme.name} »",
        "description": programme.description,
        **_group(parts),
        "type": "object",
        "allOf": [{"not": {"allOf": [_has(path) for path in pair]}} for pair in excluded],
        "if": {"required": [COMMON.key]},
        "else": _filled({**_needs(parts), "allOf": one_each}),
        "$defs": {_PARTY: _group(party), _WHOLE_PARTY: _needs(party)},
    }
    schema["properties"]["programme"] = {"title": "Programme", **choice_schema([programme.name])}
    return _filled(schema)


def _filled(schema: Schema) -> Schema:
    return {word: said for word, said in schema.items() if said not in ([], {}, "")}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _group(parts: Iterable[Part]) -> Schema:
    """What a group may have."""
    return {
        "type": ["object", "null"],
        "properties": {part.key: _property(part) for part in parts},
        "additionalProperties": False,
    }


def _property(part: Part) -> Schema:
    how = [sentence(part.how)] if part.how else []
    held = {"type": ["array", "null"], "items": _element(part)} if part.many else _one(part)
    return {
        "title": sentence(part.label).removesuffix("."),
        **_filled({"description": " ".join((*how, *part.remarks))}),
        **held,
    }


def _element(part: Part) -> Schema:
    """One element of a list, which nothing completes."""
    needs = _needs(part.parts)
    return {"allOf": [_one(part), needs]} if needs else _one(part)


def _one(part: Part) -> Schema:
    if part.role:
        whole = {"allOf": [_reference(_PARTY), _reference(_WHOLE_PARTY)]}
        return {"anyOf": [_reference(_PARTY), {"type": "array", "items": whole}]}
    if part.kind is None:
        return choice_schema(part.options) if part.options else _group(part.parts)
    schema = {**part.kind.schema, "examples": [part.example] if part.example else []}
    if "pattern" in schema:  # what VS Code and its kin say instead of showing the pattern
        example = f", par exemple {part.kind.example}" if part.kind.example else ""
        schema["patternErrorMessage"] = f"attendu : {part.kind.words}{example}"
    return _filled(schema)


def _needs(parts: Iterable[Part]) -> Schema:
    """What a group must have, as far down as no list stands between; empty if nothing."""
    parts = tuple(parts)
    inner = {
        part.key: _reference(_WHOLE_PARTY) if part.role else _needs(part.parts)
        for part in parts
        if not part.many
    }
    asked: dict[tuple[str, ...], list[Part]] = defaultdict(list)
    for part in parts:
        if part.stands:
            asked[part.exempt].append(part)
    for_all = _required(asked.pop((), []))
    return _filled(
        {
            **for_all,
            "properties": _filled(inner),
            "allOf": [
                *for_all.get("allOf", ()),
                *(
                    {"if": _is_one_of(natures), "else": _required(held)}
                    for natures, held in asked.items()
                ),
            ],
        }
    )


def _required(parts: Iterable[Part]) -> Schema:
    """That each key is there, or the one that tells it."""
    spared = [part for part in parts if part.spared_by]
    either = [
        {"anyOf": [{"required": [part.key]}, {"required": [part.spared_by]}]} for part in spared
    ]
    keys = [part.key for part in parts if not part.spared_by]
    return _filled({"required": keys, "allOf": either})


def _is_one_of(natures: Iterable[str]) -> Schema:
    nature = choice_schema(natures, empty=False)
    return {"required": ["nature"], "properties": {"nature": nature}}


def _asks(path: str) -> Schema:
    """The key at a dotted path, or a group left empty on the way."""
    key, _, rest = path.partition(".")
    return _filled({"required": [key], "properties": {key: _asks(rest)} if rest else {}})


def _has(path: str) -> Schema:
    """The key at a dotted path."""
    key, _, rest = path.partition(".")
    inner = {"properties": {key: _has(rest)}} if rest else {}
    return {"type": "object", "required": [key], **inner}
