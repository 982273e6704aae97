"""The reports that there are."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What a report looks like: for reading, for one line each, for programs."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"
