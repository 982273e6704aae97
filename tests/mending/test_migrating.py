"""A library of format 1 becomes one of format 2: the words of its conditions, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library, find_library
from convgen.lint.library import faults_of_library
from convgen.mending.mending import Checked, as_diff, mend, proposed
from tests.library.shelf import HEADER, build_file_tree

PROGRAMME = """\
# notre programme,   tel qu’il est
titre: Prêt {{ "gratuit" if gratuit and not caution else "" }}
parties:
  commune: {designation: la Commune}
champs:
  gratuit: {type: oui_non, libelle: gratuité}
  caution: {type: oui_non, libelle: caution}
  mode: {type: choix, options: [a, b], libelle: "mode, ou « == »"}
plan:
  - comparution: [parties/comparution]
  - article: objet
    intitule: Objet
    si: gratuit or caution or (not gratuit and
      not caution)
    clauses:
      - {objet/pret: , si: 'mode == "a" or mode == "b"'}   # l’un and l’autre
      - {objet/reste: , si: "mode = 'a' ou mode == 'b'"}
"""
CLAUSE = """\
Un prêt and un autre : {{ "gratuit" if gratuit == "oui" and not caution else "payant" }}.

{# if a and b #}
{% if mode == "a" and (gratuit or caution) %}
Le texte dit « and » et « == ».
{% elif not gratuit %}
Autre.
{% endif %}
"""
COMPARUTION = """\
{% for partie in parties %}
{{ partie.nom }}, ci-après {{ partie.definition }}.

{% endfor %}
"""
COVERAGE = """\
exceptions:
  - dans: objet/pret
    condition: '{% if mode == "a" and (gratuit or caution) %}'
    jamais: vraie
    raison: essai and erreur
"""
OLD = {
    "convgen.toml": 'nom = "Essai"\n',
    "templates/pret/programme.yaml": PROGRAMME,
    "clauses/parties/comparution.md": HEADER + COMPARUTION,
    "clauses/objet/pret.md": HEADER + CLAUSE,
    "clauses/objet/reste.md": HEADER + "Le reste.\n",
    "couverture.yaml": COVERAGE,
}
NEW = {
    "convgen.toml": 'format = 2\nnom = "Essai"\n',
    "templates/pret/programme.yaml": PROGRAMME.replace("gratuit and not", "gratuit et non")
    .replace(
        "gratuit or caution or (not gratuit and\n      not",
        "gratuit ou caution ou (non gratuit et\n      non",
    )
    .replace("""'mode == "a" or mode == "b"'""", """'mode = "a" ou mode = "b"'""")
    .replace("""ou mode == 'b'""", """ou mode = 'b'"""),
    "clauses/objet/pret.md": HEADER
    + CLAUSE.replace('gratuit == "oui" and not caution', 'gratuit = "oui" et non caution')
    .replace('mode == "a" and (gratuit or caution)', 'mode = "a" et (gratuit ou caution)')
    .replace("elif not gratuit", "elif non gratuit"),
    "couverture.yaml": COVERAGE.replace(
        'mode == "a" and (gratuit or caution)', 'mode = "a" et (gratuit ou caution)'
    ),
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return build_file_tree(tmp_path / "bibliotheque", OLD)


def texts(root: Path) -> dict[str, str]:
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes().decode() for file in files}


def faults_of(root: Path) -> list[Diagnostic]:
    return faults_of_library(Library(root))


def codes(faults: list[Diagnostic]) -> set[str]:
    return {fault.code.value for fault in faults} & {"CG230", "CG231"}


def test_an_old_library_is_told_once_and_becomes_a_new_one(old: Path) -> None:
    (told,) = (fault for fault in faults_of(old) if fault.code == "CG230")
    assert (told.is_error, told.span.file.name) == (False, "convgen.toml")
    assert "CG231" not in codes(faults_of(old))
    mended = mend(lambda: Checked(faults_of(old)), [old])
    assert texts(old) == {**OLD, **NEW}
    assert not codes(mended.faults)
    assert sum(mended.files.values()) == 1 + 11 + 7 + 3


def test_twice_changes_nothing_more(old: Path) -> None:
    mend(lambda: Checked(faults_of(old)), [old])
    before = texts(old)
    assert mend(lambda: Checked(faults_of(old)), [old]).files == {}
    assert texts(old) == before


def test_what_the_library_says_is_the_same(old: Path) -> None:
    """The programs and the conditions are equal, before and after."""
    before = meaning(old)
    mend(lambda: Checked(faults_of(old)), [old])
    assert meaning(old) == before


def meaning(root: Path) -> object:
    library = Library(root)
    (programme,), _ = library.programmes()
    clauses, _ = library.clauses()
    sections = [
        (section.key, section.condition, [use.condition for use in section.clauses])
        for section in programme.sections
    ]
    return programme.title.program, sections, [clause.program for clause in clauses]


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_ends_of_lines_and_marks_are_kept(old: Path, end: str, mark: str) -> None:
    clause = old / "clauses/objet/pret.md"
    clause.write_bytes((mark + (HEADER + CLAUSE).replace("\n", end)).encode())
    mend(lambda: Checked(faults_of(old)), [old])
    assert clause.read_bytes() == (mark + NEW["clauses/objet/pret.md"].replace("\n", end)).encode()


def test_a_diff_writes_nothing(old: Path) -> None:
    told = as_diff(proposed(Checked(faults_of(old)), [old]), lambda file: file.name)
    assert texts(old) == OLD
    assert '-{% if mode == "a" and (gratuit or caution) %}\n' in told
    assert '+{% if mode = "a" et (gratuit ou caution) %}\n' in told
    assert "+format = 2\n" in told


def test_a_file_that_is_not_named_is_left_alone(old: Path) -> None:
    named = old / "clauses" / "objet"
    mend(lambda: Checked(faults_of(old)), [named])
    changed = {name for name, text in texts(old).items() if text != OLD[name]}
    assert changed == {"clauses/objet/pret.md"}


def test_nothing_is_written_where_a_link_leads(old: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs.md"
    outside.write_text(HEADER + CLAUSE, "utf-8")
    clause = old / "clauses/objet/pret.md"
    clause.unlink()
    clause.symlink_to(outside)
    mend(lambda: Checked(faults_of(old)), [old])
    assert outside.read_text("utf-8") == HEADER + CLAUSE


def test_an_old_word_in_a_new_library_is_told_at_its_place(old: Path) -> None:
    build_file_tree(old, {**NEW, "clauses/objet/pret.md": HEADER + CLAUSE})
    told = [fault for fault in faults_of(old) if fault.code == "CG231"]
    first = HEADER.count("\n") + 1
    places = [(f.span.line - first, f.span.column, f.span.end_column - f.span.column) for f in told]
    lines = CLAUSE.split("\n")
    words = [lines[line][column - 1 : column - 1 + length] for line, column, length in places]
    assert words == ["==", "and", "not", "==", "and", "or", "not"]
    assert not any(fault.is_error for fault in told)


@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("format = 3\n", "au format 3, plus récent", 1, 10),
        ('nom = "x"\nformat = "2"\n', "est un nombre entier", 2, 10),
        ("format = true\n", "est un nombre entier", 1, 10),
        ("format = 0\n", "est un nombre entier", 1, 10),
        ("nom = Essai\n", "ce n’est pas du TOML", 1, 7),
        ("format = 2\nformat = 2\n", "ce n’est pas du TOML", 2, 11),
    ],
)
def test_a_format_that_is_not_known_stops_everything(
    old: Path, text: str, words: str, line: int, column: int
) -> None:
    (old / "convgen.toml").write_text(text, "utf-8")
    told = find_library(old)
    assert isinstance(told, Diagnostic)
    assert (told.code, told.is_error) == ("CG230", True)
    assert words in told.message
    assert (told.span.line, told.span.column) == (line, column)
    assert told.mend == ()


def test_a_setting_that_is_not_known_is_a_warning(old: Path) -> None:
    (old / "convgen.toml").write_text('nom = "Essai"\nformta = 2\n', "utf-8")
    assert isinstance(find_library(old), Library)
    told = [fault for fault in faults_of(old) if fault.code == "CG230"]
    assert [(fault.span.line, fault.is_error) for fault in told] == [(1, False), (2, False)]
    assert told[1].help == "vouliez-vous dire « format » ?"


def test_an_empty_marker_is_of_format_1(old: Path) -> None:
    (old / "convgen.toml").write_text("", "utf-8")
    mend(lambda: Checked(faults_of(old)), [old])
    assert (old / "convgen.toml").read_text() == "format = 2\n"


def test_a_format_that_is_said_is_brought_up_to_date_in_its_place(old: Path) -> None:
    (old / "convgen.toml").write_text('nom = "Essai"\nformat = 1   # le premier\n', "utf-8")
    mend(lambda: Checked(faults_of(old)), [old])
    assert (old / "convgen.toml").read_text() == 'nom = "Essai"\nformat = 2   # le premier\n'


def test_a_key_and_a_slot_of_a_programme_are_mended(old: Path) -> None:
    build_file_tree(old, NEW)
    programme = old / "templates/pret/programme.yaml"
    text = programme.read_text("utf-8").replace("champs:", "exige: [terme]\nchamps:", 1)
    spoilt = text.replace("intitule: Objet", "intitul: Objet").replace("[terme]", "[therme]")
    programme.write_text(spoilt, "utf-8")
    mend(lambda: Checked(faults_of(old)), [old])
    assert programme.read_text("utf-8") == text
