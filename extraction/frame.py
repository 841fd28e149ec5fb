"""A deed and its object in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from extraction.analysis import Sentence
from extraction.heads import Head
from extraction.levels import Level
from extraction.lexicon import Mark
from extraction.voices import Voice
from pacts.terms import Act, Kind


@dataclass(frozen=True, slots=True)
class Frame:
    """A deed and its object in one sentence."""

    sentence: Sentence
    trigger: Mark
    head: Head
    kind: Kind
    act: Act
    voice: Voice
    level: Level | None = None
    level_from: Level | None = None

    @property
    def first(self) -> int:
        return min(self.trigger.first, self.head.first)

    @property
    def last(self) -> int:
        return max(self.trigger.last, self.head.last)
