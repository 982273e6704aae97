"""What convgen knows of one kind of value: a single description, that every room reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from pydantic_core import PydanticCustomError, core_schema

from convgen.french.refusal import refusal
from convgen.kinds.base.comparison import INCOMPARABLE, Comparison
from convgen.kinds.base.series import Series

EMPTY = "vide"  # error type: the key is there, its value is not
NOT_A_SCALAR = "pas_un_texte"  # error type: a list or a mapping stands where text is expected
LONGEST = 200  # signs, of what is not a free text: no reader is then slow
T = TypeVar("T")


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Kind(Generic[T]):
    """A kind of value, which stands beside its type in an annotation: `Annotated[Amount, KIND]`.

    `name` is that of `type:` in a programme, empty for what only the slots of any convention
    hold. `words` and `example` tell, in French, how it is written; `schema` is what an editor may
    check (see `convgen.kinds.base.schemas`). `read` takes what was typed and raises ValueError, in
    French. `printed` gives the words of an act, and is None for what no clause can print; a value
    that `opens_with_article` takes a capital at the start of a sentence. `order` gives what the
    ends of a range are compared by, None where there is no range. `free` texts have any length.
    `meant` gives other ways of typing a text that cannot be read, to be tried.

    For cases made up by `convgen coverage`: `sample` is what one writes (`example` if empty),
    `values` are all that there are, if they are few, `series` what every place of the kind takes
    at once.
    """

    type: type[T]
    words: str
    read: Callable[[str], T]
    schema: Mapping[str, Any]
    printed: Callable[[T], str] | None
    name: str = ""
    example: str = ""
    comparison: Comparison = INCOMPARABLE
    order: Callable[[T], Decimal] | None = None
    opens_with_article: bool = False
    free: bool = False
    meant: Callable[[str], Iterable[str]] = lambda _text: ()
    sample: str = ""
    values: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        """Validate with `read`; the errors are those that `convgen.case` tells in French."""
        return core_schema.no_info_plain_validator_function(self.validate)

    def validate(self, value: object) -> T:
        """The value that a case writes. Raises ValueError, in French, or PydanticCustomError."""
        return self.read(single(value, free=self.free))

    def mended(self, text: str) -> str:
        """What was surely meant by a text that cannot be read; empty when it is not sure."""
        found: dict[T, str] = {}
        for other in self.meant(text):
            with suppress(ValueError):
                found.setdefault(self.read(other), other)
        return next(iter(found.values())) if len(found) == 1 else ""


def single(value: object, *, free: bool) -> str:
    """The text of a plain value that is there, and no list nor group."""
    if value is None or (isinstance(value, str) and stands_for_nothing(value)):
        raise PydanticCustomError(EMPTY, "vide")
    if not isinstance(value, str):
        raise PydanticCustomError(NOT_A_SCALAR, "une valeur simple est attendue ici")
    if not free and len(value) > LONGEST:
        raise refusal("« {text} » est bien trop long ({n} signes)", text=value, n=len(value))
    return value


# What a template leaves where a value is to come, when it is the whole value.
_STANDS_FOR_NOTHING = re.compile(
    r"|\[[^\[\]]*\]|\.{3,}|…+|_{2,}|x{3,}|à (?:compléter|définir|préciser)", re.IGNORECASE
)
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def stands_for_nothing(text: str) -> bool:
    """Is this what a model leaves where a value is to come?"""
    plain = text.isprintable() and _BLANK_LETTERS.isdisjoint(text)
    seen = text if plain else "".join(sign for sign in text if not _is_invisible(sign))
    return _STANDS_FOR_NOTHING.fullmatch(seen.strip()) is not None


def _is_invisible(sign: str) -> bool:
    """A sign of format, or a letter that prints as nothing."""
    return unicodedata.category(sign) == "Cf" or sign in _BLANK_LETTERS
