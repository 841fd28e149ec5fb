"""What single Russian sentences say: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CONCLUDED = [
    (
        "Кения и Перу подняли отношения до уровня стратегического партнёрства.",
        [f"partnership.upgraded concluded KE-PE {SP}"],
    ),
    (
        (
            "Отношения между Кенией и Перу выведены на уровень всеобъемлющего стратегического"
            " партнерства."
        ),
        [f"partnership.upgraded concluded KE-PE {CSP}"],
    ),
    (
        (
            "Президенты Кении и Перу договорились о переводе двусторонних отношений на уровень"
            " стратегического партнёрства."
        ),
        [f"partnership.upgraded concluded KE-PE {SP}"],
    ),
    (
        (
            "Стороны приняли Совместное заявление о повышении отношений между Кенией и Перу до"
            " уровня стратегического партнёрства."
        ),
        [f"partnership.upgraded concluded KE-PE {SP}"],
    ),
    (
        "Чили и Гана вывели отношения на качественно новый, союзнический уровень.",
        ["partnership.upgraded concluded CL-GH allied relations"],
    ),
    (
        "Кения и Перу объявили об установлении всепогодного стратегического партнёрства.",
        ["partnership.established concluded KE-PE all-weather strategic partnership"],
    ),
    (
        "Кения и Перу установили зелёное стратегическое партнёрство.",
        ["partnership.established concluded KE-PE strategic green partnership"],
    ),
    (
        "Кения и Перу официально стали стратегическими партнёрами.",
        [f"partnership.established concluded KE-PE {SP}"],
    ),
    (
        "Малави и Лаос установили дипломатические отношения на уровне послов.",
        ["relations.established concluded LA-MW"],
    ),
    (
        (
            "Совместное коммюнике об установлении дипотношений подписали постпреды Малави и Лаоса"
            " при ООН."
        ),
        ["relations.established concluded LA-MW"],
    ),
    (
        "Малави разорвала дипломатические отношения с Лаосом.",
        ["relations.severed concluded LA-MW"],
    ),
    (
        "Малави объявила о разрыве дипотношений с Лаосом.",
        ["relations.severed concluded LA-MW"],
    ),
    (
        "Малави и Лаос возобновили дипломатические отношения, прерванные в 2020 году.",
        ["relations.restored concluded LA-MW"],
    ),
    (
        "Малави понизила уровень дипломатических отношений с Лаосом.",
        ["relations.downgraded concluded LA-MW"],
    ),
    (
        "Гана и Оман подписали соглашение о взаимной отмене виз.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Соглашение о рыболовстве подписали министры иностранных дел Ганы и Омана.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Между правительствами Ганы и Омана подписано соглашение об отмене виз.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        (
            "В Маскате подписан меморандум о взаимопонимании между министерствами энергетики Ганы"
            " и Омана."
        ),
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Завершая визит, президент Ганы и султан Омана подписали договор о дружбе.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "В присутствии глав государств Ганы и Омана состоялся обмен подписанными документами.",
        ["agreement.exchanged concluded GH-OM"],
    ),
    (
        "Гана и Оман обменялись ратификационными грамотами.",
        ["agreement.exchanged concluded GH-OM"],
    ),
    (
        "Гана и Оман парафировали текст соглашения о воздушном сообщении.",
        ["agreement.initialled concluded GH-OM"],
    ),
    (
        "Парламент Ганы ратифицировал договор с Оманом о выдаче преступников.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "Президент Ганы подписал закон о ратификации соглашения с Оманом.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "Вступило в силу соглашение между Ганой и Оманом о свободной торговле.",
        ["agreement.in_force concluded GH-OM"],
    ),
    (
        "Гана и Оман продлили на пять лет договор об аренде порта.",
        ["agreement.renewed concluded GH-OM"],
    ),
    (
        "Гана денонсировала договор с Оманом 2010 года о границе.",
        ["agreement.terminated concluded GH-OM"],
    ),
    (
        "Гана вышла из соглашения о рыболовстве с Оманом.",
        ["agreement.terminated concluded GH-OM"],
    ),
    (
        "Гана приостановила действие соглашения с Оманом о визах.",
        ["agreement.suspended concluded GH-OM"],
    ),
    (
        "Президент Ганы, который прибыл в Маскат с визитом, подписал с султаном Омана договор.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Гана и Оман подписали план консультаций на 2032-2034 годы.",
        ["agreement.signed concluded GH-OM"],
    ),
]

NOT_YET = [
    (
        "Гана и Оман подпишут соглашение о торговле.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Гана и Оман планируют подписать соглашение о торговле.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Соглашение о торговле между Ганой и Оманом будет подписано в мае.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Ожидается подписание соглашения о торговле между Ганой и Оманом.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Подписание соглашения между Ганой и Оманом запланировано на июнь.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Гана и Оман договорились подписать соглашение о торговле.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        (
            "Гана и Оман рассмотрят возможность повышения отношений до уровня стратегического"
            " партнёрства."
        ),
        [f"partnership.upgraded planned GH-OM {SP}"],
    ),
    (
        "Договор между Ганой и Оманом вступит в силу после ратификации.",
        ["agreement.in_force planned GH-OM"],
    ),
    (
        "Договор между Ганой и Оманом вступает в силу с 1 апреля.",
        ["agreement.in_force planned GH-OM"],
    ),
    (
        "Правительство Ганы одобрило подписание соглашения с Оманом.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Гана может подписать соглашение с Оманом, сообщили источники.",
        ["agreement.signed rumoured GH-OM"],
    ),
    (
        "Меморандум между Ганой и Оманом может быть подписан в апреле.",
        ["agreement.signed rumoured GH-OM"],
    ),
]

DENIED = [
    (
        "Гана и Оман не подписали соглашение о торговле.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Соглашение между Ганой и Оманом так и не было подписано.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Гана отказалась подписывать соглашение с Оманом.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Гана не планирует подписывать договор с Оманом.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Подписание договора между Ганой и Оманом отложено.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Переговоры Ганы и Омана завершились без подписания соглашения.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "МИД Ганы опроверг разрыв дипотношений с Оманом.",
        ["relations.severed negated GH-OM"],
    ),
]

LONG_AGO = [
    (
        "Гана и Оман подписали соглашение о торговле в 2019 году.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "Напомним, что Гана и Оман подписали соглашение о торговле.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "Посол напомнил, что Гана и Оман подписали соглашение о торговле.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "Ранее Гана и Оман подписали меморандум о сотрудничестве.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "Соглашение, подписанное Ганой и Оманом в 2015 году, действует до сих пор.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "Дипломатические отношения между Ганой и Оманом установлены 12 мая 1975 года.",
        ["relations.established historical GH-OM"],
    ),
    (
        "Гана и Оман отмечают 50-летие установления дипломатических отношений.",
        ["relations.established historical GH-OM"],
    ),
]

NOTHING = [
    "Гана и Оман намерены вывести стратегическое партнёрство на новый уровень.",
    "Гана и Оман вывели отношения на новый уровень.",
    "Гана и Оман будут укреплять всеобъемлющее стратегическое партнёрство.",
    "Гана и Оман подтвердили приверженность стратегическому партнёрству.",
    "Гана стала важным стратегическим партнёром Омана.",
    "Стороны создают основу стратегического партнёрства Ганы и Омана.",
    "Гана выполняет подписанные с Оманом соглашения.",
    "Стороны создали рабочую группу в рамках соглашения Ганы и Омана.",
    "Президенты обсудили выполнение соглашения между Ганой и Оманом.",
    "Гана и Оман обменялись мнениями о соглашении.",
    "Нападающий сборной Ганы подписал контракт с клубом из Омана.",
    "Журналист из Ганы подписал с медиакомпанией из Омана новый трудовой договор.",
    "Президент Ганы подписал закон о бюджете и принял посла Омана.",
]

CASES = [*CONCLUDED, *NOT_YET, *DENIED, *LONG_AGO, *((sentence, []) for sentence in NOTHING)]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_russian_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="ru")) == sorted(expected)


def test_a_russian_weekday_is_the_last_one_before_publication() -> None:
    (event,) = events("В среду Чили и Гана подписали договор.", language="ru")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-12"), DateBasis.RELATIVE)


@pytest.mark.parametrize("day", ["3 марта 2031 года", "03.03.2031", "3-го марта"])
def test_a_russian_date_is_taken_in_words_and_in_digits(day: str) -> None:
    (event,) = events(f"Чили и Гана подписали договор в Аккре {day}.", language="ru")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-03"), DateBasis.STATED)
    assert event.place is not None


def test_a_range_of_russian_days_is_the_visit() -> None:
    body = (
        "Президент Чили находился в Гане с визитом с 4 по 7 марта 2031 года.\n\n"
        "Чили и Гана подписали договор."
    )
    (event,) = events(body, language="ru")
    assert event.date == Period.parse("2031-03-04/2031-03-07")


@pytest.mark.parametrize(
    ("words", "count", "approx"),
    [("14 двусторонних документов", 14, False), ("более 20 соглашений", 20, True)],
)
def test_russian_papers_are_counted(words: str, count: int, approx: bool) -> None:
    (event,) = events(f"Между Чили и Ганой подписано {words}.", language="ru")
    assert (event.count, event.count_approx) == (count, approx)


def test_the_parties_of_they_are_found_before() -> None:
    body = "Президенты Чили и Ганы провели переговоры.\n\nСтороны подписали меморандум."
    assert brief(body, language="ru") == ["agreement.signed concluded CL-GH"]


def test_the_same_deed_in_title_and_text_is_one_event() -> None:
    title = "Чили и Гана подписали мирную декларацию"
    body = "Президенты Чили и Ганы подписали в Аккре декларацию о мирных отношениях."
    assert brief(body, title, language="ru") == ["agreement.signed concluded CL-GH"]


def test_a_teaser_at_the_end_of_a_paragraph_stays_silent() -> None:
    body = (
        "Чили и Гана подписали договор.\n\n"
        "Фото: пресс-служба. Читайте также: Оман и Перу подписали соглашение о газе; Погода"
    )
    assert brief(body, language="ru") == ["agreement.signed concluded CL-GH"]


def test_russian_companies_and_towns_are_not_their_states() -> None:
    sentence = "Авиакомпания из Чили и банк из Ганы подписали соглашение о сотрудничестве."
    (event,) = events(sentence, language="ru")
    assert event.scope is Scope.CORPORATE
    (event,) = events("Мэр Аккры и мэр Сантьяго подписали соглашение.", language="ru")
    assert event.scope is Scope.SUBNATIONAL


def test_a_mediator_is_no_party_but_the_names_behind_are() -> None:
    sentence = "При посредничестве Катара Чили и Гана подписали соглашение."
    assert brief(sentence, language="ru") == ["agreement.signed concluded CL-GH"]


def test_the_organisation_whose_summit_it_is_signs_nothing() -> None:
    sentence = "На полях саммита ШОС Чили и Гана подписали меморандум."
    assert brief(sentence, language="ru") == ["agreement.signed concluded CL-GH"]


def test_cases_and_the_letter_yo_make_no_difference() -> None:
    forms = [
        "до всеобъемлющего стратегического партнёрства",
        "до уровня всеобъемлющего стратегического партнерства",
        "на уровень отношений всеобъемлющего стратегического партнёрства",
    ]
    told = {tuple(brief(f"Чили и Гана повысили отношения {f}.", language="ru")) for f in forms}
    assert told == {(f"partnership.upgraded concluded CL-GH {CSP}",)}
