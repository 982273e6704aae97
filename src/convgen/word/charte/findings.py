"""A fault found in a Word template, before it knows which file it belongs to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span

_EXCERPT = 60
_BLANKS = re.compile("[ \t\n\r]+")
KNOWN_TAGS = (
    "les seules balises admises sont celles du modèle de la maison : "
    "{%p for bloc in blocs %}, {%p if bloc.genre == '…' %}, {{r bloc.texte }}, "
    "{{p bloc.tableau }}, {{ titre }}, {{ reference }}, {{ bandeau }}, {%p if reference %}"
)


class Finding(NamedTuple):
    """A fault: `line` is the number of the paragraph in its part, from 1."""

    code: Code
    message: str
    help: str = ""
    line: int = 1
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True when the fault forbids to use the template."""
        return self.severity is Severity.ERROR

    def in_file(self, path: Path) -> Diagnostic:
        """The diagnostic of this fault in the template at `path`."""
        span = Span(path, self.line, 1, self.line, 1)
        return Diagnostic(self.code, self.message, span, self.help, self.severity)


def shortened(text: str) -> str:
    """A text on one line, short enough to be quoted."""
    line = _BLANKS.sub(" ", text[: 4 * _EXCERPT]).strip()
    return line if len(line) <= _EXCERPT else line[: _EXCERPT - 1] + "…"
