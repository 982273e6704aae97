"""Every rule, in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from convgen.faults.diagnostic import Diagnostic
from convgen.rules.amendment import (
    amendments_are_numbered_in_turn,
    amendments_follow_the_convention,
    earlier_amendments_come_before,
    something_is_amended,
    what_is_new_differs,
)
from convgen.rules.authorisation import (
    authorised_before_signing,
    delegated_organ,
    receipt_agrees,
)
from convgen.rules.court import court_is_a_place, court_is_the_competent_one, places_agree
from convgen.rules.dates import schedule_agrees, signed_before_the_term, term_after_start
from convgen.rules.deliberation import (
    acts_are_signed_after_the_vote,
    each_act_is_listed_once,
    large_grants_have_an_agreement,
    the_vote_adopts,
    visas_can_be_found,
)
from convgen.rules.grants import large_grants_are_certified
from convgen.rules.offices import (
    deputies_sign_by_delegation,
    offices_agree_with_their_holders,
    services_are_no_parties,
)
from convgen.rules.parties import (
    insee_agrees,
    legal_persons,
    names_without_article,
    natures_are_admitted,
    one_party_for_a_singular,
    one_signatory_each,
    parties_are_different,
    parties_are_told_apart,
    siret_is_that_of_the_siren,
    state_has_one_name,
)
from convgen.rules.personal_data import alerts_come_in_time
from convgen.rules.ranges import ranges_in_order
from convgen.rules.rule_context import RuleContext
from convgen.rules.signing import bank_holds_account, signed_at_a_seat
from convgen.rules.spelling import parties_have_one_spelling, words_are_of_one_alphabet
from convgen.rules.sums import instalments_make_the_whole, totals_can_be_written

Rule = Callable[[RuleContext], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    one_party_for_a_singular,
    legal_persons,
    names_without_article,
    state_has_one_name,
    insee_agrees,
    siret_is_that_of_the_siren,
    parties_are_different,
    services_are_no_parties,
    one_signatory_each,
    deputies_sign_by_delegation,
    offices_agree_with_their_holders,
    delegated_organ,
    receipt_agrees,
    authorised_before_signing,
    term_after_start,
    signed_before_the_term,
    schedule_agrees,
    ranges_in_order,
    signed_at_a_seat,
    bank_holds_account,
    court_is_a_place,
    court_is_the_competent_one,
    places_agree,
    instalments_make_the_whole,
    totals_can_be_written,
    alerts_come_in_time,
    parties_have_one_spelling,
    words_are_of_one_alphabet,
    natures_are_admitted,
    parties_are_told_apart,
    something_is_amended,
    what_is_new_differs,
    amendments_are_numbered_in_turn,
    amendments_follow_the_convention,
    earlier_amendments_come_before,
    each_act_is_listed_once,
    acts_are_signed_after_the_vote,
    visas_can_be_found,
    the_vote_adopts,
    large_grants_have_an_agreement,
    large_grants_are_certified,
)


def validate_case(context: RuleContext) -> list[Diagnostic]:
    """The faults of a case that no single field can show; gaps are passed over."""
    return [fault for rule in RULES for fault in rule(context)]
