"""List instances: each free-standing list of a document counts on its own, from the start."""

from __future__ import annotations

from convgen.word.charte.compiled import Compiled

_LEVELS = 9  # of a list of Word


class ListInstances:
    """Hands out one w:num for each list of the tree, and writes them for numbering.xml."""

    def __init__(self, template: Compiled) -> None:
        self._template = template
        self._numbers: dict[tuple[int, str], int] = {}

    def properties(self, list_id: int, genre: str) -> str:
        """The w:numPr of a block of this list, empty when its style is not numbered."""
        level = self._template.lists.get(genre)
        if level is None:
            return ""
        key = (list_id, level.definition)
        number = self._numbers.setdefault(key, self._template.first_list + len(self._numbers))
        return f'<w:numPr><w:ilvl w:val="{level.level}"/><w:numId w:val="{number}"/></w:numPr>'

    def xml(self) -> str:
        """The w:num elements of every list handed out so far."""
        return "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
            f"{self._restart(definition)}</w:num>"
            for (_, definition), number in self._numbers.items()
        )

    def _restart(self, definition: str) -> str:
        starts = [level.start for level in self._template.levels[definition]]
        starts += [1] * (_LEVELS - len(starts))
        return "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in enumerate(starts)
        )
