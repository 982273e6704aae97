"""What a full disk refuses, and a file that nothing may replace: true ones, in a place apart."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.output.test_together import ENVIRONMENT

SANDBOX = """
import errno, pathlib, subprocess, sys
from tests.output.test_together import NEW, OLD, content, fill
from convgen.output.together import write_together

def mount(*options):
    subprocess.run(["mount", *options], check=True)

disk = pathlib.Path(sys.argv[1])
refused = []
"""
FULL = """
for limit in ("size={}k", "nr_inodes={}"):
    for room in range(4, 44):
        for before, overwrite in ((OLD, True), ({"c.docx": b"old c"}, True), ({}, False)):
            mount("-t", "tmpfs", "-o", "size=1m", "none", str(disk))
            folder = disk / "dossier"
            if before:
                fill(folder, before)
            there = (sorted(map(str, disk.rglob("*"))), before)
            try:
                mount("-o", "remount," + limit.format(room + 1), str(disk))
            except subprocess.CalledProcessError:  # less than what is there
                subprocess.run(["umount", str(disk)], check=True)
                continue
            try:
                write_together(folder, NEW, overwrite=overwrite)
                wanted = NEW
            except OSError as error:
                assert error.errno == errno.ENOSPC, error
                refused.append(room)
                wanted = before
                assert sorted(map(str, disk.rglob("*"))) == there[0]
            assert (content(folder) if folder.exists() else {}) == wanted, (limit, room)
            subprocess.run(["umount", str(disk)], check=True)
assert len(set(refused)) > 10, refused
print("all or nothing")
"""
HELD = """
folder = fill(disk / "dossier")
mount("--bind", str(folder / "c.docx"), str(folder / "c.docx"))  # cannot be renamed any more
try:
    write_together(folder, NEW, overwrite=True)
except OSError as error:
    assert error.errno == errno.EBUSY, error
    print("refused")
assert content(folder) == OLD
"""


@pytest.mark.parametrize(("script", "told"), [(FULL, "all or nothing"), (HELD, "refused")])
def test_what_the_disk_refuses_leaves_what_was_there(
    tmp_path: Path, script: str, told: str
) -> None:
    """True full disks, of each size; a true file that nothing may replace."""
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    ran = subprocess.run(
        [*alone, sys.executable, "-c", SANDBOX + script, str(tmp_path)],
        env=ENVIRONMENT,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout.splitlines() == [told], ran.stderr
