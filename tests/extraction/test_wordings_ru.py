"""How Russian papers word what ends, is expected, or is done by law: in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

DONE = [
    # a decree or a law does it; the title of a law belongs to what is done to it
    (
        "Премьер-министр Ганы подписал распоряжение о прекращении договора с Оманом.",
        ["agreement.terminated concluded GH-OM"],
    ),
    (
        "Президент Ганы подписал постановление о приостановке действия соглашения с Оманом.",
        ["agreement.suspended concluded GH-OM"],
    ),
    (
        'Главой государства подписан Закон Ганы "О ратификации соглашения с Оманом о туризме".',
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        'Сенат Ганы одобрил закон "О денонсации договора с Оманом".',
        ["agreement.terminated concluded GH-OM"],
    ),
    (
        "Парламент Ганы дал зелёный свет договору с Оманом о рыболовстве.",
        ["agreement.ratified concluded GH-OM"],
    ),
    # a paper's own day, behind a comma or in a relative clause, is not the day of the deed
    (
        "Сенат Ганы ратифицировал договор с Оманом, подписанный 3 мая 2028 года в Маскате.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "Гана и Оман подписали долгожданный договор, о котором договорились в 2028 году.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Парламент Ганы принял решение ратифицировать договор с Оманом.",
        ["agreement.ratified concluded GH-OM"],
    ),
    ("Состоялось подписание Ганой договора с Оманом.", ["agreement.signed concluded GH-OM"]),
    # behind a relative clause the main verb has the noun before it
    (
        "Договор между Ганой и Оманом, который готовили два года, вступил в силу.",
        ["agreement.in_force concluded GH-OM"],
    ),
    # levels in quotation marks, levels named by an adjective alone, levels agreed on
    (
        "Гана и Оман вывели отношения на уровень «всеобъемлющего» стратегического партнёрства.",
        [f"partnership.upgraded concluded GH-OM {CSP}"],
    ),
    (
        "Гана и Оман подняли двусторонние отношения до стратегических.",
        [f"partnership.upgraded concluded GH-OM {SP}"],
    ),
    (
        "Гана и Оман договорились о стратегическом партнёрстве.",
        [f"partnership.established concluded GH-OM {SP}"],
    ),
    # one paper with each of the partners
    (
        "Гана прекратила военные договоры с Оманом и Перу.",
        ["agreement.terminated concluded GH-OM", "agreement.terminated concluded GH-PE"],
    ),
    ("Гана подписала соглашение с Оманом и Перу.", ["agreement.signed concluded GH-OM-PE"]),
    # bodies that states join and leave
    ("Гана вышла из ЭКОВАС.", ["agreement.terminated concluded ECOWAS-GH"]),
    ("Гана заморозила участие в ОДКБ.", ["agreement.suspended concluded CSTO-GH"]),
    ("Оман присоединился к Авраамовым соглашениям.", ["agreement.acceded concluded OM"]),
    # envoys and missions name the other side
    (
        "Гана отозвала посла из Омана и понизила уровень дипотношений.",
        ["relations.downgraded concluded GH-OM"],
    ),
    (
        "Гана понизила уровень дипломатического представительства в Омане.",
        ["relations.downgraded concluded GH-OM"],
    ),
    (
        "Гана признала Оман и установила с ним дипотношения.",
        ["relations.established concluded GH-OM"],
    ),
    (
        "Гана и Оман подписали протокол об установлении дипломатических отношений.",
        ["relations.established concluded GH-OM"],
    ),
    ("Гана разорвала отношения с еврейским государством.", ["relations.severed concluded GH-IL"]),
    (
        "Министр подписал в Маскате договор Ганы с Оманом о дружбе.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Министры обороны Ганы и Омана подписали программу стратегического партнёрства на год.",
        ["agreement.signed concluded GH-OM"],
    ),
]

UNDONE = [
    (
        "Ожидалось, что Гана и Оман подпишут договор о дружбе.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Ожидается, что Гана и Оман подпишут договор о дружбе.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Сообщения о договоре между Ганой и Оманом не соответствуют действительности.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Президент Ганы озвучил сроки заключения договора с Оманом",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "Министры Ганы поддержали внесение законопроекта о выходе из договора с Оманом.",
        ["agreement.terminated planned GH-OM"],
    ),
    ("Гана начала процедуру выхода из договора с Оманом.", ["agreement.terminated planned GH-OM"]),
    (
        "Президент Ганы объявил о настрое по выводу отношений с Оманом на уровень союзничества.",
        ["partnership.upgraded planned GH-OM allied relations"],
    ),
    (
        "Гана и Оман завершают согласование соглашения о визах.",
        ["agreement.negotiated planned GH-OM"],
    ),
]

NOTHING = [
    "Сообщения о нарушении договора между Ганой и Оманом не соответствуют действительности.",
    "Гана прекратила финансирование соглашения с Оманом.",
    "Гана и Оман договорились о развитии стратегического партнёрства.",
    "Достигнуты договорённости по поддержке предпринимателей Ганы и Омана.",
    "Раскрыты подробности подписания договора между Ганой и Оманом",
    "Министр Ганы подписал постановление о пенсиях и рассказал о договоре с Оманом.",
]


@pytest.mark.parametrize(("text", "expected"), [*DONE, *UNDONE])
def test_a_wording_tells_these_events(text: str, expected: list[str]) -> None:
    assert sorted(brief(text, language="ru")) == sorted(expected)


@pytest.mark.parametrize("text", NOTHING)
def test_a_wording_tells_nothing(text: str) -> None:
    assert brief(text, language="ru") == []


@pytest.mark.parametrize(
    "deed",
    [
        "Правящая коалиция Ганы подписала договор о бюджете.",
        "Вооружённые формирования подписали с правительством Ганы соглашение о мире.",
        "Парламент Ганы принял закон о дорогах. Президент подписал документ в среду.",
    ],
)
def test_what_is_agreed_at_home_is_not_lent_a_partner(deed: str) -> None:
    text = f"Президент Ганы принял посла Омана. Гана и Оман обсудили торговлю.\n\n{deed}"
    assert brief(text, language="ru") == []


def test_what_is_announced_in_the_present_is_done() -> None:
    text = (
        "Погода в Аккре хорошая. Об этом сообщили в среду утром.\n\n"
        "Гана разрывает дипломатические отношения с Оманом, заявил президент."
    )
    assert brief(text, "Новости дня", language="ru") == ["relations.severed concluded GH-OM"]


def test_a_few_votes_against_reject_nothing() -> None:
    text = (
        "Парламент Ганы ратифицировал договор с Оманом.\n\n"
        "Документ поддержали 85 депутатов, один парламентарий проголосовал против."
    )
    assert brief(text, language="ru") == ["agreement.ratified concluded GH-OM"]


def test_twin_towns_are_no_states() -> None:
    text = "Гана и Оман подписали соглашение о городах-побратимах."
    assert [event.scope.value for event in events(text, language="ru")] == ["subnational"]


def test_a_plan_told_twice_in_one_sentence_is_one() -> None:
    text = (
        "Кабинет министров Ганы утвердил проект соглашения с Оманом о правах водителей"
        " и поручил министру подписать документ."
    )
    assert brief(text, language="ru") == ["agreement.signed planned GH-OM"]


def test_a_headline_names_the_paper_of_the_first_sentence() -> None:
    text = "Гана и Оман подписали ключевой оборонный пакт о базах, сообщили в Маскате."
    told = brief(text, "Гана и Оман подписывают военное соглашение", language="ru")
    assert told == ["agreement.signed concluded GH-OM"]
