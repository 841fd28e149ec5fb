"""Vietnamese reports of what others say, deny, wait for or did: one phenomenon each."""

from __future__ import annotations

import pytest
from reading import brief, events

SIGNED = "agreement.signed concluded CL-OM"
PLANNED = "agreement.signed planned CL-OM"
NEGATED = "agreement.signed negated CL-OM"

TOLD = [
    # Denied reports.
    ("Chile bác bỏ thông tin cho rằng nước này đã ký hiệp định nghề cá với Oman.", NEGATED),
    ("Chile phủ nhận tin đồn nói rằng hai bộ trưởng đã ký hiệp ước với Oman.", NEGATED),
    ("Tin nói Chile ký thỏa thuận bán cảng cho Oman là bịa đặt.", NEGATED),
    ("Thông tin Oman ký hiệp định với Chile là không đúng.", NEGATED),
    ("Oman bác bỏ cáo buộc ký thỏa thuận bí mật với Chile.", NEGATED),
    # Aims before a comma say nothing of what a new subject did.
    ("Nhằm tăng cường hợp tác, Oman và Chile ký hiệp định nghề cá.", SIGNED),
    (
        "Cáo buộc Chile vi phạm thỏa thuận, Oman rút khỏi hiệp ước an ninh với Chile.",
        "agreement.terminated concluded CL-OM",
    ),
    # A place in a row is no history where the day is fresh.
    ("Bản ghi nhớ là một trong 29 văn bản được ký giữa Oman và Chile ngày 12/3.", SIGNED),
    ("Oman là quốc gia Arab đầu tiên ký hiệp định dẫn độ với Chile, hôm 12/3.", SIGNED),
    ("Một ngày trước, Oman và Chile đã ký hiệp định nghề cá.", SIGNED),
    # Orders and requests.
    ("Hãy ký hiệp định hòa bình với Chile, Tổng thống Oman nói.", PLANNED),
    ("Trong đó có việc sớm ký và phê chuẩn hiệp định thuế giữa Oman và Chile.", PLANNED),
    # Papers brought into force, procedures completed.
    (
        "Oman và Chile phối hợp để đưa hiệp định nghề cá vào hiệu lực.",
        "agreement.in_force planned CL-OM",
    ),
    (
        "Oman và Chile đã hoàn tất thủ tục phê chuẩn hiệp định.",
        "agreement.ratified concluded CL-OM",
    ),
    (
        "Thượng viện Chile đã bác bỏ hiệp định nghề cá với Oman.",
        "agreement.ratified negated CL-OM",
    ),
    ("Oman ngừng thỏa thuận tình báo với Chile từ hôm qua.", "agreement.suspended concluded CL-OM"),
    ("Oman khôi phục thỏa thuận tình báo với Chile.", "agreement.renewed concluded CL-OM"),
    # Organisations.
    ("Oman đóng băng tham gia OPEC.", "agreement.suspended concluded OM-OPEC"),
    ("Chile rút khỏi Tòa án Hình sự quốc tế.", "agreement.terminated concluded CL-ICC"),
    ("Oman được kết nạp vào BRICS.", "agreement.acceded concluded BRICS-OM"),
    # Whose deed it is.
    (
        "Peru nêu quan điểm về việc Oman và Chile ký hiệp định hôm 12/3.",
        SIGNED,
    ),
    (
        "Oman ký thỏa thuận với Peru ngay sau khi chấm dứt thỏa thuận tương tự với Chile.",
        "agreement.terminated concluded CL-OM",
    ),
    (
        "Oman cắt quan hệ ngoại giao với Peru, và sau đó Oman và Chile ký hiệp định nghề cá.",
        SIGNED,
    ),
    ("Tổng thống Peru thông báo Oman và Chile đã ký hiệp định nghề cá.", SIGNED),
    ("Oman và Chile đồng ý ngừng bắn và ký tuyên bố Muscat hôm 12/3.", SIGNED),
    (
        "Oman triệu hồi đại sứ tại Chile và hạ cấp quan hệ xuống mức đại biện lâm thời.",
        "relations.downgraded concluded CL-OM",
    ),
    ("Oman và An-ti-goa và Bác-bu-đa ký hiệp định nghề cá.", "agreement.signed concluded AG-OM"),
]

NOT_DONE = [
    "Oman từ chối bình luận về thông tin nước này đạt thỏa thuận với Chile.",
    "Peru xin gia nhập ASEAN.",
    "Oman tố Chile xé bỏ thỏa thuận ngừng bắn.",
    "Quan hệ Đối tác chiến lược Oman - Chile không ngừng phát triển.",
    "Oman nhắc lại thời hạn 180 ngày trước khi chấm dứt hiệp định với Chile.",
    "Hai nước sẽ lập đường bay sau khi Oman và Chile ký hiệp định hàng không.",
    "Oman đã ký hiệp định miễn thị thực với 34 nước, trong đó có Chile.",
    "Được biết, Oman và Chile đã ký hiệp định hàng không.",
    "Chile trao trả Oman bản gốc hiệp ước.",
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_the_text_tells_this_event(text: str, event: str) -> None:
    assert event in brief(text, language="vi")


@pytest.mark.parametrize("text", NOT_DONE)
def test_nothing_is_told_as_done(text: str) -> None:
    assert not [event for event in brief(text, language="vi") if "concluded" in event]


def test_a_headline_without_tense_plans_what_the_text_only_plans() -> None:
    body = "Oman và Chile sẽ ký hiệp ước an ninh tại hội nghị trực tuyến vào thứ Năm tới."
    assert brief(body, "Oman, Chile ký hiệp ước an ninh", language="vi") == [PLANNED]


def test_the_two_states_of_the_headline_are_the_two_states() -> None:
    body = "Thủ tướng thông báo kết quả chuyến thăm, theo đó hai nước đã ký 8 thỏa thuận."
    assert brief(body, "Thủ tướng Oman gặp kiều bào tại Chile", language="vi") == [SIGNED]


def test_years_since_a_signing_are_no_signing() -> None:
    text = "Hiệp định giữa Oman và Chile có hiệu lực hôm qua, sau hơn 2 năm được ký kết."
    assert brief(text, language="vi") == ["agreement.in_force concluded CL-OM"]


def test_companies_that_profit_sign_nothing() -> None:
    text = "Oman và Chile ký hiệp định thương mại, tạo cơ hội cho doanh nghiệp hai nước."
    assert [event.scope.value for event in events(text, language="vi")] == ["state"]


def test_a_headline_stands_where_the_text_plans_another_paper() -> None:
    body = "Hai bộ trưởng gặp nhau sáng nay. Hai bên sẽ ký hiệp định lao động vào cuối năm."
    told = brief(body, "Oman và Chile ký hiệp định dẫn độ", language="vi")
    assert sorted(told) == [SIGNED, PLANNED]


def test_members_of_a_body_are_not_the_body() -> None:
    text = "Bộ trưởng Quốc phòng 9 nước EU gồm Pháp, Đức và Bỉ ký hiệp định về lực lượng chung."
    assert brief(text, language="vi") == ["agreement.signed concluded BE-DE-FR"]


def test_sentences_without_a_space_between_them_are_two() -> None:
    text = "Oman và Chile ký hiệp định nghề cá tại Mátxcơva.Không có đảng nào phản đối."
    assert brief(text, language="vi") == [SIGNED]


def test_the_number_of_a_month_counts_no_papers() -> None:
    (event,) = events("Hồi tháng 3 Oman và Chile ký thỏa thuận nghề cá.", language="vi")
    assert event.count is None


def test_what_a_paper_is_about_is_not_still_to_come() -> None:
    text = "Các bộ trưởng Oman và Chile có ý định thư về mở rộng tiềm năng đất đai."
    assert brief(text, language="vi") == []


def test_a_deed_that_lasts_for_years_is_not_prolonged() -> None:
    told = brief("Oman ký một thỏa thuận y tế kéo dài 5 năm với Chile.", language="vi")
    assert told == [SIGNED]


def test_an_association_of_two_states_is_no_state() -> None:
    text = "Hội Hữu nghị Oman - Chile và Hội Nông dân ký kết chương trình phối hợp."
    assert all(event.scope.value != "state" for event in events(text, language="vi"))
