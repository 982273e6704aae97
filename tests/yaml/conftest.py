"""What the tests of reading share."""

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Diagnostic
from convgen.yaml.source import Source, parse_source

FILE = Path("cases/x.yaml")


class Reading:
    """A source and its diagnostics, in a form that a test can compare."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.source: Source | None
        self.diagnostics: list[Diagnostic]
        self.source, self.diagnostics = parse_source(text, FILE, first_line)

    @property
    def faults(self) -> list[tuple[str, int, int]]:
        """Code, line and column of each fault."""
        return [(d.code.value, d.span.line, d.span.column) for d in self.diagnostics]

    @property
    def only(self) -> Diagnostic:
        """The one diagnostic there is."""
        assert len(self.diagnostics) == 1, self.diagnostics
        return self.diagnostics[0]


@pytest.fixture
def parse() -> type[Reading]:
    return Reading
