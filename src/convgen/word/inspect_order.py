"""The order of the tags of a Word template: balanced, in place, and none that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from convgen.diagnostics import Code
from convgen.word.findings import KNOWN_TAGS, Finding, in_paragraph
from convgen.word.package import W
from convgen.word.tags import UNREADABLE, Meaning, Paragraph, Tag
from convgen.word.vocabulary import GENRES, ROOT_SLOTS, TABLE_GENRES

_BODY_SLOTS = frozenset({"bandeau"})


@dataclass(slots=True)
class Walk:
    """The order of the tags of one part: what is open, what has been seen, what is wrong."""

    part: str
    is_body: bool
    findings: list[Finding] = field(default_factory=list)
    slots: set[str] = field(default_factory=set)
    _open: list[tuple[Tag, Paragraph]] = field(default_factory=list)
    _genre: str = ""
    _genres: set[str] = field(default_factory=set)
    _printed: set[str] = field(default_factory=set)
    _loops: int = 0

    def over(self, found: list[Paragraph]) -> Walk:
        """Follow the paragraphs to the end."""
        for paragraph in found:
            for tag in paragraph.tags:
                self._step(tag, paragraph)
            if self.is_body and paragraph.text_beside_tags and not self._reported(paragraph):
                self._lost(paragraph)
        for tag, paragraph in self._open:
            self._fault(paragraph, f"La balise {tag.written} n’est jamais refermée")
        if self.is_body:
            self._report_missing_genres()
        return self

    def _reported(self, paragraph: Paragraph) -> bool:
        return any(tag.scope or tag.meaning in UNREADABLE for tag in paragraph.tags)

    def _step(self, tag: Tag, paragraph: Paragraph) -> None:
        match tag.meaning:
            case Meaning.LOOP | Meaning.IF_GENRE | Meaning.IF_SLOT if tag.scope:
                self._opening(tag, paragraph)
            case Meaning.ELIF_GENRE:
                self._enter_genre(tag, paragraph, expected=Meaning.IF_GENRE)
            case Meaning.END_IF | Meaning.END_LOOP if tag.scope:
                self._close(tag, paragraph)
            case Meaning.BLOCK_TEXT | Meaning.BLOCK_TABLE:
                self._print_block(tag, paragraph)
            case Meaning.SLOT:
                self._print_slot(tag, paragraph)
            case _:
                pass

    def _opening(self, tag: Tag, paragraph: Paragraph) -> None:
        if tag.meaning is Meaning.LOOP:
            self._loops += 1
            if self._open or self._loops > 1 or not self.is_body:
                self._fault(paragraph, "La boucle sur les blocs est unique, dans le corps du texte")
        elif tag.meaning is Meaning.IF_GENRE:
            self._enter_genre(tag, paragraph, expected=Meaning.LOOP)
        elif self._open:
            self._fault(paragraph, f"La balise {tag.written} se place hors de la boucle")
        self._open.append((tag, paragraph))

    def _enter_genre(self, tag: Tag, paragraph: Paragraph, *, expected: Meaning) -> None:
        if not self._open or self._open[-1][0].meaning is not expected:
            self._fault(paragraph, f"La balise {tag.written} n’est pas à sa place dans la boucle")
        if tag.name in self._genres:
            self._fault(paragraph, f"Le genre « {tag.name} » a déjà son paragraphe plus haut")
        self._genres.add(tag.name)
        self._genre = tag.name

    def _close(self, tag: Tag, paragraph: Paragraph) -> None:
        ends_loop = tag.meaning is Meaning.END_LOOP
        if not self._open or (self._open[-1][0].meaning is Meaning.LOOP) != ends_loop:
            self._fault(paragraph, f"La balise {tag.written} ne referme rien")
            return
        self._open.pop()
        self._genre = ""

    def _print_block(self, tag: Tag, paragraph: Paragraph) -> None:
        in_table = tag.meaning is Meaning.BLOCK_TABLE
        if not self._genre:
            self._fault(paragraph, f"La balise {tag.written} se place sous un genre de bloc")
        elif (self._genre in TABLE_GENRES) != in_table:
            self._fault(
                paragraph, f"Le genre « {self._genre} » ne s’imprime pas avec {tag.written}"
            )
        elif self._genre in self._printed:
            self._fault(paragraph, f"Le genre « {self._genre} » serait imprimé deux fois")
        else:
            parent = paragraph.node.getparent()
            if parent is not None and parent.tag == W + "body":
                self._printed.add(self._genre)

    def _print_slot(self, tag: Tag, paragraph: Paragraph) -> None:
        self.slots.add(tag.name)
        if self.is_body and (tag.name not in _BODY_SLOTS or self._loops):
            self._fault(
                paragraph,
                f"La balise {tag.written} n’a pas sa place ici : dans le corps du texte, seul "
                "{{ bandeau }} est admis, avant la boucle",
            )

    def _report_missing_genres(self) -> None:
        for genre in GENRES:
            if genre not in self._printed:
                slot = "{{p bloc.tableau }}" if genre in TABLE_GENRES else "{{r bloc.texte }}"
                self.findings.append(
                    Finding(
                        Code.TEMPLATE_BLOCK_MISSING,
                        f"Le modèle n’a pas de paragraphe pour le genre « {genre} ».",
                        f"Ajoutez {{%p elif bloc.genre == '{genre}' %}} puis {slot} "
                        "dans la boucle.",
                    )
                )

    def _fault(self, paragraph: Paragraph, message: str) -> None:
        self.findings.append(
            in_paragraph(Code.TEMPLATE_TAG, self.part, paragraph, message, KNOWN_TAGS)
        )

    def _lost(self, paragraph: Paragraph) -> None:
        self.findings.append(
            in_paragraph(
                Code.TEMPLATE_TEXT_LOST,
                self.part,
                paragraph,
                "Le corps du modèle ne porte que des balises : ce texte n’y a pas sa place",
                "Mettez-le dans une clause, ou dans un en-tête ou un pied de page.",
            )
        )


def check_slots(seen: set[str], headers: set[str]) -> Iterator[Finding]:
    """The slots that each template must print somewhere."""
    for slot in ROOT_SLOTS:
        if slot in _BODY_SLOTS and slot not in seen:
            where = "le corps du texte, avant la boucle"
        elif slot not in _BODY_SLOTS and slot not in headers:
            where = "un en-tête ou un pied de page"
        else:
            continue
        yield Finding(
            Code.TEMPLATE_BLOCK_MISSING,
            f"Le modèle n’imprime pas {{{{ {slot} }}}}.",
            f"Ajoutez {{{{ {slot} }}}} dans {where}.",
        )
