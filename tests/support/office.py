"""The tools that say what Word would: Microsoft's validator, LibreOffice, pdftotext.

An absent tool skips the test in plain sight, or fails it when CONVGEN_REQUIRE_TOOLS=1.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PATIENCE = 300  # seconds: the first start of LibreOffice builds a profile


def validate(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """What the Open XML validator finds wrong in each file; the good ones are left out."""
    validator = _validator()
    faults: dict[Path, list[str]] = {}
    for path in paths:
        run = _run([validator, path])
        try:
            errors = json.loads(run.stdout)["errors"]
        except (ValueError, KeyError):
            pytest.fail(f"the validator gave no verdict on {path}: {run.stdout}{run.stderr}")
        if errors:
            faults[path] = [
                f"{e.get('path')} {e.get('xPath')}: {e.get('description')}" for e in errors
            ]
    return faults


def to_pdf(paths: Sequence[Path], outdir: Path) -> list[Path]:
    """The PDF that LibreOffice prints of each file, all of them in one call."""
    soffice = _tool("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as profile:
        run = _run(
            [
                soffice,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                outdir,
                *paths,
            ]
        )
    printed = [outdir / f"{path.stem}.pdf" for path in paths]
    missing = [pdf.name for pdf in printed if not pdf.exists()]
    if missing:
        pytest.fail(f"LibreOffice did not print {missing}: {run.stdout}{run.stderr}")
    return printed


def pdf_text(pdf: Path) -> str:
    """The text of a PDF as it is laid out, pages parted by form feeds."""
    return _run([_tool("pdftotext"), "-layout", pdf, "-"]).stdout


def _validator() -> str:
    named = os.environ.get("OOXML_VALIDATOR", "")
    local = _ROOT / "node_modules" / ".bin" / "ooxml-validator"
    for candidate in (named, str(local), "ooxml-validator"):
        if found := shutil.which(candidate):
            return found
    return _absent("ooxml-validator")


def _tool(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    return _absent(names[0])


def _absent(tool: str) -> str:
    message = f"{tool} is not installed"
    if os.environ.get("CONVGEN_REQUIRE_TOOLS") == "1":
        pytest.fail(message)
    pytest.skip(message)


def _run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )
