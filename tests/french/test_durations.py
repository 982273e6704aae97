import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.designation import Gender
from convgen.french.durations import Unit, duration_figures, duration_words
from convgen.french.numbers import cardinal


@pytest.mark.parametrize(
    ("n", "unit", "figures", "words"),
    [
        (30, Unit.DAY, "30\u00a0jours", "trente jours"),
        (1, Unit.WEEK, "1\u00a0semaine", "une semaine"),
        (1, Unit.YEAR, "1\u00a0an", "un an"),
        (2, Unit.YEAR, "2\u00a0ans", "deux ans"),
        (1, Unit.MONTH, "1\u00a0mois", "un mois"),
        (18, Unit.MONTH, "18\u00a0mois", "dix-huit mois"),
        (21, Unit.HOUR, "21\u00a0heures", "vingt et une heures"),
        (0, Unit.DAY, "0\u00a0jour", "zéro jour"),
        (1000, Unit.DAY, "1\u202f000\u00a0jours", "mille jours"),
        (1_000_000, Unit.HOUR, "1\u202f000\u202f000\u00a0heures", "un million d’heures"),
    ],
)
def test_durations(n: int, unit: Unit, figures: str, words: str) -> None:
    assert duration_figures(n, unit) == figures
    assert duration_words(n, unit) == words


def test_a_negative_duration_is_refused() -> None:
    for write in (duration_figures, duration_words):
        with pytest.raises(ValueError, match="négati"):
            write(-1, Unit.DAY)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 30) | st.integers(0, 9_999), st.sampled_from(Unit))
def test_a_unit_agrees_with_its_number(n: int, unit: Unit) -> None:
    feminine = unit in (Unit.HOUR, Unit.WEEK)
    noun = unit.value if n < 2 else unit.plural
    gender = Gender.FEMININE if feminine else Gender.MASCULINE
    assert duration_words(n, unit) == f"{cardinal(n, gender)} {noun}"
    assert duration_figures(n, unit).endswith(f"\u00a0{noun}")
