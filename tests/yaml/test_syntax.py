"""What stops the parser, told in French with a way out, exactly once."""

import pytest

from convgen.yaml.source import parse_source

from .conftest import FILE, Reading

QUOTED = "mettez des guillemets : "
NO_QUOTE = "mettez des guillemets autour de la valeur"

TRAPS = [
    ("objet: Avenant n° 1 : complément", 8, 'objet: "Avenant n° 1 : complément"'),
    ("objet: n° 1 : x # vu", 8, 'objet: "n° 1 : x" # vu'),
    ('objet: dit "oui" : x', 8, "objet: 'dit \"oui\" : x'"),
    ("objet: C:\\a : l'eau", 8, "objet: 'C:\\a : l''eau'"),
    ("- objet: a : b", 10, '- objet: "a : b"'),
    ("objet: a:", 8, 'objet: "a:"'),
    ("taux: %20", 7, 'taux: "%20"'),
    ("nom: @mairie", 6, 'nom: "@mairie"'),
    ("nom: `a`", 6, 'nom: "`a`"'),
    ("nom: *** important", 6, 'nom: "*** important"'),
    ("nom: *nom et suite", 6, 'nom: "*nom et suite"'),
    ("nom: & fils", 6, 'nom: "& fils"'),
    ("nom: !a!b c", 6, 'nom: "!a!b c"'),
    ("nom: |suite", 6, 'nom: "|suite"'),
    ("nom: > 10 %", 6, 'nom: "> 10 %"'),
    ("nom: ? qui", 6, 'nom: "? qui"'),
    ("nom: , a", 6, 'nom: ", a"'),
    ("nom: ] a", 6, 'nom: "] a"'),
    ("nom: 'l'eau'", 6, 'nom: "l\'eau"'),
    ('nom: "a" et "b"', 6, 'nom: \'"a" et "b"\''),
    ("nom: 'a' 'b'", 6, "nom: \"'a' 'b'\""),
    ("nom: [Thématique] suite", 6, 'nom: "[Thématique] suite"'),
    ("nom: {{ nom }} suite", 6, 'nom: "{{ nom }} suite"'),
]


@pytest.mark.parametrize(("line", "column", "corrected"), TRAPS, ids=[t[0] for t in TRAPS])
def test_a_value_that_wants_quotation_marks(line: str, column: int, corrected: str) -> None:
    found = Reading(f"début: x\n{line}\nfin: y\n" if line[0] != "-" else line)
    assert found.source is None
    assert found.only.code.value == "CG010"
    assert found.only.span.column == column
    assert found.only.help == QUOTED + corrected
    cured = corrected if line[0] != "-" else f"a:\n{corrected}"
    assert parse_source(cured, FILE)[1] == []


SYNTAX = [
    ('a: b\nc: "x\nd: y\n', 2, 4, 'guillemet « " » jamais fermé'),
    ("a: 'x\n", 1, 4, "guillemet « ' » jamais fermé"),
    ('a: "x\nb: "y"\n', 1, 4, 'guillemet « " » jamais fermé'),
    ("a: [b, c\nd: e\nf: g\n", 1, 4, "crochet « [ » jamais fermé"),
    ("a: {b: c,\nd: e\n", 1, 4, "accolade « { » jamais fermée"),
    ("a: [", 1, 4, "crochet « [ » jamais fermé"),
    ("a: [b, {c: [", 1, 12, "crochet « [ » jamais fermé"),
    ("\ta: b\n", 1, 1, "tabulation dans le retrait de la ligne"),
    ("a:\n\tb: c\n", 2, 1, "tabulation dans le retrait de la ligne"),
    ("a: b\n\tc: d\n", 2, 1, "tabulation dans le retrait de la ligne"),
    ("a: |\n\tb\n", 2, 1, "tabulation dans le retrait de la ligne"),
    ("a:\n  b: c\n d: e\n", 3, 2, "retrait incohérent"),
    ("a:\n  - b\n  c: d\n", 3, 3, "retrait incohérent"),
    (
        "a: b\n  c: d\n",
        2,
        3,
        "cette ligne est trop en retrait : la clé du dessus a déjà une valeur",
    ),
    ("a: b\n- c\n", 2, 1, "« - » n’est pas à sa place"),
    ("a: - b\n", 1, 4, "une liste ne peut pas commencer ici"),
    ("a:b\nc: d\n", 1, 2, "il manque une espace après « : »"),
    ("c: d\na:b\n", 2, 2, "il manque une espace après « : »"),
    ("c: d\na:\u00a0b\n", 2, 2, "l’espace qui suit « : » est insécable"),
    ("a:\u202fb\nc: d\n", 1, 2, "l’espace qui suit « : » est insécable"),
    ("a: b\nc\nd: e\n", 2, 1, "cette ligne n’a pas de « : »"),
    ("titre\na: b\n", 1, 1, "cette ligne n’a pas de « : »"),
    ("a: b\n}\n", 2, 1, "« } » ne ferme rien"),
    (": x\n", 1, 1, "il manque la clé avant « : »"),
    ('a: ["b" c]\n', 1, 9, "il manque « , » ou « ] »"),
    ('a: "C:\\dossier"\n', 1, 7, "« \\ » mal employé entre guillemets doubles"),
    ('a: "\\ud800"\n', 1, 7, "« \\ » mal employé entre guillemets doubles"),
    ('"a" b: c\n', 1, 5, "la structure du fichier ne se comprend plus ici"),
    ("- a\n", 1, 1, "le fichier doit être fait de lignes « clé: valeur »"),
    ("texte seul", 1, 1, "le fichier doit être fait de lignes « clé: valeur »"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), SYNTAX)
def test_a_fault_of_structure(text: str, line: int, column: int, message: str) -> None:
    found = Reading(text)
    assert found.source is None
    assert found.faults == [("CG005", line, column)]
    assert found.only.message == message
    assert found.only.help


@pytest.mark.parametrize(
    ("text", "line"),
    [("%YAML 1.1\n---\na: b\n", 1), ("%foo\na: b\n", 1), ("%YAML 2.0\n---\na: b\n", 1)],
)
def test_a_directive(text: str, line: int) -> None:
    assert Reading(text).faults == [("CG009", line, 1)]


def test_text_after_the_end_of_the_document() -> None:
    assert Reading("a: b\n...\nc: d\n").faults == [("CG009", 3, 1)]


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n", "---\n", "~", "null\n", "---\n...\n"])
def test_an_empty_file(text: str) -> None:
    found = Reading(text)
    assert found.source is None
    assert found.faults == [("CG006", 1, 1)]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("objet: n° #12", 'objet: "n° #12"'),
        ("objet: le N° # 12", 'objet: "le N° # 12"'),
        ("objet: nº # 12", 'objet: "nº # 12"'),
        ("objet: le numéro # 12", 'objet: "le numéro # 12"'),
        ("- a: n° #12", '- a: "n° #12"'),
    ],
)
def test_a_number_sign_that_loses_the_rest(text: str, corrected: str) -> None:
    found = Reading(text if text[0] != "-" else f"l:\n{text}")
    assert found.only.code.value == "CG010"
    assert found.only.span.column == text.index("#") + 1
    assert found.only.help == QUOTED + corrected


def test_a_stuck_comment_may_be_a_comment() -> None:
    assert Reading("a: 31/12/2026 #confirmé\nb: c\n").only.help == (
        'mettez des guillemets : a: "31/12/2026 #confirmé" ; '
        "si c’est un commentaire, laissez une espace après « # »"
    )


@pytest.mark.parametrize(
    "text", ["a: b # c", "a: b#12", 'a: "n°" # c', "a: b\n#c\n", "a: casino # c", "a: |\n  n° #12"]
)
def test_an_ordinary_comment_says_nothing(text: str) -> None:
    assert Reading(text).diagnostics == []


@pytest.mark.parametrize(
    ("text", "columns", "advice"),
    [
        (
            "s: {adresse: 12, rue de la Paix}",
            (18, 32),
            QUOTED + 's: {adresse: "12, rue de la Paix"}',
        ),
        (
            "s: {adresse: 12, rue de la Paix, esc. B, commune: Paris}",
            (18, 40),
            QUOTED + 's: {adresse: "12, rue de la Paix, esc. B", commune: Paris}',
        ),
        ("s: {a: 1,\n  rue}", (3, 6), NO_QUOTE),
        ('s: {a: "1", rue}', (13, 16), NO_QUOTE),
        ("s: {rue, a: b}", (5, 8), "écrivez « clé: valeur »"),
    ],
)
def test_a_comma_in_braces(text: str, columns: tuple[int, int], advice: str) -> None:
    fault = Reading(text).only
    assert fault.code.value == "CG010"
    assert (fault.span.column, fault.span.end_column) == columns
    assert fault.help == advice


@pytest.mark.parametrize("text", ["s: {a: , b: c}", "s: {a: b, c: }", "s: {}"])
def test_an_empty_value_in_braces_is_the_jurist_s_choice(text: str) -> None:
    assert Reading(text).diagnostics == []


@pytest.mark.parametrize("text", ["nom\u00a0: x", "\u00a0nom: x", "\u202fnom\u00a0: x"])
def test_a_no_break_space_beside_a_key(text: str) -> None:
    found = Reading(text)
    assert found.only.code.value == "CG010"
    assert found.only.message == "espace insécable collée à la clé « nom »"
    assert found.source is not None
    assert list(found.source.root.entries) == ["nom"]
