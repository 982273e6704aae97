"""What the parts of a package are, as its content types say it."""

from __future__ import annotations

from convgen.word.opc import package as opc
from convgen.word.opc.package import TYPES, Package

_IMAGE = "image/"  # a drawing in SVG is shown, never read


def types_of(package: Package) -> dict[str, str]:
    """The content type of each part, told of its name or else of its ending; empty when unsaid."""
    root = package.root(opc.CONTENT_TYPES)
    own, usual = (
        {node.get(key, "").lower(): node.get("ContentType", "") for node in root.iter(TYPES + name)}
        for name, key in (("Override", "PartName"), ("Default", "Extension"))
    )
    return {
        part: own.get(f"/{part}".lower(), usual.get(part.lower().rpartition(".")[2], ""))
        for part in package.parts
    }


def xml_parts(package: Package) -> list[str]:
    """The parts that Word reads as XML, by their name or by their content type."""
    return [
        part
        for part, kind in types_of(package).items()
        if opc.is_xml(part) or (_is_xml(kind.lower()) and not kind.lower().startswith(_IMAGE))
    ]


def _is_xml(kind: str) -> bool:
    return kind.endswith(("+xml", "/xml"))
