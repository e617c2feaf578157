"""The page in a real browser: whole, inert whatever a file holds, readable without colours, usable by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.comments import Comment

from verweisnetz.inspection import inspect, inspection_page
from verweisnetz.inspection.page_sheet import COLUMNS, MORE, ROWS
from verweisnetz.inspection.words import SIGNS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIXTURES = Path(__file__).parents[2] / "fixtures" / "matrix"
PAYLOADS = (
    "<img src=x onerror=window.__xss=1>",
    "</script><script>window.__xss=1</script>",
    '"><svg onload=window.__xss=1>',
    "' onmouseover='window.__xss=1",
    "</pre></details><script>window.__xss=1</script>",
    "{{7*7}}{%raw%}",
    "</title><script>window.__xss=1</script>",
    "<!--<script>window.__xss=1",
    "<style>*{display:none}</style>",
    "javascript:window.__xss=1",
    "<a href=https://example.org/x>x</a>",
    "=1+1",
)


@dataclass
class Opened:
    page: Page
    noise: list[str]


Opener = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Opener:
    """Return a function that opens a file's page and notes everything it asked for or complained about."""

    def open_(file: Path, language: str = "de", width: int = 1300) -> Opened:
        path = tmp_path / "ansicht.html"
        path.write_text(inspection_page(inspect(file), language), encoding="utf-8", newline="\n")
        page = browser.new_page(viewport={"width": width, "height": 900})
        noise: list[str] = []
        page.on("request", lambda request: noise.append(request.url) if not request.url.startswith("file:") else None)
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("console", lambda message: noise.append(message.text) if message.type in ("error", "warning") else None)
        page.goto(path.as_uri())
        return Opened(page, noise)

    return open_


def hostile(folder: Path) -> Path:
    """Write a workbook with payloads as sheet names, labels, headers, values, comments and links."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for number in range(0, len(PAYLOADS), 4):
        some = PAYLOADS[number : number + 4]
        sheet = book.create_sheet("".join(char for char in some[0] if char not in "[]:*?/\\'")[:31] or "x")
        sheet.append([f"Matrix {some[1]}"])
        sheet.append(["Einrichtung", *some, "Bemerkung"])
        for row, text in enumerate(PAYLOADS, 3):
            sheet.append([f"VHS Hagen {text}", "x", "?", text, f"x ({text})", text])
            sheet.cell(row, 2).comment = Comment(text, text[:20])
            sheet.cell(row, 1).hyperlink = f"https://example.org/?q={number}"
        sheet.append([])
        sheet.append([f"x = {some[2]}"])
    path = folder / f"{PAYLOADS[0].replace('/', '')[:20]}.xlsx"
    book.save(path)
    return path


@pytest.mark.browser
@pytest.mark.parametrize("language", ["de", "en"])
def test_whatever_a_file_holds_stays_text(opened: Opener, tmp_path: Path, language: str) -> None:
    shown = opened(hostile(tmp_path), language)
    page = shown.page
    for cell in page.locator("tbody [tabindex]").all()[:40]:
        cell.hover()
        cell.focus()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.wait_for_timeout(100)
    assert page.evaluate("window.__xss") is None
    assert [] == shown.noise
    assert 0 == page.locator("main img, main svg, main script, main style, main iframe, main form").count()
    assert {"#"} == set(page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href')[0])"))
    texts = "\n".join(page.locator("tbody .text").all_text_contents())
    assert [] == [text for text in PAYLOADS if text not in texts]
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "name", ["o02_gruppenkopf.xlsx", "o03_marken.xlsx", "o06_transponiert.xlsx", "o08_farben_kommentare.xlsx"]
)
def test_every_cell_is_shown_with_its_sign_and_readable_colours(opened: Opener, name: str) -> None:
    shown = opened(FIXTURES / name)
    found = inspect(FIXTURES / name)
    page = shown.page
    assert [] == shown.noise
    assert len(found.cells) == page.locator("tbody [id^=s]").count()
    signs = page.eval_on_selector_all("tbody [id^=s] > .sign", "all => all.map(one => one.textContent)")
    assert len(found.cells) == len(signs)
    assert set(signs) <= set(SIGNS.values())
    page.locator("tbody [tabindex]").first.focus()
    assert [] == page.evaluate(CONTRAST)
    page.close()


CONTRAST = """() => {
  const light = text => {
    const [r, g, b] = text.match(/[\\d.]+/g).map(Number).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = one => {
    for (let at = one; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (!color.endsWith(', 0)')) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const poor = new Set();
  for (const one of document.querySelectorAll('body *')) {
    const tip = one.closest('.tip');
    if (tip && getComputedStyle(tip).position !== 'fixed') continue;
    if (![...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(one.className + ' ' + one.textContent.slice(0, 30));
  }
  return [...poor];
}"""


@pytest.mark.browser
def test_a_cell_says_what_was_read_when_it_is_pointed_at_or_focused(opened: Opener) -> None:
    page = opened(FIXTURES / "o03_marken.xlsx").page
    tip = page.locator("#s1-C7 > .tip")

    def seen() -> bool:
        return bool(page.evaluate("getComputedStyle(document.querySelector('#s1-C7 > .tip')).position") == "fixed")

    assert not seen()
    page.locator("#s1-C7").focus()
    assert seen()
    assert "Jobcenter Märkischer Kreis – für Zielgruppe – Arbeitsuchende (nur SGB II)" in tip.inner_text()
    page.keyboard.press("Tab")
    assert not seen()
    assert "s1-D7" == page.evaluate("document.activeElement.id")
    page.locator("#s1-C7").hover()
    assert seen()
    page.close()


@pytest.mark.browser
def test_a_reported_cell_is_reached_from_the_list_and_says_why(opened: Opener) -> None:
    page = opened(FIXTURES / "o03_marken.xlsx").page
    links = page.locator("#reported ~ .finding a")
    assert ["Übersicht!E5", "Übersicht!F6", "Übersicht!J9", "Übersicht!H11"] == links.all_text_contents()
    for link in links.all():
        link.focus()
        page.keyboard.press("Enter")
        cell = page.locator(":target")
        assert "reported" in (cell.get_attribute("class") or "")
        assert "lässt die Antwort offen" in cell.locator(".tip").inner_text()
        box = cell.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 900
    page.close()


@pytest.mark.browser
def test_rows_and_columns_are_headed_for_those_who_listen(opened: Opener) -> None:
    page = opened(FIXTURES / "o02_gruppenkopf.xlsx").page
    assert "col" == page.locator("#s1-H6").get_attribute("scope")
    assert "row" == page.locator("#s1-A7").get_attribute("scope")
    assert "5" == page.locator("#s1-B5").get_attribute("colspan")
    assert "2" == page.locator("#s1-A5").get_attribute("rowspan")
    assert 0 == page.locator("tr > :first-child:not(th)").count()
    assert "de" == page.locator("html").get_attribute("lang")
    page.close()
    turned = opened(FIXTURES / "o06_transponiert.xlsx", "en").page
    assert ("row", "col", "en") == (
        turned.locator("#s1-A11").get_attribute("scope"),
        turned.locator("#s1-B2").get_attribute("scope"),
        turned.locator("html").get_attribute("lang"),
    )
    turned.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1300])
def test_the_page_itself_never_scrolls_sideways(opened: Opener, width: int) -> None:
    page = opened(FIXTURES / "o02_gruppenkopf.xlsx", width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.browser
def test_on_paper_each_cell_says_what_it_says(opened: Opener) -> None:
    page = opened(FIXTURES / "o03_marken.xlsx").page
    page.emulate_media(media="print")
    said = page.locator("#s1-C7 > .tip")
    assert "static" == page.evaluate("getComputedStyle(document.querySelector('#s1-C7 > .tip')).position")
    box = said.bounding_box()
    assert box is not None
    assert box["height"] > 10
    assert page.evaluate(
        "document.querySelector('.scroll').scrollWidth <= document.querySelector('.scroll').clientWidth"
    )
    page.close()


def long(folder: Path) -> Path:
    path = folder / "lang.csv"
    head = ";".join(["Einrichtung", *(f"Kurs {number}" for number in range(80))])
    rows = "\n".join(f"VHS {number};{'?' if number in {900, 901} else 'x'};x" for number in range(4000))
    path.write_text(f"{head}\n{rows}\n", encoding="utf-8")
    return path


def test_a_large_sheet_says_what_it_does_not_show_and_lists_all_that_was_reported(tmp_path: Path) -> None:
    text = inspection_page(inspect(long(tmp_path)), "de")
    assert f"Gezeigt: Zeilen 1–{ROWS} von 4001." in text
    assert "Dazu die Zeilen mit gemeldeten Zellen." in text
    assert "Gezeigt: Spalten A–BH von CC." in text
    assert '<a href="#s1-B902">B902</a>' in text
    assert 'id="s1-B902"' in text
    assert f"Zeilen {ROWS + 1}–901 nicht gezeigt" in text
    assert len(text) < 3_000_000


def test_reported_cells_that_are_not_shown_are_listed_without_a_link(tmp_path: Path) -> None:
    path = tmp_path / "offen.csv"
    path.write_text("Einrichtung;Coaching\n" + "VHS Hagen;x\n" * 210 + "VHS Olpe;unklar\n" * 400, encoding="utf-8")
    found = inspect(path)
    text = inspection_page(found, "en")
    assert 400 == len(found.reported)
    assert text.count('id="s1-B') == ROWS + MORE
    assert "not shown" in text
    assert "B312:B611" in text
    assert COLUMNS > 2


def test_the_same_reading_gives_the_same_page() -> None:
    pages = {inspection_page(inspect(FIXTURES / "o05_verweismatrix.xlsx"), "de") for _ in range(2)}
    assert 1 == len(pages)
    (page,) = pages
    assert "script-src &#39;none&#39;" in page
    assert "default-src &#39;none&#39;" in page
    assert "style=" not in page
