"""A long process replaces what it wrote, and nothing that someone else has touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code
from convgen.output.own_files import OwnFiles


def test_its_own_file_is_replaced(tmp_path: Path) -> None:
    own, file = OwnFiles(), tmp_path / "acte.docx"
    for data in (b"un", b"deux", b"deux", b"trois"):
        assert own.write(data, file) == []
        assert file.read_bytes() == data


def edit(file: Path) -> None:
    """The size and the date as they were."""
    dated = file.stat()
    file.write_bytes(b"eux")
    os.utime(file, ns=(dated.st_atime_ns, dated.st_mtime_ns))


def add(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"et plus")


def link(file: Path) -> None:
    """What it leads to says the same, and was not written under that name."""
    other = file.rename(file.with_name("ailleurs"))
    file.symlink_to(other.name)


@pytest.mark.parametrize("change", [edit, add, link])
def test_what_another_has_changed_is_kept(tmp_path: Path, change: Callable[[Path], None]) -> None:
    own, file = OwnFiles(), tmp_path / "acte.docx"
    own.write(b"moi", file)
    change(file)
    kept = file.read_bytes()
    (fault,) = own.write(b"mot", file)
    assert fault.code is Code.FILE_EXISTS
    assert file.read_bytes() == kept
    file.unlink()
    assert own.write(b"mot", file) == []


def test_a_file_that_was_there_is_kept_unless_asked(tmp_path: Path) -> None:
    file = tmp_path / "acte.docx"
    file.write_bytes(b"eux")
    assert [fault.code for fault in OwnFiles().write(b"moi", file)] == [Code.FILE_EXISTS]
    assert OwnFiles(overwrite=True).write(b"moi", file) == []
    assert file.read_bytes() == b"moi"
