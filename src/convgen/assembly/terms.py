"""Defined terms: defined once, before any use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.assembly.block_writer import TermUse
from convgen.faults.diagnostic import Code, Diagnostic, Note
from convgen.library.clause import Clause
from convgen.library.programme import Programme
from convgen.negotiation.changes import Change


@dataclass(slots=True)
class TermBook:
    """What an act says of its defined terms, in reading order."""

    shared: frozenset[str] = frozenset()  # roles of several parties: each may say the term
    defined: dict[str, Clause] = field(default_factory=dict)
    undefined: dict[str, Clause] = field(default_factory=dict)
    redefined: dict[str, Clause] = field(default_factory=dict)

    def read(self, uses: Iterable[TermUse], clause: Clause) -> None:
        """Note the terms of one clause."""
        for use in uses:
            if not use.defines and use.key not in self.defined:
                self.undefined.setdefault(use.key, clause)
            elif use.defines and use.key in self.defined:
                if use.key in self.shared and self.defined[use.key] is clause:
                    continue
                self.redefined.setdefault(use.key, clause)
            elif use.defines:
                self.defined[use.key] = clause

    def faults(self, programme: Programme, changes: Iterable[Change] = ()) -> Iterator[Diagnostic]:
        """Terms used before they are defined, or defined twice, at their first such clause.

        One that a change of the case has left without definition is told at that change.
        """
        words = programme.words
        lost = {key: change for change in changes for key in change.undefined}
        for key, clause in self.undefined.items():
            later = self.defined.get(key)
            if later is None and key in lost:
                yield _lost(key, words[key].nominative, lost[key], clause)
                continue
            where = f"la clause « {later.name} » la donne trop tard" if later else "nulle part"
            yield Diagnostic(
                Code.UNDEFINED_TERM,
                f"« {words[key].nominative} » est employé sans définition ({where})",
                clause.place(_line_of(key, clause), key),
                f"écrivez {{{{ {key}.definition }}}} avant le premier emploi",
            )
        for key, clause in self.redefined.items():
            yield Diagnostic(
                Code.UNDEFINED_TERM,
                f"« {words[key].nominative} » est défini une deuxième fois "
                f"(déjà par la clause « {self.defined[key].name} »)",
                clause.place(_line_of(f"{key}.definition", clause), f"{key}.definition"),
                "gardez une seule définition",
            )


def _lost(key: str, term: str, change: Change, user: Clause) -> Diagnostic:
    return Diagnostic(
        Code.UNDEFINED_TERM,
        f"« {term} » n’est plus défini : la clause « {change.target} » le faisait",
        change.span,
        f"écrivez {{{{ {key}.definition }}}} dans le nouveau texte, avant tout emploi"
        if change.text
        else "gardez cette clause, ou remplacez-la par un texte qui le définit",
        notes=(Note("il est employé ici", user.place(_line_of(key, user), key)),),
    )


def _line_of(name: str, clause: Clause) -> int:
    written = re.compile(rf"\{{[^}}]*(?<![\w.\"']){re.escape(name)}\b")
    lines = enumerate(clause.body.split("\n"), 1)
    return next((number for number, text in lines if written.search(text)), 1)
