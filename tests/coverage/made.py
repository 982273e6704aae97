"""The samples of a programme, written and assembled once for all tests; what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from convgen.authoring.outline import Part, outline_of
from convgen.coverage.sample_writing import write_sample
from convgen.coverage.samples import Sample, samples_of
from convgen.faults.diagnostic import Span
from convgen.kinds import other_case
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.model.document import Run, RunKind
from convgen.model.state import State
from convgen.pipeline import Assembled, assemble_case
from convgen.yaml.nodes import Plain

NEVER = ("programme", "clauses_particulieres", "commun")


@cache
def library(root: Path) -> Library:
    """The library, opened once."""
    return Library(root)


def programme(root: Path, name: str) -> Programme:
    """A programme of the library, without fault."""
    found, faults = library(root).programme(name, Span(root))
    assert found is not None, faults
    return found


@cache
def samples(root: Path, name: str) -> dict[str, Sample]:
    """The samples of a programme, by name."""
    found = list(samples_of(programme(root, name)))
    assert len({sample.name for sample in found}) == len(found)
    return {sample.name: sample for sample in found}


@cache
def written(root: Path, name: str, sample: str) -> Path:
    """The file of a sample."""
    return write_sample(samples(root, name)[sample], root.parent / "fiches" / name)


@cache
def act(root: Path, name: str, sample: str) -> Assembled:
    """The act of a sample, assembled as one that is to be signed."""
    return assemble_case(written(root, name, sample), State.FINAL, library(root))


@cache
def seen(root: Path, name: str) -> dict[str, list[Plain]]:
    """What all the samples of a programme hold, by place."""
    found: dict[str, list[Plain]] = {}
    for sample in samples(root, name).values():
        for place, value in held(sample.data):
            found.setdefault(place, []).append(value)
    return found


def values(root: Path, name: str, sample: str) -> list[Run]:
    """What the act of a sample prints from its case, in order."""
    document = act(root, name, sample).document
    assert document is not None
    runs = (run for block in document.all_blocks() for run in block.all_runs())
    return [run for run in runs if run.kind is RunKind.VALUE]


@cache
def declared(root: Path, name: str) -> dict[str, Part]:
    """Every place of the cases of a programme, `[]` for any element of a list."""
    parts = outline_of(programme(root, name).model())
    return dict(_declared((part for part in parts if part.key not in NEVER), ""))


def _declared(parts: Iterable[Part], path: str) -> Iterator[tuple[str, Part]]:
    for part in parts:
        if part.kind is other_case.KIND:  # what it would tell is written
            continue
        place = f"{path}{part.key}"
        yield place, part
        yield from _declared(part.parts, f"{place}[]." if part.many else f"{place}.")


def held(node: Plain, path: str = "") -> Iterator[tuple[str, Plain]]:
    """Every place of a case, with what it holds; a role held by several parties is as one."""
    if isinstance(node, dict):
        for key, value in node.items():
            place = f"{path}.{key}" if path else key
            yield place, value
            yield from held(value, place)
    elif isinstance(node, list):
        element = path if path.startswith("parties.") and path.count(".") == 1 else f"{path}[]"
        for item in node:
            if element != path:
                yield element, item
            yield from held(item, element)


def at(data: Plain, place: str) -> list[Plain]:
    """What a case holds at a place, once for each element."""
    return [value for found, value in held(data) if found == place]
