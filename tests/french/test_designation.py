import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.designation import (
    Designation,
    Gender,
    capitalized,
    elide_de,
    parse_designation,
)

M, F = Gender.MASCULINE, Gender.FEMININE
bounded = settings(max_examples=150, deadline=None)
nouns = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("typed", "gender", "nominative", "de", "a", "il", "lui", "celui"),
    [
        ("la Métropole", None, "la Métropole", "de la Métropole", "à la Métropole",
         "elle", "lui", "celle"),
        ("le Département", None, "le Département", "du Département", "au Département",
         "il", "lui", "celui"),
        ("l'État", M, "l’État", "de l’État", "à l’État", "il", "lui", "celui"),
        ("l’Association", F, "l’Association", "de l’Association", "à l’Association",
         "elle", "lui", "celle"),
        ("les Communes", F, "les Communes", "des Communes", "aux Communes",
         "elles", "leur", "celles"),
        ("Les  Bénéficiaires ", M, "les Bénéficiaires", "des Bénéficiaires",
         "aux Bénéficiaires", "ils", "leur", "ceux"),
        ("L' Agence d'eau", F, "l’Agence d’eau", "de l’Agence d’eau", "à l’Agence d’eau",
         "elle", "lui", "celle"),
        ("la Métropole", F, "la Métropole", "de la Métropole", "à la Métropole",
         "elle", "lui", "celle"),
    ],
)  # fmt: skip
def test_a_designation_gives_its_forms(
    typed: str, gender: Gender | None, nominative: str, de: str, a: str, il: str, lui: str,
    celui: str,
) -> None:  # fmt: skip
    d = parse_designation(typed, gender)
    assert (d.nominative, d.de, d.a, d.il, d.lui, d.celui) == (nominative, de, a, il, lui, celui)
    assert str(d) == nominative


@pytest.mark.parametrize(
    ("typed", "gender", "said"),
    [
        ("Métropole", None, "n’a pas d’article"),
        ("lesCommunes", F, "n’a pas d’article"),
        ("un Département", M, "n’a pas d’article"),
        ("", None, "n’a pas d’article"),
        ("la", None, "n’a pas de nom"),
        ("l'", F, "n’a pas de nom"),
        ("l’État", None, "précisez «\u00a0masculin\u00a0» ou «\u00a0féminin\u00a0»"),
        ("les Communes", None, "précisez"),
        ("la Métropole", M, "ne peut pas être du masculin"),
        ("le Département", F, "ne peut pas être du féminin"),
    ],
)
def test_a_faulty_designation_is_refused(typed: str, gender: Gender | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_designation(typed, gender)


@bounded
@given(st.sampled_from(["le ", "la ", "l'", "l’", "les "]), nouns, st.sampled_from(Gender))
def test_elision_and_contraction_are_total(article: str, noun: str, gender: Gender) -> None:
    gender = {"le ": M, "la ": F}.get(article, gender)
    d = parse_designation(article + noun, gender)
    assert d.de.startswith(("du ", "de la ", "de l’", "des "))
    assert d.a.startswith(("au ", "à la ", "à l’", "aux "))
    for wrong in ("de le ", "de les ", "à le ", "à les ", "'"):
        assert wrong not in f"{d.de} {d.a}"
    assert d.de.endswith(noun)
    assert d.a.endswith(noun)
    assert parse_designation(str(d), gender) == d


def test_a_designation_is_frozen() -> None:
    d = Designation("la", "Métropole", F, plural=False)
    with pytest.raises(AttributeError):
        d.noun = "Ville"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("à", "À"),
        ("l’État", "L’État"),
        ("élu", "Élu"),
        ("œuvre", "Œuvre"),
        ("« la Métropole »", "« La Métropole »"),
        ("1er octobre", "1er octobre"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_capitalized_raises_the_first_letter_only(text: str, expected: str) -> None:
    assert capitalized(text) == expected


@bounded
@given(st.text())
def test_capitalizing_twice_changes_nothing_more(text: str) -> None:
    once = capitalized(text)
    assert capitalized(once) == once
    assert once.casefold() == text.casefold()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Orly", "d’Orly"),
        ("Évry-Courcouronnes", "d’Évry-Courcouronnes"),
        ("E\u0301vry", "d’E\u0301vry"),
        ("Œting", "d’Œting"),
        ("Paris", "de Paris"),
        ("Hauts-de-Seine", "de Hauts-de-Seine"),
        ("Hautes-Alpes", "de Hautes-Alpes"),
        ("Houilles", "de Houilles"),
        ("Hyères", "d’Hyères"),
        ("Hérault", "d’Hérault"),
        ("Yerres", "d’Yerres"),
        ("Yvelines", "d’Yvelines"),
        ("Yonne", "d’Yonne"),
        ("Yaoundé", "de Yaoundé"),
        ("onze", "de onze"),
        ("8 mai", "de 8 mai"),
        ("Le Havre", "du Havre"),
        ("LE HAVRE", "du HAVRE"),
        ("Les Ulis", "des Ulis"),
        ("La Rochelle", "de La Rochelle"),
        ("L’Haÿ-les-Roses", "de L’Haÿ-les-Roses"),
        ("Lesquin", "de Lesquin"),
        (" Arcueil ", "d’Arcueil"),
    ],
)
def test_de_before_a_name(name: str, expected: str) -> None:
    assert elide_de(name) == expected


def test_de_before_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="aucun nom"):
        elide_de("  ")
