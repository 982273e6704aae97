"""A Word template before it is used: every fault that would spoil a convention, at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from convgen.diagnostics import Code, Diagnostic
from convgen.word import archive
from convgen.word import package as opc
from convgen.word.findings import Finding
from convgen.word.inspect_content import (
    check_active_content,
    check_embedded,
    check_relations,
    check_required_styles,
    check_revisions,
    check_styles,
)
from convgen.word.inspect_numbering import check_numbering
from convgen.word.inspect_order import Walk, check_slots
from convgen.word.inspect_tags import check_body_shape, check_hidden, check_readable
from convgen.word.opening import read_template
from convgen.word.package import Element, Package, W
from convgen.word.stylesheet import StyleSheet, read_stylesheet
from convgen.word.tags import branches, paragraphs

_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_MAIN = "application/vnd.ms-word."
_MAX_TEMPLATED_PART = 2 * 1024 * 1024
_SAVE_AGAIN = "Ouvrez-le dans Word et enregistrez-le sous « Document Word (*.docx) »."


def inspect_template(path: Path) -> list[Diagnostic]:
    """Every fault of the template at `path`, which is never run. Reads only that file."""
    data, findings = read_template(path)
    package = None
    if not findings:
        package, findings = open_package(data)
    if package is not None:
        findings = inspect_package(package)
    return [finding.in_file(path) for finding in findings]


def open_package(data: bytes) -> tuple[Package | None, list[Finding]]:
    """The parts of a .docx held in memory, or why it cannot be opened as a Word file."""
    try:
        package = Package(archive.read_members(data))
    except archive.UnsafeArchiveError as error:
        return None, [
            _unreadable(f"Le modèle n’est pas un fichier Word sûr : {fault}.")
            for fault in error.faults
        ]
    findings = [*_broken_parts(package)] or [*_not_a_document(package)]
    return (None, findings) if findings else (package, [])


def _broken_parts(package: Package) -> Iterator[Finding]:
    for name, data in package.parts.items():
        if opc.is_xml(name):
            try:
                opc.parse(data)
            except opc.UnsafeXmlError as error:
                yield _unreadable(f"Le modèle est abîmé ({name}) : {error}.")


def _not_a_document(package: Package) -> Iterator[Finding]:
    if opc.CONTENT_TYPES not in package.parts or not package.main:
        yield _unreadable("Le modèle est une archive zip, mais pas un fichier Word.")
        return
    types = opc.parse(package.parts[opc.CONTENT_TYPES])
    kinds = {
        node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
        for node in types.iterchildren()
    }
    kind = kinds.get(package.main, "")
    if kind != _WORD_MAIN and not kind.startswith(_MACRO_MAIN):
        yield _unreadable("Le modèle n’est pas un document Word ordinaire (.docx).")
    if not package.related(package.main, opc.STYLES):
        yield _unreadable("Le modèle n’a pas de styles.")
    for name in (package.main, *package.headers_and_footers()):
        if opc.parse(package.parts[name]).nsmap.get("w") != W[1:-1]:
            yield _unreadable(f"Le modèle est écrit dans une autre variante de Word ({name}).")
        if len(package.parts[name]) > _MAX_TEMPLATED_PART:
            yield _unreadable(f"Le modèle est trop volumineux ({name}).")


def _unreadable(message: str, help: str = _SAVE_AGAIN) -> Finding:
    return Finding(Code.TEMPLATE_UNREADABLE, message, help)


def inspect_package(package: Package) -> list[Finding]:
    """Every fault of a package that opens."""
    sheet = read_stylesheet(package)
    return [
        *_check_body(package, sheet),
        *_check_other_parts(package),
        *check_required_styles(sheet),
        *check_relations(package),
        *check_active_content(package),
    ]


def _check_body(package: Package, sheet: StyleSheet) -> Iterator[Finding]:
    body_slots: set[str] = set()
    header_slots: set[str] = set()
    for part in (package.main, *package.headers_and_footers()):
        is_body = part == package.main
        root = opc.parse(package.parts[part])
        found = paragraphs(root)
        walk = Walk(part, is_body).over(found)
        (body_slots if is_body else header_slots).update(walk.slots)
        yield from check_readable(part, found)
        yield from check_hidden(part, root)
        yield from walk.findings
        yield from check_styles(part, root, found, sheet)
        if is_body:
            yield from check_body_shape(part, root)
            yield from check_numbering(part, branches(found), sheet)
    yield from check_slots(body_slots, header_slots)


def _check_other_parts(package: Package) -> Iterator[Finding]:
    templated = {package.main, *package.headers_and_footers()}
    for part, data in package.parts.items():
        if not part.startswith("word/") or not part.endswith(".xml"):
            continue
        root = opc.parse(data)
        yield from check_revisions(part, root)
        yield from check_embedded(part, root)
        if part not in templated:
            yield from _check_without_tags(part, root)


def _check_without_tags(part: str, root: Element) -> Iterator[Finding]:
    for paragraph in paragraphs(root):
        if paragraph.tags:
            yield Finding(
                Code.TEMPLATE_TAG,
                f"Une balise se trouve dans {part}, qui n’est pas rempli par convgen.",
                "Les balises vont dans le corps du texte, l’en-tête et le pied de page.",
                paragraph.index,
            )
