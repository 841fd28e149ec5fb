"""How problems are put into words: names shown safely, suggestions, YAML's own complaints.

Nothing here repeats a value of a file: it may be a secret in the wrong place. Keys are shown
only when they look like names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

from ruamel.yaml.error import MarkedYAMLError

from pacts.errors import Problem

_NAME: Final = re.compile(r"[^\W_][\w .&'()-]{0,39}")


def shown(name: str) -> str:
    """The name in quotes, or "this" where it does not look like a name."""
    return f'"{name}"' if _NAME.fullmatch(name) else "this"


def listed(names: Iterable[str], last: str = "or") -> str:
    """``a, b or c``."""
    *first, final = names
    return f"{', '.join(first)} {last} {final}" if first else final


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant."""
    folded = {candidate.casefold(): candidate for candidate in known}
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def suggestion(name: str, known: Sequence[str], *, what: str = "known") -> str:
    """``did you mean "x"?``, or the short list of what there is; empty when there is nothing."""
    meant = closest(name, known)
    if meant is not None:
        return f'did you mean "{meant}"?'
    if not known:
        return ""
    some = [shown(candidate) for candidate in known[:12]]
    if len(known) > len(some):
        some.append(f"{len(known) - len(some)} more")
    return f"{what} {'is' if len(known) == 1 else 'are'} {listed(some, 'and')}"


_SYNTAX: Final[tuple[tuple[str, str], ...]] = (
    ("'\\t'", "a tab stands here: indent with spaces only"),
    (
        "mapping values are not allowed",
        'a ":" too many, or wrong indentation: put text that holds ": " in quotes',
    ),
    ("undefined alias", 'text that begins with "*" must stand in quotes: "*word"'),
    ("another document", 'a second document begins here: remove the "---" line'),
    ("could not find expected ':'", 'a key without ":": write key: value'),
    ("cannot start any token", "text that begins with this character must stand in quotes"),
    ("'<stream end>'", "the file ends before every bracket [ or { is closed"),
    ("expected ',' or", "a comma or a closing bracket is missing"),
    (
        "expected <block end>",
        "the indentation does not fit the lines above, or a list lacks its dash",
    ),
    ("sequence entries are not allowed", "a list cannot begin here: check the indentation"),
)


def syntax_problem(error: MarkedYAMLError, file: str) -> Problem:
    """What the YAML reader stumbled over, in plain words, without quoting the file."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    message = next((words for sign, words in _SYNTAX if sign in problem), "this is not YAML")
    if "quoted scalar" in (error.context or "") and "end of stream" in problem:
        message = "the quote that opens here is never closed"
        mark = error.context_mark or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(file, line, column, message)
