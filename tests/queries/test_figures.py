"""The network as a whole: brokers, articulation points, communities, isolated actors, bodies."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from queries.figure import FiguresAnswer
from queries.figures import Figures
from tests.queries.network import TODAY, Network
from tests.queries.schemas import assert_valid

NAMES = "abcdef"


def figures(net: Network, k: int = 5) -> FiguresAnswer:
    return Figures(TODAY, k).answer(net.view())


def net_of(pairs: list[tuple[str, str]], order: tuple[str, ...] = tuple(NAMES)) -> Network:
    net = Network()
    for name in order:
        net.actor(name)
    for sender, receiver in pairs:
        net.refers(sender, receiver)
    return net


def reached(pairs: set[frozenset[str]], start: str, without: str) -> frozenset[str]:
    found, ahead = {start}, [start]
    while ahead:
        one = ahead.pop()
        for pair in pairs:
            for other in pair - {one} if one in pair and without not in pair else ():
                if other not in found:
                    found.add(other)
                    ahead.append(other)
    return frozenset(found)


def cut_off(pairs: set[frozenset[str]], gone: str) -> set[str] | None:
    """Return who loses the largest part without an actor, by looking at every start; None if nobody does."""
    linked = {name for pair in pairs for name in pair}
    if gone not in linked:
        return None
    whole = reached(pairs, gone, "") - {gone}
    parts = {reached(pairs, name, gone) for name in whole}
    if len(parts) < 2:
        return None
    largest = min(parts, key=lambda part: (-len(part), min(part)))
    return set(whole - largest)


some_pairs = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]),
    max_size=9,
    unique=True,
)


@settings(max_examples=60)
@given(some_pairs, st.permutations(NAMES))
def test_articulation_points_are_those_whose_loss_cuts_somebody_off_and_order_decides_nothing(
    pairs: list[tuple[str, str]], order: list[str]
) -> None:
    answer = figures(net_of(pairs))
    undirected = {frozenset(pair) for pair in pairs}
    expected = {name: gone for name in NAMES if (gone := cut_off(undirected, name)) is not None}
    assert expected == {one.actor.label: {actor.label for actor in one.cut_off} for one in answer.articulations}
    assert answer == figures(net_of(pairs[::-1], tuple(order)))
    assert_valid("figures", answer.to_dict())


def test_a_broker_lies_on_the_shortest_ways_between_others() -> None:
    answer = figures(net_of([("a", "b"), ("b", "c"), ("d", "b")]))
    # of the 4 * 3 ordered pairs without b among four actors two lead through it, as no other way exists
    ways = [(one, other) for one, other in permutations("acd", 2) if one in "ad" and other == "c"]
    assert [("b", round(1000 * len(ways) / (3 * 2)))] == [(one.actor.label, one.share) for one in answer.brokers]


def test_reciprocity_counts_pairs_once_and_parallel_referrals_together() -> None:
    answer = figures(net_of([("a", "b"), ("b", "a"), ("a", "c"), ("a", "c")]))
    assert (4, 2, 1) == (answer.referrals, answer.pairs, answer.mutual)
    rows = {row["figure"]: row["value"] for row in answer.to_rows("de")}
    assert "1 von 2 Paaren" == rows["Gegenseitigkeit"]


def test_two_groups_that_hardly_refer_to_each_other_are_communities() -> None:
    inside = [pair for group in ("abc", "def") for pair in permutations(group, 2)]
    answer = figures(net_of([*inside, ("a", "d")]))
    assert [["a", "b", "c"], ["d", "e", "f"]] == [
        [actor.label for actor in community.actors] for community in answer.communities
    ]
    assert [(3, 4), (3, 4)] == [(community.inside, community.all) for community in answer.communities]


def test_who_neither_refers_nor_is_referred_to_nor_sits_anywhere_is_isolated() -> None:
    net = net_of([("a", "b")])
    net.actor("Beirat", kind="board")
    net.member("c", "Beirat", "chair")
    answer = figures(net)
    assert ["d", "e", "f"] == [actor.label for actor in answer.isolated]
    assert [("Beirat", [("c", "chair")])] == [
        (body.actor.label, [(seat.member.label, seat.role) for seat in body.seats]) for body in answer.bodies
    ]


def test_bodies_with_the_same_members_are_told() -> None:
    net = Network()
    for body in ("Beirat", "Taskforce", "Runde"):
        net.actor(body, kind="board", remark="tagt zweimal im Jahr" if body == "Beirat" else "")
        for member in ("a", "b") if body != "Runde" else ("a",):
            net.member(member, body)
    first, second, third = figures(net).bodies
    assert ("Beirat", "tagt zweimal im Jahr") == (first.actor.label, first.rhythm)
    assert (["Taskforce"], [], ["Beirat"]) == tuple(
        [actor.label for actor in body.same_members] for body in (first, second, third)
    )


def test_only_what_says_how_often_people_meet_is_a_rhythm_and_a_part_is_called_one() -> None:
    net = Network()
    net.actor("Beirat", kind="board", remark="gegründet 2019; trifft sich nach Bedarf")
    net.actor("Netz", kind="network", remark="gegründet 2018")
    net.member("Beirat", "Netz", "part")
    answer = figures(net)
    assert ["trifft sich nach Bedarf", ""] == [body.rhythm for body in answer.bodies]
    told = [row["value"] for row in answer.to_rows("de") if row["who"] == "Netz"]
    assert ["wie oft es tagt, sagt keine Quelle · Beirat (Teil davon)"] == told


def test_a_network_without_referrals_and_bodies_says_so() -> None:
    answer = figures(net_of([]))
    assert (("no_referrals_then", "no_bodies"), ()) == (answer.notes, answer.brokers)
    assert_valid("figures", answer.to_dict())
