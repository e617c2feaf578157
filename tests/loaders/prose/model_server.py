"""A small real server that answers like an OpenAI-compatible service, well or badly, as a test says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from loaders.prose.llm.endpoint import Endpoint


@dataclass(frozen=True)
class Reply:
    """What the server sends.

    Args:
        wait: seconds before it begins. drip: seconds between single bytes. promised: length it announces but does not send.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    drip: float = 0.0
    promised: int = 0


def chat(content: object) -> Reply:
    """Return an answer of the recorded shape; anything but text is written as JSON into the message."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    said = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1764313200,
        "model": "muster-7b",
        "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text}, "logprobs": None, "finish_reason": "stop"}
        ],
        "usage": {"prompt_tokens": 1831, "completion_tokens": 212, "total_tokens": 2043},
    }
    return Reply(json.dumps(said, ensure_ascii=False).encode("utf-8"), headers={"Content-Type": "application/json"})


Answering = Callable[[Mapping[str, Any]], Reply]


@dataclass
class ModelServer:
    """The server's address, and everything it was asked."""

    url: str
    asked: list[Mapping[str, Any]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def endpoint(self, **more: Any) -> Endpoint:
        """Return the address with short pauses."""
        return Endpoint(self.url, "muster-7b", **{"pause": 0.01, "seconds": 5, **more})


class _Server(ThreadingHTTPServer):
    """Says nothing of clients that hang up: that is what some tests are about."""

    daemon_threads = True
    block_on_close = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def serving(*replies: Reply | Answering) -> Iterator[ModelServer]:
    """Serve these replies one after the other, the last one from then on."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    over = threading.Event()
    found = ModelServer(f"http://127.0.0.1:{server.server_port}/v1")
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                reply = replies[min(len(found.asked), len(replies) - 1)]
                found.asked.append(asked)
                found.headers.append(dict(self.headers))
                found.paths.append(self.path)
            with suppress(OSError):  # who asked may have had enough
                self._send(reply if isinstance(reply, Reply) else reply(asked))

        def _send(self, reply: Reply) -> None:
            over.wait(reply.wait)
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(reply.promised or len(reply.body)))
            self.end_headers()
            for at in range(0, len(reply.body), 1 if reply.drip else 1 << 16):
                self.wfile.write(reply.body[at : at + (1 if reply.drip else 1 << 16)])
                self.wfile.flush()
                if over.wait(reply.drip):
                    return

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server.RequestHandlerClass = Handler
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
