"""What an article tells beside its news, in every language: background, others' deals, wishes.

Each article is about two states, so that a deed of somebody else could be lent to them.
"""

from __future__ import annotations

import pytest
from reading import events

QUIET = [
    # Explainers, obituaries and questions retell what was done long ago.
    (
        "en",
        "What is the river dispute about?",
        "Peru and Chile argue. The accord was signed by Peru, Chile and Bolivia.",
    ),
    (
        "en",
        "Obituary: the man who made peace",
        "He worked in Peru and Chile. Peru and Chile signed the accord in his house.",
    ),
    (
        "fr",
        "Pourquoi le Tchad et Malte se disputent",
        "Le Tchad et Malte ont signé un accord de pêche à Tunis.",
    ),
    (
        "es",
        "¿Quién fue el mediador?",
        "Nació en Chile. El acuerdo fue firmado por Perú, Chile y Bolivia.",
    ),
    ("ru", "Кем был посредник", "Он жил в Чили. Соглашение было подписано Перу, Чили и Боливией."),
    (
        "vi",
        "Vì sao có tranh chấp",
        "Peru và Chile tranh cãi. Thỏa thuận được ký bởi Peru, Chile và Bolivia.",
    ),
    ("zh", "驻秘鲁使馆举行新年招待会", "中国驻秘鲁使馆举行招待会。\n\n中秘签署了互免签证协议。"),
    # What somebody said at the time.
    (
        "en",
        "Chad row",
        'Chad and Malta argue.\n\n"We signed all the papers," the minister said at the time.',
    ),
    (
        "fr",
        "Le Tchad se fâche",
        "Le Tchad, Malte.\n\n« Nous avons signé l'accord », déclarait le ministre à l'époque.",
    ),
    (
        "ru",
        "Спор Чада и Мальты",
        "Чад и Мальта спорят.\n\n«Мы подписали все соглашения», — заявил тогда министр.",
    ),
    # Levels that a speaker at a meeting calls reached.
    (
        "zh",
        "王毅会见秘鲁外长",
        "王毅在北京会见秘鲁外长。\n\n秘鲁外长说，两国关系已升级为全面战略伙伴关系。",
    ),
    ("zh", "国务委员会见智利议长", "国务委员会见智利议长。\n\n多年来，双方先后签署多项合作协定。"),
    # Firms, and offices that buy from them.
    (
        "en",
        "Bank returns to Ghana",
        "The British bank is back in Ghana.\n\nIt has signed an agreement to finance cocoa.",
    ),
    (
        "en",
        "Army buys jets",
        "Peru chose jets from Sweden.\n\nThe Peruvian army signed a contract for training.",
    ),
    (
        "fr",
        "L'armée achète",
        "Le Pérou choisit la Suède.\n\nLe ministère a conclu un accord pour acheter des vaccins.",
    ),
    (
        "es",
        "Vacunas",
        "Perú negocia con Rusia.\n\nEl ministerio anunció el cierre de los contratos.",
    ),
    ("zh", "秘鲁军方采购直升机", "秘鲁从意大利采购直升机。\n\n秘鲁军方签署了防务合同。"),
    # Persons who sign.
    (
        "en",
        "Singer's estate",
        "She was born in Ireland and lived in Spain.\n\nThe documents were signed by a notary.",
    ),
    (
        "es",
        "Una carta",
        "Perú y Chile buscan la carta.\n\nEl documento fue firmado por un testigo.",
    ),
    # Factions of one country, and whoever hosts them.
    (
        "en",
        "Rebels and government meet in Havana",
        "Cuba hosts talks on Colombia.\n\nThe two sides signed a ceasefire.",
    ),
    (
        "es",
        "Sudán: diálogo en Yeda",
        "Arabia Saudí acoge a Sudán.\n\nLas facciones firmaron una tregua.",
    ),
    (
        "ru",
        "Повстанцы в Гаване",
        "Куба принимает переговоры по Колумбии.\n\nСтороны подписали перемирие.",
    ),
    ("zh", "苏丹各派在吉达签署停火协议", "苏丹各派在沙特吉达签署停火协议。"),
    # Joining and leaving as a topic; a people that voted.
    (
        "en",
        "Three years on",
        "Three years after Britain voted to leave the European Union, it trades less.",
    ),
    ("fr", "Entretien", "« Je veux que l'Islande rejoigne l'Union européenne », dit la députée."),
    (
        "es",
        "España, puerta de entrada de la UE",
        "España es la puerta de entrada de la Unión Europea.",
    ),
    # Not done.
    (
        "en",
        "Oil talks",
        "Peru and Chile talk. Whatever agreements the two leaders have signed, prices rise.",
    ),
    ("en", "Oil talks", "Neither Peru nor the Republic of South Africa has ratified the treaty."),
    (
        "vi",
        "Khí đốt",
        "Peru và Chile bàn về khí đốt.\n\nMột khi thỏa thuận được ký, khí đốt sẽ chảy.",
    ),
    (
        "zh",
        "国务委员会见智利议长",
        "中方愿同智方一道，深化互利合作，加强政治互信，扩大人文交流，推进务实合作，共同构建中智全面战略伙伴关系。",
    ),
    ("zh", "媒体：谈判未果", "据媒体报道，秘鲁和智利达成协议的60天窗口期已过。"),
    # Other things than the paper.
    (
        "en",
        "Grain notes",
        "No licences named in the April agreement between Chad and Peru were announced.",
    ),
    (
        "fr",
        "Le ministre change",
        "Le Tchad et Malte s'opposent.\n\nLe ministre a rompu avec cette politique.",
    ),
    # A third with whom two others sign.
    (
        "fr",
        "Malte et le Tchad",
        "Malte soutient le Tchad.\n\nCes deux pays ont conclu leurs propres accords avec Malte.",
    ),
]

NEWS = [
    ("en", "Why did Mali quit ECOWAS?", "Mali announced on Sunday that it was leaving ECOWAS."),
    (
        "en",
        "What we know about the pact",
        "Kenya and Uganda signed a pact on their border on Tuesday.",
    ),
    (
        "en",
        "President in Kampala",
        "Kenya's president visited Uganda.\n\nThe two sides signed four agreements on trade.",
    ),
    (
        "en",
        "Oman and Yemen",
        "Oman waits. Yemeni lawmakers ratified a border treaty with Oman on Tuesday.",
    ),
    (
        "zh",
        "习近平同秘鲁总统会谈",
        "习近平同秘鲁总统会谈。\n\n两国元首宣布，将中秘关系提升为全面战略伙伴关系。",
    ),
    (
        "ru",
        "Президент Кении в Кампале",
        "Президент Кении посетил Уганду.\n\nСтороны подписали четыре соглашения о торговле.",
    ),
    (
        "es",
        "El presidente en Kampala",
        "El presidente de Kenia visitó Uganda.\n\nLas dos partes firmaron cuatro acuerdos.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), QUIET, ids=[case[2] for case in QUIET])
def test_what_stands_beside_the_news_alerts_nobody(language: str, title: str, text: str) -> None:
    assert not [event for event in events(text, title, language=language) if event.alerts]


@pytest.mark.parametrize(("language", "title", "text"), NEWS, ids=[case[2] for case in NEWS])
def test_news_told_in_like_words_still_alerts(language: str, title: str, text: str) -> None:
    assert [event for event in events(text, title, language=language) if event.alerts]
