"""The build of the gazetteer: small inputs to the merging functions, and the vendored result."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "build_gazetteer.py"
VENDORED = ROOT / "extraction" / "data" / "gazetteer.json"


@pytest.fixture(scope="module")
def build() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("build_gazetteer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def made_up(build: ModuleType) -> dict[str, dict[str, str]]:
    """What CLDR would give, in made-up names."""
    states = build.read_hand(SCRIPT.parent / "gazetteer").states
    locales = [locale for group in build.LOCALES.values() for locale in group]
    return {locale: {code: f"{locale} {code}" for code in states} for locale in locales}


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Vietnam", ["Vietnam"]),
        ("Côte d’Ivoire", ["Côte d'Ivoire"]),
        ("Congo - Kinshasa", []),
        ("Congo (DRC)", []),
        ("刚果（金）", []),
        ("Antigua & Barbuda", ["Antigua & Barbuda", "Antigua and Barbuda"]),
    ],
)
def test_labels_for_lists_become_names_of_running_text(
    build: ModuleType, name: str, cleaned: list[str]
) -> None:
    assert build.clean_cldr_name(name) == cleaned


def test_short_and_variant_forms_count_but_bare_codes_do_not(build: ModuleType) -> None:
    territories = {
        "US": "United States",
        "US-alt-short": "US",
        "TR": "Türkiye",
        "TR-alt-variant": "Turkey",
    }
    assert build.cldr_names(territories, "US") == ["United States"]
    assert build.cldr_names(territories, "TR") == ["Türkiye", "Turkey"]


def test_hand_lists_add_to_and_drop_from_the_names_of_cldr(build: ModuleType) -> None:
    hand = {
        "MU": {"drop": ["Maurice"], "names": ["île Maurice"], "capital": ["Port-Louis"]},
        "shared": {"country": {"Congo": ["CG", "CD"]}},
    }
    kinds = build.merge_language([{"MU": "Maurice"}, {"MU": "Maurice "}], hand, ["MU"])
    assert kinds == {
        "country": {"MU": ["Maurice ", "île Maurice"], "CD|CG": ["Congo"]},
        "capital": {"MU": ["Port-Louis"]},
    }


def test_members_come_from_groups_and_can_leave_them(build: ModuleType) -> None:
    groups = {"small": ["LU", "MT"], "big": ["+small", "FR"]}
    assert build.resolve_members(groups, ["+big", "IS", "-MT"]) == ["FR", "IS", "LU"]


def test_one_name_of_two_states_stops_the_build(build: ModuleType) -> None:
    names = {"en": {"country": {"CD": ["Congo"], "CG": ["Congo"]}}}
    with pytest.raises(build.BuildError, match="'Congo' belongs to CD and CG"):
        build.check_conflicts(names)


def test_a_list_stands_on_one_line(build: ModuleType) -> None:
    text = build.dump({"b": {"XX": ["x", "y"], "YY": []}, "a": 'a "[" b'})
    assert text.split("\n")[1:] == [
        ' "a": "a \\"[\\" b",',
        ' "b": {',
        '  "XX": ["x", "y"],',
        '  "YY": []',
        " }",
        "}",
        "",
    ]
    assert json.loads(text) == {"a": 'a "[" b', "b": {"XX": ["x", "y"], "YY": []}}


def test_the_same_input_gives_the_same_bytes(build: ModuleType) -> None:
    hand, cldr = build.read_hand(SCRIPT.parent / "gazetteer"), made_up(build)
    assert build.dump(build.merge(cldr, hand)) == build.dump(build.merge(cldr, hand))


def test_the_vendored_file_is_what_the_hand_lists_say(build: ModuleType) -> None:
    """All but the names of territories, for which the build needs CLDR."""
    hand = build.read_hand(SCRIPT.parent / "gazetteer")
    vendored = json.loads(VENDORED.read_text(encoding="utf-8"))
    fresh = json.loads(build.dump(build.merge(made_up(build), hand)))
    for part in ("organisations", "bodies", "seats", "pairs", "lookalikes", "contexts", "leaders"):
        assert vendored[part] == fresh[part], f"{part}: run scripts/build_gazetteer.py"
    for language, kinds in fresh["names"].items():
        for kind in set(kinds) - {"country"}:
            assert vendored["names"][language][kind] == kinds[kind], f"{language} {kind}"


def test_the_vendored_file_is_small_and_says_where_it_comes_from() -> None:
    text = VENDORED.read_bytes()
    assert len(text) < 500_000
    sources = json.loads(text)["about"]["sources"]
    assert [source["licence"] for source in sources] == ["Unicode-3.0", "MIT"]


def test_the_script_says_what_is_wrong_and_writes_nothing(
    build: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.json"
    assert build.main([str(tmp_path / "none.tgz"), "--output", str(output)]) == 1
    assert "none.tgz" in capsys.readouterr().err
    assert not output.exists()


def test_without_cldr_only_the_leaders_are_taken_in(build: ModuleType, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    assert build.main(["--output", str(output)]) == 0
    assert output.read_bytes() == VENDORED.read_bytes()
