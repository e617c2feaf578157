"""Every failure becomes one message in the reader's language and an exit code; never a traceback."""

from __future__ import annotations

import errno
import importlib.util
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import click
import pytest

from ontology.errors import (
    LoadError,
    OntologyError,
    QuestionError,
    RegionError,
    StatementError,
    StoreError,
)
from verweisnetz.cli import commands, guard, main
from verweisnetz.cli.failure import Failure, bug

CASES = [
    (QuestionError("who?", ("Jobcenter Hagen",), de="wer?"), 2, "wer?\n  zur Auswahl: Jobcenter Hagen"),
    (OntologyError("bad facet", de="falsch"), 2, "falsch"),
    (LoadError("broken", "a.xlsx", de="beschädigt", en="damaged", place="B!C1"), 3, "a.xlsx!B!C1: beschädigt"),
    (RegionError("no folder", de="kein Ordner"), 3, "kein Ordner"),
    (StatementError("bad"), 3, "bad"),
    (StoreError("locked", de="gesperrt"), 4, "gesperrt"),
    (PermissionError(errno.EACCES, "denied", "x.html"), 3, "x.html: keine Berechtigung"),
    (OSError(errno.ENOSPC, "full", "x.html"), 3, "x.html: kein Platz mehr"),
    (IsADirectoryError(errno.EISDIR, "dir", "x"), 3, "x: das ist ein Ordner, keine Datei"),
    (OSError("odd"), 3, "nicht lesbar oder nicht beschreibbar (odd)"),
    (MemoryError(), 5, "zu groß"),
    (RecursionError(), 5, "zu tief verschachtelt"),
    (KeyboardInterrupt(), 130, "was vorher galt, gilt weiter"),
]


@pytest.mark.parametrize(("error", "code", "said"), CASES, ids=[type(case[0]).__name__ for case in CASES])
def test_every_foreseen_error_has_its_exit_code_and_words(error: BaseException, code: int, said: str) -> None:
    failure = Failure.of(error, "de")
    assert code == failure.exit_code
    assert said in failure.message


def test_messages_are_english_where_english_is_asked_for() -> None:
    assert "who?\n  to choose from: A" == Failure.of(QuestionError("who?", ("A",), de="wer?"), "en").message
    assert "x: no permission" in Failure.of(PermissionError(errno.EPERM, "", "x"), "en").message


def run(monkeypatch: pytest.MonkeyPatch, callback: object, *argv: str) -> int:
    """Run the real entrance with one command in place of the others, and return the exit code."""
    command = click.Command("status", callback=callback, params=[])  # type: ignore[arg-type]
    monkeypatch.setattr(commands.LazyGroup, "get_command", lambda self, context, name: command)
    monkeypatch.setattr(sys, "argv", ["verweisnetz", "status", *argv])
    with pytest.raises(SystemExit) as left:
        guard.guarded()
    assert isinstance(left.value.code, int)
    return left.value.code


def raising(error: BaseException) -> object:
    def command() -> None:
        raise error

    return command


def test_an_unforeseen_error_says_what_and_where_but_not_which_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VERWEISNETZ_DEBUG", raising=False)
    assert 70 == run(monkeypatch, raising(KeyError("Frau Müller, 34")))
    said = capsys.readouterr().err
    assert "KeyError in verweisnetz/cli/commands.py:" in said
    assert "bitte melden" in said
    assert "Müller" not in said
    assert "Traceback" not in said


def test_who_looks_for_the_bug_sees_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VERWEISNETZ_DEBUG", "1")
    assert 70 == run(monkeypatch, raising(KeyError("x")))
    assert "Traceback" in capsys.readouterr().err


def test_a_bug_is_said_in_english_too() -> None:
    assert "unexpected error (ValueError in ?)" in bug(ValueError("x"), "en").message


@pytest.mark.parametrize(("error", "code"), [(SystemExit(3), 3), (SystemExit(None), 0), (KeyboardInterrupt(), 130)])
def test_exit_codes_pass_through(monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int) -> None:
    assert code == run(monkeypatch, raising(error))


def test_slips_in_the_call_leave_with_2(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run(monkeypatch, raising(RuntimeError()), "--gibt-es-nicht")
    assert "Die Option --gibt-es-nicht gibt es nicht." in capsys.readouterr().err


def test_another_package_of_our_name_is_named_before_anything_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec

    def shadowed(name: str, package: str | None = None) -> ModuleSpec | None:
        if name == "queries":
            return ModuleSpec(name, None, origin=str(Path("/fremd/queries/__init__.py")))
        return real(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", shadowed)
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr().err
    assert 4 == left.value.code
    assert "`queries`" in said
    assert "/fremd/queries/__init__.py" in said
    assert "pipx install verweisnetz" in said


def test_our_own_packages_are_ours() -> None:
    assert "" == guard.foreign_package()
