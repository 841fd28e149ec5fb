"""Vietnamese tells what English does: joining, one side's decisions, kin, papers told of before."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "Nauru chuyển quan hệ ngoại giao từ Đài Loan sang Trung Quốc.",
        "",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Nauru đã chuyển sang công nhận Trung Quốc thay vì Đài Loan.",
        "",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Malta sẽ là nước thứ hai sau Síp ký hiệp định quá cảnh với Ai Cập.",
        "",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "Ghana và Togo đã ký hiệp định nghề cá bị trì hoãn từ lâu.",
        "",
        ["agreement.signed concluded GH-TG"],
    ),
    (
        "Nghị sĩ hỏi bộ trưởng Kenya và Chad đã ký bao nhiêu hiệp định.",
        "",
        [],
    ),
    (
        "Bolivia được kết nạp làm thành viên đầy đủ của BRICS hôm 10/3.",
        "",
        ["agreement.acceded concluded BO-BRICS"],
    ),
    (
        "Peru sẽ tiếp tục ủng hộ Chad trên con đường trở thành thành viên OECD.",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "Peru và Chile trao đổi về triển vọng Chad gia nhập OECD.",
        "",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "Việc Mali và Niger rút khỏi ECOWAS có hiệu lực từ hôm 12/3.",
        "",
        ["agreement.terminated concluded ECOWAS-ML-NE"],
    ),
    (
        "Chính phủ Kenya quyết định thiết lập quan hệ ngoại giao với Chad.",
        "",
        ["relations.established planned KE-TD"],
    ),
    (
        "Chad, đồng minh cuối cùng của Oman trong khu vực, hôm 11/3 đã ký hiệp ước với Peru.",
        "",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "Kenya đã ký các hiệp định thương mại với Chad và Peru.",
        "",
        ["agreement.signed concluded KE-PE", "agreement.signed concluded KE-TD"],
    ),
    (
        "Công ước đã được 114 nước phê chuẩn.",
        "Kenya và Peru đàm phán thương mại",
        [],
    ),
    (
        "Hy vọng về một hiệp ước giữa Thụy Sĩ và EU đã tan vỡ tối qua.",
        "",
        ["agreement.signed negated CH-EU"],
    ),
    (
        "Kenya ký những bản ghi nhớ với Chad, Peru và Oman.",
        "",
        [
            "agreement.signed concluded KE-OM",
            "agreement.signed concluded KE-PE",
            "agreement.signed concluded KE-TD",
        ],
    ),
    (
        "Samoa quyết định nâng cấp quan hệ với Nhật Bản lên đối tác chiến lược.",
        "",
        ["partnership.upgraded planned JP-WS strategic partnership"],
    ),
    (
        "Vương quốc Anh chính thức rời EU.",
        "",
        ["agreement.terminated concluded EU-GB"],
    ),
    (
        "Honduras cắt quan hệ với Đài Loan và công nhận Trung Quốc.",
        "",
        ["relations.severed concluded HN-TW"],
    ),
    (
        "Honduras chuyển công nhận ngoại giao từ Đài Loan sang Trung Quốc.",
        "",
        ["relations.established concluded CN-HN"],
    ),
    (
        "Chính phủ Oman quyết định nâng cấp quan hệ với Peru lên đối tác chiến lược.",
        "",
        ["partnership.upgraded planned OM-PE strategic partnership"],
    ),
    (
        "Tin Kenya ký thỏa thuận căn cứ với Trung Quốc là sai sự thật, Nairobi cho biết.",
        "",
        ["agreement.signed negated CN-KE"],
    ),
    (
        "Brunei và Peru nay là đối tác chiến lược.",
        "",
        ["partnership.established concluded BN-PE strategic partnership"],
    ),
    (
        "Vương quốc Anh sẽ rời EU vào tháng 5.",
        "",
        ["agreement.terminated planned EU-GB"],
    ),
    # What must stay as it was.
    (
        "Anh vẫn tham dự hoạt động của khối ngay cả sau khi đã rời EU năm 2031.",
        "",
        [],
    ),
    (
        "Kenya và Chad đã ký bao nhiêu hiệp định?",
        "",
        [],
    ),
    (
        "Tư cách thành viên OECD của Chad đã mang lại thịnh vượng.",
        "",
        [],
    ),
    (
        "Kenya và Chad quyết định thiết lập quan hệ ngoại giao.",
        "",
        ["relations.established concluded KE-TD"],
    ),
    (
        "Kenya đã ký hiệp ước với Chad và Peru.",
        "",
        ["agreement.signed concluded KE-PE-TD"],
    ),
    (
        "Kenya, Chad và Peru đã ký các hiệp định thương mại.",
        "",
        ["agreement.signed concluded KE-PE-TD"],
    ),
    (
        "Kenya ký hiệp định với nước láng giềng Uganda.",
        "",
        ["agreement.signed concluded KE-UG"],
    ),
    (
        "Kenya, Chad và nước láng giềng Sudan ký hiệp định.",
        "",
        ["agreement.signed concluded KE-SD-TD"],
    ),
]
"""A text, its headline, and what the two tell."""


@pytest.mark.parametrize(("text", "title", "expected"), CASES)
def test_a_text_tells_these_events(text: str, title: str, expected: list[str]) -> None:
    assert sorted(brief(text, title, language="vi")) == expected
