"""A sentence that stops on « de » or « par » has lost the value or the reference that followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.diagnostics import Code, Diagnostic, Severity
from convgen.library.clause import Clause
from convgen.lint.written import stretch

_BEFORE_A_NAME = "de du des à au aux par le la les un une".split(" ")
_BEFORE_MORE = [*_BEFORE_A_NAME, *"pour dans sur sous avec sans entre et ou que en".split(" ")]
_END = r"(?=\s|$)"
# « et, le cas échéant, » goes on, and so does « s’engage à : ».
_CUT = re.compile(
    rf"(?<![\w.'’-])(?:(?:{'|'.join(_BEFORE_MORE)})\s*[.;!?]{_END}"
    rf"|(?:{'|'.join(_BEFORE_A_NAME)})\s*,{_END}|[ldLD]['’]\s*[,.;!?]{_END})"
    rf"|^\s*(?:-|\d+\.)\s*[,;.]{_END}",
    re.MULTILINE | re.IGNORECASE,
)


def unfinished_sentences(clause: Clause) -> Iterator[Diagnostic]:
    """Each place of a clause where a word calls for another and a sign comes instead."""
    for cut in _CUT.finditer(clause.body):
        shown = " ".join(cut[0].split())
        yield Diagnostic(
            Code.UNFINISHED,
            f"il manque un mot, une valeur ou un renvoi ici : « {shown} »",
            stretch(clause, *cut.span()),
            "complétez la phrase",
            Severity.WARNING,
        )
