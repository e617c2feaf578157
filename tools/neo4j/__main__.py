"""Runs Neo4j in the foreground until Ctrl-C: ``python -m tools.neo4j [--port 7687] [--home FOLDER]``."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType

from tools.neo4j.jars import VERSION, Unavailable
from tools.neo4j.server import Server


def main() -> int:
    """Start a server, say where it answers, and stop it when asked to."""
    parser = argparse.ArgumentParser(prog="python -m tools.neo4j", description="A Neo4j server on this computer only.")
    parser.add_argument("--port", type=int, default=7687, help="Bolt port (0: any free one)")
    parser.add_argument("--home", type=Path, help="where the data stay; without it they go at the end")
    parser.add_argument("--version", default=VERSION, help="of Neo4j")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with Server(asked.port, asked.home, asked.version) as server:
            print(f"Neo4j {asked.version} answers at {server.uri} (no password); Ctrl-C stops it", flush=True)
            server.process.wait()
    except Unavailable as error:
        print(error, file=sys.stderr)
        return 4
    except KeyboardInterrupt:
        return 130
    return 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
