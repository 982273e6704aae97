"""What is open in an office suite is told, whatever its lock file holds."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.output.open_elsewhere import open_in_an_office
from convgen.output.written_file import write_file, write_files
from tests.support.office import soffice_command

WORD = b"\x05Marie" + bytes(48) + b"\x06\x00" + "Hélène".encode("utf-16-le") + bytes(94)


def told(faults: list[Diagnostic]) -> list[str]:
    assert all(f.code is Code.OPEN_ELSEWHERE for f in faults)
    assert all(f.severity is Severity.WARNING for f in faults)
    return [fault.message for fault in faults]


@pytest.mark.parametrize(
    ("name", "lock"),
    [
        ("acte.docx", "~$acte.docx"),
        ("fiches.docx", "~$fiches.docx"),
        ("projets.docx", "~$rojets.docx"),
        ("marianne.docx", "~$rianne.docx"),
        ("convention.docx", "~$nvention.docx"),
        ("convention.DOCX", "~$nvention.DOCX"),
        ("convention.yaml", "~$convention.yaml"),
        ("1-alpes.2026.docx", "~$alpes.2026.docx"),
    ],
)
def test_word_cuts_the_long_names(tmp_path: Path, name: str, lock: str) -> None:
    assert open_in_an_office(tmp_path / name) == []
    (tmp_path / lock).write_bytes(WORD)
    (fault,) = open_in_an_office(tmp_path / name)
    assert told([fault]) == ["ce fichier est ouvert dans Word, par Hélène"]
    assert fault.span.file == tmp_path / name
    assert f"« {lock} »" in fault.help


@pytest.mark.parametrize(
    ("lock", "by"),
    [
        (",Jean Dupont,poste,01.12.2026 10:00,file:///x;", ", par Jean Dupont"),
        ("Anne\\, du service,adupont,poste,date,url;", ", par Anne, du service"),
        (",,poste,date,url;", ""),
        ("a\u202eb\x1b[31m\nc,x,y;", ", par ab[31mc"),
        ("é" * 3000, ""),
        ("x" * 90 + ",;", ", par " + "x" * 60),
        ("", ""),
    ],
)
def test_the_lock_of_libreoffice_says_who(tmp_path: Path, lock: str, by: str) -> None:
    (tmp_path / ".~lock.acte.docx#").write_text(lock, encoding="utf-8")
    (tmp_path / "~$acte.docx").write_bytes(WORD)  # LibreOffice leaves both
    assert told(open_in_an_office(tmp_path / "acte.docx")) == [
        f"ce fichier est ouvert dans LibreOffice{by}"
    ]


@given(st.binary(max_size=300), st.sampled_from([".~lock.acte.docx#", "~$acte.docx"]))
def test_whatever_it_holds_it_is_told_on_one_plain_line(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, lock: str
) -> None:
    folder = tmp_path_factory.mktemp("lock")
    (folder / lock).write_bytes(data)
    (message,) = told(open_in_an_office(folder / "acte.docx"))
    assert message.isprintable()
    assert len(message) < 120


@pytest.mark.parametrize("kind", ["fifo", "folder", "loop", "refused", "zero"])
@pytest.mark.parametrize("lock", [".~lock.acte.docx#", "~$acte.docx"])
def test_a_lock_that_cannot_be_read_stops_nothing(tmp_path: Path, kind: str, lock: str) -> None:
    path = tmp_path / lock
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "refused":
            path.write_bytes(b"")
            path.chmod(0)
        case _:
            path.symlink_to(path if kind == "loop" else "/dev/zero")
    told(write_file(b"new", tmp_path / "acte.docx", overwrite=True))
    assert (tmp_path / "acte.docx").read_bytes() == b"new"


@pytest.mark.parametrize("overwrite", [True, False])
def test_all_that_writes_tells_it(tmp_path: Path, overwrite: bool) -> None:
    """A file that is new too: what an office has open would come back in its place."""
    (tmp_path / ".~lock.b.docx#").write_text(",Jean,p;", encoding="utf-8")
    files = {"a.docx": b"a", "b.docx": b"b"}
    (one,) = write_files(tmp_path, files, overwrite=overwrite)
    assert one.span.file == tmp_path / "b.docx"
    assert told(write_file(b"c", tmp_path / "b.docx", overwrite=True)) == [one.message]


@pytest.mark.soffice
def test_libreoffice_leaves_the_lock_that_is_looked_for(tmp_path: Path) -> None:
    text, profile = tmp_path / "convention.rtf", tmp_path / "profile"
    text.write_text(r"{\rtf1 x}", encoding="ascii")
    with subprocess.Popen(
        [*soffice_command(profile), str(text)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as office:
        try:
            for _ in range(300):
                if open_in_an_office(text) or office.poll() is not None:
                    break
                time.sleep(0.1)
            (message,) = told(open_in_an_office(text))
        finally:
            os.killpg(office.pid, 9)
    assert message.startswith("ce fichier est ouvert dans LibreOffice")
