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
from xml.sax.saxutils import escape

import pytest
from PIL import Image

_ROOT = Path(__file__).parents[2]
_SHORT_LIVED = {"DOTNET_TieredPGO": "0"}  # the validator ends before what it learns is of use
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
    with tempfile.TemporaryDirectory() as profile:
        run = _soffice(Path(profile), "--convert-to", "pdf", "--outdir", outdir, *paths)
    printed = [outdir / f"{path.stem}.pdf" for path in paths]
    missing = [pdf.name for pdf in printed if not pdf.exists()]
    if missing:
        pytest.fail(f"LibreOffice did not print {missing}: {run.stdout}{run.stderr}")
    return printed


_MODULE = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)


def run_basic(macro: str, source: Path, target: Path) -> None:
    """Run the `Main(source, target)` of a LibreOffice Basic macro; it must write `target`."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        _soffice(profile, "--terminate_after_init")  # the profile, with its empty Module1
        module = profile / "user/basic/Standard/Module1.xba"
        module.write_text(_MODULE.format(escape(macro)), encoding="utf-8")
        call = f'macro:///Standard.Module1.Main("{source.as_uri()}", "{target.as_uri()}")'
        run = _soffice(profile, call)
    if not target.exists():
        pytest.fail(f"the macro did not write {target}: {run.stdout}{run.stderr}")


def pdf_text(pdf: Path) -> str:
    """The text of a PDF as it is laid out, pages parted by form feeds."""
    return _run([_tool("pdftotext"), "-layout", pdf, "-"]).stdout


def pdf_page(pdf: Path, dots: int = 72) -> Image.Image:
    """The first page of a PDF, as an image of so many dots an inch."""
    page = pdf.with_suffix("")
    _run([_tool("pdftoppm"), "-png", "-singlefile", "-r", str(dots), pdf, page])
    with Image.open(page.with_suffix(".png")) as image:
        return image.convert("RGB")


def _soffice(profile: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return _run([*soffice_command(profile), *arguments])


def soffice_command(profile: Path) -> list[str]:
    """How LibreOffice is called, without a window, with a profile of its own."""
    own = f"-env:UserInstallation={profile.as_uri()}"
    return [_tool("soffice", "libreoffice"), own, "--headless", "--norestore"]


def _validator() -> str:
    named = os.environ.get("OOXML_VALIDATOR", "")
    local = _ROOT / "node_modules" / ".bin" / "ooxml-validator"
    for candidate in (named, str(local), "ooxml-validator"):
        if found := shutil.which(candidate):
            return found
    return _absent("ooxml-validator")


def sarif_multitool() -> str:
    """Where Microsoft's validator of SARIF is."""
    return _tool("sarif-multitool")


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
        env=os.environ | _SHORT_LIVED,
    )
