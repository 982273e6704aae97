"""List instances: each free-standing list of a document counts from 1 on its own."""

from __future__ import annotations

from collections.abc import Mapping

from convgen.word.stylesheet import ListLevel

_LEVELS = range(9)
_RESTART = "".join(
    f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
    for level in _LEVELS
)


class ListInstances:
    """Hands out one w:num for each list of the tree, and writes them for numbering.xml."""

    def __init__(self, first: int, levels: Mapping[str, ListLevel]) -> None:
        self._first = first
        self._levels = levels
        self._numbers: dict[tuple[int, str], int] = {}

    def properties(self, list_id: int, genre: str) -> str:
        """The w:numPr of a block of this list, empty when its style is not numbered."""
        level = self._levels.get(genre)
        if level is None:
            return ""
        key = (list_id, level.definition)
        number = self._numbers.setdefault(key, self._first + len(self._numbers))
        return f'<w:numPr><w:ilvl w:val="{level.level}"/><w:numId w:val="{number}"/></w:numPr>'

    def xml(self) -> str:
        """The w:num elements of every list handed out so far."""
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{_RESTART}</w:num>'
            for (_, definition), number in self._numbers.items()
        )
