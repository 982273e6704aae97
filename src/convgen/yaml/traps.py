"""What YAML would do behind a jurist’s back, refused with a way out.

First where French writing trips it (the way out is quotation marks), then the features that
a case does not need.
"""

from __future__ import annotations

import re

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Note, Span
from convgen.yaml.nodes import Entry, MappingNode, ScalarNode

_LONGEST_SHOWN = 200
_COMMENT = re.compile(r"[ \t]+#")
_STUCK_COMMENT = re.compile(r"[ \t]+#(?=\w)")
_REMARK = re.compile(r"[ \t]+#(?=\s|$)")
_ELISION = re.compile(r"\w'\w")
_ENDS_IN_NUMBER = re.compile(r"\b(?:n[°ºo]|num[ée]ro)$", re.IGNORECASE)


def quoted(value: str) -> str:
    """`value` in the quotation marks that leave it as it is."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def with_quotes(line: str, start: int, end: int) -> str:
    """The line with quotation marks around `line[start:end]`."""
    return line[:start] + quoted(line[start:end]) + line[end:]


def put_quotes(corrected: str = "") -> str:
    """The advice to put quotation marks, showing the corrected line unless it is too long."""
    corrected = corrected.strip()
    if not corrected or len(corrected) > _LONGEST_SHOWN:
        return "mettez des guillemets autour de la valeur"
    return f"mettez des guillemets : {corrected}"


def quote_value(message: str, line: str, place: Span) -> Diagnostic:
    """A trap in the value that runs from `place` to the end of its line.

    A closing comment stays out of the quotation marks.
    """
    start = place.column - 1
    comment = _REMARK.search(line, start)
    end = len((line[: comment.start()] if comment else line).rstrip())
    better = quoted(_without_own_quotes(line[start:end]))
    corrected = line[:start] + better + line[end:]
    span = _on_line(place, place.column, max(end, place.column) + 1)
    mend = (Edit(_on_line(place, start + 1, end + 1), better),) if start < end else ()
    return Diagnostic(Code.YAML_TRAP, message, span, put_quotes(corrected), mend=mend)


def lost_comment(scalar: ScalarNode, line: str, *, in_flow: bool) -> Diagnostic | None:
    """`n° #12`: what follows « # » is a comment, and is lost."""
    start, end = scalar.span.column - 1, scalar.span.end_column - 1
    comment = _COMMENT.match(line, end)
    if comment is None:
        return None
    counts = _ENDS_IN_NUMBER.search(scalar.text or "") is not None
    if not counts and _STUCK_COMMENT.match(line, end) is None:
        return None
    hash_column, lost = comment.end(), line[comment.end() - 1 :].rstrip()
    place = Span(scalar.span.file, scalar.span.end_line)
    span = _on_line(place, hash_column, hash_column + len(lost))
    message = f"tout ce qui suit « # » est perdu : « {_short(lost)} »"
    corrected, mend = "", tuple[Edit, ...]()
    if scalar.span.line == scalar.span.end_line and not in_flow:
        begin = start if scalar.text else hash_column - 1
        corrected = with_quotes(line, begin, len(line.rstrip()))
        mend = (Edit(_on_line(place, begin + 1, len(line.rstrip()) + 1)),)
    advice = put_quotes(corrected)
    if not counts:
        advice += " ; si c’est un commentaire, laissez une espace après « # »"
        mend = ()
    return Diagnostic(Code.YAML_TRAP, message, span, advice, mend=mend)


def commas_in_braces(mapping: MappingNode, lines: list[str], first_line: int) -> list[Diagnostic]:
    """`{adresse: 12, rue de la Paix}`: the comma cuts the value and makes a key of the rest."""
    diagnostics: list[Diagnostic] = []
    head: Entry | None = None
    cut: list[Entry] = []
    for entry in mapping.entries.values():
        if _has_no_colon(entry, lines[entry.key_span.end_line - first_line]):
            cut.append(entry)
            continue
        if cut:
            diagnostics.append(_cut_value(head, cut, lines, first_line))
        head, cut = entry, []
    if cut:
        diagnostics.append(_cut_value(head, cut, lines, first_line))
    return diagnostics


def hard_space(name: str, span: Span) -> Diagnostic:
    """A no-break space beside a key: YAML takes it for a letter."""
    message = f"espace insécable collée à la clé « {_short(name)} »"
    advice = "remplacez-la par une espace ordinaire"
    mend = (Edit(span, name),) if span.line == span.end_line else ()
    return Diagnostic(Code.YAML_TRAP, message, span, advice, mend=mend)


def _has_no_colon(entry: Entry, line: str) -> bool:
    if not isinstance(entry.node, ScalarNode) or entry.node.text is not None:
        return False
    return not line[entry.key_span.end_column - 1 :].lstrip().startswith(":")


def _cut_value(
    head: Entry | None, cut: list[Entry], lines: list[str], first_line: int
) -> Diagnostic:
    first, last = cut[0].key_span, cut[-1].key_span
    span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
    if head is None or not isinstance(head.node, ScalarNode) or not head.node.text:
        message = f"« {_short(cut[0].key)} » est lu comme une clé sans valeur"
        return Diagnostic(Code.YAML_TRAP, message, span, "écrivez « clé: valeur »")
    message = f"la virgule coupe la valeur de « {_short(head.key)} » : la suite est perdue"
    corrected, mend = "", tuple[Edit, ...]()
    if head.node.plain and head.node.span.line == last.end_line:
        line = lines[last.end_line - first_line]
        corrected = with_quotes(line, head.node.span.column - 1, last.end_column - 1)
        mend = (Edit(_on_line(head.node.span, head.node.span.column, last.end_column)),)
    return Diagnostic(Code.YAML_TRAP, message, span, put_quotes(corrected), mend=mend)


def _without_own_quotes(value: str) -> str:
    """`'l'eau'` was meant to hold « l'eau »."""
    inner = value[1:-1]
    if value[:1] == value[-1:] == "'" and _ELISION.search(inner) and '"' not in inner:
        return inner
    return value


def _on_line(place: Span, column: int, end_column: int) -> Span:
    return Span(place.file, place.line, column, place.line, end_column)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


_OR_QUOTE = "ou, si ce signe fait partie du texte, mettez des guillemets"


def _feature(message: str, span: Span, advice: str) -> Diagnostic:
    return Diagnostic(Code.YAML_FEATURE, message, span, advice)


def alias(name: str, span: Span) -> Diagnostic:
    """`*nom`: a value told elsewhere."""
    advice = f"répétez ici la valeur voulue, {_OR_QUOTE}"
    return _feature(f"les renvois YAML (« *{_short(name)} ») ne sont pas admis", span, advice)


def anchor(name: str, span: Span) -> Diagnostic:
    """`&nom`: a value given a name."""
    message = f"les ancres YAML (« &{_short(name)} ») ne sont pas admises"
    return _feature(message, span, f"retirez « &{_short(name)} », {_OR_QUOTE}")


def tag(span: Span) -> Diagnostic:
    """`!!str`, `!important`: a type."""
    advice = f"retirez « ! », ou le mot qu’il ouvre s’il est de trop, {_OR_QUOTE}"
    return _feature("les étiquettes YAML (« ! ») ne sont pas admises", span, advice)


def merge_key(span: Span) -> Diagnostic:
    """`<<: …`: the keys of another mapping."""
    advice = "recopiez les clés voulues, ou servez-vous de « commun »"
    return _feature("la fusion de clés « << » n’est pas admise", span, advice)


def complex_key(span: Span) -> Diagnostic:
    """`{{ nom }}: …`, `[a, b]: …`: a list or a mapping as a key."""
    advice = "écrivez « clé: valeur » ; si c’est une valeur, mettez des guillemets"
    return _feature("une liste ou un bloc ne peut pas servir de clé", span, advice)


def directive(span: Span) -> Diagnostic:
    """`%YAML 1.1`, `%TAG …`."""
    advice = "retirez les lignes qui commencent par « % »"
    return _feature("les directives YAML (« % ») ne sont pas admises", span, advice)


def second_document(span: Span) -> Diagnostic:
    """`---` in the middle of a file."""
    advice = "gardez un seul document par fichier, sans ligne « --- » au milieu"
    return _feature("le fichier contient un second document YAML", span, advice)


def duplicate_key(name: str, span: Span, first: Span) -> Diagnostic:
    """The second of two equal keys."""
    notes = (Note("première occurrence", first),)
    message, advice = f"la clé « {_short(name)} » est répétée", "gardez une seule des deux"
    return Diagnostic(Code.DUPLICATE_KEY, message, span, advice, notes=notes)


def nameless_key(span: Span) -> Diagnostic:
    """`: valeur`."""
    message, advice = "il manque la clé avant « : »", "donnez un nom à cette clé"
    return Diagnostic(Code.SYNTAX, message, span, advice)


def too_deep(limit: int, span: Span) -> Diagnostic:
    """More levels than any case needs."""
    message, advice = f"plus de {limit} niveaux imbriqués", "simplifiez la structure du fichier"
    return Diagnostic(Code.TOO_DEEP, message, span, advice)


def too_many_values(span: Span) -> Diagnostic:
    """More values than any case needs."""
    advice = "vérifiez que c’est bien le bon fichier"
    return Diagnostic(Code.TOO_LARGE, "le fichier contient trop de valeurs", span, advice)
