"""Chinese tells what English does: joining, one side's decisions, kin, papers told of before."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "瑙鲁将外交承认从台北转向北京。",
        "",
        ["relations.established concluded CN-NR"],
    ),
    (
        "马耳他将成为继塞浦路斯之后第二个与埃及签署过境协定的国家。",
        "",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "议员询问部长肯尼亚和乍得签署了多少项协定。",
        "",
        [],
    ),
    (
        "摩尔多瓦申请加入欧盟。",
        "",
        ["agreement.acceded planned EU-MD"],
    ),
    (
        "乍得获邀加入金砖国家。",
        "",
        ["agreement.acceded planned BRICS-TD"],
    ),
    (
        "乍得受邀成为金砖国家成员。",
        "",
        ["agreement.acceded planned BRICS-TD"],
    ),
    (
        "英国周五退出欧盟。",
        "",
        ["agreement.terminated concluded EU-GB"],
    ),
    (
        "英国周五正式脱离欧盟。",
        "",
        ["agreement.terminated concluded EU-GB"],
    ),
    (
        "斐济周一获准加入东盟。",
        "",
        ["agreement.acceded concluded ASEAN-FJ"],
    ),
    (
        "领导人欢迎乍得和多哥加入经合组织。",
        "",
        ["agreement.acceded concluded OECD-TD-TG"],
    ),
    (
        "秘鲁将继续支持乍得加入经合组织。",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "秘鲁和智利讨论了乍得加入经合组织的前景。",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "匈牙利周一宣布退出北约。",
        "",
        ["agreement.terminated concluded HU-NATO"],
    ),
    (
        "肯尼亚政府决定与乍得建立外交关系。",
        "",
        ["relations.established planned KE-TD"],
    ),
    (
        "乍得，阿曼在该地区的最后盟友，周二与秘鲁签署条约。",
        "",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "作为阿曼在该地区的最后盟友，乍得周二与秘鲁签署条约。",
        "",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "秘鲁和加纳周二签署可可协定。今年收成很好。乍得农民不满。雨水很少。这项协定将于5月生效。",
        "乍得关注多哥可可价格",
        ["agreement.in_force planned GH-PE", "agreement.signed concluded GH-PE"],
    ),
    (
        "多家银行与肯尼亚、秘鲁和乍得就债务达成协议。",
        "",
        [],
    ),
    (
        "该公约已获114个国家批准。",
        "肯尼亚与秘鲁举行贸易谈判",
        [],
    ),
    (
        "乍得威胁与苏丹断绝外交关系。",
        "",
        ["relations.severed planned SD-TD"],
    ),
    (
        "斐济成为最新一个与科索沃建立外交关系的国家。",
        "",
        ["relations.established concluded FJ-XK"],
    ),
    (
        "萨摩亚决定将与日本的关系提升为战略伙伴关系。",
        "",
        ["partnership.upgraded planned JP-WS strategic partnership"],
    ),
    (
        "马耳他将成为第三个与埃及签署过境协定的国家。",
        "",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "马耳他成为首个批准与埃及协定的国家。",
        "",
        ["agreement.ratified concluded EG-MT"],
    ),
    (
        "亚美尼亚正式申请加入欧盟。",
        "",
        ["agreement.acceded planned AM-EU"],
    ),
    (
        "白俄罗斯正式加入上海合作组织。",
        "",
        ["agreement.acceded concluded BY-SCO"],
    ),
    (
        "洪都拉斯宣布与台湾断交，转而承认中国。",
        "",
        ["relations.established concluded CN-HN", "relations.severed concluded HN-TW"],
    ),
    (
        "美国宣布退出联合国教科文组织。",
        "",
        ["agreement.terminated concluded UNESCO-US"],
    ),
    (
        "美国威胁退出北约。",
        "",
        ["agreement.terminated planned NATO-US"],
    ),
    (
        "挪威不会加入欧盟。",
        "",
        ["agreement.acceded negated EU-NO"],
    ),
    (
        "瑞典和芬兰正式加入北约。",
        "",
        ["agreement.acceded concluded FI-NATO-SE"],
    ),
    # What must stay as it was.
    (
        "乍得的经合组织成员身份带来了繁荣。",
        "",
        [],
    ),
    (
        "肯尼亚和乍得总统决定建立外交关系。",
        "",
        ["relations.established concluded KE-TD"],
    ),
    (
        "肯尼亚与乍得和秘鲁签署条约。",
        "",
        ["agreement.signed concluded KE-PE-TD"],
    ),
    (
        "匈牙利退出北约的决定引发震动。",
        "",
        [],
    ),
    (
        "乍得是金砖国家成员。",
        "",
        [],
    ),
    (
        "马耳他2004年成为首个与埃及签署协定的国家。",
        "",
        ["agreement.signed historical EG-MT"],
    ),
    (
        "金砖国家领导人签署宣言。",
        "",
        [],
    ),
]
"""A text, its headline, and what the two tell."""


@pytest.mark.parametrize(("text", "title", "expected"), CASES)
def test_a_text_tells_these_events(text: str, title: str, expected: list[str]) -> None:
    assert sorted(brief(text, title, language="zh")) == expected
