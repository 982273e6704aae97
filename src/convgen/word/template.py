"""A Word template, opened and compiled once: checked, then ready to be filled."""

from __future__ import annotations

from dataclasses import dataclass

import jinja2
from jinja2 import nodes

from convgen.word.compilation import Compiled
from convgen.word.grammar import require_fixed_slots
from convgen.word.runs import Looks, looks

PART_BREAK = "\f"  # never in XML, so never in a part

_ENVIRONMENT = jinja2.Environment(
    undefined=jinja2.StrictUndefined, autoescape=True, keep_trailing_newline=True
)


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template and what filling it needs at hand.

    All its templated parts are one Jinja template, printed with PART_BREAK between them.
    """

    compiled: Compiled
    jinja: jinja2.Template
    looks: Looks
    heading_looks: Looks

    @property
    def styles(self) -> dict[str, str]:
        """Genre or displayed name of a style → its identifier in this template."""
        return self.compiled.genre_styles | self.compiled.python_styles


def make_template(compiled: Compiled) -> Template:
    """A template ready to fill. Raises ForbiddenTemplateError for anything but fixed slots."""
    return Template(
        compiled=compiled,
        jinja=_ENVIRONMENT.from_string(_one_tree(compiled)),
        looks=looks(compiled.python_styles, heading=False),
        heading_looks=looks(compiled.python_styles, heading=True),
    )


def _one_tree(compiled: Compiled) -> nodes.Template:
    """The Jinja tree of every part in turn, each held to the fixed slots by itself."""
    body: list[nodes.Node] = []
    for _, source in compiled.sources:
        tree = _ENVIRONMENT.parse(source)
        require_fixed_slots(tree)
        if body:
            body.append(nodes.Output([nodes.TemplateData(PART_BREAK)], lineno=1))
        body += [_as_xml(node) if isinstance(node, nodes.For) else node for node in tree.body]
    whole = nodes.Template(body, lineno=1)
    return whole.set_environment(_ENVIRONMENT)  # type: ignore[return-value]


def _as_xml(loop: nodes.For) -> nodes.Node:
    """The slots of a block are XML already: `{% autoescape false %}` around the loop."""
    option = nodes.Keyword("autoescape", nodes.Const(False))
    return nodes.ScopedEvalContextModifier([option], [loop], lineno=1)
