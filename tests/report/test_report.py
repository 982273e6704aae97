"""Each format, as a person or a program receives it."""

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Note, Severity, Span
from convgen.report.excerpt import lines_of_file
from convgen.report.format import Screen
from convgen.report.format_names import FORMATS, FULL
from convgen.report.reporting import report
from convgen.report.visible_text import HOSTILE, count

CASE = Path("cases/x.yaml")
LINES = [
    "programme: engagement",  # 1
    "parties:",
    "  beneficiaire:",
    "    habilitation:",
    "      acte: délibération",
    "    habilitation:",  # 6
]

GAP = Diagnostic(
    Code.GAP,
    "il manque la date de l’habilitation",
    Span(CASE, 4, 5, 4, 17),
    "ajoutez « date: 19/11/2025 »",
)
REPEATED = Diagnostic(
    Code.DUPLICATE_KEY,
    "la clé « habilitation » est répétée",
    Span(CASE, 6, 5, 6, 17),
    notes=(Note("première occurrence", Span(CASE, 4, 5, 4, 17)),),
)
EARLY = Diagnostic(
    Code.SIGNED_TOO_EARLY,
    "signée avant la délibération",
    Span(CASE, 5, 13, 5, 25),
    severity=Severity.WARNING,
)


def lines(_path: Path) -> Sequence[str]:
    return LINES


def nothing(_path: Path) -> Sequence[str]:
    return ()


def test_a_terminal_has_its_lines_folded_between_words() -> None:
    long = Diagnostic(
        Code.GAP, "il manque " + "un mot " * 20, Span(Path("fiche.yaml")), "aide " * 30
    )
    terminal = Screen(width=60, is_terminal=True, lines_of=nothing)
    lines = report([long], FULL, terminal).split("\n")
    assert all(len(line) <= 60 for line in lines)
    assert lines[1].startswith("  ")
    assert lines[-1] == "pour comprendre une faute : convgen explain CG101"
    assert report([long], FULL, Screen(width=60, lines_of=nothing)).count("\n") == 4


def full(*diagnostics: Diagnostic, width: int = 100, quoted: Sequence[str] = LINES) -> str:
    return report(diagnostics, FULL, Screen(width=width, lines_of=lambda _: quoted))


def test_full() -> None:
    assert full(REPEATED, EARLY, GAP) == (
        """\
erreur[CG101] : il manque la date de l’habilitation
 --> cases/x.yaml:4:5
  |
4 |     habilitation:
  |     ^^^^^^^^^^^^
  = aide : ajoutez « date: 19/11/2025 »

avertissement[CG304] : signée avant la délibération
 --> cases/x.yaml:5:13
  |
5 |       acte: délibération
  |             ^^^^^^^^^^^^

erreur[CG008] : la clé « habilitation » est répétée
 --> cases/x.yaml:6:5
  |
6 |     habilitation:
  |     ^^^^^^^^^^^^
  = note : première occurrence : cases/x.yaml:4:5

2 erreurs, 1 avertissement"""
    )


def test_full_with_two_digits_and_a_help_of_several_lines() -> None:
    fault = Diagnostic(Code.GAP, "il manque", Span(CASE, 12, 1, 12, 2), "ajoutez :\n  date: 1")
    assert full(fault, quoted=["a"] * 12) == (
        """\
erreur[CG101] : il manque
  --> cases/x.yaml:12:1
   |
12 | a
   | ^
   = aide : ajoutez :
              date: 1

1 erreur"""
    )


def test_full_without_the_file() -> None:
    text = report([GAP], FULL, Screen(lines_of=nothing))
    assert text == (
        """\
erreur[CG101] : il manque la date de l’habilitation
 --> cases/x.yaml:4:5
  = aide : ajoutez « date: 19/11/2025 »

1 erreur"""
    )


def test_full_in_colour_says_the_same() -> None:
    colored = report([GAP], FULL, Screen(color=True, lines_of=lines))
    assert colored.startswith("\x1b[1;31merreur[CG101]\x1b[0m : \x1b[1mil manque")
    bare = colored
    for code in ("1;31", "1;34", "1;36", "1", "0"):
        bare = bare.replace(f"\x1b[{code}m", "")
    assert bare == full(GAP)


def test_concise() -> None:
    assert report([REPEATED, GAP], "concise") == (
        """\
cases/x.yaml:4:5: erreur CG101 il manque la date de l’habilitation
cases/x.yaml:6:5: erreur CG008 la clé « habilitation » est répétée
2 erreurs"""
    )


def test_json() -> None:
    text = report([REPEATED], "json")
    assert text.startswith("[\n  {\n    ")
    assert "clé « habilitation »" in text
    assert json.loads(text) == [
        {
            "code": "CG008",
            "severity": "error",
            "file": "cases/x.yaml",
            "line": 6,
            "column": 5,
            "end_line": 6,
            "end_column": 17,
            "message": "la clé « habilitation » est répétée",
            "help": "",
            "notes": [
                {
                    "message": "première occurrence",
                    "file": "cases/x.yaml",
                    "line": 4,
                    "column": 5,
                    "end_line": 4,
                    "end_column": 17,
                }
            ],
            "fixable": False,
        }
    ]


def test_what_can_be_mended_is_counted() -> None:
    mendable = replace(GAP, mend=(Edit(GAP.span, "x"),))
    assert full(mendable, EARLY).endswith(
        "1 erreur, 1 avertissement\nconvgen check --fix peut en corriger 1"
    )
    assert json.loads(report([mendable], "json"))[0]["fixable"] is True


@pytest.mark.parametrize(
    ("name", "text"), [(FULL, ""), ("concise", ""), ("github", ""), ("json", "[]")]
)
def test_nothing_to_say(name: str, text: str) -> None:
    assert report([], name) == text


@pytest.mark.parametrize(
    ("faults", "text"),
    [
        ([GAP], "1 erreur"),
        ([GAP, GAP], "2 erreurs"),
        ([EARLY], "1 avertissement"),
        ([EARLY, GAP, EARLY], "1 erreur, 2 avertissements"),
        ([], ""),
    ],
)
def test_the_count_agrees(faults: list[Diagnostic], text: str) -> None:
    assert count(faults) == text


TEN = "a.yaml, b.yaml, c.yaml, d.yaml, e.yaml, f.yaml, g.yaml, h.yaml, i.yaml, j.yaml"


@pytest.mark.parametrize(
    ("files", "text"),
    [
        ("ab", "2 erreurs dans 2 fichiers : a.yaml, b.yaml"),
        ("aa", "2 erreurs"),
        ("abcdefghij", f"10 erreurs dans 10 fichiers : {TEN}"),
        ("abcdefghijk", f"11 erreurs dans 11 fichiers : {TEN} et 1 autre"),
    ],
)
def test_the_count_names_the_files_when_they_are_several(files: str, text: str) -> None:
    assert count([replace(GAP, span=Span(Path(f"{name}.yaml"))) for name in files]) == text


def test_the_same_fault_is_told_once() -> None:
    assert full(GAP, GAP) == full(GAP)


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_or_bidi_character_ever_reaches_the_terminal(name: str) -> None:
    bad = "x\x1b[2J\u202e\u2066\x07\x9b\ud800\u2028y"
    fault = Diagnostic(
        Code.INVALID_VALUE,
        bad,
        Span(Path(f"d/{bad}.yaml"), 1, 1, 1, 5),
        bad,
        notes=(Note(bad, Span(Path(bad))),),
    )
    text = report([fault], name, Screen(width=80, lines_of=lambda _: [bad]))
    assert HOSTILE.search(text.replace("\n", "")) is None
    text.encode("utf-8")
    if name == "json":
        assert json.loads(text)[0]["message"] == bad


def test_paths_are_told_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    inside = Diagnostic(Code.GAP, "m", Span(tmp_path / "in" / "x.yaml"))
    outside = Diagnostic(Code.GAP, "m", Span(tmp_path / "y.yaml"))
    assert report([inside], "concise").startswith("x.yaml:1:1: ")
    assert report([outside], "concise").startswith(f"{tmp_path / 'y.yaml'}:1:1: ")


def test_what_cannot_be_quoted_is_not(tmp_path: Path) -> None:
    word = tmp_path / "convention.docx"
    word.write_bytes(b"PK\x03\x04\0\0")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (word, pipe, tmp_path, tmp_path / "missing"):
        assert lines_of_file(path) == ()
        fault = Diagnostic(Code.TEMPLATE_TAG, "balise inconnue", Span(path))
        text = report([fault], FULL, Screen(width=80))
        assert "|" not in text


@pytest.mark.parametrize(
    "held",
    [
        '{{ renvoi("duree") }}',
        "« délai de deux mois »",
        "50 000 €",
        "L. 5211-10",
        "article 26, § 1",
    ],
)
@pytest.mark.parametrize("width", range(30, 60, 3))
def test_a_line_never_ends_inside_what_is_copied_or_read_as_one(held: str, width: int) -> None:
    kept = held.removeprefix("article 26, ")
    long = Diagnostic(Code.GAP, f"{'un mot ' * 9}{held} {'et un autre ' * 4}", Span(CASE))
    lines = report([long], FULL, Screen(width, is_terminal=True, lines_of=nothing)).split("\n")
    assert any(kept in line for line in lines)
    assert all(len(line) <= width for line in lines[:-1])


@given(st.text(alphabet="ab «»:;!?€%{}§°L.1*  -", max_size=120))
def test_folding_loses_nothing(text: str) -> None:
    told = report([Diagnostic(Code.GAP, text, Span(CASE))], FULL, Screen(40, is_terminal=True))
    message = told[: told.index("\n -->")]
    assert "".join(message.split()) == "".join(f"erreur[CG101] : {text}".split())
