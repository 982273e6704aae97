"""convgen beside stock docxtpl, in one run: `make bench`.

fill      document tree to file bytes, strict parse included, read-back not
path      YAML to a checked file on disk
one_shot  one whole `convgen render`, as a process
check     every fault of the library, beside reading it (bench.library)

Each against stock docxtpl filling a flat template with the same text, one tag a value,
saved by a word processor as a user's would be (by LibreOffice, where it is installed).
Rounds are interleaved on one processor; figures are medians, of wall time and of processor
time (a busy machine lengthens the first one). The cases of `path` differ from round to round,
as in a cohort. Nothing here passes or fails on time.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypedDict

from docxtpl import DocxTemplate
from rich.console import Console
from rich.table import Table

from bench.clock import WARM_UPS, interleaved
from bench.flat import Flattener, saved, text_of
from bench.library import measure_library
from convgen import pipeline
from convgen.library.store import Library, find_library
from convgen.model.state import State
from convgen.output.written_file import write_file
from convgen.word.door import fill, load_template

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
ROUNDS = 40
PROCESS_ROUNDS = 15
CASES = {
    "engagement-programme": ROOT / "cases" / "engagement-programme" / "choisy-le-roi.yaml",
    "subvention-poste": ROOT / "cases" / "subvention-poste" / "alpes-maritimes.yaml",
}
# What completes each case: the gaps of the real act, filled for the measure only.
COMPLETED = {
    "engagement-programme": (
        ("parties:\n", "parties:\n  porteur:\n    habilitation: {date: 14/10/2025}\n"),
        ("experimentation:", "experimentation: redaction"),
        ("../_communs", "../../../cases/_communs"),
    ),
    "subvention-poste": (),
}
# What it was before the present work, not to be lost, and what is aimed at.
EXPECTED = {
    "fill_vs_docxtpl": "≥ 21",
    "path_vs_docxtpl": "≥ 2.4, aim 4.5",
    "one_shot_vs_docxtpl": "≤ 2.5, aim 1.9",
}


class Results(TypedDict):
    """What is measured of one act."""

    flat_template_saved_by: str
    paragraphs: int
    wall: dict[str, float]
    processor: dict[str, float]


def main() -> None:
    """Measure every case, print the table, write build/bench.json."""
    _pin()
    BUILD.mkdir(exist_ok=True)
    results = {name: _measure(name, _completed(name, case)) for name, case in CASES.items()}
    library = measure_library(ROOT)
    written = json.dumps({**results, "library": library}, indent=2)
    (BUILD / "bench.json").write_text(f"{written}\n", encoding="utf-8")
    _print(results)
    _print_library(library)


def _cohort(case: Path) -> list[Path]:
    """The same case for as many partners as there are rounds."""
    text = case.read_text(encoding="utf-8")
    copies = []
    for number in range(ROUNDS + WARM_UPS):
        copy = case.with_name(f"{case.stem}-{number}.yaml")
        before, name, after = text.rpartition("denomination: ")  # that of the second party
        copy.write_text(f"{before}{name}N° {number}, {after}", encoding="utf-8")
        copies.append(copy)
    return copies


def _completed(name: str, case: Path) -> Path:
    text = case.read_text(encoding="utf-8")
    for gap, filled in COMPLETED[name]:
        text = text.replace(gap, filled, 1)
    folder = BUILD / "bench" / name
    folder.mkdir(parents=True, exist_ok=True)
    for joined in case.parent.glob("*.md"):
        shutil.copy(joined, folder)
    copy = folder / case.name
    copy.write_text(text, encoding="utf-8")
    return copy


def _pin() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _measure(name: str, case: Path) -> Results:
    library = find_library(ROOT)
    assert isinstance(library, Library)
    assembled = pipeline.assemble_case(case, State.FINAL, library)
    assert assembled.document is not None
    assert assembled.can_be_written(State.FINAL), assembled.diagnostics
    document = assembled.document
    template, faults = load_template(library.word_template(name))
    assert template is not None, faults
    flattener = Flattener()
    flat, saved_by = saved(fill(template, flattener.flatten(document)))
    stock = _stock(flat, flattener.context)
    assert text_of(fill(template, document)) == text_of(stock), "the two texts differ"

    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "act.docx"
        cohort = itertools.cycle(_cohort(case))

        def path() -> object:
            made = pipeline.assemble_case(next(cohort), State.FINAL, library)
            assert made.can_be_written(State.FINAL), made.diagnostics
            filled = pipeline.fill_case(made)
            assert filled.data is not None
            return write_file(filled.data, output, overwrite=True)

        costs = interleaved(
            {
                "docxtpl": lambda: _stock(flat, flattener.context),
                "fill": lambda: fill(template, document),
                "path": path,
            },
            ROUNDS,
        )
        costs |= interleaved(
            _processes(Path(folder), case, flat, flattener.context), PROCESS_ROUNDS
        )
    return {
        "flat_template_saved_by": saved_by,
        "paragraphs": len(text_of(stock)),
        "wall": _figures({name: cost.wall for name, cost in costs.items()}),
        "processor": _figures({name: cost.processor for name, cost in costs.items()}),
    }


def _figures(seconds: dict[str, float]) -> dict[str, float]:
    return {
        **{f"{name}_ms": duration * 1000 for name, duration in seconds.items()},
        "fill_vs_docxtpl": seconds["docxtpl"] / seconds["fill"],
        "path_vs_docxtpl": seconds["docxtpl"] / seconds["path"],
        "one_shot_vs_docxtpl": seconds["one_shot"] / seconds["bare_script"],
    }


def _stock(flat: bytes, context: dict[str, str]) -> bytes:
    word = DocxTemplate(io.BytesIO(flat))
    word.render(dict(context), autoescape=True)
    output = io.BytesIO()
    word.save(output)
    return output.getvalue()


def _processes(
    folder: Path, case: Path, flat: bytes, context: dict[str, str]
) -> dict[str, Callable[[], object]]:
    (folder / "flat.docx").write_bytes(flat)
    (folder / "context.json").write_text(json.dumps(context), encoding="utf-8")
    bare = [sys.executable, str(ROOT / "bench" / "bare_docxtpl.py")]
    bare += [str(folder / "flat.docx"), str(folder / "context.json"), str(folder / "bare.docx")]
    convgen = [str(Path(sys.executable).parent / "convgen"), "render", str(case)]
    convgen += ["--force", "-o", str(folder / "one.docx")]
    return {"bare_script": partial(_run, bare), "one_shot": partial(_run, convgen)}


def _run(command: list[str]) -> None:
    """Run a process whose modules are compiled once, as those of an installed package are."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(BUILD / "bench" / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, check=True, capture_output=True, env=environment)


def _print(results: dict[str, Results]) -> None:
    for name, measured in results.items():
        wall, processor = measured["wall"], measured["processor"]
        print(f"{name}: {measured['paragraphs']} paragraphs")
        print(f"flat template saved by {measured['flat_template_saved_by']}")
        table = Table("figure", "wall", "processor", "expected")
        for key, value in wall.items():
            unit = " ms" if key.endswith("_ms") else ""
            shown = (f"{figure:.2f}{unit}" for figure in (value, processor[key]))
            table.add_row(key, *shown, EXPECTED.get(key, ""))
        Console().print(table)


def _print_library(figures: dict[str, float]) -> None:
    print("library: reading it, checking it")
    table = Table("figure", "wall")
    for key, value in figures.items():
        table.add_row(key, f"{value:.2f}{' ms' if key.endswith('_ms') else ''}")
    Console().print(table)


if __name__ == "__main__":
    main()
