"""Kinds whose value is a file that the case joins to itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationInfo  # noqa: TC002 - pydantic reads the annotation
from pydantic_core import core_schema

from convgen.kinds.base.kind import Kind, single

T = TypeVar("T")


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class AttachedKind(Kind[T]):
    """A path to a file, which `opened` opens: its first argument is the validation context.

    That is where the files of a case are read (`convgen.case.attachments.CaseFiles`).
    """

    opened: Callable[[Any, str], T]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        """Validate with `opened`."""
        return core_schema.with_info_plain_validator_function(self._open)

    def _open(self, value: object, info: ValidationInfo) -> T:
        files: Any = info.context
        return self.opened(files, single(value, free=False))


def not_read_alone(_text: str) -> Any:
    """The reader of what cannot be read without its file."""
    raise ValueError("ce fichier se lit depuis le dossier de la fiche")
