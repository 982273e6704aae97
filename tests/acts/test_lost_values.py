"""What a case gives and its act does not say is told: nothing is lost in silence."""

from __future__ import annotations

import pytest

from convgen.faults.diagnostic import Code
from tests.acts.desk import (
    NUMERIAN_COMPLETE,
    S2MIA,
    S2MIA_COMPLETE,
    VAR,
    VAR_COMPLETE,
    Desk,
)

CONTACT = "  contact: le service des archives\n"
JOURNALS = "  journaux: 6 mois"


@pytest.mark.parametrize(
    ("case", "act", "qualification", "lost"),
    [
        (VAR, VAR_COMPLETE, "conjoints", False),
        (VAR, VAR_COMPLETE, "sous-traitance", True),
        (VAR, VAR_COMPLETE, "distincts", True),
        (S2MIA, S2MIA_COMPLETE, "conjoints", False),
        (S2MIA, S2MIA_COMPLETE, "sous-traitance", True),
    ],
)
def test_a_point_of_contact_is_for_joint_controllers(
    ready: Desk, case: str, act: str, qualification: str, lost: bool
) -> None:
    given = "conjoints" if case == VAR else "sous-traitance"
    old = f"  qualification: {given}"
    ready.edit(case, (old, f"{CONTACT}  qualification: {qualification}"))
    faults = ready.act(act).assembled.diagnostics
    found = [f for f in faults if f.code is Code.LOST_VALUE and "contact" in f.message]
    places = [(f.span.line, f.span.column, f.is_error) for f in found]
    assert places == ([(*ready.place(case, "contact: le"), False)] if lost else [])


def test_what_the_qualification_sets_aside_is_told(ready: Desk) -> None:
    ready.edit(S2MIA, ("  qualification: sous-traitance", "  qualification: aucune"))
    faults = ready.act(S2MIA_COMPLETE).assembled.diagnostics
    lost = {f.message.split(" ")[0] for f in faults if f.code is Code.LOST_VALUE}
    assert len(lost) == 1
    said = " ".join(f.message for f in faults if f.code is Code.LOST_VALUE)
    for key in ("traitements", "alerte_violation", "journaux"):
        assert f"donnees_personnelles.{key}" in said


@pytest.mark.parametrize(("case", "lost"), [(VAR_COMPLETE, True), (NUMERIAN_COMPLETE, False)])
def test_a_place_of_signature_of_ones_own_is_for_acts_that_have_one(
    ready: Desk, case: str, lost: bool
) -> None:
    ready.edit(case, ("nature: commune", "signe_a: Valombre\n    nature: commune"))
    codes = [fault.code for fault in ready.act(case).assembled.diagnostics]
    assert codes == ([Code.LOST_VALUE] if lost else [])


def test_a_complete_act_loses_nothing(ready: Desk) -> None:
    for case in (VAR_COMPLETE, NUMERIAN_COMPLETE, S2MIA_COMPLETE):
        assert ready.act(case).assembled.diagnostics == []
