"""Numbers under their format codes."""

from __future__ import annotations

import pytest

from loaders.readers.number_format import is_date, render


@pytest.mark.parametrize(
    ("value", "code", "text", "kind"),
    [
        (1.0, "General", "1", "number"),
        (1.0, "", "1", "number"),
        (0.1 + 0.2, "General", "0,3", "number"),
        (1e20, "General", "1E+20", "number"),
        (1234.5, "#,##0.00", "1234,50", "number"),
        (0.755, "0.0%", "75,5 %", "number"),
        (0.75, "0 %", "75 %", "number"),
        (1067.0, "00000", "01067", "number"),
        (-3.0, "0;[Red]-0", "-3", "number"),
        (-3.0, "0", "-3", "number"),
        (1.0, '[=1]"x";[=0]"-";General', "x", "number"),
        (0.0, '[=1]"x";[=0]"-";General', "-", "number"),
        (7.0, '[=1]"x";[=0]"-";General', "7", "number"),
        (1.0, '"ja";"ja";"nein"', "ja", "text"),
        (0.0, '"ja";"ja";"nein"', "nein", "text"),
        (5.0, ";;;", "5", "number"),
        (2.0, "[$€-407] 0", "€ 2", "number"),
        (221.0, "000-000", "000-221", "number"),
        (2215.0, "0.00E+00", "2215", "number"),
        (0.5, "# ?/?", "0,5", "number"),
        (2.5, "0", "3", "number"),
        (12345.0, "0,", "12", "number"),
        (0.5, "#.0#", "0,5", "number"),
        (45728.0, "dd.mm.yyyy", "2025-03-12", "date"),
        (45728.0, "TT.MM.JJJJ", "2025-03-12", "date"),
        (45728.0, "mmm yy", "2025-03-12", "date"),
        (45728.604166666664, "dd.mm.yyyy hh:mm", "2025-03-12 14:30", "date"),
        (0.604166666666667, "h:mm", "14:30", "text"),
        (1.5, "[h]:mm", "36:00", "text"),
        (1.0, "dd.mm.yyyy", "1900-01-01", "date"),
        (61.0, "dd.mm.yyyy", "1900-03-01", "date"),
        (-5.0, "dd.mm.yyyy", "-5", "number"),
        (1e9, "dd.mm.yyyy", "1000000000", "number"),
    ],
)
def test_a_number_reads_as_it_shows(value: float, code: str, text: str, kind: str) -> None:
    assert (text, kind) == render(value, code)


def test_dates_of_a_mac_workbook_count_from_1904() -> None:
    assert render(44266.0, "dd.mm.yyyy", since_1904=True) == ("2025-03-12", "date")


@pytest.mark.parametrize(
    "code", ["General", "0", '0 "days"', "#,##0.00 [$€-407]", "[Red]0", "@", "0.00E+00", '"Stunde"']
)
def test_these_are_no_dates(code: str) -> None:
    assert not is_date(code)
