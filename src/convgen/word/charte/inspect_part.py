"""The parts of a Word template under inspection, and the one place that quotes a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from convgen.faults.diagnostic import Code, Severity
from convgen.word.charte.findings import Finding, shortened
from convgen.word.charte.template_tags import Paragraph, branches, paragraphs
from convgen.word.opc import package as opc
from convgen.word.opc.content_types import xml_parts
from convgen.word.opc.package import VAL, Element, Package, W

_P = W + "p"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
OFF = ("0", "false", "off")
BODY = "corps du texte"
_PAGES = {"first": " de la première page", "even": " des pages paires"}
_TITLES = {
    "header": "en-tête",
    "footer": "pied de page",
    "footnotes": "notes de bas de page",
    "endnotes": "notes de fin",
    "comments": "commentaires",
}


@dataclass(frozen=True, slots=True)
class InspectedPart:
    """A part of a template: its `title` is what a jurist calls it.

    A part is `filled` when convgen writes in it: the body, the headers and the footers.
    It is `shown` unless it is a header or a footer that no page has. `genres` are the
    paragraphs of the body that print each kind of block.
    """

    name: str
    title: str
    root: Element
    paragraphs: list[Paragraph]
    genres: dict[str, Paragraph]
    filled: bool
    shown: bool
    _places: dict[Element, Paragraph]
    _genre_of: dict[Element, str]

    @property
    def is_body(self) -> bool:
        """True for the main part."""
        return self.title == BODY

    def fault(
        self,
        code: Code,
        place: Element | Paragraph,
        message: str,
        help: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Finding:
        """A fault of this part, told with its paragraph, so that Word’s search finds it.

        `place` is a paragraph, or an element: the paragraph is then the one around it, else
        the first that it holds, if any.
        """
        paragraph = place if isinstance(place, Paragraph) else self._paragraph_of(place)
        if paragraph is None:
            return Finding(code, f"{message} ({self.title})", help, severity=severity)
        genre = self._genre_of.get(paragraph.node)  # « {{r bloc.texte }} » stands under each
        under = f", genre « {genre} »" if genre else ""
        where = f"paragraphe {paragraph.number}, {self.title}{under}"
        quoted = shortened(paragraph.text)
        text = f"« {quoted} »" if quoted else "sans texte"
        return Finding(code, f"{message} ({where} : {text})", help, paragraph.number, severity)

    def _paragraph_of(self, place: Element) -> Paragraph | None:
        around = place if place.tag == _P else next(place.iterancestors(_P), None)
        node = next(place.iter(_P), None) if around is None else around
        return None if node is None else self._places.get(node)


def read_parts(package: Package) -> list[InspectedPart]:
    """The XML parts of a package: the body first, then headers and footers, then the others."""
    body = package.root(package.main)
    pages = dict(_pages(package, body))
    return [
        _part(package, package.main, BODY, filled=True),
        *(
            _part(package, name, pages.get(name, title), filled=True, shown=name in pages)
            for name, title in _margins(package)
        ),
        *(_part(package, name, title, filled=False) for name, title in _others(package)),
    ]


def _part(
    package: Package, name: str, title: str, *, filled: bool, shown: bool = True
) -> InspectedPart:
    root = package.root(name)
    found = paragraphs(root)
    genres = branches(found) if title == BODY else {}
    return InspectedPart(
        name=name,
        title=title,
        root=root,
        paragraphs=found,
        genres=genres,
        filled=filled,
        shown=shown,
        _places={paragraph.node: paragraph for paragraph in found},
        _genre_of={paragraph.node: genre for genre, paragraph in genres.items()},
    )


def _margins(package: Package) -> Iterator[tuple[str, str]]:
    for name in package.headers_and_footers():
        is_header = name in package.related(package.main, opc.HEADER)
        yield name, _TITLES["header" if is_header else "footer"]


def _others(package: Package) -> Iterator[tuple[str, str]]:
    titles = {
        link.part: _TITLES.get(link.kind.rpartition("/")[2], link.part)
        for link in package.relations(package.main)
    }
    known = {package.main, opc.CONTENT_TYPES, *package.headers_and_footers()}
    known.update(package.all_relations())
    for name in xml_parts(package):
        if name not in known:
            yield name, titles.get(name, name)


def _pages(package: Package, body: Element) -> Iterator[tuple[str, str]]:
    """The headers and footers that some page has, with what they are called."""
    targets = {link.id: link.part for link in package.relations(package.main)}
    even = any(
        is_on(node)
        for name in package.related(package.main, opc.SETTINGS)
        for node in package.root(name).iter(W + "evenAndOddHeaders")
    )
    for section in body.iter(W + "sectPr"):
        first = any(is_on(node) for node in section.iterchildren(W + "titlePg"))
        has = {"default": True, "first": first, "even": even}
        for kind in ("header", "footer"):
            for node in section.iterchildren(f"{W}{kind}Reference"):
                page = node.get(W + "type", "default")
                if has.get(page):
                    title = _TITLES[kind] + _PAGES.get(page, "")
                    yield targets.get(node.get(_RELATION, ""), ""), title


def is_on(node: Element) -> bool:
    """True for an on/off property that is on: it is, by its mere presence."""
    return node.get(VAL) not in OFF
