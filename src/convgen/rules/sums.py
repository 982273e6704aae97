"""Rules on sums: what is paid in parts is paid whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from convgen.diagnostics import Code, Diagnostic
from convgen.french.numbers import percentage
from convgen.model.means import Instalment
from convgen.model.scalars import Percentage
from convgen.rules.subject import Subject

_WHOLE = Decimal(100)


def instalments_make_the_whole(subject: Subject) -> Iterator[Diagnostic]:
    """The fractions of what is paid in several times add up to a hundred per cent."""
    parts = subject.case.versements
    if not isinstance(parts, tuple):
        return
    shares = [part.fraction for part in parts if isinstance(part, Instalment)]
    known = [share.value for share in shares if isinstance(share, Percentage)]
    total = sum(known, Decimal(0))
    if len(known) == len(parts) and total != _WHOLE:
        gap = abs(_WHOLE - total)
        lacking = "il manque" if total < _WHOLE else "il y a en trop"
        yield subject.refuse(
            Code.INSTALMENTS,
            f"les fractions versées font {percentage(total)} : {lacking} {percentage(gap)}",
            ("versements",),
            "corrigez une fraction, ou ajoutez un versement",
        )
