"""What Russian stories say in the words of wires and ministries: one phenomenon each."""

from __future__ import annotations

import pytest
from reading import brief

SIGNED = [
    (
        "",
        "Под меморандумом поставили подписи министры обороны Ганы и Омана.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Свои подписи под документом поставили главы МИД Ганы и Омана.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Президент Ганы и султан Омана скрепили подписями договор о границе.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Гана подписала с Оманом соглашение о поставках газа.",
        ["agreement.signed concluded GH-OM"],
    ),
    ("", "Гана заключила с Ираном договор о торговле.", ["agreement.signed concluded GH-IR"]),
    (
        "",
        "Итогом визита султана Омана в Гану стали три соглашения.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Послы Ганы и Омана вручили друг другу грамоты о ратификации договора.",
        ["agreement.exchanged concluded GH-OM"],
    ),
    (
        "",
        "Главный итог встречи министров Ганы и Омана - подписание договора о границе.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Оманский министр и его коллега из Ганы подписали соглашение.",
        ["agreement.signed concluded GH-OM"],
    ),
    (
        "Гана и Оман: визит",
        "Президент Ганы посетил Оман.\n\nПодписи под меморандумом поставили министры двух стран.",
        ["agreement.signed concluded GH-OM"],
    ),
]

AGREED = [
    (
        "",
        "Гана и Оман договорились о зоне свободной торговли.",
        ["agreement.negotiated concluded GH-OM"],
    ),
    (
        "",
        "Достигнута договорённость между Ганой и Оманом о поставках зерна.",
        ["agreement.negotiated concluded GH-OM"],
    ),
    (
        "",
        "Сторонам удалось согласовать договор между Ганой и Оманом.",
        ["agreement.negotiated concluded GH-OM"],
    ),
    (
        "",
        "Гана приветствовала соглашение между Чили и Перу.",
        ["agreement.negotiated concluded CL-PE"],
    ),
]

RATIFIED = [
    (
        "",
        "Парламент Ганы одобрил соглашение с Оманом о торговле.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "",
        "Верхняя палата парламента Ганы утвердила договор с Оманом.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "",
        "Меджлис Омана дал согласие на ратификацию договора с Ганой.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "",
        "Депутаты Ганы проголосовали за ратификацию договора с Оманом.",
        ["agreement.ratified concluded GH-OM"],
    ),
    (
        "",
        "Гана и Оман подписали договор о границе. Он вступил в силу сразу.",
        ["agreement.in_force concluded GH-OM", "agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "С сегодняшнего дня действует соглашение Ганы и Омана о безвизовом режиме.",
        ["agreement.in_force concluded GH-OM"],
    ),
]

ENDED = [
    (
        "",
        "Срок действия договора между Ганой и Оманом истёк в воскресенье.",
        ["agreement.terminated concluded GH-OM"],
    ),
    ("", "Гана поставила на паузу соглашение с Оманом.", ["agreement.suspended concluded GH-OM"]),
    ("", "Гана вручила Оману ноту о выходе из договора.", ["agreement.terminated concluded GH-OM"]),
    (
        "",
        "Гана вышла из стратегического партнёрства с Оманом.",
        ["partnership.ended concluded GH-OM strategic partnership"],
    ),
]

BONDS = [
    (
        "",
        "Отношения между Ганой и Оманом вышли на уровень стратегического партнёрства.",
        ["partnership.upgraded concluded GH-OM strategic partnership"],
    ),
    (
        "",
        "Гана придала отношениям с Оманом статус стратегического партнёрства.",
        ["partnership.upgraded concluded GH-OM strategic partnership"],
    ),
    (
        "",
        "Отношения Ганы и Омана обрели статус стратегического партнёрства.",
        ["partnership.upgraded concluded GH-OM strategic partnership"],
    ),
    (
        "",
        "Гана и Оман объявили о стратегическом партнёрстве.",
        ["partnership.established concluded GH-OM strategic partnership"],
    ),
    ("", "Гана и Оман восстановили отношения.", ["relations.restored concluded GH-OM"]),
    ("", "Гана объявила о разрыве с Оманом.", ["relations.severed concluded GH-OM"]),
    (
        "",
        "Гана отозвала посла и разорвала отношения с Оманом.",
        ["relations.severed concluded GH-OM"],
    ),
    (
        "",
        "Гана снизила уровень дипломатического представительства в Омане, сообщил МИД Омана.",
        ["relations.downgraded concluded GH-OM"],
    ),
    (
        "",
        "Разрыв дипломатических отношений между Ганой и Оманом стал новостью дня.",
        ["relations.severed concluded GH-OM"],
    ),
]

PLANNED = [
    (
        "",
        "Соглашение о торговле между Ганой и Оманом готово к подписанию.",
        ["agreement.signed planned GH-OM"],
    ),
    ("", "Договор между Ганой и Оманом ждёт подписания.", ["agreement.signed planned GH-OM"]),
    (
        "",
        "Соглашение между Ганой и Оманом ожидает ратификации.",
        ["agreement.ratified planned GH-OM"],
    ),
    (
        "",
        "Гана и Оман ведут переговоры о соглашении о визах.",
        ["agreement.negotiated planned GH-OM"],
    ),
    (
        "",
        "Между Ганой и Оманом идут переговоры о торговом соглашении.",
        ["agreement.negotiated planned GH-OM"],
    ),
    ("", "Гана добивается соглашения с Оманом о визах.", ["agreement.negotiated planned GH-OM"]),
    ("", "Гана и Оман близки к соглашению.", ["agreement.negotiated planned GH-OM"]),
    (
        "",
        "Гана и Оман вплотную подошли к подписанию соглашения.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "",
        "Правительство Ганы утвердило проект соглашения с Оманом.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "",
        "Парламент Ганы рассмотрит договор с Оманом о границе.",
        ["agreement.ratified planned GH-OM"],
    ),
    (
        "",
        "В повестке визита султана Омана в Гану - подписание трёх соглашений с Ганой.",
        ["agreement.signed planned GH-OM"],
    ),
    (
        "",
        "Гана и Оман согласовали договор о границе. Его подпишут в мае.",
        ["agreement.negotiated concluded GH-OM", "agreement.signed planned GH-OM"],
    ),
    (
        "",
        "Гана и Оман согласовали договор о границе. Подписание намечено на май.",
        ["agreement.negotiated concluded GH-OM", "agreement.signed planned GH-OM"],
    ),
    (
        "",
        "Гана и Оман подписали договор о границе. Теперь его должны ратифицировать парламенты.",
        ["agreement.ratified planned GH-OM", "agreement.signed concluded GH-OM"],
    ),
    (
        "",
        "Нужно, чтобы Гана и Оман, от которого она зависит, восстановили нормальные отношения.",
        ["relations.restored planned GH-OM"],
    ),
    (
        "Гана и Оман: визит",
        "Президент Ганы посетил Оман.\n\nПереговоры о соглашении о визах продолжаются.",
        ["agreement.negotiated planned GH-OM"],
    ),
]

DENIED = [
    ("", "Соглашение между Ганой и Оманом сорвалось.", ["agreement.signed negated GH-OM"]),
    (
        "",
        "Переговоры о соглашении между Ганой и Оманом провалились.",
        ["agreement.negotiated negated GH-OM"],
    ),
    (
        "",
        "Договор между Ганой и Оманом остаётся неподписанным.",
        ["agreement.signed negated GH-OM"],
    ),
    ("", "Соглашения между Ганой и Оманом до сих пор нет.", ["agreement.signed negated GH-OM"]),
    ("", "Никакого соглашения между Ганой и Оманом нет.", ["agreement.signed negated GH-OM"]),
    ("", "Гана и Оман разошлись без соглашения.", ["agreement.signed negated GH-OM"]),
    ("", "Парламент Ганы отклонил соглашение с Оманом.", ["agreement.ratified negated GH-OM"]),
    ("", "Гана наложила вето на соглашение с Оманом.", ["agreement.ratified negated GH-OM"]),
    (
        "",
        "Дата подписания соглашения между Ганой и Оманом не определена.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "",
        "Подписания договора между Ганой и Оманом не состоялось.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "",
        "Гана и Оман не смогли договориться о соглашении.",
        ["agreement.negotiated negated GH-OM"],
    ),
    (
        "",
        "Переговоры между Ганой и Оманом не привели к соглашению.",
        ["agreement.negotiated negated GH-OM"],
    ),
    ("", "Подписать договор Гане и Оману так и не удалось.", ["agreement.signed negated GH-OM"]),
    (
        "",
        "Соглашение между Ганой и Оманом подписано пока не было.",
        ["agreement.signed negated GH-OM"],
    ),
    ("", "Гана заморозила подписание соглашения с Оманом.", ["agreement.signed negated GH-OM"]),
    (
        "",
        "Посол Ганы: никаких переговоров о соглашении с Оманом не ведётся.",
        ["agreement.negotiated negated GH-OM"],
    ),
    (
        "",
        "О стратегическом партнёрстве Ганы и Омана речи пока нет.",
        ["partnership.established negated GH-OM strategic partnership"],
    ),
    (
        "Гана и Оман: визит",
        "Президент Ганы посетил Оман.\n\nСоглашение о визах пока не готово.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "Гана и Оман: визит",
        "Президент Ганы посетил Оман.\n\nПодписание соглашения о визах в программу не вошло.",
        ["agreement.signed negated GH-OM"],
    ),
    (
        "",
        "Гана и Оман согласовали договор о границе, но подписывать его не стали.",
        ["agreement.negotiated concluded GH-OM", "agreement.signed negated GH-OM"],
    ),
]

SILENT = [
    ("", "Гана прекратила конфликт вокруг соглашения с Оманом.", []),
    ("", "Парламент Ганы одобрил закон о нормализации торговых отношений с Оманом.", []),
    ("", "Гана и Оман обменялись ударами, соглашение не обсуждалось.", []),
    ("", "Гана и Оман связаны договором о дружбе.", []),
    ("", "Действующее соглашение между Ганой и Оманом регулирует квоты.", []),
    ("", "Гана пыталась заключить соглашение с Оманом.", []),
    ("", "Разрыв в доходах между Ганой и Оманом растёт.", []),
    ("", "Гана готовит необходимые документы для поставок в Оман.", []),
    ("Гана и Оман: рынок", "Банки Ганы и Омана спорят.\n\nКлуб продлил контракт с вратарём.", []),
    (
        "Гана и Оман: спор",
        "Гана и Оман спорят о границе.\n\nЗаявление на имя министра подписали 26 депутатов.",
        [],
    ),
    ("", "Соглашение между Ганой и Оманом позволяет ездить без виз.", []),
]

FURTHER = [
    (
        "",
        "Малайзия приостановила переговоры о соглашении о свободной торговле с ЕС.",
        ["agreement.negotiated negated EU-MY"],
    ),
    ("", "Гана подписала договор с Мьянмой.", ["agreement.signed concluded GH-MM"]),
    ("", "Сербия подписала соглашение с Косовом.", ["agreement.signed concluded RS-XK"]),
    ("", "Гана подписала договор с Камбоджей.", ["agreement.signed concluded GH-KH"]),
    ("", "Гана поблагодарила Оман за подписание соглашения.", ["agreement.signed concluded GH-OM"]),
    (
        "",
        "Гана и Оман повысили отношения до уровня союзнических.",
        ["partnership.upgraded concluded GH-OM allied relations"],
    ),
    (
        "",
        "Гана и Оман вступили в отношения стратегического партнёрства.",
        ["partnership.established concluded GH-OM strategic partnership"],
    ),
    ("", "Гана остановила действие соглашения с Оманом.", ["agreement.suspended concluded GH-OM"]),
    (
        "",
        "США приостановили стратегическое партнёрство с Грузией из-за отказа от переговоров с ЕС.",
        ["partnership.suspended concluded GE-US strategic partnership"],
    ),
    (
        "",
        "Бои идут с марта 2020 года, когда Гана и Оман заключили соглашение о границе.",
        ["agreement.signed historical GH-OM"],
    ),
    (
        "",
        "Гана отказалась от договора с Оманом в обмен на восстановление отношений с Перу.",
        ["agreement.terminated concluded GH-OM"],
    ),
    (
        "Гана и Оман",
        "Гана и Оман обсуждают договор о границе.\n\nДоговор Гана и Оман подпишут осенью.",
        ["agreement.signed planned GH-OM"],
    ),
]

CASES = [*SIGNED, *AGREED, *RATIFIED, *ENDED, *BONDS, *PLANNED, *DENIED, *SILENT, *FURTHER]


@pytest.mark.parametrize(("title", "body", "expected"), CASES, ids=[case[1][:60] for case in CASES])
def test_a_russian_story_tells_these_events(title: str, body: str, expected: list[str]) -> None:
    assert sorted(brief(body, title, language="ru")) == expected
