"""Refusals in good French: what is wrong with a value, and what to write."""

from __future__ import annotations

_LONGEST = 60


def refusal(message: str, **values: object) -> ValueError:
    """Build the ValueError that refuses a value.

    `message` is static French, set in type here, with `{name}` where a value
    goes; values are shown as they were typed, on one line, cut to sixty characters.
    A value that is itself a refusal is shown whole.
    """
    from convgen.french.typography import typeset  # noqa: PLC0415 - its patterns cost 3 ms

    shown = {
        name: str(value) if isinstance(value, ValueError) else _on_one_line(str(value))
        for name, value in values.items()
    }
    return ValueError(typeset(message).format(**shown))


def _on_one_line(text: str) -> str:
    line = " ".join(text.split()) or "(vide)"
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
