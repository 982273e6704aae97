"""Files of every kind: read whole, or refused with a reason, never in a loop."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code
from convgen.yaml.decoding import MAX_BYTES, STAND_IN, read_text, read_unchecked
from convgen.yaml.source import read_source

from .conftest import Reading


@pytest.fixture
def fault(tmp_path: Path) -> Callable[[bytes], tuple[str, int, int, str]]:
    """Code, line, column and message for the bytes of a file."""

    def read(data: bytes) -> tuple[str, int, int, str]:
        path = tmp_path / "x.yaml"
        path.write_bytes(data)
        (found,) = read_text(path).diagnostics
        assert found.help
        return found.code.value, found.span.line, found.span.column, found.message

    return read


def test_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: é\r\nb: c\r\n".encode())
    read = read_text(path)
    assert read.text == "a: é\nb: c\n"
    assert read.diagnostics == ()


@pytest.mark.parametrize("name", ["missing.yaml", "a/b.yaml", "x" * 300, "a\0b"])
def test_no_such_file(tmp_path: Path, name: str) -> None:
    source, (fault,) = read_source(tmp_path / name)
    assert source is None
    assert fault.code.value == "CG001"
    assert fault.span.file == tmp_path / name


def test_a_folder(tmp_path: Path) -> None:
    source, (fault,) = read_source(tmp_path)
    assert source is None
    assert (fault.code.value, fault.message) == ("CG001", "c’est un dossier, pas un fichier")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: b")
    path.chmod(0)
    _, (fault,) = read_source(path)
    assert (fault.code.value, fault.message) == ("CG001", "lecture refusée")


def test_permission_refused_whoever_runs_the_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError

    path = tmp_path / "x.yaml"
    path.write_text("a: b")
    monkeypatch.setattr(os, "open", refuse)
    assert read_text(path).diagnostics[0].message == "lecture refusée"


@pytest.mark.parametrize("special", ["fifo", "/dev/zero", "/dev/stdin", "loop"])
def test_special_files_never_block(tmp_path: Path, special: str) -> None:
    path = tmp_path / "x.yaml"
    if special == "fifo":
        os.mkfifo(path)
    elif special == "loop":
        path.symlink_to(path)
    else:
        path = Path(special)
        if path.resolve().is_file():
            pytest.skip("redirected to an ordinary file")
    read = read_text(path)
    assert read.text is None
    assert read.diagnostics[0].code.value == "CG001"


def test_a_device_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "x.yaml"
    os.mkfifo(pipe)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    assert read_text(pipe).text is None


def test_too_large(fault: Callable[[bytes], tuple[str, int, int, str]], tmp_path: Path) -> None:
    assert fault(b"a" * 10_000_000) == ("CG003", 1, 1, "le fichier dépasse 1 Mo")
    assert fault(b"#" * (MAX_BYTES + 1))[0] == "CG003"
    just = tmp_path / "just.yaml"
    just.write_bytes(b"#" * MAX_BYTES)
    assert read_text(just).diagnostics == ()


def test_no_more_is_read_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)  # a hole: reading it whole would fill the memory
    assert read_text(path).diagnostics[0].code.value == "CG003"


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (
            "a: b\nc: dé".encode("cp1252"),
            2,
            5,
            "le fichier n’est pas en UTF-8 : « é » y est écrit en Windows-1252",
        ),
        (
            "é: l’eau".encode() + b" d\x92ici",
            1,
            11,
            "le fichier n’est pas en UTF-8 : « ’ » y est écrit en Windows-1252",
        ),
        (b"a: \xff", 1, 4, "le fichier n’est pas en UTF-8 : « ÿ » y est écrit en Windows-1252"),
        (b"a: \x81", 1, 4, "le fichier n’est pas en UTF-8"),
        (
            b"\xef\xbb\xbfa: \xe9",
            1,
            4,
            "le fichier n’est pas en UTF-8 : « é » y est écrit en Windows-1252",
        ),
        ("a: b".encode("utf-16"), 1, 1, "le fichier est en UTF-16, pas en UTF-8"),
        (b"\xfe\xff\0a", 1, 1, "le fichier est en UTF-16, pas en UTF-8"),
        (b"PK\x03\x04\x14\0", 1, 1, "ce n’est pas un fichier texte"),
        (b"\x89PNG\r\n\x1a\n\0\0", 1, 1, "ce n’est pas un fichier texte"),
        (b"a: b\n\0", 2, 1, "ce n’est pas un fichier texte"),
    ],
)
def test_not_utf8(
    fault: Callable[[bytes], tuple[str, int, int, str]],
    data: bytes,
    line: int,
    column: int,
    message: str,
) -> None:
    assert fault(data) == ("CG002", line, column, message)


FORBIDDEN = [
    *(chr(c) for c in range(1, 0x20) if chr(c) not in "\t\n"),
    *(chr(c) for c in range(0x7F, 0xA0)),
    *"\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028\u2029\ufeff\ufffd",
    *"\ue000\uf8ff\ufdd0\ufdef\ufffe\uffff",
    *"\U0001fffe\U0001ffff\U000efffe\U000f0000\U0010ffff",
]


@pytest.mark.parametrize("character", FORBIDDEN, ids=lambda c: f"{ord(c):04X}")
def test_forbidden_characters(tmp_path: Path, character: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(f"é: b\nc: d{character}e\n".encode())
    source, (fault,) = read_source(path)
    assert (fault.code.value, fault.span.line, fault.span.column) == ("CG007", 2, 5)
    assert f"« U+{ord(character):04X} »" in fault.message
    assert source is not None
    assert source.text == f"é: b\nc: d{STAND_IN}e\n"


@pytest.mark.parametrize("character", [*"\téœ’«»\u00a0\u202f\u2011€東😀e\u0301\U00100000"[:-1]])
def test_allowed_characters(tmp_path: Path, character: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(f"c: d{character}e\n".encode())
    assert read_source(path)[1] == []


def test_a_lone_surrogate_in_a_text_given_as_such() -> None:
    assert Reading("a: \ud800").faults == [("CG007", 1, 4)]


def test_twenty_at_most() -> None:
    found = Reading("a: " + "\u202e" * 1000)
    assert [fault[2] for fault in found.faults] == list(range(4, 24))


def test_the_line_counts_only_true_ends_of_line() -> None:
    assert Reading("a: b\u2028c\nd: \u202e").faults == [("CG007", 1, 5), ("CG007", 2, 4)]


def test_other_faults_are_told_beside_the_characters() -> None:
    found = Reading("a: \u202e\na: c\nd: n° #12\n")
    assert [fault[0] for fault in found.faults] == ["CG007", "CG008", "CG010"]


@pytest.mark.parametrize("escape", ["\\x07", "\\u202e", "\\0", "\\N", "\\L", "\\ufeff", "\\ue000"])
def test_escapes_do_not_let_them_in(escape: str) -> None:
    found = Reading(f'clé: "é{escape}é"\n"{escape}": x\n')
    assert found.faults == [("CG007", 1, 6), ("CG007", 2, 1)]
    assert found.source is not None
    assert [e.key for e in found.source.root.entries.values()] == ["clé", STAND_IN]


def test_what_is_quoted_in_a_report_keeps_its_characters(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("a: \u202e".encode())
    assert read_unchecked(path).text == "a: \u202e"


@pytest.mark.parametrize(
    ("spoilt", "meant"), [("PÃ©ri", "é"), ("lâ€™Ã©tat", "’"), ("Â« x Â»", "«"), ("Ã€ Nice", "À")]
)
def test_an_accent_that_was_spoilt_is_told(tmp_path: Path, spoilt: str, meant: str) -> None:
    path = tmp_path / "fiche.yaml"
    path.write_text(f"a: b\nadresse: {spoilt}\n", encoding="utf-8")
    first, *_ = read_text(path).diagnostics
    assert (first.code, first.span.line) == (Code.ENCODING, 2)
    assert f"« {meant} »" in first.message


@pytest.mark.parametrize("sound", ["Ã", "Âge", "SÃO PAULO", "grâce à l’État", "pâté « Â »"])
def test_a_sound_accent_is_not(tmp_path: Path, sound: str) -> None:
    path = tmp_path / "fiche.yaml"
    path.write_text(f"a: {sound}\n", encoding="utf-8")
    assert read_text(path).diagnostics == ()
