"""What stands in an act where something is missing."""

from __future__ import annotations

from convgen.model.document import Run, RunKind


def gap_text(label: str, raw: str = "") -> str:
    """What stands in the act where a value is missing, or invalid."""
    return f"[à corriger : {label} « {raw} »]" if raw else f"[à compléter : {label}]"


def gap_mark(label: str) -> Run:
    """What shows, before a text, that it is there for want of knowing."""
    return Run(f"[selon : {label}] ", RunKind.GAP, about=label)
