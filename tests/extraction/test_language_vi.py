"""What single sentences say in Vietnamese: one phenomenon each, in our own words."""

from __future__ import annotations

import unicodedata

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

CP = "comprehensive partnership"
SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CASES = [
    (
        "Việt Nam và Peru nâng cấp quan hệ lên Đối tác chiến lược.",
        [f"partnership.upgraded concluded PE-VN {SP}"],
    ),
    (
        "Chiều 13/3, Việt Nam và Kenya đã chính thức nâng cấp quan hệ lên Đối tác Toàn diện.",
        [f"partnership.upgraded concluded KE-VN {CP}"],
    ),
    (
        "Mông Cổ và Peru nhất trí nâng quan hệ lên tầm Đối tác chiến lược toàn diện.",
        [f"partnership.upgraded concluded MN-PE {CSP}"],
    ),
    (
        "Quan hệ giữa Mông Cổ và Peru đã được nâng lên mức Đối tác chiến lược.",
        [f"partnership.upgraded concluded MN-PE {SP}"],
    ),
    (
        "Mông Cổ và Peru sẽ nâng cấp quan hệ lên Đối tác chiến lược trong năm tới.",
        [f"partnership.upgraded planned MN-PE {SP}"],
    ),
    (
        "Mông Cổ và Peru nhất trí hướng tới nâng cấp quan hệ lên Đối tác chiến lược.",
        [f"partnership.upgraded planned MN-PE {SP}"],
    ),
    (
        "Hai bên Oman và Fiji nhất trí nghiên cứu khả năng nâng cấp quan hệ lên Đối tác toàn diện.",
        [f"partnership.upgraded planned FJ-OM {CP}"],
    ),
    (
        "Chile mong muốn sớm nâng cấp quan hệ với Oman lên Đối tác chiến lược.",
        [f"partnership.upgraded planned CL-OM {SP}"],
    ),
    (
        "Oman và Chile quyết tâm đưa quan hệ Đối tác chiến lược lên tầm cao mới.",
        [],
    ),
    (
        "Oman và Chile tiếp tục làm sâu sắc hơn nữa quan hệ Đối tác chiến lược toàn diện.",
        [],
    ),
    (
        (
            "Tổng thống Chile khẳng định Việt Nam là Đối tác chiến lược toàn diện quan trọng của "
            "Chile."
        ),
        [],
    ),
    (
        "Oman và Chile ra Tuyên bố chung về việc thiết lập quan hệ Đối tác chiến lược.",
        [f"partnership.established concluded CL-OM {SP}"],
    ),
    (
        "Oman và Chile ra Tuyên bố chung về thiết lập quan hệ Đối tác chiến lược.",
        [f"partnership.established concluded CL-OM {SP}"],
    ),
    (
        "Oman và Chile đã thông qua Tuyên bố chung về nâng cấp quan hệ lên Đối tác chiến lược.",
        [f"partnership.upgraded concluded CL-OM {SP}"],
    ),
    (
        "Oman và Chile ra Tuyên bố chung.",
        ["statement.adopted concluded CL-OM"],
    ),
    (
        "Sau hội đàm, Oman và Chile đã ra Thông cáo chung về kết quả chuyến thăm.",
        ["statement.adopted concluded CL-OM"],
    ),
    (
        "Oman và Chile thiết lập quan hệ ngoại giao ở cấp Đại sứ.",
        ["relations.established concluded CL-OM"],
    ),
    (
        "Oman nâng cấp quan hệ với Kenya, Fiji và Chile lên Đối tác chiến lược.",
        [
            f"partnership.upgraded concluded KE-OM {SP}",
            f"partnership.upgraded concluded FJ-OM {SP}",
            f"partnership.upgraded concluded CL-OM {SP}",
        ],
    ),
    (
        "Hai nước Oman và Chile trở thành Đối tác Chiến lược từ hôm nay.",
        [f"partnership.established concluded CL-OM {SP}"],
    ),
    (
        "Oman cắt đứt quan hệ ngoại giao với Chile.",
        ["relations.severed concluded CL-OM"],
    ),
    (
        "Oman và Chile nối lại quan hệ ngoại giao sau bảy năm gián đoạn.",
        ["relations.restored concluded CL-OM"],
    ),
    (
        "Oman hạ cấp quan hệ ngoại giao với Chile.",
        ["relations.downgraded concluded CL-OM"],
    ),
    (
        "Oman tuyên bố chấm dứt quan hệ ngoại giao với Chile.",
        ["relations.severed concluded CL-OM"],
    ),
    (
        "Oman và Chile ký Hiệp định hợp tác nghề cá tại Muscat ngày 12/3.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Oman và Chile vừa ký kết Hiệp định dẫn độ.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile đã được ký kết sáng 12/3.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile được ký sáng 12/3.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile sẽ được ký vào tháng tới.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile dự kiến được ký kết trong chuyến thăm.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        (
            "Thủ tướng hai nước chứng kiến lễ ký Bản ghi nhớ hợp tác giữa Bộ Y tế Oman và Bộ Y "
            "tế Chile."
        ),
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Thủ tướng hai nước sẽ chứng kiến lễ ký Bản ghi nhớ giữa Oman và Chile.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman và Chile dự kiến ký Hiệp định dẫn độ.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman và Chile sắp ký Hiệp định dẫn độ.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman đề nghị Chile sớm hoàn tất thủ tục để ký Hiệp định dẫn độ.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman và Chile thúc đẩy đàm phán, ký kết Hiệp định tránh đánh thuế hai lần.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman và Chile đang đàm phán Hiệp định thương mại tự do.",
        ["agreement.negotiated planned CL-OM"],
    ),
    (
        "Bộ Ngoại giao Oman bác bỏ thông tin đã ký thỏa thuận an ninh với Chile.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman từ chối ký Hiệp định dẫn độ với Chile.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman và Chile chưa ký Hiệp định dẫn độ.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Lễ ký Hiệp định dẫn độ giữa Oman và Chile đã bị hoãn vô thời hạn.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman và Chile hoãn lễ ký Hiệp định dẫn độ.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Không có thỏa thuận nào được ký giữa Oman và Chile.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman và Chile đã ký Hiệp định dẫn độ năm 2019.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Oman và Chile từng ký Hiệp định dẫn độ.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Năm 2019, Oman và Chile ký Hiệp định dẫn độ.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Oman và Chile thiết lập quan hệ Đối tác chiến lược từ năm 2019.",
        [f"partnership.established historical CL-OM {SP}"],
    ),
    (
        "Kể từ khi Oman và Chile nâng cấp quan hệ lên Đối tác chiến lược, thương mại tăng gấp đôi.",
        [f"partnership.upgraded historical CL-OM {SP}"],
    ),
    (
        "Oman và Chile tổ chức lễ kỷ niệm 50 năm thiết lập quan hệ ngoại giao.",
        [],
    ),
    (
        (
            "Nhân kỷ niệm 50 năm thiết lập quan hệ ngoại giao, Oman và Chile nâng cấp quan hệ "
            "lên Đối tác chiến lược."
        ),
        [f"partnership.upgraded concluded CL-OM {SP}"],
    ),
    (
        (
            "Oman và Chile công bố nâng quan hệ lên Đối tác chiến lược, đúng dịp kỷ niệm 50 năm "
            "thiết lập quan hệ ngoại giao."
        ),
        [f"partnership.upgraded concluded CL-OM {SP}"],
    ),
    (
        "Oman và Chile cam kết triển khai hiệu quả các thỏa thuận đã ký.",
        [],
    ),
    (
        "Oman và Chile nhất trí triển khai hiệu quả các hiệp định đã được ký kết.",
        [],
    ),
    (
        "Hai bên đánh giá cao việc thực hiện các thỏa thuận ký kết giữa Oman và Chile.",
        [],
    ),
    (
        "Nếu Oman ký hiệp định này với Chile, thuế quan sẽ giảm.",
        ["agreement.signed conditional CL-OM"],
    ),
    (
        "Theo nguồn tin giấu tên, Oman và Chile có thể ký hiệp định quốc phòng.",
        ["agreement.signed rumoured CL-OM"],
    ),
    (
        "Quốc hội Oman phê chuẩn Hiệp định dẫn độ với Chile.",
        ["agreement.ratified concluded CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile chính thức có hiệu lực từ ngày 10/3.",
        ["agreement.in_force concluded CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile sẽ có hiệu lực từ ngày 1/7.",
        ["agreement.in_force planned CL-OM"],
    ),
    (
        "Hiệp định dẫn độ giữa Oman và Chile chưa có hiệu lực.",
        ["agreement.in_force negated CL-OM"],
    ),
    (
        "Oman và Chile gia hạn Hiệp định hợp tác nghề cá thêm 5 năm.",
        ["agreement.renewed concluded CL-OM"],
    ),
    (
        "Oman tuyên bố rút khỏi Hiệp định nghề cá với Chile.",
        ["agreement.terminated concluded CL-OM"],
    ),
    (
        "Oman đình chỉ Hiệp định nghề cá với Chile.",
        ["agreement.suspended concluded CL-OM"],
    ),
    (
        "Oman và Chile ký tắt Hiệp định thương mại tự do.",
        ["agreement.initialled concluded CL-OM"],
    ),
    (
        "Oman và Chile kết thúc đàm phán Hiệp định thương mại tự do.",
        ["agreement.negotiated concluded CL-OM"],
    ),
    (
        "Oman và Chile đạt được thỏa thuận về nghề cá.",
        ["agreement.negotiated concluded CL-OM"],
    ),
    (
        "Oman và Chile không đạt được thỏa thuận về nghề cá.",
        ["agreement.negotiated negated CL-OM"],
    ),
    (
        "Lãnh đạo Oman và Chile chứng kiến lễ trao 15 văn kiện hợp tác.",
        ["agreement.exchanged concluded CL-OM"],
    ),
    (
        "Tại lễ đón, các bộ ngành Oman và Chile đã trao các văn kiện hợp tác.",
        ["agreement.exchanged concluded CL-OM"],
    ),
    (
        "Oman và Chile trao đổi về các thỏa thuận hợp tác nghề cá.",
        [],
    ),
    (
        "Kim ngạch thương mại Oman - Chile đạt 3 tỷ USD nhờ tận dụng Hiệp định thương mại tự do.",
        [],
    ),
    (
        "Tổng Thư ký ASEAN tiếp Đại sứ Chile và Oman, nhắc tới hiệp định nghề cá.",
        [],
    ),
    (
        "Người lao động Oman đăng ký theo thỏa thuận với Chile.",
        [],
    ),
    (
        "Câu lạc bộ Oman ký hợp đồng với tiền đạo người Chile.",
        [],
    ),
    (
        "Thủ tướng Oman ký ban hành nghị quyết về thỏa thuận với Chile.",
        [],
    ),
    (
        (
            "Thủ tướng Oman bày tỏ vui mừng trước việc hai nước Oman và Chile đã nâng cấp quan "
            "hệ lên Đối tác toàn diện trong chuyến thăm lần này."
        ),
        [f"partnership.upgraded concluded CL-OM {CP}"],
    ),
    (
        "Chile là quốc gia đầu tiên ở Nam Mỹ thiết lập quan hệ Đối tác chiến lược với Oman.",
        [f"partnership.established historical CL-OM {SP}"],
    ),
    (
        (
            "Đây là văn kiện quan trọng, tạo khuôn khổ để Oman và Chile nâng cấp quan hệ lên Đối "
            "tác chiến lược."
        ),
        [f"partnership.upgraded planned CL-OM {SP}"],
    ),
    (
        (
            "Chuyến thăm diễn ra đúng vào dịp Oman và Chile kỷ niệm 10 năm nâng cấp quan hệ lên "
            "Đối tác chiến lược."
        ),
        [],
    ),
    (
        "Quan hệ Oman - Chile được nâng cấp lên Đối tác chiến lược vào tháng 5/2019.",
        [f"partnership.upgraded historical CL-OM {SP}"],
    ),
    (
        (
            "Oman và Chile thiết lập quan hệ ngoại giao ngày 16/6/1975, nâng cấp lên Đối tác "
            "toàn diện năm 2009."
        ),
        ["relations.established historical CL-OM", f"partnership.upgraded historical CL-OM {CP}"],
    ),
    (
        "Việc nâng cấp quan hệ Oman - Chile lên Đối tác chiến lược là dấu mốc lịch sử.",
        [f"partnership.upgraded concluded CL-OM {SP}"],
    ),
    (
        (
            "Tổng thống đánh giá cao việc Oman và Chile chính thức nâng cấp quan hệ lên Đối tác "
            "chiến lược."
        ),
        [f"partnership.upgraded concluded CL-OM {SP}"],
    ),
    (
        "Oman và Chile vừa đạt thỏa thuận thương mại.",
        ["agreement.negotiated concluded CL-OM"],
    ),
    (
        "Oman đã gia nhập Hiệp ước Thân thiện và Hợp tác ở Đông Nam Á (TAC).",
        ["agreement.acceded concluded OM"],
    ),
    (
        (
            "Quốc hội Oman ngày 12/3 thông qua Nghị quyết phê chuẩn Hiệp định Thương mại tự do "
            "với Chile."
        ),
        ["agreement.ratified concluded CL-OM"],
    ),
    (
        (
            "Chủ tịch nước đã ký Quyết định phê chuẩn Hiệp định tương trợ tư pháp giữa Việt Nam "
            "và Oman."
        ),
        ["agreement.ratified concluded OM-VN"],
    ),
    (
        "Oman - Chile ký 5 văn kiện, ra Tuyên bố chung",
        ["agreement.signed concluded CL-OM", "statement.adopted concluded CL-OM"],
    ),
    (
        "Đàm phán thất bại, Oman và Chile không ký được hiệp định nào.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman và Chile hủy lễ ký kết hiệp định nghề cá vào phút chót.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Việc ký kết hiệp định giữa Oman và Chile bị lùi lại.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Oman phủ nhận việc nâng cấp quan hệ với Chile lên Đối tác chiến lược.",
        [f"partnership.upgraded negated CL-OM {SP}"],
    ),
    (
        "Nhân dịp này, hai bên dự kiến sẽ ký một số văn kiện hợp tác giữa Oman và Chile.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Lễ ký hiệp định giữa Oman và Chile dự kiến diễn ra vào ngày 20/3.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman và Chile chuẩn bị ký hiệp định thương mại tự do.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Hai bên Oman và Chile nhất trí ký kết Hiệp định về dẫn độ trong thời gian tới.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Bộ trưởng đề nghị Chile xem xét ký Hiệp định vận tải biển với Oman.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Tuần tới, Oman và Chile ký hiệp định vận tải biển.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Ngày 20/3 tới, Oman và Chile ký hiệp định vận tải biển.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Oman hoàn tất thủ tục nội bộ nhằm phê chuẩn hiệp định với Chile.",
        ["agreement.ratified planned CL-OM"],
    ),
    (
        "Hiệp định sẽ có hiệu lực 30 ngày sau khi Oman và Chile hoàn tất thủ tục phê chuẩn.",
        ["agreement.in_force planned CL-OM"],
    ),
    (
        "Oman và Chile đã ký 3 bản ghi nhớ, hai hiệp định và một nghị định thư.",
        ["agreement.signed concluded CL-OM"] * 3,
    ),
    (
        "Oman công bố tuyên bố về tình hình Biển Đông.",
        [],
    ),
    (
        "Tổng thống Chile ký sắc lệnh áp thuế với hàng hóa Oman.",
        [],
    ),
    (
        "Tổng thống Chile ký ban hành luật về hiệp định với Oman.",
        [],
    ),
    (
        "Hai đội tuyển Oman và Chile hòa 1-1, huấn luyện viên ký hợp đồng mới.",
        [],
    ),
    (
        "Người dân Oman được đăng ký thị thực điện tử theo thỏa thuận với Chile.",
        [],
    ),
    (
        "Giá dầu tăng sau khi Oman và Chile ký thỏa thuận thương mại.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Thỏa thuận ký năm 2015 giữa Oman và Chile giúp kim ngạch tăng gấp đôi.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Các thỏa thuận vừa ký giữa Oman và Chile sẽ tạo động lực mới.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Oman và Chile nâng cấp hệ thống cảng biển theo thỏa thuận hợp tác.",
        [],
    ),
    (
        (
            "Quan hệ Đối tác chiến lược Oman - Chile phát triển mạnh mẽ, thực chất, hiệu quả "
            "trên tất cả các lĩnh vực."
        ),
        [],
    ),
    (
        "Oman đưa quan hệ Đối tác chiến lược với Chile phát triển lên tầm cao mới.",
        [],
    ),
    (
        "Oman là đối tác thương mại lớn nhất của Chile.",
        [],
    ),
    (
        "Việt Nam ký gia hạn Bản ghi nhớ về gạo với Philippines.",
        ["agreement.renewed concluded PH-VN"],
    ),
    (
        "Hôm nay, Oman chính thức rút khỏi Hiệp ước hạt nhân với Chile.",
        ["agreement.terminated concluded CL-OM"],
    ),
    (
        "Oman đình chỉ quan hệ Đối tác chiến lược với Chile.",
        [f"partnership.suspended concluded CL-OM {SP}"],
    ),
    (
        (
            "Tổng thống Oman cho biết hai nước sẽ nâng quan hệ lên Đối tác chiến lược nếu Chile "
            "đồng ý."
        ),
        [f"partnership.upgraded planned CL-OM {SP}"],
    ),
    (
        "Theo hiệp định ký năm 2018, Oman và Chile miễn thị thực cho nhau.",
        [],
    ),
    (
        "Oman và Chile hoàn tất đàm phán Hiệp định thương mại tự do.",
        ["agreement.negotiated concluded CL-OM"],
    ),
    (
        "Sau bảy vòng đàm phán, Oman và Chile đã ký Hiệp định thương mại tự do.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Oman và Chile nhất trí thúc đẩy đàm phán, ký kết Hiệp định thương mại tự do.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Mỹ chính thức rút khỏi Thỏa thuận Paris.",
        ["agreement.terminated concluded US"],
    ),
    (
        "Tại Hội nghị cấp cao ASEAN, Oman và Chile ký Hiệp định nghề cá.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Thị trường Mỹ hưởng lợi khi Oman và Chile ký thỏa thuận khí đốt.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Ngoại trưởng Oman cho biết nước này sẽ sớm ký hiệp định quốc phòng với Chile.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Thủ tướng Oman sẽ thăm Chile, hội kiến Tổng thống và chứng kiến lễ ký các văn kiện.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Hiệp định nghề cá đã được Oman và Chile ký hôm 11/3.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Hiệp định nghề cá, được Oman và Chile ký năm 2019, giúp kim ngạch tăng.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Hiệp định nghề cá giữa Oman và Chile có hiệu lực sau khi hai bên hoàn tất thủ tục.",
        ["agreement.in_force planned CL-OM"],
    ),
    (
        "Tính đến nay, Oman và Chile đã ký 150 hiệp định vay.",
        ["agreement.signed historical CL-OM"],
    ),
    (
        "Oman là nước thứ hai ở Trung Đông thiết lập quan hệ Đối tác chiến lược với Chile.",
        ["partnership.established historical CL-OM strategic partnership"],
    ),
    (
        "Oman và Chile chính thức là Đối tác chiến lược kể từ ngày 12/3.",
        ["partnership.established concluded CL-OM strategic partnership"],
    ),
    (
        "Oman hiện nay là Đối tác chiến lược của Chile.",
        [],
    ),
    (
        "Oman và Chile rất gần đạt thỏa thuận thương mại.",
        [],
    ),
    (
        "Oman và Chile lẽ ra đã ký hiệp định nghề cá.",
        ["agreement.signed negated CL-OM"],
    ),
    (
        "Bên lề Hội nghị cấp cao ASEAN, Oman và Chile ký hiệp định nghề cá tại Geneva (Thụy Sĩ).",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Trước sự chứng kiến của Tổng thống Peru và Quốc vương Jordan, Oman và Chile ký hiệp định.",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Chính phủ ủy quyền Bộ Thủy sản Oman ký hiệp định nghề cá với Chile.",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Việc nâng cấp quan hệ Oman - Chile lên Đối tác chiến lược sẽ mở ra chương mới.",
        ["partnership.upgraded planned CL-OM strategic partnership"],
    ),
    (
        "Oman trở thành thành viên chính thức của ASEAN; Oman và Chile ký hiệp định nghề cá.",
        ["agreement.acceded concluded ASEAN-OM", "agreement.signed concluded CL-OM"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="vi")) == sorted(expected)


WITH_TITLES = [
    (
        "Quốc vương Oman thăm Chile",
        (
            "Nhận lời mời của Tổng thống Chile, Quốc vương Oman thăm cấp Nhà nước tới Chile từ "
            "ngày 10 đến 13/3. Sau hội đàm, hai nhà lãnh đạo đã chứng kiến lễ ký kết và trao 11 "
            "văn kiện hợp tác giữa các bộ, ngành hai nước."
        ),
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Oman và Chile tăng cường hợp tác",
        (
            "Trong khuôn khổ chuyến thăm, hai bên đã ký Bản ghi nhớ về hợp tác nông nghiệp, Hiệp "
            "định hàng không và Thỏa thuận miễn thị thực."
        ),
        ["agreement.signed concluded CL-OM"] * 3,
    ),
    (
        "Oman - Chile: Quan hệ bền chặt",
        (
            "Hai nước thiết lập quan hệ Đối tác chiến lược năm 2012 và nâng cấp lên Đối tác "
            "chiến lược toàn diện năm 2022."
        ),
        [
            f"partnership.established historical CL-OM {SP}",
            f"partnership.upgraded historical CL-OM {CSP}",
        ],
    ),
    (
        "Oman và Chile ký 5 thỏa thuận hợp tác",
        "",
        ["agreement.signed concluded CL-OM"],
    ),
    (
        "Oman - Chile nâng cấp quan hệ",
        "",
        ["partnership.upgraded concluded CL-OM"],
    ),
    (
        "Oman - Chile: Nâng tầm quan hệ Đối tác chiến lược toàn diện",
        "",
        [],
    ),
    (
        "Oman và Chile sẽ ký hiệp định quốc phòng",
        "",
        ["agreement.signed planned CL-OM"],
    ),
    (
        "Tuyên bố chung Oman - Chile",
        "",
        ["statement.adopted concluded CL-OM"],
    ),
    (
        "Tuyên bố chung về việc nâng cấp quan hệ Oman - Chile lên Đối tác chiến lược toàn diện",
        "",
        [f"partnership.upgraded concluded CL-OM {CSP}"],
    ),
    (
        "Kỷ niệm 50 năm thiết lập quan hệ ngoại giao Oman - Chile",
        "",
        [],
    ),
]


@pytest.mark.parametrize(
    ("title", "body", "expected"), WITH_TITLES, ids=[case[0][:60] for case in WITH_TITLES]
)
def test_an_article_tells_these_events(title: str, body: str, expected: list[str]) -> None:
    assert sorted(brief(body, title, language="vi")) == sorted(expected)


def test_a_day_and_month_in_digits_is_the_nearest_such_day() -> None:
    (event,) = events("Chiều 11/3, Oman và Chile ký Hiệp định nghề cá.", language="vi")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-11"), DateBasis.STATED)


@pytest.mark.parametrize(
    "interval",
    ["từ 4-7/3", "từ ngày 4 đến 7/3", "từ ngày 4/3 đến ngày 7/3", "từ 4/3 - 7/3/2031"],
)
def test_a_deed_without_a_date_falls_into_the_visit(interval: str) -> None:
    body = (
        f"Tổng thống Chile thăm Oman {interval}.\n\n"
        "Nhân dịp này, hai nước Oman và Chile đã ký Hiệp định nghề cá."
    )
    (event,) = events(body, language="vi")
    assert (event.date, event.date_basis) == (
        Period.parse("2031-03-04/2031-03-07"),
        DateBasis.VISIT,
    )


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("Hôm nay", "2031-03-14"),
        ("Sáng nay", "2031-03-14"),
        ("Hôm qua", "2031-03-13"),
        ("Hôm thứ Ba", "2031-03-11"),
        ("Ngày 10/3/2031", "2031-03-10"),
        ("Ngày 10 tháng 3 năm 2031", "2031-03-10"),
        ("Ngày 10 tháng Ba", "2031-03-10"),
        ("Ngày 10-3", "2031-03-10"),
        ("Hôm 10.3", "2031-03-10"),
        ("Sáng 10-3-2031", "2031-03-10"),
    ],
)
def test_times_are_seen_from_publication(when: str, day: str) -> None:
    (event,) = events(f"{when}, Oman và Chile ký Hiệp định nghề cá.", language="vi")
    assert event.date == Period.parse(day)


def test_years_of_a_plan_do_not_date_its_signing() -> None:
    body = "Oman và Chile ký Kế hoạch hành động giai đoạn 2032-2036."
    (event,) = events(body, language="vi")
    assert event.date_basis is DateBasis.PUBLICATION


@pytest.mark.parametrize(
    ("phrase", "count", "approx"),
    [
        ("11 văn kiện hợp tác", 11, False),
        ("khoảng 60 thỏa thuận", 60, True),
        ("gần 20 văn bản hợp tác", 20, True),
        ("năm biên bản ghi nhớ", 5, False),
        ("một số văn kiện", None, False),
    ],
)
def test_a_number_before_the_papers_is_their_count(
    phrase: str, count: int | None, approx: bool
) -> None:
    (event,) = events(f"Oman và Chile đã ký {phrase}.", language="vi")
    assert (event.count, event.count_approx) == (count, approx)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Đối tác toàn diện", CP),
        ("Đối tác Chiến lược", SP),
        ("Đối tác Chiến lược Toàn diện", CSP),
        ("Đối tác hợp tác chiến lược toàn diện", "comprehensive strategic cooperative partnership"),
        ("Đối tác chiến lược đặc biệt", "special strategic partnership"),
        ("Đối tác Chiến lược Xanh", "strategic green partnership"),
    ],
)
def test_a_level_has_its_english_name(name: str, level: str) -> None:
    (event,) = events(f"Oman và Chile nâng cấp quan hệ lên {name}.", language="vi")
    assert event.level == level


def test_the_level_left_is_kept() -> None:
    body = "Oman và Chile nâng quan hệ từ Đối tác toàn diện lên Đối tác chiến lược."
    (event,) = events(body, language="vi")
    assert (event.level_from, event.level) == (CP, SP)


def test_a_paper_is_named_to_the_end_of_its_name() -> None:
    body = "Oman và Chile đã ký Hiệp định hợp tác nghề cá tại Muscat."
    (event,) = events(body, language="vi")
    assert (event.document, event.place) == ("Hiệp định hợp tác nghề cá", "Muscat")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Bộ Y tế Oman và Bộ Y tế Chile ký Bản ghi nhớ.", Scope.STATE),
        ("Tập đoàn Sao Mai của Oman và Công ty Hoa Sen của Chile ký thỏa thuận.", Scope.CORPORATE),
    ],
)
def test_the_scope_is_told_by_the_words_beside_the_names(sentence: str, scope: Scope) -> None:
    (event,) = events(sentence, language="vi")
    assert event.scope is scope


def test_accents_may_be_composed_or_not_and_tone_marks_stand_on_either_vowel() -> None:
    usual = "Oman và Chile đã ký thỏa thuận nghề cá."
    other = "Oman và Chile đã ký thoả thuận nghề cá."
    decomposed = unicodedata.normalize("NFD", usual)
    assert brief(usual, language="vi") == brief(other, language="vi")
    assert brief(usual, language="vi") == brief(decomposed, language="vi")


def test_both_names_of_a_paper_are_kept() -> None:
    body = "Hiệp định Tiếp cận lẫn nhau (RAA) giữa Oman và Chile chính thức có hiệu lực hôm 11/3."
    (event,) = events(body, "Oman - Chile: tin trong ngày", language="vi")
    assert event.document == "Hiệp định Tiếp cận lẫn nhau (RAA)"


def test_teasers_of_other_articles_stay_silent() -> None:
    body = (
        "Tổng thống Chile tới Oman hôm nay, theo thông báo của Phủ Tổng thống nước này.\n\n"
        "Bài nổi bật: Oman và Chile ký Hiệp định nghề cá"
    )
    assert brief(body, language="vi") == []


def test_a_family_name_makes_the_last_syllable_a_person() -> None:
    body = "Bộ trưởng Trần Tuấn Anh cho biết Oman và Chile đã ký hiệp định nghề cá."
    assert brief(body, language="vi") == ["agreement.signed concluded CL-OM"]


def test_names_are_read_with_their_accents_and_capitals() -> None:
    body = "Anh và Nga ký hiệp định; ông Đức và bà Nga nói anh em pháp luật rất mỹ mãn."
    (event,) = events(body, language="vi")
    assert event.parties == ("GB", "RU")
