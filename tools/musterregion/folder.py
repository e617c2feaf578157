"""All source files of the example region by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tools.musterregion import (
    delimited,
    district_sheets,
    events,
    pages,
    partner_matrix,
    projects,
    provider_list,
    recognition,
    referral_matrix,
    sheets_of_paper,
    teams,
    who_where,
)


def files() -> Mapping[str, bytes]:
    """Return the content of every file."""
    return {
        partner_matrix.NAME: partner_matrix.write(),
        district_sheets.NAME: district_sheets.write(),
        provider_list.NAME: provider_list.write(),
        referral_matrix.NAME: referral_matrix.write(),
        who_where.NAME: who_where.write(),
        projects.NAME: projects.write(),
        recognition.NAME: recognition.write(),
        events.NAME: events.write(),
        teams.NAME: teams.write(),
        pages.NETWORK: pages.network(),
        pages.BRIDGES: pages.bridges(),
        pages.RETURN: pages.back_to_work(),
        sheets_of_paper.SHEET: sheets_of_paper.sheet(),
        sheets_of_paper.FLYER: sheets_of_paper.flyer(),
        delimited.CONTACTS: delimited.contacts(),
        delimited.REFERRALS: delimited.referrals(),
    }


def write(folder: Path) -> list[Path]:
    """Write every file into ``folder``; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, content in files().items():
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    return paths
