"""What was surely meant by a value that cannot be read: other ways of typing it, to be tried.

Each function gives texts that a reader may read; who tries them keeps one only where all those
that are read say the same. « 50.000 » is fifty or fifty thousand, and is left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from convgen.french.months import MONTHS

_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})\s*[./–-]\s*([0-9]{1,2})\s*[./–-]\s*([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})\s*[./–-]\s*([0-9]{1,2})\s*[./–-]\s*([0-9]{1,2})")
_IN_WORDS: Final = re.compile(
    r"(?:le )?(?:(?P<day>1er|[0-9]{1,2}) )?(?P<month>[^\W\d_]+)\.? (?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_SEPARATORS: Final = re.compile(r"[\s.,;:_/–—-]+")
_MONTH: Final = re.compile(r"([0-9]{1,2})\s*[./–-]\s*([0-9]{4})")
_CURRENCY: Final = re.compile(r"€|\b(?:euros?|eur)\b", re.IGNORECASE)
_POINTS_THEN_COMMA: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_COMMAS_THEN_POINT: Final = re.compile(r"[0-9]{1,3}(?:[, ][0-9]{3})*(?:\.[0-9]+)|[0-9]+\.[0-9]+")
_EITHER: Final = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")  # thousands, or three decimals
_COMMAS: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")


def identifiers_meant(text: str) -> Iterator[str]:
    """« 219.400.223 », « FR58-3000-… »: the groups as they are, or none."""
    yield from (_SEPARATORS.sub(mark, text.strip()) for mark in (" ", ""))


def dates_meant(text: str) -> Iterator[str]:
    """« 31.12.2026 », « 2026/12/31 », « le 1er janv. 2026 », « 31/12/2026. »."""
    line = _one_line(text)
    if found := _DAY_FIRST.fullmatch(line):
        yield f"{found[1]}/{found[2]}/{found[3]}"
    if found := _YEAR_FIRST.fullmatch(line):
        yield f"{found[3]}/{found[2]}/{found[1]}"
    if (words := _IN_WORDS.fullmatch(line)) and words["day"]:
        for month in _months_of(words["month"]):
            yield f"{words['day']} {month} {words['year']}"


def months_meant(text: str) -> Iterator[str]:
    """« 12-2025 », « déc. 2025 »."""
    line = _one_line(text)
    if found := _MONTH.fullmatch(line):
        yield f"{found[1]}/{found[2]}"
    if (words := _IN_WORDS.fullmatch(line)) and not words["day"]:
        for month in _months_of(words["month"]):
            yield f"{month} {words['year']}"


def numbers_meant(text: str) -> Iterator[str]:
    """« 12.5 % », « 1.234,56 », « 1,234.56 »: with spaces, and one comma before the decimals."""
    unit = re.search(r"\s*[^0-9\s.,]*$", text)
    tail = unit[0] if unit else ""
    figures = _one_line(text[: len(text) - len(tail)])
    for reading in _figures(figures):
        yield f"{reading}{tail}"


def amounts_meant(text: str) -> Iterator[str]:
    """The same; and « € 50 000 », « EUR 50 000 » with the currency at the end."""
    currencies = _CURRENCY.findall(text)
    figures = _one_line(_CURRENCY.sub("", text))
    if len(currencies) <= 1:
        yield from (f"{reading} €" for reading in {*_figures(figures), figures})


def _figures(text: str) -> Iterator[str]:
    """Each way to read figures where a point or a comma may part thousands or decimals."""
    if _EITHER.fullmatch(text):
        return
    if _POINTS_THEN_COMMA.fullmatch(text):
        yield _grouped(*text.replace(".", "").partition(","))
    if _COMMAS_THEN_POINT.fullmatch(text):
        yield _grouped(*re.sub("[, ]", "", text).partition("."))
    if _COMMAS.fullmatch(text):
        yield _grouped(text.replace(",", ""), "", "")


def _grouped(whole: str, _mark: str, decimals: str) -> str:
    """« 1234567 » and « 50 » as « 1 234 567,50 »."""
    return f"{int(whole):,}".replace(",", " ") + (f",{decimals}" if decimals else "")


def _months_of(name: str) -> list[str]:
    """The months that a name, or its beginning, may stand for."""
    begun = _bare(name)
    return [month for month in MONTHS if len(begun) >= 3 and _bare(month).startswith(begun)]


def _bare(text: str) -> str:
    folded = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).removesuffix(".")
