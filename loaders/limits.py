"""How much a partner's file may hold before it is refused: one frozen set of numbers, configurable per region."""

from __future__ import annotations

from dataclasses import asdict, dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What the gate lets pass. Sizes in bytes, times in seconds.

    Args:
        file_bytes: size of the file itself.
        total_bytes, member_bytes: what the parts of an archive may unpack to, counted while unpacking.
        ratio: unpacked : packed of one part, where the part unpacks to more than a megabyte.
        rows, columns: the area that is read; a value outside it is reported, not read.
        strays: how many values may lie outside that area before the whole file is refused.
        cells, text_chars, cell_chars: stored cells of all sheets, characters of all of them, characters of one.
        merge_cells: area of one merged range within the used part of the sheet.
        repeats: how many equal rows or cells of an ods are read that carry a colour and no word.
        memory_bytes, cpu_seconds, wall_seconds, result_bytes: of the child process that reads.
    """

    file_bytes: int = 50 * MEGABYTE
    total_bytes: int = 600 * MEGABYTE
    member_bytes: int = 400 * MEGABYTE
    ratio: int = 200
    members: int = 5_000
    rows: int = 500_000
    columns: int = 1_000
    strays: int = 20
    cells: int = 2_000_000
    text_chars: int = 100_000_000
    cell_chars: int = 131_072
    merge_cells: int = 10_000
    merges: int = 100_000
    repeats: int = 300
    sheets: int = 500
    memory_bytes: int = 1024 * MEGABYTE
    cpu_seconds: int = 60
    wall_seconds: int = 120
    result_bytes: int = 512 * MEGABYTE

    def to_dict(self) -> dict[str, int]:
        """Return the limits by name, for the job handed to the child."""
        return asdict(self)
