"""Work that a second process does beside the first: one fork, one answer, and the same result without either.

Where the system cannot fork, where there is one processor or another thread, the work is done when its result is asked
for.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Generic, NoReturn, TypeVar

Result = TypeVar("Result")

FORKS = sys.platform == "linux"
"""Whether a process may go on in two: macOS has `os.fork`, but its libraries do not bear it."""

FEW, MANY = 20_000, 400_000
"""Of fewer statements (or rows) it is not worth a process; of more, the memory both processes then hold would be too
much: a second process copies what it reads and makes its own, 1.5 KB per statement."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)


class Beside(Generic[Result]):
    """Some work that a second process does.

    Raises:
        OSError: the system gives no second process.

    Args:
        work: what it does. It changes nothing that others see but files; its result or its OSError can be pickled.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self._answer, told = os.pipe()
        # A signal that came between fork and `_do` would run the first one's way out in both.
        signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
        try:
            self.process = os.fork()
            if not self.process:
                _do(work, told)
        except OSError:  # no process or memory is to be had
            os.close(self._answer)
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
            os.close(told)
        self._ended = False

    def result(self) -> Result:
        """Wait for the result; if the second process ended without a word (somebody killed it), do the work here.

        Raises:
            OSError: what the system said to the second process.
        """
        import pickle  # not for those who only read

        with os.fdopen(self._answer, "rb", closefd=False) as answer:
            told = answer.read()
        _, status = os.waitpid(self.process, 0)
        self._ended = True
        if status:
            return self._work()
        found: Result | OSError = pickle.loads(told)
        if isinstance(found, OSError):
            raise found
        return found

    def end(self) -> None:
        """Let nothing be left of the second process."""
        if not self._ended:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self._ended = True
        os.close(self._answer)


@contextlib.contextmanager
def beside(
    work: Callable[[], Result], size: int, *, few: int = FEW, many: int = MANY
) -> Iterator[Callable[[], Result]]:
    """Yield what gives the result of some work, and have it done meanwhile where that is worth it.

    Args:
        size: how many statements or rows it is about. few, many: how many are worth a process.
    """
    second = None
    if few <= size <= many and two_can_work():
        with contextlib.suppress(OSError):
            second = Beside(work)
    if second is None:
        yield work
        return
    try:
        yield second.result
    finally:
        second.end()


def two_can_work() -> bool:
    """Return whether there is a second processor, and no other thread that might hold a lock when the process forks."""
    if not FORKS:
        return False
    import threading

    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _do(work: Callable[[], object], told: int) -> NoReturn:
    """Work, tell the result, and never come back: what follows the fork is none of this process's business."""
    status = 1
    try:
        import pickle

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, too, and ends this one
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
        try:
            found = work()
        except OSError as error:
            found = error
        answered = pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL)  # whole: a pipe waits for its reader
        with os.fdopen(told, "wb") as answer:
            answer.write(answered)
        status = 0
    finally:
        os._exit(status)
