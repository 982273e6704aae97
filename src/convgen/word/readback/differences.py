"""The written file read back and compared with the tree: the promise that nothing was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from convgen.model.document import Document
from convgen.word.opc import archive
from convgen.word.opc import package as opc
from convgen.word.opc.package import Element, Package, W
from convgen.word.opc.xml_text import one_line
from convgen.word.readback.expected import IN_BODY, Image, ParagraphRecord, expected_items
from convgen.word.readback.found import found_items, visible_text

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_STATUS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}contentStatus"
_EXCERPT = 80


def read_back(
    data: bytes, document: Document, styles: Mapping[str, str] | None = None
) -> list[str]:
    """Every difference between a .docx and the tree that it was made from, in French.

    `styles` are the template's (`Template.styles`). Without them each kind must still
    have one and the same style throughout, but which one is not known.
    An empty list means that the file holds the whole document, in order, and nothing else.
    """
    try:
        wanted = expected_items(document)
        images = sum(len(image) for item in wanted for _, image in item.images)
        package = Package(archive.read_members(data, more=images))
        if not package.main:
            return ["Le fichier écrit n’est pas un document Word."]
        root = opc.parse(package.parts[package.main])
        found = found_items(root, _images(package))
        return [
            *_compare(wanted, found, styles or {}),
            *_check_bookmarks(root, found),
            *_check_lists(package, found),
            *_check_surroundings(package, document),
        ]
    except (archive.UnsafeArchiveError, opc.UnsafeXmlError) as error:
        return [f"Le fichier écrit ne se relit pas : {error}."]


def _images(package: Package) -> dict[str, bytes]:
    """What the images of the main part are made of, by relation."""
    links = package.relations(package.main)
    return {link.id: package.parts.get(link.part, b"") for link in links if link.kind == opc.IMAGE}


def _compare(
    expected: list[ParagraphRecord], found: list[ParagraphRecord], styles: Mapping[str, str]
) -> Iterator[str]:
    texts = [item[:2] for item in expected]  # text and place
    if texts == [item[:2] for item in found]:
        yield from _compare_properties(expected, found, styles)
    else:
        yield from _describe_changes(expected, found)


class _Known(NamedTuple):
    """What the first paragraph of each kind has taught of the file."""

    styles: dict[str, str]
    levels: dict[str, int]
    lists: dict[tuple[int, str], int]
    owners: dict[int, int]


def _compare_properties(
    expected: list[ParagraphRecord], found: list[ParagraphRecord], styles: Mapping[str, str]
) -> Iterator[str]:
    known = _Known(dict(styles), {}, {}, {})
    for number, (wanted, seen) in enumerate(zip(expected, found, strict=True), start=1):
        style = known.styles.setdefault(wanted.style, seen.style)
        if style != seen.style:
            yield _difference(number, seen, "style", style, seen.style)
        if wanted.bookmarks != seen.bookmarks:
            yield _difference(number, seen, "signet", *map(_names, (wanted[4], seen[4])))
        if wanted.targets != seen.targets:
            yield _difference(number, seen, "renvoi", *map(_names, (wanted[5], seen[5])))
        if wanted.images != seen.images:
            yield _difference(number, seen, "image", *map(_told, (wanted.images, seen.images)))
        if wanted.place != IN_BODY and wanted.side != seen.side:
            yield _difference(number, seen, "côté", wanted.side or "gauche", seen.side or "gauche")
        if (wanted.list or seen.list) and not _same_list(wanted, seen, known):
            listed = f"liste {wanted.list}" if wanted.list else "aucune liste"
            yield _difference(
                number, seen, "numérotation", listed, f"w:num {seen.list}, niveau {seen.level}"
            )


def _same_list(wanted: ParagraphRecord, seen: ParagraphRecord, known: _Known) -> bool:
    """True when the file tells lists apart as the tree does, each kind at its own level."""
    return (
        bool(wanted.list and seen.list)
        and known.lists.setdefault((wanted.list, wanted.style), seen.list) == seen.list
        and known.owners.setdefault(seen.list, wanted.list) == wanted.list
        and known.levels.setdefault(wanted.style, seen.level) == seen.level
    )


def _describe_changes(
    expected: list[ParagraphRecord], found: list[ParagraphRecord]
) -> Iterator[str]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only when something differs

    matcher = SequenceMatcher(None, [e[:2] for e in expected], [f[:2] for f in found], False)
    for change, start, end, found_start, found_end in matcher.get_opcodes():
        if change == "equal":
            continue
        common = min(end - start, found_end - found_start)
        for shift in range(common):
            seen = found[found_start + shift]
            yield _difference(
                found_start + shift + 1,
                seen,
                "texte",
                _shown(expected[start + shift]),
                _shown(seen),
            )
        for item in expected[start + common : end]:
            yield (
                f"Paragraphe {found_start + common + 1} : il manque « {_shown(item)} » "
                "(absent, ou placé ailleurs)."
            )
        for place, item in enumerate(found[found_start + common : found_end], found_start + common):
            yield f"Paragraphe {place + 1} : « {_shown(item)} » est de trop."


def _difference(number: int, item: ParagraphRecord, what: str, expected: str, found: str) -> str:
    where = "" if item.place == IN_BODY else " (tableau {}, ligne {}, colonne {})"
    place = where.format(*item.place)
    return f"Paragraphe {number}{place}, {what} : attendu « {expected} », trouvé « {found} »."


def _shown(item: ParagraphRecord) -> str:
    text = item.text
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "aucun"


def _told(images: tuple[Image, ...]) -> str:
    return ", ".join(f"{text} ({len(data)} octets)" for text, data in images) or "aucune"


def _check_bookmarks(root: Element, found: list[ParagraphRecord]) -> Iterator[str]:
    counted = Counter(name.casefold() for item in found for name in item.bookmarks)
    for name, times in counted.items():
        if times > 1:
            yield f"Le signet « {name} » figure {times} fois."
    for number, item in enumerate(found, start=1):
        for target in item.targets:
            if target.casefold() not in counted:
                yield f"Paragraphe {number} : le renvoi vise « {target} », qui n’existe pas."
    starts = [node.get(W + "id") for node in root.iter(W + "bookmarkStart")]
    ends = [node.get(W + "id") for node in root.iter(W + "bookmarkEnd")]
    if len(set(starts)) != len(starts) or sorted(map(str, starts)) != sorted(map(str, ends)):
        yield "Un signet n’est pas fermé, ou deux signets portent le même identifiant."


def _check_lists(package: Package, found: list[ParagraphRecord]) -> Iterator[str]:
    """Each list in use exists in numbering.xml and starts again at 1."""
    used = dict.fromkeys(item.list for item in found if item.list)
    if not used:
        return
    parts = package.related(package.main, opc.NUMBERING)
    restarting = set[int]().union(*(_restarting(package.parts[part]) for part in parts))
    for number in used:
        if number not in restarting:
            yield f"La liste {number} n’est pas définie, ou ne recommence pas à 1."


@lru_cache(maxsize=64)
def _restarting(numbering: bytes) -> frozenset[int]:
    """The list instances that start again at 1; a cohort has few numberings."""
    return frozenset(
        opc.number(num.get(W + "numId"))
        for num in opc.parse(numbering).iterchildren(W + "num")
        if num.find(f"{W}lvlOverride/{W}startOverride") is not None
    )


def _check_surroundings(package: Package, document: Document) -> Iterator[str]:
    """Title and reference in the headers or footers, title and status in the properties."""
    texts = "\n".join(_text_of(package.parts[name]) for name in package.headers_and_footers())
    for what, value in (("Le titre", document.title), ("La référence", document.reference)):
        if one_line(value) not in texts:
            yield f"{what} « {value} » manque à l’en-tête et au pied de page."
    core = package.related("", opc.CORE_PROPERTIES)
    properties = opc.parse(package.parts[core[0]]) if core else None
    for what, tag, value in (
        ("titre", _TITLE, document.title),
        ("état du document", _STATUS, document.status),
    ):
        found = "" if properties is None else properties.findtext(tag) or ""
        if found != one_line(value):
            yield f"Propriétés, {what} : attendu « {value} », trouvé « {found} »."


@lru_cache(maxsize=64)
def _text_of(part: bytes) -> str:
    """The text of a header or a footer; a cohort has few of them."""
    return visible_text(opc.parse(part))
