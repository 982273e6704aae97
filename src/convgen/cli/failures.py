"""What stops convgen, and is no fault of the user's material, in one line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from convgen.errors import ConvgenError
from convgen.system.refusals import refused


def told(error: Exception) -> str:
    """The line that tells it; a defect goes on as it is for who mends convgen."""
    if isinstance(error, ConvgenError):
        return f"convgen : {error}"
    if isinstance(error, OSError):
        return _refusal(error)
    if sys.flags.dev_mode:  # python -X dev -m convgen …
        raise error
    return _breakdown(error)


def _refusal(error: OSError) -> str:
    """What the system refuses outside of any file of a case, and why."""
    from convgen.report.visible_text import visible  # noqa: PLC0415 - `--help` stays light

    file = f"{visible(os.fsdecode(error.filename))} : " if error.filename else ""
    return f"convgen : le système refuse : {file}{refused(error)}"


def _breakdown(error: Exception) -> str:
    """A defect of convgen, and where it is: what a user can report, without its whole trace."""
    from traceback import extract_tb  # noqa: PLC0415 - never, we hope

    *_, last = extract_tb(error.__traceback__)
    place = f"{Path(last.filename).name}, ligne {last.lineno}"
    told = " ".join(f"{type(error).__name__} : {error}".split())
    return f"convgen : panne de convgen, et non faute de vos fichiers : {told} ({place})"
