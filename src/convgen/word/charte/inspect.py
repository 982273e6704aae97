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
    check_embedded,
    check_relations,
    check_revisions,
)
from convgen.word.charte.inspect_fields import check_field_results, check_fields
from convgen.word.charte.inspect_lists import check_lists
from convgen.word.charte.inspect_numbering import check_numbering
from convgen.word.charte.inspect_order import Walk
from convgen.word.charte.inspect_part import InspectedPart, read_parts
from convgen.word.charte.inspect_slots import check_slots
from convgen.word.charte.inspect_styles import (
    check_direct_formatting,
    check_hidden_text,
    check_required_styles,
    check_styles,
)
from convgen.word.charte.inspect_tags import check_hidden_tags, check_tags
from convgen.word.charte.old_files import old_file_fault
from convgen.word.charte.stylesheet import StyleSheet, read_stylesheet
from convgen.word.charte.template_bytes import read_template
from convgen.word.opc import archive
from convgen.word.opc import package as opc
from convgen.word.opc.package import Package, W

_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_MAIN = "application/vnd.ms-word."
_MAX_TEMPLATED_PART = 2 * 1024 * 1024
_SAVE_AGAIN = "ouvrez-le dans Word et enregistrez-le sous « Document Word (*.docx) »"


def inspect_template(path: Path) -> list[Diagnostic]:
    """Every fault of the template at `path`, which is never run. Reads only that file."""
    data, findings = read_template(path)
    return [finding.in_file(path) for finding in findings or _inspect(data)]


@lru_cache(maxsize=16)
def _inspect(data: bytes) -> tuple[Finding, ...]:
    """Each case that is checked asks for its template again."""
    package, findings = open_package(data)
    return tuple(findings if package is None else inspect_package(package))


def open_package(data: bytes) -> tuple[Package | None, list[Finding]]:
    """The parts of a .docx held in memory, or why it cannot be opened as a Word file."""
    if (old := old_file_fault(data)) is not None:
        return None, [old]
    try:
        package = Package(archive.read_members(data))
    except archive.UnsafeArchiveError as error:
        return None, [
            _unreadable(f"le modèle n’est pas un fichier Word sûr : {fault}")
            for fault in error.faults
        ]
    findings = [*_broken_parts(package)] or [*_not_a_document(package)]
    return (None, findings) if findings else (package, [])


def _broken_parts(package: Package) -> Iterator[Finding]:
    for name in filter(opc.is_xml, package.parts):
        try:
            package.root(name)
        except opc.UnsafeXmlError as error:
            yield _unreadable(f"le modèle est abîmé ({name}) : {error}")


def _not_a_document(package: Package) -> Iterator[Finding]:
    if opc.CONTENT_TYPES not in package.parts or not package.main:
        yield _unreadable("le modèle est une archive zip, mais pas un fichier Word")
        return
    types = package.root(opc.CONTENT_TYPES)
    kinds = {
        node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
        for node in types.iterchildren()
    }
    kind = kinds.get(package.main, "")
    if kind != _WORD_MAIN and not kind.startswith(_MACRO_MAIN):
        yield _unreadable("le modèle n’est pas un document Word ordinaire (.docx)")
    if not package.related(package.main, opc.STYLES):
        yield _unreadable("le modèle n’a pas de styles")
    for name in (package.main, *package.headers_and_footers()):
        if package.root(name).nsmap.get("w") != W[1:-1]:
            yield _unreadable(f"le modèle est écrit dans une autre variante de Word ({name})")
        if len(package.parts[name]) > _MAX_TEMPLATED_PART:
            yield _unreadable(f"le modèle est trop volumineux ({name})")


def _unreadable(message: str, help: str = _SAVE_AGAIN) -> Finding:
    return Finding(Code.TEMPLATE_UNREADABLE, message, help)


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
    if not part.filled:
        yield from _check_without_tags(part)
        return
    yield from check_tags(part)
    yield from check_hidden_tags(part)
    yield from check_field_results(part)
    yield from check_beside(part)
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
