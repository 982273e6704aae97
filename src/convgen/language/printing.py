"""How a value of a case is written in an act, by its type."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from convgen.french.lists import separator
from convgen.kinds.base.kind import Kind
from convgen.kinds.choice import Choice
from convgen.kinds.found import KINDS
from convgen.kinds.paragraphs import Paragraph, Paragraphs
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.deliberation import Visa
from convgen.model.document import Figure
from convgen.model.party import Address, Signatory


class Sink(Protocol):
    """What takes the pieces of a line, in order."""

    def static(self, text: str) -> None:
        """Text of the clause."""

    def value(self, text: str) -> None:
        """Data, exactly as written."""

    def named(self, text: str) -> None:
        """Data that opens with its article: a capital at the start of a sentence."""

    def gap(self, absence: Absent) -> None:
        """Something missing."""

    def blank(self, absence: Absent) -> None:
        """Something to write by hand."""

    def term(self, key: str, text: str) -> None:
        """A form of a defined term."""

    def definition(self, key: str, text: str) -> None:
        """The definition of a term."""

    def visa(self, visa: Visa) -> None:
        """A text or an act that a deliberation rests on."""

    def box(self, choice: Choice | Absent | None, option: str) -> None:
        """The box of an option."""

    def figure(self, figure: Figure) -> None:
        """An image, alone in its paragraph."""

    def paragraphs(self, items: Sequence[Paragraph]) -> None:
        """Paragraphs and dashes of the case, in the place of one paragraph."""


class AbsentValueError(ValueError):
    """An optional value that the case does not have is printed without a test."""


class Term(NamedTuple):
    """A form of a defined term (« du Bénéficiaire »), or its definition."""

    key: str
    text: str
    defines: bool = False


class Static(NamedTuple):
    """Words of the library, agreed with a party: no data."""

    text: str


class Box(NamedTuple):
    """The box of one option of a choice."""

    choice: Choice | Absent | None
    option: str


class After(NamedTuple):
    """A value with words before it."""

    words: str
    value: object


class Range(NamedTuple):
    """Two values of a kind: « du moins au plus »."""

    least: object
    most: object


def _write_term(term: Term, sink: Sink) -> None:
    (sink.definition if term.defines else sink.term)(term.key, term.text)


def _write_range(both: Range, sink: Sink) -> None:
    write(both.least, sink)
    sink.static(" à ")
    write(both.most, sink)


def _write_after(both: After, sink: Sink) -> None:
    sink.static(both.words)
    write(both.value, sink)


def _write_address(address: Address, sink: Sink) -> None:
    write(address.adresse, sink)
    sink.static(", ")
    write(address.code_postal, sink)
    sink.static(" ")
    write(address.commune, sink)


def _write_signatory(person: Signatory, sink: Sink) -> None:
    write(person.civilite, sink)
    sink.static("\u00a0")
    write(person.prenom, sink)
    sink.static(" ")
    write(person.nom, sink)


def _write_visa(visa: Visa, sink: Sink) -> None:
    """In the words of the library, once its nature is known."""
    if isinstance(visa.nature, Choice):
        sink.visa(visa)
    else:
        write(visa.nature, sink)


def _write_list(items: tuple[object, ...], sink: Sink) -> None:
    for index, item in enumerate(items):
        if index:
            sink.static(separator(index, len(items)))
        write(item, sink)


def _value_of(kind: Kind[Any]) -> Callable[[Any, Sink], None]:
    """What writes the values of a kind."""
    printed = kind.printed
    assert printed is not None
    if kind.opens_with_article:
        return lambda value, sink: sink.named(printed(value))
    return lambda value, sink: sink.value(printed(value))


_WRITERS: dict[type, Callable[[Any, Sink], None]] = {
    **{kind.type: _value_of(kind) for kind in reversed(KINDS) if kind.printed is not None},
    Gap: lambda gap, sink: sink.gap(gap),
    Blank: lambda blank, sink: sink.blank(blank),
    Term: _write_term,
    Static: lambda words, sink: sink.static(words.text),
    Box: lambda box, sink: sink.box(box.choice, box.option),
    Figure: lambda figure, sink: sink.figure(figure),
    Paragraphs: lambda text, sink: sink.paragraphs(text.items),
    Range: _write_range,
    After: _write_after,
    Address: _write_address,
    Signatory: _write_signatory,
    Visa: _write_visa,
    tuple: _write_list,
}


def write(value: Any, sink: Sink) -> None:
    """Write a value by its type. Raise AbsentValueError for None."""
    writer = _WRITERS.get(type(value))
    if writer is not None:
        writer(value, sink)
    elif value is None:
        raise AbsentValueError
    elif hasattr(value, "written"):
        write(value.written, sink)
    else:
        kind = next((k for k in (Address, Signatory) if isinstance(value, k)), None)
        if kind is None:
            raise TypeError(f"no way to write a {type(value).__name__}")
        _WRITERS[kind](value, sink)


def can_be_written(kind: type[Any]) -> bool:
    """True for a type that a clause may print: a value, an address, a signatory; no group."""
    return kind in _WRITERS or issubclass(kind, Address | Signatory)
