"""The tree of what a text is meant to say, whatever the way it is spelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Node = TypeVar("Node")


@dataclass(frozen=True)
class When(Generic[Node]):
    """A condition: each test with what it lets in, and what stands otherwise, if anything."""

    branches: tuple[tuple[str, tuple[Node, ...]], ...]
    other: tuple[Node, ...] | None


@dataclass(frozen=True)
class Each(Generic[Node]):
    """A loop over a list of the case, by the names of the variable and of the list."""

    variable: str
    items: str
    body: tuple[Node, ...]


@dataclass(frozen=True)
class Word:
    """What is printed with no blank cut in it, and how it is typed."""

    said: str
    typed: str


@dataclass(frozen=True)
class Value:
    """A value of the case, by its name."""

    name: str


@dataclass(frozen=True)
class Mark:
    """A sign of punctuation: it holds on to the word before, or to the next."""

    sign: str


@dataclass(frozen=True)
class Phrase:
    """Words in bold, in italic, in both, or plain; one may stand in another."""

    stars: str
    parts: tuple[Word | Value | Mark | Phrase, ...]


@dataclass(frozen=True)
class Said:
    """A piece of a sentence."""

    phrases: tuple[Phrase, ...]


Sentence = tuple[Said | When["Said"] | Each["Said"], ...]


@dataclass(frozen=True)
class Paragraph:
    sentence: Sentence


@dataclass(frozen=True)
class Heading:
    """`marks` are « ## » or « ### »."""

    marks: str
    said: Said


@dataclass(frozen=True)
class Formula:
    said: Said


@dataclass(frozen=True)
class Item:
    sentence: Sentence
    children: tuple[Listing, ...] = ()


@dataclass(frozen=True)
class Listing:
    """Points, or dashes."""

    numbered: bool
    items: tuple[Item | When[Item] | Each[Item], ...]


@dataclass(frozen=True)
class Row:
    cells: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True)
class Table:
    """`columns` are the letters of `Block.columns`, « - » where the text says nothing."""

    columns: str
    head: Row
    rows: tuple[Row | When[Row] | Each[Row], ...]


Single = Paragraph | Heading | Formula | Listing | Table
Body = tuple[Single | When["Single"] | Each["Single"], ...]
