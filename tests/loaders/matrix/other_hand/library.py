"""Every paper of the other hand, and the folder they are written to."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

from tests.loaders.matrix.other_hand import crosses, later, listings

PAPERS = (
    crosses.three_header_rows, crosses.typed_sections, crosses.names_on_the_right, crosses.sheet_per_group,
    crosses.offers_by_actors, crosses.instruments, crosses.colours, crosses.places_and_dates, crosses.stacked,
    listings.tidy_list, listings.edge_list, listings.columns_refer_to_rows, listings.names_in_cells, listings.contacts,
    listings.fact_sheet_columns, listings.fact_sheet_per_sheet,
    later.groups_by_partners, later.asked_edges, later.one_row_each, later.struck_and_merged,
)  # fmt: skip


def write(folder: Path, seed: int) -> None:
    """Write all papers of one seed, each with its truth."""
    folder.mkdir(parents=True, exist_ok=True)
    for draw in PAPERS:
        draw(Random(f"{seed} {draw.__name__}")).save(folder)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
