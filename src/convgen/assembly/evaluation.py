"""A clause, rendered with a case: marked text, or the fault that stopped it."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from typing import Any

from jinja2 import UndefinedError

from convgen.diagnostics import Code, Diagnostic
from convgen.library.clause import Clause
from convgen.library.environment import reference
from convgen.library.values import AbsentValueError


def evaluate(clause: Clause, context: Mapping[str, Any]) -> str | Diagnostic:
    """Render the clause; what it cannot print is a fault at its line."""
    try:
        return clause.template.render(context, renvoi=reference)
    except AbsentValueError as error:
        return Diagnostic(
            Code.ABSENT_VALUE,
            "la clause imprime une valeur facultative que la fiche n’a pas",
            clause.place(_line(error, clause)),
            "éprouvez la valeur avec « {% if … %} » avant de l’imprimer",
        )
    except UndefinedError as error:
        return Diagnostic(
            Code.UNKNOWN_VARIABLE,
            f"variable inconnue dans la clause « {clause.name} »",
            clause.place(_line(error, clause)),
            "vérifiez les noms de cette ligne",
        )


def _line(error: Exception, clause: Clause) -> int:
    """The line of the body that the last frame of the clause was on."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == str(clause.file)]
    return next((line for line in reversed(lines) if line), 1)
