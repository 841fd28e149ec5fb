"""Is it new? What of a listing was met before, under whatever name. Pure.

An item has three names: its guid, its address and its words (``pacts/identity.py``).

guid   address   the same item when
same   same      always: another title is an edit, or a page that lives on
same   other     the title can be an edit, or the time is the same: else the guid was used again
other  same      the same: the guid was made anew, unless the page was used again
none   same      always: the address is all that there is
other  other     only with the same words: title, summary and time

In doubt it is new: that costs the reading of a page, and the same text is known again by its
words (:func:`twin`). News that is taken for known would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from pacts.identity import address_of, alike, entry_of, folded, guid_of, words_of
from pacts.model import Article, Item
from storage.records import Remembered


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one item from another."""

    guids: frozenset[int]
    addresses: frozenset[int]
    words: frozenset[int]
    title: str | None
    """None where nobody kept it: then it can be any."""
    published: datetime | None

    @property
    def names(self) -> frozenset[int]:
        return self.guids | self.addresses | self.words


def same_item(one: Look, other: Look) -> bool:
    """Whether two entries, listed at any times, are one item. Symmetric."""
    guid, address = _agree(one.guids, other.guids), _agree(one.addresses, other.addresses)
    if guid and address:
        return True
    if address and guid is None:
        return True
    if guid or address:
        return _can_be_an_edit(one, other)
    return bool(one.words & other.words)


def _agree(one: frozenset[int], other: frozenset[int]) -> bool | None:
    """None where either has no such name."""
    return bool(one & other) if one and other else None


def _can_be_an_edit(one: Look, other: Look) -> bool:
    if one.published is not None and one.published == other.published:
        return True
    return one.title is None or other.title is None or alike(one.title, other.title)


@dataclass(frozen=True, slots=True)
class Met:
    """What a listing comes to."""

    new: tuple[Item, ...]
    """Never met before, none twice, in their order."""
    changed: tuple[tuple[Item, Remembered], ...]
    """Known, and listed otherwise than before: with the key under which they are known."""
    as_before: int
    """Known, and listed as before."""

    @property
    def known(self) -> int:
        return self.as_before + len(self.changed)


def recognise(
    items: Sequence[Item], as_before: Mapping[int, int], sharing: Sequence[Remembered]
) -> Met:
    """Tell the new from the known.

    ``as_before`` are the positions of those that are listed as before; ``sharing`` is everything
    that shares a name with one of the others. An item that is listed twice counts once.
    """
    known = _Knowledge([_Known(_look(one), one.key, one) for one in sharing])
    settled = set(as_before.values())
    unknown: list[Item] = []
    new: list[Item] = []
    changed: list[tuple[Item, Remembered]] = []

    def note(item: Item, found: _Known) -> None:
        if found.row is not None and found.row.id not in settled:
            settled.add(found.row.id)
            changed.append((_under(found.key, item), found.row))

    for at, item in enumerate(items):
        if at in as_before:
            continue
        found = known.find(item)
        if found is None:
            unknown.append(item)
        else:
            note(item, found)
            known.add(_Known(look_of(item), found.key, found.row))  # its other half may follow
    for item in unknown:
        found = known.find(item)
        if found is None:
            own = _under(known.free_key(item), item)
            known.add(_Known(look_of(own), own.key, None))
            new.append(own)
        else:
            note(item, found)
    return Met(tuple(new), tuple(changed), len(set(as_before.values())))


def twin(article: Article, twins: Sequence[tuple[int, str]]) -> int | None:
    """The item that is the same article under another name; None where there is none.

    ``twins`` are items with the same text. Under the same title they are one. Under an edited
    title they are only when the text tells what both titles say: what a site puts before or in
    place of all its articles has the words of none.
    """
    title, text = folded(article.title), folded(article.text.removeprefix(article.title))
    same = [number for number, other in twins if folded(other) == title]
    if same:
        return same[0]
    if not tells(text, title) or not all(alike(other, article.title) for _, other in twins):
        return None
    return next((number for number, other in twins if tells(text, folded(other))), None)


def tells(text: str, title: str) -> bool:
    """Whether half of what a title says stands in the text, both folded."""
    parts = [part for word in title.split() for part in _parts(word)]
    found = sum(part in text for part in parts)
    return bool(parts) and 2 * found >= len(parts)


def _parts(word: str) -> list[str]:
    """The beginning of a word that says something; pairs of characters where no spaces are."""
    if _WIDE.search(word):
        return [word[at : at + 2] for at in range(len(word) - 1)]
    return [word[:_STEM]] if len(word) >= _SAYS else []


_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_STEM: Final = 5
"""Letters: "signed" and "signing" begin alike."""
_SAYS: Final = 4
"""Letters of a word below which it says little."""


@dataclass(frozen=True, slots=True)
class _Known:
    look: Look
    key: str
    row: Remembered | None
    """None for what this very listing brought."""


def look_of(item: Item) -> Look:
    guid, address, words = (_set(name(item)) for name in (guid_of, address_of, words_of))
    return Look(guid, address, words, item.title, item.published)


def _set(name: int | None) -> frozenset[int]:
    return frozenset() if name is None else frozenset({name})


def _under(key: str, item: Item) -> Item:
    """The item with another key; what only its key named keeps that name."""
    if key == item.key:
        return item
    return replace(item, key=key, guid=item.guid or ("" if item.address else item.key))


def _look(one: Remembered) -> Look:
    return Look(one.guids, one.addresses, one.words, one.title, one.published)


class _Knowledge:
    """What is known, by its names and keys."""

    def __init__(self, known: Sequence[_Known]) -> None:
        self._by_name: dict[int, list[_Known]] = {}
        self._by_key: dict[str, _Known] = {}
        for one in known:
            self.add(one)

    def add(self, one: _Known) -> None:
        self._by_key[one.key] = one
        for name in one.look.names:
            self._by_name.setdefault(name, []).append(one)

    def find(self, item: Item) -> _Known | None:
        """The best of those that are the same item: the more names agree the better."""
        look, called = look_of(item), self._by_key.get(item.key)
        near = [one for name in look.names for one in self._by_name.get(name, ())]
        same = [one for one in near if same_item(look, one.look)]
        if called is not None and called.look.title is None:  # kept before names were
            same.append(called)

        def agreement(one: _Known) -> tuple[int, bool]:
            names = bool(look.guids & one.look.guids) + bool(look.addresses & one.look.addresses)
            return names, one.look.title == item.title

        return max(same, key=agreement, default=None)

    def free_key(self, item: Item) -> str:
        """Its own key, or a longer one where another item has that already."""
        taken = item.key in self._by_key
        return f"{item.key}#{entry_of(item) & 0xFFFFFFFF:08x}" if taken else item.key
