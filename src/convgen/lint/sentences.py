"""No sentence stands in two clauses: sooner or later, one only would be corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Note, Severity, Span
from convgen.language.expressions import Read
from convgen.language.instructions import Branch, Instructions, Loop, Open, Print, Text
from convgen.library.clause import Clause
from convgen.lint.written import stretch, written_words

FEWEST_WORDS = 5
"""What is shorter says nothing that could diverge: « d’autre part », « Fait à … », a table head."""

_VALUE = "\ue000"  # stands for a value: no clause may hold this character
_WORD = re.compile(rf"{_VALUE}[^{_VALUE}]*{_VALUE}|[^\W_]+")
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[Aa]rt)[.!?;…](?=\W|$)")  # not in « art. L. 1611-4 »
_EXCERPT = 60

Sentence = tuple[str, ...]  # its words, values made one mark, none at either end


def repeated_sentences(clauses: Iterable[Clause]) -> Iterator[Diagnostic]:
    """Each sentence of a clause that a clause before it says too.

    Case, punctuation and typography aside.
    """
    first: dict[str, tuple[Clause, Sentence, str]] = {}
    for clause in clauses:
        for subject, sentence in _sentences(clause):
            said = " ".join(sentence).casefold()
            earlier, as_written, of = first.setdefault(said, (clause, sentence, subject))
            of_another = subject and of and subject != of  # who is bound is not the same
            if earlier is not clause and not of_another:
                yield _repeated(clause, sentence, earlier, as_written)


def _sentences(clause: Clause) -> Iterator[tuple[str, Sentence]]:
    """Each sentence, and the value that it starts with, if any: it may be who is bound."""
    for block in _blocks(clause.program):
        for text in _STOP.split(block):
            found = _WORD.findall(text)
            words = [_VALUE if word[0] == _VALUE else word for word in found]
            if len(words) - words.count(_VALUE) >= FEWEST_WORDS:
                subject = found[0] if words[0] == _VALUE else ""
                yield subject, tuple(" ".join(words).strip(f"{_VALUE} ").split())


def _blocks(program: Instructions) -> Iterator[str]:
    """The static text of each block; a value, a condition or a loop inside it is one mark.

    What a condition or a loop holds is read apart: it may stand or not, once or ten times.
    """
    block = ""
    for step in program:
        if isinstance(step, Text):
            block += step.text
        elif isinstance(step, Print):
            name = step.expression.path if isinstance(step.expression, Read) else ""
            block += f"{_VALUE}{name.replace('.', '/')}{_VALUE}"
        elif isinstance(step, Branch | Loop):
            block += f" {_VALUE}{_VALUE} "
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
    place = _place(written_words(clause), " ".join(sentence).split(_VALUE))
    if place is None:
        return clause.place(1), " ".join(sentence).replace(_VALUE, "…")
    shown = " ".join(clause.body[slice(*place)].split())
    text = shown if len(shown) <= _EXCERPT else f"{shown[: _EXCERPT - 1]}…"
    return stretch(clause, *place), text


def _place(body: str, pieces: list[str]) -> tuple[int, int] | None:
    """From the first to the last of the pieces of a sentence, around the longest one."""
    patterns = [r"\b" + r"[\W_]+".join(piece.split()) + r"\b" for piece in pieces if piece.split()]
    longest = max(range(len(patterns)), key=lambda rank: len(patterns[rank]))
    found = re.search(patterns[longest], body)
    if found is None:
        return None
    start, end = found.span()
    for pattern in reversed(patterns[:longest]):
        before = [one.start() for one in re.finditer(pattern, body[:start])]
        start = before[-1] if before else start
    for pattern in patterns[longest + 1 :]:
        after = re.compile(pattern).search(body, end)
        end = after.end() if after else end
    return start, end
