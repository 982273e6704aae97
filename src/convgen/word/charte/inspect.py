"""A Word template before it is used: every fault that would spoil a convention, at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_beside import check_beside, check_body_shape
from convgen.word.charte.inspect_content import (
    check_active_content,
    check_bound,
    check_revisions,
)
from convgen.word.charte.inspect_fields import check_field_results, check_fields
from convgen.word.charte.inspect_lists import check_lists
from convgen.word.charte.inspect_numbering import check_numbering
from convgen.word.charte.inspect_opening import open_package
from convgen.word.charte.inspect_order import Walk
from convgen.word.charte.inspect_outside import check_embedded, check_relations
from convgen.word.charte.inspect_part import InspectedPart, read_parts
from convgen.word.charte.inspect_settings import (
    check_locked_controls,
    check_protection,
    check_settings_order,
)
from convgen.word.charte.inspect_slots import check_slots
from convgen.word.charte.inspect_styles import (
    check_direct_formatting,
    check_hidden_text,
    check_required_styles,
    check_styles,
)
from convgen.word.charte.inspect_tags import check_hidden_tags, check_tags
from convgen.word.charte.stylesheet import StyleSheet, read_stylesheet
from convgen.word.charte.template_bytes import read_template
from convgen.word.opc.package import Package


def inspect_template(path: Path) -> list[Diagnostic]:
    """Every fault of the template at `path`, which is never run. Reads only that file."""
    data, findings = read_template(path)
    return [finding.in_file(path) for finding in findings or _inspect(data)]


@lru_cache(maxsize=16)
def _inspect(data: bytes) -> tuple[Finding, ...]:
    """Each case that is checked asks for its template again."""
    package, findings = open_package(data)
    return tuple(findings if package is None else inspect_package(package))


def inspect_package(package: Package) -> list[Finding]:
    """Every fault of a package that opens, each once, part by part."""
    sheet = read_stylesheet(package)
    parts = read_parts(package)
    found = [
        *(fault for part in parts for fault in _check_part(part, sheet)),
        *_check_order(parts),
        *check_lists(parts[0], package, sheet),
        *check_hidden_text(package, parts, sheet),
        *check_required_styles(sheet),
        *check_relations(package, parts),
        *check_active_content(package),
    ]
    return list(dict.fromkeys(found))


def _check_part(part: InspectedPart, sheet: StyleSheet) -> Iterator[Finding]:
    yield from check_revisions(part)
    yield from check_embedded(part)
    yield from check_fields(part, sheet)
    yield from check_protection(part)
    yield from check_settings_order(part)
    if not part.filled:
        yield from _check_without_tags(part)
        return
    yield from check_tags(part)
    yield from check_hidden_tags(part)
    yield from check_field_results(part)
    yield from check_beside(part)
    yield from check_locked_controls(part)
    yield from check_styles(part, sheet)
    if part.is_body:
        yield from check_body_shape(part)
        yield from check_numbering(part, sheet)
        yield from check_direct_formatting(part, sheet)
    else:
        yield from check_bound(part)


def _check_order(parts: list[InspectedPart]) -> Iterator[Finding]:
    walks = [Walk(part).to_the_end() for part in parts if part.filled]
    for walk in walks:
        yield from walk.findings
    yield from walks[0].missing_genres()
    uses = [use for walk in walks for use in walk.uses]
    yield from check_slots(uses, set[str]().union(*(walk.garbled for walk in walks)))


def _check_without_tags(part: InspectedPart) -> Iterator[Finding]:
    for paragraph in part.paragraphs:
        if paragraph.tags:
            yield part.fault(
                Code.TEMPLATE_TAG,
                paragraph,
                "une balise se trouve là où convgen n’écrit pas",
                "les balises vont dans le corps du texte, l’en-tête et le pied de page",
            )
