"""What a folder of code is searched for: nothing is forgotten, nothing is found twice."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from convgen import rules
from convgen.cli import commands
from convgen.neighbours import modules_in, names_in
from convgen.report.format import Format
from convgen.report.format_names import FORMATS
from convgen.report.reporting import format_named
from convgen.rules.rule_context import RuleContext
from convgen.rules.rulebook import RULES


def test_each_function_that_judges_a_case_is_a_rule() -> None:
    """One that forgets `@rule` would never be asked."""
    for module in modules_in(rules.__name__, str(rules.__file__), but={"rulebook", "rule_context"}):
        for name, found in inspect.getmembers(module, inspect.isfunction):
            ours = found.__module__ == module.__name__ and not name.startswith("_")
            first = next(iter(inspect.signature(found).parameters.values()), None)
            if ours and first is not None and first.annotation in (RuleContext, "RuleContext"):
                pytest.fail(f"{module.__name__}.{name} lacks @rule")


def test_no_rule_is_asked_twice() -> None:
    assert len({*RULES}) == len(RULES)


@pytest.mark.parametrize("name", FORMATS)
def test_each_presentation_is_one(name: str) -> None:
    assert isinstance(format_named(name), Format)


@pytest.mark.parametrize("name", names_in(str(commands.__file__)))
def test_each_command_says_what_it_does(name: str) -> None:
    module = import_module(f"{commands.__name__}.{name}")
    assert module.HELP.endswith(".")
    assert callable(getattr(module, name, None)) or module.app.registered_commands
