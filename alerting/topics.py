"""What a document is about: a small closed list of subjects, found by word stems in six languages.

Titles of one document differ from outlet to outlet and from language to language ("CEPA", "free
trade deal", "hiệp định thương mại"), so titles are compared by subject, not by wording. A subject
missing here costs little: then the words themselves are compared, within one language.

Stems are folded (lower case, no accents, Russian without ё and й). ``_`` at the end asks for a
whole word. English, Vietnamese, Russian, Chinese, French and Spanish stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from alerting.words import fold

_STEMS: Final[Mapping[str, str]] = {
    "trade": "trade|commerc|econom|fta_|cepa_|free trade|economic partnership|thuong mai|"
    "kinh te|торгов|экономи|贸易|自贸|经贸|经济|libre-echange|comerci|libre comercio|tlc_",
    "tariffs": "tariff|thue quan|таможенных пошлин|пошлин|关税|arancel",
    "investment": "invest|dau tu|инвест|投资|invers",
    "tax": "tax_|taxation|double tax|danh thue|thue_|налог|税收|双重征税|fiscal|impuest|tributa",
    "customs": "customs|hai quan|тамож|海关|douan|aduan",
    "aviation": "air transport|air service|aviation|airline|open skies|open-skies|flight|"
    "hang khong|авиа|воздушн|航空|transport aerien|aerien|transporte aereo|aere",
    "rail": "rail|duong sat|железн|铁路|ferrovi|ferrocarril|chemin de fer",
    "transport": "transport|logistic|giao thong|van tai|транспорт|交通|运输|物流|connectivity",
    "maritime": "maritim|shipping|seaport|port_|ports_|hang hai|cang bien|морск|海事|海上|海洋",
    "border": "border|boundar|demarcat|delimit|bien gioi|границ|демаркац|边界|边境|国界|"
    "frontier|fronter",
    "defence": "defence|defense|military|security|armed forces|reciprocal access|arms_|weapon|"
    "quoc phong|quan su|an ninh|оборон|воен|безопасност|国防|军事|防务|安全|militar|securit|"
    "segurid|defens",
    "cyber": "cyber|information security|network security|an ninh mang|an toan thong tin|кибер|"
    "информационной безопасност|网络|ciber",
    "base": "military base|base_|can cu|базе_|база_|базы_|基地",
    "crime": "crime|criminal|police|terror|traffick|toi pham|canh sat|преступ|полици|терро|犯罪|"
    "警|крим|delincuen|crimin",
    "extradition": "extradit|dan do|экстрадиц|выдач|引渡",
    "justice": "legal assistance|judicial|justice|mutual legal|tu phap|правовой помощ|"
    "правовои помощ|юстици|司法|法律|entraide judiciaire|judiciaire",
    "prisoners": "prisoner|sentenced person|chuyen giao nguoi|заключенн|осужденн|被判刑|detenu",
    "visa": "visa|thi thuc|виза|визы|визу|визо|визе|签证|免签|visad",
    "migration": "migrat|readmission|refugee|di cu|миграц|беженц|移民|难民|migra",
    "labour": "labor|labour|worker|employment|lao dong|трудов|劳务|劳动|travail|laboral|trabajador",
    "social security": "social security|an sinh xa hoi|bao hiem xa hoi|социальн|社会保障|"
    "securite sociale|seguridad social",
    "agriculture": "agricultur|farm|rural|nong nghiep|сельск|агро|农业|agric|agropecu|agro",
    "food": "grain|wheat|rice_|food|luong thuc|gao_|зерн|продовольств|粮食|cereal|cereales|halal",
    "veterinary": "veterinar|phytosanitary|quarantine|thu y|kiem dich|ветеринар|карантин|检疫|"
    "兽医|fitosanitari",
    "fisheries": "fisher|fishing|thuy san|nghe ca|рыболов|рыбн|渔业|peche_|pesca",
    "forestry": "forest|timber|lam nghiep|лесн|林业|foret|forestal",
    "health": "health|medic|pharma|vaccin|y te_|здравоохран|медиц|лекарств|卫生|医|sante_|salud|"
    "sanitari",
    "education": "educat|universit|student|training|scholarship|giao duc|dao tao|образован|"
    "студент|教育|留学|enseignement|formation|educac",
    "science": "scien|research|technolog|innovation|khoa hoc|cong nghe|научн|наук|технолог|科技|"
    "科学|技术|recherche|ciencia|tecnolog|investigacion cientifica",
    "digital": "digital|telecom|ict_|5g_|6g_|e-government|chuyen doi so|ky thuat so|vien thong|"
    "цифров|связи_|数字|电信|numerique",
    "ai": "artificial intelligence|ai_|tri tue nhan tao|искусственн|人工智能|inteligencia "
    "artificial|intelligence artificielle",
    "semiconductors": "semiconductor|chip|ban dan|полупроводн|半导体|semiconduct",
    "space": "outer space|space_|satellit|vu tru_|косми|космос|航天|太空|espacial|spatial",
    "nuclear": "nuclear|atomic|hat nhan|ядерн|атомн|核|nucleair",
    "energy": "energ|electric|power_|hydrogen|solar|wind_|nang luong|dien luc|энерг|электр|водород|"
    "能源|电力|氢|electri",
    "oil and gas": "oil_|gas_|petrol|lng_|pipeline|dau khi|газ|нефт|трубопровод|石油|天然气|油气|"
    "gaz_|hidrocarbur",
    "minerals": "mining|mineral|rare earth|khoang san|dat hiem|горнодобы|горн|минерал|"
    "редкоземельн|矿|稀土|minier|miner",
    "industry": "industr|manufactur|cong nghiep|промышлен|工业|产业|产能",
    "climate": "climat|carbon|emission|khi hau|климат|气候|碳",
    "environment": "environment|biodivers|marine life|moi truong|эколог|окружающ|环境|环保|"
    "medio ambiente",
    "water": "water_|river|tai nguyen nuoc|водн|水资源|水利|河|recursos hidricos",
    "culture": "cultur|heritage|museum|film_|van hoa|di san|культур|文化|遗产|patrimoine",
    "sport": "sport|the thao|спорт|体育|deport",
    "tourism": "touris|du lich|туризм|турист|旅游|turism",
    "media": "news agenc|media_|television|radio|broadcast|journalis|press_|tv_|thong tan|"
    "truyen hinh|phat thanh|bao chi|телерадио|телеви|информационное агентство|新闻|通讯社|"
    "广播|电视|agence de presse|agencia de noticias",
    "loan": "loan|credit_|credits_|financing|khoan vay|vay von|tin dung|кредит|заем|займ|"
    "贷款|融资|emprunt|prestamo",
    "debt": "debt|restructur|creditor|no cong|долг|债务|dette|deuda",
    "aid": "grant_|development assistance|oda_|vien tro|грант|援助|donacion",
    "currency": "currency|swap|hoan doi tien te|своп|валют|货币|本币|divisas",
    "finance": "financ|banking|tai chinh|финанс|金融|financi",
    "friendship": "friendship|amity|good-neighbour|good-neighbor|neighbourl|huu nghi|дружб|"
    "добрососед|友好|睦邻|amitie|amistad",
    "alliance": "allied|alliance|союзничес|dong minh|同盟|alianza",
    "strategic partnership": "strategic partnership|doi tac chien luoc|стратегическом партнерств|"
    "стратегическое партнерств|战略伙伴|partenariat strategique|asociacion estrategica",
    "partnership and cooperation": "partnership and cooperation|epca_|pca_|"
    "партнерстве и сотрудничестве",
    "peace": "ceasefire|cease-fire|truce|armistice|peace_|ngung ban|перемири|прекращении огня|"
    "мирн|停火|和平|cessez-le-feu|alto el fuego",
    "infrastructure": "infrastruct|construction|road_|roads_|highway|subway|metro_|"
    "ha tang|xay dung|инфраструктур|строительств|метро|基础设施|建设|地铁",
    "standards": "standardis|standardiz|standards|metrolog|tieu chuan|стандарт|标准",
    "disaster": "disaster|emergenc|rescue|thien tai|cuu ho|чрезвычайн|спасат|灾害|救援|catastroph",
    "humanitarian": "humanitar|nhan dao|гуманитарн|人道",
    "parliament": "parliament|national assembl|quoc hoi|nghi vien|парламент|议会|parlement|"
    "parlament",
    "consular": "consul|lanh su|консул|领事",
    "twinning": "sister cit|sister-cit|sister relation|twin|ket nghia|побратим|友城|友好城市|"
    "jumelage|hermanam",
    "anti-corruption": "corruption|tham nhung|коррупц|反腐|腐败",
    "information sharing": "intelligence sharing|classified information|gsomia_|tinh bao|"
    "секретн|情报|保密",
    "quantum": "quantum|luong tu|квант|量子|cuantic|quantiqu",
    "gender": "gender|women|phu nu|женщин|妇女|mujer|femme",
}


def _entries() -> dict[str, tuple[str, bool]]:
    return {
        stem.rstrip("_"): (topic, stem.endswith("_"))
        for topic, stems in _STEMS.items()
        for stem in stems.split("|")
    }


_ENTRIES: Final = _entries()
# The longest stem wins where two begin at the same letter: "social security" is not security.
_LENGTHS: Final = sorted({len(stem) for stem in _ENTRIES}, reverse=True)
# Where a stem may begin: at a word's first letter, and at every ideograph.
_START: Final = re.compile(r"(?<![^\W_])[^\W_]|[\u3400-\u9fff]")


@lru_cache(maxsize=4096)
def topics_of(text: str) -> frozenset[str]:
    """The subjects that ``text`` names."""
    return frozenset(_narrowed({topic for _, _, topic in _found(fold(text))}))


def without_topics(folded: str) -> str:
    """What ``folded`` text says beside its subjects: each word that names one is taken out."""
    pieces, at = [], 0
    for start, end, _ in _found(folded):
        pieces.append(folded[at:start])
        at = end
        while at < len(folded) and folded[at].isalpha() and not _is_ideograph(folded[at]):
            at += 1
    return " ".join([*pieces, folded[at:]])


def _found(folded: str) -> Iterator[tuple[int, int, str]]:
    """Begin, end and topic of every stem, from left to right, without overlap."""
    at = 0
    for found in _START.finditer(folded):
        start = found.start()
        if start < at:
            continue
        hit = _stem_at(folded, start)
        if hit:
            at = hit[0]
            yield start, at, hit[1]


def _stem_at(folded: str, start: int) -> tuple[int, str] | None:
    for length in _LENGTHS:
        topic, whole = _ENTRIES.get(folded[start : start + length], (None, False))
        if topic and not (whole and folded[start + length : start + length + 1].isalnum()):
            return start + length, topic
    return None


def _is_ideograph(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"


def _narrowed(found: set[str]) -> set[str]:
    """Without the wide subject where a narrow one says it: an aeroplane is a means of transport."""
    if found & {"aviation", "rail", "maritime"}:
        found.discard("transport")
    if found & {"nuclear", "oil and gas"}:
        found.discard("energy")
    if found & {"aviation", "rail", "maritime", "nuclear", "oil and gas", "energy", "water"}:
        found.discard("infrastructure")
    if "base" in found:
        found.discard("defence")
    return found
