"""One request over HTTP, one answer: bounded in time and size, never redirected, and nothing of it logged."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from typing import Literal
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from loaders.prose.llm.endpoint import Endpoint

PATH = "/chat/completions"
Why = Literal["unreachable", "slow", "large", "garbled", "status"]
_PIECE = 1 << 16
_TOLD = 300
"""So many characters of a refusal's own words are repeated."""


class Unanswered(Exception):
    """There is no usable answer.

    Args:
        status: of HTTP, where there was one. wait: seconds the service asks to wait. told: the service's own words.
    """

    def __init__(self, why: Why, status: int = 0, wait: float = 0.0, told: str = "") -> None:
        self.why, self.status, self.wait, self.told = why, status, wait, told
        super().__init__(f"{why} {status} {told}")


def exchange(endpoint: Endpoint, asked: Mapping[str, object]) -> bytes:
    """Send one request and return the body of its answer.

    Raises:
        Unanswered: nobody answers in time, or not with what was asked for.
    """
    until = time.monotonic() + endpoint.seconds
    connection, path = _connection(endpoint)
    with closing(connection):
        try:
            connection.connect()
        except TimeoutError as error:
            raise Unanswered("slow") from error
        except (OSError, http.client.HTTPException) as error:
            raise Unanswered("unreachable", told=_words(error)) from error
        with _cut_off(connection, until) as late:
            try:
                connection.request("POST", path, json.dumps(asked).encode("utf-8"), _headers(endpoint))
                response = connection.getresponse()
                body = _body(response, endpoint.answer)
            except (OSError, http.client.HTTPException, ValueError) as error:
                slow = late.is_set() or isinstance(error, TimeoutError)
                raise Unanswered("slow" if slow else "unreachable", told=_words(error)) from error
    if response.status != http.HTTPStatus.OK:
        told = body[:4096].decode("utf-8", "replace")
        raise Unanswered("status", response.status, _wait(response), _without(endpoint.key(), told)[:_TOLD])
    return body


def _connection(endpoint: Endpoint) -> tuple[http.client.HTTPConnection, str]:
    """Return the connection, through the system's proxy where one is set, and the path to ask for."""
    parts = urlsplit(endpoint.url)
    host, path = parts.hostname or "", parts.path.rstrip("/") + PATH
    made: type[http.client.HTTPConnection] = http.client.HTTPConnection
    if parts.scheme == "https":
        made = http.client.HTTPSConnection
    proxy = urlsplit(getproxies().get(parts.scheme, "")) if not proxy_bypass(host) else urlsplit("")
    if not proxy.hostname or parts.scheme == "http":  # http stays on this machine or in this network
        return made(host, parts.port, timeout=endpoint.seconds), path
    connection = http.client.HTTPSConnection(
        proxy.hostname, proxy.port, timeout=endpoint.seconds, context=ssl.create_default_context()
    )
    connection.set_tunnel(host, parts.port)
    return connection, path


def _headers(endpoint: Endpoint) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "verweisnetz"}
    if key := endpoint.key():
        headers["Authorization"] = f"Bearer {key}"
    return headers


class _cut_off:
    """End a connection when its time is over, whatever it is doing: who sends a byte a minute is slow too."""

    def __init__(self, connection: http.client.HTTPConnection, until: float) -> None:
        self._connection, self._late = connection, threading.Event()
        self._timer = threading.Timer(max(0.0, until - time.monotonic()), self._cut)
        self._timer.daemon = True

    def __enter__(self) -> threading.Event:
        self._socket = self._connection.sock
        self._timer.start()
        return self._late

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _cut(self) -> None:
        self._late.set()
        with suppress(OSError, AttributeError):
            self._socket.shutdown(socket.SHUT_RDWR)


def _body(response: http.client.HTTPResponse, most: int) -> bytes:
    """Return a body of limited size; one that ends early is no answer."""
    parts, size = [], 0
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > most:
            raise Unanswered("large")
        parts.append(piece)
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and size != int(declared):  # read(n) is silent about an end that comes too early
        raise http.client.IncompleteRead(b"", int(declared) - size)
    return b"".join(parts)


def _wait(response: http.client.HTTPResponse) -> float:
    with suppress(ValueError):
        return max(0.0, float(response.headers.get("Retry-After", "0")))
    return 0.0


def _words(error: BaseException) -> str:
    return str(getattr(error, "strerror", None) or error)[:_TOLD]


def _without(key: str, text: str) -> str:
    """Return a text without the key, which some services repeat in their refusals."""
    return " ".join((text.replace(key, "…") if key else text).split())
