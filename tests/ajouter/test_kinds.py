"""A kind is tried on what people type, not only on what its own schema takes."""

from __future__ import annotations

from convgen.kinds.base.attachments import AttachedKind
from convgen.kinds.found import DECLARABLE
from tests.kinds.test_schemas import WRITTEN


def test_each_kind_is_tried_on_more_than_its_own_schema() -> None:
    typed = {name for name, kind in DECLARABLE.items() if not isinstance(kind, AttachedKind)}
    assert typed <= WRITTEN.keys()
