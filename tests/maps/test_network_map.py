"""The network map in a real browser: offline, inert whatever the labels, usable by keyboard and without a canvas."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from queries.coverage import CellCover, CoverageAnswer
from queries.references import ConceptRef, RegionRef
from verweisnetz.maps.heatmap import heatmap_page
from verweisnetz.maps.layout import positions
from verweisnetz.maps.network_map import network_page
from verweisnetz.maps.picture import Edge, Node, Picture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAYLOADS = (
    "<img src=x onerror=window.__xss=1>",
    "</script><script>window.__xss=1</script>",
    '"><svg onload=window.__xss=1>',
    "javascript:window.__xss=1",
    "{{7*7}}{%raw%}",
    "' onmouseover='window.__xss=1",
    "https://example.org/?href=<b onclick=window.__xss=1>",
    "\u2028</title><script>window.__xss=1</script>",
    "<!--<script>window.__xss=1",
    "=1+1",
)


def picture(count: int = 12) -> Picture:
    groups = ("employment", "municipal", "training", "advice")
    nodes = tuple(Node(f"actor/{i:02}", f"Beratungsstelle {i}", groups[i % 4], "Jobcenter") for i in range(count))
    edges = tuple(
        Edge(f"actor/{i:02}", f"actor/{(i * 5 + 1) % (count - 2):02}", "refers", "Termin", i % 4, "m.xlsx!Blatt!C7")
        for i in range(count - 2)
        if i != (i * 5 + 1) % (count - 2)
    )
    return Picture(nodes, edges)


def hostile() -> Picture:
    nodes = tuple(Node(f"n{i}{text}", text, "other", text) for i, text in enumerate(PAYLOADS))
    edges = tuple(Edge(nodes[i].id, nodes[i + 1].id, "refers", text, 1, text) for i, text in enumerate(PAYLOADS[:-1]))
    return Picture(nodes, edges)


def opened(
    browser: Browser, tmp_path: Path, shown: Picture, title: str = "Karte", focus: str = ""
) -> tuple[Page, list[str]]:
    """Open a picture's page; return it with everything it asked for or complained about."""
    path = tmp_path / "map.html"
    path.write_text(network_page(shown, title, "de", focus), encoding="utf-8", newline="\n")
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    noise: list[str] = []
    page.on(
        "request",
        lambda request: noise.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None,
    )
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=yes]", timeout=15_000)
    return page, noise


@pytest.mark.browser
def test_the_map_draws_without_a_request_or_an_error(browser: Browser, tmp_path: Path) -> None:
    page, noise = opened(browser, tmp_path, picture())
    assert [] == noise
    drawn = page.evaluate(
        "() => { const c = document.querySelector('#map canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; let n = 0;"
        "for (let i = 0; i < d.length; i += 4) if (d[i + 3] && d[i] + d[i + 1] + d[i + 2] < 700) n++; return n; }"
    )
    assert drawn > 1_000
    page.close()


@pytest.mark.browser
def test_hostile_labels_stay_text_everywhere(browser: Browser, tmp_path: Path) -> None:
    page, noise = opened(browser, tmp_path, hostile(), title=PAYLOADS[1])
    for text in PAYLOADS:
        page.fill("#search", text)
        page.press("#search", "Enter")
    page.wait_for_timeout(100)
    assert page.evaluate("window.__xss") is None
    assert [] == noise
    assert PAYLOADS[1] == page.inner_text("h1")
    page.close()


@pytest.mark.browser
def test_search_selects_an_actor_and_says_whom_it_refers_to(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path, picture())
    page.fill("#search", "beratungsstelle 3")
    page.press("#search", "Enter")
    assert "1 gefunden" == page.inner_text("#found")
    assert "Beratungsstelle 3" in page.inner_text("#details")
    assert "verweist an" in page.inner_text("#details")
    page.fill("#search", "gibt es nicht")
    page.press("#search", "Enter")
    assert "Kein Akteur mit diesem Namen." == page.inner_text("#found")
    page.close()


@pytest.mark.browser
def test_the_legend_filters_and_the_table_is_searchable(browser: Browser, tmp_path: Path) -> None:
    page, noise = opened(browser, tmp_path, picture())
    ink = "document.querySelector('#map canvas').toDataURL().length"
    before = page.evaluate(ink)
    page.uncheck("input[data-group=training]")
    page.uncheck("input[data-kind=refers]")
    page.wait_for_timeout(150)
    assert page.evaluate(ink) < before
    page.click("#all")
    assert page.is_checked("input[data-group=training]")
    page.fill("#filter", "Beratungsstelle 9")
    visible = page.locator("#edges tbody tr:visible").count()
    assert 0 < visible < page.locator("#edges tbody tr").count()
    assert [] == noise
    page.close()


@pytest.mark.browser
def test_the_heatmap_page_is_inert_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    cells = tuple(
        CellCover(
            ConceptRef(f"audience/{i}", text, text), ConceptRef("theme/x", PAYLOADS[-2], PAYLOADS[-2]),
            RegionRef("region/x", text), None, "served", "specific", "fresh", False, True, 1, 1000, "", (),
        )
        for i, text in enumerate(PAYLOADS)
    )  # fmt: skip
    answer = CoverageAnswer(date(2026, 11, 21), date(2027, 5, 21), "needs", 10, {}, cells)
    path = tmp_path / "coverage.html"
    path.write_text(heatmap_page(answer, PAYLOADS[1], "de"), encoding="utf-8", newline="\n")
    page = browser.new_page()
    noise: list[str] = []
    page.on("request", lambda request: noise.append(request.url) if not request.url.startswith("file:") else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(path.as_uri())
    assert [] == noise
    assert page.evaluate("window.__xss") is None
    assert PAYLOADS[1] == page.inner_text("h1")
    assert len(set(PAYLOADS)) == page.locator("tbody tr").count()
    page.close()


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert network_page(picture(), "Karte") == network_page(picture(), "Karte")


def test_no_two_actors_stand_on_one_spot_and_loners_stand_below() -> None:
    place = positions(picture())
    assert len(place) == len(set(place.values()))
    connected = {end for edge in picture().edges for end in (edge.source, edge.target)}
    loners = set(place) - connected
    assert max(place[node][1] for node in connected) < min(place[node][1] for node in loners)


def test_the_table_holds_every_edge_with_its_evidence() -> None:
    page = network_page(picture(), "Karte")
    assert len(picture().edges) == page.count("m.xlsx!Blatt!C7</td>")


def test_an_empty_picture_is_a_page_too() -> None:
    assert "<h1>Leer</h1>" in network_page(Picture((), ()), "Leer")
