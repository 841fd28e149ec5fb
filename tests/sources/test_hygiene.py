"""What makes a page look hijacked, kind by kind; and what is ordinary beside it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from seedsite import SHARED, skip_reason

from pacts.terms import Sign
from sources.article import article_from_html
from sources.hygiene import signs_of
from worker.journey.trust import is_bad

NOW = datetime(2031, 3, 4, tzinfo=UTC)
PARAGRAPHS = (
    "Kenya and Fiji signed a fisheries agreement in Suva on Tuesday, the foreign ministry said.",
    "The ministers of both countries also spoke of shipping, of students who want to go abroad.",
    "A lunch followed, and a small crowd waited outside the building to see the guests leave.",
)


def page(
    *paragraphs: str, title: str = "Kenya and Fiji sign", before: str = "", after: str = ""
) -> bytes:
    body = "".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS)
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        f"<title>{title}</title>"
        "<meta property='article:published_time' content='2031-03-04T09:00:00Z'></head>"
        f"<body>{before}<article><h1>{title}</h1>{body}</article>{after}</body></html>"
    ).encode()


def signs(html: bytes) -> set[Sign]:
    return set(article_from_html(html, url="https://news.example/a", now=NOW).signs)


@pytest.mark.skipif(skip_reason() is not None, reason=skip_reason() or "")
def test_of_the_seeds_the_hijacked_mirror_is_bad_and_the_others_are_clean() -> None:
    found = {}
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        title, _, text = path.read_text(encoding="utf-8").strip().partition("\n")
        found[path.name[:3]] = signs_of(title, text)
    bad = found.pop("001")
    assert set(bad) == {Sign.GAMBLING, Sign.STUFFING, Sign.ODD_SCRIPT, Sign.EMOJI}
    assert is_bad(bad)
    assert set(found.values()) == {()}


def test_an_ordinary_page_has_no_sign() -> None:
    assert signs(page()) == set()


GAMBLING = {
    "vietnamese": "Nhà cái uy tín | Kèo nhà cái hôm nay",
    "vietnamese brand": "tk88 đăng nhập",
    "indonesian": "Slot gacor hari ini",
    "indonesian sites": "Situs judi slot online terpercaya",
    "thai": "สล็อตเว็บตรง บาคาร่าออนไลน์",
    "thai lottery": "แทงหวยออนไลน์ คาสิโนสด",
    "chinese": "澳门威尼斯人娱乐城开户",
    "chinese betting": "体育投注 博彩平台",
    "traditional chinese": "線上娛樂城 百家樂",
    "russian": "Вулкан казино онлайн — игровые автоматы",
    "turkish": "Deneme bonusu veren bahis siteleri",
    "korean": "카지노사이트 바카라",
    "english": "Best online casino slots, free spins",
    "spanish": "Apuestas deportivas, tragamonedas, ruleta",
    "french": "Casino en ligne, machines à sous",
    "portuguese": "Cassino online e apostas esportivas",
}


@pytest.mark.parametrize("said", GAMBLING.values(), ids=GAMBLING.keys())
@pytest.mark.parametrize("where", ["footer", "hidden", "between", "title"])
def test_an_advertisement_for_gambling_is_seen_wherever_it_stands(said: str, where: str) -> None:
    before, after, paragraphs, title = "", "", PARAGRAPHS, "Kenya and Fiji sign"
    if where == "footer":
        after = f"<footer><a href='https://x.example/'>{said}</a></footer>"
    elif where == "hidden":
        before = f"<div style='position:absolute;left:-9999px'>{said}</div>"
    elif where == "between":
        paragraphs = (PARAGRAPHS[0], said, *PARAGRAPHS[1:])
    else:
        title = said
    found = signs(page(*paragraphs, title=title, before=before, after=after))
    assert Sign.GAMBLING in found


def test_hidden_links_to_such_sites_make_a_page_bad_by_themselves() -> None:
    hosts = ("slot88-maxwin.example", "www.tk88.example", "pgslot.example")
    links = "".join(f"<a href='https://{host}/'>{host.split('.')[-2]}</a>" for host in hosts)
    article = article_from_html(
        page(after=f"<div style='display:none'>{links}</div>"),
        url="https://news.example/a",
        now=NOW,
    )
    assert {Sign.LINKS, Sign.GAMBLING} <= set(article.signs)
    assert is_bad(article.signs)


PILLS = (
    "Buy cheap viagra online",
    "Canadian pharmacy without prescription",
    "Купить дженерики: виагра, сиалис",
    "Comprar cialis sin receta",
    "Viagra sans ordonnance, pharmacie en ligne",
    "Thuốc cường dương levitra",
    "伟哥 壮阳药",
)


@pytest.mark.parametrize("said", PILLS)
def test_advertisements_of_pill_shops_are_seen(said: str) -> None:
    assert Sign.PHARMACY in signs(page(after=f"<div>{said}</div>"))


COPIES = (
    "スーパーコピー 財布 激安 通販",
    "ブランドコピー 時計 送料無料",
    "Replica watches, cheap designer handbags outlet",
    "高仿手表 一比一复刻",
)


@pytest.mark.parametrize("said", COPIES)
def test_advertisements_of_shops_for_copies_are_seen(said: str) -> None:
    assert Sign.COPIES in signs(page(after=f"<div>{said}</div>"))


def test_a_page_of_one_keyword_over_and_over_is_seen() -> None:
    assert Sign.STUFFING in signs(page(after="<div>{tk88}|{tk88 bet}|{tk88 login}</div>"))
    assert Sign.STUFFING in signs(page(after=f"<div>{'best hotels | ' * 6}</div>"))


def test_tables_and_templates_are_no_stuffing() -> None:
    for ordinary in (
        "| --- | --- | --- | --- | --- | --- |",
        "|     |     |     |     |     |     |",
        "0.0 | 0.0 | 0.0 | 0.0 | 0.0 | 0.0",
        "No | No | No | No | No | No | Yes",
        "{| user_name |} {| user_mail |} {| user_photo |}",
        "{name} {title} {date}",
        "Home | World | Business | Sport | Culture | Travel",
    ):
        assert signs(page(after=f"<div>{ordinary}</div>")) == set(), ordinary


def test_letters_of_far_scripts_between_words_are_seen_and_a_text_in_one_is_not() -> None:
    stray = [f"ꦲ {PARAGRAPHS[0]}", f"𐌰 {PARAGRAPHS[1]}", PARAGRAPHS[2]]
    assert Sign.ODD_SCRIPT in signs(page(*stray))
    named = [*PARAGRAPHS, "The Georgian name of the town is თბილისი, the minister said."]
    assert signs(page(*named)) == set()
    hindi = "केन्या और फिजी ने मंगलवार को सुवा में मत्स्य समझौते पर हस्ताक्षर किए, मंत्रालय ने कहा। "
    assert Sign.ODD_SCRIPT not in signs(page(hindi * 3, hindi * 2))


def test_strange_emoji_in_front_of_sentences_are_seen_and_those_of_newsrooms_are_not() -> None:
    def marked(marks: str) -> bytes:
        return page(*(f"{mark} {text}" for mark, text in zip(marks, PARAGRAPHS, strict=True)))

    assert Sign.EMOJI in signs(marked("🎰🐲🦁"))
    assert signs(marked("🔴📷▶")) == set()


def test_pinyin_in_brackets_is_seen_and_foreign_words_in_brackets_are_not() -> None:
    text = "双方签署(shǔ)了关于渔业(yè)合作的协定，部长们(men)还谈到(dào)了航运的问题。"
    assert Sign.PINYIN in signs(page(text * 3, text * 2))
    words = "区块链（chain）和供应链（chain）的链（chain）与价值链（chain）都在会谈中被提到。"
    assert Sign.PINYIN not in signs(page(words * 3, words * 2))


ABOUT = (
    "The casino in the old harbour must close, a court ruled: its slot machines were not checked.",
    "Gambling is a trade of its own in the city: every tenth worker is paid by a casino.",
    "Online betting has grown since the spring, the ministry said, and poker as well.",
)


def test_an_article_about_casinos_or_medicine_is_an_article() -> None:
    assert signs(page(*ABOUT, title="Court closes the casino in the harbour")) == set()
    pills = (
        "The patent of Viagra has run out, and the price of the pills fell by half in a year.",
        "A pharmacy may sell them only on prescription, the ministry recalled on Monday.",
        "Generic pills of the kind are made in three countries, and a pharmacy in each sells them.",
    )
    assert signs(page(*pills, title="Price of Viagra falls")) == set()


@pytest.mark.parametrize(
    "menu",
    [
        "Casino",
        "Lotto",
        "Xổ số",
        "Pharmacy",
        "Sports Betting &amp; Casino",
        "Bet365",
        "Gaming &amp; Casino",
        "Kết quả xổ số miền Bắc",
        "体育 | 彩票",
        "Loto Foot",
        "Букмекеры",
    ],
)
def test_what_ordinary_sites_have_in_their_menus_is_no_sign(menu: str) -> None:
    assert signs(page(before=f"<nav><a href='/x'>{menu}</a></nav>")) == set()
