"""The values that one scalar of a case can hold, and how each is read from what was typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import Discriminator, GetPydanticSchema, PlainValidator, Tag, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from convgen.french import contact, courts, identifiers, reading
from convgen.french.durations import Unit
from convgen.french.faults import fault
from convgen.model.absent import Absent
from convgen.model.attached import Attachments, LongText, OtherCase, Picture

EMPTY = "vide"  # error type: the key is there, its value is not
NOT_A_SCALAR = "pas_un_texte"  # error type: a list or a mapping stands where text is expected


class Siren(str):
    """Nine digits, key checked."""

    __slots__ = ()


class Siret(str):
    """Fourteen digits, key checked."""

    __slots__ = ()


class Iban(str):
    """A bank account, without spaces, key checked."""

    __slots__ = ()


class Bic(str):
    """A bank, in eight or eleven characters."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; months count from 1."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of a unit: « 30 jours »."""

    count: int
    unit: Unit

    @property
    def days(self) -> float:
        """The duration in days, months counted as 30.44 and years as 365.25: to compare only."""
        return self.count * _DAYS[self.unit]


_DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30.4375, Unit.YEAR: 365.25}


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """Euros, at most two decimals."""

    euros: Decimal


@dataclass(frozen=True, slots=True, order=True)
class Percentage:
    """A share of a hundred, from 0 to 100."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Choice:
    """The option that a case takes: its key in the case, its words in the act."""

    key: str
    label: str


# What a template leaves where a value is to come, when it is the whole value.
_STANDS_FOR_NOTHING = re.compile(
    r"|\[[^\[\]]*\]|\.{3,}|…+|_{2,}|x{3,}|à (?:compléter|définir|préciser)", re.IGNORECASE
)
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
LONGEST = 200  # signs, of what is not a free text: no reader is then slow


@dataclass(frozen=True, slots=True)
class Options:
    """Beside a Choice in an annotation: the keys that a case may write."""

    keys: tuple[str, ...]


def scalar(read: Callable[[str], Any], *, free: bool = False) -> PlainValidator:
    """Validate a scalar with `read`, whose ValueError says in French what is wrong.

    `free` is for texts of any length.
    """

    def validate(value: object) -> Any:
        return read(_single(value, free=free))

    return PlainValidator(validate, json_schema_input_type=str)


def attached(read: Callable[[Attachments, str], Any]) -> PlainValidator:
    """Validate a path to a file of the case with `read`, which opens it.

    The validation context says where files are read.
    """

    def validate(value: object, info: ValidationInfo) -> Any:
        files: Any = info.context
        return read(files, _single(value, free=False))

    return PlainValidator(validate, json_schema_input_type=str)


def _single(value: object, *, free: bool) -> str:
    if value is None or (isinstance(value, str) and stands_for_nothing(value)):
        raise PydanticCustomError(EMPTY, "vide")
    if not isinstance(value, str):
        raise PydanticCustomError(NOT_A_SCALAR, "une valeur simple est attendue ici")
    if not free and len(value) > LONGEST:
        raise fault("« {text} » est bien trop long ({n} signes)", text=value, n=len(value))
    return value


def stands_for_nothing(text: str) -> bool:
    """Is this what a model leaves where a value is to come?"""
    seen = text if text.isascii() else "".join(sign for sign in text if not _is_invisible(sign))
    return _STANDS_FOR_NOTHING.fullmatch(seen.strip()) is not None


def _is_invisible(sign: str) -> bool:
    """A sign of format, or a letter that prints as nothing."""
    return unicodedata.category(sign) == "Cf" or sign in _BLANK_LETTERS


def read_text(text: str) -> str:
    """Read a one-paragraph text: line breaks and runs of blanks become one space.

    >>> read_text("Ville de\\n  Nice")
    'Ville de Nice'
    """
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


_POSTCODE = re.compile(r"[0-9]{5}")


def _read_postcode(text: str) -> str:
    if not _POSTCODE.fullmatch(text):
        raise ValueError("un code postal a cinq chiffres, par exemple 01000")
    return text


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _read_year(text: str) -> str:
    if not _YEAR.fullmatch(text.strip()):
        raise ValueError("une année a quatre chiffres, par exemple 2026")
    return text.strip()


def _read_insee(text: str) -> str:
    courts.court_of_commune(text)
    return text


def folded(text: str) -> str:
    """A word as it is looked up: case, spaces around, and ways to code an accent set aside."""
    return unicodedata.normalize("NFC", text).strip().casefold()


def read_choice(options: Mapping[str, str]) -> Callable[[str], Choice]:
    """Make the reader of a choice among `options` (key to words); case does not matter."""
    keys = {folded(key): key for key in options}

    def read(text: str) -> Choice:
        key = keys.get(folded(text))
        if key is None:
            refusal = fault("« {text} » n’est pas une option ; au choix", text=text)
            raise ValueError(f"{refusal}\u00a0: {', '.join(options)}")
        return Choice(key, options[key])

    return read


def _read_number(text: str) -> Decimal:
    return reading.read_amount(text)


def _read_month(text: str) -> Month:
    return Month(*reading.read_month(text))


def _read_duration(text: str) -> Duration:
    return Duration(*reading.read_duration(text))


def _read_quantity(text: str) -> int:
    count = reading.read_integer(text)
    if count == 0:
        raise ValueError("une quantité est d’un au moins ; sans quantité connue, retirez la clé")
    return count


Text = Annotated[str, scalar(read_text, free=True)]
Prose = Annotated[str, scalar(str, free=True)]  # several paragraphs, as they were typed
PictureField = Annotated[Picture, attached(lambda files, path: files.picture(path))]
LongTextField = Annotated[LongText, attached(lambda files, path: files.text(path))]
OtherCaseField = Annotated[OtherCase, attached(lambda files, path: files.other_case(path))]
SirenField = Annotated[Siren, scalar(lambda text: Siren(identifiers.check_siren(text)))]
SiretField = Annotated[Siret, scalar(lambda text: Siret(identifiers.check_siret(text)))]
IbanField = Annotated[Iban, scalar(lambda text: Iban(identifiers.check_iban(text)))]
BicField = Annotated[Bic, scalar(lambda text: Bic(identifiers.check_bic(text)))]
Postcode = Annotated[str, scalar(_read_postcode)]
Insee = Annotated[str, scalar(_read_insee)]
Year = Annotated[str, scalar(_read_year)]
Date = Annotated[date, scalar(reading.read_date)]
MonthField = Annotated[Month, scalar(_read_month)]
DurationField = Annotated[Duration, scalar(_read_duration)]
AmountField = Annotated[Amount, scalar(lambda text: Amount(reading.read_amount(text)))]
PercentageField = Annotated[
    Percentage, scalar(lambda text: Percentage(reading.read_percentage(text)))
]
Integer = Annotated[int, scalar(reading.read_integer)]
Quantity = Annotated[int, scalar(_read_quantity)]  # one at least
Number = Annotated[Decimal, scalar(_read_number)]
Email = Annotated[str, scalar(contact.read_email)]
Telephone = Annotated[str, scalar(contact.read_telephone)]
CourtName = Annotated[str, scalar(courts.read_court)]
Department = Annotated[str, scalar(courts.read_department)]
YesNo = Annotated[bool, scalar(reading.read_boolean)]

_AbsentSchema = Annotated[
    Absent, GetPydanticSchema(lambda _s, _h: core_schema.is_instance_schema(Absent))
]


def _tag(value: object) -> str:
    return "@absente" if isinstance(value, Absent) else "@valeur"


T = TypeVar("T")

# A value that must be there, or what stands for its absence.
Known = Annotated[
    Annotated[T, Tag("@valeur")] | Annotated[_AbsentSchema, Tag("@absente")],
    Discriminator(_tag),
]
# The same, or None when the case leaves the key out; a key left empty is a gap all the same.
Optionally = Annotated[
    Annotated[T, Tag("@valeur")]
    | Annotated[_AbsentSchema, Tag("@absente")]
    | Annotated[None, Tag("@vide")],
    Discriminator(_tag),
]
