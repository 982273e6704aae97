"""`python -m convgen.lint`: what is wrong with the library around the current folder."""

from __future__ import annotations

import sys
from pathlib import Path

from convgen.diagnostics import Diagnostic
from convgen.library.store import find_library
from convgen.lint.sentences import repeated_sentences
from convgen.report.formats import Format, report


def main() -> int:
    """Print one line a fault; the exit code is 1 when there is any."""
    library = find_library(Path.cwd())
    faults = [library] if isinstance(library, Diagnostic) else repeated_sentences(library)
    if faults:
        sys.stdout.write(report(faults, Format.CONCISE) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
