"""convgen beside stock docxtpl, in one run: `make bench`.

fill      document tree to file bytes, strict parse included, read-back not
path      YAML to a checked file on disk
one_shot  one whole `convgen render`, as a process, wall time

Each against stock docxtpl filling a flat template with the same text, one tag a value,
saved by a word processor as a user's would be (by LibreOffice, where it is installed).
Rounds are interleaved on one processor; figures are medians. The cases of `path` differ
from round to round, as in a cohort. Nothing here passes or fails on time.
"""

from __future__ import annotations

import io
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate
from rich.console import Console
from rich.table import Table

from bench.flat import Flattener, saved, text_of
from convgen import pipeline
from convgen.library.store import Library, find_library
from convgen.model.state import State
from convgen.word.render import fill, load_template

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
ROUNDS = 40
WARM_UPS = 2
PROCESS_ROUNDS = 15
CASES = {"engagement-programme": ROOT / "cases" / "engagement-programme" / "choisy-le-roi.yaml"}
# What completes each case: the gaps of the real act, filled for the measure only.
COMPLETED = {
    "engagement-programme": (
        ("parties:\n", "parties:\n  porteur:\n    habilitation: {date: 14/10/2025}\n"),
        ("experimentation:", "experimentation: redaction"),
        ("../_communs", "../../cases/_communs"),
    )
}
EXPECTED = {
    "fill_vs_docxtpl": "≥ 30",
    "path_vs_docxtpl": "≥ 10",
    "one_shot_vs_docxtpl": "≤ 2",
}


def main() -> None:
    """Measure every case, print the table, write build/bench.json."""
    _pin()
    BUILD.mkdir(exist_ok=True)
    results = {name: _measure(name, _completed(name, case)) for name, case in CASES.items()}
    (BUILD / "bench.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    _print(results)


def _cohort(case: Path) -> list[Path]:
    """The same case for as many partners as there are rounds."""
    text = case.read_text(encoding="utf-8")
    copies = []
    for number in range(ROUNDS + WARM_UPS):
        copy = case.with_name(f"{case.stem}-{number}.yaml")
        partner = text.replace("denomination: ", f"denomination: N° {number}, ")
        copy.write_text(partner, encoding="utf-8")
        copies.append(copy)
    return copies


def _completed(name: str, case: Path) -> Path:
    text = case.read_text(encoding="utf-8")
    for gap, filled in COMPLETED[name]:
        text = text.replace(gap, filled, 1)
    copy = BUILD / "bench" / case.name
    copy.parent.mkdir(exist_ok=True)
    copy.write_text(text, encoding="utf-8")
    return copy


def _pin() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _measure(name: str, case: Path) -> dict[str, float | str]:
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
            filled = pipeline.fill_case(made)
            assert filled.data is not None
            return pipeline.write_case(filled.data, output, overwrite=True)

        seconds = _interleaved(
            {
                "docxtpl": lambda: _stock(flat, flattener.context),
                "fill": lambda: fill(template, document),
                "path": path,
            },
            ROUNDS,
        )
        processes = _interleaved(
            _processes(Path(folder), case, flat, flattener.context), PROCESS_ROUNDS
        )
    return {
        "flat_template_saved_by": saved_by,
        "paragraphs": len(text_of(stock)),
        "docxtpl_ms": seconds["docxtpl"] * 1000,
        "fill_ms": seconds["fill"] * 1000,
        "path_ms": seconds["path"] * 1000,
        "bare_script_ms": processes["bare"] * 1000,
        "one_shot_ms": processes["convgen"] * 1000,
        "fill_vs_docxtpl": seconds["docxtpl"] / seconds["fill"],
        "path_vs_docxtpl": seconds["docxtpl"] / seconds["path"],
        "one_shot_vs_docxtpl": processes["convgen"] / processes["bare"],
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
    return {
        "bare": lambda: subprocess.run(bare, check=True, capture_output=True),
        "convgen": lambda: subprocess.run(convgen, check=True, capture_output=True),
    }


def _interleaved(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median time of each task, in seconds, one of each a round after two warm-ups."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for turn in range(rounds + WARM_UPS):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            if turn >= WARM_UPS:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}


def _print(results: dict[str, dict[str, float | str]]) -> None:
    for name, figures in results.items():
        saved_by = figures["flat_template_saved_by"]
        title = f"{name}: {figures['paragraphs']} paragraphs, flat template saved by {saved_by}"
        table = Table(title=title, title_justify="left")
        table.add_column("figure")
        table.add_column("measured", justify="right")
        table.add_column("expected")
        for key, value in figures.items():
            if isinstance(value, str):
                continue
            if key.endswith("_ms"):
                table.add_row(key, f"{value:.2f} ms", "")
            elif key in EXPECTED:
                table.add_row(key, f"{value:.2f}", EXPECTED[key])
        Console().print(table)


if __name__ == "__main__":
    main()
