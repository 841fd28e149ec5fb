"""Headlines whose verb has no tense, read in the light of the text below them.

"Oman và Peru ký hiệp định" stands over news of a signing and over "... sẽ ký hiệp định vào thứ
Năm" alike. Where the text only plans what the headline names, the headline plans it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extraction.blocks import Role
from extraction.consolidate import consolidate
from extraction.voices import Voice, said_done
from pacts.model import Event
from pacts.terms import Status

if TYPE_CHECKING:
    from extraction.cascade import Finding

WHY = "a headline without tense over a text that plans it"


def settled(found: Sequence[Finding]) -> Iterator[Finding]:
    """The findings in their order, headlines without tense as the text below them says."""
    below = [finding for finding in found if not _is_title(finding)]
    for finding in found:
        yield _planned(finding) if _is_only_planned(finding, below) else finding


def _is_title(finding: Finding) -> bool:
    return finding.frame.sentence.role is Role.TITLE


def _is_only_planned(finding: Finding, below: Sequence[Finding]) -> bool:
    """Whether nobody tells as done what the headline names, and somebody says that it will be."""
    frame = finding.frame
    bare = frame.trigger.form == "bare" and frame.voice is Voice.INFINITIVE
    if not _is_title(finding) or not bare or said_done(frame.sentence, frame.trigger):
        return False
    if finding.verdict.status is not Status.CONCLUDED:
        return False
    same = [f for f in below if any(_one(own, e) for own in finding.events for e in f.events)]
    done = any(f.verdict.status is Status.CONCLUDED for f in same)
    return not done and any(_will_be(f) for f in same)


def _will_be(finding: Finding) -> bool:
    """ "sẽ ký": a future, no wish or agreement."""
    sentence = finding.frame.sentence
    future = [m for m in sentence.of("cue") if m.value == "future"]
    said = {" ".join(sentence.words(m.first, m.last).split()) for m in future}
    return finding.verdict.status is Status.PLANNED and finding.verdict.cue in said


def _one(own: Event, event: Event) -> bool:
    """Whether both tell of one thing."""
    return own.act is event.act and len(consolidate((own, event))) == 1


def _planned(finding: Finding) -> Finding:
    events = tuple(replace(event, status=Status.PLANNED) for event in finding.events)
    verdict = replace(finding.verdict, status=Status.PLANNED, why=WHY)
    return replace(finding, verdict=verdict, events=events)
