"""What an editor makes of a case: YAML 1.2, where a date is a text."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor


class _Constructor(SafeConstructor):
    pass


for _tag in ("timestamp", "value"):  # YAML 1.1 only; ruamel keeps them
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_tag}", SafeConstructor.construct_yaml_str)


def as_an_editor_reads(text: str) -> Any:
    """The values of a YAML text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    return yaml.load(text)
