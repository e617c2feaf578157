"""Where a language model answers, and how long, how often and how much is waited for."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from loaders.refusal import Refusal
from ontology.errors import RegionError

USUAL_KEY = "VERWEISNETZ_LLM_KEY"
_KEY = re.compile(r"VERWEISNETZ_[A-Z0-9_]+|[A-Z][A-Z0-9_]*_API_KEY")
"""Only what is meant to be a key for such a service may be sent: a region's folder may come from anybody."""
BOUNDS = {"seconds": (1, 3600), "attempts": (1, 10), "chunk": (200, 200_000)}
_LOCAL = frozenset({"localhost"})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible service.

    Args:
        url: its base, such as ``http://localhost:11434/v1``; requests go to ``/chat/completions`` below it.
        key_env: environment variable that holds the key; without a value none is sent.
        seconds: for one whole answer, from the first byte sent to the last one read.
        attempts: requests per chunk. pause: seconds before the second, doubled each time, never more than 30.
        chunk: characters of a document per request. answer: bytes of an answer.
        plain_http: whether http may leave this machine.

    Raises:
        RegionError: the address is none that may be asked, or the variable none that may hold a key.
    """

    url: str
    model: str
    key_env: str = USUAL_KEY
    seconds: int = 120
    attempts: int = 3
    pause: float = 1.0
    chunk: int = 6000
    answer: int = 2 * 1024 * 1024
    plain_http: bool = False

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise RegionError("[llm] model: name the model", de="[llm] model: das Modell angeben")
        if not _KEY.fullmatch(self.key_env):
            raise RegionError(
                f"[llm] key_env: `{self.key_env}` is no name for a key; write VERWEISNETZ_… or …_API_KEY",
                de=f"[llm] key_env: `{self.key_env}` ist kein Name für einen Schlüssel; möglich: VERWEISNETZ_… oder …_API_KEY",
            )
        for name, (least, most) in BOUNDS.items():
            if not least <= getattr(self, name) <= most:
                raise RegionError(
                    f"[llm] {name}: is not between {least} and {most}",
                    de=f"[llm] {name}: liegt nicht zwischen {least} und {most}",
                )
        if fault := _fault(self.url, plain_http=self.plain_http):
            raise RegionError(f"[llm] url: {fault[0]}", de=f"[llm] url: {fault[1]}")

    @property
    def host(self) -> str:
        """Whom texts are sent to."""
        return urlsplit(self.url).hostname or ""

    def key(self) -> str:
        """Return the key, looked up when it is needed and kept nowhere."""
        return os.environ.get(self.key_env, "").strip()


@dataclass(frozen=True, slots=True)
class ModelAccess:
    """A service, and what this build may do with it.

    Args:
        allowed: whether texts may be sent there; without, only answers kept from before are used.
        answers: folder of kept answers, or None to keep none.
        masked: takes out of a text what was erased, keeping its length: it is neither sent nor kept.
        refused: why it gave no answer in this build; it is then not waited for again.
    """

    endpoint: Endpoint
    allowed: bool = False
    answers: Path | None = None
    masked: Callable[[str], str] = field(default=str, compare=False)
    refused: list[Refusal] = field(default_factory=list, compare=False)

    @property
    def reads_as(self) -> str:
        """What a reading depends on: which model is asked about which parts, wherever it runs."""
        return f"{self.endpoint.model} {self.endpoint.chunk}"


def _fault(url: str, *, plain_http: bool) -> tuple[str, str] | None:
    """Return why an address may not be asked, in English and German."""
    example = "http://localhost:11434/v1"
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return f"is no address; write {example}", f"ist keine Adresse; so schreiben: {example}"
    if parts.scheme not in ("http", "https") or not parts.hostname or any(char.isspace() for char in url):
        return f"is no http or https address; write {example}", f"ist keine http- oder https-Adresse; etwa: {example}"
    if parts.username or parts.password or parts.query or parts.fragment:
        return (
            "must hold no password, query or fragment; the key stands in an environment variable",
            "darf weder Passwort noch Anfrage enthalten; der Schlüssel steht in einer Umgebungsvariablen",
        )
    if parts.scheme == "http" and not plain_http and not _is_local(parts.hostname):
        return (
            "http is not encrypted; use https, or say plain_http = true for a machine in your own network",
            "http ist nicht verschlüsselt; https verwenden, oder plain_http = true für einen Rechner im eigenen Netz",
        )
    return None


def _is_local(host: str) -> bool:
    if host in _LOCAL:
        return True
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
