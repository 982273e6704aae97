"""The order of the tags of a Word template: balanced, in place, and none that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import KNOWN_TAGS, Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.inspect_slots import BANNER, SlotUse
from convgen.word.charte.template_tags import TYPOGRAPHIC, UNREADABLE, Meaning, Paragraph, Tag
from convgen.word.vocabulary import GENRES, TABLE_GENRES

_CONTROL = re.compile(r"\W*(?:p\W+)?(?P<word>if|for|end)(?:if|for)?\b[^{}]*%?\}\s*$")
_OF_BLOCKS = frozenset({Meaning.LOOP, Meaning.IF_GENRE})
_ENDED_BY_ENDIF = frozenset({Meaning.IF_GENRE, Meaning.IF_SLOT})
_ONE_EACH = "gardez un seul paragraphe par genre : supprimez celui-ci"


@dataclass(slots=True)
class Walk:
    """The order of the tags of one part: what is open, what has been seen, what is wrong.

    `uses` are where slots are printed, `garbled` the words of the tags that cannot be read.
    """

    part: InspectedPart
    findings: list[Finding] = field(default_factory=list)
    uses: list[SlotUse] = field(default_factory=list)
    garbled: set[str] = field(default_factory=set)
    _open: list[tuple[Tag, Paragraph]] = field(default_factory=list)
    _in_line: list[str] = field(default_factory=list)
    _genre: str | None = ""  # None after a test that cannot be read
    _tested: dict[str, Paragraph] = field(default_factory=dict)
    _printed: set[str] = field(default_factory=set)
    _loops: int = 0

    def to_the_end(self) -> Walk:
        """Follow every paragraph."""
        for paragraph in self.part.paragraphs:
            self._in_line.clear()
            if any(tag.meaning in UNREADABLE for tag in paragraph.tags):
                self._pass_over(paragraph)
            for tag in paragraph.tags:
                self._step(tag, paragraph)
        for tag, paragraph in self._open:
            if tag.meaning in UNREADABLE:
                continue
            end = "endfor" if tag.meaning is Meaning.LOOP else "endif"
            help_ = f"ajoutez plus bas {{%p {end} %}}, seul dans son paragraphe"
            self._fault(paragraph, f"la balise {tag.written} n’est jamais refermée", help_)
        return self

    def _step(self, tag: Tag, paragraph: Paragraph) -> None:
        match tag.meaning:
            case Meaning.IF_SLOT if not tag.scope:
                self._in_line.append(tag.name)
            case Meaning.END_IF if not tag.scope:
                del self._in_line[-1:]
            case Meaning.LOOP | Meaning.IF_GENRE | Meaning.IF_SLOT:
                self._opening(tag, paragraph)
            case Meaning.ELIF_GENRE:
                self._enter_genre(tag, paragraph, expected=Meaning.IF_GENRE)
            case Meaning.END_IF | Meaning.END_LOOP if tag.scope:
                self._close(tag, paragraph)
            case Meaning.BLOCK_TEXT | Meaning.BLOCK_TABLE:
                self._print_block(tag, paragraph)
            case Meaning.SLOT:
                self._print_slot(tag, paragraph)
            case meaning if meaning in UNREADABLE:
                self._lose_track(tag, paragraph)
            case _:
                pass

    def _opening(self, tag: Tag, paragraph: Paragraph) -> None:
        if tag.meaning is Meaning.LOOP:
            self._loops += 1
            if self._open or self._loops > 1 or not self.part.is_body:
                message = "la boucle sur les blocs est unique, dans le corps du texte"
                self._fault(paragraph, message, "supprimez celle-ci et ce qu’elle contient")
        elif tag.meaning is Meaning.IF_GENRE:
            self._enter_genre(tag, paragraph, expected=Meaning.LOOP)
        elif any(known.meaning in _OF_BLOCKS for known, _ in self._open):
            self._fault(paragraph, f"la balise {tag.written} se place hors de la boucle")
        self._open.append((tag, paragraph))

    def _enter_genre(self, tag: Tag, paragraph: Paragraph, *, expected: Meaning) -> None:
        if not self._open or self._open[-1][0].meaning not in UNREADABLE | {expected}:
            self._fault(paragraph, f"la balise {tag.written} n’est pas à sa place dans la boucle")
        if tag.name in self._tested:
            message = f"le genre « {tag.name} » a déjà son paragraphe plus haut"
            self._fault(paragraph, message, _ONE_EACH)
        self._tested.setdefault(tag.name, paragraph)
        self._genre = tag.name

    def _close(self, tag: Tag, paragraph: Paragraph) -> None:
        ends_loop = tag.meaning is Meaning.END_LOOP
        others = _ENDED_BY_ENDIF if ends_loop else {Meaning.LOOP}
        if not self._open or self._open[-1][0].meaning in others:
            help_ = "supprimez-la, ou ajoutez plus haut ce qu’elle referme"
            self._fault(paragraph, f"la balise {tag.written} ne referme rien", help_)
            return
        opening, opened_in = self._open.pop()
        if opened_in.node.getparent() is not paragraph.node.getparent():
            message = f"la balise {opening.written} se referme hors de son cadre de contenu"
            help_ = "placez-la avec ce qui la referme, toutes deux dedans ou toutes deux dehors"
            self._fault(paragraph, message, help_)
        self._genre = ""

    def _print_block(self, tag: Tag, paragraph: Paragraph) -> None:
        in_table = tag.meaning is Meaning.BLOCK_TABLE
        if self._genre is None:
            return
        if not self._genre:
            self._fault(paragraph, f"la balise {tag.written} se place sous un genre de bloc")
            return
        if (self._genre in TABLE_GENRES) != in_table:
            message = f"le genre « {self._genre} » ne s’imprime pas avec {tag.written}"
            self._fault(paragraph, message, f"écrivez {_slot(self._genre)}")
        elif self._genre in self._printed:
            message = f"le genre « {self._genre} » serait imprimé deux fois"
            self._fault(paragraph, message, _ONE_EACH)
        self._printed.add(self._genre)

    def _print_slot(self, tag: Tag, paragraph: Paragraph) -> None:
        if self.part.is_body and (tag.name != BANNER or self._loops):
            self._fault(
                paragraph,
                f"la balise {tag.written} n’a pas sa place ici : dans le corps du texte, seul "
                "{{ bandeau }} est admis, avant la boucle",
            )
            return
        lines = {known.name for known, _ in self._open if known.meaning is Meaning.IF_SLOT}
        if any(known.meaning in UNREADABLE for known, _ in self._open):
            lines.add(tag.name)  # what was meant, perhaps
        use = SlotUse(tag.name, self.part, paragraph, frozenset(lines), frozenset(self._in_line))
        self.uses.append(use)

    def _pass_over(self, paragraph: Paragraph) -> None:
        """What a tag that cannot be read speaks of is not missing: it is told already."""
        plain = TYPOGRAPHIC.sub("", paragraph.text)
        self.garbled.update(re.findall(r"\w+", f"{paragraph.text} {plain}"))

    def _lose_track(self, tag: Tag, paragraph: Paragraph) -> None:
        """After a tag that cannot be read, what follows is not judged by it."""
        if tag.written.startswith(("{%", "%}")):
            self._genre = None
            control = _CONTROL.match(paragraph.text) if len(paragraph.tags) == 1 else None
            if control and control["word"] == "end":
                del self._open[-1:]
            elif control:
                self._open.append((tag, paragraph))
        elif self._genre:
            self._printed.add(self._genre)

    def missing_genres(self) -> Iterator[Finding]:
        """The kinds of block that the body has no paragraph for."""
        for genre in GENRES:
            slot = _slot(genre)
            if genre in self._printed:
                continue
            if genre in self._tested:
                yield self.part.fault(
                    Code.TEMPLATE_BLOCK_MISSING,
                    self._tested[genre],
                    f"le genre « {genre} » n’imprime rien",
                    f"ajoutez {slot} dans le paragraphe qui suit",
                )
            elif genre not in self.garbled:
                yield Finding(
                    Code.TEMPLATE_BLOCK_MISSING,
                    f"le modèle n’a pas de paragraphe pour le genre « {genre} »",
                    f"ajoutez {{%p elif bloc.genre == '{genre}' %}} puis {slot} dans la boucle",
                )

    def _fault(self, paragraph: Paragraph, message: str, help: str = KNOWN_TAGS) -> None:
        self.findings.append(self.part.fault(Code.TEMPLATE_TAG, paragraph, message, help))


def _slot(genre: str) -> str:
    """What prints a kind of block."""
    return "{{p bloc.tableau }}" if genre in TABLE_GENRES else "{{r bloc.texte }}"
