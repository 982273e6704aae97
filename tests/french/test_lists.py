import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.lists import enumerate_list


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (("a", "b", "c"), "a, b et c")],
)
def test_enumerations(items: list[str], expected: str) -> None:
    assert enumerate_list(items) == expected


def test_another_conjunction() -> None:
    assert enumerate_list(["a", "b", "c"], "ou") == "a, b ou c"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abcdef"), min_size=1))
def test_every_item_stands_in_its_order(items: list[str]) -> None:
    assert enumerate_list(items).replace(" et ", ", ").split(", ") == items
