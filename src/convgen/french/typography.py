"""French typography of static text: spaces that hold, apostrophes, guillemets.

Source: Lexique des règles typographiques en usage à l’Imprimerie nationale (narrow space
before ; ! ?, full space before a colon and inside guillemets, no line break at either).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from convgen.french.characters import NBSP, NNBSP
from convgen.french.months import MONTHS

_SPACE: Final = "[ \u00a0\u2007\u2009\u202f]"  # any space that stays on the line
_VALUE: Final = "\ue000-\uf8ff"  # one character that stands for a value
_MASK: Final = "\U000f0000"  # one character that stands for what is set aside
_WORD: Final = rf"[\w{_VALUE}{_MASK}]"
_LETTER: Final = rf"(?:[^\W\d_]|[{_VALUE}])"
_CAPITAL: Final = rf"[A-ZÀ-ÖØ-ÞŒ{_VALUE}]"
_NUMBER: Final = rf"[0-9{_VALUE}]"

# Set aside: addresses and character entities, whose signs are not punctuation.
_ASIDE: Final = re.compile(
    rf"(?:https?://|ftp://|mailto:|www\.)[^\s\"«»<>]*[\w/{_VALUE}]"
    rf"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-z]{{2,8}});"
    rf"|{_MASK}"
)
_OPENING: Final = re.compile(rf'(?<!{_WORD})"(?=[^\s"])')
_CLOSING: Final = re.compile(rf'(?<=[^\s"])"(?!{_WORD})')
_DIGIT_GROUPS: Final = re.compile(
    rf"(?<![\w,.{_VALUE}])[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])"
)
_SPACES: Final = re.compile(f"{_SPACE}+")

# What stands right before, and right after, a double punctuation that lacks its space.
_BARE: Final = rf"(?<=[\w{_VALUE}{_MASK}»)\]%€…*])"
_FREE: Final = r"[;:!?]*(?=[\s»)\]”*_]|$)"


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each pattern and what it becomes, in order; 8 ms to compile, when a text is first set."""
    return tuple(
        (re.compile(pattern), replacement)
        for pattern, replacement in (
            # Ellipsis: three dots, neither fewer nor more (a leader).
            (r"(?<!\.)\.{3}(?!\.)", "…"),
            # Apostrophe: after a letter, before a word, a guillemet or Markdown emphasis.
            (rf"(?<={_LETTER})'(?={_WORD}|[«“*])", "’"),
            # Guillemets.
            (rf"«{_SPACE}*(?=\S)", f"«{NBSP}"),
            (rf"(?<=\S){_SPACE}*»", f"{NBSP}»"),
            # Double punctuation: its space holds (but for « | :--- | », a Markdown table)...
            (rf"(?<=\S){_SPACE}+(?=[;!?])", NNBSP),
            (rf"(?<=\S){_SPACE}+(?=:(?!-))", NBSP),
            # ... and is added after a word, unless text follows at once (12:30, a:b).
            (rf"{_BARE}(?=[;!?]{_FREE})", NNBSP),
            (rf"{_BARE}(?=:{_FREE})", NBSP),
            # A number and its unit, a day and its month.
            (rf"(?<={_WORD}){_SPACE}+(?=[%€])", NBSP),
            (rf"(?:(?<={_NUMBER})|(?<=\b1er)){_SPACE}+(?=(?:{'|'.join(MONTHS)})\b)", NBSP),
            (rf"(?<=[0-9]){_SPACE}+(?=(?:heures?|jours?|semaines?|mois|ans?|années?)\b)", NBSP),
            # What announces a number or a name.
            (rf"(\b[nN][°º]|§){_SPACE}+(?={_WORD})", rf"\1{NBSP}"),
            (rf"(\b(?:MM?\.|Mmes?|Me)){_SPACE}+(?={_CAPITAL})", rf"\1{NBSP}"),
            (rf"(\b[aA]rt(?:\.|icles?)){_SPACE}+(?={_NUMBER}|[LRDA]\.|premier\b)", rf"\1{NBSP}"),
            (rf"(\b[LRDA]\.){_SPACE}+(?={_NUMBER})", rf"\1{NBSP}"),
        )
    )


def typeset(text: str) -> str:
    """Set static French text in type; never call it on a value of a case.

    Spaces that must hold become U+00A0 or U+202F, missing ones before double
    punctuation and inside guillemets are added, straight apostrophes and
    paired straight quotes become typographic, three dots an ellipsis. No
    letter, digit or placeholder (U+E000 to U+F8FF, read as word characters)
    changes; addresses, times and Markdown marks stay whole. Setting twice
    changes nothing more.
    """
    aside: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        aside.append(match[0])
        return _MASK

    text = _guillemets(_ASIDE.sub(set_aside, text))
    for pattern, replacement in _rules():
        text = pattern.sub(replacement, text)
    text = _DIGIT_GROUPS.sub(lambda match: _SPACES.sub(NNBSP, match[0]), text)
    if aside:
        kept = iter(aside)
        text = re.sub(_MASK, lambda _: next(kept), text)
    return text


def _guillemets(text: str) -> str:
    """Turn straight quotes into guillemets when all of them pair up."""
    places = [index for index, character in enumerate(text) if character == '"']
    if not places or len(places) % 2:
        return text
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if not all(_OPENING.match(text, a) and _CLOSING.match(text, b) for a, b in pairs):
        return text
    pieces = text.split('"')
    marks = ("»", "«")
    return pieces[0] + "".join(marks[i % 2] + piece for i, piece in enumerate(pieces[1:], 1))
