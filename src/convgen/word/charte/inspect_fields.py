"""The fields of a Word template: what a word processor writes in their place, and over what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.stylesheet import StyleSheet
from convgen.word.charte.template_tags import HALF_TAG
from convgen.word.opc.package import Element, W

_ADMITTED = frozenset(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "TITLE"))
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_BUILT_IN = re.compile(r"titre ([1-9])")


class _Field(NamedTuple):
    """A field: where it begins, and its words, « PAGE » first."""

    node: Element
    words: list[str]


def check_fields(part: InspectedPart, sheet: StyleSheet) -> Iterator[Finding]:
    """Fields that convgen does not know, or that would print an error in the act."""
    for field in _fields(part.root):
        name = (field.words or ["vide"])[0].upper()
        if name not in _ADMITTED:
            yield part.fault(
                Code.TEMPLATE_EXTERNAL,
                field.node,
                f"le champ « {name} » n’est pas admis dans un modèle",
                "supprimez-le : seuls sont admis les numéros de page, le titre du document et "
                "le rappel d’un style (STYLEREF)",
            )
        elif name == "STYLEREF" and not _is_a_style(field.words[1:2], sheet):
            yield part.fault(
                Code.TEMPLATE_STYLE,
                field.node,
                "le champ STYLEREF nomme un style qui n’existe pas : Word imprimerait une erreur",
                "choisissez dans ce champ un style du modèle, comme celui des articles",
            )


def _fields(root: Element) -> list[_Field]:
    simple = [(node, [node.get(W + "instr", "")]) for node in root.iter(W + "fldSimple")]
    complex_: list[tuple[Element, list[str]]] = []
    for node in root.iter(W + "fldChar", W + "instrText"):
        if node.get(W + "fldCharType") == "begin" or not complex_:
            complex_.append((node, []))
        if node.tag == W + "instrText":
            complex_[-1][1].append(node.text or "")
    return [_Field(node, _words("".join(written))) for node, written in (*simple, *complex_)]


def _words(code: str) -> list[str]:
    return [quoted or bare for quoted, bare in _WORD.findall(code)]


def _is_a_style(named: list[str], sheet: StyleSheet) -> bool:
    """Word takes the number of a heading, or the name of a style, its own in French too."""
    names = {style.name.casefold() for style in sheet.styles.values()}
    return any(
        f"heading {name}" in names or _BUILT_IN.sub(r"heading \1", name.casefold()) in names
        for name in named
    )


def check_field_results(part: InspectedPart) -> Iterator[Finding]:
    """Tags in what a field prints: a word processor computes it again, over the tag."""
    if next(part.root.iter(W + "fldChar", W + "fldSimple"), None) is None:
        return
    inside: dict[Element, str] = {}
    depth = 0
    for node in part.root.iter(W + "fldChar", W + "t"):
        if node.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(node.get(W + "fldCharType", ""), 0)
        elif depth > 0 or next(node.iterancestors(W + "fldSimple"), None) is not None:
            paragraph = next(node.iterancestors(W + "p"), None)
            if paragraph is not None:
                inside[paragraph] = inside.get(paragraph, "") + (node.text or "")
    for paragraph, text in inside.items():
        if HALF_TAG.search(text):
            yield part.fault(
                Code.TEMPLATE_TEXT_LOST,
                paragraph,
                "une balise se trouve dans un champ, dont Word recalcule le texte",
                "sortez-la du champ : Ctrl+Maj+F9 le remplace par son texte",
            )
