"""Every rule, in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from convgen.diagnostics import Diagnostic
from convgen.rules.authorisation import (
    authorised_before_signing,
    delegated_organ,
    receipt_agrees,
)
from convgen.rules.dates import schedule_agrees, term_after_start
from convgen.rules.parties import (
    insee_agrees,
    legal_persons,
    names_without_article,
    one_party_for_a_singular,
    one_signatory_each,
    state_has_one_name,
)
from convgen.rules.ranges import ranges_in_order
from convgen.rules.signing import bank_holds_account, court_is_a_place, signed_at_a_seat
from convgen.rules.subject import Subject

Rule = Callable[[Subject], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    one_party_for_a_singular,
    legal_persons,
    names_without_article,
    state_has_one_name,
    insee_agrees,
    one_signatory_each,
    delegated_organ,
    receipt_agrees,
    authorised_before_signing,
    term_after_start,
    schedule_agrees,
    ranges_in_order,
    signed_at_a_seat,
    bank_holds_account,
    court_is_a_place,
)


def judge(subject: Subject) -> list[Diagnostic]:
    """The faults of a case that no single field can show; gaps are passed over."""
    return [fault for rule in RULES for fault in rule(subject)]
