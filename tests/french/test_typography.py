import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from convgen.french.typography import typeset

# In the tables below, ~ stands for U+00A0 and _ for U+202F; \ue001 is a placeholder.
EXAMPLES = [
    # apostrophes
    ("l'État et aujourd'hui", "l’État et aujourd’hui"),
    ("l'\ue001", "l’\ue001"),
    ("\ue001'\ue002", "\ue001’\ue002"),
    ("l'**Article 4** d'« appui »", "l’**Article~4** d’«~appui~»"),
    ("6' 30", "6' 30"),
    ("'mot'", "'mot'"),
    # a number and its unit
    ("72 heures, 1 an, 30 jours et 2 mois", "72~heures, 1~an, 30~jours et 2~mois"),
    ("2 moissons, 3 anciens", "2 moissons, 3 anciens"),
    # double punctuation
    ("suit ; quoi ! qui ?", "suit_; quoi_! qui_?"),
    ("suit; quoi! qui?", "suit_; quoi_! qui_?"),
    ("quoi ?!", "quoi_?!"),
    ("ce qui suit :", "ce qui suit~:"),
    ("ce qui suit:\nmot", "ce qui suit~:\nmot"),
    ("\ue001 : \ue002;", "\ue001~: \ue002_;"),
    ("**Objet**: texte", "**Objet**~: texte"),
    ("**Objet:** texte", "**Objet~:** texte"),
    ("(suite): a", "(suite)~: a"),
    ("« mot »: a", "«~mot~»~: a"),
    ("mot\u202f: a\u00a0; b", "mot~: a_; b"),
    # what looks like it and is not
    ("à 12:30, clé:valeur", "à 12:30, clé:valeur"),
    ("à 12:30: départ", "à 12:30~: départ"),
    ("voir http://a.fr:80/b?c=d;e !", "voir http://a.fr:80/b?c=d;e_!"),
    ("voir https://a.fr/l'x: suite", "voir https://a.fr/l'x~: suite"),
    ("http://", "http://"),
    ("écrire à jean.d'or@a-b.fr ;", "écrire à jean.d’or@a-b.fr_;"),
    ("A &amp; B", "A &amp; B"),
    ("| :--- | ---: |", "| :--- | ---: |"),
    ("un mot(?)", "un mot(?)"),
    # guillemets
    ("« mot »", "«~mot~»"),
    ("«mot»", "«~mot~»"),
    ('le "mot" et l\'"autre": a', "le «~mot~» et l’«~autre~»~: a"),
    ('un "mot seul', 'un "mot seul'),
    ('écran de 5" et 6"', 'écran de 5" et 6"'),
    ('le " mot "', 'le " mot "'),
    ('"\ue001"', "«~\ue001~»"),
    # numbers and units
    ("50 000 € et 12,5 %", "50_000~€ et 12,5~%"),
    ("1 234 567 €", "1_234_567~€"),
    ("\ue001 € et \ue001 %", "\ue001~€ et \ue001~%"),
    ("en 2025 300 agents", "en 2025 300 agents"),
    ("01 23 45 67 89", "01 23 45 67 89"),
    ("12,500 000", "12,500 000"),
    # dates
    ("le 1er octobre 2025", "le 1er~octobre 2025"),
    ("le 31 décembre 2026", "le 31~décembre 2026"),
    ("le 12 maisons", "le 12 maisons"),
    # what announces a number or a name
    ("n° 5, N° 6, n° \ue001", "n°~5, N°~6, n°~\ue001"),
    ("§ 3", "§~3"),
    ("M. Dupont, Mme Évrard, M. \ue001", "M.~Dupont, Mme~Évrard, M.~\ue001"),
    ("Mme la présidente", "Mme la présidente"),
    ("art. 28, article 5, Article \ue001", "art.~28, article~5, Article~\ue001"),
    ("l'article L. 2121-29 et les articles R. 5", "l’article~L.~2121-29 et les articles~R.~5"),
    ("cet article de la convention", "cet article de la convention"),
    # ellipsis
    ("etc...", "etc…"),
    ("nom : ......", "nom~: ......"),
]


@pytest.mark.parametrize(("typed", "shown"), EXAMPLES)
def test_static_text_is_set_in_type(typed: str, shown: str) -> None:
    expected = shown.replace("~", "\u00a0").replace("_", "\u202f")
    assert typeset(typed) == expected


# fmt: off
SIGNS = (
    "'", '"', "«", "»", ";", ":", "!", "?", "…", "...", ".", "%", "€", "n°", "M.", "art.", "L.",
    "§", "1er", "mai", "\u00a0", "\u202f", "\ue001", "\uf8ff", "\U000f0000", "http://", "www.",
    "a@b.fr", "&amp;", "*", "_", "-", "(", ")", "[", "]", "|", "12", "000", "mot", "É", "\n", "\t",
    " ", " ",
)
# fmt: on
pieces = st.one_of(
    st.sampled_from(SIGNS),
    st.sampled_from(SIGNS),
    st.sampled_from([typed for typed, _ in EXAMPLES]),
    st.text(max_size=3),
)
texts = st.lists(pieces, max_size=14).map("".join)
bounded = settings(max_examples=300, deadline=None)


@bounded
@given(texts)
def test_setting_twice_changes_nothing_more(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@bounded
@given(texts)
@example("www.a'b \U000f0000 x: a@b.fr;")
def test_letters_digits_and_placeholders_never_change(text: str) -> None:
    def kept(some: str) -> str:
        return "".join(c for c in some if c.isalnum() or "\ue000" <= c <= "\uf8ff")

    assert kept(typeset(text)) == kept(text)


@bounded
@given(texts)
def test_only_spaces_quotes_and_dots_change(text: str) -> None:
    """Without them, and without the spaces that were added, the text is the same."""

    def bare(some: str) -> str:
        signs = some.replace("...", "…").translate(str.maketrans("’«»", '\'""'))
        return "".join(c for c in signs if c not in " \u00a0\u2007\u2009\u202f")

    assert bare(typeset(text)) == bare(text)


@bounded
@given(texts)
@example("mot\n; a\n: «\nmot\n» 12\n%")
def test_lines_stay_lines(text: str) -> None:
    assert len(typeset(text).split("\n")) == len(text.split("\n"))


@settings(max_examples=200, deadline=None)
@given(
    st.from_regex(r"https?://[a-z]{1,8}\.fr(:[0-9]{2})?(/[ab.:;!?']{0,6}[a-z])?", fullmatch=True)
)
def test_an_address_stays_whole(address: str) -> None:
    assert address in typeset(f"Voir l'adresse {address} : elle suffit")
