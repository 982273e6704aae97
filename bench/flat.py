"""The same act as a flat template for stock docxtpl: one tag a value, static text around."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import docx
from docx.oxml.ns import qn

from convgen.model.document import Block, Document, Line, Run, RunKind


class Flattener:
    """Replaces each value of a tree by a tag, and keeps what the tags are worth."""

    def __init__(self) -> None:
        self.context: dict[str, str] = {}

    def flatten(self, document: Document) -> Document:
        """The same tree, tags in place of values."""
        sections = tuple(
            replace(section, blocks=tuple(self._block(block) for block in section.blocks))
            for section in document.sections
        )
        return replace(document, sections=sections)

    def _block(self, block: Block) -> Block:
        rows = tuple(
            tuple(tuple(self._line(line) for line in cell) for cell in row) for row in block.rows
        )
        return replace(block, runs=self._line(block.runs), rows=rows)

    def _line(self, line: Line) -> Line:
        return tuple(self._run(run) for run in line)

    def _run(self, run: Run) -> Run:
        if run.kind is not RunKind.VALUE:
            return run
        name = f"v{len(self.context)}"
        self.context[name] = run.text
        return run._replace(text=f"{{{{ {name} }}}}")


def saved(template: bytes) -> tuple[bytes, str]:
    """The template as a word processor saves it, and which one; as it is where there is none."""
    soffice = shutil.which("soffice")
    if soffice is None:
        return template, "convgen"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "flat.docx"
        source.write_bytes(template)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir"]
        subprocess.run([*command, f"{folder}/saved", str(source)], check=True, capture_output=True)
        return (Path(folder) / "saved" / "flat.docx").read_bytes(), "LibreOffice"


def text_of(data: bytes) -> list[str]:
    """Every paragraph of a Word file, tables included, in order."""
    word = docx.Document(io.BytesIO(data))
    paragraphs = word.element.body.iter(qn("w:p"))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in paragraphs]
