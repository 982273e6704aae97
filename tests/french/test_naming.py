"""How a sentence names a legal person, an act, a party."""

from __future__ import annotations

import pytest

from convgen.french.designation import Gender
from convgen.french.naming import act_named, person_named, read_designation, with_article


@pytest.mark.parametrize(
    ("name", "nature", "said"),
    [
        ("Ville de Nice", "commune", "la Ville de Nice"),
        ("Valombre", "commune", "la commune de Valombre"),
        ("Orly", "commune", "la commune d’Orly"),
        ("Bretagne", "région", "la région de Bretagne"),
        ("État", "État", "l’État"),
        ("Institut X", "association", "l’association Institut X"),
        ("Association X", "association", "l’Association X"),
        ("Fondation X", "fondation", "la Fondation X"),
        ("X", "société", "la société X"),
        ("Numérian", "syndicat mixte", "Numérian"),
        ("{{ x }} <b>", "EPCI", "{{ x }} <b>"),
    ],
)
def test_a_person_has_its_article_or_its_nature(name: str, nature: str, said: str) -> None:
    assert person_named(name, nature) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Convention de prêt", "la convention de prêt"),
        ("Avenant n° 1", "l’avenant n° 1"),
        ("Protocole", "l’acte «\u00a0Protocole\u00a0»"),
    ],
)
def test_an_act_is_named_in_a_sentence_or_quoted(title: str, said: str) -> None:
    assert act_named(title) == said


@pytest.mark.parametrize(
    ("text", "said", "gender"),
    [
        ("le Département", "le Département", Gender.MASCULINE),
        ("l'Association", "l’Association", Gender.FEMININE),
        ("l’État", "l’État", Gender.MASCULINE),
        ("les Communes", "les Communes", Gender.FEMININE),
    ],
)
def test_a_designation_tells_its_gender(text: str, said: str, gender: Gender) -> None:
    read = read_designation(text)
    assert (read.nominative, read.gender) == (said, gender)


@pytest.mark.parametrize("text", ["Département", "l’Oued", "les", "", "l’"])
def test_a_designation_that_does_not_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"(?:article|nom|genre)"):
        read_designation(text)


def test_a_name_without_a_known_word_stays_as_it_is() -> None:
    assert with_article("Numérian") == "Numérian"
