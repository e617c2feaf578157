"""Asking a model about one chunk: again after a pause where that helps, without a schema where none is understood."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from loaders.prose.llm.endpoint import Endpoint
from loaders.prose.llm.exchange import Unanswered, exchange
from loaders.prose.llm.prompt import Prompt
from loaders.refusal import Refusal

_LONGEST_PAUSE = 30.0
_BUSY = frozenset({408, 409, 425, 429})
_NO_SCHEMA = frozenset({400, 422})
"""What services answer that do not know ``response_format`` with a schema."""


class Asking:
    """Asks one service, and remembers whether it understands schemas."""

    def __init__(self, endpoint: Endpoint, prompt: Prompt) -> None:
        self._endpoint, self._prompt = endpoint, prompt
        self._with_schema = True

    def ask(self, words: str) -> str:
        """Return what the model answers about some words of a document.

        Raises:
            Refusal: nobody answers, or not with what was asked for; why, and what to do.
        """
        pause = self._endpoint.pause
        for attempt in range(1, self._endpoint.attempts + 1):
            try:
                return self._once(words)
            except Unanswered as failure:
                if attempt == self._endpoint.attempts or not _may_pass(failure):
                    raise self._refusal(failure, attempt) from failure
                time.sleep(min(max(pause, failure.wait), _LONGEST_PAUSE))
                pause *= 2
        raise AssertionError("a service is asked at least once")

    def _once(self, words: str) -> str:
        if not self._with_schema:
            return _content(exchange(self._endpoint, self._asked(words)))
        try:
            return _content(exchange(self._endpoint, self._asked(words)))
        except Unanswered as failure:
            if failure.status not in _NO_SCHEMA:
                raise
        self._with_schema = False
        return _content(exchange(self._endpoint, self._asked(words)))

    def _asked(self, words: str) -> dict[str, object]:
        asked: dict[str, object] = {
            "model": self._endpoint.model,
            "temperature": 0,
            "stream": False,
            "messages": self._prompt.messages(words),
        }
        if self._with_schema:
            described = {"name": "aussagen", "strict": True, "schema": self._prompt.schema}
            asked["response_format"] = {"type": "json_schema", "json_schema": described}
        return asked

    def _refusal(self, failure: Unanswered, attempts: int) -> Refusal:
        endpoint = self._endpoint
        if failure.status in (401, 403):
            return Refusal("unanswered", "VN1603", host=endpoint.host, variable=endpoint.key_env)
        if failure.status == 404:
            return Refusal("unanswered", "VN1604", host=endpoint.host, model=endpoint.model)
        said = {"host": endpoint.host, "attempts": str(attempts), "seconds": str(endpoint.seconds)}
        if failure.why == "status":
            return Refusal("unanswered", "VN1605", **said, status=str(failure.status), told=failure.told or "–")
        if failure.why == "large":
            return Refusal("unanswered", "VN1607", host=endpoint.host, bytes=str(endpoint.answer))
        if failure.why == "garbled":
            return Refusal("unanswered", "VN1608", host=endpoint.host)
        return Refusal("unanswered", "VN1606" if failure.why == "slow" else "VN1601", **said, told=failure.told or "–")


def _may_pass(failure: Unanswered) -> bool:
    """Return whether asking again may help: who is busy, unwell or cut off may answer next time."""
    if failure.why == "status":
        return failure.status in _BUSY or failure.status >= 500
    return failure.why in ("unreachable", "slow", "garbled")


def _content(body: bytes) -> str:
    """Return the message of an answer.

    Raises:
        Unanswered: it is not of the shape all these services share.
    """
    try:
        answered: Any = json.loads(body)
        message: Mapping[str, Any] = answered["choices"][0]["message"]
        content = message["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise Unanswered("garbled") from error
    if not isinstance(content, str):
        raise Unanswered("garbled")
    return content
