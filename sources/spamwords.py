"""The words of gambling sites and pill shops, in the languages in which pages are hijacked. Data.

``brands`` are names that stand for nothing else. Bookmakers that sponsor clubs and so stand on
ordinary sports pages (bet365, Betway, Unibet ...) are left out on purpose.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")


class Words:
    """One trade: its brands and its words, in lower case."""

    def __init__(self, brands: str, words: tuple[str, ...], fillers: str) -> None:
        self._brands = frozenset(brands.split())
        self._words = words
        self._fillers = frozenset(fillers.split())
        # The longest first, so that a phrase is taken whole.
        choices = sorted((*self._brands, *words), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_bounded, choices)))

    def any_in(self, lowered: str) -> bool:
        """Whether any of it is in the text at all: quick, and with false positives."""
        return any(word in lowered for word in self._words) or any(
            brand in lowered for brand in self._brands
        )

    def count(self, text: str) -> int:
        """How often the trade is spoken of."""
        return len(self._pattern.findall(text.casefold()))

    def make_up(self, piece: str) -> bool:
        """Whether a short text is nothing but an advertisement: a brand, or several words.

        One word alone ("Casino") may be the name of a section.
        """
        lowered = piece.casefold()
        found = self._pattern.findall(lowered)
        if not found or (len(found) < 2 and found[0] not in self._brands):
            return False
        rest = _WORD.findall(self._pattern.sub(" ", lowered))
        return all(word in self._fillers or word.isdecimal() for word in rest)

    def names(self, host: str) -> bool:
        """Whether a host is called by a brand."""
        return any(part in self._brands for part in re.split(r"[.\-]", host.lower()))


def _bounded(word: str) -> str:
    """With word boundaries where the script has them."""
    return rf"\b{re.escape(word)}\b" if word.isascii() or word[0] < "\u0e00" else re.escape(word)


GAMBLING: Final = Words(
    brands="""
        tk88 w88 m88 fun88 vn88 jun88 new88 hi88 go88 qh88 bk8 nhacai bet88 188bet 789bet
        8xbet 1xbet 12bet 8kbet f8bet v9bet i9bet shbet fabet thabet kubet ku11 33win 78win
        68gamebai sunwin rikvip hitclub b52club okvip mb66 u888 s666 w69 dafabet sbobet
        ufabet pgslot mostbet 1win melbet vavada joycasino betvisa sodo66 ae888 ee88 j88
        nk88 k8vina debet mibet onbet 77bet 88bet 188loto xoso66 vwin yabo 1хбет 1хставка
        pinup-casino pin-up-casino
    """,
    words=(
        # en
        *("online casino", "casino online", "casino", "casinos", "sportsbook", "slot online"),
        *("online slots", "slots", "slot", "betting sites", "betting site", "betting", "bet"),
        *("free spins", "jackpot", "baccarat", "roulette", "gambling", "poker", "no deposit bonus"),
        # vi
        *(
            "nhà cái",
            "cá cược",
            "cá độ",
            "tài xỉu",
            "xóc đĩa",
            "nổ hũ",
            "soi kèo",
            "lô đề",
            "xổ số",
        ),
        *("game bài", "đánh bài", "đá gà", "bắn cá", "casino trực tuyến", "kèo nhà cái"),
        # id, ms
        *(
            "slot gacor",
            "gacor",
            "judi online",
            "judi",
            "situs slot",
            "togel",
            "agen judi",
            "maxwin",
        ),
        *("rtp slot", "slot deposit", "bandar bola", "slot777", "slot88", "toto slot"),
        # zh
        *(
            "博彩",
            "赌场",
            "赌博",
            "百家乐",
            "百家樂",
            "娱乐城",
            "娛樂城",
            "时时彩",
            "六合彩",
            "棋牌",
        ),
        *("体育投注", "皇冠体育", "亚博", "葡京", "彩票平台", "老虎机", "投注"),
        # ru
        *("казино", "онлайн казино", "онлайн-казино", "ставки на спорт", "букмекер", "букмекеры"),
        *("игровые автоматы", "вулкан казино", "бездепозитный бонус", "слоты"),
        # es, fr, pt
        *("apuestas deportivas", "casino en línea", "tragamonedas", "casino en ligne"),
        *("paris sportifs", "machines à sous", "apostas esportivas", "cassino"),
        # th, ko, tr
        *("สล็อต", "บาคาร่า", "คาสิโน", "แทงบอล", "เว็บพนัน", "카지노", "바카라", "토토사이트"),
        *("deneme bonusu", "bahis siteleri", "bahis", "canlı bahis", "kaçak iddaa"),
    ),
    fillers="""
        the a to of and for in on best top new free real money login link vip club win app
        site sites official game games online live bonus com net org vn download apk
        register 2023 2024 2025 2026 uy tín đăng nhập đăng ký link tải trang chủ hàng đầu
        việt nam số 1 mới nhất situs resmi terpercaya terbaik hari ini daftar agen gampang
        menang официальный сайт играть бесплатно на деньги лучшие зеркало вход
    """,
)

PHARMACY: Final = Words(
    brands="viagra cialis levitra kamagra sildenafil tadalafil виагра сиалис левитра 伟哥",
    words=(
        *("tramadol", "xanax", "phentermine", "ambien", "online pharmacy", "canadian pharmacy"),
        *("pharmacy", "without prescription", "no prescription", "weight loss pills", "pills"),
        *("thuốc cường dương", "thuốc kích dục", "壮阳药", "купить", "дженерики"),
        *("farmacia online", "sin receta", "pharmacie en ligne", "sans ordonnance"),
    ),
    fillers="""
        buy cheap order online generic discount price prices best for sale usa canada mg
        delivery the a in of цена недорого в аптеке без рецепта онлайн comprar acheter
    """,
)
