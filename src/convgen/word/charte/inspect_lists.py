"""The lists of a Word template: what counts together, and what would spoil the count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code
from convgen.model.document import BlockKind
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.stylesheet import ListLevel, StyleSheet
from convgen.word.charte.template_tags import Meaning
from convgen.word.opc import package as opc
from convgen.word.opc.package import VAL, Element, Package, W
from convgen.word.vocabulary import (
    GENRES,
    NUMBERED_GENRES,
    PYTHON_STYLES,
    REFERABLE_GENRES,
    TABLE_GENRES,
)

_ITEMS = (BlockKind.POINT, BlockKind.BULLET)
_HEADINGS = [
    genre for genre, (kind, _) in GENRES.items() if genre in NUMBERED_GENRES and kind not in _ITEMS
]
_MAIN = REFERABLE_GENRES | {BlockKind.PART.value}
_ABOVE = re.compile("%([1-9])")
_OWN_LIST = "donnez-lui une liste à lui : Définir une nouvelle liste à plusieurs niveaux"
_SAME_LIST = "liez-le au niveau voulu de la liste qui compte le niveau au-dessus"

Levels = dict[str, ListLevel]  # genre → where its style is numbered


def check_lists(part: InspectedPart, package: Package, sheet: StyleSheet) -> Iterator[Finding]:
    """Lists that would number otherwise than convgen, or otherwise in LibreOffice."""
    found = {genre: sheet.list_level(one.style) for genre, one in part.genres.items()}
    levels = {genre: level for genre, level in found.items() if level is not None}
    for genre in levels:
        for message, help_ in _faults(genre, levels, package, sheet, part):
            yield part.fault(Code.TEMPLATE_STYLE, part.genres[genre], message, help_)
    yield from _other_styles(part, levels, sheet)


def _faults(
    genre: str, levels: Levels, package: Package, sheet: StyleSheet, part: InspectedPart
) -> Iterator[tuple[str, str]]:
    if genre in _MAIN:
        yield from _shared(genre, levels, sheet)
    if genre in NUMBERED_GENRES:
        yield from _without_a_level_above(genre, levels, sheet)
    if genre in _HEADINGS:
        if _is_taken_up_changed(part.genres[genre].style, levels[genre], package, sheet):
            yield (
                f"la liste du genre « {genre} » est reprise avec un autre départ ou un autre "
                "libellé, que convgen ne lit pas",
                "dans Word : Définir une nouvelle liste à plusieurs niveaux, et réglez-les là",
            )
    elif genre not in TABLE_GENRES and _intrudes(levels[genre], levels):
        yield (
            f"le genre « {genre} » compte dans la liste des titres ou des articles : leurs "
            "numéros et les renvois seraient faux",
            _OWN_LIST,
        )


def _shared(genre: str, levels: Levels, sheet: StyleSheet) -> Iterator[tuple[str, str]]:
    """Titles and articles in one list: right only when each article says its title’s number."""
    own = levels[genre]
    for other in _HEADINGS:
        level = levels.get(other)
        if other == genre or level is None or level.definition != own.definition:
            continue
        if level.level == own.level and not (
            other in _MAIN and _HEADINGS.index(other) > _HEADINGS.index(genre)  # told by the other
        ):
            yield (
                f"le genre « {genre} » compte avec le genre « {other} », au même niveau",
                _OWN_LIST,
            )
        elif level.level < own.level:
            printed = sheet.levels[own.definition][own.level]
            if not printed.restart:
                yield (
                    f"le genre « {genre} » partage la liste du genre « {other} » sans y "
                    "recommencer, ce que LibreOffice ignore : ses numéros y seraient autres",
                    _OWN_LIST,
                )
            elif f"%{level.level + 1}" not in printed.text:
                yield (
                    f"le genre « {genre} » recommence à chaque « {other} » : deux porteraient "
                    "le même numéro, et un renvoi ne dirait pas lequel",
                    _OWN_LIST,
                )


def _without_a_level_above(
    genre: str, levels: Levels, sheet: StyleSheet
) -> Iterator[tuple[str, str]]:
    own = levels[genre]
    defined = sheet.levels.get(own.definition, ())
    if own.level >= len(defined):
        return  # told as a kind that is not numbered
    for digit in dict.fromkeys(_ABOVE.findall(defined[own.level].text)):
        above = ListLevel(own.definition, int(digit) - 1)
        if above.level < own.level and above not in levels.values():
            yield (
                f"le genre « {genre} » imprime le numéro d’un niveau (%{digit}) qu’aucun genre "
                "ne compte dans sa liste",
                _SAME_LIST,
            )


def _intrudes(level: ListLevel, levels: Levels) -> bool:
    """True for a level that stands among those of headings, or above them."""
    return any(
        level.definition == heading.definition and level.level <= heading.level
        for genre, heading in levels.items()
        if genre in _HEADINGS
    )


def _is_taken_up_changed(style: str, level: ListLevel, package: Package, sheet: StyleSheet) -> bool:
    """True when a style takes its list up with another start, or another label, than its own."""
    number = next((one.list_id for one in sheet.ancestry(style) if one.list_id), "")
    levels = sheet.levels.get(level.definition, ())
    for override in _overrides(package, number):
        if opc.number(override.get(W + "ilvl")) != level.level or level.level >= len(levels):
            continue
        start = override.find(W + "startOverride")
        if override.find(W + "lvl") is not None:
            return True
        if start is not None and opc.number(start.get(VAL)) != levels[level.level].start:
            return True
    return False


def _overrides(package: Package, number: str) -> Iterator[Element]:
    for name in package.related(package.main, opc.NUMBERING):
        for instance in package.root(name).iterchildren(W + "num"):
            if instance.get(W + "numId") == number:
                yield from instance.iterchildren(W + "lvlOverride")


def _other_styles(part: InspectedPart, levels: Levels, sheet: StyleSheet) -> Iterator[Finding]:
    """The banner, and what convgen writes in tables: they count too, if their style does."""
    message = "le style « {} » compte dans la liste des titres ou des articles"
    for paragraph in part.paragraphs:
        if any(tag.meaning is Meaning.SLOT for tag in paragraph.tags):
            level = sheet.list_level(paragraph.style)
            if level is not None and _intrudes(level, levels):
                name = sheet.styles[paragraph.style].name
                yield part.fault(Code.TEMPLATE_STYLE, paragraph, message.format(name), _OWN_LIST)
    for name, kind in PYTHON_STYLES.items():
        level = sheet.list_level(sheet.id_of(name, kind))
        if level is not None and _intrudes(level, levels):
            yield Finding(Code.TEMPLATE_STYLE, message.format(name), _OWN_LIST)
