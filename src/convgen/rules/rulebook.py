"""Every rule, found in the files of this folder: nothing else lists them."""

from __future__ import annotations

from typing import Final

from convgen.faults.diagnostic import Diagnostic
from convgen.neighbours import modules_in
from convgen.rules.rule_context import Rule, RuleContext

RULES: Final = tuple(
    found
    for module in modules_in(str(__package__), __file__)
    for found in vars(module).values()
    if isinstance(found, Rule)
)


def validate_case(context: RuleContext) -> list[Diagnostic]:
    """The faults of a case that no single field can show; gaps are passed over."""
    return [fault for rule in RULES for fault in rule.check(context)]
