"""The review at a terminal: one thing after the other is shown and decided, each decision is saved at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import click

from ontology.errors import QuestionError
from verweisnetz.cli.review_text import candidate_lines, pair_lines
from verweisnetz.cli.saying import say
from verweisnetz.review.answer import Candidate, Pair, ReviewAnswer
from verweisnetz.review.deciding import DECISIONS, Decider, linked, reviewed, save
from verweisnetz.review.listing import Listing
from verweisnetz.review.words import word

PAIRS: tuple[str, ...] = ("same", "different")
FIELDS = ("subject", "predicate", "object", "conditions", "modality")


class Dialogue:
    """Asks about one thing after the other."""

    def __init__(self, listing: Listing, who: Decider, language: str) -> None:
        self._listing, self._who, self._language = listing, who, language
        self.saved = 0

    def run(self, answer: ReviewAnswer) -> None:
        """Ask until everything is decided or left for later, or nobody wants to go on."""
        questions: Iterable[Candidate | Pair] = (*answer.candidates, *answer.pairs, *answer.overdue)
        for question in questions:
            if not self._ask(question):
                return

    def _ask(self, question: Candidate | Pair) -> bool:
        """Return whether to go on."""
        if isinstance(question, Pair):
            lines, choices = pair_lines(question, self._language), PAIRS
        else:
            lines, choices = candidate_lines(question, self._language), tuple(DECISIONS)
        say("\n" + "\n".join(lines))
        while True:
            pressed = self._prompt(self._keys(question))
            if not pressed:
                return True
            if pressed == self._word("press_quit"):
                return False
            chosen = [choice for choice in choices if pressed == self._word(f"press_{choice}")]
            if not chosen:
                say(self._word("not_a_choice"))
                continue
            try:
                self._decide(question, chosen[0])
            except QuestionError as error:
                say(error.message(self._language))
                continue
            return True

    def _keys(self, question: Candidate | Pair) -> str:
        if isinstance(question, Pair):
            return self._word("ask_pair")
        return self._word("ask_plan" if question.due else "ask_statement")

    def _decide(self, question: Candidate | Pair, choice: str) -> None:
        if isinstance(question, Pair):
            line = linked(self._listing, choice, question.left, question.right, self._who)
            save(self._listing, [], [line])
            said = choice
        else:
            said = DECISIONS[choice]
            to = self._corrected(question) if choice == "edit" else {}
            save(self._listing, [reviewed(self._listing, question.key, said, self._who, to)])
        self.saved += 1
        say(self._word("saved").format(question.key[:9], self._word(f"decided_{said}")))

    def _corrected(self, question: Candidate) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in FIELDS:
            column = self._word(f"column_{name}")
            if said := self._prompt(self._word("ask_field").format(column)):
                found[f"to_{name}"] = said
        return found

    def _prompt(self, text: str) -> str:
        return str(click.prompt(text, default="", show_default=False, prompt_suffix=": ", err=True)).strip()

    def _word(self, key: str) -> str:
        return word(key, self._language)


def asked_who(who: Decider, language: str) -> Decider:
    """Return who decides, asked where the call does not say."""
    if who.by:
        return who
    return replace(who, by=str(click.prompt(word("ask_by", language), err=True)).strip())
