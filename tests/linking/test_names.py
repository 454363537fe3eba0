from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.names import body_name, bones, fold, is_family_name_of, person_name, same_person_name


@pytest.mark.parametrize(
    ("one", "other", "country", "same"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR", True),
        ("Muammar Gaddafi", "Moammar Qadhafi", "LBY", True),
        ("Mohammad Javad Zarif", "Mohammed Zarif", "IRN", True),
        ("Sergei Lavrov", "Sergey Lavrov", "RUS", True),
        ("Сергей Лавров", "Sergei Lavrov", "RUS", True),
        ("Kim Jong-un", "Kim Jong Un", "PRK", True),
        ("Kim Jong Un", "Kim Jong Il", "PRK", False),
        ("Kim Yong Chol", "Kim Yong Nam", "PRK", False),
        ("Xi Jinping", "Jinping Xi", "CHN", True),
        ("Jim Mattis", "James Mattis", "USA", True),
        ("James N. Mattis", "Gen. James Mattis", "USA", True),
        ("Sarah Sanders", "Sarah Huckabee Sanders", "USA", True),
        ("Donald Trump", "Melania Trump", "USA", False),
        ("George W. Bush", "George H. W. Bush", "USA", False),
        ("John Kerry", "John Kelly", "USA", False),
        ("Ann Lee", "Amy Lee", "GBR", False),
        ("Kim Dong Chul", "Kim Yong Chol", "USA", False),
    ],
)
def test_persons_names(one: str, other: str, country: str, *, same: bool) -> None:
    first, second = person_name(one, country), person_name(other, country)
    assert same_person_name(first, second) is same
    assert same_person_name(second, first) is same


@pytest.mark.parametrize(
    ("short", "full", "country", "is_its"),
    [
        ("Kabulov", "Zamir Kabulov", "RUS", True),
        ("Zamir", "Zamir Kabulov", "RUS", False),
        ("Moon", "Moon Jae-in", "KOR", True),
        ("Jae-in", "Moon Jae-in", "KOR", False),
        ("Zelenskiy", "Volodymyr Zelensky", "UKR", True),
        ("Zamir Kabulov", "Zamir Kabulov", "RUS", False),
    ],
)
def test_family_names(short: str, full: str, country: str, *, is_its: bool) -> None:
    assert is_family_name_of(person_name(short, country), person_name(full, country)) is is_its


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ministry of Foreign Affairs", "Foreign Ministry", True),
        ("Ministry of Defence", "Defense Ministry", True),
        ("U.N. Security Council", "UN Security Council", True),
        ("Ministry of Trade", "Foreign Ministry", False),
    ],
)
def test_bodies_names(one: str, other: str, *, same: bool) -> None:
    assert (body_name(one) == body_name(other)) is same


@given(st.text(max_size=40), st.sampled_from(["CHN", "USA", None]))
def test_any_name_has_parts_and_is_its_own(name: str, country: str | None) -> None:
    parts = person_name(name, country)
    assert parts.parts
    assert parts.family in parts.parts
    assert same_person_name(parts, parts)
    body_name(name)


@given(st.text(max_size=20))
def test_folding_is_plain_and_settled(word: str) -> None:
    folded = fold(word)
    assert folded == "" or (folded.isascii() and folded.isalpha() and folded.islower())
    assert len(bones(folded)) <= len(folded)
