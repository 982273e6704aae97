"""A Word template opened: a zip, its parts, their XML; or why Word could not open it either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.old_files import old_file_fault
from convgen.word.opc import archive
from convgen.word.opc import package as opc
from convgen.word.opc.content_types import types_of, xml_parts
from convgen.word.opc.package import Element, Package, W

_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACRO_MAIN = "application/vnd.ms-word."
_MAX_TEMPLATED_PART = 2 * 1024 * 1024
_SAVE_AGAIN = "ouvrez-le dans Word et enregistrez-le sous « Document Word (*.docx) »"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"  # it would move the targets of relations
_TYPES = {opc.TYPES + name for name in ("Types", "Default", "Override")}
_RELATIONS = {opc.RELATIONS + name for name in ("Relationships", "Relationship")}


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
    findings = (
        [*_broken_parts(package, filter(opc.is_xml, package.parts))]
        or [*_strangers(package)]
        or [*_not_a_document(package)]
        or [*_broken_parts(package, xml_parts(package))]
        or [*_another_word(package)]
    )
    return (None, findings) if findings else (package, [])


def _broken_parts(package: Package, names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        try:
            package.root(name)
        except opc.UnsafeXmlError as error:
            yield _damaged(name, str(error))


def _strangers(package: Package) -> Iterator[Finding]:
    """What the lists of types and of relations never hold: Word would not open the file."""
    known = dict.fromkeys(package.all_relations(), _RELATIONS)
    if opc.CONTENT_TYPES in package.parts:
        known[opc.CONTENT_TYPES] = _TYPES
    for name, expected in known.items():
        for node in package.root(name).iter():
            if node.tag not in expected:
                yield _damaged(name, f"un élément étranger, « {_name(node)} »")
            elif _BASE in node.attrib:
                yield _damaged(name, "l’attribut « xml:base » n’y a pas sa place")


def _not_a_document(package: Package) -> Iterator[Finding]:
    if opc.CONTENT_TYPES not in package.parts or not package.main:
        yield _unreadable("le modèle est une archive zip, mais pas un fichier Word")
        return
    kind = types_of(package)[package.main]
    if kind != _WORD_MAIN and not kind.startswith(_MACRO_MAIN):
        yield _unreadable("le modèle n’est pas un document Word ordinaire (.docx)")
    if not package.related(package.main, opc.STYLES):
        yield _unreadable("le modèle n’a pas de styles")


def _another_word(package: Package) -> Iterator[Finding]:
    """Parts in the words of another Word, or too large to be filled."""
    for name in (package.main, *package.headers_and_footers()):
        if package.root(name).nsmap.get("w") != W[1:-1]:
            yield _unreadable(f"le modèle est écrit dans une autre variante de Word ({name})")
        if len(package.parts[name]) > _MAX_TEMPLATED_PART:
            yield _unreadable(f"le modèle est trop volumineux ({name})")
    for name in package.related(package.main, opc.STYLES, opc.NUMBERING, opc.SETTINGS):
        if not package.root(name).tag.startswith(W):
            yield _unreadable(f"le modèle est écrit dans une autre variante de Word ({name})")


def _name(node: Element) -> str:
    return etree.QName(node).localname


def _damaged(name: str, why: str) -> Finding:
    return _unreadable(f"le modèle est abîmé ({name}) : {why}")


def _unreadable(message: str, help: str = _SAVE_AGAIN) -> Finding:
    return Finding(Code.TEMPLATE_UNREADABLE, message, help)
