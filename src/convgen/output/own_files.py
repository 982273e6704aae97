"""What a long process may replace unasked: the files that it wrote, as long as they are its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.output.written_file import write_file


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Writes files, and knows its own again; `overwrite` lets it replace those of others."""

    overwrite: bool = False
    _written: dict[Path, tuple[int, bytes]] = field(default_factory=dict)

    def write(self, data: bytes, output: Path) -> list[Diagnostic]:
        """Write the file, as `write_file` does; one that someone has changed since is not ours."""
        ours = self.overwrite or self._is_ours(output)
        blocked = write_file(data, output, overwrite=ours)
        if not blocked:
            self._written[output] = len(data), sha256(data).digest()
        return blocked

    def _is_ours(self, output: Path) -> bool:
        size, digest = self._written.get(output, (-1, b""))
        try:
            same = not output.is_symlink() and output.stat().st_size == size
            return same and sha256(output.read_bytes()).digest() == digest
        except OSError:
            return False
