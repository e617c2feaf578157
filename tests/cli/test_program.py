"""The program as people start it: at once, in any shell, interrupted, and with whatever words."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.calling import ROOT, call, command, environment, program
from verweisnetz import region
from verweisnetz.cli.commands import COMMANDS, cli

HEAVY = ("altair", "jinja2", "neo4j", "networkx", "odf", "openpyxl", "pandas", "pyoxigraph", "pyshacl", "pyvis", "rdflib",
         "rustworkx", "vl_convert", "numpy")  # fmt: skip
ROUTE = ("--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--need", "Anerkennung", "--region", "Hagen")


def imported(*words: object) -> set[str]:
    """Return the top names of all modules a call imports."""
    code = (
        "import sys, json, contextlib, io\n"
        "sys.argv = ['verweisnetz', *json.loads(sys.stdin.read())]\n"
        "from verweisnetz.cli import main\n"
        "out = io.StringIO()\n"
        "with contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):\n"
        "    main()\n"
        "assert out.getvalue()\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    asked = json.dumps([str(word) for word in words])
    done = subprocess.run([sys.executable, "-c", code], input=asked, capture_output=True, text=True, env=environment())
    assert 0 == done.returncode, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("route", "--help"), ("map", "--help")])
def test_help_imports_nothing_heavy_and_none_of_our_rooms(words: tuple[str, ...]) -> None:
    found = imported(*words)
    assert set() == found & {*HEAVY, "graph", "loaders", "queries"}


def test_help_is_there_at_once() -> None:
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        assert 0 == program("--help").returncode
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.6, "0.2 s on a quiet machine; the margin is for a busy one"


def test_a_question_imports_no_reader_and_no_other_store(built: Path) -> None:
    """`route` and `gaps` answer from the snapshot: what is slow to import is not needed for that."""
    assert set() == imported("route", "-C", built, *ROUTE) & {*HEAVY}
    assert set() == imported("gaps", "-C", built) & {*HEAVY}
    assert set() == imported("status", built) & {*HEAVY}


def test_every_command_has_a_word_of_help_and_is_named_in_the_list() -> None:
    listed = call("--help").stdout
    for name in COMMANDS:
        assert name in listed
        done = call(name, "-h")
        assert 0 == done.exit_code
        assert f"Usage: verweisnetz {name}" in done.stdout
    assert list(COMMANDS) == cli.list_commands(cli.make_context("verweisnetz", ["--help"], resilient_parsing=True))


def test_python_m_is_the_same_program() -> None:
    done = program("--version")
    assert 0 == done.returncode
    assert done.stdout.startswith("verweisnetz ")


@pytest.mark.skipif(os.name == "nt", reason="a shell with head")
def test_a_reader_that_has_seen_enough_causes_no_noise(built: Path) -> None:
    line = " ".join(f"'{word}'" for word in command("gaps", "-C", built)) + " | head -1"
    done = subprocess.run(line, shell=True, capture_output=True, text=True, env=environment())
    assert "" == done.stderr
    assert 1 == len(done.stdout.splitlines())


def test_a_pipe_that_is_closed_at_once_causes_no_noise(built: Path) -> None:
    for words in (("gaps", "-C", built), ("build", built), ("coverage", "-C", built, "--every"), ("--help",)):
        run = subprocess.Popen(command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        noise = run.stderr.read().decode("utf-8")
        run.stderr.close()
        assert 0 == run.wait()
        assert "Error" not in noise
        assert "Traceback" not in noise


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "utf-8"])
def test_pipes_and_files_are_utf_8_whatever_the_system_says(built: Path, encoding: str) -> None:
    """A German Windows writes cp1252 into pipes, where → and the byte-order mark have no place."""
    foreign = environment(PYTHONIOENCODING=encoding)
    done = program("route", "-C", built, *ROUTE, env=foreign)
    assert 0 == done.returncode, done.stderr
    assert "Weg 1: Jobcenter Hagen → " in done.stdout
    assert program("gaps", "-C", built, "--format", "csv", env=foreign).stdout.startswith(
        "\ufeffLücke;Gilt als;Zielgruppe;"
    )
    wrong = program("route", "-C", built, "--from", "Gibt es nicht →", env=foreign)
    assert 2 == wrong.returncode
    assert "„Gibt es nicht →“ ist als Stelle nicht bekannt" in wrong.stderr


def test_a_profile_in_utf_8_is_read_from_a_pipe_on_every_system(built: Path) -> None:
    profile = json.dumps({"start": "Jobcenter Hagen", "groups": ["Geflüchtete"]}, ensure_ascii=False)
    done = program("route", "-C", built, "--profile", "-", input=profile, env=environment(PYTHONIOENCODING="cp1252"))
    assert 0 == done.returncode, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals as POSIX sends them")
def test_ctrl_c_leaves_the_old_generation_answering(copy: Path) -> None:
    before = region.open(copy).generation.id
    for path in (copy / "sources").glob("*.xlsx"):
        path.rename(path.with_name("neu_" + path.name))
    (copy / "verweisnetz.toml").unlink()
    lock = copy / ".verweisnetz" / "lock"
    for delay in (0, 0.1):
        run = subprocess.Popen(
            command("build", copy),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            start_new_session=True,
            # Tests started in the background of a script inherit an ignored SIGINT, and the program would too.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
        )
        until = time.monotonic() + 20
        while not lock.stat().st_size and time.monotonic() < until:  # it names who writes
            time.sleep(0.005)
        time.sleep(delay)
        os.killpg(run.pid, signal.SIGINT)
        out, noise = run.communicate(timeout=30)
        assert 130 == run.returncode, noise
        assert b"" == out
        assert "verweisnetz: abgebrochen; was vorher galt, gilt weiter\n" == noise.decode("utf-8")
        assert before == region.open(copy).generation.id
    assert 0 == program("build", copy).returncode
    assert before != region.open(copy).generation.id


WORDS = (
    *COMMANDS, "--help", "-h", "--version", "--lang", "de", "en", "fr", "--lang=en", "--format", "json", "csv", "md", "table",
    "--from", "Jobcenter Hagen", "--audience", "Geflüchtete", "--need", "Anerkennung", "--region", "Hagen", "05914", "--facts",
    "age=34", "age=34 & age=35", "((((", "age<<", "--wants", "language=en", "=", "--day", "2026-11-21", "9999-12-31",
    "0001-01-01", "morgen", "--profile", "-", "-k", "0", "1", "99999999999", "--max-legs", "8", "-1", "--issues", "--every",
    "--by-kind", "--kind", "A", "Z", "--fail-on", "B", "--actor", "--hops", "--heatmap", "", " ", "\x1b[31m", "\ud800",
    "../..", "/dev/null", "nichts", "--", "-", "--=", "-C", ".", "region", "karte.html", "graph.ttl", "x" * 5000, "ä" * 300,
    "'; DROP TABLE", "$(id)", "{0}", "%s", "🙂", "--write", "profil.yaml", "quelle.csv", "--base", "urn:x:",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_no_words_whatever_make_a_traceback(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    import shutil

    chance = random.Random(seed)
    shutil.copytree(built, tmp_path / "region")
    (tmp_path / "quelle.csv").write_text("Akteur;Angebot\nVHS Hagen;Beratung\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_URI", "")
    asked = [name for name in COMMANDS if name not in ("check", "demo", "push")]
    for _ in range(30):
        words = [chance.choice(asked), *chance.choices(WORDS, k=chance.randint(0, 5))]
        if words[0] not in ("init", "build", "inspect", "status"):
            words += ["-C", "region"]
        done = call(*words, said=b'{"needs": ["Anerkennung"]}')
        assert done.exit_code in (0, 1, 2, 3, 4), words
        assert "Traceback" not in done.output, words
        if done.exit_code > 1 and not done.output.startswith("Usage"):
            assert done.stderr.strip(), words


def test_the_program_survives_odd_words_too(built: Path) -> None:
    for words in (("route", "--from", "\udcff", "-C", built), ("build", "\udcff"), ("gaps", "-C", "x" * 5000)):
        done = program(*words)
        assert done.returncode in (2, 3, 4)
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("verweisnetz: ")


def test_tests_start_the_program_of_this_checkout() -> None:
    assert ROOT == Path(__file__).parents[2]
    assert (ROOT / "verweisnetz" / "cli").is_dir()
