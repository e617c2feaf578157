"""Hostile and broken files: one clear error each, quickly, and the parent process stays small."""

from __future__ import annotations

import os
import random
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from loaders import gate
from loaders.limits import Limits
from ontology.errors import LoadError
from ontology.messages import codes, hint, sentence
from tests.loaders.workbooks import parts, rows, save, text_cell

FIXTURES = Path(__file__).parents[1] / "fixtures" / "matrix"
GOOD = rows(("Akteur", "Beratung"), ("VHS Siegen", "x"))


def spent() -> float:
    """Return the processor time of this process and its children: other load on the machine does not count."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def quick(seconds: float = 2.0) -> Iterator[None]:
    began = spent()
    yield
    assert spent() - began < seconds


def refused(path: Path, code: str, limits: Limits | None = None, seconds: float = 2.0) -> LoadError:
    with quick(seconds), pytest.raises(LoadError) as caught:
        gate.read(path, source="sources/partner.xlsx", limits=limits)
    assert code == caught.value.code
    for language in ("de", "en"):
        assert caught.value.message(language).startswith("sources/partner.xlsx")
        assert "{" not in caught.value.message(language)
    assert caught.value.de != caught.value.en
    return caught.value


def bomb(path: Path) -> Path:
    content = parts("")
    del content["xl/worksheets/sheet1.xml"]
    save(path, content)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as out,
    ):
        for _ in range(100):
            out.write(b"<!--" + b" " * (1 << 20) + b"-->")
    return path


def lying_bomb(path: Path) -> Path:
    """The central directory says 100 bytes, the data unpack to 50 MB."""
    bomb(path)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    return path


def one_giant_cell(path: Path) -> Path:
    return save(path, parts(f'<sheetData><row r="1">{text_cell("A1", "a" * 3_000_000)}</row></sheetData>'))


def far_values(path: Path) -> Path:
    body = "".join(f'<row r="{at}">{text_cell(f"XFD{at}", "x")}</row>' for at in range(1_048_500, 1_048_576))
    return save(path, parts(f"<sheetData>{body}</sheetData>"))


def merges_over_content(path: Path) -> Path:
    body = f'<row r="1">{text_cell("A1", "a")}</row><row r="9000">{text_cell("Z9000", "b")}</row>'
    return save(path, parts(f'<sheetData>{body}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))


def many_merges(path: Path) -> Path:
    merges = "".join(f'<mergeCell ref="A{at}:B{at}"/>' for at in range(1, 110_000))
    return save(path, parts(f"{GOOD}<mergeCells>{merges}</mergeCells>"))


def document_type(path: Path) -> Path:
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return save(path, parts(rows(("&e;",)), head=head))


def laughs(path: Path) -> Path:
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    return save(path, parts(rows(("&l11;",)), head=f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'))


def climbing_name(path: Path) -> Path:
    return save(path, {**parts(GOOD), "../../evil.xml": "x"})


def absolute_name(path: Path) -> Path:
    return save(path, {**parts(GOOD), "/etc/evil.xml": "x"})


def twice_the_same(path: Path) -> Path:
    return save(path, {**parts(GOOD), "XL/Workbook.xml": "x"})


def many_members(path: Path) -> Path:
    return save(path, {**parts(GOOD), **{f"xl/media/{at}.bin": "" for at in range(6_000)}})


def no_xml(path: Path) -> Path:
    return save(path, {**parts(GOOD), "xl/worksheets/sheet1.xml": "<worksheet><sheetData>"})


def no_sheet(path: Path) -> Path:
    content = parts(GOOD)
    del content["xl/worksheets/sheet1.xml"]
    return save(path, content)


def truncated(path: Path) -> Path:
    save(path, parts(GOOD))
    path.write_bytes(path.read_bytes()[:-200])
    return path


def bad_checksum(path: Path) -> Path:
    save(path, parts(GOOD))
    data = path.read_bytes()
    at = data.find(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml") + 20
    path.write_bytes(data[:at] + b"\xff\xff\xff\xff" + data[at + 4 :])
    return path


def zip_password(path: Path) -> Path:
    save(path, parts(GOOD))
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    path.write_bytes(bytes(data))
    return path


def no_address(path: Path) -> Path:
    return save(path, parts('<sheetData><row r="1"><c r="?!"><v>1</v></c></row></sheetData>'))


def nothing_in_it(path: Path) -> Path:
    return save(path, parts("<sheetData/>"))


def bytes_of(data: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return write


HOSTILE = [
    ("bomb", bomb, "too_large"),
    ("one giant cell", one_giant_cell, "too_large"),
    ("far values", far_values, "too_large"),
    ("merges over content", merges_over_content, "too_large"),
    ("many merges", many_merges, "too_large"),
    ("many members", many_members, "too_large"),
    ("document type", document_type, "broken"),
    ("billion laughs", laughs, "broken"),
    ("climbing name", climbing_name, "broken"),
    ("absolute name", absolute_name, "broken"),
    ("twice the same", twice_the_same, "broken"),
    ("no xml", no_xml, "broken"),
    ("no sheet", no_sheet, "broken"),
    ("truncated", truncated, "broken"),
    ("bad checksum", bad_checksum, "broken"),
    ("no address", no_address, "broken"),
    ("empty", bytes_of(b""), "broken"),
    ("zip password", zip_password, "encrypted"),
    ("nothing in it", nothing_in_it, "not_a_table"),
    ("only blanks", bytes_of(b"\xef\xbb\xbf \n\n"), "not_a_table"),
    ("png", bytes_of(b"\x89PNG\r\n\x1a\n" + bytes(400)), "unsupported"),
    ("pdf of nothing", bytes_of(b"%PDF-1.7\n%\xe2\xe3"), "broken"),
    ("old excel without its tables", bytes_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")), "broken"),
    ("web page without a table", bytes_of(b"<html><body>Anmeldung</body></html>"), "not_a_table"),
    ("web archive", bytes_of(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x"), "unsupported"),
    ("xml", bytes_of(b"<?xml version='1.0'?><Workbook/>"), "unsupported"),
    ("json", bytes_of(b'{"actors": ["VHS"]}'), "unsupported"),
    ("noise", bytes_of(bytes(range(256)) * 40), "unsupported"),
    ("word without its text", lambda path: save(path, {"[Content_Types].xml": "", "word/document.xml": ""}), "broken"),
    ("other zip", lambda path: save(path, {"liesmich.txt": "x"}), "unsupported"),
    ("binary excel", lambda path: save(path, {"[Content_Types].xml": "", "xl/workbook.bin": ""}), "unsupported"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "code"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_file_gives_one_clear_error(tmp_path: Path, make: Callable[[Path], Path], code: str) -> None:
    refused(make(tmp_path / "partner.xlsx"), code)


def test_a_bomb_that_lies_about_its_size_does_not_get_past_the_count(tmp_path: Path) -> None:
    assert refused(lying_bomb(tmp_path / "partner.xlsx"), "broken").place == "xl/worksheets/sheet1.xml"


def test_bytes_are_counted_while_a_part_unpacks(tmp_path: Path) -> None:
    path = save(tmp_path / "partner.xlsx", parts(rows(*((f"Akteur {at}", "x") for at in range(9_000)))))
    refused(path, "too_large", Limits(member_bytes=100_000))


def test_a_password_protected_workbook_says_so() -> None:
    assert "Passwort" in refused(FIXTURES / "o11_passwort.xlsx", "encrypted").message("de")


def test_a_cut_off_workbook_is_broken() -> None:
    refused(FIXTURES / "o12_abgeschnitten.xlsx", "broken")


def test_a_missing_file_is_an_error_not_a_traceback(tmp_path: Path) -> None:
    refused(tmp_path / "nie-da.xlsx", "broken")


def test_the_place_of_a_refusal_is_named(tmp_path: Path) -> None:
    words = "".join(random.Random(3).choices("abcdefghijklmnop", k=200_000))
    path = save(tmp_path / "partner.xlsx", parts(rows(("Akteur", words))))
    assert refused(path, "too_large").place == "Blatt!B1"


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(cells=3), "too_large"),
        (Limits(text_chars=10), "too_large"),
        (Limits(file_bytes=100), "too_large"),
        (Limits(sheets=0), "too_large"),
        (Limits(result_bytes=10), "too_large"),
        (Limits(wall_seconds=0), "too_large"),
    ],
)
def test_every_limit_holds(tmp_path: Path, limits: Limits, code: str) -> None:
    refused(save(tmp_path / "partner.xlsx", parts(GOOD)), code, limits)


def test_a_child_that_needs_too_much_memory_ends_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "partner.xlsx", parts(rows(*((f"Akteur {at}", f"Angebot {at}") for at in range(40_000)))))
    # At its limit an allocator may spin instead of failing; then the limit of processor time ends it.
    refused(path, "too_large", Limits(memory_bytes=32 << 20, cpu_seconds=4, ratio=10_000), seconds=6.0)


def test_a_single_far_value_is_reported_and_costs_nothing(tmp_path: Path) -> None:
    body = f'<row r="1">{text_cell("A1", "VHS")}</row><row r="1048576">{text_cell("XFD1048576", "vergessen")}</row>'
    path = save(tmp_path / "partner.xlsx", parts(f"<sheetData>{body}</sheetData>"))
    with quick():
        (grid,) = gate.read(path)
    assert list(grid.cells) == [(1, 1)]
    assert "VN1106" in grid.notes[0]
    assert "XFD1048576" in grid.notes[0]
    assert "vergessen" in grid.notes[0]


def test_a_merge_over_the_whole_sheet_is_clipped_to_what_is_used(tmp_path: Path) -> None:
    path = save(tmp_path / "partner.xlsx", parts(f'{GOOD}<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'))
    with quick():
        (grid,) = gate.read(path)
    assert grid.merges == ()


def test_macros_are_not_run_and_noted(tmp_path: Path) -> None:
    path = save(tmp_path / "partner.xlsm", {**parts(GOOD), "xl/vbaProject.bin": b"\xd0\xcf"})
    (grid,) = gate.read(path)
    assert "VN1108" in grid.notes[0]
    assert grid.text(2, 1) == "VHS Siegen"


@pytest.mark.parametrize("name", ["matrix.pdf", "matrix", "matrix.csv"])
def test_the_ending_of_a_name_decides_nothing(tmp_path: Path, name: str) -> None:
    (grid,) = gate.read(save(tmp_path / name, parts(GOOD)))
    assert grid.text(2, 1) == "VHS Siegen"


def test_the_child_sees_no_variable_and_no_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (grid,) = gate.read(save(tmp_path / "matrix.xlsx", parts(GOOD)))
    assert grid.text(2, 2) == "x"


def test_a_hostile_file_leaves_the_parent_small(tmp_path: Path) -> None:
    path = bomb(tmp_path / "partner.xlsx")
    tracemalloc.start()
    refused(path, "too_large")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 << 20


def _damaged(path: Path, seed: int) -> Path:
    chance = random.Random(seed)
    source = FIXTURES / chance.choice(["o01_einfach.xlsx", "o08_farben_kommentare.xlsx", "o09_verbundene_zellen.ods"])
    with zipfile.ZipFile(source) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice([name for name in content if name.endswith((".xml", ".rels"))])
    data = bytearray(content[victim])
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data))
        data[at : at + chance.randint(0, 12)] = chance.choice(
            [b"", b"9", b"-1", b'"', b"<", b"=", b"A1:ZZ9", b"9999999999"]
        )
    return save(path, {**content, victim: bytes(data)})


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_file_is_read_or_refused_but_never_raises_anything_else(tmp_path: Path, seed: int) -> None:
    path = _damaged(tmp_path / "a.xlsx", seed)
    with quick():
        try:
            outcome = "read" if gate.read(path) else "nothing"
        except LoadError as error:
            outcome = error.code
    assert outcome in {"read", "broken", "unsupported", "not_a_table", "too_large", "encrypted"}


def test_every_sentence_the_loaders_use_is_in_the_catalogue_and_no_other() -> None:
    loaders = Path(gate.__file__).parent
    own = [*loaders.glob("*.py"), *(loaders / "readers").glob("*.py"), *(loaders / "tables").glob("*.py")]
    own += [loaders / "matrix" / "mojibake.py", *(loaders / "prose").rglob("*.py")]
    used = {code for path in own for code in re.findall(r'"(VN[13]\d{3})"', path.read_text(encoding="utf-8"))}
    assert used == {code for code in codes() if code.startswith(("VN1", "VN3"))}
    for code in used:
        for language in ("de", "en"):
            assert sentence(code, language) != code
            assert hint(code, language)
