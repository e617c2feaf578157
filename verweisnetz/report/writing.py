"""Writes the report to a file, whole or not at all; the ending says whether it is a page or Markdown."""

from __future__ import annotations

from pathlib import Path

from graph.atomic import atomic_write
from ontology.errors import RegionError
from verweisnetz.report.markdown import report_markdown
from verweisnetz.report.model import Report
from verweisnetz.report.page import report_page

PAGES, TEXTS = (".html", ".htm"), (".md", ".markdown")


def report_text(report: Report, format_: str) -> str:
    """Return the report as ``html`` or ``md``."""
    return report_page(report) if format_ == "html" else report_markdown(report)


def format_of(path: Path) -> str:
    """Return which form a file's ending asks for.

    Raises:
        RegionError: neither.
    """
    ending = path.suffix.lower()
    if ending in PAGES or ending in TEXTS:
        return "html" if ending in PAGES else "md"
    raise RegionError(
        f"{path}: a report is written as .html or .md",
        de=f"{path}: ein Bericht wird als .html oder .md geschrieben",
    )


def write_report(report: Report, path: str | Path, format_: str = "") -> None:
    """Write a report.

    Raises:
        RegionError: for another ending, or a place where nothing can be written.
    """
    out = Path(path)
    text = report_text(report, format_ or format_of(out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(out, text.encode("utf-8"))
    except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
        raise RegionError(
            f"{out}: cannot be written there ({error.strerror})",
            de=f"{out}: kann dort nicht geschrieben werden ({error.strerror})",
        ) from error
