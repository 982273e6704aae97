"""Where a Word template prints the title, the reference and the banner: surely, and once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.template_tags import Paragraph
from convgen.word.vocabulary import ROOT_SLOTS

BANNER = "bandeau"
_IN_FRENCH = {"titre": "titre", "reference": "référence", "bandeau": "bandeau"}
_IN_ITS_CONDITION = "placez {{ bandeau }} entre {%p if bandeau %} et {%p endif %}, avant la boucle"


class SlotUse(NamedTuple):
    """A place where a slot is printed, and the slots that must not be empty for that.

    `lines` are the conditions that take whole paragraphs away, `in_line` those of the line.
    """

    slot: str
    part: InspectedPart
    paragraph: Paragraph
    lines: frozenset[str]
    in_line: frozenset[str]

    @property
    def others(self) -> list[str]:
        """The other slots that this one depends on."""
        return sorted((self.lines | self.in_line) - {self.slot})

    def fault(self, message: str, help: str) -> Finding:
        """A fault of this place."""
        return self.part.fault(Code.TEMPLATE_TAG, self.paragraph, message, help)


def check_slots(uses: Iterable[SlotUse], garbled: set[str]) -> Iterator[Finding]:
    """The slots that each template must print; those named in `garbled` are told elsewhere."""
    for slot in ROOT_SLOTS:
        found = [use for use in uses if use.slot == slot]
        if slot == BANNER:
            here = [use for use in found if use.part.is_body]
            yield from _check_banner(here)
        else:
            here = [use for use in found if not use.part.is_body]
            yield from _check_margins(here)
        if not here and slot not in garbled:
            yield _missing(slot)


def _check_banner(uses: list[SlotUse]) -> Iterator[Finding]:
    for rank, use in enumerate(uses):
        if rank:
            yield use.fault("le bandeau est déjà imprimé plus haut", "supprimez cette balise")
        elif use.others:
            yield use.fault(_depends(use), _IN_ITS_CONDITION)
        elif BANNER not in use.lines:
            message = "sans bandeau, ce paragraphe resterait vide en tête de la convention"
            yield use.fault(message, _IN_ITS_CONDITION)


def _check_margins(uses: list[SlotUse]) -> Iterator[Finding]:
    """The title and the reference are printed by one place at least, whatever the act."""
    if not uses or any(use.part.shown and not use.others for use in uses):
        return
    use = uses[0]
    if use.part.shown:
        yield use.fault(_depends(use), f"sortez {{{{ {use.slot} }}}} de cette condition")
    else:
        yield use.fault(
            "aucune page n’affiche cet en-tête ou ce pied de page, le seul à imprimer "
            f"{{{{ {use.slot} }}}}",
            f"ajoutez {{{{ {use.slot} }}}} dans un en-tête ou un pied de page affiché",
        )


def _depends(use: SlotUse) -> str:
    missing = _IN_FRENCH[use.others[0]]
    return f"la balise {{{{ {use.slot} }}}} ne s’imprimerait pas dans un acte sans {missing}"


def _missing(slot: str) -> Finding:
    where = (
        "le corps du texte, avant la boucle" if slot == BANNER else "un en-tête ou un pied de page"
    )
    return Finding(
        Code.TEMPLATE_BLOCK_MISSING,
        f"le modèle n’imprime pas {{{{ {slot} }}}}",
        f"ajoutez {{{{ {slot} }}}} dans {where}",
    )
