"""A fault found in a Word template, before it knows which file it belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convgen.diagnostics import Code, Diagnostic, Span

if TYPE_CHECKING:
    from convgen.word.tags import Paragraph

_EXCERPT = 60
KNOWN_TAGS = (
    "Les seules balises admises sont celles du modèle de la maison : "
    "{%p for bloc in blocs %}, {%p if bloc.genre == '…' %}, {{r bloc.texte }}, "
    "{{p bloc.tableau }}, {{ titre }}, {{ reference }}, {{ bandeau }}, {%p if reference %}."
)


class Finding(NamedTuple):
    """A fault: `line` is the place of the paragraph in its part, from 1."""

    code: Code
    message: str
    help: str = ""
    line: int = 1

    def in_file(self, path: Path) -> Diagnostic:
        """The diagnostic of this fault in the template at `path`."""
        span = Span(path, self.line, 1, self.line, 1)
        return Diagnostic(self.code, self.message, span, self.help)


def in_paragraph(
    code: Code, part: str, paragraph: Paragraph, message: str, help: str = ""
) -> Finding:
    """A fault of one paragraph, quoted so that the jurist can find it by searching in Word."""
    text = " ".join(paragraph.text.split(" ")).strip()
    quoted = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    where = f"paragraphe {paragraph.index} de {part} : « {quoted} »"
    return Finding(code, f"{message} ({where}).", help, paragraph.index)
