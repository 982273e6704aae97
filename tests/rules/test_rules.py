"""Rules whose example takes more than a case: a programme of its own, another state."""

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.library.shelf import CASE, PROGRAMME, Shelf

TERME = "terme: 31/12/2026"


@pytest.mark.parametrize(
    ("alert", "codes"),
    [("71 heures", []), ("2 jours", []), ("72 heures", ["CG320"]), ("3 mois", ["CG320"])],
)
def test_a_breach_is_told_before_the_delay_of_the_law(
    shelf: Shelf, alert: str, codes: list[str]
) -> None:
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, donnees_personnelles]"))
    read = "donnees_personnelles.alerte_violation"
    shelf.body(f"{{% if {read} %}}\n{{{{ {read} }}}}\n{{% endif %}}\nUne convention.\n")
    said = f"  alerte_violation: {alert}"
    shelf.edit(CASE, (TERME, f"{TERME}\ndonnees_personnelles:\n  qualification: distincts\n{said}"))
    line = shelf.text(CASE).splitlines().index(said) + 1
    faults = [(fault.code.value, fault.span.line) for fault in shelf.faults()]
    assert faults == [(code, line) for code in codes]


def test_a_total_can_be_written(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, tarifs, effectif]"))
    shelf.body("{{ tarifs | total | fois(effectif) }}\n")
    shelf.edit(
        CASE, (TERME, f"{TERME}\ntarifs: [{{objet: o, prix: 404}}]\neffectif: 999 999 999 999")
    )
    assert {fault.code.value for fault in shelf.faults()} == {"CG102", "CG314"}
    assert shelf.act(State.DRAFT).can_be_written(State.DRAFT)
