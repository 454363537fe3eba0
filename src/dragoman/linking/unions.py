"""Disjoint sets: what is linked, step by step, belongs together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

_T = TypeVar("_T", bound=Hashable)


class Unions(Generic[_T]):
    """Sets of items that grow together (union–find with path halving; Tarjan and van Leeuwen 1984).

    Args:
        items: the items, each a set of its own at first; others join when they are linked.
    """

    def __init__(self, items: Iterable[_T] = ()) -> None:
        self._parent: dict[_T, _T] = {item: item for item in items}

    def find(self, item: _T) -> _T:
        """The item that stands for the set of an item."""
        parent = self._parent
        parent.setdefault(item, item)
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def join(self, one: _T, other: _T) -> None:
        """Make one set of the sets of two items; what came first stands for it."""
        first, second = self.find(one), self.find(other)
        if first != second:
            self._parent[second] = first

    def sets(self) -> list[list[_T]]:
        """All sets, in the order in which their first items came."""
        found: dict[_T, list[_T]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
