import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.agreement import agree
from convgen.french.designation import Gender

M, F = Gender.MASCULINE, Gender.FEMININE


@pytest.mark.parametrize(
    "forms",
    [
        "tenu tenue tenus tenues",
        "désigné désignée désignés désignées",
        "représenté représentée représentés représentées",
        "dénommé dénommée dénommés dénommées",
        "informé informée informés informées",
        "situé située situés situées",
        "public publique publics publiques",
        "compétent compétente compétents compétentes",
        "responsable responsable responsables responsables",
        "soumis soumise soumis soumises",
        "inscrit inscrite inscrits inscrites",
        "administratif administrative administratifs administratives",
        "bref brève brefs brèves",
        "sérieux sérieuse sérieux sérieuses",
        "faux fausse faux fausses",
        "actuel actuelle actuels actuelles",
        "européen européenne européens européennes",
        "bon bonne bons bonnes",
        "municipal municipale municipaux municipales",
        "final finale finals finales",
        "premier première premiers premières",
        "financier financière financiers financières",
        "complet complète complets complètes",
        "net nette nets nettes",
        "nouveau nouvelle nouveaux nouvelles",
        "tout toute tous toutes",
        "ledit ladite lesdits lesdites",
        "dû due dus dues",
        "ambigu ambiguë ambigus ambiguës",
        "dissous dissoute dissous dissoutes",
        "antérieur antérieure antérieurs antérieures",
        "professeur professeure professeurs professeures",
        "directeur directrice directeurs directrices",
        "financeur financeuse financeurs financeuses",
        "fournisseur fournisseuse fournisseurs fournisseuses",
        "porteur porteuse porteurs porteuses",
        "bailleur bailleresse bailleurs bailleresses",
        "préfet préfète préfets préfètes",
        "sous-préfet sous-préfète sous-préfets sous-préfètes",
        "vice-président vice-présidente vice-présidents vice-présidentes",
        "maire maire maires maires",
    ],
)
def test_the_four_forms(forms: str) -> None:
    masculine, feminine, masculines, feminines = forms.split()
    assert agree(masculine, M) == masculine
    assert agree(masculine, F) == feminine
    assert agree(masculine, M, plural=True) == masculines
    assert agree(masculine, F, plural=True) == feminines


def test_only_the_first_word_agrees() -> None:
    assert agree("habilité par délibération", F, plural=True) == "habilitées par délibération"
    assert agree(" désigné, ", F) == " désignée, "


def test_capitals_are_kept() -> None:
    assert agree("Public", F) == "Publique"
    assert agree("DÉNOMMÉ", F, plural=True) == "DÉNOMMÉES"


def test_a_decomposed_accent_is_read() -> None:
    assert agree("de\u0301signe\u0301", F) == "désignée"


def test_nothing_to_agree_is_refused() -> None:
    with pytest.raises(ValueError, match="aucun mot"):
        agree(" ", F)


@settings(max_examples=200, deadline=None)
@given(
    st.text("abcdefghilmnoprstuvéèçxz", min_size=3, max_size=10),
    st.sampled_from(["é", "u", "i", "is", "if", "eux", "el", "en", "al", "er", "eur", "able"]),
)
def test_agreement_only_changes_the_ending(stem: str, ending: str) -> None:
    word = stem + ending
    assert agree(word, M) == word
    feminine = agree(word, F)
    assert feminine.startswith(stem[:-3])
    assert feminine.endswith(("e", "ë"))
    assert agree(word, F, plural=True) == feminine + "s"
    assert agree(word, M, plural=True)[-1] in "sx"
