"""The pages of docs/ajouter, as things to do: files to write or change, commands to run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.guide.blocks import Step

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted((ROOT / "docs/ajouter").glob("*.md")))
_STEP = re.compile(
    r"<!-- (?P<verb>\w+): (?P<file>\S+) -->\n|"
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<text>.*?)^(?P=fence)$",  # a page may hold another
    re.MULTILINE | re.DOTALL,
)


def steps_of(page: str) -> Iterator[Step]:
    """The steps of a page; a block of commands has the verb « console »."""
    verb = file = ""
    for match in _STEP.finditer(page):
        line = page.count("\n", 0, match.start()) + 1
        if match["verb"]:
            verb, file = match["verb"], match["file"]
        elif match["language"] == "console":
            yield Step(line, "console", "", match["text"])
        else:
            assert verb, f"line {line}: a block that nothing uses"
            yield Step(line, verb, file, match["text"])
            verb = file = ""
