from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.encoding import decode
from sources.text import clean, lines, one_line, plain, shorten

RUSSIAN = "Президенты подписали соглашение о стратегическом партнёрстве. " * 5
VIETNAMESE = "Việt Nam và Kazakhstan nâng cấp quan hệ lên đối tác chiến lược. " * 5
CHINESE = "中国与越南签署合作协议。" * 9
SPANISH = (
    "España y Vietnam elevan su relación: la Moncloa acogió ayer la firma del acuerdo. Perú, no. "
)
FRENCH = "Les présidents ont signé un traité d’amitié à Hanoï. " * 5


@pytest.mark.parametrize(
    ("text", "encoding", "header", "head"),
    [
        (RUSSIAN, "utf-8", "", ""),
        (RUSSIAN, "utf-8", "text/html; charset=iso-8859-1", ""),
        (RUSSIAN, "windows-1251", "text/html; charset=windows-1251", ""),
        (RUSSIAN, "windows-1251", "text/html; charset=utf-8", ""),
        (RUSSIAN, "windows-1251", "text/html; charset=iso-8859-1", '<meta charset="windows-1251">'),
        (RUSSIAN, "koi8-r", "", '<?xml version="1.0" encoding="koi8-r"?>'),
        (RUSSIAN, "koi8-r", "", ""),
        (RUSSIAN, "utf-16", "", ""),
        (VIETNAMESE, "utf-8", "text/html", ""),
        (VIETNAMESE, "utf-8-sig", "text/html; charset=latin-1", ""),
        (CHINESE, "gb18030", "text/html; charset=gb2312", ""),
        (CHINESE, "big5", "text/html; charset=big5", ""),
        (FRENCH, "windows-1252", "text/html; charset=iso-8859-1", ""),
        (FRENCH, "windows-1252", "", ""),
        (SPANISH, "windows-1252", "text/html", ""),
        ("日本とベトナムが署名した。" * 5, "iso-2022-jp", "", '<meta charset="iso-2022-jp">'),
    ],
)
def test_text_survives_encodings_that_are_missing_or_wrong(
    text: str, encoding: str, header: str, head: str
) -> None:
    if encoding == "big5":
        text = "中國與越南簽署合作協議。" * 9
    assert decode((head + text).encode(encoding), header) == head + text


def test_a_few_damaged_bytes_do_not_change_the_encoding() -> None:
    body = VIETNAMESE.encode()[:-1] + b"\xff."
    assert decode(body).startswith("Việt Nam và Kazakhstan")


@given(st.binary(max_size=300), st.text(max_size=40))
def test_decoding_never_fails(body: bytes, header: str) -> None:
    assert isinstance(decode(body, header), str)


def test_encodings_that_unpack_are_not_obeyed() -> None:
    assert decode(b"caf\xe9", "text/html; charset=zlib") == "café"
    assert decode(b"caf\xe9", "text/html; charset=undefined") == "café"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_clean_text_stays_as_it_is_and_can_be_stored(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    found.encode("utf-8")
    assert unicodedata.is_normalized("NFC", found)


def test_what_nobody_sees_is_removed() -> None:
    assert clean("a\u200bb\ufeffc\u202ed\ud800e\x00f\xadg") == "abcdefg"
    assert clean("e\u0301") == "é"
    assert one_line(" a\xa0b\r\n\tc ") == "a b c"
    assert lines("a \r\n\r\n  b\u2028c") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("A &amp; B", "A & B"),
        ("A &amp;amp; B", "A & B"),
        ("<b>bold</b> &lt;i&gt;leaning&lt;/i&gt;", "bold leaning"),
        ("Caf&amp;eacute;", "Café"),
        ("one<br>two<p>three</p>four", "one two three four"),
        ("a<script>var x = '<b>';</script>b<!-- c -->d", "a b d"),
        ("5 < 6 and 7 > 4", "5 < 6 and 7 > 4"),
        ("AT&T", "AT&T"),
        ("İstanbul<SCRIPT>x</SCRIPT> İzmir", "İstanbul İzmir"),
    ],
)
def test_markup_becomes_the_words_in_it(markup: str, words: str) -> None:
    assert plain(markup, 200) == words


def test_hostile_markup_costs_no_time() -> None:
    began = time.thread_time()
    for piece in ("<a", "<script", "<!--", "<!---->", "&amp;", "<style>", "<p "):
        plain(piece * 500_000, 4000)
    assert time.thread_time() - began < 2


def test_long_text_is_cut_between_words() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("x" * 20, 10) == "x" * 9 + "…"
    assert len(plain("word " * 1000, 50)) <= 50
