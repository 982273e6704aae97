"""Fragments of Word files, each faulty paragraph followed by a comment that says its codes.

The first comment says where the fragment goes in the house style:

    <!-- à la fin de l’en-tête -->
    <w:p><w:r><w:t>{{ objet }}</w:t></w:r></w:p><!-- CG402 -->
    <w:p><w:r><w:t>{{ titre }}</w:t></w:r></w:p>

« CG403 avertissement » announces a warning; a comment that follows no paragraph, a fault
that quotes none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from convgen.faults.diagnostic import Diagnostic
from convgen.word.opc.package import Element, W
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import parts_of, zipped

P, _HYPHEN = W + "p", W + "noBreakHyphen"
_NAMESPACES = {
    "w": W[1:-1],
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_ROOT = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_MARK = re.compile(r"(CG4\d\d)( avertissement)?")
_QUOTED = re.compile(r"\(paragraphe (\d+), [^:]+ : (?:« (.*) »|sans texte)\)$", re.DOTALL)
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION = (
    '<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" '
    'Id="rId90" Type="{r}/{kind}" Target="{kind}.xml"/>'
)

Told = tuple[str, int | None, str]  # code, number of the paragraph, its text


class Example(NamedTuple):
    """A template, and what its fragment announces of it."""

    data: bytes
    announced: list[Told]


def read_example(path: Path) -> Example:
    """The house style with the fragment of a file in its place."""
    fragment = etree.fromstring(f"<_ {_ROOT}>{path.read_text('utf-8')}</_>")
    place = fragment[0]
    assert isinstance(place, etree._Comment), "the first comment says the place"
    part, insert = _place(str(place.text).strip())
    fragment.remove(place)
    parts = _with_part(parts_of(HOUSE_STYLE.read_bytes()), part)
    root = etree.fromstring(parts[part])
    marked = [(node, node.getprevious()) for node in fragment.iter(etree.Comment)]
    insert(root, list(fragment))
    announced = _announced(root, marked)
    etree.strip_elements(root, etree.Comment, with_tail=False)
    return Example(zipped(parts | {part: etree.tostring(root)}), announced)


def assert_told_as_everywhere(fault: Diagnostic) -> None:
    """Neither a capital, but that of a name, nor a full stop."""
    for told in (fault.message, fault.help):
        assert told.startswith("Word ") or told[0] == told[0].lower(), told
        assert not told.endswith("."), told


def told(fault: Diagnostic) -> Told:
    """A fault as an example announces it; its place must be the paragraph that it quotes."""
    found = _QUOTED.search(fault.message)
    code = fault.code.value + ("" if fault.is_error else " avertissement")
    if found is None:
        assert fault.span.line == 1
        return code, None, ""
    assert fault.span.line == int(found[1])
    return code, int(found[1]), found[2] or ""


def _announced(root: Element, marked: list[tuple[Element, Element | None]]) -> list[Told]:
    numbers: dict[Element, int] = {}
    for node in root.iter(P):
        outer = next(node.iterancestors(P), None)
        numbers[node] = numbers[outer] if outer is not None else len({*numbers.values()}) + 1
    return [
        (code + warning, *_paragraph(faulty, numbers))
        for comment, faulty in marked
        for code, warning in _MARK.findall(str(comment.text))
    ]


def _paragraph(node: Element | None, numbers: dict[Element, int]) -> tuple[int | None, str]:
    paragraph = None if node is None else next(node.iter(P), None)
    if paragraph is None:
        return None, ""
    pieces = [
        "\u2011" if node.tag == _HYPHEN else node.text or ""
        for node in paragraph.iter(W + "t", _HYPHEN)
        if next(node.iterancestors(P)) is paragraph
    ]
    text = "".join(pieces).strip()
    return numbers[paragraph], text if len(text) <= 60 else text[:59] + "…"


def _place(words: str) -> tuple[str, Callable[[Element, list[Element]], None]]:
    """The part that the words of a place name, and how a fragment goes there."""
    if found := re.fullmatch(r"à la place (?:du|des) (?:genres? )?(.+)", words):
        return "word/document.xml", partial(_instead, found[1].split(", "))
    return _PLACES[words]


def _before(text: str, root: Element, nodes: list[Element]) -> None:
    _insert(_paragraph_of(root, text), nodes)


def _insert(before: Element, nodes: list[Element]) -> None:
    for node in nodes:
        before.addprevious(node)


def _instead(names: list[str], root: Element, nodes: list[Element]) -> None:
    """In place of the banner, of the loop and its first test, or of what prints each genre."""
    if names == ["bandeau"]:
        first = _paragraph_of(root, "{%p if bandeau %}")
        gone = [first, *_next(first, 2)]
    elif names == ["début de la boucle"]:
        first = _paragraph_of(root, "{%p for ")
        gone = [first, *_next(first, 1)]
    else:
        tests = [_paragraph_of(root, f"'{name}' %}}") for name in names]
        gone = [node for test in tests for node in (test, *_next(test, 1))]
    _insert(gone[0], nodes)
    for node in gone:
        node.getparent().remove(node)  # type: ignore[union-attr]


def _next(node: Element, count: int) -> list[Element]:
    return list(node.itersiblings(P))[:count]


def _paragraph_of(root: Element, text: str) -> Element:
    found = [t for t in root.iter(W + "t") if text in (t.text or "")]
    return next(found[-1].iterancestors(P))


def _at_the_end(root: Element, nodes: list[Element]) -> None:
    root.extend(nodes)


def _at_the_start(root: Element, nodes: list[Element]) -> None:
    root[:0] = nodes


def _among_settings(root: Element, nodes: list[Element]) -> None:
    _insert(next(root.iterfind(W + "defaultTabStop")), nodes)


def _after_the_loop(root: Element, nodes: list[Element]) -> None:
    _insert(next(root.iterfind(f"{W}body/{W}sectPr")), nodes)


_PLACES: dict[str, tuple[str, Callable[[Element, list[Element]], None]]] = {
    "dans le corps, avant la boucle": ("word/document.xml", partial(_before, "{%p for ")),
    "dans la boucle, après le dernier genre": ("word/document.xml", partial(_before, "{%p endif")),
    "dans le corps, après la boucle": ("word/document.xml", _after_the_loop),
    "au début de l’en-tête": ("word/header1.xml", _at_the_start),
    "à la fin de l’en-tête": ("word/header1.xml", _at_the_end),
    "à la fin du pied de page": ("word/footer1.xml", _at_the_end),
    "dans les paramètres": ("word/settings.xml", _among_settings),
    "dans les notes de bas de page": ("word/footnotes.xml", _at_the_end),
    "dans les commentaires": ("word/comments.xml", _at_the_end),
}


def _with_part(parts: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The parts of a template, with one that the house style does not have."""
    if name in parts:
        return parts
    kind = Path(name).stem
    relation = _RELATION.format(r=_NAMESPACES["r"], kind=kind).encode()
    links = parts[_RELATIONS].replace(b"</Relationships>", relation + b"</Relationships>")
    return parts | {name: f"<w:{kind} {_ROOT}/>".encode(), _RELATIONS: links}
