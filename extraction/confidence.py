"""Step 9b, confidence: how often events told like this one were right on labelled documents.

The rules say *what* an event is; this says how far to believe them. A logistic model looks at how
the rules came to their answer, never at the words themselves, so it serves every language alike.
Its weights are data (``data/confidence.json``), learned by ``scripts/train_confidence.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from extraction.analysis import Sentence
from extraction.blocks import Role
from extraction.casts import Cast
from extraction.context import Context
from extraction.frame import Frame
from extraction.gazetteer import is_body
from extraction.once import once
from extraction.verdicts import Verdict

_GROUPS: Final = (
    *("company", "university", "people", "law", "domestic", "state", "government", "we"),
    *("collective_two", "pronoun", "attribution", "many_sided", "no", "since", "looking_back"),
)
"""Groups of words whose presence in a sentence tells something about how far to believe it."""
_NEAR_GROUPS: Final = ("indefinite", "article", "definite", "date.numbers", "describing")
"""The same right before the object."""
_GAPS: Final = (1, 3, 6, 12)
_ORDERS: Final = (1, 3, 7, 15, 40)
_LENGTHS: Final = (12, 25, 45)
_DAYS: Final = (-1, 2, 8, 46, 400)


def features(
    frame: Frame, verdict: Verdict, cast: Cast, parties: Sequence[str], context: Context
) -> tuple[str, ...]:
    """What the model sees of an event, as names of features that are on."""
    return tuple(dict.fromkeys(_features(frame, verdict, cast, parties, context)))


def _features(
    frame: Frame, verdict: Verdict, cast: Cast, parties: Sequence[str], context: Context
) -> Iterator[str]:
    sentence, status = frame.sentence, verdict.status
    assert status is not None
    act, how, news = frame.act.value, cast.how, status.value
    yield from _grammar(frame, verdict)
    yield f"parties {how}"
    yield f"scope {cast.scope}"
    yield f"{news}+{how}"
    yield f"{act}+{how}"
    yield f"{act}+{news}"
    yield f"{act}+{sentence.role}"
    yield f"{news}+{sentence.role}"
    yield f"the rules are sure by {round(verdict.certainty * cast.certainty, 1)}"
    yield from _who(sentence, parties, context)
    for doubt in cast.doubts:
        yield f"doubt: {doubt}"
        yield f"{news}+doubt"
    if not cast.doubts:
        yield f"{how}, without a doubt"
    yield from _when(verdict, context)
    yield from _surroundings(frame, context)


def _grammar(frame: Frame, verdict: Verdict) -> Iterator[str]:
    trigger = frame.sentence.lexicon.triggers[frame.trigger.value]
    yield f"{frame.act}"
    yield f"{verdict.status}"
    yield f"{verdict.why}"
    yield f"{frame.act}+why={verdict.why}"
    yield f"voice {frame.voice}"
    yield f"form {frame.trigger.form}"
    yield f"object of family {frame.head.family}"
    yield f"{frame.act}+{frame.head.kind}" if frame.head.family != "level" else "a level"
    if frame.head.family not in {"level", "organisation"}:
        yield f"object {frame.head.kind}"
    for name in ("weak", "intransitive", "proposes", "close", "understood", "yields"):
        if getattr(trigger, name):
            yield f"trigger {name}"
    apart = abs(frame.head.first - frame.trigger.last)
    yield f"deed and object {_step(apart, _GAPS)} apart"
    yield "object first" if frame.head.first < frame.trigger.first else "deed first"


def _who(sentence: Sentence, parties: Sequence[str], context: Context) -> Iterator[str]:
    here = {code for named in sentence.named for code in named.codes}
    ranks = [context.ranking.index(code) for code in parties if code in context.ranking]
    yield f"{min(len(parties), 4)} parties"
    yield f"{min(sum(code in here for code in parties), 3)} parties named here"
    yield f"{min(len(here.difference(parties)), 3)} others named here"
    yield f"prominence of the parties {_step(max(ranks, default=99), (1, 2, 4, 8))}"
    yield f"{sum(code in context.titled for code in parties)} parties in the title"
    if any(map(is_body, parties)):
        yield "an organisation"
    if not ranks or len(ranks) < len(parties):
        yield "a party that is not ranked"
    if set(parties) == set(context.pair):
        yield "the pair of the article"


def _when(verdict: Verdict, context: Context) -> Iterator[str]:
    dated = verdict.dated
    if context.published is None:
        yield "publication unknown"
    if dated is None:
        yield "undated"
        yield f"undated+{verdict.status}"
        return
    yield f"dated {dated.basis}"
    yield "a whole day" if dated.whole_day else "a vague date"
    if context.published:
        yield f"days ago {_step((context.published - dated.period.end).days, _DAYS)}"


def _surroundings(frame: Frame, context: Context) -> Iterator[str]:
    sentence = frame.sentence
    yield f"in the {sentence.role}"
    yield f"sentence number {_step(sentence.order, _ORDERS)}"
    yield f"words {_step(len(sentence.tokens) // sentence.lexicon.stretch, _LENGTHS)}"
    yield f"deeds in the sentence {min(len(sentence.of('trigger')), 4)}"
    yield f"clauses in the sentence {min(len(sentence.bounds), 4)}"
    begin, _ = sentence.clause(frame.trigger.first)
    yield "first clause" if begin == 0 else "later clause"
    if any(m.first == begin for g in ("relative", "relative_subject") for m in sentence.of(g)):
        yield "relative clause"
    if '"' in sentence.quote:
        yield "quotation"
    for group in _GROUPS:
        if sentence.has(group):
            yield f"has {group}"
    for group in _NEAR_GROUPS:
        if sentence.is_a(group, frame.head.first - 1):
            yield f"object behind {group}"
    yield from _article(frame, context)


def _article(frame: Frame, context: Context) -> Iterator[str]:
    if context.looks_back:
        yield "article looks back"
    if context.home:
        yield "official"
    if context.title_tells:
        yield "title tells"
    if frame.sentence.role is not Role.TITLE and context.title_tells:
        yield f"title tells+{frame.act}"


def _step(value: int, steps: Sequence[int]) -> str:
    """The first of ascending bounds that a value does not exceed."""
    return next((f"≤{step}" for step in steps if value <= step), f">{steps[-1]}")


# --- the model -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of a logistic model over features that are on or off."""

    bias: float
    weights: dict[str, float]

    def probability(self, names: Iterable[str]) -> float:
        total = self.bias + sum(self.weights.get(name, 0.0) for name in names)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))

    def strongest(self, names: Iterable[str], most: int) -> tuple[tuple[str, float], ...]:
        """The features that moved the answer most, with their weights."""
        known = [(name, self.weights[name]) for name in names if name in self.weights]
        return tuple(sorted(known, key=lambda pair: (-abs(pair[1]), pair[0]))[:most])


@once
def shipped() -> Model:
    """The model that ships with Pactwatch, read once."""
    source = files("extraction") / "data" / "confidence.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return Model(data["bias"], data["weights"])


def confidence(
    frame: Frame, verdict: Verdict, cast: Cast, parties: Sequence[str], context: Context
) -> float:
    """The share of events told like this one that were right, 0 to 1, two places."""
    return round(shipped().probability(features(frame, verdict, cast, parties, context)), 2)
