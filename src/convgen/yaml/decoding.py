"""A file becomes text: bounded, UTF-8, free of characters that hide or reorder what is read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.system.bounded import read_bytes
from convgen.system.refusals import NotOrdinaryError, refused

MAX_BYTES = 1_000_000
MAX_FORBIDDEN = 20
STAND_IN = "▯"
"""Takes the place of a forbidden character, so that reading goes on and columns hold."""

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, save tab and end of line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u2028\u2029\ufeff\ufffd"  # hidden line ends, byte order mark, a letter already lost
    "\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"  # surrogates, private use
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 15))
    + "]"
)
_ORDINARY = re.compile("[ -~\n\xa0-\u061b\u2010-\u2027\u202f-\u205f\u20a0-\u20bf\t]*")
"""What French files are made of: matching it is twenty times faster than seeking what is not."""
_NATURES = (
    (re.compile("[\x00-\x1f\x7f-\x9f]"), "caractère de commande invisible"),
    (re.compile("[\u061c\u200e\u200f\u202a-\u2069]"), "il change le sens de lecture"),
    (re.compile("[\u2028\u2029]"), "fin de ligne invisible"),
    (re.compile("\ufeff"), "marque d’ordre des octets, invisible"),
    (re.compile("\ufffd"), "une lettre a été perdue ici lors d’un enregistrement"),
    (re.compile("[\ud800-\udfff]"), "moitié de caractère"),
)
_UNKNOWN = "il n’a pas de sens commun à tous les postes"
_SAVE_AS_UTF8 = "enregistrez le fichier en UTF-8 (« Enregistrer sous », codage UTF-8)"
_SPOILT = re.compile("(?:[ÃÂ]|â€)[\xa0-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file, line ends made « \\n », or None with the reason why not."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_text(path: Path) -> DecodedText:
    """The text of `path` with its forbidden characters reported and replaced. Never blocks."""
    raw = read_unchecked(path)
    if raw.text is None:
        return raw
    text, diagnostics = without_forbidden(raw.text, path)
    return DecodedText(text, (*diagnostics, *_spoilt_accents(text, path)))


def _spoilt_accents(text: str, file: Path) -> Iterator[Diagnostic]:
    """Letters that were UTF-8, read once as Windows-1252 and saved: « Ã© » for « é »."""
    if not any(sign in text for sign in "ÃÂâ"):
        return
    for match in itertools.islice(_SPOILT.finditer(text), MAX_FORBIDDEN):
        try:
            meant = match.group().encode("cp1252").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        span = _span_of(match, file)
        message = f"accent abîmé : « {match.group()} » était sans doute « {meant} »"
        yield Diagnostic(Code.ENCODING, message, span, "retapez ce mot, dans un fichier en UTF-8")


def read_unchecked(path: Path) -> DecodedText:
    """The text of `path`, whatever characters it holds (for quoting it, never for reading it)."""
    try:
        data = read_bytes(path, MAX_BYTES)
    except (OSError, ValueError) as error:
        return DecodedText(None, (_unreadable(path, error),))
    if len(data) > MAX_BYTES:
        message = "le fichier dépasse 1 Mo"
        advice = "vérifiez que c’est bien le bon fichier"
        return DecodedText(None, (Diagnostic(Code.TOO_LARGE, message, Span(path), advice),))
    return _decode(data, path)


def without_forbidden(text: str, file: Path, first_line: int = 1) -> tuple[str, list[Diagnostic]]:
    """Report the forbidden characters of `text` (20 at most) and replace them all."""
    if first_forbidden(text) is None:
        return text, []
    diagnostics = []
    for match in FORBIDDEN.finditer(text):
        span = _span_of(match, file, first_line)
        diagnostics.append(forbidden_character(match.group(), span))
        if len(diagnostics) == MAX_FORBIDDEN:
            break
    return FORBIDDEN.sub(STAND_IN, text), diagnostics


def _span_of(match: re.Match[str], file: Path, first_line: int = 1) -> Span:
    """Where a match, on one line, stands in a text whose first line is `first_line`."""
    line = first_line + match.string.count("\n", 0, match.start())
    column = match.start() - match.string.rfind("\n", 0, match.start())
    return Span(file, line, column, line, column + len(match.group()))


def first_forbidden(text: str) -> str | None:
    """The first character of `text` that no case or clause may hold, if any."""
    ordinary = _ORDINARY.match(text)
    if ordinary is not None and ordinary.end() == len(text):
        return None
    found = FORBIDDEN.search(text)
    return found.group() if found else None


def forbidden_character(character: str, span: Span) -> Diagnostic:
    """The diagnostic that names a forbidden character by its code point."""
    message = f"caractère interdit « U+{ord(character):04X} » ({_nature(character)})"
    return Diagnostic(Code.FORBIDDEN_CHARACTER, message, span, "supprimez-le ou retapez le mot")


def _nature(character: str) -> str:
    return next((nature for family, nature in _NATURES if family.match(character)), _UNKNOWN)


def _unreadable(path: Path, error: Exception) -> Diagnostic:
    span = Span(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Diagnostic(Code.UNREADABLE, "fichier introuvable", span, "vérifiez le chemin")
        case IsADirectoryError():
            message, advice = "c’est un dossier, pas un fichier", "donnez le chemin d’un fichier"
            return Diagnostic(Code.UNREADABLE, message, span, advice)
        case PermissionError():
            message, advice = "lecture refusée", "demandez le droit de lire ce fichier"
            return Diagnostic(Code.UNREADABLE, message, span, advice)
        case OSError() if not isinstance(error, NotOrdinaryError):
            message = f"fichier illisible : {refused(error)}"
            advice = "réessayez, ou parlez-en à qui administre votre poste"
            return Diagnostic(Code.UNREADABLE, message, span, advice)
        case _:
            message, advice = "fichier illisible", "donnez le chemin d’un fichier ordinaire"
            return Diagnostic(Code.UNREADABLE, message, span, advice)


def _decode(data: bytes, path: Path) -> DecodedText:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused("le fichier est en UTF-16, pas en UTF-8", _SAVE_AS_UTF8, Span(path))
    if data.startswith(b"PK\x03\x04"):
        advice = "donnez un fichier texte ; celui-ci est un document Word ou une archive"
        return _refused("ce n’est pas un fichier texte", advice, Span(path))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, path)
    if (nul := text.find("\0")) >= 0:
        advice = "donnez un fichier texte enregistré en UTF-8"
        return _refused("ce n’est pas un fichier texte", advice, _place(text[:nul], path))
    return DecodedText(text.replace("\r\n", "\n"))


def _not_utf8(data: bytes, start: int, path: Path) -> DecodedText:
    if b"\0" in data:
        advice = "donnez un fichier texte enregistré en UTF-8"
        return _refused("ce n’est pas un fichier texte", advice, Span(path))
    message = "le fichier n’est pas en UTF-8"
    guess = data[start : start + 1].decode("cp1252", "ignore")
    if guess.isalpha() or (guess and guess in "’‘“”«»°–—…€\xa0"):
        message += f" : « {guess} » y est écrit en Windows-1252"
    return _refused(message, _SAVE_AS_UTF8, _place(data[:start].decode("utf-8"), path))


def _place(before: str, path: Path) -> Span:
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(path, line, column, line, column + 1)


def _refused(message: str, advice: str, span: Span) -> DecodedText:
    return DecodedText(None, (Diagnostic(Code.ENCODING, message, span, advice),))
