"""The words of trades that hijack pages, in the languages in which they do. Data.

A *telling* term stands for nothing else: a brand, or a phrase that only advertisements use.
Bookmakers that sponsor clubs and so stand on ordinary sports pages (bet365, Betway, Unibet ...)
are left out on purpose.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")
_LETTER: Final = re.compile(r"\w")
_UNSPACED: Final = "\u0e00"
"""From here on scripts write words without spaces (or nearly): a boundary says nothing."""
_SEVERAL: Final = 3
"""Newspapers have sections called "Sports Betting & Casino"."""
_REST: Final = 0.4
"""Part of an advertisement that may be other words."""


class Words:
    """One trade: what tells it, what it talks of, and what stands between, in lower case."""

    def __init__(self, telling: str, words: str, fillers: str) -> None:
        self._telling = _terms(telling)
        self._terms = self._telling | _terms(words)
        self._fillers = frozenset(fillers.split())
        # The longest first, so that a phrase is taken whole.
        choices = sorted(sorted(self._terms), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_bounded, choices)))
        wide = sorted((one for one in self._fillers if one[0] >= _UNSPACED), key=len, reverse=True)
        self._wide_fillers = re.compile("|".join(map(re.escape, wide)) or "(?!)")

    def any_in(self, lowered: str) -> bool:
        """Whether any of it is in the text at all: quick, and with false positives."""
        return any(term in lowered for term in self._terms)

    def count(self, text: str) -> int:
        """How often the trade is spoken of."""
        return len(self._pattern.findall(text.casefold()))

    def make_up(self, piece: str, *, rest: float = _REST) -> bool:
        """Whether a short text is an advertisement: telling or several words, and little else.

        One word alone ("Casino") may be the name of a section. ``rest`` is the part of its letters
        that may be other words.
        """
        lowered = piece.casefold()
        found = set(self._pattern.findall(lowered))
        if len(found) < _SEVERAL and not found & self._telling:
            return False
        others = self._wide_fillers.sub(" ", self._pattern.sub(" ", lowered))
        left = [word for word in _WORD.findall(others) if not self._is_filler(word)]
        return sum(map(len, left)) <= rest * len(_LETTER.findall(lowered))

    def names(self, host: str) -> bool:
        """Whether a host is called by a brand."""
        return any(part in self._telling for part in re.split(r"[.\-]", host.lower()))

    def _is_filler(self, word: str) -> bool:
        return word in self._fillers or word.isdecimal()


def _terms(text: str) -> frozenset[str]:
    """Phrases with commas between, over any number of lines."""
    return frozenset(" ".join(term.split()) for term in text.split(","))


def _bounded(word: str) -> str:
    """With word boundaries where the script has them."""
    return rf"\b{re.escape(word)}\b" if word[0] < _UNSPACED else re.escape(word)


GAMBLING: Final = Words(
    telling="""
        tk88, w88, m88, fun88, vn88, jun88, new88, hi88, go88, qh88, bk8, nhacai, bet88,
        188bet, 789bet, 8xbet, 1xbet, 12bet, 8kbet, f8bet, v9bet, i9bet, shbet, fabet, thabet,
        kubet, ku11, 33win, 78win, 68gamebai, sunwin, rikvip, hitclub, b52club, okvip, mb66,
        u888, s666, w69, dafabet, sbobet, ufabet, pgslot, mostbet, 1win, melbet, vavada,
        joycasino, betvisa, sodo66, ae888, ee88, j88, nk88, k8vina, debet, mibet, onbet,
        77bet, 88bet, 188loto, xoso66, vwin, yabo, 1хбет, 1хставка, slot88, slot777, gacor,
        maxwin, togel, nhà cái uy tín, kèo nhà cái, cá cược trực tuyến, casino trực tuyến,
        game bài đổi thưởng, slot gacor, slot online, situs slot, situs judi, agen judi,
        bandar bola, rtp slot, slot deposit, toto slot, no deposit bonus, สล็อตเว็บตรง,
        บาคาร่าออนไลน์, แทงบอลออนไลน์, แทงหวยออนไลน์, เว็บพนัน, 娱乐城开户, 娛樂城, 博彩平台,
        网上赌场, 時時彩, 北京赛车, 线上娱乐城, 真人百家乐, онлайн казино, казино онлайн,
        вулкан казино, казино вулкан, бездепозитный бонус, deneme bonusu, bahis siteleri,
        casino siteleri, kaçak iddaa, 카지노사이트, 바카라사이트, 토토사이트, 먹튀검증,
        casino en ligne, casino en línea, cassino online, casino online, apuestas online
    """,
    words="""
        judi, pin-up, online casino, casino, casinos, sportsbook, online slots, slots, slot,
        betting sites, betting site, betting, bet, free spins, jackpot, baccarat, roulette,
        gambling, poker, blackjack, nhà cái, cá cược, cá độ, tài xỉu, xóc đĩa, nổ hũ, soi kèo,
        lô đề, xổ số, game bài, đánh bài, đá gà, bắn cá, 博彩, 赌场, 赌博, 百家乐, 百家樂,
        娱乐城, 时时彩, 六合彩, 棋牌, 体育投注, 皇冠体育, 亚博, 葡京, 彩票平台, 老虎机, 投注,
        开户, 威尼斯人, казино, онлайн-казино, ставки на спорт, букмекер, букмекеры,
        игровые автоматы, слоты, apuestas deportivas, tragamonedas, ruleta, paris sportifs,
        machines à sous, apostas esportivas, cassino, caça-níqueis, สล็อต, บาคาร่า, คาสิโน,
        แทงบอล, 카지노, 바카라, bahis, canlı bahis
    """,
    fillers="""
        the a to of and for in on best top new free real money login link vip club win app
        site sites official game games online live bonus com net org vn download apk register
        uy tín đăng nhập ký tải trang chủ hàng đầu hôm nay việt nam số 1 mới nhất situs resmi
        terpercaya terbaik hari ini daftar agen gampang menang официальный сайт играть
        бесплатно на деньги лучшие зеркало вход онлайн en ligne línea y et e veren de ออนไลน์
        สด เว็บ ตรง 澳门 澳門 線上 线上 官网 官方 平台 注册 登录 网址 사이트 추천 온라인
    """,
)

PHARMACY: Final = Words(
    telling="""
        canadian pharmacy, viagra, cialis, levitra, kamagra, sildenafil, tadalafil, виагра,
        сиалис, левитра, 伟哥
    """,
    words="""
        tramadol, xanax, phentermine, ambien, online pharmacy, pharmacy, without prescription,
        no prescription, weight loss pills, pills, thuốc cường dương, thuốc kích dục, 壮阳药,
        купить, дженерики, farmacia online, sin receta, pharmacie en ligne, sans ordonnance
    """,
    fillers="""
        buy cheap order online generic discount price prices best for sale usa canada mg
        delivery the a in of цена недорого в аптеке без рецепта онлайн comprar acheter
    """,
)

COPIES: Final = Words(
    telling="""
        スーパーコピー, ブランドコピー, コピー時計, コピー品, 高仿手表, 高仿包, 一比一复刻,
        replica watches, replica handbags, replica rolex, replica shoes, fake rolex
    """,
    words="""
        激安, 通販, 送料無料, 偽物, 正規品, 財布, 腕時計, n級品, 高仿, a货, 复刻, 精仿,
        replica, designer handbags, handbags outlet, outlet, cheap jerseys, ugg boots
    """,
    fillers="""
        cheap designer handbags shoes watches online sale buy best store shop official
        discount the of and for 時計 人気 新作 専門店 ブランド 最高 品質 手表 包包 顶级 微信
        代购
    """,
)
