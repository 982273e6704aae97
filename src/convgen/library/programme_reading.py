"""`programme.yaml` becomes a Programme, or the list of its faults."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic, Span, suggestion
from convgen.french.characters import folded
from convgen.french.designation import Designation, Gender, parse_designation
from convgen.kinds.base.kind import stands_for_nothing
from convgen.kinds.found import DECLARABLE
from convgen.language.expressions import Choose, parts_of
from convgen.language.scope import KEYWORDS, NAME
from convgen.library.clause import Clause
from convgen.library.clause_reading import inline_clause
from convgen.library.plan_reading import read_sections
from convgen.library.programme import Programme
from convgen.library.reader import Reader
from convgen.library.slot_reading import read_slots
from convgen.model.case_model import FieldSpec
from convgen.model.convention import Convention
from convgen.model.party import NATURES, Frozen
from convgen.yaml.nodes import Entry, SequenceNode
from convgen.yaml.source import read_source

_KEYS = (
    "titre", "description", "resume", "parties", "termes", "exige", "admet", "un_de", "champs",
    "plan",
)  # fmt: skip
_SUMMARY = ("objet", "depart")
_FIELD_KEYS = (
    "type", "libelle", "aide", "exemple", "facultatif", "de", "options", "champs", "liste_de",
)  # fmt: skip
_TYPES = (*DECLARABLE, "choix", "liste")
_ATTRIBUTES = frozenset(name for name in dir(Frozen) if not name.startswith("_"))
_INNER = _ATTRIBUTES | KEYWORDS | {"label", "path", "raw", "shape"}  # these belong to a gap
_RESERVED = (
    _INNER | set(dir(Convention)) | set(Convention.model_fields) | {"parties", "partie", "commun"}
)


def read_programme(name: str, file: Path) -> tuple[Programme | None, list[Diagnostic]]:
    """Read one programme. None when any fault stands in it."""
    source, diagnostics = read_source(file)
    if source is None or diagnostics:
        return None, diagnostics
    reader = Reader()
    entries = source.root.entries
    reader.known(entries, _KEYS, "un programme")
    for key in ("titre", "parties", "plan"):
        if key not in entries:
            reader.fault(
                f"il manque « {key} » au programme", source.root.span, f"ajoutez « {key} : »"
            )
    title = _inline(reader, "titre", entries.get("titre"))
    summary = _summary(reader, entries.get("resume"))
    roles = _designations(reader, entries.get("parties"), ("natures",))
    natures = _natures(reader, entries.get("parties"))
    terms = _designations(reader, entries.get("termes"))
    _no_clash(reader, entries)
    fields = _fields(reader, reader.entries(entries.get("champs")))
    required = read_slots(reader, entries.get("exige"))
    admitted = read_slots(reader, entries.get("admet"))
    groups = _groups(reader, entries.get("un_de"))
    if "un_de" in entries:
        _paths_exist(reader, fields, admitted, groups, entries["un_de"].key_span)
    sections = read_sections(reader, entries.get("plan"))
    for key, found in (("parties", roles), ("plan", sections)):
        if key in entries and not found and not reader.diagnostics:
            reader.fault(f"« {key} » est vide", entries[key].key_span, "complétez-le")
    description = reader.text(entries.get("description"))
    if reader.diagnostics or title is None:
        return None, reader.diagnostics
    programme = Programme(
        name=name,
        file=file,
        title=title,
        description=description,
        roles=roles,
        terms=terms,
        fields=_made_optional(fields, [path for group in groups for path in group]),
        required=required,
        admitted=admitted,
        one_of=groups,
        sections=sections,
        summary=summary,
        natures=natures,
    )
    return programme, []


def _inline(reader: Reader, name: str, entry: Entry | None) -> Clause | None:
    if entry is None:
        return None
    clause, faults = inline_clause(name, reader.text(entry), entry.node.span)
    reader.diagnostics += faults
    return clause


def _summary(reader: Reader, entry: Entry | None) -> dict[str, Clause]:
    """How an act is told elsewhere: one text each, the same whatever the case chooses."""
    entries = reader.entries(entry)
    reader.known(entries, _SUMMARY, "un résumé")
    found: dict[str, Clause] = {}
    for name, part in entries.items():
        clause = _inline(reader, name, part)
        if clause is not None and any(True for _ in parts_of(clause.program, Choose)):
            message = "un résumé n’a pas de condition"
            reader.fault(message, part.node.span, "écrivez ce qui vaut pour toute fiche")
        elif clause is not None:
            found[name] = clause
    return found


def _natures(reader: Reader, entry: Entry | None) -> dict[str, tuple[str, ...]]:
    """The natures that a role admits, where it does not admit all."""
    found: dict[str, tuple[str, ...]] = {}
    for role, item in reader.entries(entry).items():
        listed = reader.entries(item).get("natures")
        if listed is None:
            continue
        told = list(reader.texts(reader.items(listed)))
        for nature, span in told:
            if nature not in NATURES:
                reader.unknown("nature inconnue", nature, span, NATURES)
        found[role] = tuple(nature for nature, _ in told)
    return found


def _designations(
    reader: Reader, entry: Entry | None, more: tuple[str, ...] = ()
) -> dict[str, Designation]:
    found: dict[str, Designation] = {}
    for key, item in reader.entries(entry).items():
        parts = reader.entries(item)
        reader.known(parts, ("designation", "genre", *more), f"« {key} »")
        gender = reader.text(parts.get("genre"))
        if gender and gender not in {g.value for g in Gender}:
            reader.fault(f"genre inconnu : « {gender} »", item.key_span, "masculin ou féminin")
            continue
        try:
            found[key] = parse_designation(
                reader.text(parts.get("designation")), Gender(gender) if gender else None
            )
        except ValueError as error:
            reader.fault(str(error), item.key_span, "exemple : {designation: la Métropole}")
    return found


def _no_clash(reader: Reader, entries: dict[str, Entry]) -> None:
    taken = set(_RESERVED)
    for section in ("parties", "termes", "champs"):
        for key, entry in reader.entries(entries.get(section)).items():
            _free_name(reader, entry, taken)
            taken.add(key)


def _free_name(reader: Reader, entry: Entry, taken: Container[str]) -> None:
    key = entry.key
    if not NAME.fullmatch(key):
        way_out = "minuscules sans accent, chiffres et « _ »"
        reader.fault(f"« {key} » ne peut pas nommer une variable", entry.key_span, way_out)
    elif key in taken or key.startswith("model_"):
        reader.fault(f"« {key} » est déjà pris", entry.key_span, "choisissez un autre nom")


def _fields(reader: Reader, entries: dict[str, Entry]) -> tuple[FieldSpec, ...]:
    return tuple(_field(reader, key, entry) for key, entry in entries.items())


def _field(reader: Reader, key: str, entry: Entry) -> FieldSpec:
    parts = reader.entries(entry)
    reader.known(parts, _FIELD_KEYS, f"le champ « {key} »")
    nested = parts.get("champs") or parts.get("liste_de")
    kind = "groupe" if nested else reader.text(parts.get("type"), "texte")
    of = reader.text(parts.get("de"), "texte")
    options = _options(reader, parts.get("options"))
    inner = reader.entries(nested)
    for entry_of_part in inner.values():
        _free_name(reader, entry_of_part, _INNER)
    for message, way_out in _faults_of_field(parts, kind, of, options, inner):
        reader.fault(f"« {key} » {message}", entry.key_span, way_out)
    return FieldSpec(
        name=key,
        label=reader.text(parts.get("libelle"), key.replace("_", " ")),
        type=kind,
        optional=reader.yes(parts.get("facultatif")),
        of=of,
        options=tuple(options.items()),
        fields=_fields(reader, inner),
        many="liste_de" in parts,
        help=reader.text(parts.get("aide")),
        example=reader.text(parts.get("exemple")),
    )


def _faults_of_field(
    parts: dict[str, Entry], kind: str, of: str, options: dict[str, str], inner: dict[str, Entry]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a field, and the way out."""
    shapes = [key for key in ("type", "champs", "liste_de") if key in parts]
    if len(shapes) > 1:
        yield f"a {' et '.join(f'« {shape} »' for shape in shapes)}", "gardez-en un seul"
    if kind == "groupe":
        if not inner:
            yield "est un groupe sans champs", "ajoutez « champs: » ou « liste_de: »"
        return
    if kind not in _TYPES:
        yield f"a un type inconnu : « {kind} »", suggestion(kind, _TYPES, ", ".join(_TYPES))
    if of not in DECLARABLE:
        way_out = suggestion(of, DECLARABLE, ", ".join(DECLARABLE))
        yield f"est une liste d’un type inconnu : « {of} »", way_out
    if kind == "choix" and not options:
        yield "est un choix sans options", "« options: {…} »"
    if any(stands_for_nothing(option) for option in options):
        yield "a une option qui se lit comme une lacune", "écrivez l’option en entier"
    if len({folded(option) for option in options}) < len(options):
        yield "a deux options que la casse seule distingue", "gardez-en une"
    for key, wanted in (("options", "choix"), ("de", "liste")):
        if key in parts and kind != wanted:
            yield f"a « {key} » sans « type: {wanted} »", "corrigez l’un des deux"


def _options(reader: Reader, entry: Entry | None) -> dict[str, str]:
    """The options of a choice: a list, or a group « option: its words in the act »."""
    if entry is not None and isinstance(entry.node, SequenceNode):
        return {text: text for text, _ in reader.texts(entry.node.items)}
    return {key: reader.text(given) for key, given in reader.entries(entry).items()}


def _groups(reader: Reader, entry: Entry | None) -> tuple[tuple[str, ...], ...]:
    groups = []
    for item in reader.items(entry):
        wrapped = Entry("un_de", item.span, item)
        paths = tuple(path for path, _ in reader.texts(reader.items(wrapped)))
        if len(set(paths)) < 2 and isinstance(item, SequenceNode):
            reader.fault("une alternative a deux clés au moins", item.span, "[[une, autre]]")
        groups.append(paths)
    return tuple(groups)


def _made_optional(fields: tuple[FieldSpec, ...], paths: list[str]) -> tuple[FieldSpec, ...]:
    """The alternatives of `un_de` may be left out: the chosen one is required case by case."""
    made = []
    for spec in fields:
        inner = [path.partition(".")[2] for path in paths if path.startswith(f"{spec.name}.")]
        optional = spec.optional or spec.name in paths
        made.append(replace(spec, optional=optional, fields=_made_optional(spec.fields, inner)))
    return tuple(made)


def _paths_exist(
    reader: Reader,
    fields: tuple[FieldSpec, ...],
    admitted: tuple[str, ...],
    groups: tuple[tuple[str, ...], ...],
    span: Span,
) -> None:
    """The paths of `un_de` are declared fields, outside lists, or admitted slots."""
    for path in (path for group in groups for path in group):
        specs, spec = fields, None
        for name in path.split("."):
            spec = next((s for s in specs if s.name == name), None)
            specs = spec.fields if spec and not spec.many else ()
        if spec is None and path not in admitted:
            way_out = "déclarez-le dans « champs », ou admettez-le"
            reader.fault(f"champ inconnu : « {path} »", span, way_out)
