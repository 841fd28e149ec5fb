"""The vocabulary of titles: what tells a treaty from a memorandum, and what tells nothing.

Folded like everything that is compared (``words.fold``). ``_`` at the end asks for a whole word.
"""

from __future__ import annotations

import re
from typing import Final

SORTS: Final = {
    "treaty": "treaty|hiep uoc|договор|条约|traite|tratado",
    "memorandum": "memorand|mou_|mous_|moa_|ban ghi nho|меморандум|备忘录",
    "protocol": "protocol|nghi dinh thu|протокол|议定书",
    "convention": "convention|cong uoc|конвенци|公约|convencion",
    "charter": "charter|hien chuong|хартия|устав|宪章|charte_",
    "contract": "contract|hop dong|контракт|合同|contrat",
    "letter": "letter of intent|letters of intent|statement of intent|declaration of intent|"
    "y dinh thu|письмо о намерениях|意向书",
    "plan": "action plan|plan of action|roadmap|road map|work plan|cooperation plan|"
    "cooperation program|ke hoach hanh dong|lo trinh|дорожная карта|план действий|行动计划|路线图|"
    "plan d'action|plan de accion",
    "notes": "exchange of notes|exchange of letters|diplomatic notes|cong ham|换文",
}
STATEMENT: Final = re.compile(
    r"joint statement|joint declaration|joint vision|vision statement|communique|joint leaders|"
    r"declaration\b(?! of intent)|\bstatement\b(?! of intent)|tuyen bo|совместн\w+ заявлени|"
    r"декларац|заявлени|联合声明|公报|宣言|declaration conjointe|declaracion|comunicado"
)
PLURAL: Final = re.compile(
    r"\b(?:agreements|treaties|documents|deals|pacts|accords|memoranda|memorandums|mous|papers|"
    r"instruments|arrangements|contracts|protocols|compacts|loans|notes|package|raft|series|slew|"
    r"dozens|several|various|number of|a batch|cac|mot so|nhieu|loat|hang chuc|"
    r"документ(?:ы|ов|ами|ах|ам)|соглашени(?:и|ями|ях|ям)|договор(?:ы|ов|ами|ах|ам)|"
    r"меморандум(?:ы|ов|ами)|протокол(?:ы|ов|ами)|контракт(?:ы|ов|ами)|пакет\w*|ряд|acuerdos|documentos|convenios|tratados|"
    r"contratos|instrumentos)\b|van kien|多份|多项|一系列|系列|文件"
)
PERHAPS_PLURAL: Final = re.compile(r"\b(?:соглашения|конвенции|декларации|хартии)\b")
ORDER: Final = re.compile(r"\b(first|second|third|fourth|fifth)\b")
WORD: Final = re.compile(r"[^\W\d_]+")
CAPITALS: Final = re.compile(r"\b[A-Z]{3,7}\b")
CAPITAL_RUN: Final = re.compile(r"(?:\b[A-Z][a-z]+\b(?:[ -](?:and|of|on|for|the)\b)?[ -]?){3,}")

# Common in titles of every kind: they tell no two documents apart.
_COMMON = """
another otro otra autre
a an the of on in for to and or with by between among at from into its their his her our new
agreement agreements treaty treaties document documents deal deals pact pacts accord accords
memorandum memoranda memorandums mou mous moa protocol protocols paper papers package packages
instrument instruments arrangement arrangements contract contracts convention charter compact
letter letters note notes intent understanding understandings cooperation cooperative
collaboration collaborative partnership partnerships framework joint mutual bilateral trilateral
multilateral international intergovernmental interagency governmental state government governments
ministry ministries ministerial minister ministers agency agencies institution institutions
department departments sector sectors business businesses company companies enterprise enterprises
local localities province provinces private public official officials leader leaders president
presidents side sides party parties country countries nation nations two both three respective
other others various several many number some about around nearly more than least total series
raft slew dozens historic landmark key major important significant strategic comprehensive general
special final formal interim draft full broad broader wide wide-ranging long-term five-year year
years field fields area areas range issue issues matter matters related relating concerning
regarding establishment establishing statement declaration communique vision outcome plan plans
action program programme roadmap project projects work working implementation implementing
commitment exchange exchanges signing signed early possible future later further similar following
tranche bridge update updated revised amended amending amendment extension extended renewed
individual separate withdrawal withdraw exit retrait retiro annonce announcement membership
accession adhesion facility negotiations talks pourparlers concluded relations ties dialogue
council committee commission people peoples republic kingdom federation federal united socialist
democratic islamic complex first second third fourth fifth s d de du des le la les l un une et en
sur entre avec pour accordo texte textes bilaterale bilateraux protocole entente global globale
acuerdo acuerdos convenio convenios tratado tratados documento documentos el los las del y con
para sobre cooperacion bilaterales instrumento instrumentos memorando entendimiento paquete varios
cac mot so nhieu van kien thoa thuan hiep dinh uoc ban ghi nho bien nghi thu hop tac giua ve va
cua hai ben nuoc lap uy hon sua doi song phuong nam chinh phu lien bo nganh tuyen chung соглашение
соглашения соглашении соглашений договор договоры договора договоров документ документы документов
документа меморандум меморандумы меморандумов протокол пакет ряд двусторонних двусторонние
совместное совместная совместных о об в во на и с со по между сфере сферах области сотрудничестве
сотрудничества сотрудничество межправительственное межправительственных государственнои
государственная государств отношениях взаимопонимании заявление декларация traite traites sweeping
long-awaited ambitious initial provisional tentative wider reciprocal binding legally legal bln
mln billion million worth present last recent such tripartite quadrilateral secret permanent far
reaching awaited level high breakthrough milestone first-ever ever long term bank treatment
"""
IDLE: Final = frozenset(_COMMON.split())
# The same in every case, number and gender; titles are full of them.
IDLE_STEMS: Final = re.compile(
    r"(?:соглашен|договор|документ|меморандум|протокол|конвенц|декларац|заявлен|коммюнике|пакт|"
    r"контракт|сотруднич|взаимопониман|взаимн|двусторонн|трехсторонн|межправительств|"
    r"межгосударств|межведомств|правительств|совместн|намерен|отношени|партнерств|област|сфер|"
    r"некотор|друг|этот|эти|этого|данн|нов[ыоа]|между|для|при|или|"
    r"accord|acuerd|conveni|convention|convencion|traite|tratado|memorand|declarac|declarat|"
    r"communiq|comunicad|conjoint|conjunt|texto|texte|document|instrument|protocol|cooperac|"
    r"cooperat|bilater|trilater|intergouvern|intergubern|gouvernement|gobierno|mutu|recipro|"
    r"agreement|treat[iy]|arrangement|understanding|pact|statement|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|multi)$)"
)
IDLE_IDEOGRAPHS: Final = re.compile(
    r"[多份项个]+|合作|文件|协议|协定|双边|政府间?|谅解|备忘录|条约|议定书|两国|系列|一|关于|的|和|与|及|联合声明|"
    r"三方|双方|签署|自由|升级|建设|联合|公报|声明|宣言|公约|意向书|互相|相互|领域|开展|加强|换文|合同"
)
# Demonyms whose first letters are not those of the country.
DEMONYMS: Final = {
    "FR": "french francais",
    "GB": "british britain english uk",
    "NL": "dutch",
    "US": "american usa us america",
    "AE": "emirati uae emirates",
    "PH": "filipino philippine",
    "DE": "allemand aleman",
    "CN": "sino prc chinois",
    "VN": "vietnamese viet",
    "RU": "rossi",
    "EU": "ue european europeenne europeen",
    "ECOWAS": "cedeao",
}
DEMONYM_ENDINGS: Final = ("ish", "ese", "ian", "an", "i", "ic", "ch", "en", "ais", "ois", "no")
