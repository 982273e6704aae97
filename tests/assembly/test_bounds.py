"""What one text may write is bounded: a fault at its place, not an evening of computing."""

from __future__ import annotations

import tracemalloc

import pytest

from tests.library.shelf import HEADER, Shelf

LOTS = f"  lots: [{', '.join(f'x{number}' for number in range(2000))}]"
LOOP, END = "{% for a in projet.lots %}\n", "{% endfor %}\n"
INSIDE = LOOP.replace(" a ", " b ")


@pytest.mark.parametrize(
    "body",
    [
        f"{LOOP}{INSIDE}{{{{ a }}}}\n{END}{END}",
        f"{LOOP}{INSIDE}- {{{{ a }}}}\n\n{END}{END}",
        f"{LOOP}{INSIDE}{{% if montant %}}\nx\n{{% endif %}}\n{END}{END}fin\n",
        f"{LOOP}{{{{ projet.lots }}}}\n\n{END}",
        f"| A |\n|---|\n{LOOP}{INSIDE}| {{{{ b }}}} |\n{END}{END}",
        f"{LOOP}{'mot ' * 20_000}\n\n{END}",
    ],
)
def test_loops_are_bounded(shelf: Shelf, body: str) -> None:
    shelf.project(LOTS)
    shelf.body(f"Un alinéa.\n\n{body}")
    tracemalloc.start()
    fault = shelf.only()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    first = body.split("\n").index(LOOP.strip())
    assert (fault.code.value, fault.span.line) == ("CG233", HEADER.count("\n") + 3 + first)
    assert peak < 200_000_000


def test_a_long_table_is_not_too_much(shelf: Shelf) -> None:
    shelf.project(LOTS)
    row = f"| {' | '.join(['{{ a }}'] * 8)} |\n"
    shelf.body("| A " * 8 + "|\n" + "|---" * 8 + f"|\n{LOOP}{row}{END}")
    assert shelf.faults() == []


def test_many_texts_share_the_room_of_the_act(shelf: Shelf) -> None:
    """Each of them is within bounds, all of them are not."""
    shelf.project(LOTS)
    added = "".join(
        f"  - ajoute: lots-{number}\n    apres: objet\n    intitule: Lots\n    motif: essai\n"
        f"    texte: |\n      {LOOP.strip()}\n      - {'{{ a }} ' * 6}\n\n      {END}"
        for number in range(10)
    )
    shelf.add("cases/fiche.yaml", f"clauses_particulieres:\n{added}")
    codes = {fault.code.value for fault in shelf.faults()}
    assert codes == {"CG233"}
