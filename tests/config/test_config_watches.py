"""keywords.yaml: what each option becomes, and watches that cannot do what they say."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import configs
import pytest

from pacts.model import Keywords, Near, Parties, Watch
from pacts.terms import Priority, Scope, Status
from worker.config.parties import resolve

OK = "name: a\nnotify: [console]"
PLAIN = f"{OK}\nkeywords:"


def found(base: Path, text: str) -> list[str]:
    problems = configs.problems(base, keywords=text)
    return [line.removeprefix("keywords.yaml:") for line in problems]


def one(base: Path, text: str) -> str:
    (problem,) = found(base, configs.watch(text))
    return problem


def test_every_option_of_a_watch_reaches_the_frozen_type(tmp_path: Path) -> None:
    text = configs.watch("""
name: energy
notify: [console, console]
events: [agreement.signed, partnership]
parties: {any: [viet nam, KZ], all: [NO], none: [European Union], between: [VN, KZ, NO]}
keywords:
  any: [nuclear, "rare earth*"]
  all: [power]
  none: [football]
  near: {words: [power, plant], within: 5}
  same_sentence: [fuel, supply]
  title_only: true
  inflect: false
status: [concluded, planned]
scope: [state, mixed]
levels: [Comprehensive]
sources: [vgp]
languages: [en, vi]
min_confidence: 1
min_sources: 2
max_age: 7d
remind: 2d
priority: high
""")
    assert configs.loaded(tmp_path, keywords=text).watches == (
        Watch(
            name="energy",
            notify=("console",),
            events=("agreement.signed", "partnership"),
            parties=Parties(
                any=frozenset({"VN", "KZ"}),
                all=frozenset({"NO"}),
                none=frozenset({"EU"}),
                between=frozenset({"VN", "KZ", "NO"}),
            ),
            keywords=Keywords(
                any=("nuclear", "rare earth*"),
                all=("power",),
                none=("football",),
                near=Near(("power", "plant"), 5),
                same_sentence=("fuel", "supply"),
                title_only=True,
                inflect=False,
            ),
            status=frozenset({Status.CONCLUDED, Status.PLANNED}),
            scope=frozenset({Scope.STATE, Scope.MIXED}),
            levels=("comprehensive",),
            sources=frozenset({"vgp"}),
            languages=frozenset({"en", "vi"}),
            min_confidence=1.0,
            min_sources=2,
            max_age=timedelta(days=7),
            remind=timedelta(days=2),
            priority=Priority.HIGH,
        ),
    )


def test_a_watch_of_three_lines_has_the_defaults_of_the_type(tmp_path: Path) -> None:
    (watch,) = configs.loaded(tmp_path).watches
    assert watch == Watch(name="all", notify=("console",), events=("partnership",))


EVENTS = "events: [partnership]"
WRONG = {
    "events: [partnership, partnership]": "4:27: partnership stands here already: remove one",
    "events: [agreement, agreement.signed]": "4:25: agreement means all of its acts, "
    "agreement.signed among them: remove one of the two",
    f"{EVENTS}\nparties: {{any: [Viet Nam, VN]}}": "5:31: VN stands in this list already: "
    "remove one",
    f"{EVENTS}\nparties: {{any: [VN, KZ], none: [viet nam]}}": "5:37: VN is under any as well: "
    "remove it there or here",
    f"{EVENTS}\nparties: {{none: [VN], between: [VN, KZ, RU]}}": "5:22: VN is under between as "
    "well: remove it there or here",
    f"{EVENTS}\nparties: {{between: [VN]}}": "5:24: between needs two or more: with one, nobody "
    "is left to conclude anything with",
    f"{EVENTS}\nparties: {{all: [VN, US], between: [VN, KZ]}}": "5:25: US is not under between, "
    "so no story can have it: add it there",
    f"{EVENTS}\nparties: {{any: [US], between: [VN, KZ]}}": "5:21: US is not under between, "
    "so no story can have it: add it there",
    f"{EVENTS}\nlanguages: [vn]": '5:17: languages "vn" is the code of a country; '
    'did you mean the language "vi"?',
    f"{EVENTS}\nmin_sources: 0": "5:18: min_sources is too small: the least is 1",
    f"{EVENTS}\nremind: 2d": "5:5: remind is about what was planned: add planned to status, "
    "or remove this",
    f"{EVENTS}\nstatus: [planned]\nremind: 50d": "6:13: after 45d (max_age) nothing is sent: "
    "remind must be shorter",
    f"{EVENTS}\nstatus: [planned]\nremind: soon": '6:13: remind "soon" is not a duration: write '
    "a number and s, m, h or d, such as 15m, 2h or 1d",
    "keywords: {any: [gas]}\nmin_sources: 2": '5:5: min_sources does nothing without "events": '
    "add them, or remove this",
    "keywords: {any: [gas]}\nremind: 2d": '5:5: remind does nothing without "events": '
    "add them, or remove this",
    "keywords: {same_sentence: [gas]}": "4:31: same_sentence needs 2 or more entries",
    "keywords: {same_sentence: [gas, oil], none: [Oil]}": '4:37: this finds nothing: "Oil" under '
    "none refuses all that it finds",
    "keywords: {any: [natural gas, oil], none: [gas]}": '4:22: this finds nothing: "gas" under '
    "none refuses all that it finds",
    "keywords: {any: [gas, oil, GAS]}": '4:32: "gas" in this list finds the same: remove one '
    "of the two",
    "keywords: {any: [sign, signed], inflect: true}": '4:28: "sign" in this list finds the same: '
    "remove one of the two",
    "keywords: {any: [gas, oil], all: [Gas]}": "4:22: this is under all as well, so that any asks "
    "for nothing: remove it here",
    "keywords: {any: [g]}": "4:22: a single letter or digit would match nearly everything: "
    "write a whole word",
    "keywords: {any: ['gas OR oil']}": "4:22: OR is a word like others here: list the words "
    "under any, or write it small",
    "keywords: {near: power plant}": '4:22: near "power plant" must be a mapping '
    "(key: value), not text",
    "keywords: {any: ['sign*'], inflect: true}": "4:22: * stands for any ending already: "
    "remove it, or inflect",
    "keywords: {any: [sign], inflect: true}\nlanguages: [vi]": "4:29: inflect knows English only: "
    "add en to languages, or remove this",
    "events: partnership": '4:13: events "partnership" must be a list, not text: '
    "put it in brackets, [ ]",
    "events: [partnerships]": '4:14: events "partnerships" is not an event; '
    'did you mean "partnership"?',
    "events: [signed]": '4:14: events "signed" is not an event; did you mean "agreement.signed"?',
    "events: [agreement.singed]": '4:14: events "agreement.singed" is not an event; '
    'did you mean "agreement.signed"?',
    "events: [relations.signed]": '4:14: events "relations.signed" is not an event; '
    "relations has downgraded, established, restored and severed",
    "events: [weather]": '4:14: events "weather" is not an event; '
    "write one of partnership, relations, agreement, statement, or kind.act",
    "events: []": "2:5: this watch wants nothing: give it events or keywords",
    "evnts: [partnership]": '4:5: "evnts" is not a key here; did you mean "events"?',
    "events: [partnership]\nstatus: [planed]": '5:14: status "planed" is not known; '
    'did you mean "planned"?',
    "events: [partnership]\nstatus: []": "5:13: status needs 1 or more entries",
    "events: [partnership]\nparties: {any: [Kazakhsten]}": '5:21: any "Kazakhsten" is not a known '
    'state or organisation; did you mean "Kazakhstan"?',
    "events: [partnership]\nparties: [VN]": "5:14: parties must be a mapping (key: value), "
    "not a list",
    "events: [partnership]\nmin_confidence: 90": "5:21: min_confidence is too large: the most is 1",
    "events: [partnership]\nmin_confidence: high": '5:21: min_confidence "high" must be a number, '
    "not text",
    "events: [partnership]\npriority: urgent": '5:15: priority "urgent" is not known; '
    'known are "low", "normal" and "high"',
    "events: [partnership]\nsources: [vpg]": '5:15: source "vpg" is not in sources.yaml; '
    'did you mean "vgp"?',
    "events: [partnership]\nkeywords: {}": "5:15: there are no keywords here: "
    "add some, or remove this",
    "events: [partnership]\nexamples: {match: [a]}": "5:24: this example should match, "
    "and the watch does not catch it (found: no event)",
    "keywords: {any: [gas]}\nstatus: [planned]": '5:5: status does nothing without "events": '
    "add them, or remove this",
    "keywords: {any: [2030]}": "4:22: any must be text, not a number: put it in quotes",
    "keywords: {any: ['']}": '4:22: any "" is empty: fill it in, or remove the line',
    "keywords: {any: ['*']}": "4:22: a keyword needs at least one letter or digit",
    "keywords: {any: ['a*']}": "4:22: * after a single letter would match nearly everything",
    "keywords: {any: ['*gas']}": "4:22: * can only stand at the end of a keyword, "
    "for any ending of its last word",
    "keywords: {any: ['gas.*']}": "4:22: keywords are plain words, not regular expressions: "
    "list the words one by one",
    "keywords: {any: ['gas|oil']}": "4:22: keywords are plain words, not regular expressions: "
    "list the words one by one",
    "keywords: {none: [gas]}": "4:15: these keywords match every article: "
    "add any, all, near or same_sentence",
    "keywords: {all: [Gas, oil], none: [gas]}": '4:22: this finds nothing: "gas" under none '
    "refuses all that it finds",
    "keywords: {near: {words: [gas], within: 3}}": "4:30: words needs 2 or more entries",
    "keywords: {near: {words: [rare earths, gas], within: 2}}": "4:58: within 2 words there is "
    "no room for these: write 3 or more",
    "keywords: [gas, oil]": "4:15: keywords must be a mapping (key: value), not a list",
}


@pytest.mark.parametrize("lines", WRONG)
def test_a_wrong_watch_is_told_in_plain_words(tmp_path: Path, lines: str) -> None:
    problems = found(tmp_path, configs.watch(f"{OK}\n{lines}"))
    assert problems == [WRONG[lines]]


def test_a_watch_that_nobody_hears_is_a_problem(tmp_path: Path) -> None:
    assert one(tmp_path, "name: a\nevents: [partnership]\nnotify: []") == (
        "4:13: notify needs 1 or more entries"
    )
    assert (
        one(tmp_path, "name: a\nevents: [partnership]") == '2:5: "notify" is missing: add it here'
    )


def test_an_unknown_channel_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    assert one(tmp_path, "name: a\nevents: [partnership]\nnotify: [console, consle]") == (
        '4:23: channel "consle" is not in channels.yaml; did you mean "console"?'
    )
    assert one(tmp_path, "name: a\nevents: [partnership]\nnotify: [x]") == (
        '4:14: channel "x" is not in channels.yaml; there is "console"'
    )


def test_two_watches_of_one_name_are_a_problem_at_the_second(tmp_path: Path) -> None:
    text = configs.KEYWORDS + configs.KEYWORDS.removeprefix("watches:\n")
    assert found(tmp_path, text) == ['5:11: the name "all" is on line 2 already: choose another']


def test_names_of_other_files_are_not_judged_while_those_cannot_be_read(tmp_path: Path) -> None:
    text = configs.watch("name: a\nevents: [partnership]\nnotify: [x]\nsources: [y]")
    broken = configs.problems(tmp_path, keywords=text, sources="\t", channels="\t")
    assert len(broken) == 2


def test_no_watch_at_all_is_a_warning(tmp_path: Path) -> None:
    config = configs.loaded(tmp_path, keywords="watches: []\n")
    assert configs.shortened(config.warnings, config.directory) == [
        "channels.yaml:2:3: no watch sends anything to this channel",
        "keywords.yaml:1:10: there is no watch: nobody will be told anything",
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("VN", "VN"),
        ("viet nam", "VN"),
        ("Vietnam", "VN"),
        ("NO", "NO"),
        ("Türkiye", "TR"),
        ("turkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Republic of Kazakhstan", "KZ"),
        ("the Netherlands", "NL"),
        ("Republic of Korea", "KR"),
        ("People's Republic of China", "CN"),
        ("asean", "ASEAN"),
        ("World Bank", "WORLD BANK"),
        ("European Union", "EU"),
        ("Việt Nam", "VN"),
        ("Казахстан", "KZ"),
        ("英国", "GB"),
    ],
)
def test_parties_are_known_by_code_and_by_name(name: str, code: str) -> None:
    assert resolve(name) == code


@pytest.mark.parametrize("name", ["Atlantis", "XX", "HK", "Kremlin", "", "*"])
def test_unknown_parties_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="is not a known state or organisation"):
        resolve(name)


def test_a_name_of_two_states_is_refused_with_both_codes() -> None:
    with pytest.raises(ValueError, match="more than one; write CD or CG"):
        resolve("Congo")


PLAIN_WATCH = f"""\
{OK}
keywords: {{all: ["code of conduct", "East Sea"]}}
examples:
  match: ["Talks on the Code of Conduct in the East Sea", "A quiet day"]
  ignore: ["A code of conduct for staff", "The code of conduct. The East Sea."]
"""
EVENT_WATCH = f"""\
{OK}
events: [agreement]
parties: {{any: [Kazakhstan]}}
keywords: {{any: [nuclear, gas]}}
examples:
  match:
    - Viet Nam and Kazakhstan signed an agreement on nuclear energy.
    - Viet Nam and Kazakhstan will sign an agreement on nuclear energy next year.
  ignore:
    - Viet Nam and Kazakhstan signed an agreement on trade.
    - The two presidents spoke of gas.
    - Kazakhstan and Viet Nam signed an agreement on natural gas.
"""


def test_examples_of_plain_keywords_that_fail_are_problems(tmp_path: Path) -> None:
    assert found(tmp_path, configs.watch(PLAIN_WATCH)) == [
        "6:63: this example should match, and the watch does not catch it",
        (
            "7:47: this example should be ignored, and the watch catches it "
            "(found: code of conduct, East Sea)"
        ),
    ]


def test_examples_of_a_watch_on_events_are_tried_through_extraction(tmp_path: Path) -> None:
    assert found(tmp_path, configs.watch(EVENT_WATCH)) == [
        (
            "10:11: this example should match, and the watch does not catch it "
            "(found: agreement.signed, planned, KZ VN)"
        ),
        (
            "14:11: this example should be ignored, and the watch catches it "
            "(found: agreement.signed, concluded, KZ VN)"
        ),
    ]


def test_examples_of_a_wrong_watch_are_not_tried(tmp_path: Path) -> None:
    assert len(found(tmp_path, configs.watch(PLAIN_WATCH + "evnts: []"))) == 1


TITLE_WATCH = f"""\
{OK}
languages: [en]
sources: [vgp]
keywords: {{any: [sign], title_only: true, inflect: true}}
examples:
  match: ["Hanoi signs\\nAstana waits", "Astana waits\\nHanoi signs"]
  ignore: ["Astana waits\\nHanoi signed", "A signature"]
"""
DOUBTED_WATCH = f"""\
{OK}
events: [agreement]
parties: {{between: [VN, KZ]}}
languages: [vi, en]
min_sources: 3
examples:
  match: [Viet Nam and Kazakhstan signed an agreement on nuclear energy.]
  ignore: ["Viet Nam, Kazakhstan and Russia signed an agreement on nuclear energy."]
"""


def test_the_first_line_of_an_example_is_its_title(tmp_path: Path) -> None:
    assert found(tmp_path, configs.watch(TITLE_WATCH)) == [
        "8:44: this example should match, and the watch does not catch it"
    ]


def test_an_example_is_told_by_enough_sources_in_a_language_that_the_watch_reads(
    tmp_path: Path,
) -> None:
    assert found(tmp_path, configs.watch(DOUBTED_WATCH)) == []


SOURCES = """\
defaults: {language: en}
sources:
  - {name: vgp, url: "https://vgp.example.org/rss"}
  - {name: blog, url: "https://blog.example.org/rss", trust: hold}
  - {name: tass, url: "https://tass.example.org/rss", language: ru}
"""


@pytest.mark.parametrize(
    ("lines", "warnings"),
    [
        ("min_sources: 2\nlanguages: [ru, vi]", []),
        (
            "min_sources: 3",
            ["5:18: of your sources 2 are not on hold: no story will have 3"],
        ),
        ("languages: [vi]", ["5:16: its sources are in en and ru: nothing will be in these"]),
        (
            "languages: [ru]\nsources: [vgp, blog]",
            ["5:16: its sources are in en: nothing will be in these"],
        ),
    ],
)
def test_what_the_sources_can_never_satisfy_is_a_warning(
    tmp_path: Path, lines: str, warnings: list[str]
) -> None:
    text = configs.watch(f"{OK}\n{EVENTS}\n{lines}")
    config = configs.loaded(tmp_path, keywords=text, sources=SOURCES)
    said = configs.shortened(config.warnings, config.directory)
    assert [line.removeprefix("keywords.yaml:") for line in said] == warnings


def test_sources_that_do_not_say_their_language_may_be_in_any(tmp_path: Path) -> None:
    text = configs.watch(f"{OK}\n{EVENTS}\nlanguages: [vi]")
    assert configs.loaded(tmp_path, keywords=text).warnings == ()
