"""From a project description to statements: read, propose, test, say; its tables go to the matrix interpreter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.issue import Issue
from graph.statement import Statement, Tier, unite
from graph.stored_text import StoredText
from loaders.limits import Limits
from loaders.notes import issue_of
from loaders.personal import refuse_client_columns
from loaders.prose.account import account
from loaders.prose.backends import extractors_for
from loaders.prose.document import Document
from loaders.prose.dropped import Dropped, issues_of
from loaders.prose.extract import Extract, Extractor
from loaders.prose.naming import Naming
from loaders.prose.noted.backend import NotedExtractor
from loaders.prose.read import read_document
from loaders.prose.statements import Said, statements_of
from loaders.prose.validate import validate
from loaders.refusal import Refusal, load_error
from loaders.source import Ledger, Loaded, SourceSpec, record
from ontology.errors import LoadError
from ontology.vocabulary import load as vocabulary

UNANSWERED = "VN1600"
"""The code of "a language model gave no answer about this source"."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one backend proposes about a document, and how far its word goes.

    Args:
        tier: of names, kinds and days. vouched: whether its rules stand for ends that the evidence does not name.
        passing: it could not be asked this time.
    """

    extract: Extract
    method: str
    tier: Tier = "medium"
    vouched: bool = False
    issues: tuple[Issue, ...] = ()
    by_hand: bool = False
    passing: bool = False


def load(spec: SourceSpec, *, limits: Limits | None = None, extractors: Sequence[Extractor] | None = None) -> Loaded:
    """Return what a document says.

    Args:
        extractors: backends to read with; those the specification asks for where left out.

    Raises:
        LoadError: the file cannot be read as a document, or a table in it holds data of clients.
    """
    document = read_document(spec.path, source=spec.id, limits=limits)
    try:
        refuse_client_columns(document.tables)
    except Refusal as refusal:
        raise load_error(refusal, spec.id) from None
    proposals = [
        *_proposed(document, extractors if extractors is not None else extractors_for(spec)),
        *_noted(document, spec, limits),
    ]
    said, dropped, issues = _said(document, proposals, spec)
    statements, tables, ledger, unread = _tables(document, spec)
    issues = [*(issue_of(line, spec.id, "") for line in document.notes), *issues, *tables]
    blocks = account(document, said, dropped, tables_read=bool(ledger.cells) and not unread)
    if not said and not statements:
        issues.append(Issue("VN8205", spec.id))
    return Loaded(
        record(spec, "description"), tuple(unite([*said, *statements])), tuple(issues), ledger,
        text=StoredText(spec.id, document.text, tuple((one.start, one.end, one.kind) for one in document.blocks)),
        blocks=blocks, passing=any(proposal.passing for proposal in proposals),
    )  # fmt: skip


def _proposed(document: Document, extractors: Iterable[Extractor]) -> Iterator[Proposal]:
    for extractor in extractors:
        rules = extractor.name.startswith("rules")
        try:
            found = extractor.extract(document)
        except LoadError as error:  # what others read of the document stays
            params = (("de", error.de), ("en", error.en))
            refused = Issue(UNANSWERED, document.source, None, "", params, "error")
            yield Proposal(Extract(), extractor.name, issues=(refused,), passing=True)
            continue
        issues = tuple(issue_of(line, document.source, "") for line in found.notes)
        yield Proposal(found, extractor.name, "medium" if rules else "low", vouched=rules, issues=issues)


def _noted(document: Document, spec: SourceSpec, limits: Limits | None) -> Iterator[Proposal]:
    for name, path in spec.notes:
        backend = NotedExtractor(path, name, limits)
        extract, issues = backend.read(document)
        yield Proposal(extract, backend.name, "high", vouched=True, issues=issues, by_hand=True)


def _said(
    document: Document, proposals: Sequence[Proposal], spec: SourceSpec
) -> tuple[list[Statement], list[Dropped], list[Issue]]:
    """Return the statements of all proposals, what of them was dropped, and the issues that say so."""
    held = [(one, validate(one.extract, document, vouched=one.vouched)) for one in proposals]
    words = vocabulary()
    namings = [Naming.of(valid.extract, words, spec.id) for _, valid in held]
    naming = Naming.united(namings) if namings else None
    statements: list[Statement] = []
    everything: list[Dropped] = []
    issues: list[Issue] = []
    for proposal, valid in held:
        found: Said = statements_of(
            valid.extract, document, proposal.method, stated_on=spec.stated_on, persons=spec.persons,
            tier=proposal.tier, naming=naming,
        )  # fmt: skip
        dropped = (*valid.dropped, *found.dropped)
        issues += (*proposal.issues, *issues_of(dropped, spec.id, "warning" if proposal.by_hand else "info"))
        statements += found.statements
        everything += dropped
    return unite(statements), everything, issues


def _tables(document: Document, spec: SourceSpec) -> tuple[tuple[Statement, ...], list[Issue], Ledger, bool]:
    """Return what the tables inside a document say, and whether one could not be read as a matrix."""
    if not document.tables:
        return (), [], Ledger(), False
    from loaders.dispatch import noticed, read_matrix

    try:
        found = read_matrix(document.tables, spec.id, stated_on=spec.stated_on)
    except LoadError:
        names = ", ".join(grid.name for grid in document.tables if grid.name) or str(len(document.tables))
        return (), [Issue("VN8204", spec.id, None, names, (("value", names),), "info")], Ledger(), True
    notes, unread = noticed(document.tables, spec.id)
    return found.statements, [*notes, *found.issues], found.ledger + unread, False
