"""A template and a document tree to the bytes of a .docx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from convgen.errors import ConvgenError
from convgen.model.document import Block, BlockKind, Document
from convgen.word.charte.compiled import CORE
from convgen.word.charte.layout import BlockSlots, fill_in
from convgen.word.opc import archive
from convgen.word.opc.archive import Stored
from convgen.word.opc.package import UnsafeXmlError, check
from convgen.word.opc.xml_text import escape, one_line
from convgen.word.vocabulary import (
    HEADING_KINDS,
    NUMBERED_KINDS,
    TABLE_KINDS,
    bookmark_name,
    genre_of,
)
from convgen.word.writing.figures import Figures
from convgen.word.writing.list_instances import ListInstances
from convgen.word.writing.runs import box_xml, runs_xml
from convgen.word.writing.tables import signatures_xml, table_xml
from convgen.word.writing.template import Template

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE_XML = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator></dc:creator>"
    "<cp:lastModifiedBy></cp:lastModifiedBy>{status}"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified>'
    "<dc:language>fr-FR</dc:language></cp:coreProperties>"
)
_FAST = 1  # a quarter of the time of the usual level, a fifth more bytes
_SMALL = 20_000  # characters: a part worth keeping for the next act
_KEEP_NEXT = "<w:keepNext/>"
_KEPT_WITH_SIGNATURES = 2  # blocks: « Fait à… » alone above the signatures would still look orphan


def fill(template: Template, document: Document) -> bytes:
    """The .docx of a document: the same bytes for the same inputs.

    Raises ConvgenError if what comes out is not sound XML, a character that XML
    forbids included: the reading of a case refuses those long before.
    """
    compiled = template.compiled
    lists = ListInstances(compiled)
    figures = Figures(compiled)
    texts = {
        "titre": one_line(document.title),
        "reference": one_line(document.reference),
        "bandeau": one_line(document.banner),
    }
    blocks = list(_slots(template, list(document.all_blocks()), lists, figures))
    numbering, head, tail = compiled.numbering
    parts = [
        *((name, fill_in(layout, texts, blocks)) for name, layout in compiled.layouts),
        (numbering, head + lists.xml() + tail),
        (CORE, _core_xml(texts["titre"], one_line(document.status))),
    ]
    return archive.write(_in_order(figures.members(), map(_checked_member, parts)))


def _core_xml(title: str, status: str) -> str:
    """The properties; « Final » has Word lock the file, so a final act has no status."""
    told = f"<cp:contentStatus>{escape(status)}</cp:contentStatus>" if status else ""
    return _CORE_XML.format(title=escape(title), status=told)


def _checked_member(part: tuple[str, str]) -> Stored:
    name, xml = part
    return _small_member(name, xml) if len(xml) < _SMALL else _member(name, xml)


@lru_cache(maxsize=64)
def _small_member(name: str, xml: str) -> Stored:
    """Headers, numbering, properties: those of the act before, as a rule."""
    return _member(name, xml)


def _member(name: str, xml: str) -> Stored:
    try:
        data = (_DECLARATION + xml).encode()
        check(data)
    except (UnsafeXmlError, UnicodeEncodeError) as error:
        raise ConvgenError(f"Le fichier Word serait illisible ({name}) : {error}") from error
    return archive.deflate(name, data, _FAST)


def _in_order(static: Sequence[Stored], made: Iterable[Stored]) -> Iterator[Stored]:
    yield from static[:2]  # content types and root relations open the file
    yield from made
    yield from static[2:]


def _slots(
    template: Template, blocks: Sequence[Block], lists: ListInstances, figures: Figures
) -> Iterator[BlockSlots]:
    kept = _kept_with_next(blocks)
    for index, block in enumerate(blocks):
        genre = genre_of(block)
        content = _bookmarked(_content(template, figures, block, index in kept), block, index)
        if block.kind in TABLE_KINDS:
            yield BlockSlots(genre, tableau=content)
            continue
        numbered = block.list_id > 0 and block.kind in NUMBERED_KINDS
        yield BlockSlots(
            genre,
            texte=content,
            solidaire=_KEEP_NEXT if index in kept else "",
            numero=lists.properties(block.list_id, genre) if numbered else "",
        )


def _content(template: Template, figures: Figures, block: Block, keep_next: bool) -> str:
    compiled = template.compiled
    match block.kind:
        case BlockKind.TABLE:
            return table_xml(
                block.rows,
                compiled.python_styles,
                template.looks,
                compiled.text_width,
                block.columns,
                keep_next=keep_next,
            )
        case BlockKind.SIGNATURES:
            return signatures_xml(
                block.rows, compiled.python_styles, template.looks, compiled.text_width
            )
        case BlockKind.CHOICE:
            box = box_xml(block.checked, compiled.python_styles)
            return box + runs_xml(block.runs, template.looks)
        case _:
            heading = block.kind in HEADING_KINDS
            line = runs_xml(block.runs, template.heading_looks if heading else template.looks)
            return line if block.figure is None else line + figures.drawing_xml(block.figure)


def _bookmarked(xml: str, block: Block, index: int) -> str:
    if not block.anchor:
        return xml
    name = bookmark_name(block.anchor)
    return f'<w:bookmarkStart w:id="{index}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{index}"/>'


def _kept_with_next(blocks: Sequence[Block]) -> set[int]:
    """The blocks that a page break must not part from what follows.

    Those before the signatures, which never stand alone on a page, and those that
    announce a list or a table with a colon.
    """
    kept = {i for i, block in enumerate(blocks) if block.runs and _announces(block)}
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.SIGNATURES:
            kept.update(range(max(0, i - _KEPT_WITH_SIGNATURES), i))
    return kept


def _announces(block: Block) -> bool:
    return block.runs[-1].text.endswith((":", ": "))
