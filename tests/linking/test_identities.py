from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from dragoman.linking.identities import Alias, Identity, Ruling, Sighting, identify
from dragoman.records import ActorKind

DAY = dt.date(2024, 5, 16)
P, B, G = ActorKind.PERSON, ActorKind.BODY, ActorKind.GROUP


def seen(
    name: str, country: str | None = "NOR", office: str | None = None, *, times: int = 1, day: int = 0,
    kind: ActorKind = P,
) -> Sighting:  # fmt: skip
    return Sighting(Alias(name, kind, country), office, DAY + dt.timedelta(days=day), times)


def names(identity: Identity) -> set[str]:
    return {alias.name for alias in identity.aliases}


def partition(*sightings: Sighting, rulings: tuple[Ruling, ...] = ()) -> list[set[str]]:
    return [names(identity) for identity in identify(sightings, rulings)]


def test_spellings_and_orders_of_a_full_name_are_one_person() -> None:
    assert partition(
        seen("Sergei Lavrov", "RUS", times=3), seen("Sergey Lavrov", "RUS"), seen("Lavrov Sergei", "RUS")
    ) == [{"Sergei Lavrov", "Sergey Lavrov", "Lavrov Sergei"}]


def test_the_very_same_full_name_may_stand_with_a_wrong_country() -> None:
    (one,) = identify([seen("Ada Quill", "NOR", times=5), seen("Ada Quill", "GBR"), seen("Ada Quill", None)])
    assert one.country == "NOR"
    assert len(identify([seen("Ada Quill", "NOR"), seen("Ida Quill", "GBR")])) == 2


def test_a_family_name_is_the_only_person_of_that_name() -> None:
    assert partition(seen("Zamir Kabulov", "RUS"), seen("Kabulov", "RUS")) == [{"Zamir Kabulov", "Kabulov"}]
    assert len(partition(seen("Zamir Kabulov", "RUS"), seen("Kabulov", "UZB"))) == 2


def test_of_two_persons_of_a_name_the_office_decides_or_by_far_the_most_reported() -> None:
    ada, rui = seen("Ada Quill", office="minister", times=3), seen("Rui Quill", office="mayor", times=3)
    assert {"Ada Quill", "Quill"} in partition(ada, rui, seen("Quill", office="minister"))
    assert {"Quill"} in partition(ada, rui, seen("Quill"))
    assert {"Ada Quill", "Quill"} in partition(seen("Ada Quill", times=50), rui, seen("Quill"))


def test_an_office_without_a_name_is_who_held_it_about_that_day() -> None:
    kabulov = seen("Zamir Kabulov", "RUS", "special envoy")
    bare = seen("Russian special envoy", "RUS", day=20)
    assert partition(kabulov, bare) == [{"Zamir Kabulov", "Russian special envoy"}]
    assert len(partition(kabulov, seen("Russian special envoy", "RUS", day=400))) == 2
    rival = seen("Boris Ilin", "RUS", "special envoy", day=10)
    assert len(partition(kabulov, rival, bare)) == 3


def test_the_telling_name_is_a_full_one_and_offices_have_their_days() -> None:
    (one,) = identify(
        [
            seen("Quill", office="minister", times=9),
            seen("Ada Quill", office="minister", day=30),
            seen("Ada Quill", office="prime minister", day=300),
        ]
    )
    assert one.name == "Ada Quill"
    assert [(o.office, o.first, o.last, o.reports) for o in one.offices] == [
        ("minister", DAY, DAY + dt.timedelta(30), 2),
        ("prime minister", DAY + dt.timedelta(300), DAY + dt.timedelta(300), 1),
    ]


def test_bodies_and_groups_are_told_by_their_words_and_country() -> None:
    found = partition(
        seen("Norwegian Foreign Ministry", kind=B), seen("Ministry of Foreign Affairs", kind=B),
        seen("Foreign Ministry", "PRT", kind=B), seen("Comoros Renewal Council", "COM", kind=G),
    )  # fmt: skip
    assert {"Norwegian Foreign Ministry", "Ministry of Foreign Affairs"} in found
    assert {"Foreign Ministry"} in found
    assert len(found) == 3


def test_a_persons_word_goes_before_any_rule() -> None:
    ada, quill = seen("Ada Quill"), seen("Quill")
    assert len(partition(ada, quill, rulings=(Ruling(ada.alias, quill.alias, same=False),))) == 2
    far = seen("the Lioness", "PRT")
    assert {"Ada Quill", "Quill", "the Lioness"} in partition(
        ada, quill, far, rulings=(Ruling(ada.alias, far.alias, same=True),)
    )


def test_what_was_ruled_apart_is_not_joined_by_a_third_name() -> None:
    one, other, third = seen("Ada Quill", times=9), seen("Ada M. Quill"), seen("Quill")
    found = partition(one, other, third, rulings=(Ruling(one.alias, other.alias, same=False),))
    assert not any({"Ada Quill", "Ada M. Quill"} <= group for group in found)


_sightings = st.builds(
    seen,
    st.sampled_from(["Ada Quill", "Quill", "A. Quill", "Norwegian envoy", "Rui Vale", "", "é"]),
    st.sampled_from(["NOR", "PRT", None]),
    st.sampled_from(["envoy", "minister", None]),
    kind=st.sampled_from([P, B]),
)


@given(st.lists(_sightings, max_size=12))
def test_every_name_belongs_to_one_actor_whatever_the_order(sightings: list[Sighting]) -> None:
    found = identify(sightings)
    aliases = [alias for identity in found for alias in identity.aliases]
    assert sorted(a.order for a in aliases) == sorted({s.alias.order for s in sightings})
    assert found == identify(sightings[::-1])
