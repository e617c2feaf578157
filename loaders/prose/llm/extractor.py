"""The language model as one more reader of documents: asked chunk by chunk, each answer kept and never asked for twice."""

from __future__ import annotations

from dataclasses import replace

from graph.cache import Cache, cache_key
from graph.statement import Tier
from loaders.prose.document import Document
from loaders.prose.extract import Extract
from loaders.prose.llm.answer import Answer, parse
from loaders.prose.llm.asking import Asking
from loaders.prose.llm.chunks import Chunk, chunks
from loaders.prose.llm.endpoint import ModelAccess
from loaders.prose.llm.placing import Placing
from loaders.prose.llm.prompt import Prompt, prompt
from loaders.refusal import Refusal, load_error

_SMALLEST = 600
"""A part that is cut off is asked for again in halves, down to this many characters."""


class LlmExtractor:
    """Reads documents with one model; the same document gives the same, from kept answers or at temperature 0."""

    def __init__(self, access: ModelAccess, tier: Tier = "low", asked: Prompt | None = None) -> None:
        self._access, self._tier = access, tier
        self._prompt = asked or prompt()
        self._asking = Asking(access.endpoint, self._prompt)
        self._answers = Cache(access.answers) if access.answers else None

    @property
    def name(self) -> str:
        """The model and the prompt it was asked with."""
        return f"llm:{self._access.endpoint.model}@{self._prompt.digest}"

    def extract(self, document: Document) -> Extract:
        """Return what the model finds in a document, as far as its quotes stand there.

        Raises:
            LoadError: ``unanswered``: the service may not be asked, or gives no usable answer.
        """
        placing = Placing(document, self._tier)
        asked = replace(document, text=self._access.masked(document.text))
        try:
            for chunk in chunks(asked, self._access.endpoint.chunk):
                self._read(asked, chunk, placing)
        except Refusal as refusal:
            self._access.refused.append(refusal)
            raise load_error(refusal, document.source) from refusal
        return placing.extract()

    def _read(self, document: Document, chunk: Chunk, placing: Placing) -> None:
        answer = self._answer(chunk)
        if answer is not None:
            placing.add(chunk, answer)
        elif len(chunk.words) > _SMALLEST:
            for part in _parts(document, chunk):
                self._read(document, part, placing)
        else:
            placing.unread(chunk)

    def _answer(self, chunk: Chunk) -> Answer | None:
        """Return the answer about a chunk, or None where it cannot be read; those are not kept."""
        key = cache_key("llm", self._access.endpoint.model, self._prompt.digest, chunk.words)
        kept = self._answers.read(key) if self._answers else None
        if kept is not None:
            return parse(kept.decode("utf-8"))
        if not self._access.allowed:
            raise Refusal("unanswered", "VN1602", host=self._access.endpoint.host, model=self._access.endpoint.model)
        if self._access.refused:  # whoever did not answer about one document is not waited for at the next
            raise self._access.refused[0]
        said = self._asking.ask(chunk.words)
        answer = parse(said)
        if answer is not None and self._answers:
            self._answers.write(key, said.encode("utf-8", "replace"))
        return answer


def _parts(document: Document, chunk: Chunk) -> list[Chunk]:
    """Return a chunk in two or more parts, cut as the document is."""
    inside = Document(
        document.source,
        document.text,
        tuple(
            type(block)(max(block.start, chunk.start), min(block.end, chunk.end), block.kind, block.level, block.page)
            for block in document.blocks
            if block.start < chunk.end and chunk.start < block.end
        ),
    )
    return list(chunks(inside, len(chunk.words) // 2 + 1))
