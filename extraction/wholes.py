"""Step 6a, triggers that need more than their own words: a parliament, a name, "into force"."""

from __future__ import annotations

from typing import Final

from extraction.analysis import Sentence
from extraction.lexicon import Mark


def is_whole(sentence: Sentence, mark: Mark) -> bool:
    """Whether all stands in the sentence that the trigger cannot do without."""
    trigger = sentence.lexicon.triggers[mark.value]
    if trigger.needs and not sentence.has(trigger.needs):
        return False
    if trigger.named_behind and not _is_name_behind(sentence, mark):
        return False
    return not trigger.tail or _has_tail(sentence, mark, trigger.tail)


def _has_tail(sentence: Sentence, mark: Mark, group: str) -> bool:
    """ "entra hoy en vigor": the rest of the phrase stands a few words off."""
    _, end = sentence.clause(mark.last - 1)
    return sentence.has(group, mark.last, min(end, mark.last + _TAIL))


_TAIL: Final = 6


def _is_name_behind(sentence: Sentence, mark: Mark) -> bool:
    """ "rompe con Chad", not "rompe con el pasado", nor "breaks with the president on Chad"."""
    named = next((n for n in sentence.named if n.first >= mark.last), None)
    return (
        named is not None
        and named.first - mark.last <= _TITLE
        and named.mention.kind not in {"leader", "demonym"}
    )


_TITLE: Final = 2
"""Tokens between the trigger and the name: "con la vecina Hungría"."""
