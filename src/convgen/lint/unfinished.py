"""After « de » or « par » comes a name: a stop or a verb there has lost a value or a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.clause import Clause
from convgen.lint.written import stretch

_BEFORE_A_NAME = "de|du|des|à|au|aux|par"
_BEFORE_MORE = f"{_BEFORE_A_NAME}|le|la|les|pour|dans|sur|sous|avec|sans|entre|et|ou|que"
_VERBS = "est|sont|sera|seront|était|étaient|doit|doivent|peut|peuvent"
_END = r"(?=\s|$)"
# « et, le cas échéant, » goes on, and so do « s’engage à : » and « le, la ou les ».
_CUT = re.compile(
    rf"(?<![\w.'’-])(?:(?:{_BEFORE_MORE})\s?[.;!?]{_END}"
    rf"|(?:{_BEFORE_A_NAME})\s?,{_END}|[ld]['’]\s?[,.;!?]{_END}"
    rf"|(?:{_BEFORE_A_NAME}|dans)\s(?:{_VERBS}){_END}|(?:du|des|au|aux|par|dans)\sne{_END})"
    rf"|^[ ]*(?:-|\d+\.)[ ]*[,;.]{_END}",
    re.MULTILINE | re.IGNORECASE,
)


def unfinished_sentences(clause: Clause) -> Iterator[Diagnostic]:
    """Each place of a clause where a word calls for a name and something else comes."""
    for cut in _CUT.finditer(clause.body):
        shown = " ".join(cut[0].split())
        yield Diagnostic(
            Code.UNFINISHED,
            f"il manque un mot, une valeur ou un renvoi ici : « {shown} »",
            stretch(clause, *cut.span()),
            "complétez la phrase",
            Severity.WARNING,
        )
