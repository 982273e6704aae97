"""A clause: its header, its checked syntax, its compiled body."""

from __future__ import annotations

import re
from collections.abc import Mapping as ReadOnlyMapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from jinja2 import Template, TemplateSyntaxError, nodes
from pydantic import Field

from convgen.diagnostics import Code, Diagnostic, Span
from convgen.library.environment import environment
from convgen.library.lowering import lower
from convgen.library.markup import MarkupError
from convgen.library.syntax import SyntaxFault, forbidden
from convgen.loading.nodes import Entry, Mapping, Scalar
from convgen.loading.source import parse_source
from convgen.loading.text import read_text
from convgen.loading.typed import read_typed
from convgen.model.absent import Gap
from convgen.model.party import Frozen
from convgen.model.scalars import Date, Known, Optionally, Text

_FRONT_MATTER = re.compile(r"---\n(?P<header>.*?\n)---\n", re.DOTALL)
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_PARAMETER_TYPES = {"texte", "entier", "date", "duree", "montant", "pourcentage", "partie"}


class ClauseHeader(Frozen):
    """What stands between the two `---` of a clause file."""

    version: Known[Text] = Field(title="version de la clause")
    intitule: Known[Text] = Field(title="intitulé de la clause")
    emploi: Known[Text] = Field(title="emploi de la clause")
    sources: Optionally[tuple[Known[Text], ...]] = Field(None, title="sources")
    relue_le: Known[Date] = Field(title="date de dernière relecture")


@dataclass(frozen=True)
class Clause:
    """A clause ready to be rendered.

    `name` is « theme/clause »; `first_line` is the line of the file on which the body
    starts; `parameters` maps each name that the plan must give to its type.
    """

    name: str
    file: Path
    version: str
    title: str
    parameters: ReadOnlyMapping[str, str]
    first_line: int
    body: str
    syntax: nodes.Template
    reviewed: date | None = None

    @cached_property
    def template(self) -> Template:
        """The compiled body, compiled at first use."""
        env = environment()
        code = env.compile(lower(self.syntax), self.name, str(self.file))
        return Template.from_code(env, code, {}, None)

    def place(self, line: int, name: str = "") -> Span:
        """The place of a name on a line of the body (both from 1); the whole line if not found."""
        lines = self.body.split("\n")
        text = lines[line - 1] if 0 < line <= len(lines) else ""
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name else None
        start, end = match.span() if match else (0, max(len(text), 1))
        number = self.first_line + line - 1
        return Span(self.file, number, start + 1, number, end + 1)


def inline_clause(name: str, text: str, span: Span) -> tuple[Clause | None, list[Diagnostic]]:
    """A one-line text with values, such as a title, written in a YAML file at `span`."""
    syntax, faults = _parse(text, span.file, span.line)
    if syntax is None:
        return None, faults
    clause = Clause(name, span.file, "", name, {}, span.line, text, syntax)
    faults = [_located(clause, fault) for fault in forbidden(syntax)] or _lowering_faults(clause)
    return (None, faults) if faults else (clause, [])


def read_clause(name: str, file: Path) -> tuple[Clause | None, list[Diagnostic]]:
    """Read and check one clause file, variables aside. None when it cannot be used."""
    read = read_text(file)
    if read.text is None:
        return None, list(read.diagnostics)
    match = _FRONT_MATTER.match(read.text)
    if match is None:
        fault = Diagnostic(
            Code.CLAUSE_HEADER,
            "la clause n’a pas d’en-tête",
            Span(file, 1, 1, 1, 2),
            "commencez le fichier par « --- », les champs version, intitule, emploi, relue_le, "
            "puis « --- »",
        )
        return None, [*read.diagnostics, fault]
    header, parameters, diagnostics = _read_header(match["header"], file)
    diagnostics = [*read.diagnostics, *diagnostics]
    first_line = match[0].count("\n") + 1
    body = read.text[match.end() :]
    syntax, faults = _parse(body, file, first_line)
    diagnostics += faults
    if syntax is None or header is None or diagnostics:
        return None, diagnostics
    clause = Clause(
        name=name,
        file=file,
        version=str(header.version),
        title=str(header.intitule),
        parameters=parameters,
        first_line=first_line,
        body=body,
        syntax=syntax,
        reviewed=header.relue_le if isinstance(header.relue_le, date) else None,
    )
    diagnostics += [_located(clause, fault) for fault in forbidden(syntax)]
    if not diagnostics:
        diagnostics += _lowering_faults(clause)
    return (clause, []) if not diagnostics else (None, diagnostics)


def _read_header(
    text: str, file: Path
) -> tuple[ClauseHeader | None, dict[str, str], list[Diagnostic]]:
    source, diagnostics = parse_source(text, file, first_line=2)
    if source is None:
        return None, {}, diagnostics
    entries = dict(source.root.entries)
    given = entries.pop("parametres", None)
    parameters, faults = _read_parameters(given)
    root = type(source.root)(entries, source.root.span, source.root.flow)
    typed = read_typed(root, ClauseHeader, Span(file, 1, 1, 1, 4))
    header = typed.value
    diagnostics = [
        *diagnostics,
        *faults,
        *(Diagnostic(Code.CLAUSE_HEADER, d.message, d.span, d.help) for d in typed.diagnostics),
    ]
    if not isinstance(header.version, Gap) and not _VERSION.fullmatch(header.version):
        diagnostics.append(
            Diagnostic(
                Code.CLAUSE_HEADER,
                f"« {header.version} » n’est pas un numéro de version",
                entries["version"].node.span,
                "écrivez trois nombres : 1.0.0",
            )
        )
    return header, parameters, diagnostics


def _read_parameters(given: Entry | None) -> tuple[dict[str, str], list[Diagnostic]]:
    if given is None:
        return {}, []
    if not isinstance(given.node, Mapping):
        return {}, [_parameter_fault("les paramètres sont un groupe « nom: type »", given.key_span)]
    parameters: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for name, entry in given.node.entries.items():
        kind = entry.node.text if isinstance(entry.node, Scalar) else None
        if kind not in _PARAMETER_TYPES:
            faults.append(
                _parameter_fault(f"type inconnu pour le paramètre « {name} »", entry.key_span)
            )
        else:
            parameters[name] = kind
    return parameters, faults


def _parameter_fault(message: str, span: Span) -> Diagnostic:
    kinds = ", ".join(sorted(_PARAMETER_TYPES))
    return Diagnostic(Code.CLAUSE_HEADER, message, span, f"types possibles : {kinds}")


def _parse(
    body: str, file: Path, first_line: int
) -> tuple[nodes.Template | None, list[Diagnostic]]:
    try:
        return environment().parse(body, filename=str(file)), []
    except TemplateSyntaxError as error:
        line = first_line + error.lineno - 1
        text = body.split("\n")[error.lineno - 1] if error.lineno else ""
        return None, [
            Diagnostic(
                Code.CLAUSE_SYNTAX,
                f"syntaxe de la clause : {_explained(error)}",
                Span(file, line, 1, line, len(text) + 1),
                "vérifiez que chaque accolade et chaque « {% if %} » ou « {% for %} » se ferme",
            )
        ]


def _explained(error: TemplateSyntaxError) -> str:
    """What Jinja could not read; its own words stay, quoted, for what they name."""
    return f"Jinja ne peut pas la lire (« {error.message} »)"


def _located(clause: Clause, fault: SyntaxFault) -> Diagnostic:
    return Diagnostic(
        Code.CLAUSE_FORBIDDEN, fault.message, clause.place(fault.line, fault.name), fault.help
    )


def _lowering_faults(clause: Clause) -> list[Diagnostic]:
    try:
        _ = clause.template
    except MarkupError as error:
        return [
            Diagnostic(
                Code.CLAUSE_SYNTAX,
                f"mise en forme de la clause : {error}",
                clause.place(error.line + 1),
                "voir docs/bibliotheque.md, « Une clause »",
            )
        ]
    return []
