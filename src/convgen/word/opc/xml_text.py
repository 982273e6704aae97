"""Text as XML holds it: character data, the value of an attribute, a single line."""

from __future__ import annotations

_IN_ATTRIBUTE = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


def escape(text: str) -> str:
    """Text as XML character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_attribute(text: str) -> str:
    """Text as the value of an attribute between double quotes, line ends included."""
    return "".join([_IN_ATTRIBUTE.get(character, character) for character in text])


def one_line(text: str) -> str:
    """A text without tab nor line end, as headers and properties hold it."""
    for character in "\r\n", "\r", "\n", "\t":
        if character in text:
            text = text.replace(character, " ")
    return text
