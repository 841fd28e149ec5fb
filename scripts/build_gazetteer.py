"""Build extraction/data/gazetteer.json from Unicode CLDR and the hand lists beside this script.

    npm pack cldr-localenames-full
    python scripts/build_gazetteer.py cldr-localenames-full-48.2.0.tgz

Without CLDR it takes in a changed extraction/data/leaders.yaml and nothing else.

Downloads nothing. The same input gives the same bytes. Two states that claim one name stop the
build: the hand lists must decide (``shared`` in a language's list, or ``drop``).
"""

from __future__ import annotations

import argparse
import json
import sys
import tarfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

HERE: Final = Path(__file__).parent
TARGET: Final = HERE.parent / "extraction" / "data" / "gazetteer.json"
LEADERS: Final = TARGET.with_name("leaders.yaml")
# Traditional Chinese is read as one language with Simplified: texts mix the two.
LOCALES: Final = {
    "en": ("en",),
    "fr": ("fr",),
    "es": ("es",),
    "ru": ("ru",),
    "vi": ("vi",),
    "zh": ("zh", "zh-Hant"),
}
ABOUT: Final = {
    "content": "Names of states, organisations, their seats and bodies in six languages.",
    "made_by": "scripts/build_gazetteer.py; do not edit, change scripts/gazetteer/*.yaml instead",
    "sources": [
        {
            "what": "names of territories",
            "from": "Unicode CLDR, npm package cldr-localenames-full",
            "licence": "Unicode-3.0",
            "copyright": "Copyright 2004-2026 Unicode, Inc.",
        },
        {
            "what": "all other names, members of organisations, look-alikes",
            "from": "written by hand for Pactwatch",
            "licence": "MIT",
        },
    ],
}
# The order in which kinds claim a name: "Singapore" is a country before it is a capital.
KINDS: Final = ("country", "abbreviation", "organisation", "demonym", "capital")
MANY: Final = "|"
"""Joins the codes of a name that leaves open which is meant."""

Names = dict[str, dict[str, dict[str, list[str]]]]
"""language -> kind -> code -> names"""


class BuildError(Exception):
    """The hand lists contradict one another or name what does not exist."""


@dataclass(frozen=True)
class Hand:
    """The hand lists, as read from YAML."""

    languages: Mapping[str, Mapping[str, Any]]
    organisations: Mapping[str, Any]
    bodies: Mapping[str, Mapping[str, list[str]]]
    seats: list[Mapping[str, Any]]
    lookalikes: Mapping[str, Mapping[str, list[str]]]
    pairs: Mapping[str, Any]
    contexts: list[Mapping[str, Any]]
    usual: list[Mapping[str, Any]]
    former: list[Mapping[str, Any]]
    leaders: list[Mapping[str, Any]]

    @property
    def states(self) -> list[str]:
        return sorted(code for code in self.languages["en"] if code.isupper())


def read_hand(folder: Path) -> Hand:
    yaml = YAML(typ="safe")

    def read(name: str) -> Any:
        return yaml.load((folder / f"{name}.yaml").read_text(encoding="utf-8"))

    return Hand(
        languages={lang: read(lang) for lang in LOCALES if (folder / f"{lang}.yaml").exists()},
        organisations=read("organisations"),
        bodies=read("bodies"),
        seats=read("seats"),
        lookalikes=read("lookalikes"),
        pairs=read("pairs"),
        contexts=read("contexts"),
        usual=read("usual"),
        former=read("former"),
        leaders=yaml.load(LEADERS.read_text(encoding="utf-8"))["leaders"],
    )


def read_cldr(package: Path) -> dict[str, dict[str, str]]:
    """Territory names by locale out of the npm package, packed or unpacked."""
    locales = [locale for group in LOCALES.values() for locale in group]
    paths = {locale: f"main/{locale}/territories.json" for locale in locales}
    if package.is_dir():
        texts = {loc: (package / path).read_bytes() for loc, path in paths.items()}
    else:
        with tarfile.open(package) as archive:
            texts = {}
            for locale, path in paths.items():
                member = archive.extractfile(f"package/{path}")
                if member is None:
                    raise BuildError(f"{package} has no {path}")
                texts[locale] = member.read()
    return {
        locale: json.loads(text)["main"][locale]["localeDisplayNames"]["territories"]
        for locale, text in texts.items()
    }


def clean_cldr_name(name: str) -> list[str]:
    """The names that running text would use for one of CLDR: typography and brackets undone."""
    name = name.replace("’", "'").replace("\u00a0", " ")
    if " - " in name or name.endswith((")", "）")):
        return []  # "Congo - Kinshasa", "Congo (DRC)": labels for lists, not names
    if " & " in name:
        return [name, name.replace(" & ", " and ")]
    return [name]


def cldr_names(territories: Mapping[str, str], code: str) -> list[str]:
    """All names of one territory, with short and variant forms but without bare codes."""
    found = [value for key, value in territories.items() if key.split("-")[0] == code]
    names = [name for value in found for name in clean_cldr_name(value)]
    return [name for name in names if not (name.isascii() and name.isupper() and len(name) < 4)]


def merge_language(
    territories: Iterable[Mapping[str, str]],
    hand: Mapping[str, Any],
    states: Iterable[str],
) -> dict[str, dict[str, list[str]]]:
    """The names of one language by kind and code."""
    kinds: dict[str, dict[str, list[str]]] = {}
    tables = list(territories)
    for code in states:
        row = hand.get(code, {})
        dropped = set(row.get("drop", ()))
        cldr = [name for table in tables for name in cldr_names(table, code)]
        country = [name for name in (*cldr, *row.get("names", ())) if name not in dropped]
        _put(kinds, "country", code, country)
        _put(kinds, "abbreviation", code, row.get("abbr", ()))
        _put(kinds, "demonym", code, row.get("people", ()))
        _put(kinds, "adjective", code, row.get("adj", ()))
        _put(kinds, "capital", code, row.get("capital", ()))
    for kind, names in hand.get("shared", {}).items():
        for name, codes in names.items():
            _put(kinds, kind, MANY.join(sorted(codes)), [name])
    return kinds


def _put(
    kinds: dict[str, dict[str, list[str]]], kind: str, code: str, names: Iterable[str]
) -> None:
    unique = list(dict.fromkeys(names))
    if unique:
        kinds.setdefault(kind, {}).setdefault(code, []).extend(unique)


def add_organisations(names: Names, organisations: Mapping[str, Any]) -> None:
    for code, row in sorted(organisations.items()):
        for field, kind in (("names", "organisation"), ("abbr", "abbreviation")):
            for language, listed in row.get(field, {}).items():
                _put(names[language], kind, code, listed)


def add_former(names: Names, former: Iterable[Mapping[str, Any]]) -> None:
    """The names of states that are no more."""
    for row in former:
        for kind in ("country", "abbreviation", "demonym"):
            for language, listed in row.get(kind, {}).items():
                _put(names[language], kind, row["code"], listed)


def resolve_members(groups: Mapping[str, list[str]], listed: Iterable[str]) -> list[str]:
    """The member states: ``+group`` adds a group, ``-XX`` takes one out."""
    members: set[str] = set()
    removed: set[str] = set()
    for item in listed:
        if item.startswith("+"):
            members.update(resolve_members(groups, groups[item[1:]]))
        elif item.startswith("-"):
            removed.add(item[1:])
        else:
            members.add(item)
    return sorted(members - removed)


def check_conflicts(names: Names) -> None:
    """Raise BuildError when one name of a language belongs to several codes of its kind."""
    problems = []
    for language, kinds in names.items():
        for kind, by_code in kinds.items():
            owners: dict[str, str] = {}
            for code, listed in by_code.items():
                problems += [
                    f"{language} {kind}: {name!r} belongs to {owners[name]} and {code}"
                    for name in listed
                    if owners.setdefault(name, code) != code
                ]
    if problems:
        raise BuildError("\n".join(problems))


def merge(cldr: Mapping[str, Mapping[str, str]], hand: Hand) -> dict[str, Any]:
    """The whole gazetteer. Raises BuildError on contradictions."""
    organisations = hand.organisations["organisations"]
    groups = hand.organisations["groups"]
    names: Names = {
        language: merge_language(
            [cldr[locale] for locale in LOCALES[language]],
            hand.languages.get(language, {}),
            hand.states,
        )
        for language in LOCALES
    }
    add_organisations(names, organisations)
    add_former(names, hand.former)
    check_conflicts(names)
    return {
        "about": ABOUT,
        "states": {code: _title(cldr["en"], code) for code in hand.states},
        "organisations": {
            code: {
                "name": row["title"],
                "members": resolve_members(groups, row.get("members", ())),
            }
            for code, row in sorted(organisations.items())
        },
        "names": names,
        "bodies": hand.bodies,
        "seats": hand.seats,
        "pairs": hand.pairs,
        "contexts": hand.contexts,
        "former": {
            row["code"]: {
                "name": row["title"],
                "until": str(row["until"]),
                "successor": row["successor"],
            }
            for row in hand.former
        },
        "usual": {MANY.join(sorted(row["of"])): row["usually"] for row in hand.usual},
        "leaders": compile_leaders(hand.leaders),
        "lookalikes": {
            language: sorted({name for listed in groups_.values() for name in listed})
            for language, groups_ in hand.lookalikes.items()
        },
    }


def compile_leaders(leaders: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Names by "code since until"; the YAML beside it is read four times as slowly."""
    terms: dict[str, list[str]] = {}
    for row in leaders:
        key = MANY.join((row["code"], str(row.get("since", "")), str(row.get("until", ""))))
        terms.setdefault(key, []).extend(dict.fromkeys(row["names"]))
    return terms


def _title(english: Mapping[str, str], code: str) -> str:
    """The usual English name of a state."""
    name = english.get(f"{code}-alt-short", english[code])
    name = english[code] if len(name) < 4 else name
    return name.replace("’", "'").replace(" & ", " and ")


def dump(gazetteer: Mapping[str, Any]) -> str:
    """JSON with one line for each code, so that a change shows as a change of that line."""
    text = json.dumps(gazetteer, ensure_ascii=False, indent=1, sort_keys=True)
    return _join_lists(text) + "\n"


def _join_lists(text: str) -> str:
    lines: list[str] = []
    inside = False
    for line in text.split("\n"):
        bare = line.strip()
        if inside:
            lines[-1] += bare if bare.startswith("]") else (bare + " " if bare[-1] == "," else bare)
            inside = not bare.startswith("]")
        else:
            lines.append(line)
            inside = bare.endswith("[") and not bare.endswith('"sources": [')
    return "\n".join(line.rstrip() for line in lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "cldr", type=Path, nargs="?", help="cldr-localenames-full, the .tgz or its folder"
    )
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args(arguments)
    try:
        hand = read_hand(HERE / "gazetteer")
        if options.cldr is None:
            vendored = json.loads(TARGET.read_text(encoding="utf-8"))
            text = dump(vendored | {"leaders": compile_leaders(hand.leaders)})
        else:
            text = dump(merge(read_cldr(options.cldr), hand))
    except (BuildError, KeyError, OSError, tarfile.TarError) as error:
        print(error, file=sys.stderr)
        return 1
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(text, encoding="utf-8")
    print(f"{options.output}: {len(text.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
