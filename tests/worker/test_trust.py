"""How signs are weighed, and by which name a site is known."""

from __future__ import annotations

from pacts.terms import Sign
from storage.records import SourceHealth
from worker.journey.trust import ENOUGH, WEIGHTS, dirt, is_bad, why_bad, with_name

HIJACKED = (Sign.STUFFING, Sign.ODD_SCRIPT, Sign.EMOJI)


def test_every_sign_has_a_weight() -> None:
    assert set(WEIGHTS) == set(Sign)
    assert dirt(tuple(Sign)) == 1.0


def test_no_weak_sign_holds_an_article_by_itself() -> None:
    assert not is_bad(())
    for sign in (Sign.EMOJI, Sign.UNDATED, Sign.NAME, Sign.GAMBLING, Sign.LINKS):
        assert not is_bad((sign,))
    assert not is_bad((Sign.EMOJI, Sign.UNDATED, Sign.NAME))
    assert is_bad(HIJACKED)


def test_a_source_is_held_for_several_articles_that_are_bad_on_average() -> None:
    assert why_bad([HIJACKED] * (ENOUGH - 1)) is None
    assert why_bad([HIJACKED] * 2 + [()] * 8) is None
    why = why_bad([HIJACKED] * 3 + [()])
    assert why is not None
    assert why.startswith("keywords repeated for search engines (3 of 4 articles), ")


def test_a_channel_of_posts_with_emoji_is_never_held() -> None:
    assert why_bad([(Sign.EMOJI, Sign.UNDATED)] * 10) is None


def named(*sites: str) -> tuple[SourceHealth, list[bool]]:
    health, odd = SourceHealth(), []
    for site in sites:
        health, is_odd = with_name(health, site)
        odd.append(is_odd)
    return health, odd


def test_a_site_that_calls_itself_something_else_is_odd_until_that_is_its_name() -> None:
    health, odd = named(*["VNA"] * 8, *["tk88 bet"] * 8)
    assert odd == [False] * 8 + [True] * 4 + [False] * 4
    assert health.site == "tk88 bet"


def test_pages_that_say_no_name_change_nothing() -> None:
    health, _ = named(*["VNA"] * 8)
    assert with_name(health, "") == (health, False)


def test_a_source_that_lists_pages_of_many_sites_is_never_odd() -> None:
    _, odd = named(*["A", "B", "C", "A", "D"] * 10)
    assert not any(odd)
