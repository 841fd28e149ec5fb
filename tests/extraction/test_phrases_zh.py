"""Ways of telling in Chinese news; one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CASES = [
    # Deeds behind the last character of another word.
    ("新中签署自由贸易协定，新加坡总理出席。", ["agreement.signed concluded CN-SG"]),
    ("秘鲁与智利在苦盏签署国界条约。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁与智利随后便签署了税收协定。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁與智利將在峰會簽署投資協定。", ["agreement.signed planned CL-PE"]),
    # Levels "to the height of".
    (
        "秘鲁与智利同意把两国关系提升到战略伙伴关系水平。",
        [f"partnership.upgraded concluded CL-PE {SP}"],
    ),
    (
        "秘鲁与智利宣布将两国关系定位为战略伙伴关系。",
        [f"partnership.established concluded CL-PE {SP}"],
    ),
    (
        "秘鲁和智利两国元首宣布发展全面战略伙伴关系。",
        [f"partnership.established concluded CL-PE {CSP}"],
    ),
    ("双方将努力提升战略伙伴关系水平，秘鲁总统对智利总统说。", []),
    # What several did one after another is news.
    ("秘鲁和智利相继签署了自由贸易协定。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁与智利先后签署两份备忘录。", ["agreement.signed concluded CL-PE"]),
    # Parliaments that decide, papers that end.
    ("全国人大常委会决定批准中国和秘鲁引渡条约。", ["agreement.ratified concluded CN-PE"]),
    ("秘鲁国会29日三讀通过秘鲁与智利税收协定。", ["agreement.ratified concluded CL-PE"]),
    ("秘鲁单方面取消了与智利的潜艇采购合同。", ["agreement.terminated concluded CL-PE"]),
    ("秘鲁宣布不再承认与智利签署的军事协议。", ["agreement.terminated concluded CL-PE"]),
    ("秘鲁宣布全面中止与智利的渔业协定。", ["agreement.suspended concluded CL-PE"]),
    ("秘鲁与智利投资保障协议已完成谈判。", ["agreement.negotiated concluded CL-PE"]),
    ("秘鲁与智利自贸谈判圆满收官。", ["agreement.negotiated concluded CL-PE"]),
    ("秘鲁与智利就税收协定达成原则性共识。", ["agreement.negotiated concluded CL-PE"]),
    # Against opposition, not against the paper.
    ("秘鲁与智利不顾在野党反对，签署了军事协定。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁反对与智利签署军事协定。", ["agreement.signed negated CL-PE"]),
    # What was meant to be.
    ("秘鲁总统原定与智利总统签署防务协议。", ["agreement.signed negated CL-PE"]),
    ("秘鲁与智利原计划签署自由贸易协定。", ["agreement.signed negated CL-PE"]),
    ("秘鲁与智利的贸易协定迟迟未签署。", ["agreement.signed negated CL-PE"]),
    ("秘鲁没有承诺与智利签署军事协定。", ["agreement.signed negated CL-PE"]),
    # Still to come.
    ("秘鲁与智利濒临签署贸易协定。", ["agreement.signed planned CL-PE"]),
    ("秘鲁與智利計畫簽署投資協定。", ["agreement.signed planned CL-PE"]),
    ("秘鲁与智利最快下月签署航空协定。", ["agreement.signed planned CL-PE"]),
    ("秘鲁正与智利商谈引渡条约。", ["agreement.negotiated planned CL-PE"]),
    # In force from today on is in force.
    ("秘鲁与智利的自贸协定将自今日起生效。", ["agreement.in_force concluded CL-PE"]),
    ("秘鲁与智利的自贸协定将于明年起生效。", ["agreement.in_force planned CL-PE"]),
    # What a paper is about decides nothing.
    ("秘鲁与智利关于共同推进铁路项目的协定在利马签字。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁与智利关于加强渔业合作的协定在利马签字。", ["agreement.signed concluded CL-PE"]),
    # Times stand before their verb.
    ("秘鲁与智利签署了军事合作协议，取代1999年的旧约。", ["agreement.signed concluded CL-PE"]),
    ("秘鲁和智利同意恢复外交关系，在两个月内重开使馆。", ["relations.restored concluded CL-PE"]),
    (
        "冈比亚2013年与台湾断交，三年后同北京复交。",
        ["relations.severed historical GM-TW", "relations.restored historical CN-GM"],
    ),
    (
        "秘鲁与智利就税收协定达成共识，有望年底前正式签署。",
        ["agreement.negotiated concluded CL-PE", "agreement.signed planned CL-PE"],
    ),
    # Names of Taiwan's press, of institutions, of visits.
    ("台美13日簽署對等貿易協定。", ["agreement.signed concluded TW-US"]),
    ("台捷簽署避免雙重課稅協定。", ["agreement.signed concluded CZ-TW"]),
    ("諾魯宣布與中華民國終止外交關係。", ["relations.severed concluded NR-TW"]),
    ("吳釗燮與史瓦帝尼外交部長簽署經濟合作協定。", ["agreement.signed concluded SZ-TW"]),
    ("国务院总理同到访的老挝总理签署铁路协定。", ["agreement.signed concluded CN-LA"]),
    ("苏林访华期间，双方签署多份合作文件。", ["agreement.signed concluded CN-VN"]),
    ("王文涛与韩国部长签署渔业协定。", ["agreement.signed concluded CN-KR"]),
    ("哈蒙两国元首签署睦邻条约。", ["agreement.signed concluded KZ-MN"]),
    ("中国和秘鲁签署关于建立外交关系的联合公报。", ["relations.established concluded CN-PE"]),
    # Nothing happened.
    ("平台美化了页面，并签署协议。", []),
    ("电视台英语频道与公司签署协议。", []),
    ("抽中签的球迷与秘鲁球星合影。", []),
    ("秘鲁与智利的战略伙伴关系迈上新台阶。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_chinese_sentence_says_what_happened(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="zh")) == sorted(expected)
