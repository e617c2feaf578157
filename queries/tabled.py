"""What every answer can do: be plain data, a table of rows under headings, or a pandas frame."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from queries.phrases import columns
from queries.plain import frame, members

if TYPE_CHECKING:
    import pandas


class Tabled(ABC):
    """An answer with one row for each thing it lists; ``headings`` are keys of the phrases ``columns``."""

    __slots__ = ()
    headings: ClassVar[tuple[str, ...]]

    def to_dict(self) -> dict[str, object]:
        """Return plain data."""
        return members(self)

    def columns(self, language: str = "de") -> dict[str, str]:
        """Return the headings of `to_rows`."""
        return columns(self.headings, language)

    @abstractmethod
    def to_rows(self, language: str = "de") -> Sequence[Mapping[str, str | int]]:
        """Return the rows of a table."""

    def shown(self, language: str = "de") -> Sequence[Mapping[str, str | int]]:
        """Return the rows of `to_rows`; where there are many, each is told only when it is looked at."""
        return self.to_rows(language)

    def to_frame(self, language: str = "de") -> pandas.DataFrame:
        """Return `to_rows` as a pandas frame."""
        return frame(self.to_rows(language), self.columns(language))


class Told(Sequence[Mapping[str, str | int]]):
    """Rows that are told when they are looked at: a screen shows the first of many; slices are rows too."""

    def __init__(self, things: Sequence[Any], tell: Callable[[Any], Mapping[str, str | int]]) -> None:
        self._things, self._tell = things, tell

    def __len__(self) -> int:
        return len(self._things)

    def __getitem__(self, at: Any) -> Any:
        found = self._things[at]
        return Told(found, self._tell) if isinstance(at, slice) else self._tell(found)
