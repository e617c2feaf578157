"""A real Neo4j server on loopback in a fresh home, for tests and for ``make neo4j``."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from string import Template
from types import TracebackType

from tools.neo4j.jars import VERSION, Unavailable, entry_point, jars

_CONFIGURATION = Path(__file__).with_name("neo4j.conf.in")
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_HEAP = "512m"


class Server:
    """A running server; as a context manager it stops at the end of the block and leaves nothing behind.

    Args:
        port: of Bolt; 0 takes a free one.
        home: where the data lie; without one they go when the server stops.
        version: of Neo4j; calendar releases need a newer Java than 17.
    """

    def __init__(self, port: int = 0, home: Path | None = None, version: str = VERSION) -> None:
        java = shutil.which("java", path=_java_path())
        if not java:
            raise Unavailable("no Java to run Neo4j with")
        libraries = jars(version)
        self.port = _free_port(port)
        self.uri = f"bolt://127.0.0.1:{self.port}"
        self._passing = home is None
        self.home = home or Path(tempfile.mkdtemp(prefix="verweisnetz-neo4j-"))
        self._log = self._prepare()
        command = _command(java, libraries, self.home)
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)

    def _prepare(self) -> Path:
        for name in ("conf", "data", "logs", "run", "plugins", "import"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        settings = Template(_CONFIGURATION.read_text(encoding="utf-8"))
        filled = settings.substitute(home=self.home.as_posix(), port=self.port)
        (self.home / "conf" / "neo4j.conf").write_text(filled, encoding="utf-8")
        (self.home / "conf" / "neo4j.conf").chmod(0o600)  # the server refuses a file others may write
        return self.home / "logs" / "console.log"

    def __enter__(self) -> Server:
        """Wait until it answers."""
        try:
            self.wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()

    def wait(self, seconds: float = 120) -> None:
        """Wait until the server answers.

        Raises:
            Unavailable: with the server's last words, if it ends or stays silent.
        """
        from neo4j import GraphDatabase
        from neo4j.exceptions import DriverError, Neo4jError

        until = time.monotonic() + seconds
        with GraphDatabase.driver(self.uri, connection_timeout=2) as driver:
            while time.monotonic() < until and self.process.poll() is None:
                try:
                    driver.verify_connectivity()
                    driver.execute_query("RETURN 1", database_="neo4j")
                except (DriverError, Neo4jError, OSError):
                    time.sleep(0.3)
                else:
                    return
        said = self._log.read_text(encoding="utf-8", errors="replace").splitlines()[-3:]
        raise Unavailable(f"Neo4j did not start: {' | '.join(said)}")

    def stop(self) -> None:
        """End the server as a person would, and remove what it wrote if its home was only lent."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self._passing:
            shutil.rmtree(self.home, ignore_errors=True)


def _command(java: str, libraries: Path, home: Path) -> list[str]:
    return [
        java, "-Xms256m", f"-Xmx{_HEAP}", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
        "--enable-native-access=ALL-UNNAMED", "-Dio.netty.tryReflectionSetAccessible=true",
        "-Dlog4j2.disable.jmx=true", "-Dlog4j.layout.jsonTemplate.maxStringLength=32768",
        "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8",
        "-cp", os.pathsep.join((str(home / "plugins" / "*"), str(libraries / "*"))),
        entry_point(libraries), f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode",
    ]  # fmt: skip


def _java_path() -> str | None:
    """Return where to look for Java first: ``JAVA_HOME``, if it is set."""
    home = os.environ.get("JAVA_HOME")
    return os.pathsep.join((str(Path(home) / "bin"), os.environ.get("PATH", ""))) if home else None


def _free_port(port: int) -> int:
    """Return ``port`` if nobody listens there, or any free one for 0."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", port))
        except OSError as error:
            raise Unavailable(f"port {port} is taken; give another one with --port") from error
        free: int = listener.getsockname()[1]
        return free
