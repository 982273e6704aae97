"""A fault in the user's material, as data: a code, a place, a cause, a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

_SURE = 0.8  # how close a name must be for another to be put in its place


class Severity(StrEnum):
    """How much a fault weighs: an error stops a final document, a warning never does."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every code that convgen can report, with what it means.

    Families: CG0 reading a file, CG1 values of a case, CG2 the library,
    CG3 rules between values, CG4 Word templates, CG5 the written file.
    """

    UNREADABLE = "CG001"
    ENCODING = "CG002"
    TOO_LARGE = "CG003"
    TOO_DEEP = "CG004"
    SYNTAX = "CG005"
    EMPTY = "CG006"
    FORBIDDEN_CHARACTER = "CG007"
    DUPLICATE_KEY = "CG008"
    YAML_FEATURE = "CG009"
    YAML_TRAP = "CG010"
    COMMON_FILE = "CG011"

    GAP = "CG101"
    INVALID_VALUE = "CG102"
    WRONG_TYPE = "CG103"
    UNKNOWN_KEY = "CG104"
    EXCLUSIVE_KEYS = "CG105"
    UNKNOWN_PROGRAMME = "CG106"
    PARTICULAR_CLAUSE = "CG107"
    LOST_VALUE = "CG108"
    OTHER_CASE = "CG109"

    LIBRARY_MISSING = "CG201"
    PROGRAMME_FAULT = "CG202"
    CLAUSE_MISSING = "CG203"
    CLAUSE_HEADER = "CG204"
    CLAUSE_SYNTAX = "CG205"
    CLAUSE_FORBIDDEN = "CG206"
    UNKNOWN_VARIABLE = "CG207"
    UNKNOWN_REFERENCE = "CG208"
    UNDEFINED_TERM = "CG209"
    ABSENT_VALUE = "CG210"
    CONDITION_SYNTAX = "CG211"
    PARAMETER = "CG212"
    REPEATED_SENTENCE = "CG213"
    DANGLING_REFERENCE = "CG214"
    EMPTY_ARTICLE = "CG215"
    UNREACHABLE_BRANCH = "CG216"
    CLAUSE_UNUSED = "CG217"
    PARAMETER_UNREAD = "CG218"
    FIELD_UNUSED = "CG219"
    REVIEW_TOO_OLD = "CG220"
    SOURCE_MISSING = "CG221"
    DESIGNATION_TYPED = "CG222"
    TOO_MANY_CASES = "CG223"
    COVERAGE = "CG224"
    UNFINISHED = "CG225"
    LEGAL_POINT = "CG226"
    STALE_REFERENCE = "CG227"
    DELAY = "CG228"
    LIST_END = "CG229"
    FORMAT = "CG230"
    OLD_WORD = "CG231"
    PASTED_MARK = "CG232"
    TOO_MUCH_TEXT = "CG233"

    RECEIPT_MISMATCH = "CG301"
    INSEE_MISMATCH = "CG302"
    DELEGATION_MISSING = "CG303"
    SIGNED_TOO_EARLY = "CG304"
    SCHEDULE = "CG305"
    TERM = "CG306"
    SAME_SIGNATORY = "CG307"
    NOT_A_LEGAL_PERSON = "CG308"
    RANGE = "CG309"
    SIGNING_PLACE = "CG310"
    ACCOUNT = "CG311"
    SHARED_NAME = "CG312"
    COURT = "CG313"
    INSTALMENTS = "CG314"
    IDENTIFIERS = "CG315"
    DEPUTY = "CG316"
    SPELLING = "CG317"
    ALPHABET = "CG318"
    OFFICE = "CG319"
    BREACH_ALERT = "CG320"
    RESTATED = "CG321"
    AMENDMENT = "CG322"
    DELIBERATION = "CG323"
    VISA = "CG324"
    SUBSIDY = "CG325"
    NATURE = "CG326"

    TEMPLATE_UNREADABLE = "CG401"
    TEMPLATE_TAG = "CG402"
    TEMPLATE_STYLE = "CG403"
    TEMPLATE_TEXT_LOST = "CG404"
    TEMPLATE_TRACKED_CHANGE = "CG405"
    TEMPLATE_EXTERNAL = "CG406"
    TEMPLATE_ACTIVE_CONTENT = "CG407"
    TEMPLATE_BLOCK_MISSING = "CG408"
    TEMPLATE_UNUSED = "CG409"
    TEMPLATE_LOCKED = "CG410"
    TEMPLATE_SETTINGS = "CG411"

    FILE_EXISTS = "CG501"
    OPEN_ELSEWHERE = "CG502"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: lines and columns count from 1, the end is exclusive."""

    file: Path
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a diagnostic (the first of two equal keys, say)."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """What a stretch of a file becomes when a fault is mended.

    `text` takes its place, or None puts it between quotation marks as it stands.
    """

    span: Span
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: `message` says what is wrong, `help` what to do; both in French.

    `mend` is what `convgen check --fix` does about it: nothing, where one way out is not sure.
    """

    code: Code
    message: str
    span: Span
    help: str = ""
    severity: Severity = Severity.ERROR
    notes: tuple[Note, ...] = ()
    mend: tuple[Edit, ...] = ()

    def moved(self, place: Callable[[Span], Span]) -> Diagnostic:
        """The same fault, each of its places as `place` gives it."""
        edits = tuple(replace(edit, span=place(edit.span)) for edit in self.mend)
        return replace(self, span=place(self.span), mend=edits)

    @property
    def is_error(self) -> bool:
        """True when the fault stops a final document."""
        return self.severity is Severity.ERROR


def suggestion(name: str, candidates: Iterable[str], otherwise: str) -> str:
    """The way out of a misspelt name: « vouliez-vous dire … ? », or `otherwise` if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is misspelt

    near = get_close_matches(name, list(candidates), n=1)
    return f"vouliez-vous dire « {near[0]} » ?" if near else otherwise


def surely_meant(name: str, candidates: Iterable[str]) -> str:
    """The one candidate that a misspelt name is close to; empty when several are, or none."""
    from difflib import SequenceMatcher, get_close_matches  # noqa: PLC0415 - see above

    near = get_close_matches(name, list(candidates), n=2)
    if len(near) != 1 or SequenceMatcher(None, near[0], name).ratio() < _SURE:
        return ""
    return near[0]


def renaming(span: Span, name: str, candidates: Iterable[str]) -> tuple[Edit, ...]:
    """The edit that gives a name, written at a place, the one that was surely meant; or none."""
    better = surely_meant(name, candidates)
    written = (span.line, span.column) < (span.end_line, span.end_column)
    return (Edit(span, better),) if better and written else ()


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when one of them at least is an error."""
    return any(d.is_error for d in diagnostics)


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, place, then code, each fault once."""
    return sorted(
        dict.fromkeys(diagnostics), key=lambda d: (str(d.span.file), d.span, d.code, d.message)
    )
