"""The page in a real browser and on paper: inert, accessible, nothing cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.maps.test_network_map import PAYLOADS
from tests.report.conftest import TODAY, Reports
from verweisnetz import region
from verweisnetz.region import Region
from verweisnetz.report.markdown import report_markdown
from verweisnetz.report.model import Line, Listed, Place, Report, Section, Table
from verweisnetz.report.page import report_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTRAST = """() => {
  const bright = c => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => { v /= 255;
    return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$|transparent/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
  const weak = new Set();
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg') || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const [a, b] = [bright(getComputedStyle(e).color), bright(behind(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) weak.add(e.tagName + '.' + e.className);
  }
  return [...weak]; }"""


def opened(browser: Browser, folder: Path, report: Report, width: int = 1280) -> tuple[Page, list[str]]:
    path = folder / "bericht.html"
    path.write_text(report_page(report), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    noise: list[str] = []
    page.on("request", lambda request: noise.append(request.url) if not request.url.startswith("file:") else None)
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(path.as_uri())
    return page, noise


def hostile(report: Report) -> Report:
    lines = tuple(Line(text, (1,), 2, "") for text in PAYLOADS)
    blocks = (
        Table(PAYLOADS[0], PAYLOADS[:2], ((lines[0], lines[1]),), PAYLOADS[2]),
        Listed(PAYLOADS[3], PAYLOADS[4], lines),
    )
    places = tuple(Place(number, text, text, text) for number, text in enumerate(PAYLOADS, 1))
    sections = (*report.sections[:2], Section("gaps", PAYLOADS[1], lines, blocks))
    return replace(report, title=PAYLOADS[1], facts=((PAYLOADS[0], PAYLOADS[1]),), short=lines, unknown=lines,
                   sections=sections, places=places)  # fmt: skip


@pytest.fixture(scope="module")
def hostile_region(tmp_path_factory: pytest.TempPathFactory) -> Region:
    """Return a region in which everybody is called like an attack."""
    folder = tmp_path_factory.mktemp("boese")
    rows = [
        ["von", "an", "Übergabe"],
        *([one, other, "Termin"] for one, other in pairwise(PAYLOADS)),
    ]
    quoted = [";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    (folder / "verweise.csv").write_text("\n".join(quoted) + "\n", encoding="utf-8")
    return region.build(folder)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_it_opens_without_a_request_or_an_error_and_has_room_on_a_telephone(
    browser: Browser, reports: Reports, tmp_path: Path, language: str
) -> None:
    for width in (1280, 390):
        page, noise = opened(browser, tmp_path, reports(language), width)
        assert [] == noise
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


@pytest.mark.browser
def test_hostile_words_stay_text_everywhere(
    browser: Browser, reports: Reports, hostile_region: Region, tmp_path: Path
) -> None:
    for report in (hostile(reports("de")), hostile_region.report(day=TODAY)):
        page, noise = opened(browser, tmp_path, report)
        page.wait_for_timeout(50)
        assert [] == noise
        assert page.evaluate("window.__xss") is None
        assert 0 == page.evaluate(
            "document.querySelectorAll('script, img, [onload], [onclick], [onmouseover], [onerror]').length"
        )
        assert report.title == page.inner_text("h1")
        page.close()


def test_hostile_words_are_no_markup_in_markdown_either(reports: Reports) -> None:
    text = report_markdown(hostile(reports("de")))
    assert not re.search(r"(?<!\\)<(img|script|svg|b)", text)
    assert len({row.count("|") - row.count("\\|") for row in text.split("\n") if row.startswith("| ")}) <= 2


@pytest.mark.browser
def test_headings_are_in_order_tables_have_captions_and_pictures_words(
    browser: Browser, reports: Reports, tmp_path: Path
) -> None:
    page, _ = opened(browser, tmp_path, reports("de"))
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert (1, 1) == (levels[0], levels.count(1))
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.evaluate(
        "[...document.querySelectorAll('table')].every(t => t.caption && t.caption.textContent.trim())"
    )
    assert page.evaluate("[...document.querySelectorAll('th')].every(t => ['col', 'row'].includes(t.scope))")
    assert page.evaluate(
        "[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-hidden') === 'true' || s.getAttribute('role') === 'img'"
        " && s.querySelector(':scope > title').textContent && s.querySelector(':scope > desc').textContent)"
    )
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.hash.slice(1)))"
    )
    assert [] == page.evaluate(CONTRAST)
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_on_paper_nothing_is_wider_than_the_page(
    browser: Browser, reports: Reports, tmp_path: Path, language: str
) -> None:
    page, _ = opened(browser, tmp_path, reports(language), 680)  # A4 without margins, in CSS pixels
    page.emulate_media(media="print")
    wide = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && e.getBoundingClientRect().right > innerWidth + 1)"
        ".map(e => e.tagName + ' ' + e.textContent.slice(0, 40))"
    )
    assert [] == wide
    cut = page.evaluate(
        "[...document.querySelectorAll('th, td')].filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.slice(0, 40))"
    )
    assert [] == cut
    pdf = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(round(float(one)) for one in box.split()) for box in re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf)}
    assert {(0, 0, 595, 842), (0, 0, 842, 595)} == {(x, y, round(w), round(h)) for x, y, w, h in sizes}
    page.close()


@pytest.mark.browser
def test_a_still_map_names_every_actor_where_no_other_name_hides_it(
    browser: Browser, reports: Reports, tmp_path: Path
) -> None:
    page, _ = opened(browser, tmp_path, reports("de"))
    hidden = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll('.map-page svg[role=img] > text')].map(t => [t.getBoundingClientRect(), t.textContent]);
        const found = []; boxes.forEach(([a, s], i) => boxes.slice(i + 1).forEach(([b, t]) => {
          const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (w > 2 && h > 2) found.push([s, t]); })); return found; }"""
    )
    assert [] == hidden
    page.close()
