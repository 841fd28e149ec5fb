"""The words by which pages introduce what is not the article: related news, lists, sharing."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = r"""
see (?:more|also)
read (?:more|also|next|on)
also read
(?:you )?(?:might|may) (?:also )?(?:like|be interested in)(?: these?.{0,12})?
more (?:news|stories|articles|headlines|from.{0,40}|on (?:this|the) (?:topic|subject|story))
(?:related|other|latest|recent|recommended|similar) NEWS
(?:top|popular|trending|breaking|most (?:read|viewed)) NEWS
related
recommended(?: for you)?
what to read next
don['’]?t miss
up next
trending(?: now)?
most (?:read|viewed|popular)
in (?:the same|this) (?:category|section)
follow us(?: on.{0,40})?
share(?: (?:this|on).{0,30})?
tags?
keywords?
comments?(?: \(\d+\))?
leave a (?:comment|reply)
newsletter
latest(?: updates?)?
"""
_VIETNAMESE: Final = r"""
(?:đọc|xem) thêm
tin (?:khác|mới(?: nhất)?|nổi bật|đọc nhiều|cùng chuyên mục|liên quan)
(?:các )?(?:tin|bài(?: viết)?|bài báo) (?:liên quan|khác|cùng (?:chủ đề|chuyên mục))
(?:có thể )?bạn (?:có thể )?(?:quan tâm|thích)
cùng chuyên mục
liên quan
chia sẻ
từ khóa
bình luận
"""
_CHINESE: Final = r"""
相关(?:新闻|阅读|报道|链接|文章|推荐|内容|稿件|专题)?
相關(?:新聞|閱讀|報導|連結|文章)
(?:推荐|延伸)阅读
更多(?:新闻|阅读|内容|资讯|精彩内容)?
热门(?:新闻|推荐|文章)
最新(?:新闻|消息)
分享(?:到)?
"""
_RUSSIAN: Final = r"""
читайте также
читать (?:также|далее|ещё|еще)
см(?:\.|отрите) также
(?:материалы |новости |ещё |еще )?по теме
(?:ещё|еще) новости
(?:другие|последние|похожие|связанные|главные) (?:новости|статьи|материалы|публикации)
поделиться(?: в.{0,20})?
теги?
комментарии
"""
_FRENCH: Final = r"""
(?:[àa] )?lire (?:aussi|également|ensuite|plus)
voir (?:aussi|plus)
sur le même (?:sujet|thème)
articles? (?:liés?|similaires?|connexes?|associés?|récents?)
(?:dernières|autres) (?:actualités|nouvelles|infos)
(?:les )?plus lus
partager(?: sur.{0,20})?
mots[- ]clés?
commentaires?
"""
_SPANISH: Final = r"""
(?:tambi[eé]n )?(?:le|te) puede(?: tambi[eé]n)? interesar
(?:lea?|leer|ver) (?:tambi[eé]n|m[aá]s|adem[aá]s)
(?:noticias|art[ií]culos|contenidos?|notas) relacionad[oa]s?
relacionad[oa]s
m[aá]s (?:noticias|le[ií]das|informaci[oó]n|sobre este tema)
otras noticias
compartir(?: en.{0,20})?
etiquetas
comentarios?
"""
_OTHERS: Final = r"""
lesen sie auch
mehr zum thema
(?:leia|veja) (?:tamb[eé]m|mais)
not[ií]cias relacionadas
baca juga
berita (?:terkait|lainnya|terkini)
"""
_NEWS: Final = (
    r"(?:(?:and|&) \w+ )?(?:news|stor(?:y|ies)|articles?|posts?|contents?|topics?|reading|coverage"
    r"|headlines|videos?)"
)
_LANGUAGES: Final = (_ENGLISH, _VIETNAMESE, _CHINESE, _RUSSIAN, _FRENCH, _SPANISH, _OTHERS)
_PHRASES: Final = [
    phrase.replace("NEWS", _NEWS) for part in _LANGUAGES for phrase in part.split("\n") if phrase
]
_EDGE: Final = r"[\s:：.…>»«<|•*\-–—+#_()\[\]►▶→]*"
_HEADING: Final = re.compile(rf"{_EDGE}(?:{'|'.join(_PHRASES)}){_EDGE}", re.IGNORECASE)

_INTRODUCING: Final = (
    r"(?:see|read) (?:more|also|next)",
    r"also read",
    r"related(?: \w+)?",
    r"(?:đọc|xem) thêm",
    r"(?:tin|bài) liên quan",
    r"相关(?:新闻|阅读|报道|链接|文章)",
    r"(?:延伸|推荐)阅读",
    r"чита(?:йте|ть) (?:также|далее|ещё|еще)",
    r"см(?:\.|отрите) также",
    r"по теме",
    r"(?:[àa] )?lire (?:aussi|également)",
    r"voir aussi",
    r"(?:tambi[eé]n )?(?:le|te) puede(?: tambi[eé]n)? interesar",
    r"lea? (?:tambi[eé]n|m[aá]s|adem[aá]s)",
    r"lesen sie auch",
    r"(?:leia|veja) (?:tamb[eé]m|mais)",
    r"baca juga",
)
_INLINE: Final = re.compile(rf"{_EDGE}(?:{'|'.join(_INTRODUCING)})\s*[:：>»|\-–—]", re.IGNORECASE)

MAX_HEADING: Final = 60
"""Longer lines are sentences, whatever they begin with."""


def introduces_others(line: str) -> bool:
    """Whether a line is nothing but the heading of something else ("See more", "Tin liên quan")."""
    return 0 < len(line) <= MAX_HEADING and _HEADING.fullmatch(line) is not None


def points_elsewhere(line: str) -> bool:
    """Whether a line begins by sending the reader on ("Read also: ...")."""
    return _INLINE.match(line) is not None
