"""The subjects of documents and the word stems that name them, in six languages side by side.

Folded: lower case, no accents, Russian without ё and й. ``_`` at the end asks for a whole word.
English, Vietnamese, Russian, Chinese, French and Spanish.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ACROSS_BORDERS: Final = "across borders"
"""Names no subject: what crosses a border is told beside it ("transboundary haze")."""

STEMS: Final[Mapping[str, str]] = {
    "trade": (
        "trade|commerc|econom|fta_|cepa_|free trade|economic partnership|thuong mai|kinh te|"
        "торгов|экономи|贸易|自贸|经贸|经济|libre-echange|comerci|libre comercio|tlc_"
    ),
    "tariffs": "tariff|thue quan|таможенных пошлин|пошлин|关税|arancel",
    "investment": "invest|dau tu|инвест|投资|invers",
    "tax": (
        "double imposition|doble imposicion|doble tributacion|evasion fiscale|避免双重|"
        "налогообложен|danh thue hai lan|tax_|taxation|double tax|danh thue|thue_|налог|税收|"
        "双重征税|fiscal|impuest|tributa"
    ),
    "customs": "customs|hai quan|тамож|海关|douan|aduan",
    "aviation": (
        "air transport|air service|aviation|airline|open skies|open-skies|flight|hang khong|"
        "авиа|воздушн|航空|transport aerien|aerien|transporte aereo|aere"
    ),
    "rail": "rail|duong sat|железн|铁路|ferrovi|ferrocarril|chemin de fer",
    "transport": (
        "corridor|corredor|couloir|hanh lang|коридор|走廊|road transport|motor transport|"
        "автомобильн|автоперевоз|公路|carretera|routier|trucking|camion|van chuyen|transit|"
        "qua canh|транзит|过境|transito|transport|logistic|giao thong|van tai|транспорт|"
        "交通|运输|物流|connectivity"
    ),
    "maritime": (
        "marine_|marina_|marino_|seafarer|seamen|gente de mar|gens de mer|thuyen vien|моряк|"
        "海员|船员|puerto|"
        "maritim|shipping|seaport|port_|ports_|hang hai|cang bien|морск|海事|海上|海洋"
    ),
    "border": (
        "border|boundar|demarcat|delimit|bien gioi|границ|демаркац|边界|边境|国界|frontier|fronter"
    ),
    ACROSS_BORDERS: "cross-border|transbound|xuyen bien gioi|трансгранич|跨境|跨界|transfront",
    "defence": (
        "submarine|fregat|patrol boat|navy|naval_|coast guard|peacekeep|"
        "mantenimiento de la paz|maintien de la paix|gin giu hoa binh|миротвор|维和|missile|"
        "drone|logistics support|visiting forces|status of forces|guardacostas|garde-cotes|"
        "canh sat bien|береговой охран|海警|defence|defense|military|security|armed forces|"
        "reciprocal access|arms_|weapon|quoc phong|quan su|an ninh|оборон|воен|безопасност|国防|"
        "军事|防务|安全|militar|securit|segurid|defens"
    ),
    "cyber": (
        "cyber|information security|network security|an ninh mang|an toan thong tin|кибер|"
        "информационной безопасност|网络|ciber"
    ),
    "base": "military base|base_|can cu|базе_|база_|базы_|基地",
    "crime": (
        "crime|criminal|police|terror|traffick|toi pham|canh sat|преступ|полици|терро|犯罪|警|"
        "крим|delincuen|crimin"
    ),
    "extradition": "extradi|dan do|экстрадиц|выдач|引渡",
    "justice": (
        "legal aid|asistencia juridica|assistance juridique|tuong tro tu phap|civil matters|"
        "matieres civiles|гражданским делам|民事|notar|adoption|adopcion|усыновлен|收养|con nuoi|"
        "legal assistance|judicial|justice|mutual legal|tu phap|правовой помощ|правовои помощ|"
        "юстици|司法|法律|entraide judiciaire|judiciaire"
    ),
    "prisoners": (
        "transfer of prison|personas condenadas|personnes condamnees|trasladado|"
        "nguoi bi ket an|被判刑|осужден|移管|移交|prisoner|sentenced person|chuyen giao nguoi|"
        "заключенн|осужденн|detenu"
    ),
    "visa": (
        "виз_|визами|визам|безвиз|visum|mien thi|thi thuc|entry permit|exencion de visad|"
        "sans visa|互免|visa_|visas_|visa-|виза|визы|визу|визо|визе|签证|免签|visad"
    ),
    "migration": (
        "seasonal|repatriat|repatriac|rapatri|hoi huong|репатриац|遣返|smuggling of migrants|"
        "asylum|asilo_|asile|migrat|readmission|refugee|di cu|миграц|беженц|移民|难民|migra"
    ),
    "labour": (
        "labor|labour|worker|employment|lao dong|трудов|劳务|劳动|travail|laboral|trabajador"
    ),
    "youth": (
        "working holiday|vacaciones y trabajo|vacances-travail|vacances et travail|каникул|"
        "工作假期|打工度假|ky nghi|youth mobility|movilidad juvenil|movilidad de jovenes|"
        "mobilite des jeunes|молодеж|青年|thanh nien|youth_"
    ),
    "social security": (
        "social security|an sinh xa hoi|bao hiem xa hoi|социальн|社会保障|securite sociale|"
        "seguridad social"
    ),
    "agriculture": (
        "cotton|algodon|хлоп|棉|coffee|cafe_|ca phe|кофе|咖啡|tea_|fertiliser|fertilizer|"
        "fertilizant|engrais|phan bon|удобрен|化肥|livestock|cattle|ganader|elevage|chan nuoi|"
        "животновод|畜牧|irrigat|horticult|seeds_|semilla|semence|agricultur|farm|rural|"
        "nong nghiep|сельск|агро|农业|agric|agropecu|agro"
    ),
    "food": (
        "grain|wheat|rice_|food|luong thuc|gao_|зерн|продовольств|粮食|cereal|cereales|halal|"
        "beef|meat_|pork|poultry|thit |мясо|мяса|мясн|говядин|свинин|牛肉|猪肉|肉类|carne_|carnes_|"
        "viande|bovin|bœuf|boeuf|dairy|sua_|молоч|乳制品|laitier|lacteo"
    ),
    "veterinary": (
        "sanitary protocol|sanitary requirement|protocolo sanitario|protocole sanitaire|"
        "veterinar|phytosanitary|quarantine|thu y|kiem dich|ветеринар|карантин|检疫|兽医|"
        "fitosanitari"
    ),
    "fisheries": (
        "tuna|atun_|thon_|ca ngu|тунец|тунц|海洋渔|aquacult|acuicult|nuoi trong thuy san|"
        "аквакульт|水产|fisher|fishing|thuy san|nghe ca|рыболов|рыбн|渔业|peche_|pesca"
    ),
    "forestry": "forest|timber|lam nghiep|лесн|林业|foret|forestal",
    "health": (
        "farmac|фармац|duoc pham|药品|制药|药典|"
        "hospital|benh vien|больниц|医院|epidemi|dich benh|эпидем|sante publique|medicament|"
        "medicine|thuoc_|nurse|infirm|enfermer|медсест|护士|health|medic|pharma|vaccin|y te_|"
        "здравоохран|медиц|лекарств|卫生|医|sante_|salud|sanitari"
    ),
    "education": (
        "diploma|degrees|qualifications|bang cap|диплом|学历|titulos|diplomes|becas|bourses|"
        "hoc bong|стипенд|school|ecole|escuel|школ|学校|teacher|educat|universit|student|"
        "training|scholarship|giao duc|dao tao|образован|студент|教育|留学|enseignement|formation|"
        "educac"
    ),
    "science": (
        "laborator|phong thi nghiem|лаборатор|实验室|antarctic|antartid|antarctique|антаркт|南极|"
        "scien|research|technolog|innovation|khoa hoc|cong nghe|научн|наук|технолог|科技|科学|技术|"
        "investigac|recherche|ciencia|tecnolog|investigacion cientifica"
    ),
    "digital": (
        "cloud|data cent|fintech|chinh phu dien tu|электронн|electronic|startup|e-commerce|"
        "thuong mai dien tu|电子商务|electronic signature|firma digital|signature numerique|"
        "digital|telecom|ict_|5g_|6g_|e-government|chuyen doi so|ky thuat so|vien thong|цифров|"
        "связи_|数字|电信|numerique"
    ),
    "ai": (
        "artificial intelligence|ai_|tri tue nhan tao|искусственн|人工智能|inteligencia artificial|"
        "intelligence artificielle"
    ),
    "semiconductors": "semiconductor|chip|ban dan|полупроводн|半导体|semiconduct",
    "space": (
        "cosmonaut|astronaut|rocket|launch site|cosmodrome|ve tinh|спутник|卫星|satelit|"
        "outer space|space_|satellit|vu tru_|косми|космос|航天|太空|espacial|spatial"
    ),
    "nuclear": "nuclear|atomic|hat nhan|ядерн|атомн|核|nucleair",
    "energy": (
        "hidrogen|hydrogene|geotherm|renewable|renouvelabl|renovable|tai tao|возобновля|可再生|"
        "transmission line|interconnector|输电|电网|luoi dien|truyen tai dien|"
        "nhiet dien|thuy dien|hydropower|hydroelectr|hidroelectr|hydroelectrique|гидроэнерг|"
        "гэс_|水电|风电|光伏|battery|batteries|nang luong xanh|energ|electric|power_|"
        "hydrogen|solar|wind_|nang luong|dien luc|энерг|электр|водород|能源|电力|氢|electri"
    ),
    "oil and gas": (
        "oil_|gas_|petrol|lng_|pipeline|dau khi|газ|нефт|трубопровод|石油|天然气|油气|gaz_|"
        "hidrocarbur"
    ),
    "minerals": (
        "lithium|litio|liti_|лити|锂|uranium|uranio|уран|铀|copper|cobre|cuivre|铜|nickel|niquel|"
        "никел|镍|than da|уголь|угольн|煤|gold mining|diamond|алмаз|phosphate|fosfat|фосфат|"
        "bauxite|bo xit|graphite|cobalt|кобальт|钴|mining|mineral|rare earth|khoang san|"
        "dat hiem|горнодобы|горн|минерал|редкоземельн|矿|稀土|minier|miner|coal_"
    ),
    "industry": (
        "automotive|automovil|automobile_|o to_|автомобил|汽车|steel|acero|acier|thep_|сталь|钢|"
        "textile|textil|det may|текстил|纺织|shipbuild|astillero|dong tau|судостроен|造船|aircraft|"
        "cement|tractor|helicopter|pharmaceutical plant|free zone|zona franca|zone franche|"
        "khu cong nghiep|industrial park|parque industrial|parc industriel|индустриальн|工业园|"
        "industr|manufactur|cong nghiep|промышлен|工业|产业|产能"
    ),
    "climate": (
        "carbon credit|credits carbone|credito de carbono|creditos de carbono|"
        "tin chi cac-bon|tin chi carbon|углеродн|碳信用|"
        "climat|carbon|cac-bon|emission|khi hau|климат|气候|碳"
    ),
    "environment": (
        "haze_|smoke|khoi mu|дымк|смог|霾|烟雾|fumee|humo_|brume|"
        "pollution|contamina|o nhiem|загрязнен|污染|desert|wildlife|fauna|plastic|waste|residuos|"
        "dechets|chat thai|отход|垃圾|conservation|wetland|parque nacional|national park|"
        "environment|biodivers|marine life|moi truong|эколог|окружающ|环境|环保|medio ambiente"
    ),
    "water": "water_|river|tai nguyen nuoc|водн|水资源|水利|河|recursos hidricos",
    "culture": (
        "cinema|cine_|dien anh|кино|电影|coproducc|coproduction|archive|archivo|luu tru|архив|档案|"
        "library|biblioteca|thu vien|библиотек|图书|language|idioma|langue|ngon ngu|язык|语言|"
        "theatre|teatro|music|restitution|antiquit|cultur|heritage|museum|film_|van hoa|di san|"
        "культур|文化|遗产|patrimoine"
    ),
    "sport": (
        "football|bong da|futbol|футбол|足球|olympic|olimpi|олимпи|sport|the thao|спорт|体育|"
        "deport|奥运"
    ),
    "tourism": "touris|du lich|туризм|турист|旅游|turism",
    "media": (
        "news agenc|media_|television|radio|broadcast|journalis|press_|tv_|thong tan|"
        "truyen hinh|phat thanh|bao chi|телерадио|телеви|информационное агентство|新闻|通讯社|"
        "广播|电视|agence de presse|agencia de noticias"
    ),
    "loan": (
        "loan|credit_|credits_|financing|khoan vay|vay von|tin dung|кредит|заем|займ|贷款|融资|"
        "emprunt|prestamo"
    ),
    "debt": "debt|restructur|creditor|no cong|долг|债务|dette|deuda",
    "aid": "grant_|development assistance|oda_|vien tro|грант|援助|donacion",
    "currency": "currency|swap|hoan doi tien te|своп|валют|货币|本币|divisas",
    "finance": (
        "payment|pago_|pagos_|paiement|thanh toan|платеж|支付|stock exchange|bolsa|chung khoan|"
        "бирж|insurance|assurance|seguros|страхов|保险|central bank|banco central|"
        "banque centrale|ngan hang|anti-money|money laundering|blanchiment|lavado|rua tien|"
        "отмыван|洗钱|反洗钱|financ|banking|tai chinh|финанс|金融|financi|центробанк|"
        "центральных банков|центрального банка|центральными банками"
    ),
    "friendship": (
        "friendship|amity|good-neighbour|good-neighbor|neighbourl|huu nghi|than thien|дружб|"
        "добрососед|友好|睦邻|amitie|amistad"
    ),
    "alliance": "allied|alliance|союзничес|dong minh|同盟|alianza",
    "strategic partnership": (
        "strategic partnership|doi tac chien luoc|стратегическом партнерств|"
        "стратегическое партнерств|战略伙伴|partenariat strategique|asociacion estrategica"
    ),
    "partnership and cooperation": (
        "partnership and cooperation|epca_|pca_|партнерстве и сотрудничестве"
    ),
    "peace": (
        "ceasefire|cease-fire|truce|armistice|peace_|ngung ban|перемири|прекращении огня|мирн|"
        "停火|和平|cessez-le-feu|alto el fuego"
    ),
    "infrastructure": (
        "infrastruct|construction|road_|roads_|highway|subway|metro_|ha tang|xay dung|"
        "инфраструктур|строительств|метро|基础设施|建设|地铁"
    ),
    "standards": (
        "accreditat|acreditac|конформ|chung nhan|mutual recognition|reconocimiento mutuo|"
        "reconnaissance mutuelle|взаимном признании|взаимного признан|cong nhan lan nhau|互认|"
        "quality infrastructure|standardis|standardiz|standards|metrolog|tieu chuan|стандарт|"
        "标准"
    ),
    "disaster": (
        "earthquake|seism|terremoto|dong dat|землетряс|地震|flood|inundacion|inondation|lu lut|"
        "наводнен|洪水|firefight|bomberos|pompiers|protection civile|proteccion civil|disaster|"
        "emergenc|rescue|thien tai|cuu ho|чрезвычайн|спасат|灾害|救援|catastroph"
    ),
    "humanitarian": (
        "red cross|cruz roja|croix-rouge|chu thap do|красного креста|红十字|demin|desmin|"
        "ra pha bom|размин|扫雷|landmine|war remains|missing in action|hai cot|humanitar|"
        "nhan dao|гуманитарн|人道"
    ),
    "parliament": (
        "parliament|national assembl|quoc hoi|nghi vien|парламент|议会|parlement|parlament"
    ),
    "consular": "honorary consul|protection of citizens|consul|lanh su|консул|领事",
    "twinning": (
        "sister cit|sister-cit|sister relation|twin|ket nghia|побратим|友城|友好城市|jumelage|"
        "hermanam"
    ),
    "anti-corruption": "corruption|tham nhung|коррупц|反腐|腐败",
    "information sharing": (
        "intelligence sharing|classified information|gsomia_|tinh bao|секретн|情报|保密"
    ),
    "quantum": "quantum|luong tu|квант|量子|cuantic|quantiqu",
    "gender": "gender|women|phu nu|женщин|妇女|mujer|femme",
}

# Wide subjects and the narrow ones that one outlet or another calls by the wide name.
WIDER: Final[Mapping[str, str]] = {
    "trade": "tariffs|investment|customs|partnership and cooperation",
    "finance": "tax|loan|debt|currency|aid",
    "energy": "oil and gas|nuclear|minerals|water|climate",
    "transport": "aviation|rail|maritime|infrastructure|border",
    "defence": "base|cyber|information sharing|crime|alliance|maritime",
    "migration": "visa|labour|consular",
    "visa": "tourism|consular",
    "justice": "extradition|prisoners|crime",
    "crime": "extradition|anti-corruption",
    "agriculture": "food|veterinary|fisheries|forestry|water",
    "science": "space|ai|digital|quantum|semiconductors|education|nuclear",
    "digital": "ai|cyber|semiconductors",
    "industry": "minerals|semiconductors",
    "environment": "climate|water|forestry",
    "food": "veterinary|fisheries",
    "friendship": "alliance|strategic partnership|partnership and cooperation",
    "loan": "debt|infrastructure|aid",
    "labour": "social security|youth",
    "education": "youth",
    "humanitarian": "disaster|aid|health",
    "culture": "education|media|sport|twinning|youth",
    "maritime": "border",
}
