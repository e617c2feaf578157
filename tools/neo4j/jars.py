"""Fetches a Neo4j Community server with Maven, once for all checkouts of this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

VERSION = "5.26.29"
"""The long-term line; runs on Java 17 and 21."""

ENTRY_POINTS = ("org.neo4j.server.CommunityEntryPoint", "org.neo4j.server.Neo4jCommunity")
"""Main classes: the first up to the 5.x line, the second in the calendar releases."""

_POM = Path(__file__).with_name("pom.xml")


class Unavailable(RuntimeError):
    """No server can be had on this computer; the text says what is missing."""


def jars(version: str = VERSION) -> Path:
    """Return the folder of the server's jars, fetching them if this computer does not have them.

    Raises:
        Unavailable: if Maven is missing or could not fetch them.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "verweisnetz"
    folder = cache / f"neo4j-{version}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if not maven:
        raise Unavailable("no Maven (mvn) to fetch Neo4j with")
    cache.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=cache))
    try:
        _fetch(maven, version, part)
        entry_point(part)
        if not folder.is_dir():
            part.rename(folder)
    except FileExistsError:
        pass  # somebody else was quicker
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder


def _fetch(maven: str, version: str, into: Path) -> None:
    command = [
        maven, "-B", "-q", "-f", str(_POM), f"-Dneo4j.version={version}",
        "dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={into}",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line]
        raise Unavailable(f"Maven could not fetch Neo4j {version}: {said[0] if said else done.returncode}")


def entry_point(folder: Path) -> str:
    """Return the main class the jars hold.

    Raises:
        Unavailable: if none of them holds one.
    """
    for jar in sorted(folder.glob("neo4j*.jar")):
        with zipfile.ZipFile(jar) as held:
            names = set(held.namelist())
        for name in ENTRY_POINTS:
            if name.replace(".", "/") + ".class" in names:
                return name
    raise Unavailable(f"no Neo4j server in {folder}")
