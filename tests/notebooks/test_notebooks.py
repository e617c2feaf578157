"""The notebooks run, hold no outputs, and are the same in both of their forms."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("ipykernel")
jupytext = pytest.importorskip("jupytext")
nbformat = pytest.importorskip("nbformat")

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ("advisor", "analyst", "steering")


def _path(name: str, ending: str) -> Path:
    return ROOT / "notebooks" / f"{name}.{ending}"


def _example() -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in (ROOT / "examples").rglob("*")}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_both_forms_say_the_same(name: str) -> None:
    script, notebook = (jupytext.read(_path(name, ending)) for ending in ("py", "ipynb"))
    assert [(cell.cell_type, cell.source) for cell in script.cells] == [
        (cell.cell_type, cell.source) for cell in notebook.cells
    ]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_output_is_kept(name: str) -> None:
    notebook = nbformat.read(_path(name, "ipynb"), as_version=4)
    kept = [cell.id for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]
    assert kept == []


@pytest.mark.parametrize("name", NOTEBOOKS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_it_runs_from_top_to_bottom_and_leaves_the_example_alone(name: str, tmp_path: Path) -> None:
    from nbclient import NotebookClient

    before = _example()
    notebook = nbformat.read(_path(name, "ipynb"), as_version=4)
    said = [os.environ.get("PYTHONPATH", ""), str(ROOT)]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, said)), "TMPDIR": str(tmp_path)}
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute(env=surroundings)
    assert _example() == before
    assert any(
        output.output_type in ("execute_result", "stream")
        for cell in notebook.cells
        for output in cell.get("outputs", ())
    )
