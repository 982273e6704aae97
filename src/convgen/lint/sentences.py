"""No sentence stands in two clauses: sooner or later, one only would be corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from convgen.diagnostics import Code, Diagnostic, Note, Severity, Span
from convgen.library.clause import Clause
from convgen.library.program import Branch, Instructions, Loop, Open, Print, Text
from convgen.lint.written import stretch, written_words

FEWEST_WORDS = 5
"""What is shorter says nothing that could diverge: « d’autre part », « Fait à … », a table head."""

_VALUE = "\ue000"  # stands for a value: no clause may hold this character
_WORD = re.compile(rf"[^\W_]+|{_VALUE}+")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[Aa]rt)[.!?;…](?=\W|$)")  # not in « art. L. 1611-4 »
_BETWEEN = r"\b(?:(?!\n\n|[.!?;]\s)[\s\S])*?\b"  # two stretches of a sentence: never its end
_EXCERPT = 60

Sentence = tuple[str, ...]  # its words, values made one mark, none at either end


def repeated_sentences(clauses: Iterable[Clause]) -> Iterator[Diagnostic]:
    """Each sentence of a clause that a clause before it says too.

    Case, punctuation and typography aside.
    """
    first: dict[str, tuple[Clause, Sentence]] = {}
    for clause in clauses:
        for sentence in _sentences(clause):
            said = " ".join(sentence).casefold()
            earlier, as_written = first.setdefault(said, (clause, sentence))
            if earlier is not clause:
                yield _repeated(clause, sentence, earlier, as_written)


def _sentences(clause: Clause) -> Iterator[Sentence]:
    for block in _blocks(clause.program):
        for text in _STOP.split(block):
            words = [word[:1] if word[0] == _VALUE else word for word in _WORD.findall(text)]
            if len(words) - words.count(_VALUE) >= FEWEST_WORDS:
                yield tuple(" ".join(words).strip(f"{_VALUE} ").split())


def _blocks(program: Instructions) -> Iterator[str]:
    """The static text of each block; a value, a condition or a loop inside it is one mark.

    What a condition or a loop holds is read apart: it may stand or not, once or ten times.
    """
    block = ""
    for step in program:
        if isinstance(step, Text):
            block += step.text
        elif isinstance(step, Print):
            block += _VALUE
        elif isinstance(step, Branch | Loop):
            block += f" {_VALUE} "
            yield from _blocks(step.body)
            yield from _blocks(step.other) if isinstance(step, Branch) else ()
        elif isinstance(step, Open) and step.soft:
            block += " "
        else:
            yield block
            block = ""
    yield block


def _repeated(
    clause: Clause, sentence: Sentence, first: Clause, as_written: Sentence
) -> Diagnostic:
    place, text = _found(clause, sentence)
    return Diagnostic(
        Code.REPEATED_SENTENCE,
        f"la clause « {first.name} » dit déjà cette phrase : « {text} »",
        place,
        "gardez-la dans une seule clause, que les plans nomment tous",
        Severity.WARNING,
        (Note("elle y est ici", _found(first, as_written)[0]),),
    )


def _found(clause: Clause, sentence: Sentence) -> tuple[Span, str]:
    """Where a sentence stands in its clause, and its beginning on one line."""
    body = written_words(clause)
    pieces = (re.findall(r"\w+", piece) for piece in " ".join(sentence).split(_VALUE))
    match = re.search(_BETWEEN.join(r"[\W_]+".join(words) for words in pieces), body)
    if match is None:
        return clause.place(1), " ".join(sentence).replace(_VALUE, "…")
    shown = " ".join(clause.body[slice(*match.span())].split())
    text = shown if len(shown) <= _EXCERPT else f"{shown[: _EXCERPT - 1]}…"
    return stretch(clause, *match.span()), text
