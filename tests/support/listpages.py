# ruff: noqa: E501 - markup as pages have it, in lines of their own
"""Listing pages of differing structure, in several languages, each with what a reader sees as news.

All outlets, headlines and addresses are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

EN = (
    "Kenya and Fiji sign an agreement on fisheries in Suva",
    "Foreign minister receives the credentials of four new ambassadors",
    "Joint statement on the visit of the president of Ghana",
    "Talks on a visa waiver with Norway open in the capital",
    "Cabinet approves the protocol on double taxation",
    "Delegation returns from the trade commission in Montevideo",
)
VI = (
    "Việt Nam và Kazakhstan nâng cấp quan hệ lên đối tác chiến lược",
    "Thủ tướng tiếp Đại sứ các nước đến chào từ biệt",
    "Ký kết hiệp định hợp tác về vận tải hàng không tại Hà Nội",
    "Chủ tịch nước bắt đầu chuyến thăm cấp nhà nước tới Azerbaijan",
    "Hai nước nhất trí mở rộng hợp tác trong lĩnh vực năng lượng",
)
RU = (
    "Подписано соглашение о сотрудничестве в области энергетики",
    "Президент принял верительные грамоты послов иностранных государств",
    "Состоялось заседание межправительственной комиссии",
    "Министры обсудили подготовку договора о дружбе",
    "О визите делегации парламента Фиджи",
)
ZH = (
    "两国签署渔业合作协定",
    "外交部发言人就联合声明答记者问",
    "总统抵达首都开始国事访问",
    "双方同意提升战略伙伴关系",
    "合作委员会第五次会议在京举行",
)
FR = (
    "Signature d’un accord de coopération avec le Ghana à Accra",
    "Le ministre reçoit les ambassadeurs des pays nordiques",
    "Déclaration conjointe à l’issue de la visite officielle",
    "Entrée en vigueur de la convention fiscale avec Fidji",
)
ES = (
    "Uruguay y Fiyi firman un acuerdo de cooperación pesquera",
    "La canciller recibe al embajador de Noruega en visita de despedida",
    "Comunicado conjunto de la reunión de consultas políticas",
    "El Senado aprueba el tratado de extradición con Ghana",
)
DAYS = ("28.05.2025", "27.05.2025", "25.05.2025", "24.05.2025", "22.05.2025", "21.05.2025")

HEAD = """<header><a href="/"><img src="/logo.png" alt="Home"></a><nav class="main-nav"><ul>
<li><a href="/about-the-ministry">About the ministry and its tasks</a></li>
<li><a href="/news">News</a></li><li><a href="/travel-advice">Advice for travellers abroad</a></li>
<li><a href="/contact">Contact</a></li><li><a href="/careers">Careers in the foreign service</a></li>
</ul></nav></header>"""
FOOT = """<footer><div class="links"><h4>Useful</h4><ul>
<li><a href="/privacy-notice">Privacy notice and terms of use</a></li>
<li><a href="/accessibility">Statement on accessibility of this site</a></li>
<li><a href="/data-protection">How we protect your personal data</a></li>
<li><a href="https://social.example/ministry">Follow us</a></li></ul></div></footer>"""
MOST_READ = """<div class="box"><h3>Most read</h3><ul>
<li><a href="/2019/old-one-visa">How to apply for a visa in three steps</a></li>
<li><a href="/2020/old-two-passports">Passports: what has changed since last year</a></li>
<li><a href="/2018/old-three-holidays">Public holidays of the embassies abroad</a></li>
<li><a href="/2018/old-four-fees">Fees of the consular section at a glance</a></li></ul></div>"""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page and the truth about it."""

    name: str
    html: str
    items: tuple[tuple[str, str], ...]
    """(title, path) of each item of news, in the order of the page."""
    dated: bool
    """Whether each item shows its date inside itself."""


def slug(number: int) -> str:
    return f"/news/2025/05/story-about-something-{4100 + number}"


def page(
    name: str,
    titles: Sequence[str],
    item: Callable[[int, str, str, str], str],
    around: str = "%s",
    *,
    dated: bool = True,
    links: Callable[[int], str] = slug,
    head: str = HEAD,
    rest: str = FOOT,
) -> ListPage:
    """A page of items; ``item`` is given number, title, path and day of each."""
    rows = [item(i, title, links(i), DAYS[i]) for i, title in enumerate(titles)]
    body = around.replace("%s", "\n".join(rows))
    html = f"<!doctype html><html><head><title>News</title></head><body>{head}{body}{rest}</body></html>"
    return ListPage(name, html, tuple((t, links(i)) for i, t in enumerate(titles)), dated)


def pages() -> list[ListPage]:
    """All of them."""
    return [
        page(
            "a table of press releases, the date in its first cell",
            EN,
            lambda i, t, u, d: f"<tr><td>{d}</td><td><a href='{u}'>{t}</a></td></tr>",
            "<main><h1>Press releases</h1><table class='releases'><thead><tr><th>Date</th>"
            "<th>Title</th></tr></thead><tbody>%s</tbody></table></main>",
        ),
        page(
            "a table without any class, the date in its last cell",
            RU,
            lambda i, t, u, d: f"<tr><td><a href='{u}'>{t}</a></td><td>№ {i}</td><td>{d}</td></tr>",
            "<div id='content'><table>%s</table></div>",
        ),
        page(
            "a bare list of links",
            EN,
            lambda i, t, u, d: f"<li><a href='{u}'>{t}</a></li>",
            "<div id='main'><h2>Latest news</h2><ul>%s</ul></div>",
            dated=False,
        ),
        page(
            "a list with a span for the date",
            ZH,
            lambda i, t, u, d: (
                f"<li><a href='{u}' target='_blank'>{t}</a><span>2025-05-{28 - i}</span></li>"
            ),
            "<div class='newsBd'><ul class='list1'>%s</ul></div>",
            links=lambda i: f"./202505/t202505{28 - i}_116{i}.shtml",
        ),
        page(
            "cards with a picture, a heading, a category and a time",
            EN,
            lambda i, t, u, d: (
                f"<div class='card news-card'><a class='thumb' href='{u}'><img src='/{i}.jpg'></a>"
                f"<div class='card-body'><a class='cat' href='/topics/diplomacy'>Diplomacy</a>"
                f"<h3 class='card-title'><a href='{u}'>{t}</a></h3><time datetime='2025-05-{28 - i}T08:00:00Z'>today</time>"
                f"<p>The two sides met on Tuesday and spoke about the matters that have been on the table for years.</p></div></div>"
            ),
            "<div class='row'>%s</div>",
            rest=MOST_READ + FOOT,
        ),
        page(
            "cards with names made by a tool",
            FR,
            lambda i, t, u, d: (
                f"<div class='css-1q2w3e{i} sc-bdVaJa'><a class='css-9k8j7h' href='{u}'>"
                f"<h2 class='css-xk3f9z'>{t}</h2></a><span class='css-1d2t3e'>{d}</span></div>"
            ),
            "<main><div class='css-layout9'>%s</div></main>",
        ),
        page(
            "article elements as a blog has them",
            ES,
            lambda i, t, u, d: (
                f"<article id='post-{i}{i}' class='post-{i}{i} post type-post status-publish hentry tag-acuerdos'>"
                f"<header class='entry-header'><h2 class='entry-title'><a href='{u}' rel='bookmark'>{t}</a></h2>"
                f"<span class='posted-on'>{d}</span> <a href='/author/redaccion'>Redacción</a></header>"
                f"<div class='entry-summary'><p>El acuerdo fue firmado el martes en presencia de ambos cancilleres y de sus delegaciones.</p>"
                f"<a href='{u}#more'>Leer más</a></div></article>"
            ),
            "<div id='primary'>%s</div><aside><h3>Archivo</h3><ul><li><a href='/2025/04/'>abril de 2025</a></li>"
            "<li><a href='/2025/03/'>marzo de 2025</a></li><li><a href='/2025/02/'>febrero de 2025</a></li></ul></aside>",
        ),
        page(
            "a definition list, dates as terms",
            FR,
            lambda i, t, u, d: f"<dt>{d}</dt><dd><a href='{u}'>{t}</a></dd>",
            "<div class='communiques'><dl>%s</dl></div>",
            dated=False,
        ),
        page(
            "headings with links, and paragraphs after them",
            VI,
            lambda i, t, u, d: (
                f"<h3><a href='{u}'>{t}</a></h3><p>Chiều nay tại Hà Nội, hai bên đã trao đổi về nhiều vấn đề.</p>"
            ),
            "<div class='content-left'>%s</div>",
            dated=False,
        ),
        page(
            "cards that are links themselves",
            EN,
            lambda i, t, u, d: (
                f"<a class='teaser' href='{u}'><span class='teaser-date'>{d}</span>"
                f"<span class='teaser-title'>{t}</span><span class='teaser-text'>Read what the two ministers said to the press after they had met for three hours.</span></a>"
            ),
            "<section class='teasers'>%s</section>",
        ),
        page(
            "a title that is no link, and a link that says more",
            RU,
            lambda i, t, u, d: (
                f"<div class='news-item'><div class='news-item__date'>{d}</div>"
                f"<div class='news-item__title'>{t}</div><a class='btn' href='{u}'>Подробнее</a></div>"
            ),
            "<div class='news-list'>%s</div>",
        ),
        page(
            "a story block of a Vietnamese outlet",
            VI,
            lambda i, t, u, d: (
                f"<div class='box-category-item' data-id='{i}'><a class='box-category-link-with-avatar' href='{u}' title='{t}'>"
                f"<img alt='{t}' src='/x.jpg'></a><div class='box-category-content'><h3><a data-type='title' class='box-category-link-title' href='{u}' title='{t}'>{t}</a></h3>"
                f"<span class='box-category-time' title='2025-05-{28 - i}T09:00:00'>{28 - i}/05/2025 09:00</span>"
                f"<p class='box-category-sapo'>Chiều nay tại Hà Nội, hai bên đã trao đổi về nhiều vấn đề song phương và quốc tế cùng quan tâm.</p></div></div>"
            ),
            "<div class='list__listing-main'>%s</div><div class='box'><h2>Đọc nhiều</h2>"
            "<ul><li><a href='/a-b-c-d-1.htm'>Giá vàng hôm nay tăng mạnh trên thế giới</a></li>"
            "<li><a href='/a-b-c-d-2.htm'>Thời tiết miền Bắc chuyển lạnh từ cuối tuần</a></li>"
            "<li><a href='/a-b-c-d-3.htm'>Lịch nghỉ lễ của công chức trong năm nay</a></li></ul></div>",
        ),
        page(
            "paragraphs with a date in bold",
            EN,
            lambda i, t, u, d: f"<p><b>{d}</b> <a href='{u}'>{t}</a></p>",
            "<div id='text'>%s</div>",
            rest="<div id='foot'><p><a href='/sitemap'>Site map</a> <a href='/imprint'>Imprint</a></p></div>",
        ),
        page(
            "rows of a grid beside a tall menu of topics without any name",
            ES,
            lambda i, t, u, d: (
                f"<div class='row'><div class='col-md-2 fecha'>{d}</div><div class='col-md-10'><a href='{u}'>{t}</a></div></div>"
            ),
            "<div class='container'><div class='col-md-3'><ul><li><a href='/tema/a'>Comercio</a></li><li><a href='/tema/b'>Cultura</a></li>"
            "<li><a href='/tema/c'>Cooperación</a></li><li><a href='/tema/d'>Consulados</a></li><li><a href='/tema/e'>Tratados</a></li>"
            "<li><a href='/tema/f'>Visas</a></li><li><a href='/tema/g'>Prensa</a></li></ul></div><div class='col-md-9 noticias'>%s</div></div>",
        ),
        page(
            "old markup: fonts and breaks in a table cell",
            EN,
            lambda i, t, u, d: (
                f"<font size=2>{d}</font> <a href='{u}' class='newslink'>{t}</a><br>"
            ),
            "<table width=100%><tr><td valign=top class=menu><a href=/a>Home</a><br><a href=/b>The ministry</a><br>"
            "<a href=/c>Documents</a></td><td class=body>%s</td></tr></table>",
            dated=False,
            head="",
            rest="",
        ),
        page(
            "an ordered list with numbers for addresses",
            ZH,
            lambda i, t, u, d: (
                f"<li class='clearfix'><a href='{u}'><h4>{t}</h4></a><em>2025年5月{28 - i}日</em></li>"
            ),
            "<div class='tit'>要闻</div><ol class='wz-list'>%s</ol><div class='hot'><h3>点击排行</h3><ul>"
            "<li><a href='/c/9001.html'>全国天气预报及出行提示汇总</a></li><li><a href='/c/9002.html'>春季旅游线路推荐与注意事项</a></li>"
            "<li><a href='/c/9003.html'>护照办理流程及所需材料清单</a></li></ul></div>",
            links=lambda i: f"/content?id={770 + i}",
        ),
        page(
            "list items with two links: the outlet's section, then the story",
            RU,
            lambda i, t, u, d: (
                f"<li class='feed__item'><a class='feed__rubric' href='/politics'>Политика</a>"
                f"<a class='feed__link' href='{u}'>{t}</a><span class='feed__time'>{28 - i} мая 2025, 10:15</span></li>"
            ),
            "<ul class='feed__list'>%s</ul>",
        ),
        page(
            "sections per day: the date above, links under it",
            EN,
            lambda i, t, u, d: (
                f"<section class='day'><h4>{d}</h4><ul class='events'><li class='event'><a href='{u}'>{t}</a></li></ul></section>"
            ),
            "<main class='agenda'>%s</main>",
        ),
        page(
            "a lead story apart from a river of short ones",
            FR,
            lambda i, t, u, d: (
                f"<li class='actu'><p class='actu-date'>{d}</p><p class='actu-titre'><a href='{u}'>{t}</a></p></li>"
            ),
            "<div class='une'><h2><a href='/une/grande-visite-officielle-a-paris'>Visite officielle : le programme de la semaine</a></h2></div><ul class='fil'>%s</ul>",
        ),
        page(
            "a search page with results and a form",
            EN,
            lambda i, t, u, d: (
                f"<div class='search-result'><h3 class='search-result__title'><a href='{u}'>{t}</a></h3>"
                f"<p class='search-result__meta'>Published {d}</p></div>"
            ),
            "<form><label>Words</label><input><select><option>All</option></select></form><div class='search-results'>%s</div>"
            "<ul class='pagination'><li><a href='?page=2'>2</a></li><li><a href='?page=3'>3</a></li><li><a href='?page=4'>Next page of the results</a></li></ul>",
        ),
        page(
            "everything inside one wrapper that is called a sidebar layout",
            EN,
            lambda i, t, u, d: (
                f"<div class='listing-item'><span class='date'>{d}</span><a href='{u}'>{t}</a></div>"
            ),
            "<div class='layout with-sidebar'><div class='listing'>%s</div><div class='sidebar'><ul>"
            "<li><a href='/services/legalisation-of-documents'>Legalisation of documents</a></li>"
            "<li><a href='/services/registration-of-citizens'>Registration of citizens</a></li>"
            "<li><a href='/services/help-in-an-emergency'>Help in an emergency abroad</a></li></ul></div></div>",
        ),
        page(
            "utility classes alone, as designers write them now",
            EN,
            lambda i, t, u, d: (
                f"<li class='py-4 flex md:gap-6 border-b'><div class='w-32 text-sm'>{d}</div>"
                f"<div class='flex-1'><h2 class='text-xl font-bold'><a class='hover:underline' href='{u}'>{t}</a></h2></div></li>"
            ),
            "<main class='mx-auto max-w-4xl'><ul class='divide-y'>%s</ul></main>",
        ),
        page(
            "right to left, with Arabic headlines",
            (
                "توقيع اتفاقية تعاون في مجال الطاقة بين البلدين",
                "وزير الخارجية يستقبل سفراء الدول الصديقة",
                "بيان مشترك في ختام الزيارة الرسمية",
                "بدء المشاورات السياسية في العاصمة",
            ),
            lambda i, t, u, d: (
                f"<div class='views-row'><span class='views-field-title'><a href='{u}' hreflang='ar'>{t}</a></span>"
                f"<span class='views-field-created'>{d}</span></div>"
            ),
            "<div class='view-content'>%s</div>",
        ),
        page(
            "a list of which each entry has a sublist of files",
            ES,
            lambda i, t, u, d: (
                f"<li class='comunicado'><span>{d}</span> <a href='{u}'>{t}</a><ul class='files'>"
                f"<li><a href='/f/{i}.pdf'>PDF</a></li><li><a href='/f/{i}.doc'>Word</a></li></ul></li>"
            ),
            "<div class='prensa'><ul>%s</ul></div>",
        ),
    ]


NO_LISTS = {
    "an article": "<main><h1>Kenya and Fiji sign</h1><p>"
    + "The two ministers signed the agreement in Suva on Tuesday. " * 30
    + "<a href='/treaty-text-of-the-agreement-2025'>The text of the agreement</a></p></main>",
    "a contact page": "<main><h1>Contact</h1><p>Write to <a href='mailto:a@b.example'>us</a>.</p>"
    "<ul><li><a href='/a'>Map</a></li><li><a href='/b'>Hours</a></li><li><a href='/c'>Staff</a></li></ul></main>",
    "an empty page that a script fills": "<div id='app'></div><script src='/app.js'></script>",
    "a menu and a footer alone": HEAD + "<main><p>Welcome.</p></main>" + FOOT,
}
