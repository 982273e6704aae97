"""Samples of each programme: all can be signed, and together they vary all there is to vary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from convgen.coverage.sample_values import BOUNDED, hostile
from convgen.coverage.samples import samples_of
from convgen.faults.diagnostic import Code
from convgen.model.amendment import AMENDED
from convgen.model.calls import CALLS
from convgen.model.party import NATURES
from convgen.pipeline import fill_case
from convgen.yaml.nodes import Plain, plain
from convgen.yaml.source import read_source
from tests.authoring.programmes import EVERYTHING, programme_of
from tests.coverage.made import act, at, declared, held, programme, samples, seen, values, written
from tests.coverage.programmes import NAMES, TWISTED

GRANT, ENGAGEMENT = "subvention-poste", "engagement-programme"
every = pytest.mark.parametrize("name", NAMES)


def data(root: Path, name: str, sample: str) -> Plain:
    return samples(root, name)[sample].data


# All can be signed


@every
def test_there_are_enough_of_them(root: Path, name: str) -> None:
    assert len(samples(root, name)) > 100


@pytest.mark.parametrize("name", [EVERYTHING, TWISTED])
def test_no_sample_has_a_fault_nor_a_warning(root: Path, name: str) -> None:
    """Those of the library are tried where it is covered (`tests/cli/test_coverage.py`)."""
    acts = [act(root, name, sample) for sample in samples(root, name)]
    faults = [fault for one in acts for fault in one.diagnostics]
    # a complete one gives more than any one act says
    assert [fault for fault in faults if fault.code is not Code.LOST_VALUE] == []


@every
@pytest.mark.parametrize("sample", ["complete", "minimale", "textes-hostiles", "textes-longs"])
def test_it_makes_a_word_file(root: Path, name: str, sample: str) -> None:
    assert fill_case(act(root, name, sample)).data is not None


@every
def test_a_file_reads_back_as_the_sample(root: Path, name: str) -> None:
    for sample in samples(root, name).values():
        file = written(root, name, sample.name)
        assert file.stem == sample.name
        source, faults = read_source(file)
        assert source is not None
        assert (plain(source.root), faults) == (sample.data, [])


@every
def test_they_are_always_the_same(root: Path, name: str) -> None:
    again = list(samples_of(programme_of(root, name)))
    assert again == list(samples(root, name).values())
    assert len({repr(sample.data) for sample in again}) == len(again)


# What may be left out


@every
def test_the_complete_one_has_everything_but_alternatives(root: Path, name: str) -> None:
    whole = {place for place, _ in held(data(root, name, "complete"))}
    rivals = {path for group in programme(root, name).one_of for path in group}
    assert set(declared(root, name)) - whole <= rivals | {"autre.mode"}
    assert len(rivals & whole) == len(programme(root, name).one_of)


@every
def test_the_minimal_one_has_nothing_optional(root: Path, name: str) -> None:
    places = declared(root, name)
    least = {place for place, _ in held(data(root, name, "minimale"))} & set(places)
    rivals = {path for group in programme(root, name).one_of for path in group}
    spare = {place for place in least - rivals if not places[place].required}
    empty = {"facultatif.un", "elements[].un", "seul"}  # no group can be empty
    assert spare <= empty | {path for call in CALLS for path in call.paths} | {*AMENDED}


@every
def test_each_optional_key_is_there_in_one_and_not_in_another(root: Path, name: str) -> None:
    seen_in = [{place for place, _ in held(s.data)} for s in samples(root, name).values()]
    for place, part in declared(root, name).items():
        assert any(place in places for places in seen_in), place
        holder = place.rpartition(".")[0].removesuffix("[]")
        if not part.required and place not in ALONE:
            assert any(place not in p and (not holder or holder in p) for p in seen_in), place


ALONE = {"seul.a", "lots[].jours[].jour"}  # the only keys of their groups
KEYS = [
    (ENGAGEMENT, "calendrier.mise_en_place_avant"),
    (ENGAGEMENT, "cas_usage"),
    (ENGAGEMENT, "cas_usage[].part_max"),
    (ENGAGEMENT, "parties.porteur.habilitation.delegation"),
    (ENGAGEMENT, "parties.porteur.habilitation.delegation.numero"),
    (EVERYTHING, "elements[].groupe"),
    (EVERYTHING, "facultatif.deux"),
    (TWISTED, "parties.communes.siege.insee"),
    (TWISTED, "lots[].jours"),
]


def inside(key: str, places: set[str]) -> set[str]:
    return {place for place in places if place.startswith((f"{key}.", f"{key}[]"))} | {key}


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_one_key_is_left_out(root: Path, name: str, key: str) -> None:
    whole, most = (
        {place for place, _ in held(data(root, name, sample))}
        for sample in ("complete", f"sans-{slug(key)}")
    )
    assert whole - most == inside(key, whole)
    assert most < whole


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_one_key_stands_alone(root: Path, name: str, key: str) -> None:
    least, more = (
        {place for place, _ in held(data(root, name, sample))}
        for sample in ("minimale", f"avec-{slug(key)}")
    )
    holders = {place for place in more if key.startswith(f"{place}.") or f"{place}[]." in key}
    required = {p for p, part in declared(root, name).items() if part.required}
    assert key in more - least
    assert more - least - inside(key, more) - holders <= required


def slug(key: str) -> str:
    bare = key.removeprefix("parties.").replace("[]", "")
    return bare.replace(".", "-").replace("_", "-")


# What may be one thing or another


@every
def test_each_option_is_taken(root: Path, name: str) -> None:
    for place, part in declared(root, name).items():
        yes_no = part.kind is not None and part.kind.words == "oui ou non"
        options: Iterable[str] = ("oui", "non") if yes_no else part.options
        if place.endswith(".nature") and place.startswith("parties."):
            role = place.split(".")[1]
            options = programme(root, name).natures.get(role, tuple(NATURES))
        taken = seen(root, name)[place]
        assert all(option in taken for option in options), place


@every
def test_each_alternative_is_taken_one_at_a_time(root: Path, name: str) -> None:
    for group in programme(root, name).one_of:
        taken = [
            [path for path in group if at(sample.data, path)]
            for sample in samples(root, name).values()
        ]
        assert {len(paths) for paths in taken} == {1}
        assert {path for paths in taken for path in paths} == set(group)


@every
def test_each_role_has_each_nature_with_what_it_may_leave_out(root: Path, name: str) -> None:
    for role in programme(root, name).roles:
        place = f"parties.{role}"
        parties = [p for p in seen(root, name)[place] if isinstance(p, dict)]
        for nature in programme(root, name).natures.get(role, NATURES):
            own = [set(party) for party in parties if party["nature"] == nature]
            for key in ("siren", "siege", "habilitation"):
                may = nature in declared(root, name)[f"{place}.{key}"].exempt
                assert {key in keys for keys in own} == ({True, False} if may else {True})


@pytest.mark.parametrize("key", ["siren", "siege", "habilitation"])
def test_what_a_nature_may_leave_out_is_left_out_or_stands_alone(root: Path, key: str) -> None:
    place, name = f"parties.financeur.{key}", "financeur-etat"
    whole, most, least, more = (
        {place for place, _ in held(data(root, TWISTED, sample))}
        for sample in ("complete", f"{name}-sans-{key}", "minimale", f"{name}-avec-{key}")
    )
    assert whole - most == inside(place, whole)
    assert more - least == inside(place, more)


@every
def test_each_list_has_none_one_and_three(root: Path, name: str) -> None:
    for place, part in declared(root, name).items():
        if part.many:
            lists = seen(root, name)[place]
            assert {len(items) for items in lists if isinstance(items, list)} == {1, 3}, place
            for sample, size in ((f"{slug(place)}-un", 1), (f"{slug(place)}-trois", 3)):
                lists = at(data(root, name, sample), place)
                assert {len(items) for items in lists if isinstance(items, list)} == {size}


def test_a_role_in_the_plural_is_held_by_two_parties_that_differ(root: Path) -> None:
    two = data(root, TWISTED, "communes-deux")
    for key in ("siren", "signataire.nom", "denomination"):
        names = at(two, f"parties.communes.{key}")
        assert len(set(map(str, names))) == 2
    assert len(at(data(root, TWISTED, "communes-deux-minimale"), "parties.communes.siren")) == 2
    assert len(at(data(root, TWISTED, "complete"), "parties.communes.siren")) == 1
    assert not any(sample.endswith("-deux") for sample in samples(root, ENGAGEMENT))


# Values


@every
def test_numbers_are_one_and_three(root: Path, name: str) -> None:
    kinds = ("nombre entier", "nombre")
    for place, part in declared(root, name).items():
        if part.kind is not None and part.kind.words in kinds and place not in BOUNDED:
            assert {"1", "3"} <= set(seen(root, name)[place]), place


@pytest.mark.parametrize("name", [GRANT, TWISTED])
def test_an_account_is_french_or_not(root: Path, name: str) -> None:
    accounts = {
        (str(i)[:2], str(b)[4:6])
        for i, b in zip(
            seen(root, name)["compte.iban"], seen(root, name)["compte.bic"], strict=True
        )
    }
    assert accounts == {("FR", "FR"), ("DE", "DE")}


def test_ranges_are_in_order_and_keep_what_is_declared(root: Path) -> None:
    ends = {key: at(data(root, TWISTED, "complete"), f"ecart.{key}") for key in RANGES}
    assert ends == {key: [value] for key, value in RANGES.items()}
    shares = at(data(root, ENGAGEMENT, "complete"), "cas_usage[].part_max")
    assert shares == ["60 %"] * 3


RANGES = {
    **{"jours_min": "35", "jours_max": "35"},  # 12 is usual
    **{"prix_min": "3", "prix_max": "3"},  # 50 000 is usual
    **{"delai_min": "2 ans", "delai_max": "2 ans"},  # 3 months at most: the example is wrong
    **{"part_min": "50 %", "part_max": "60 %"},
}


def test_an_example_that_cannot_be_read_is_passed_over(root: Path) -> None:
    wrong = data(root, TWISTED, "complete")
    found = [at(wrong, f"faux.{key}") for key in ("duree", "texte", "choix", "lignes")]
    assert found == [["12 mois"], ["texte"], ["x"], ["une autre"]]
    assert at(wrong, "c") == ["#2"]


@pytest.mark.parametrize(("name", "least"), [(ENGAGEMENT, 40), (GRANT, 60), (EVERYTHING, 1)])
def test_a_hostile_text_comes_out_exactly(root: Path, name: str, least: int) -> None:
    usual, spoilt = (values(root, name, sample) for sample in ("complete", "textes-hostiles"))
    changed = 0
    for before, after in zip(usual, spoilt, strict=True):
        if before != after:
            lead = next((w for w in ("de ", "à ") if after.text.startswith(w)), "")
            plain_text = re.sub("^(de |d’|à )", "", before.text) if lead else before.text
            assert after.text == lead + hostile(plain_text)  # « du Havre », then « de … »
            changed += 1
    assert changed >= least


@every
def test_every_free_text_is_hostile_or_long(root: Path, name: str) -> None:
    free = [
        place
        for place, part in declared(root, name).items()
        if part.kind is not None and part.kind.words == "texte" and not part.many
    ]
    spared = ("organe", "accuse", "tribunal", "designation")  # names, an identifier, a court
    for sample, mark in (("textes-hostiles", "{{ x }}"), ("textes-longs", "replie")):
        for place in free:
            texts = [str(text) for text in at(data(root, name, sample), place)]
            if not place.endswith(spared) and texts != ["État"]:
                assert all(mark in text for text in texts), place
    first = next(place for place in free if not place.endswith(spared))
    long = [len(str(text).split()) for text in at(data(root, name, "textes-longs"), first)]
    assert min(long) > 250
