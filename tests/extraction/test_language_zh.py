"""What single sentences say in Chinese, in both scripts: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"
PAIR = "冰岛与塞内加尔"

CASES = [
    (
        "蒙古国与秘鲁13日宣布将双边关系提升为战略伙伴关系。",
        [f"partnership.upgraded concluded MN-PE {SP}"],
    ),
    (
        "两国元首一致决定将加纳同斐济关系提升为全面战略伙伴关系。",
        [f"partnership.upgraded concluded FJ-GH {CSP}"],
    ),
    (
        "蒙古国和秘鲁同意将两国关系由全面伙伴关系提升为战略伙伴关系。",
        [f"partnership.upgraded concluded MN-PE {SP}"],
    ),
    (
        "加纳与斐济、阿曼和智利建立战略伙伴关系。",
        [
            f"partnership.established concluded CL-GH {SP}",
            f"partnership.established concluded FJ-GH {SP}",
            f"partnership.established concluded GH-OM {SP}",
        ],
    ),
    (
        "蒙古国和秘鲁愿推动双边关系提升为战略伙伴关系。",
        [f"partnership.upgraded planned MN-PE {SP}"],
    ),
    (
        "阿曼与乍得将于明年把双边关系提升为战略伙伴关系。",
        [f"partnership.upgraded planned OM-TD {SP}"],
    ),
    (
        "阿曼与乍得将把双边关系提升为战略伙伴关系。",
        [f"partnership.upgraded planned OM-TD {SP}"],
    ),
    (
        "阿曼与乍得表示将推动战略伙伴关系迈上新台阶。",
        [],
    ),
    (
        "阿曼与乍得一致同意深化全面战略伙伴关系。",
        [],
    ),
    (
        "阿曼与乍得提升全面战略伙伴关系水平。",
        [],
    ),
    (
        "安哥拉和古巴发表关于建立战略伙伴关系的联合声明。",
        [f"partnership.established concluded AO-CU {SP}"],
    ),
    (
        "安哥拉和古巴发表关于深化战略伙伴关系的联合声明。",
        ["statement.adopted concluded AO-CU"],
    ),
    (
        "玻利维亚将与冰岛的外交关系降为代办级。",
        ["relations.downgraded concluded BO-IS charge d'affaires"],
    ),
    (
        "斐济和马耳他12日在纽约建立外交关系。",
        ["relations.established concluded FJ-MT"],
    ),
    (
        "斐济同马耳他正式建交。",
        ["relations.established concluded FJ-MT"],
    ),
    (
        "厄瓜多尔宣布与挪威断交。",
        ["relations.severed concluded EC-NO"],
    ),
    (
        "厄瓜多尔与挪威恢复外交关系。",
        ["relations.restored concluded EC-NO"],
    ),
    (
        "厄瓜多尔与挪威断交，并同瑞典建交。",
        ["relations.severed concluded EC-NO", "relations.established concluded EC-SE"],
    ),
    (
        "智利和加纳外长周一在阿克拉签署引渡条约。",
        ["agreement.signed concluded CL-GH"],
    ),
    (
        "冰岛与塞内加尔的渔业协定13日在达喀尔正式签署。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔将签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛总理将于20日访问塞内加尔，其间双方将签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛总理将于20日访问塞内加尔，签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛与塞内加尔尚未签署渔业协定。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "冰岛与塞内加尔推迟签署渔业协定。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "冰岛与塞内加尔渔业协定的签署仪式被推迟。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "2012年5月，冰岛与塞内加尔签署渔业协定。",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "冰岛与塞内加尔2012年签署的渔业协定推动了两国贸易。",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "冰岛与塞内加尔曾签署渔业协定。",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "冰岛与塞内加尔自1990年建交以来保持友好。",
        ["relations.established historical IS-SN"],
    ),
    (
        "今年是冰岛与塞内加尔建交40周年。",
        ["relations.established historical IS-SN"],
    ),
    (
        "如果谈判顺利，冰岛与塞内加尔有望签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "一旦冰岛与塞内加尔签署渔业协定，关税将下降。",
        ["agreement.signed conditional IS-SN"],
    ),
    (
        "据知情人士透露，冰岛与塞内加尔签署了渔业协定。",
        ["agreement.signed rumoured IS-SN"],
    ),
    (
        "冰岛与塞内加尔就签署渔业协定进行磋商。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛与塞内加尔探讨签署渔业协定的可能性。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "双方将认真落实冰岛与塞内加尔签署的渔业协定。",
        [],
    ),
    (
        "冰岛与塞内加尔草签渔业协定。",
        ["agreement.initialled concluded IS-SN"],
    ),
    (
        "冰岛议会13日批准与塞内加尔的渔业协定。",
        ["agreement.ratified concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔的渔业协定13日正式生效。",
        ["agreement.in_force concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔的渔业协定将于5月1日生效。",
        ["agreement.in_force planned IS-SN"],
    ),
    (
        "冰岛宣布退出与塞内加尔的渔业协定。",
        ["agreement.terminated concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔续签渔业协定。",
        ["agreement.renewed concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔结束自由贸易协定谈判。",
        ["agreement.negotiated concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔互换批准书。",
        ["agreement.exchanged concluded IS-SN"],
    ),
    (
        "两国元首见证冰岛与塞内加尔签署12份合作文件。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "两国领导人出席冰岛与塞内加尔合作文件签署仪式。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔签署了经贸、农业等领域20余份合作文件。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛前锋与塞内加尔球队签署新合同。",
        [],
    ),
    (
        "冰岛公司与塞内加尔集团签署战略合作协议。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛和塞内加尔交换了意见。",
        [],
    ),
    (
        "冰島與塞內加爾簽署漁業協定。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰島與塞內加爾將雙邊關係提升為全面戰略夥伴關係。",
        [f"partnership.upgraded concluded IS-SN {CSP}"],
    ),
    (
        "冰島總理表示，冰島與塞內加爾尚未簽署諒解備忘錄。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "由卡塔尔斡旋，冰岛与塞内加尔恢复外交关系。",
        ["relations.restored concluded IS-SN"],
    ),
    (
        "在卡塔尔斡旋下，冰岛与塞内加尔恢复外交关系。",
        ["relations.restored concluded IS-SN"],
    ),
    (
        "中哈签署互免签证协定。",
        ["agreement.signed concluded CN-KZ"],
    ),
    (
        "中越发表联合声明。",
        ["statement.adopted concluded CN-VN"],
    ),
    (
        "冰岛与塞内加尔签署《关于建立战略伙伴关系的联合声明》。",
        [f"partnership.established concluded IS-SN {SP}"],
    ),
    (
        "冰岛与塞内加尔签署战略伙伴关系条约。",
        [f"agreement.signed concluded IS-SN {SP}"],
    ),
    (
        "冰岛与塞内加尔签署全面经济伙伴关系协定。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛同塞内加尔成为战略伙伴。",
        [f"partnership.established concluded IS-SN {SP}"],
    ),
    (
        "冰岛与塞内加尔同意签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛宣布中止与塞内加尔的渔业协定。",
        ["agreement.suspended concluded IS-SN"],
    ),
    (
        "冰岛和塞内加尔签署本币互换协议。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛总统签署行政令。",
        [],
    ),
    (
        "冰岛与塞内加尔会签署协议吗？",
        [],
    ),
    (
        "冰岛与塞内加尔达成自由贸易协定。",
        ["agreement.negotiated concluded IS-SN"],
    ),
    (
        "1992年1月2日冰岛与塞内加尔建交，2012年建立战略伙伴关系，2016年6月提升为全面战略伙伴关系。",
        [
            "relations.established historical IS-SN",
            f"partnership.established historical IS-SN {SP}",
            f"partnership.upgraded historical IS-SN {CSP}",
        ],
    ),
    (
        "据报道，冰岛与塞内加尔将签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛与塞内加尔全面战略伙伴关系发展势头良好。",
        [],
    ),
    (
        "加纳分别与斐济和阿曼签署渔业协定。",
        ["agreement.signed concluded FJ-GH", "agreement.signed concluded GH-OM"],
    ),
    (
        "冰岛加入《阿尔忒弥斯协定》。",
        ["agreement.acceded concluded IS"],
    ),
    (
        "冰島與塞內加爾簽署三項協議。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛国务卿与塞内加尔外长签署了一项谅解备忘录，双方将在渔业领域合作。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛外长表示，希望尽早与塞内加尔签署自由贸易协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "冰岛歌手与塞内加尔唱片公司签署合约。",
        [],
    ),
    (
        "冰岛工会与塞内加尔雇主签署集体合同。",
        [],
    ),
    (
        "冰岛从未与塞内加尔建立外交关系。",
        ["relations.established negated IS-SN"],
    ),
    (
        "冰岛威胁将与塞内加尔断交。",
        ["relations.severed planned IS-SN"],
    ),
    (
        "冰岛总统13日签署命令，批准与塞内加尔的引渡条约。",
        ["agreement.ratified concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔缔结引渡条约。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔换文确认互免签证。",
        ["agreement.exchanged concluded IS-SN"],
    ),
    (
        "冰岛与塞内加尔就渔业合作交换意见，并签署协议。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "中国、越南和老挝签署三方协定。",
        ["agreement.signed concluded CN-LA-VN"],
    ),
    (
        "东盟与加拿大建立战略伙伴关系。",
        [f"partnership.established concluded ASEAN-CA {SP}"],
    ),
    (
        "欧盟与乌兹别克斯坦签署加强伙伴关系与合作协定。",
        ["agreement.signed concluded EU-UZ"],
    ),
    (
        "世界银行与加纳签署1亿美元贷款协议。",
        ["agreement.signed concluded GH-WORLD BANK"],
    ),
    (
        "冰岛与塞内加尔原定今天签署的渔业协定被推迟。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "新华社雷克雅未克3月13日电（记者张三）冰岛总理和塞内加尔总统13日在此间签署渔业协定。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "中新社莫斯科3月13日电 冰岛与塞内加尔13日签署渔业协定。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "（中央社記者王小明巴黎13日專電）冰島與塞內加爾今天簽署漁業協定。",
        ["agreement.signed concluded IS-SN"],
    ),
]

# Of the two states that the headline names.
OF_THE_PAIR = [
    (
        "会谈后，双方签署多项合作文件。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "会谈结束后，双方发表联合声明，并签署了航空运输协定。",
        ["statement.adopted concluded IS-SN", "agreement.signed concluded IS-SN"],
    ),
    (
        "双方没有签署任何协议。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "冰岛拒绝在联合声明上签字。",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "冰岛暂停履行与塞内加尔的渔业协定。",
        ["agreement.suspended concluded IS-SN"],
    ),
    (
        "冰岛单方面废除与塞内加尔的渔业协定。",
        ["agreement.terminated concluded IS-SN"],
    ),
    (
        "冰岛决定不再续签与塞内加尔的渔业协定。",
        ["agreement.renewed negated IS-SN"],
    ),
    (
        "冰岛与塞内加尔将渔业协定延长五年。",
        ["agreement.renewed concluded IS-SN"],
    ),
    (
        "两国同意将渔业协定延长五年。",
        ["agreement.renewed planned IS-SN"],
    ),
    (
        "冰岛将与塞内加尔的外交关系降级。",
        ["relations.downgraded concluded IS-SN"],
    ),
    (
        "两国恢复大使级外交关系。",
        ["relations.restored concluded IS-SN ambassadorial level"],
    ),
    (
        "上周五，两国签署渔业协定。",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "去年12月，两国签署渔业协定。",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "三年前，两国签署渔业协定。",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "两国关系升级为全面战略伙伴关系。",
        [f"partnership.upgraded concluded IS-SN {CSP}"],
    ),
    (
        "两国计划将双边关系提升为全面战略伙伴关系。",
        [f"partnership.upgraded planned IS-SN {CSP}"],
    ),
    (
        "双方讨论了将双边关系提升为全面战略伙伴关系。",
        [f"partnership.upgraded planned IS-SN {CSP}"],
    ),
    (
        "双方将把两国关系提升到新高度。",
        [],
    ),
    (
        "双方将推动两国关系不断迈上新台阶，丰富全面战略伙伴关系内涵。",
        [],
    ),
    (
        "在全面战略伙伴关系框架下，双方将加强合作。",
        [],
    ),
    (
        "双方愿以建立全面战略伙伴关系10周年为契机，深化合作。",
        [f"partnership.established historical IS-SN {CSP}"],
    ),
    (
        "双方将继续落实好已签署的协议。",
        [],
    ),
    (
        "双方要落实已签署协议。",
        [],
    ),
    (
        "冰岛总理抵达达喀尔，双方将签署多项协议，推动战略伙伴关系发展。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "国务院批准《黄河规划》。",
        [],
    ),
    (
        "该协定将在两国议会批准后生效。",
        ["agreement.in_force planned IS-SN", "agreement.ratified planned IS-SN"],
    ),
    (
        "该协定自签署之日起生效。",
        [],
    ),
    (
        "双方就签署渔业协定达成一致。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "双方同意加快自由贸易协定谈判。",
        ["agreement.negotiated planned IS-SN"],
    ),
    (
        "双方启动自由贸易协定谈判。",
        ["agreement.negotiated planned IS-SN"],
    ),
    (
        "双方完成自由贸易协定谈判。",
        ["agreement.negotiated concluded IS-SN"],
    ),
    (
        "自由贸易协定谈判破裂。",
        ["agreement.negotiated negated IS-SN"],
    ),
    (
        "（图为两国外长签署联合声明。新华社记者摄）",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "双方重申遵守《联合国宪章》。",
        [],
    ),
    (
        "双方还交换了合作文件文本。",
        ["agreement.exchanged concluded IS-SN"],
    ),
    (
        "双方表示，有必要尽快签署投资保护协定。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "双方签署投资保护协定的时机已经成熟。",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "由于分歧，原定于今天举行的渔业协定签字仪式取消。",
        ["agreement.signed negated IS-SN"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_says_what_happened(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="zh")) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), OF_THE_PAIR, ids=[c[0] for c in OF_THE_PAIR])
def test_a_sentence_without_names_speaks_of_the_headlines_pair(
    sentence: str, expected: list[str]
) -> None:
    assert sorted(brief(sentence, PAIR, language="zh")) == sorted(expected)


def test_a_level_is_left_and_another_reached() -> None:
    (event,) = events("蒙古国与秘鲁将双边关系由全面伙伴关系提升为战略伙伴关系。", language="zh")
    assert (event.level_from, event.level) == ("comprehensive partnership", SP)


@pytest.mark.parametrize(
    ("level", "name"),
    [
        ("全面战略合作伙伴关系", "comprehensive strategic cooperative partnership"),
        ("新时代全面战略协作伙伴关系", CSP),
        ("特殊战略伙伴关系", "special strategic partnership"),
        ("永久全面战略伙伴关系", "permanent comprehensive strategic partnership"),
        ("绿色战略伙伴关系", "strategic green partnership"),
        ("同盟关系", "allied relations"),
        ("全面夥伴關係", "comprehensive partnership"),
    ],
)
def test_a_level_is_named_in_english(level: str, name: str) -> None:
    (event,) = events(f"蒙古国与秘鲁宣布建立{level}。", language="zh")
    assert event.level == name


@pytest.mark.parametrize(
    ("words", "number", "approx"),
    [
        ("12份合作文件", 12, False),
        ("十二项协议", 12, False),
        ("20余份合作文件", 20, True),
        ("近30份谅解备忘录", 30, True),
        ("渔业协定、农业备忘录等14份合作文件", 14, False),
        ("多份合作文件", None, False),
        ("第二份协议", None, False),
    ],
)
def test_documents_are_counted(words: str, number: int | None, approx: bool) -> None:
    (event,) = events(f"冰岛与塞内加尔签署{words}。", language="zh")
    assert (event.count, event.count_approx) == (number, approx)


@pytest.mark.parametrize(
    ("day", "period", "basis"),
    [
        ("3月12日", "2031-03-12", DateBasis.STATED),
        ("2031年3月12日", "2031-03-12", DateBasis.STATED),
        ("３月１２日", "2031-03-12", DateBasis.STATED),
        ("三月十二日", "2031-03-12", DateBasis.STATED),
        ("二〇三一年三月十二日", "2031-03-12", DateBasis.STATED),
        ("12日", "2031-03-12", DateBasis.STATED),
        ("28日", "2031-02-28", DateBasis.STATED),
        ("本月6號", "2031-03-06", DateBasis.STATED),
        ("3月10日至12日", "2031-03-10/2031-03-12", DateBasis.STATED),
        ("昨天", "2031-03-13", DateBasis.RELATIVE),
        ("周三", "2031-03-12", DateBasis.RELATIVE),
        ("三天前", "2031-03-11", DateBasis.RELATIVE),
    ],
)
def test_a_deed_is_dated(day: str, period: str, basis: DateBasis) -> None:
    (event,) = events(f"冰岛与塞内加尔{day}签署渔业协定。", language="zh")
    assert (event.date, event.date_basis) == (Period.parse(period), basis)


def test_a_day_of_the_month_that_is_still_to_come_lies_ahead() -> None:
    (event,) = events("冰岛与塞内加尔将于12日签署渔业协定。", language="zh")
    assert event.date == Period.parse("2031-04-12")


def test_the_day_of_a_dispatch_is_not_the_day_of_the_deed() -> None:
    (event,) = events(
        "新华社达喀尔3月13日电（记者甲）冰岛总理3月11日访问塞内加尔。两国签署渔业协定。",
        PAIR,
        language="zh",
    )
    assert event.date == Period.parse("2031-03-11")


def test_a_paper_is_called_by_its_title() -> None:
    (event,) = events("冰岛与塞内加尔签署《关于渔业合作的谅解备忘录》等文件。", language="zh")
    assert event.document_kind in {"memorandum", "document"}
    (event,) = events("冰島與塞內加爾簽署「漁業合作協定」。", language="zh")
    assert (event.document, event.document_kind) == ("漁業合作協定", "agreement")


def test_a_place_is_where_it_was_done() -> None:
    (event,) = events("冰岛与塞内加尔外长在北京签署渔业协定。", language="zh")
    assert event.place == "北京"
    assert event.parties == ("IS", "SN")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("冰岛公司与塞内加尔集团签署合作协议。", Scope.CORPORATE),
        ("冰岛政府与塞内加尔石油公司签署合作协议。", Scope.MIXED),
        ("冰岛与塞内加尔政府签署合作协议。", Scope.STATE),
    ],
)
def test_companies_are_told_from_states(sentence: str, scope: Scope) -> None:
    (event,) = events(sentence, language="zh")
    assert event.scope is scope


def test_teasers_of_other_articles_say_nothing() -> None:
    body = (
        "冰岛与塞内加尔举行会谈。双方讨论了渔业问题。会谈持续了两个小时，气氛友好。\n"
        "相关新闻\n阿曼与乍得签署引渡条约\n"
    )
    assert brief(body, "冰岛与塞内加尔举行会谈", language="zh") == []


def test_a_headlines_space_parts_statements() -> None:
    assert brief("", "冰岛与塞内加尔断交 使馆关闭", language="zh") == [
        "relations.severed concluded IS-SN"
    ]


def test_one_thing_told_three_times_is_one_event() -> None:
    body = (
        "冰岛总理13日在达喀尔同塞内加尔总统会谈，两国领导人一致决定将双边关系提升为战略伙伴关系。\n"
        "会谈后，双方发表《关于建立战略伙伴关系的联合声明》。\n"
        "分析人士说，建立战略伙伴关系后，两国合作将迈上新台阶。"
    )
    (event,) = events(body, "冰岛与塞内加尔建立战略伙伴关系", language="zh")
    assert (event.level, event.date) == (SP, Period.parse("2031-03-13"))
