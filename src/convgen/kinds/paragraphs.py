"""Several paragraphs and dashes, typed in a case; nothing else of them is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from convgen.french.openings import indent_of, opening_of
from convgen.french.refusal import refusal
from convgen.french.sentences import ends_a_sentence
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

_DEEPEST: Final = 2
_ADVICE: Final = (
    "ce champ a des alinéas, une ligne vide entre deux, et des tirets « - » ; rien d’autre"
)
_STRUCTURES: Final = re.compile(r"[|>]|#+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list when it has a `level`, from 0."""

    text: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What a text of several paragraphs holds, in order."""

    items: tuple[Paragraph, ...]


def read_paragraphs(text: str) -> Paragraphs:
    """Read paragraphs, parted by blank lines, and dashes, each on its line. Raise ValueError.

    >>> [item.text for item in read_paragraphs("Deux buts :\\n\\n- informer ;\\n- orienter.").items]
    ['Deux buts :', 'informer ;', 'orienter.']
    """
    reader = _Reader()
    for line in text.split("\n"):
        reader.line(line)
    return Paragraphs(tuple(reader.items))


class _Reader:
    """Reads the lines of one text."""

    def __init__(self) -> None:
        self.items: list[Paragraph] = []
        self._indents: list[int] = []  # of the dashes that are open
        self._goes_on = False

    def line(self, line: str) -> None:
        words, indent = " ".join(line.split()), indent_of(line)
        opening = opening_of(line.strip())
        if not words:
            self._goes_on = False
        elif _STRUCTURES.match(words):
            raise refusal("« {text} » n’est ni un alinéa ni un tiret", _ADVICE, text=words)
        elif opening is not None and opening.numbered:
            raise refusal("« {text} » ouvre une liste numérotée", _ADVICE, text=words)
        elif opening is not None:
            self._dash(" ".join(line.strip()[opening.end :].split()), indent)
        elif self._goes_on and (indent > 0 or not self._indents):
            self._go_on(words)
        else:
            self._indents = []
            self.items.append(Paragraph(words))
            self._goes_on = True

    def _dash(self, words: str, indent: int) -> None:
        if not words:
            raise refusal("un tiret n’a pas de texte", "complétez-le, ou retirez-le")
        self._indents = [other for other in self._indents if other <= indent - 2]
        if len(self._indents) > _DEEPEST:
            raise refusal("une liste a trois niveaux au plus", _ADVICE)
        self.items.append(Paragraph(words, len(self._indents)))
        self._indents.append(indent)
        self._goes_on = True

    def _go_on(self, words: str) -> None:
        last = self.items[-1]
        if ends_a_sentence(last.text, words):
            advice = "laissez une ligne vide entre deux alinéas, ou écrivez-les sur une même ligne"
            raise refusal("« {text} » serait collé à l’alinéa d’avant", advice, text=words)
        self.items[-1] = Paragraph(f"{last.text} {words}", last.level)


KIND = Kind(
    type=Paragraphs,
    name="alineas",
    words="alinéas et tirets, après « | » et en retrait",
    read=read_paragraphs,
    schema=TEXT,
    printed=lambda text: "\n".join(item.text for item in text.items),
    example="Un alinéa.",
    sample="Un alinéa.\n\n- un tiret ;\n- un autre.",
    free=True,
)
