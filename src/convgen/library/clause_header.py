"""What stands between the two `---` of a clause file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from convgen.case.validation import read_typed
from convgen.faults.diagnostic import Code, Diagnostic, Span, suggestion
from convgen.kinds.date import Date
from convgen.kinds.found import DECLARABLE
from convgen.kinds.text import Text
from convgen.language.scope import KEYWORDS, NAME
from convgen.model.absent import Absent
from convgen.model.known import Known, Optionally
from convgen.model.party import Frozen
from convgen.yaml.nodes import Entry, MappingNode, ScalarNode
from convgen.yaml.source import parse_source

_VERSION = re.compile(r"\d+\.\d+\.\d+")
_PARAMETER_TYPES = sorted([*DECLARABLE, "partie"])


class _Fields(Frozen):
    version: Known[Text] = Field(title="version de la clause")
    intitule: Known[Text] = Field(title="intitulé de la clause")
    emploi: Known[Text] = Field(title="emploi de la clause")
    sources: Optionally[tuple[Known[Text], ...]] = Field(None, title="sources")
    relue_le: Known[Date] = Field(title="date de dernière relecture")


@dataclass(frozen=True, slots=True)
class Header:
    """What a clause says of itself: its parameters by type, its last review (ISO date)."""

    version: str
    title: str
    parameters: Mapping[str, str]
    reviewed: str
    usage: str


def header_entries(text: str, file: Path) -> Mapping[str, Entry]:
    """What a header says, key by key, with the places: nothing when it is no YAML."""
    source, _ = parse_source(text, file, first_line=2)
    return source.root.entries if source is not None else {}


def read_header(text: str, file: Path) -> tuple[Header | None, list[Diagnostic]]:
    """Read the YAML of a header, which starts on line 2 of its file."""
    source, diagnostics = parse_source(text, file, first_line=2)
    if source is None:
        return None, diagnostics
    entries = dict(source.root.entries)
    parameters, faults = _parameters(entries.pop("parametres", None))
    root = MappingNode(entries, source.root.span, source.root.flow)
    typed = read_typed(root, _Fields, Span(file, 1, 1, 1, 4), whole="à l’en-tête")
    fields = typed.value
    faults += [
        Diagnostic(Code.CLAUSE_HEADER, d.message, d.span, d.help)
        for d in (f.diagnostic for f in typed.faults)
    ]
    if not isinstance(fields.version, Absent) and not _VERSION.fullmatch(fields.version):
        span = entries["version"].node.span
        message = f"« {fields.version} » n’est pas un numéro de version"
        way_out = "écrivez trois nombres : 1.0.0"
        faults.append(Diagnostic(Code.CLAUSE_HEADER, message, span, way_out))
    diagnostics = [*diagnostics, *faults]
    if diagnostics:
        return None, diagnostics
    version, title, usage = str(fields.version), str(fields.intitule), str(fields.emploi)
    return Header(version, title, parameters, str(fields.relue_le), usage), []


def _parameters(given: Entry | None) -> tuple[dict[str, str], list[Diagnostic]]:
    if given is None:
        return {}, []
    if not isinstance(given.node, MappingNode):
        return {}, [_fault("les paramètres sont un groupe « nom: type »", given.key_span)]
    parameters: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for name, entry in given.node.entries.items():
        if not NAME.fullmatch(name) or name in KEYWORDS:
            message = f"« {name} » ne peut pas nommer un paramètre"
            span, way_out = entry.key_span, "minuscules sans accent, chiffres et « _ »"
            faults.append(Diagnostic(Code.CLAUSE_HEADER, message, span, way_out))
            continue
        kind = entry.node.text if isinstance(entry.node, ScalarNode) else None
        if kind in _PARAMETER_TYPES:
            parameters[name] = kind
        else:
            message = f"type inconnu pour le paramètre « {name} »"
            faults.append(_fault(message, entry.key_span, kind or ""))
    return parameters, faults


def _fault(message: str, span: Span, kind: str = "") -> Diagnostic:
    otherwise = f"types possibles : {', '.join(_PARAMETER_TYPES)}"
    way_out = suggestion(kind, _PARAMETER_TYPES, otherwise)
    return Diagnostic(Code.CLAUSE_HEADER, message, span, way_out)
