"""How Vietnamese prose tells deeds, plans and failures: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

SP = "strategic partnership"
SIGNED = "agreement.signed concluded CL-OM"
PLANNED = "agreement.signed planned CL-OM"
NEGATED = "agreement.signed negated CL-OM"
TALKED = "agreement.negotiated planned CL-OM"

DONE = [
    ("Hiệp định nghề cá do Ngoại trưởng Oman và Ngoại trưởng Chile ký hôm 12/3.", SIGNED),
    ("Bảy bản ghi nhớ do các bộ trưởng Oman và Chile ký cùng ngày trải rộng nhiều ngành.", SIGNED),
    ("Tổng thống Oman và Tổng thống Chile đã đặt chữ ký vào hiệp ước hòa bình.", SIGNED),
    ("Hai bộ trưởng Oman và Chile ký bộ quy tắc ứng xử trên biển hôm 12/3.", SIGNED),
    ("Oman và Chile hoàn tất việc ký kết hiệp định nghề cá.", SIGNED),
    ("Việc Oman và Chile ký hiệp định nghề cá hôm 12/3 được báo chí ca ngợi.", SIGNED),
    ("Thứ trưởng Bộ Kế hoạch và Đầu tư Oman ký hiệp định vay vốn với Chile.", SIGNED),
    ("Bộ Ngoại giao hai nước Oman và Chile đã ký chương trình tham vấn 2031-2033.", SIGNED),
    (
        "Quốc hội Oman đã thông qua hiệp định nghề cá với Chile.",
        "agreement.ratified concluded CL-OM",
    ),
    ("Hạ viện Chile bật đèn xanh cho hiệp định với Oman.", "agreement.ratified concluded CL-OM"),
    ("Nghị viện Chile chấp thuận hiệp định với Oman.", "agreement.ratified concluded CL-OM"),
    (
        "Hiệp định miễn thị thực giữa Oman và Chile bắt đầu được áp dụng từ hôm nay.",
        "agreement.in_force concluded CL-OM",
    ),
    ("Hiệp định giữa Oman và Chile được triển hạn.", "agreement.renewed concluded CL-OM"),
    ("Oman treo hiệp định nghề cá với Chile.", "agreement.suspended concluded CL-OM"),
    ("Oman quyết định đình chỉ hiệp định với Chile.", "agreement.suspended concluded CL-OM"),
    ("Oman đơn phương hủy hiệp ước phòng thủ với Chile.", "agreement.terminated concluded CL-OM"),
    ("Oman thông báo hủy thỏa thuận nghề cá với Chile.", "agreement.terminated concluded CL-OM"),
    ("Oman và Chile đi tới một thỏa thuận về biên giới.", "agreement.negotiated concluded CL-OM"),
    ("Oman và Chile nhất trí về một hiệp định thuế.", "agreement.negotiated concluded CL-OM"),
    ("Oman cắt đứt quan hệ với Chile.", "relations.severed concluded CL-OM"),
    ("Oman tuyên bố đoạn giao với Chile.", "relations.severed concluded CL-OM"),
    ("Oman và Chile bình thường hóa quan hệ.", "relations.restored concluded CL-OM"),
    ("Oman và Chile nối lại quan hệ sau bảy năm.", "relations.restored concluded CL-OM"),
    (
        "Quan hệ Oman - Chile chính thức bước lên nấc đối tác chiến lược.",
        f"partnership.upgraded concluded CL-OM {SP}",
    ),
    (
        "Oman và Chile nâng cấp quan hệ lên 'Đối tác chiến lược'.",
        f"partnership.upgraded concluded CL-OM {SP}",
    ),
    (
        (
            "Tổng thống Oman và Tổng thống Chile ra tuyên bố chung. Kết quả lớn nhất là hiệp định "
            "bảo hiểm xã hội."
        ),
        SIGNED,
    ),
    (
        (
            "Oman và Chile đã thống nhất hiệp định nghề cá trong tuần. Hai ngoại trưởng đã ký hôm "
            "12/3."
        ),
        SIGNED,
    ),
    (
        "Đại sứ Oman và Đại sứ Chile tại Liên hợp quốc ký hiệp định nghề cá.",
        SIGNED,
    ),
    (
        "Kê-ni-a và Gioóc-đa-ni ký hiệp định nghề cá.",
        "agreement.signed concluded JO-KE",
    ),
    (
        "Ê-cu-a-đo và Na-mi-bi-a ký hiệp định nghề cá.",
        "agreement.signed concluded EC-NA",
    ),
    (
        "Các Tiểu vương quốc Arab thống nhất (UAE) và Peru ký hiệp định nghề cá.",
        "agreement.signed concluded AE-PE",
    ),
]

TO_COME = [
    ("Oman và Chile dự tính ký hiệp định nghề cá.", PLANNED),
    ("Oman và Chile hẹn ký hiệp định nghề cá vào tháng 6.", PLANNED),
    ("Oman và Chile định ký hiệp định nghề cá ở Muscat.", PLANNED),
    ("Hiệp định nghề cá giữa Oman và Chile đang chờ ngày ký.", PLANNED),
    ("Lễ ký hiệp định nghề cá giữa Oman và Chile được ấn định vào tháng 5.", PLANNED),
    ("Oman và Chile bàn về hiệp định dẫn độ sắp tới.", PLANNED),
    ("Oman và Chile hội đàm về hiệp định nghề cá. Hai bên dự kiến ký vào tháng 5.", PLANNED),
    ("Hiệp định giữa Oman và Chile đã hoàn tất. Nó sẽ được ký vào tháng 5.", PLANNED),
    ("Oman và Chile khởi động đàm phán hiệp định thương mại tự do.", TALKED),
    ("Oman và Chile đang soạn thảo hiệp định dẫn độ.", TALKED),
    ("Hiệp định nghề cá giữa Oman và Chile vẫn đang trên bàn đàm phán.", TALKED),
    ("Hiệp định nghề cá giữa Oman và Chile đang được soạn thảo.", TALKED),
    (
        "Oman và Chile ký hiệp định hôm 12/3. Văn kiện này còn phải được Quốc hội Oman thông qua.",
        "agreement.ratified planned CL-OM",
    ),
    (
        "Hiệp định nghề cá giữa Oman và Chile sẽ được trình quốc hội.",
        "agreement.ratified planned CL-OM",
    ),
    (
        "Oman và Chile ký hiệp định nghề cá hôm 12/3. Nó sẽ có hiệu lực từ ngày 1/5.",
        "agreement.in_force planned CL-OM",
    ),
]

DENIED = [
    ("Hiệp định nghề cá giữa Oman và Chile đã bị gác lại vào phút chót.", NEGATED),
    ("Thỏa thuận nghề cá mà Oman và Chile định ký hôm 12/3 đã bị gác lại.", NEGATED),
    ("Thỏa thuận khí đốt giữa Oman và Chile đổ vỡ vào phút chót.", NEGATED),
    ("Nghị định thư mà Oman và Chile hẹn ký trong quý I vẫn chưa xong.", NEGATED),
    ("Hiệp định nghề cá giữa Oman và Chile chưa thể ký do bất đồng.", NEGATED),
    ("Thỏa thuận miễn thị thực giữa Oman và Chile vẫn nằm ngoài danh sách.", NEGATED),
    ("Giữa Oman và Chile không có hiệp định căn cứ nào.", NEGATED),
    ("Hội đàm giữa Oman và Chile kết thúc mà không có thỏa thuận nào.", NEGATED),
    ("Oman không có kế hoạch ký hiệp định phòng thủ với Chile.", NEGATED),
    ("Oman và Chile lỡ hẹn ký hiệp định nghề cá.", NEGATED),
    ("Oman và Chile chưa ấn định ngày ký hiệp định nghề cá.", NEGATED),
    ("Hiệp định giữa Oman và Chile đã xong. Nhưng lễ ký bị hoãn vô thời hạn.", NEGATED),
    (
        "Oman và Chile thất bại trong việc đạt thỏa thuận thương mại.",
        "agreement.negotiated negated CL-OM",
    ),
]

SILENT = [
    "Việc Oman rút khỏi hiệp định với Chile khiến giới quan sát lo ngại.",
    "Người dân Oman biểu tình đòi cắt đứt quan hệ với Chile.",
    "Oman và Chile phát triển thương mại với 12 hiệp định đã được ký kết.",
    "Oman và Chile triển khai hiệu quả các thỏa thuận hợp tác giữa hai nước đã ký kết.",
    "Oman cảnh báo sẽ hủy bỏ thỏa thuận đã ký với Chile.",
    "Hiệp định Oman - Chile có hiệu lực, tạo đà cho xuất khẩu.",
    "Một năm sau ngày Oman và Chile nối lại quan hệ ngoại giao, du lịch tăng mạnh.",
    "Cuộc chiến giữa Oman và Chile chấm dứt bằng lệnh ngừng bắn thay vì hiệp ước hòa bình.",
    "Tiến trình bình thường hóa quan hệ giữa Oman và Chile gặp nhiều trở ngại.",
    "Trong những năm gần đây, hai bên Oman và Chile đã ký nhiều hiệp định.",
    "Oman, Chile tìm cách hàn gắn quan hệ.",
    "Tiền đạo Oman đạt thỏa thuận chuyển nhượng với Chile.",
]


@pytest.mark.parametrize(("text", "event"), [*DONE, *TO_COME, *DENIED])
def test_the_text_tells_this_event(text: str, event: str) -> None:
    assert event in brief(text, language="vi")


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_told_as_news(text: str) -> None:
    assert not [event for event in brief(text, language="vi") if "concluded" in event]


@pytest.mark.parametrize(("text", "_event"), [*TO_COME[:8], *DENIED])
def test_what_is_planned_or_denied_is_not_done(text: str, _event: str) -> None:
    told = brief(text, language="vi")
    assert not [event for event in told if event.startswith("agreement.signed concluded")]


def test_a_month_and_its_year_may_be_joined_by_a_dash() -> None:
    text = "Oman và Chile đã ký hiệp định nghề cá vào tháng 10-2029."
    assert brief(text, language="vi") == ["agreement.signed historical CL-OM"]


def test_a_paper_of_many_states_is_left_alone() -> None:
    text = "Oman và Chile bàn về khí hậu. Hôm 12/3, Oman tuyên bố rút khỏi Thỏa thuận Paris."
    assert "agreement.terminated concluded OM" in brief(text, language="vi")


def test_states_without_names_are_not_those_that_the_article_is_about() -> None:
    text = "Oman cam kết hòa giải sau khi một loạt quốc gia cắt đứt quan hệ ngoại giao với Chile."
    assert brief(text, language="vi") == []
