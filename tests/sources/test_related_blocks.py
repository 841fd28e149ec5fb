"""Other articles on a page must not speak for this one, and this one must not lose a word."""

from __future__ import annotations

import pytest
from sourcekit import NOW

from sources.article import article_from_html

BODY = [
    "ASTANA - The presidents of the two countries held talks in the capital on Tuesday morning.",
    "They agreed to elevate the bilateral ties to a strategic partnership, a joint statement said.",
    "Ministers exchanged views on energy, transport and education during the visit, they added.",
    "The delegation leaves for Baku on Wednesday, where further meetings are expected to be held.",
    "Trade between the two grew by a fifth last year and is to double within this decade.",
]
OTHERS = [
    (
        "Ecuador and Peru sign border treaty",
        "The foreign ministers put their names to it in Quito.",
    ),
    (
        "Fiji upgrades relations with Tonga",
        "A comprehensive partnership was established on Monday.",
    ),
    (
        "Chile severs ties with Bolivia",
        "The embassy was closed overnight, according to the ministry.",
    ),
]
PHRASES = [
    "See more",
    "RELATED NEWS",
    "Related articles:",
    "Read also",
    "You may also like",
    "Most read",
    "Đọc thêm",
    "Tin liên quan",
    "Xem thêm",
    "相关新闻",
    "相关阅读",
    "Читайте также",
    "Материалы по теме",
    "À lire aussi",
    "Sur le même sujet",
    "Le puede interesar",
    "Te puede interesar",
    "Noticias relacionadas",
    "Baca juga",
]


def paragraphs(part: slice = slice(None)) -> str:
    return "".join(f"<p>{text}</p>" for text in BODY[part])


def cards(tag: str = "div") -> str:
    return "".join(
        f"<{tag}><a href='/x'><img src='a.jpg'></a><h3><a href='/x'>{title}</a></h3>"
        f"<p>{summary}</p></{tag}>"
        for title, summary in OTHERS
    )


def links() -> str:
    return "".join(f"<li><a href='/x'>{title}</a></li>" for title, _ in OTHERS)


def body(inner: str) -> str:
    return f"<div class='body'>{inner}</div>"


def named(phrase: str) -> str:
    return body(paragraphs()) + f"<div class='box-related'><p>{phrase}</p>{cards()}</div>"


def boxed(phrase: str) -> str:
    return body(paragraphs()) + f"<div class='box'><h3>{phrase}</h3><div>{cards()}</div></div>"


def boxed_inside(phrase: str) -> str:
    return body(f"{paragraphs()}<div><b>{phrase}</b>{cards('article')}</div>")


def flowing(phrase: str) -> str:
    return body(f"{paragraphs()}<h3>{phrase}</h3>{cards()}")


def flowing_articles(phrase: str) -> str:
    return body(f"{paragraphs()}<p><strong>{phrase}</strong></p>{cards('article')}")


def flowing_lines(phrase: str) -> str:
    inner = "".join(f"<p><a href='/x'>{title}</a></p><p>{text}</p>" for title, text in OTHERS)
    return body(f"{paragraphs()}<p>{phrase}</p>{inner}")


def flowing_triples(phrase: str) -> str:
    inner = "".join(
        f"<p>Officials from both sides pose at the ceremony. (Photo: Gazette {number})</p>"
        f"<p><a href='/x'>{title}</a></p><p>{text}</p>"
        for number, (title, text) in enumerate(OTHERS)
    )
    return body(f"{paragraphs()}<h3>{phrase}</h3>{inner}")


def cards_in_the_middle(phrase: str) -> str:
    inner = f"<h4>{phrase}</h4>{cards()}"
    return body(paragraphs(slice(3)) + inner + paragraphs(slice(3, None)))


def listed(phrase: str) -> str:
    return body(f"{paragraphs()}<p><b>{phrase}</b></p><ul>{links()}</ul>")


def listed_in_the_middle(phrase: str) -> str:
    inner = f"<p><b>{phrase}</b></p><ul>{links()}</ul>"
    return body(paragraphs(slice(3)) + inner + paragraphs(slice(3, None)))


def inline(phrase: str) -> str:
    inner = "".join(f"<p>{phrase}: <a href='/x'>{title}</a></p>" for title, _ in OTHERS)
    return body(paragraphs(slice(3)) + inner + paragraphs(slice(3, None)))


def aside(phrase: str) -> str:
    return f"<aside><h3>{phrase}</h3>{cards()}</aside>" + body(paragraphs())


def hidden(phrase: str) -> str:
    return body(paragraphs()) + f"<div style='display: none'>{phrase}{cards()}</div>"


def page(inner: str) -> bytes:
    return (
        "<!doctype html><html><head><title>Talks in Astana - Gazette</title></head><body>"
        "<nav><a href='/'>Home</a></nav><main><article><h1>Talks in Astana</h1>"
        f"{inner}</article></main><footer>Copyright</footer></body></html>"
    ).encode()


def text_of(inner: str) -> str:
    return article_from_html(page(inner), url="http://h.org/a", now=NOW).text


MAKES = [
    named, boxed, boxed_inside, flowing, flowing_articles, flowing_lines, flowing_triples, listed,
    listed_in_the_middle, cards_in_the_middle, aside, hidden,
]  # fmt: skip


@pytest.mark.parametrize("make", MAKES)
@pytest.mark.parametrize("phrase", PHRASES)
def test_other_articles_are_dropped_and_no_word_of_this_one(phrase: str, make: object) -> None:
    assert callable(make)
    text = text_of(make(phrase))
    assert text == "Talks in Astana\n\n" + "\n\n".join(BODY)


@pytest.mark.parametrize(
    "phrase",
    ["Read also", "See also", "Đọc thêm", "Xem thêm", "相关阅读", "Читайте также", "À lire aussi",
     "Le puede interesar", "Lea también", "Baca juga"],
)  # fmt: skip
def test_lines_that_send_the_reader_on_are_dropped(phrase: str) -> None:
    assert text_of(inline(phrase)) == "Talks in Astana\n\n" + "\n\n".join(BODY)


@pytest.mark.parametrize("make", MAKES)
def test_a_brief_item_is_not_drowned_by_others(make: object) -> None:
    assert callable(make)
    rest = "".join(f"<p>{text}</p>" for text in BODY[2:])
    text = text_of(make("See more").replace(rest, ""))
    assert text.startswith("\n\n".join(["Talks in Astana", *BODY[:2]]))
    assert not any(part in text for other in OTHERS for part in other)


@pytest.mark.parametrize("times", [10, 40])
def test_a_related_block_longer_than_the_article_is_dropped_all_the_same(times: int) -> None:
    inner = body(paragraphs()) + f"<div class='box'><h3>See more</h3>{cards() * times}</div>"
    assert text_of(inner) == "Talks in Astana\n\n" + "\n\n".join(BODY)


@pytest.mark.parametrize(
    "inner",
    [
        "<div class='share-bar'><a href='#'>Facebook</a><a href='#'>Zalo</a></div>",
        "<div class='social'>Share this on Facebook</div>",
        "<div class='tags'><a href='#'>Peru</a> <a href='#'>treaty</a></div>",
        "<form class='comment-form'><p>Chile severed ties, says a reader.</p></form>",
        "<div id='comments'><p>Chile severed ties, says a reader with many words to say.</p></div>",
        "<ul class='breadcrumb'><li><a href='/'>World</a></li><li>Chile</li></ul>",
        "<section id='disqus_thread'><p>Chile severed ties with Bolivia, I say.</p></section>",
        "<div class='newsletter'><p>Subscribe to our letter on treaties, signed daily.</p></div>",
        "<script>var x = 'Chile severs ties with Bolivia';</script>",
        "<noscript><p>Chile severs ties with Bolivia, said the noscript part of it.</p></noscript>",
    ],
)
def test_the_furniture_of_a_page_is_dropped(inner: str) -> None:
    for order in (body(paragraphs()) + inner, paragraphs() + inner):
        assert text_of(order) == "Talks in Astana\n\n" + "\n\n".join(BODY)


def test_lists_of_places_around_the_title_are_dropped() -> None:
    places = "".join(
        f"<li>{name}</li>" for name in ("Peru", "Chile", "Fiji", "Tonga", "Niue", "Guam")
    )
    linked = places.replace("<li>", "<li><a href='/x'>").replace("</li>", "</a></li>")
    for menu in (places, linked):
        whole = page(body(paragraphs())).replace(
            b"<main>", f"<ul class='cities'>{menu}</ul><main>".encode()
        )
        text = article_from_html(whole, url="http://h.org/a", now=NOW).text
        assert text == "Talks in Astana\n\n" + "\n\n".join(BODY)


# --- what must stay ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["article-body related-content-off", "post-share-enabled content", "entry-header",
     "sidebar-left", "td-post-content tagdiv-type", "news-detail has-comments",
     "main-content nav-down"],
)  # fmt: skip
def test_a_name_does_not_condemn_the_article_itself(name: str) -> None:
    assert BODY[1] in text_of(f"<div class='{name}'>{paragraphs()}</div>")


@pytest.mark.parametrize(
    "heading",
    ["Related agreements signed during the visit", "Comments by the president", "Trade",
     "Culture and sports", "More cooperation in energy", "Latest steps of the two governments",
     "Conclusion"],
)  # fmt: skip
def test_headings_of_the_article_and_what_follows_them_stay(heading: str) -> None:
    inner = body(paragraphs(slice(2)) + f"<h3>{heading}</h3>" + paragraphs(slice(2, None)))
    assert text_of(inner) == "\n\n".join(["Talks in Astana", *BODY[:2], heading, *BODY[2:]])


def test_a_list_of_signed_documents_stays_even_where_each_is_linked() -> None:
    documents = [
        f"Agreement number {number} between the governments of the two countries on cooperation in "
        f"the field of education, science and technology, and on the exchange of experts"
        for number in range(6)
    ]
    inner = "".join(f"<li><a href='/d'>{text}</a></li>" for text in documents)
    text = text_of(
        f"<div class='body'>{paragraphs()}<p>The following were signed:</p><ol>{inner}</ol></div>"
    )
    assert all(f"- {document}" in text for document in documents)


def test_links_inside_sentences_stay() -> None:
    inner = paragraphs().replace("strategic partnership", "<a href='/x'>strategic partnership</a>")
    assert text_of(inner) == "Talks in Astana\n\n" + "\n\n".join(BODY)


def test_the_word_above_an_article_takes_nothing_with_it() -> None:
    for tag in ("span", "h3", "p"):
        inner = f"<div><{tag}>Latest</{tag}></div>" + body(paragraphs())
        assert text_of(inner) == "Talks in Astana\n\n" + "\n\n".join(BODY)
        inner = body(f"<{tag}>Latest</{tag}>" + paragraphs())
        assert text_of(inner) == "Talks in Astana\n\n" + "\n\n".join(BODY)
