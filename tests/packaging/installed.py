"""convgen built and installed for real, and run where no checkout can be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIBRARY = "convgen/bibliotheque"


def python(
    *arguments: str | Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run this interpreter, `convgen` being what `environment` makes of it."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def pip(*arguments: str | Path, cwd: Path) -> None:
    """Run pip, without network nor version check."""
    ran = python("-m", "pip", "--disable-pip-version-check", *arguments, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def build_wheel(source: Path, folder: Path) -> Path:
    """The wheel of a checkout or of an sdist, built with what is installed here."""
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    pip("wheel", *options, "--wheel-dir", folder, source, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


@dataclass(frozen=True)
class Installed:
    """convgen installed under `target`, its dependencies being those of this interpreter."""

    target: Path
    cache: Path

    @classmethod
    def of(cls, wheel: Path, folder: Path) -> Installed:
        """Install a wheel."""
        target = folder / "site"
        pip("install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel, cwd=folder)
        return cls(target, folder / "cache")

    def run(self, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of this convgen, and of no other."""
        environment = {"PYTHONPATH": str(self.target), "XDG_CACHE_HOME": str(self.cache)}
        found = python("-c", "import convgen; print(convgen.__file__)", cwd=cwd, **environment)
        assert Path(found.stdout.strip()).is_relative_to(self.target), found
        return python("-m", "convgen", *arguments, cwd=cwd, **environment)
