"""The names of the presentations, each that of its file; none of them is loaded for that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from convgen.neighbours import names_in
from convgen.report import formats

FORMATS: Final = tuple(names_in(str(formats.__file__)))
FULL: Final = "full"


def usual_format(environment: Mapping[str, str]) -> str:
    """The presentation of who asks for none: annotations in a GitHub action, else for reading."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else FULL
