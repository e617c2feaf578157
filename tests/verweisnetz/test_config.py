"""The configuration: defaults, strictness, and one clear message per slip in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.limits import Limits
from ontology.errors import RegionError
from verweisnetz.config import FILE, KINDS, Settings, SourceRule, read_settings
from verweisnetz.scaffold import example


def written(folder: Path, text: str) -> Path:
    (folder / FILE).write_text(text, encoding="utf-8")
    return folder


def slip(folder: Path, text: str) -> RegionError:
    with pytest.raises(RegionError) as caught:
        read_settings(written(folder, text))
    return caught.value


def test_a_folder_without_a_configuration_has_its_name_and_the_defaults(tmp_path: Path) -> None:
    assert Settings(name=tmp_path.name) == read_settings(tmp_path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RegionError, match="no such folder") as caught:
        read_settings(tmp_path / "nichts")
    assert "diesen Ordner gibt es nicht" in caught.value.de


def test_everything_that_may_be_said_is_read(tmp_path: Path) -> None:
    text = """
    [region]
    name = "Mark"
    space = "Märkische Region"
    language = "en"
    horizon = 2027-06-30
    [freshness]
    contacts_months = 6
    [build]
    keep_generations = 2
    [gaps]
    accompanied = ["Geflüchtete"]
    [limits]
    rows = 10
    [[source]]
    path = "a/*.xlsx"
    kind = "matrix"
    publisher = "Kreis"
    stated_on = "2026-01-31"
    expect = { actors = [2, 5] }
    [[source]]
    path = "entwurf.xlsx"
    ignore = true
    """
    expected = Settings(
        name="Mark",
        space="Märkische Region",
        language="en",
        horizon="2027-06-30",
        contacts_months=6,
        keep_generations=2,
        accompanied=("Geflüchtete",),
        limits=Limits(rows=10),
        sources=(
            SourceRule("a/*.xlsx", "matrix", "Kreis", "2026-01-31", expect={"actors": (2, 5)}),
            SourceRule("entwurf.xlsx", ignore=True),
        ),
    )
    assert expected == read_settings(written(tmp_path, text))


def test_a_byte_order_mark_of_the_windows_editor_is_no_slip(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[region]\nname = "Mark"\n', encoding="utf-8-sig")
    assert "Mark" == read_settings(tmp_path).name


def test_the_example_and_the_template_of_init_are_right(tmp_path: Path) -> None:
    from verweisnetz.scaffold import init

    assert "Musterregion Lenne-Ruhr" == read_settings(example()).name
    init(tmp_path / 'Kreis "Mark" \\ 2026')
    assert 'Kreis "Mark" \\ 2026' == read_settings(tmp_path / 'Kreis "Mark" \\ 2026').name


SLIPS = {
    "[region]\nname = Mark\n": ("line 2", "Zeile 2", "`name = Mark`"),
    '[region]\nname = "Mark\n': ("line 2", "Zeile 2", 'name = "Mark'),
    "[regoin]\n": ("`regoin` is unknown; did you mean `region`?", "gemeint `region`?"),
    "[xyz]\n": ("`xyz`", "freshness", "region", "source"),
    "region = 1\n": ("[region]",),
    '[region]\nnaem = "M"\n': ("[region]", "`naem`", "`name`"),
    "[region]\nname = 5\n": ("[region] name", "`5`", "text in quotes", "Text in Anführungszeichen"),
    '[region]\nlanguage = "fr"\n': ("[region] language", "`fr`", "de or en", "de oder en"),
    '[region]\nhorizon = "Sommer"\n': ("[region] horizon", "`Sommer`", "2026-09-30"),
    "[region]\nhorizon = 2027-06-30T10:00:00\n": ("[region] horizon", "2026-09-30"),
    "[freshness]\ncontacts_months = 0\n": ("[freshness] contacts_months", "`0`", "between 1 and 1200"),
    "[freshness]\ncontacts_months = true\n": ("[freshness] contacts_months", "`true`", "a whole number"),
    "[freshness]\ncontacts_months = 1.5\n": ("`1.5`", "eine ganze Zahl"),
    f"[build]\nkeep_generations = 0x{'f' * 5000}\n": ("[build] keep_generations", "`…`"),
    '[gaps]\naccompanied = "Frauen"\n': ("[gaps] accompanied", "`Frauen`", "a list of texts", "eine Liste von Texten"),
    "[gaps]\naccompanied = [1]\n": ("[gaps] accompanied", "`[ … ]`"),
    "[limits]\nfile_bites = 5\n": ("[limits]", "`file_bites`", "`file_bytes`"),
    '[source]\npath = "a"\n': ("[[source]]", "two brackets", "zwei Klammern"),
    '[[source]]\nkind = "matrix"\n': ("[[source]] 1", "`path`"),
    '[[source]]\npath = "a"\nkind = "matirx"\n': ("[[source]] 1", "kind", "`matirx`", *KINDS),
    '[[source]]\npath = "a"\n[[source]]\npath = "b"\nprofil = "c"\n': ("[[source]] 2", "`profil`", "`profile`"),
    '[[source]]\npath = "a"\nignore = "ja"\n': ("[[source]] 1 ignore", "`ja`", "true or false"),
    '[[source]]\npath = "a"\nstated_on = 2026\n': ("[[source]] 1 stated_on", "`2026`", "2026-09-30"),
    '[[source]]\npath = "a"\nexpect = { actor = [1, 2] }\n': ("[[source]] 1 expect", "`actor`", "`actors`"),
    '[[source]]\npath = "a"\nexpect = { actors = 5 }\n': ("expect.actors", "[20, 60]"),
    '[[source]]\npath = "a"\nexpect = { actors = [5, 2] }\n': ("expect.actors", "Minimum und Maximum"),
}


@pytest.mark.parametrize("text", SLIPS, ids=range(len(SLIPS)))
def test_a_slip_is_said_in_one_line_with_the_place_and_what_is_allowed(tmp_path: Path, text: str) -> None:
    error = slip(tmp_path, text)
    both = error.en + " / " + error.de
    assert [] == [part for part in SLIPS[text] if part not in both]
    for said in (error.en, error.de):
        assert said.startswith(FILE)
        assert "\n" not in said
        assert len(said) < 400


def test_text_that_is_not_utf_8_is_named_by_its_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes('[region]\nname = "Märkisch"\n'.encode("cp1252"))
    with pytest.raises(RegionError, match=r"verweisnetz\.toml, line 2: is not UTF-8") as caught:
        read_settings(tmp_path)
    assert "Zeile 2" in caught.value.de


def test_a_long_or_hostile_value_does_not_flood_the_message(tmp_path: Path) -> None:
    error = slip(tmp_path, '[region]\nlanguage = "\\u001b[2J' + "x" * 10_000 + '"\n')
    assert "\x1b" not in error.en
    assert len(error.en) < 300


def test_nesting_without_end_is_a_slip_too(tmp_path: Path) -> None:
    slip(tmp_path, "x = " + "[" * 20_000)


def messages(folder: Path) -> tuple[str, ...]:
    """Return what a slip is called in both languages; nothing where the configuration can be used."""
    try:
        assert isinstance(read_settings(folder), Settings)
    except RegionError as error:
        return error.en, error.de
    return ()


VALUES = st.recursive(
    st.one_of(
        st.sampled_from(['"de"', '"x"', "2026-09-30", "07:30:00", "true", "nan", '""', "'*.xlsx'", '"matrix"']),
        st.integers().map(str),
        st.integers(min_value=0).map(hex),
        st.floats(allow_nan=False, allow_infinity=False).map(str),
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]")
        | st.dictionaries(st.sampled_from(["actors", "offers", "x"]), inner, max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["name", "space", "language", "horizon", "contacts_months", "keep_generations", "rows", "path", "kind", "publisher",
     "stated_on", "profile", "expect", "ignore", "region", "source", "naem", '"a b"', "x.y"]
)  # fmt: skip
LINES = st.one_of(
    st.sampled_from(["[region]", "[freshness]", "[build]", "[limits]", "[[source]]", "[source]", "[a.b]", "# x", ""]),
    st.builds(lambda key, value: f"{key} = {value}", KEYS, VALUES),
    st.text(max_size=12),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=10).map("\n".join))
def test_whatever_the_file_says_the_answer_is_settings_or_one_message(text: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_text(text, encoding="utf-8", newline="")
        assert all(said.startswith(FILE) for said in messages(Path(folder)))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_whatever_bytes_the_file_holds_the_answer_is_settings_or_one_message(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FILE).write_bytes(data)
        assert all(said.startswith(FILE) for said in messages(Path(folder)))
