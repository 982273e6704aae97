"""A bank account."""

from __future__ import annotations

from typing import Annotated

from convgen.french.identifiers import check_iban, iban_figures
from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import written


class Iban(str):
    """A bank account, without spaces, key checked."""

    __slots__ = ()


KIND = Kind(
    type=Iban,
    words="27 caractères pour un compte français",
    read=lambda text: Iban(check_iban(text)),
    meant=identifiers_meant,
    schema=written(r"^\s*([0-9A-Za-z]\s*){15,34}$"),
    printed=iban_figures,
    comparison=TEXTS,
    example="FR14 2004 1010 0505 0001 3M02 606",
)
IbanField = Annotated[Iban, KIND]
