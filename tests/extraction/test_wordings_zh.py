"""Chinese as papers write it: who takes part, short names, what is declared, look-alikes."""

from __future__ import annotations

import pytest
from reading import brief

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"
PAIR = "秘鲁总统同肯尼亚总统会谈"
SIGNED = "agreement.signed concluded"

CASES = [
    # levels
    (
        "秘鲁与肯尼亚决定将两国关系提升为战略合作关系。",
        [f"partnership.upgraded concluded KE-PE {SP}"],
    ),
    ("肯亞與秘魯將關係升級為「戰略夥伴關係」。", [f"partnership.upgraded concluded KE-PE {SP}"]),
    (
        "秘鲁与肯尼亚将两国关系提升为高水平、惠及民众的全面战略伙伴关系。",
        [f"partnership.upgraded concluded KE-PE {CSP}"],
    ),
    ("秘鲁与肯尼亚要把合作提升到与两国的战略伙伴关系相称的水平。", []),
    ("秘鲁与肯尼亚建立睦邻友好合作关系。", []),
    # who takes part
    (
        "巴林和约旦周四相继宣布与乍得断交。",
        ["relations.severed concluded BH-TD", "relations.severed concluded JO-TD"],
    ),
    ("白宫宣布格鲁吉亚与亚美尼亚签署和平协议。", [f"{SIGNED} AM-GE"]),
    ("秘鲁召回驻肯尼亚大使，并宣布与肯尼亚断交。", ["relations.severed concluded KE-PE"]),
    ("巴以签署和平协议。", [f"{SIGNED} IL-PS"]),
    ("印巴签署渔业协定。", [f"{SIGNED} IN-PK"]),
    ("俄烏達成停火協議。", ["agreement.negotiated concluded RU-UA"]),
    ("兩韓簽署軍事協議。", [f"{SIGNED} KP-KR"]),
    ("菲日簽署漁業協定。", [f"{SIGNED} JP-PH"]),
    ("菲律宾与海湾合作委员会签署经济合作协议。", [f"{SIGNED} GCC-PH"]),
    ("英法德三国签署防务协议。", [f"{SIGNED} DE-FR-GB"]),
    ("俄、白、哈三国签署关税条约。", [f"{SIGNED} BY-KZ-RU"]),
    ("中吉乌三国签署铁路协定。", [f"{SIGNED} CN-KG-UZ"]),
    # becoming a member
    ("东帝汶正式成为东盟成员国，将加入相关条约。", ["agreement.acceded concluded ASEAN-TL"]),
    ("主席国巴西宣布乌干达成为金砖国家伙伴国。", ["agreement.acceded concluded BRICS-UG"]),
    ("东帝汶希望成为东盟成员国，为此修改条约。", ["agreement.acceded planned ASEAN-TL"]),
    # a name that an older look-alike hid
    ("秘鲁外交部秘书与肯尼亚渔业部秘书签署渔业协定。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚签署人力资源合作协议。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚签署地质勘探合作协议。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚签署国家安全合作协议。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚将渔业协定延长至2036年。", ["agreement.renewed concluded KE-PE"]),
    ("肯尼亚反对派呼吁与秘鲁签署渔业协定。", ["agreement.signed planned KE-PE"]),
    # deeds
    ("秘鲁外长与肯尼亚外长在渔业协定上签了字。", [f"{SIGNED} KE-PE"]),
    ("秘鲁大使与肯尼亚外长签署援助换文。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚签署更新版的渔业协定。", [f"{SIGNED} KE-PE"]),
    ("秘鲁与肯尼亚签署2028至2035年文化合作计划。", [f"{SIGNED} KE-PE"]),
    ("秘鲁政府宣布终止与肯尼亚的一切官方关系。", ["relations.severed concluded KE-PE"]),
    # not done
    ("秘鲁原定与肯尼亚签署的渔业协定未能签署。", ["agreement.signed negated KE-PE"]),
    ("秘鲁政府没有与肯尼亚断交的计划。", ["relations.severed negated KE-PE"]),
    ("秘鲁威胁退出与肯尼亚的渔业协定。", ["agreement.terminated planned KE-PE"]),
    ("秘鲁内阁批准与肯尼亚签署渔业协定。", ["agreement.signed planned KE-PE"]),
    ("秘鲁与肯尼亚就渔业协定举行第五轮谈判。", ["agreement.negotiated planned KE-PE"]),
    ("秘鲁与肯尼亚的渔业协定到期后将不予续签。", ["agreement.renewed negated KE-PE"]),
    # silence
    ("秘鲁与肯尼亚的渔业协定签署后，还须完成各自国内程序。", []),
    ("秘鲁退出与肯尼亚的渔业协定有一定象征意义。", []),
    ("秘鲁退出与肯尼亚的渔业协定的决定将损害两国关系。", []),
    ("秘鲁还与智利和加纳签署了类似协议。", []),
    (
        "秘鲁已先后与智利、加纳等签署七项渔业协定。",
        ["agreement.signed historical CL-PE", "agreement.signed historical GH-PE"],
    ),
    # words across the border of a name
    ("智利同意大利签署渔业协定。", [f"{SIGNED} CL-IT"]),
    ("智利和约旦签署渔业协定。", [f"{SIGNED} CL-JO"]),
    ("智利与卢旺达成为战略伙伴。", [f"partnership.established concluded CL-RW {SP}"]),
]

OF_THE_PAIR = [
    ("秘鲁能源部当天与安第斯集团签署购电协议。", []),
    ("秘鲁能源部当天与安第斯签署购电协议。", []),
    ("二是扩大贸易，续签渔业协定。", ["agreement.renewed planned KE-PE"]),
    (
        "肯尼亚总统表示，我愿同总统先生共同宣布，两国建立战略伙伴关系。",
        [f"partnership.established concluded KE-PE {SP}"],
    ),
    (
        "肯尼亚总统表示，愿同秘方建立战略伙伴关系。",
        [f"partnership.established planned KE-PE {SP}"],
    ),
    ("秘鲁与多个非洲国家签署了渔业协定。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_says_who_did_what(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="zh")) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), OF_THE_PAIR, ids=[c[0] for c in OF_THE_PAIR])
def test_what_the_headlines_pair_has_to_do_with_it(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, PAIR, language="zh")) == sorted(expected)


def test_a_headlines_second_clause_has_the_subject_of_its_first() -> None:
    title = "巴拉圭與台斷交 與智利建交"
    assert sorted(brief("巴拉圭外交部周四宣布這一決定。", title, language="zh")) == [
        "relations.established concluded CL-PY",
        "relations.severed concluded PY-TW",
    ]


def test_as_many_states_as_are_counted_are_those_that_a_sentence_names() -> None:
    body = "湖区四国周四签署历史性公约。\n\n肯尼亚、卢旺达、布隆迪和坦桑尼亚总统当天会晤。"
    assert brief(body, "湖区四国签署公约", language="zh") == [f"{SIGNED} BI-KE-RW-TZ"]


def test_what_is_announced_on_an_anniversary_is_news() -> None:
    title = "秘鲁总统同肯尼亚总统就两国建交50周年互致贺电并共同宣布将两国关系提升为战略伙伴关系"
    assert f"partnership.upgraded concluded KE-PE {SP}" in brief(
        "周五，两国总统互致贺电。", title, language="zh"
    )


def test_a_frozen_paper_is_not_denied_for_being_frozen() -> None:
    body = "秘鲁总统希望被冻结的《秘鲁与肯尼亚渔业协定》尽快获得批准。"
    assert brief(body, PAIR, language="zh") == ["agreement.ratified planned KE-PE"]


@pytest.mark.parametrize(
    "text",
    [
        "老挝与塞尔维亚19日在纽约签署建立大使级外交关系的联合公报。",
        "老挝和塞尔维亚代表在纽约签署两国建立大使级外交关系的联合公报。",
    ],
)
def test_a_communique_on_relations_with_their_rank_establishes_them(text: str) -> None:
    assert brief(text, language="zh") == ["relations.established concluded LA-RS"]


def test_this_day_years_ago_is_not_today() -> None:
    told = "一年前的今天，秘鲁和肯尼亚签署了自由贸易协定。"
    assert brief(told, language="zh") == ["agreement.signed historical KE-PE"]
