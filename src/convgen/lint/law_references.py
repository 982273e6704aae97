"""References of law that are out of date, or wrong: what real conventions still cite.

Sources: loi n° 78-17 renumbered on 1 June 2019 by ordonnance n° 2018-1125; regulation (EU)
2016/679, art. 24, 26, 28, 38; code pénal, 226-5, 226-13, 226-17, 226-22. Read 2026-11-22, some
in secondary sources: a warning, never an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.clause import Clause
from convgen.lint.written import stretch, written_words


class _Wrong(NamedTuple):
    """What is written, why it is wrong, what to write."""

    written: re.Pattern[str]
    why: str
    way_out: str


def _wrong(pattern: str, why: str, way_out: str) -> _Wrong:
    return _Wrong(re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE), why, way_out)


_WITHIN = r"[^.;:]{0,120}?"  # of one sentence
_LAW_OF_1978 = r"loi (?:(?:n|11)[°ºᵒ]\s?78-17|no 78-17|du 6 janvier 1978|informatique et libertés)"
_GDPR = r"(?:règlement \(UE\)|règlement général|RGPD)"
_WRONG = (
    _wrong(
        rf"\b(?:articles?|art\.) 3[345](?:(?:,| et| à) 3[45])* (?:de |à )?la {_LAW_OF_1978}"
        rf"|{_LAW_OF_1978}(?:(?!RGPD|règlement)[^.;:]){{0,60}}?"
        r"\b(?:articles?|art\.) 3[45]\b(?! d[ue]\b)",
        "les articles 34 et 35 de la loi n° 78-17 ont changé de numéro le 1er juin 2019",
        "citez l’article 32 du règlement (UE) 2016/679 pour la sécurité des données",
    ),
    _wrong(
        rf"\b(?:accord|contrat|sous-traitan\w+)\b{_WITHIN}\b(?:article|art\.) 24\b"
        rf"{_WITHIN}{_GDPR}",
        "l’article 24 fixe les obligations générales du responsable, non le contenu d’un accord",
        "citez l’article 26 pour des responsables conjoints, l’article 28 pour un sous-traitant",
    ),
    _wrong(
        rf"\b(?:secret|confidentialité)\b{_WITHIN}\b(?:article|art\.) 38\b{_WITHIN}{_GDPR}",
        "le secret de l’article 38 ne vise que le délégué à la protection des données",
        "citez l’article 226-13 du code pénal pour le secret professionnel du personnel",
    ),
    _wrong(
        r"\b(?:articles?|art\.) [^.;:]{0,60}?(?<![\d-])(?P<shown>226-5)\b",
        "l’article 226-5 du code pénal ne punit que la tentative d’autres infractions",
        "citez les articles 226-17 et 226-22, ou 226-13 pour le secret professionnel",
    ),
    _wrong(
        r"(?<!\d)1[1lI]°\s?\d+-\d+",
        "« 11° » est mis pour « n° » : caractères mal reconnus",
        "écrivez « n° » devant le numéro du texte",
    ),
)


def stale_references(clause: Clause) -> Iterator[Diagnostic]:
    """Each reference of a clause, or of a text of a case, that the law no longer bears out."""
    words = written_words(clause)
    for wrong in _WRONG:
        for found in wrong.written.finditer(words):
            if "délégué" in found[0]:
                continue  # the one whom article 38 binds
            yield Diagnostic(
                Code.STALE_REFERENCE,
                f"référence à revoir : {wrong.why}",
                stretch(clause, *found.span("shown" if "shown" in found.groupdict() else 0)),
                wrong.way_out,
                Severity.WARNING,
            )
