"""The slots that a programme asks for (`exige:`) or admits (`admet:`), by their paths."""

from __future__ import annotations

from convgen.library.reader import Reader
from convgen.model.convention import SLOTS, Convention
from convgen.model.shape import Shape
from convgen.yaml.nodes import Entry


def read_slots(reader: Reader, entry: Entry | None) -> tuple[str, ...]:
    """The paths of a list that lead to slots, faults to the reader."""
    paths = []
    for path, span in reader.texts(reader.items(entry)):
        candidates = _candidates(path)
        if path in candidates:
            paths.append(path)
        else:
            reader.unknown("case inconnue", path, span, candidates)
    return tuple(paths)


def _candidates(path: str) -> list[str]:
    """The paths that may stand for this one: those beside it, or beside where it goes astray."""
    shape, candidates = Shape(Convention), sorted(SLOTS)
    names = path.split(".")
    for depth, name in enumerate(names[:-1], 1):
        known = ".".join(names[:depth])
        child = shape.child(name) if known in candidates else None
        if child is None or child.many or not child.fields:
            break
        shape, candidates = child, [f"{known}.{part}" for part in child.fields]
    return candidates
