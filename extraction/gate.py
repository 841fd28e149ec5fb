"""Step 4, the gate: most texts hold no deed at all, and are done here in microseconds."""

from __future__ import annotations

from functools import cache

import re2

from extraction import lexicon


def may_hold_events(text: str) -> bool:
    """Whether any word of any language's triggers stands in the text."""
    return _gate().search(text) is not None


@cache
def _gate() -> re2._Regexp:
    words = {word for code in lexicon.LANGUAGES for word in lexicon.load(code).gate}
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = 64 << 20
    return re2.compile("|".join(re2.escape(word) for word in sorted(words)), options)
