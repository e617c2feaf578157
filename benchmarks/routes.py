"""``routes``: the five cheapest routes of at most four legs, for 200 clients, beside networkx.

Ours is the whole answer: reading the profile, three-valued fit of every provision, search, costs, evidence. The peer is
`networkx.shortest_simple_paths` on a graph of only the referrals a client can use, priced as ours and joined to one sink
behind the offers; making that graph counts, as no other can be asked. It knows no bound on legs: where there are fewer than
five short routes it lists longer ones without end, and is stopped after 30 s. That happens to a few clients in a hundred, so
that it is asked for as many of the same clients as there is time for (`PEERED`): a p99 of 20 would be chance. ``same_answers`` is the share of 20 clients whose routes are those of `benchmarks.every_route`.
"""

from __future__ import annotations

import gc
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from benchmarks.built import built
from benchmarks.clients import clients
from benchmarks.every_route import Enumeration, Way
from benchmarks.measure import Measure, cost
from graph.view import View
from queries.client import Client, Need
from queries.conditions import Conditions
from queries.cost import DEFAULT
from queries.fewest import UNUSABLE, Fewest
from queries.freshness import TRUSTED
from queries.legs import Legs
from queries.names import names_of
from queries.profile import Profile
from queries.route import RoutesAnswer
from queries.routes import Routes
from queries.targets import Target

if TYPE_CHECKING:
    import networkx

K, LEGS = 5, 4
CLIENTS, COMPARED = 200, 20
RUNS = 15
"""Rounds over all clients: processors of shared machines slow down for seconds, and five rounds are over in two."""
PEERED = {"region": 200, "state": 200, "national": 100}
"""Of so many clients, evenly chosen, the peer is asked."""
CAP = 30
"""Seconds after which the peer is stopped."""
PEER = "networkx shortest_simple_paths, usable referrals"
SINK = -1


def run(size: str) -> list[Measure]:
    """Return the measures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        view = built(Path(folder), size)
        asked = list(clients(view, CLIENTS))
        plain, explained = _timed(
            asked,
            lambda profile: Routes(profile, K, LEGS, why_not=0).answer(view),
            lambda profile: Routes(profile, K, LEGS).answer(view),
        )
        stopped, theirs = _peer(view, asked[:: CLIENTS // PEERED[size]])
        same = [_is_same(view, profile) for profile in asked[:: CLIENTS // COMPARED]]
    return [
        cost("route_p50", _quantile(plain, 0.5) * 1e3, _quantile(theirs, 0.5) * 1e3, PEER, "ms"),
        cost("route_p99", _quantile(plain, 0.99) * 1e3, _quantile(theirs, 0.99) * 1e3, PEER, "ms"),
        Measure("same_answers", sum(same) / len(same), f"of {COMPARED}: share"),
        Measure("why_not_p50", _quantile(explained, 0.5) * 1e3, "ms"),
        Measure("why_not_p99", _quantile(explained, 0.99) * 1e3, "ms"),
        Measure("peer_stopped", stopped, f"of {PEERED[size]}, {CAP} s"),
    ]


def _timed(asked: Sequence[Profile], *answers: Callable[[Profile], RoutesAnswer]) -> list[list[float]]:
    """Return for each way to answer the median time of each client over several rounds, made in turn."""
    rounds: list[list[list[float]]] = [[] for _ in answers]
    gc.collect()
    for _ in range(RUNS):
        for made, answer in zip(rounds, answers, strict=True):
            taken = []
            for profile in asked:
                start = time.perf_counter()
                answer(profile)
                taken.append(time.perf_counter() - start)
            made.append(taken)
    return [[statistics.median(times) for times in zip(*made, strict=True)] for made in rounds]


def _quantile(times: Sequence[float], share: float) -> float:
    """Return the smallest time that so large a share does not exceed."""
    return sorted(times)[max(0, -int(-share * len(times) // 1) - 1)]


def _is_same(view: View, profile: Profile) -> bool:
    answer = Routes(profile, K, LEGS, why_not=0).answer(view)
    most = max((route.cost.total for route in answer.routes), default=0)
    if len(answer.routes) < K:
        most = 10_000
    return [_way(answer, number) for number in range(len(answer.routes))] == Enumeration(view, profile, LEGS).cheapest(
        K, most
    )


def _way(answer: RoutesAnswer, number: int) -> Way:
    route = answer.routes[number]
    actors = [route.start.id if route.start else "", *(leg.receiver.id for leg in route.legs)]
    direct = any(leg.kind == "direct" for leg in route.legs)
    return route.cost.total, tuple(actors), route.target.id, route.offer.id if route.offer else "", direct


def _peer(view: View, asked: Sequence[Profile]) -> tuple[int, list[float]]:
    """Return how often the peer had to be stopped, and its times."""
    stopped, taken = 0, []
    signal.signal(signal.SIGALRM, _stop)
    for profile in asked:
        start = time.perf_counter()
        signal.alarm(CAP)
        try:
            _shortest(view, profile)
        except TimeoutError:
            stopped += 1
        finally:
            signal.alarm(0)
        taken.append(time.perf_counter() - start)
    return stopped, taken


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _shortest(view: View, profile: Profile) -> None:
    """Let networkx find the first five paths of at most four legs."""
    import networkx

    graph, start = _usable(view, profile)
    if start not in graph or SINK not in graph:
        return
    try:
        paths = networkx.shortest_simple_paths(graph, start, SINK, weight="weight")
        list(islice((path for path in paths if len(path) <= LEGS + 2), K))
    except networkx.NetworkXNoPath:
        return


def _usable(view: View, profile: Profile) -> tuple[networkx.DiGraph[int], int]:
    import networkx

    names = names_of(view)
    client, need = Client.of(view, profile), Need(names.need(profile.needs[0]))
    conditions = Conditions(view, client, need)
    legs = Legs(view, conditions, Fewest(client.judge), DEFAULT, TRUSTED)
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    for row in legs.index.referrals:
        price = legs.totals[row]
        if price < UNUSABLE:
            sender, receiver = legs.senders[row], legs.receivers[row]
            known = graph.get_edge_data(sender, receiver)
            if known is None or price < known["weight"]:
                graph.add_edge(sender, receiver, weight=price)
    for target in _targets(view, conditions, Fewest(client.judge)):
        for actor in target.arrivals if target.ends else ():
            graph.add_edge(actor, SINK, weight=target.total)
    return graph, names.actor(profile.start)


def _targets(view: View, conditions: Conditions, groups: Fewest) -> list[Target]:
    from queries.candidates import Candidates
    from queries.fits_of import fits
    from queries.fitting_offers import FittingOffers
    from queries.screen import Screen
    from queries.targets import Targets

    found = fits(view, Screen(conditions, groups), groups, Candidates(view, conditions.client, conditions.need))
    return FittingOffers(Targets(view, conditions, DEFAULT, TRUSTED), found).targets()
