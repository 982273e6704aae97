"""Refusals in good French: what is wrong with a value, and what to write."""

from __future__ import annotations

_LONGEST = 60


class AdvisedError(ValueError):
    """A value that is refused, and what to do about it, in French."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def refusal(message: str, advice: str = "", **values: object) -> ValueError:
    """Build the ValueError that refuses a value; `advice` is its way out, if one is known.

    `message` is static French, set in type here, with `{name}` where a value
    goes; values are shown as they were typed, on one line, cut to sixty characters.
    A value that is itself a refusal is shown whole.
    """
    from convgen.french.typography import typeset  # noqa: PLC0415 - its patterns cost 3 ms

    shown = {
        name: str(value) if isinstance(value, ValueError) else _on_one_line(str(value))
        for name, value in values.items()
    }
    told = typeset(message).format(**shown)
    return AdvisedError(told, advice) if advice else ValueError(told)


def _on_one_line(text: str) -> str:
    line = " ".join(text.split()) or "(vide)"
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
