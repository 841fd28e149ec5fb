from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sources.urls import MAX_URL, absolute, canonical

BASE = "https://base.org/d/c.htm"

ODD = st.text(
    alphabet=st.sampled_from(list("abcZ0179/.?&=#:@%2é ü;[]<>{}\"'utm_source-ref1+~!$,*|\\^`\t")),
    max_size=50,
)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("http://a.com/a/../b?utm_source=x&id=7#frag", "http://a.com/b?id=7"),
        ("HTTP://A.com:80", "http://a.com/"),
        ("https://a.com/x?b=2&a=1", "https://a.com/x?a=1&b=2"),
        ("https://a.com/x?fbclid=abc&gclid=def", "https://a.com/x"),
        ("https://münchen.de/ä", "https://xn--mnchen-3ya.de/%C3%A4"),
        ("//x.org/a", "https://x.org/a"),
        ("../b.htm", "https://base.org/b.htm"),
        ("?page=2", "https://base.org/d/c.htm?page=2"),
        ("https://me:secret@a.com/x", "https://a.com/x"),
        (" https://a.com/\n x ", "https://a.com/x"),
        ("https://a.com/x?type=print&page=2", "https://a.com/x?page=2&type=print"),
    ],
)
def test_addresses_of_one_page_have_one_form(link: str, expected: str) -> None:
    assert canonical(link, BASE) == expected


@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "mailto:a@b.c", "data:text/html,x", "ftp://a.com/", "http://",
     "http://[::1", "https://a.com:port/", "tel:+1", "https://a.com/" + "x" * MAX_URL],
)  # fmt: skip
def test_what_is_no_web_address_is_none(link: str) -> None:
    assert absolute(link, BASE) is None
    assert canonical(link, BASE) is None


@pytest.mark.parametrize("name", ["eid", "cid", "uid", "ref", "newsid", "id", "source"])
def test_numbers_that_name_a_page_are_never_dropped(name: str) -> None:
    one, two = f"https://a.com/view?{name}=101", f"https://a.com/view?{name}=102"
    assert canonical(one) != canonical(two)


def test_numbered_campaigns_are_dropped_all_the_same() -> None:
    assert canonical("https://a.com/x?utm_id=123&id=9") == "https://a.com/x?id=9"


@settings(max_examples=400)
@given(ODD)
def test_the_canonical_form_is_its_own_canonical_form(tail: str) -> None:
    found = canonical("http://a.com/" + tail)
    if found is not None:
        assert canonical(found) == found


@given(ODD)
def test_no_link_can_break_it(link: str) -> None:
    for found in (absolute(link, BASE), canonical(link, BASE)):
        assert found is None or found.startswith(("http://", "https://"))


def test_the_address_to_fetch_keeps_its_query_in_order() -> None:
    assert absolute("/x?b=2&a=1&utm_source=y#f", BASE) == "https://base.org/x?b=2&a=1&utm_source=y"


def test_two_addresses_of_one_page_are_told() -> None:
    assert canonical("https://a.com/x?utm_source=y") == canonical("https://A.com/x#top")
    assert canonical("https://a.com/x") != canonical("https://a.com/y")
    assert canonical("javascript:x") is None


PIECES = st.sampled_from(
    [
        *"abz09.-:/?#;@[]%=&~!$'()*+,\\^|{}<>\" A\té",
        "..",
        "/../",
        "//",
        ":80",
        ":0",
        ":99999",
        "a.b/",
    ]
)


@given(
    st.sampled_from(["http://", "https://", "HTTP://", ""]),
    st.lists(PIECES, max_size=14).map("".join),
    st.sampled_from(["", "http://base.example/x/y?z"]),
)
def test_an_address_that_is_ready_is_given_as_the_long_way_would_give_it(
    scheme: str, rest: str, base: str
) -> None:
    """A space makes the address one that is not ready, and is dropped on the long way."""
    assume(scheme + rest)
    assert absolute(scheme + rest, base) == absolute(f" {scheme}{rest}", base)
