"""Organs that decide for a public body, and the article of their name."""

from __future__ import annotations

from convgen.french.designation import Designation, Gender, parse_designation

_MASCULINE = frozenset(
    [
        "bureau",
        "comité",
        "conseil",
        "directoire",
        "directeur",
        "maire",
        "préfet",
        "président",
        "secrétariat",
        "ministre",
    ]
)
_FEMININE = frozenset(
    [
        "assemblée",
        "commission",
        "direction",
        "directrice",
        "mairesse",
        "préfète",
        "présidence",
        "présidente",
    ]
)
_ARTICLES = ("le ", "la ", "l’", "l'", "les ")


def read_organ(text: str) -> Designation:
    """Read « conseil municipal », « bureau », « la régie municipale ».

    The article may be left out for the usual organs. Raises ValueError, in French,
    when it is needed.
    """
    name = " ".join(text.split())
    if name.casefold().startswith(_ARTICLES):
        hidden = name.casefold().startswith(("l’", "l'"))
        first = name[2:].split(" ", 1)[0].casefold() if hidden else ""
        return parse_designation(name, _gender(first) if hidden else None)
    first = name.split(" ", 1)[0].casefold()
    gender = _gender(first)
    if gender is None:
        raise ValueError(
            f"« {name} » : écrivez l’organe avec son article, par exemple « la {name} »"
        )
    if first[0] in "aeéiou":
        return Designation("l’", name, gender, plural=False)
    return Designation("le" if gender is Gender.MASCULINE else "la", name, gender, plural=False)


def _gender(noun: str) -> Gender | None:
    if noun in _MASCULINE:
        return Gender.MASCULINE
    return Gender.FEMININE if noun in _FEMININE else None
