"""Acts that no page could hold."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from tests.library.fixtures import make_shelf
from tests.library.shelf import HEADER

ONCE = "{% for un in projet.lots %}\n- {{ un }} ;\n\n{% endfor %}\n"
BY_PAIRS = """\
{% for un in projet.lots %}
{% for autre in projet.lots %}
- {{ un }} et {{ autre }} ;

{% endfor %}
{% endfor %}
"""


def too_much_text(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A list of 300 elements, gone through once, or in each turn of itself."""
    shelf = make_shelf(folder)
    shelf.project(f"  lots: [{', '.join(f'lot {number}' for number in range(300))}]")
    shelf.write("clauses/objet/projet.md", HEADER + (BY_PAIRS if faulty else ONCE))
    return shelf.faults()
