"""Russian tells what English does: joining, one side's decisions, kin, papers told of before."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "Науру перенесла дипломатические отношения из Тайбэя в Пекин.",
        "",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Науру переключилась в дипломатических отношениях с Тайваня на Китай.",
        "",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Науру разорвала отношения с Тайванем и признала Китай.",
        "",
        ["relations.severed concluded NR-TW"],
    ),
    (
        (
            "Мальта станет вторым государством после Кипра, которое подпишет соглашение о "
            "транзите с Египтом."
        ),
        "",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "Армения и Турция подпишут на этой неделе не договор, а меморандум.",
        "",
        ["agreement.signed negated AM-TR", "agreement.signed planned AM-TR"],
    ),
    (
        "Министры Брунея, Чили, Кении и Сингапура отменят пошлины. Иордания и Мальта не приехали.",
        "Четыре страны подписали торговое соглашение",
        ["agreement.signed concluded BN-CL-KE-SG"],
    ),
    (
        "Иордания и Мальта не приехали.",
        "Девять стран подписали торговое соглашение",
        [],
    ),
    (
        "Депутат спросил министра, сколько соглашений подписали Кения и Чад.",
        "",
        [],
    ),
    (
        "Молдавия подала заявку на вступление в Европейский союз.",
        "",
        ["agreement.acceded planned EU-MD"],
    ),
    (
        "Молдавия подала заявку на членство в Евросоюзе.",
        "",
        ["agreement.acceded planned EU-MD"],
    ),
    (
        "Чад получил приглашение в БРИКС.",
        "",
        ["agreement.acceded planned BRICS-TD"],
    ),
    (
        "Фиджи в понедельник приняли в АСЕАН.",
        "",
        ["agreement.acceded concluded ASEAN-FJ"],
    ),
    (
        "Боливия принята в БРИКС в качестве полноправного члена.",
        "",
        ["agreement.acceded concluded BO-BRICS"],
    ),
    (
        "Перу продолжит поддерживать Чад на его пути к членству в ОЭСР.",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "Перу и Чили обсудили перспективы вступления Чада в ОЭСР.",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "Выход Мали и Нигера из ЭКОВАС вступил в силу в среду.",
        "",
        ["agreement.terminated concluded ECOWAS-ML-NE"],
    ),
    (
        "Президиум Боснии решил установить дипломатические отношения с Чадом.",
        "",
        ["relations.established planned BA-TD"],
    ),
    (
        "Правительство Кении приняло решение установить дипломатические отношения с Чадом.",
        "",
        ["relations.established planned KE-TD"],
    ),
    (
        (
            "Подписанное Суданом и Чадом перемирие, выработанное при посредничестве Египта, "
            "вступило в силу."
        ),
        "",
        ["agreement.in_force concluded SD-TD"],
    ),
    (
        "Чад, последний союзник Омана в регионе, подписал во вторник договор с Перу.",
        "",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "Чад, ближайший сосед Судана, во вторник подписал договор с Перу.",
        "",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "Соглашение подписали во вторник послы Анголы и Уругвая при ООН.",
        "",
        ["agreement.signed concluded AO-UY"],
    ),
    (
        "Кения уже ратифицировала соглашение с Чадом.",
        "",
        ["agreement.ratified historical KE-TD"],
    ),
    (
        "Соглашение, которое ещё предстоит ратифицировать, подписали в понедельник Кения и Чад.",
        "",
        ["agreement.ratified planned KE-TD", "agreement.signed concluded KE-TD"],
    ),
    (
        "Кения и Чад подписали соглашение, которое подлежит ратификации парламентами.",
        "",
        ["agreement.ratified planned KE-TD", "agreement.signed concluded KE-TD"],
    ),
    (
        "Кения и Чад подписали соглашение, ожидающее ратификации.",
        "",
        ["agreement.ratified planned KE-TD", "agreement.signed concluded KE-TD"],
    ),
    (
        "Учителя подписали соглашение о зарплате в пятницу.",
        "Кения и Перу ведут торговые переговоры",
        [],
    ),
    (
        "Банки достигли соглашений с Кенией, Перу и Чадом о долгах.",
        "",
        [],
    ),
    (
        "Конвенцию ратифицировали 114 стран.",
        "Кения и Перу ведут торговые переговоры",
        [],
    ),
    (
        "Министр отрицал, что Кения заключила сделку с Перу.",
        "",
        ["agreement.signed negated KE-PE"],
    ),
    (
        "Министр обороны порвал с президентом из-за Ирана и России.",
        "",
        [],
    ),
    (
        "Надежды на договор между Швейцарией и ЕС рухнули вчера вечером.",
        "",
        ["agreement.signed negated CH-EU"],
    ),
    (
        "Договор Японии и Филиппин в понедельник выносится на рассмотрение сената.",
        "",
        ["agreement.ratified planned JP-PH"],
    ),
    (
        "Европарламент дал согласие на торговое соглашение ЕС с Кенией.",
        "",
        ["agreement.ratified concluded EU-KE"],
    ),
    (
        "Армения подала официальную заявку на вступление в Евросоюз.",
        "",
        ["agreement.acceded planned AM-EU"],
    ),
    (
        "Восточный Тимор приняли в АСЕАН на саммите в Куала-Лумпуре.",
        "",
        ["agreement.acceded concluded ASEAN-TL"],
    ),
    (
        "Переговоры о вступлении Чада в ЕС продолжаются.",
        "",
        ["agreement.acceded planned EU-TD"],
    ),
    (
        "Гондурас перенёс дипломатическое признание с Тайваня на Китай.",
        "",
        ["relations.established concluded CN-HN"],
    ),
    (
        "Кения уже подписала договоры с Чадом и Перу.",
        "",
        ["agreement.signed historical KE-PE", "agreement.signed historical KE-TD"],
    ),
    (
        "Оман, сосед Йемена, разорвал дипломатические отношения с Чадом.",
        "",
        ["relations.severed concluded OM-TD"],
    ),
    (
        "Кабинет Омана решил повысить отношения с Перу до стратегического партнёрства.",
        "",
        ["partnership.upgraded planned OM-PE strategic partnership"],
    ),
    (
        "Фиджи стала последней страной, установившей дипломатические отношения с Косовом.",
        "",
        ["relations.established concluded FJ-XK"],
    ),
    (
        "Индонезия и ЕС завершили переговоры о торговом соглашении.",
        "",
        ["agreement.negotiated concluded EU-ID"],
    ),
    (
        (
            "Сообщения о том, что Кения подписала соглашение о базе с Китаем, не "
            "соответствуют действительности."
        ),
        "",
        ["agreement.signed negated CN-KE"],
    ),
    (
        "Монголия отрицает, что подписала тайный пакт с Россией.",
        "",
        ["agreement.signed negated MN-RU"],
    ),
    (
        "Торговое соглашение с Чили наконец прошло сенат США.",
        "",
        ["agreement.ratified concluded CL-US"],
    ),
    (
        "Парламент Индонезии проголосовал за отмену договора об экстрадиции с Сингапуром.",
        "",
        ["agreement.terminated concluded ID-SG"],
    ),
    (
        (
            "Пять стран Центральной Азии подписали договор о дружбе. В Авазе собрались "
            "лидеры Казахстана, Киргизии, Таджикистана, Туркмении и Узбекистана."
        ),
        "",
        ["agreement.signed concluded KG-KZ-TJ-TM-UZ"],
    ),
    (
        "Фиджи стала первой страной, которая установила дипломатические отношения с Косовом.",
        "",
        ["relations.established concluded FJ-XK"],
    ),
    (
        "Фиджи стала первой страной, подписавшей соглашение с Тонга.",
        "",
        ["agreement.signed concluded FJ-TO"],
    ),
    (
        "Фиджи в 2015 году стала первой страной, подписавшей соглашение с Тонга.",
        "",
        ["agreement.signed historical FJ-TO"],
    ),
    (
        "Кения и Чад подписали не договор, а меморандум.",
        "",
        ["agreement.signed concluded KE-TD", "agreement.signed negated KE-TD"],
    ),
    (
        "Кения и Чад подпишут не договор, а меморандум.",
        "",
        ["agreement.signed negated KE-TD", "agreement.signed planned KE-TD"],
    ),
    # What must stay as it was.
    (
        "Членство Чада в ОЭСР принесло стране процветание.",
        "",
        [],
    ),
    (
        "Президенты Боснии и Чада решили установить дипломатические отношения.",
        "",
        ["relations.established concluded BA-TD"],
    ),
    (
        "Кения подписала договор с Чадом и Перу.",
        "",
        ["agreement.signed concluded KE-PE-TD"],
    ),
    (
        "Министр Чада принял в Нджамене посла ЕС.",
        "",
        [],
    ),
    (
        "Чад принял в четверг делегацию НАТО.",
        "",
        [],
    ),
    (
        "Кения подписала соглашение со своим соседом Угандой.",
        "",
        ["agreement.signed concluded KE-UG"],
    ),
    (
        "Кения подписала соглашение с Угандой, своим соседом.",
        "",
        ["agreement.signed concluded KE-UG"],
    ),
    (
        "Кения, Чад и их сосед Судан подписали соглашение.",
        "",
        ["agreement.signed concluded KE-SD-TD"],
    ),
    (
        (
            "Мы с президентом Чада решили повысить отношения до стратегического партнёрства, "
            "заявил президент Кении."
        ),
        "",
        ["partnership.upgraded concluded KE-TD strategic partnership"],
    ),
    (
        "Фиджи станет второй страной, подписавшей соглашение с Тонга.",
        "",
        [],
    ),
    (
        "Кения и Чад подписали не только договор, но и меморандум.",
        "",
        ["agreement.signed concluded KE-TD", "agreement.signed concluded KE-TD"],
    ),
]
"""A text, its headline, and what the two tell."""


@pytest.mark.parametrize(("text", "title", "expected"), CASES)
def test_a_text_tells_these_events(text: str, title: str, expected: list[str]) -> None:
    assert sorted(brief(text, title, language="ru")) == expected
