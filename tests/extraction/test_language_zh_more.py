"""More of what Chinese sentences say: parliaments, talks, papers of relations, history, silence."""

from __future__ import annotations

import pytest
from reading import brief

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"
PAIR = "冰岛与塞内加尔"

CASES = [
    # deeds
    (
        "冰岛与塞内加尔代表周四在雷克雅未克初签了渔业协定。",
        ["agreement.initialled concluded IS-SN"],
    ),
    ("冰岛外长与塞内加尔外长在换文仪式上互换照会。", ["agreement.exchanged concluded IS-SN"]),
    ("冰岛驻塞内加尔大使与塞内加尔渔业部长换文。", ["agreement.exchanged concluded IS-SN"]),
    ("冰岛已向塞内加尔交存引渡条约批准书。", ["agreement.ratified concluded IS-SN"]),
    ("冰岛与塞内加尔就渔业协定达成一致。", ["agreement.negotiated concluded IS-SN"]),
    ("冰岛与塞内加尔原则上达成自由贸易协定。", ["agreement.negotiated concluded IS-SN"]),
    ("冰岛与塞内加尔实质性完成自由贸易协定谈判。", ["agreement.negotiated concluded IS-SN"]),
    ("冰島取消執行與塞內加爾的引渡協議。", ["agreement.suspended concluded IS-SN"]),
    ("冰岛单方面废止与塞内加尔的投资保护协定。", ["agreement.terminated concluded IS-SN"]),
    ("冰岛与塞内加尔的渔业协定将于年底到期。", ["agreement.terminated planned IS-SN"]),
    ("冰岛加入《国际捕鲸公约》。", ["agreement.acceded concluded IS"]),
    ("冰岛、塞内加尔签四项协议", ["agreement.signed concluded IS-SN"]),
    # parliaments
    ("塞内加尔国民议会周三高票通过同冰岛签署的渔业协定。", ["agreement.ratified concluded IS-SN"]),
    (
        "冰岛议会以四十票赞成、三票反对通过与塞内加尔的引渡条约。",
        ["agreement.ratified concluded IS-SN"],
    ),
    ("冰岛总统签署批准与塞内加尔引渡条约的法律。", ["agreement.ratified concluded IS-SN"]),
    ("冰岛与塞内加尔的引渡条约已提交议会审议。", ["agreement.ratified planned IS-SN"]),
    ("塞内加尔议会否决与冰岛的引渡条约。", ["agreement.ratified negated IS-SN"]),
    ("冰岛与塞内加尔的引渡条约遭议会否决。", ["agreement.ratified negated IS-SN"]),
    ("冰岛暂缓批准与塞内加尔的引渡条约。", ["agreement.ratified negated IS-SN"]),
    # relations and levels
    ("冰岛与塞内加尔签署建交公报。", ["relations.established concluded IS-SN"]),
    (
        "冰岛与塞内加尔签署复交公报，即日起恢复大使级外交关系。",
        ["relations.restored concluded IS-SN ambassadorial level"],
    ),
    ("冰岛与塞内加尔实现关系正常化。", ["relations.restored concluded IS-SN"]),
    ("冰岛宣布断绝与塞内加尔的一切官方关系。", ["relations.severed concluded IS-SN"]),
    ("冰島外長表示，冰島無意與塞內加爾斷交。", ["relations.severed negated IS-SN"]),
    ("冰岛和塞内加尔达成战略伙伴关系。", [f"partnership.established concluded IS-SN {SP}"]),
    ("冰岛和塞内加尔关系跃升为全面战略伙伴关系。", [f"partnership.upgraded concluded IS-SN {CSP}"]),
    ("冰岛总统宣布冻结与塞内加尔的战略伙伴关系。", [f"partnership.suspended concluded IS-SN {SP}"]),
    ("冰岛与塞内加尔签署战略伙伴关系行动计划。", ["agreement.signed concluded IS-SN"]),
    # talks on a paper
    ("冰岛与塞内加尔的自由贸易协定谈判已进行三轮。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔恢复自由贸易协定谈判。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔关于渔业协定的谈判仍在进行。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔正加紧商签投资保护协定。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔仍就渔业协定进行谈判。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔的自由贸易协定谈判陷入僵局。", ["agreement.negotiated negated IS-SN"]),
    ("冰岛与塞内加尔中止自由贸易谈判。", ["agreement.negotiated negated IS-SN"]),
    # plans
    ("冰岛与塞内加尔拟议中的航空协定引发关注。", ["agreement.signed planned IS-SN"]),
    ("冰岛试图与塞内加尔达成和平协议。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛要么与塞内加尔达成协议，要么继续谈判。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛承诺在六十天内与塞内加尔达成最终协议。", ["agreement.negotiated planned IS-SN"]),
    ("冰岛与塞内加尔拟于年底签署的渔业协定将扩大贸易。", ["agreement.signed planned IS-SN"]),
    # names
    ("肯尼亞與盧旺達簽署自由貿易協定。", ["agreement.signed concluded KE-RW"]),
    ("肯亞與盧安達簽署自由貿易協定。", ["agreement.signed concluded KE-RW"]),
    ("秘魯與哥斯達黎加建立戰略夥伴關係。", [f"partnership.established concluded CR-PE {SP}"]),
    ("發展中國家代表表示，秘魯與加納簽署漁業協定。", ["agreement.signed concluded GH-PE"]),
    ("俄总统与冰岛总理签署渔业协定。", ["agreement.signed concluded IS-RU"]),
    ("据新华社报道，冰岛与塞内加尔签署渔业协定。", ["agreement.signed concluded IS-SN"]),
    (
        "应冰岛总理邀请，塞内加尔总统访问雷克雅未克，双方签署渔业协定。",
        ["agreement.signed concluded IS-SN"],
    ),
    ("冰岛决定不批准与塞内加尔的引渡条约。", ["agreement.ratified negated IS-SN"]),
    ("冰岛表示不签署与塞内加尔的渔业协定。", ["agreement.signed negated IS-SN"]),
    # history
    ("冰岛与塞内加尔于1985年断交。", ["relations.severed historical IS-SN"]),
    ("冰岛与塞内加尔建交五十多年来，友谊历久弥坚。", ["relations.established historical IS-SN"]),
    ("冰岛与塞内加尔断交后，双边贸易大幅下滑。", ["relations.severed historical IS-SN"]),
    ("冰岛是首个同塞内加尔签署渔业协定的欧洲国家。", ["agreement.signed historical IS-SN"]),
    # silence
    ("冰岛已同34个国家签署投资保护协定。", []),
    ("冰岛退出与塞内加尔的渔业协定有助于保护鳕鱼资源。", []),
    ("专家说，与塞内加尔达成协议是冰岛结束渔业争端的前提。", []),
    ("随着冰岛与塞内加尔达成协议，鱼价回落。", []),
    ("冰岛总统签署文件，宣布对进口水产品加征关税。", []),
    ("冰岛与塞内加尔是全面战略伙伴。", []),
    ("冰岛与塞内加尔战略伙伴关系委员会举行会议。", []),
    ("冰岛与塞内加尔两国人民已成为命运共同体。", []),
    ("冰岛球员与塞内加尔俱乐部续签合同。", []),
]

_LONG_TITLE = (
    "双方共同签署《冰岛共和国和塞内加尔共和国在纪念海洋科考合作六十周年之际关于"
    "进一步深化两国在渔业、航运、气候观测和极地研究等领域全方位合作的联合声明》。"
)

OF_THE_PAIR = [
    (
        "双方签署渔业协定。若无意外，年内可望生效。",
        ["agreement.in_force planned IS-SN", "agreement.signed concluded IS-SN"],
    ),
    (
        "两国签署了意向书，拟于明年缔结正式条约。",
        ["agreement.signed concluded IS-SN", "agreement.signed planned IS-SN"],
    ),
    ("舆论关注的劳务协定这次没有签成。", ["agreement.signed negated IS-SN"]),
    ("两国将择机签署渔业协定。", ["agreement.signed planned IS-SN"]),
    ("渔业协定的签署被提上日程。", ["agreement.signed planned IS-SN"]),
    ("冰岛总理在最后一刻拒绝在渔业协定上签字。", ["agreement.signed negated IS-SN"]),
    (
        "两国建立战略伙伴关系的计划被搁置。",
        [f"partnership.established negated IS-SN {SP}"],
    ),
    (
        "双方签署了联合声明以及渔业、航空等领域合作文件。",
        ["agreement.signed concluded IS-SN", "agreement.signed concluded IS-SN"],
    ),
    (
        _LONG_TITLE,
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "此访期间，双方签署的还有航空协定和社会保障协定。",
        ["agreement.signed concluded IS-SN", "agreement.signed concluded IS-SN"],
    ),
    (
        "去年冰岛总统访问达喀尔，两国宣布建立战略伙伴关系。",
        [f"partnership.established historical IS-SN {SP}"],
    ),
    (
        "据报道，冰岛总理（14日）将访问达喀尔，签署渔业协定。",
        ["agreement.signed planned IS-SN"],
    ),
    ("第三轮自由贸易协定谈判在达喀尔结束。", []),
    ("双方将认真落实渔业协定。", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_sentence_says_what_happened(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="zh")) == sorted(expected)


@pytest.mark.parametrize(("sentence", "expected"), OF_THE_PAIR, ids=[c[0] for c in OF_THE_PAIR])
def test_a_sentence_without_names_speaks_of_the_headlines_pair(
    sentence: str, expected: list[str]
) -> None:
    assert sorted(brief(sentence, PAIR, language="zh")) == sorted(expected)


@pytest.mark.parametrize(
    ("title", "sentence", "pair"),
    [
        ("中国与土库曼斯坦元首会谈", "中土关系提升为战略伙伴关系。", "CN-TM"),
        ("中国与吉布提元首会谈", "中吉关系提升为战略伙伴关系。", "CN-DJ"),
        ("中国与加纳元首会谈", "中加关系提升为战略伙伴关系。", "CN-GH"),
    ],
)
def test_one_character_stands_for_the_state_that_the_article_names(
    title: str, sentence: str, pair: str
) -> None:
    assert brief(sentence, title, language="zh") == [f"partnership.upgraded concluded {pair} {SP}"]


def test_the_two_countries_are_those_of_the_headline() -> None:
    body = "加纳同欧盟关系密切。会谈后，两国总理见证签署三项合作文件。"
    assert brief(body, "冰岛总理同加纳总理会谈", language="zh") == [
        "agreement.signed concluded GH-IS"
    ]


def test_what_a_speaker_calls_done_is_no_news() -> None:
    told = "冰岛总理14日会见来访的加纳外长。\n\n双方谈及气候变化。"
    body = f"{told}\n\n加纳外长表示，两国已建立战略伙伴关系，合作成果丰硕。"
    assert brief(body, "冰岛总理会见加纳外长", language="zh") == [
        f"partnership.established historical GH-IS {SP}"
    ]
