"""The numbers of a Word template: printed by Word, and told alike by convgen in a reference."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code
from convgen.model.labels import FORMATS, Labels, ListPlace, referred
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.stylesheet import StyleSheet
from convgen.word.vocabulary import NUMBERED_GENRES, REFERABLE_GENRES

_LINK = "dans Word : Définir une nouvelle liste à plusieurs niveaux, Lier au style"
_CHOOSE = (
    "dans Word, choisissez 1, 2, 3 ; 01, 02, 03 ; a, b, c ; A, B, C ; i, ii, iii ou I, II, III"
)
_AFTER_AN_ELISION = "aeiouyhàâäéèêëîïôöùûüœæ"


def check_numbering(part: InspectedPart, sheet: StyleSheet) -> Iterator[Finding]:
    """Kinds that Word must number by itself: a list, and a label that can be computed and cited."""
    for genre, paragraph in part.genres.items():
        if genre not in NUMBERED_GENRES:
            continue
        style = sheet.styles.get(paragraph.style)
        name = style.name if style else paragraph.style
        for message, help_ in _faults(genre, paragraph.style, sheet):
            subject = f"le style « {name} » du genre « {genre} » {message}"
            yield part.fault(Code.TEMPLATE_STYLE, paragraph, subject, help_)


def _faults(genre: str, style: str, sheet: StyleSheet) -> Iterator[tuple[str, str]]:
    level = sheet.list_level(style)
    if level is None or level.level >= len(sheet.levels.get(level.definition, ())):
        yield "n’est lié à aucune numérotation", _LINK
        return
    labels, place = Labels(sheet.levels, {}), ListPlace(*level)
    unknown = sorted(labels.formats(place) - FORMATS.keys())
    for format_ in unknown:
        yield f"numérote d’une façon que convgen ne sait pas calculer ({format_})", _CHOOSE
    if genre in REFERABLE_GENRES and not unknown:
        yield from _unfit_for_references(labels, place)


def _unfit_for_references(labels: Labels, place: ListPlace) -> Iterator[tuple[str, str]]:
    first = referred(labels.first(place))
    if not first:
        yield (
            "n’imprime pas de numéro : un renvoi n’aurait rien à dire",
            "donnez-lui un format de nombre, comme « Article %1 »",
        )
    elif first[0].isalpha() and first[0].lower() not in _AFTER_AN_ELISION:
        yield (
            f"imprime « {first} », qui ne se lit pas dans un renvoi (« l’{first} »)",
            "commencez-le par un mot en voyelle (Article, Annexe), ou par le numéro seul",
        )
