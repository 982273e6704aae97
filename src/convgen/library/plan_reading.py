"""The `plan:` of a programme becomes sections and clause uses."""

from __future__ import annotations

import re
from dataclasses import replace

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.french.elision import elide_de
from convgen.french.typography import typeset
from convgen.language.expressions import Expression, Literal, Read
from convgen.language.lexing import ExpressionError
from convgen.language.parsing import parse_condition, parse_parameter
from convgen.library.parameters import FIXED_TEXT
from convgen.library.programme import ClauseUse, SectionKind, SectionSpec
from convgen.library.reader import Reader
from convgen.yaml.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode

_KINDS = {kind.value: kind for kind in SectionKind}
_LISTED = {SectionKind.PARTIES, SectionKind.PREAMBLE, SectionKind.SIGNATURE}
_OWN_KEYS = {
    **dict.fromkeys((SectionKind.PARTIES, SectionKind.PREAMBLE), ()),
    SectionKind.SIGNATURE: ("bloc", "colonnes"),
    SectionKind.ANNEX: ("clauses", "texte"),
}
_A_CONDITION = 'une condition s’écrit : nom, non nom, nom et nom, nom ou nom, nom = "texte"'
_A_PARAMETER = f"donnez le nom d’une valeur, ou un texte fixe : {FIXED_TEXT}"
_COLUMNS = ("1", "2", "3")  # a narrower one could not hold a name
SECTION_KEY = re.compile(r"[a-z][a-z0-9-]{0,34}")
"""What an article or an annex is called, for `renvoi`."""
CLAUSE_NAME = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
"""What a clause is called: « thème/clause »."""


def read_sections(reader: Reader, entry: Entry | None) -> tuple[SectionSpec, ...]:
    """Read the lines of a plan, in order, faults to the reader."""
    sections: list[SectionSpec] = []
    taken: set[str] = set()
    for item in reader.items(entry):
        section = _section(reader, item)
        if section is None:
            continue
        if section.can_be_referred_to and section.key in taken:
            reader.fault(f"« {section.key} » est deux fois au plan", section.span, "changez-en un")
        taken |= {section.key} if section.can_be_referred_to else set()
        sections.append(section)
    return tuple(sections)


def _section(reader: Reader, item: Node) -> SectionSpec | None:
    entries = item.entries if isinstance(item, MappingNode) else {}
    kinds = [_KINDS[key] for key in entries if key in _KINDS]
    if len(kinds) != 1:
        reader.fault("une ligne du plan a une seule de ces clés", item.span, ", ".join(_KINDS))
        return None
    (kind,) = kinds
    head = entries[kind.value]
    listed = kind in _LISTED
    allowed = (kind.value, "intitule", "si", *_OWN_KEYS.get(kind, ("clauses",)))
    reader.known(entries, allowed, f"une ligne « {kind.value} » du plan")
    key = kind.value if listed else reader.text(head)
    if not listed and not SECTION_KEY.fullmatch(key):
        message = f"ce nom {elide_de(kind.value)} ne convient pas : « {key} »"
        way_out = "minuscules sans accent, chiffres et traits d’union, 35 signes : duree"
        reader.fault(message, head.node.span, way_out)
    clauses = _uses(reader, head if listed else entries.get("clauses"))
    if kind is SectionKind.ARTICLE and not (clauses or reader.diagnostics):
        reader.fault(f"l’article « {key} » n’a aucune clause", head.node.span, "« clauses: […] »")
    joined = _path(reader, entries.get("texte"))
    if kind is SectionKind.ANNEX and (joined is None) == (not clauses) and not reader.diagnostics:
        message = f"l’annexe « {key} » a soit des clauses, soit un texte joint"
        reader.fault(message, head.node.span, "« clauses: […] » ou « texte: chemin »")
    block = entries.get("bloc")
    condition, text = _condition(reader, entries.get("si"))
    return SectionSpec(
        kind=kind,
        key=key,
        span=head.key_span if listed else head.node.span,
        title=_title(reader, entries.get("intitule")),
        clauses=clauses,
        block=_use(reader, block.node) if block else None,
        columns=_columns(reader, entries.get("colonnes")),
        text=joined,
        condition=condition,
        condition_text=text,
        places=_places(entries),
    )


def _columns(reader: Reader, entry: Entry | None) -> int:
    """How many parties sign abreast; 0 leaves it to their number."""
    text = reader.text(entry)
    if entry is not None and text not in _COLUMNS:
        reader.fault("« colonnes » est 1, 2 ou 3", entry.node.span, "retirez la clé, ou corrigez")
    return int(text) if text in _COLUMNS else 0


def _title(reader: Reader, entry: Entry | None) -> str:
    text = reader.text(entry)
    if entry is not None and any(mark in text for mark in ("{{", "{%", "\n")):
        reader.fault("un intitulé est un texte seul, sans valeur", entry.node.span, "retirez-la")
    return typeset(text)


def _places(entries: dict[str, Entry]) -> dict[str, Span]:
    """Where the text of each condition or parameter starts; quotation marks are passed over."""
    found: dict[str, Span] = {}
    for key, entry in entries.items():
        span = entry.node.span
        quoted = isinstance(entry.node, ScalarNode) and not entry.node.plain
        found[key] = replace(span, column=span.column + quoted)
    return found


def _uses(reader: Reader, entry: Entry | None) -> tuple[ClauseUse, ...]:
    uses = (_use(reader, node) for node in reader.items(entry))
    return tuple(use for use in uses if use is not None)


def _use(reader: Reader, node: Node) -> ClauseUse | None:
    """`theme/clause`, or `{theme/clause: {delai: chemin}, si: condition}`."""
    if isinstance(node, ScalarNode) and node.text and CLAUSE_NAME.fullmatch(node.text):
        return ClauseUse(node.text, node.span)
    entries = dict(node.entries) if isinstance(node, MappingNode) else {}
    condition, text = _condition(reader, entries.pop("si", None))
    if isinstance(node, SequenceNode) or len(entries) != 1:
        reader.fault("une clause est attendue ici", node.span, "« thème/clause »")
        return None
    ((name, entry),) = entries.items()
    if not CLAUSE_NAME.fullmatch(name):
        reader.fault(f"nom de clause illisible : « {name} »", entry.key_span, "« thème/clause »")
        return None
    parameters = _parameters(reader, entry)
    places = _places(node.entries if isinstance(node, MappingNode) else {})
    if isinstance(entry.node, MappingNode):
        places |= _places(entry.node.entries)
    return ClauseUse(name, entry.key_span, parameters, condition, text, places)


def _path(reader: Reader, entry: Entry | None) -> Read | None:
    """The path of a joined text."""
    if entry is None:
        return None
    try:
        path = parse_parameter(reader.text(entry))
    except ExpressionError as error:
        _misread(reader, entry, error, "texte: nom_du_champ")
        return None
    if isinstance(path, Literal):
        reader.fault("« texte » attend un chemin", entry.node.span, "texte: nom_du_champ")
        return None
    return path


def _parameters(reader: Reader, entry: Entry) -> dict[str, Read | Literal]:
    parameters: dict[str, Read | Literal] = {}
    for name, given in reader.entries(entry).items():
        text = reader.text(given)
        try:
            parameters[name] = parse_parameter(text)
        except ExpressionError as error:
            _misread(reader, given, error, _A_PARAMETER)
    return parameters


def _condition(reader: Reader, entry: Entry | None) -> tuple[Expression | None, str]:
    text = reader.text(entry)
    if entry is None or not text:
        return None, ""
    try:
        return parse_condition(text), text
    except ExpressionError as error:
        _misread(reader, entry, error, _A_CONDITION)
        return None, ""


def _misread(reader: Reader, entry: Entry, error: ExpressionError, otherwise: str) -> None:
    span = _places({"": entry})[""]
    start, end = span.column + error.start, span.column + error.end
    place = Span(span.file, span.line, start, span.line, end)
    fault = Diagnostic(Code.CONDITION_SYNTAX, str(error), place, error.help or otherwise)
    reader.diagnostics.append(fault)
