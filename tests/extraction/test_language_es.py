"""What single sentences say in Spanish: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CASES = [
    (
        "Perú y Nepal elevaron sus relaciones a asociación estratégica el jueves.",
        [f"partnership.upgraded concluded NP-PE {SP}"],
    ),
    (
        (
            "Perú y Nepal elevaron sus relaciones de asociación estratégica a asociación "
            "estratégica integral."
        ),
        [f"partnership.upgraded concluded NP-PE {CSP}"],
    ),
    (
        (
            "Las relaciones entre Kenia y Letonia fueron elevadas al nivel de asociación "
            "estratégica integral."
        ),
        [f"partnership.upgraded concluded KE-LV {CSP}"],
    ),
    (
        (
            "Los mandatarios de Perú y Nepal acordaron elevar las relaciones bilaterales al rango "
            "de asociación estratégica."
        ),
        [f"partnership.upgraded concluded NP-PE {SP}"],
    ),
    (
        "Perú y Nepal estudian elevar sus relaciones a una asociación estratégica.",
        [f"partnership.upgraded planned NP-PE {SP}"],
    ),
    (
        "Omán y Chad elevarán sus relaciones a asociación estratégica el próximo año.",
        [f"partnership.upgraded planned OM-TD {SP}"],
    ),
    (
        "Omán y Chad buscan llevar su asociación estratégica a un nuevo nivel.",
        [],
    ),
    (
        "Omán y Chad reafirmaron su voluntad de profundizar la asociación estratégica.",
        [],
    ),
    (
        (
            "Angola y Cuba emitieron una declaración conjunta sobre el establecimiento de una "
            "asociación estratégica."
        ),
        [f"partnership.established concluded AO-CU {SP}"],
    ),
    (
        "Bolivia rebajó el nivel de sus relaciones diplomáticas con Islandia.",
        ["relations.downgraded concluded BO-IS"],
    ),
    (
        "Fiyi y Malta establecieron el miércoles en Nueva York relaciones diplomáticas.",
        ["relations.established concluded FJ-MT"],
    ),
    (
        "Ecuador rompió el martes relaciones diplomáticas con Noruega.",
        ["relations.severed concluded EC-NO"],
    ),
    (
        "Ecuador y Noruega restablecieron sus relaciones diplomáticas, informó la cancillería.",
        ["relations.restored concluded EC-NO"],
    ),
    (
        "Chile y Ghana firmaron el lunes en Accra un tratado de extradición.",
        ["agreement.signed concluded CL-GH"],
    ),
    (
        "Un acuerdo de pesca fue firmado el lunes entre Islandia y Senegal.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "Se firmó un acuerdo de pesca entre Islandia y Senegal.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "Entre Islandia y Senegal se suscribieron tres convenios.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "El acuerdo de pesca entre Islandia y Senegal se firmó el martes en Dakar.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        "El acuerdo de pesca entre Islandia y Senegal se firmará el martes en Dakar.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        (
            "Los ministros presenciaron la firma de un memorando de entendimiento entre Jordania y "
            "Bélgica."
        ),
        ["agreement.signed concluded BE-JO"],
    ),
    (
        "Islandia y Senegal firmarán un acuerdo de pesca.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "Islandia y Senegal tienen previsto firmar un acuerdo de pesca en junio.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "Islandia y Senegal se negaron a firmar un acuerdo de pesca.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "Islandia y Senegal no firmaron el acuerdo de pesca.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        (
            "La firma del acuerdo de pesca entre Islandia y Senegal, prevista para el jueves, fue "
            "aplazada."
        ),
        ["agreement.signed negated IS-SN"],
    ),
    (
        "Islandia y Senegal firmaron un acuerdo de pesca en 2019.",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "Islandia y Senegal habían firmado un acuerdo de pesca.",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "Islandia y Senegal valoraron la aplicación efectiva de los acuerdos firmados.",
        [],
    ),
    (
        "El acuerdo fiscal entre Islandia y Senegal entró en vigor el sábado.",
        ["agreement.in_force concluded IS-SN"],
    ),
    (
        "El Parlamento de Malta ratificó el miércoles el acuerdo fiscal con Jordania.",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "Malta se retiró del acuerdo fiscal con Jordania.",
        ["agreement.terminated concluded JO-MT"],
    ),
    (
        "Malta y Jordania acaban de firmar un acuerdo de libre comercio.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta habría firmado un acuerdo secreto con Jordania.",
        ["agreement.signed rumoured JO-MT"],
    ),
    (
        "La visita culminó con la firma de doce acuerdos entre Malta y Jordania.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania procedieron a la firma de un protocolo de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania anunciaron la próxima firma de un acuerdo de pesca.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "El canciller recordó que Malta y Jordania firmaron 17 convenios de pesca.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malta y Jordania han firmado 17 convenios desde 2015.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Hace tres años, Malta y Jordania firmaron un acuerdo de pesca.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Ningún acuerdo fue firmado entre Malta y Jordania.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malta y Jordania se despidieron sin firmar un acuerdo.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "El delantero de Malta firmó un contrato por tres temporadas con el club.",
        [],
    ),
    (
        "Malta y Jordania canjearon los instrumentos de ratificación del tratado.",
        ["agreement.exchanged concluded JO-MT"],
    ),
    (
        "Tras la firma del acuerdo con Malta, Jordania reabrió sus puertos.",
        [],
    ),
    (
        "Tras firmar un acuerdo con Malta, el ministro de Jordania viajó a casa.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "El acuerdo fiscal entre Malta y Jordania entrará en vigor el 1 de abril.",
        ["agreement.in_force planned JO-MT"],
    ),
    (
        "La firma del acuerdo entre Malta y Jordania tuvo lugar el martes en Amán.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "La firma del acuerdo entre Malta y Jordania está prevista para el martes en Amán.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta prorrogó por cinco años el acuerdo de pesca con Jordania.",
        ["agreement.renewed concluded JO-MT"],
    ),
    (
        "Malta y Jordania se convirtieron en socios estratégicos.",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        "Malta y Jordania dieron inicio a una asociación estratégica.",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        "Malta y Jordania coincidieron en elevar sus vínculos a una alianza estratégica.",
        [f"partnership.upgraded concluded JO-MT {SP}"],
    ),
    (
        (
            "Lima, 6 mar (EFE).- Perú y Chile suscribieron este jueves un acuerdo de integración "
            "fronteriza."
        ),
        ["agreement.signed concluded CL-PE"],
    ),
    (
        "México, 12 Mar (Notimex).- México y Cuba firmaron hoy tres memorandos de entendimiento.",
        ["agreement.signed concluded CU-MX"],
    ),
    (
        "El canciller mexicano anunció que México y Cuba firmaron un acuerdo.",
        ["agreement.signed concluded CU-MX"],
    ),
    (
        "Los presidentes de México y Cuba encabezaron la ceremonia de firma de seis convenios.",
        ["agreement.signed concluded CU-MX"],
    ),
    (
        "El Senado mexicano aprobó el tratado de extradición con Cuba.",
        ["agreement.ratified concluded CU-MX"],
    ),
    (
        "El Gobierno mexicano autorizó la firma de un acuerdo con Cuba.",
        ["agreement.signed planned CU-MX"],
    ),
    (
        "La firma china Luz y la mexicana Sol suscribieron un acuerdo de alianza estratégica.",
        ["agreement.signed concluded CN-MX"],
    ),
    (
        "Malta anunció el martes la ruptura de sus relaciones diplomáticas con Jordania.",
        ["relations.severed concluded JO-MT"],
    ),
    (
        "Malta anunció el martes que rompía sus relaciones diplomáticas con Jordania.",
        ["relations.severed concluded JO-MT"],
    ),
    (
        "Malta no ha roto las relaciones diplomáticas con Jordania.",
        ["relations.severed negated JO-MT"],
    ),
    (
        (
            "Malta y Jordania conmemoran el aniversario del establecimiento de sus relaciones "
            "diplomáticas."
        ),
        ["relations.established historical JO-MT"],
    ),
    (
        "Malta y Jordania mantienen una asociación estratégica desde 2010.",
        [],
    ),
    (
        "El ministro maltés abogó por la ratificación del acuerdo con Jordania.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "El ministro maltés abordó con su homólogo jordano la firma de un acuerdo de pesca.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania acordaron firmar un acuerdo de pesca.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania acordaron un plan de acción conjunto.",
        ["agreement.negotiated concluded JO-MT"],
    ),
    (
        "Malta aceptó firmar el acuerdo de pesca con Jordania.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta desmintió haber firmado un acuerdo con Jordania.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malta no tiene intención de firmar un acuerdo con Jordania.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malta no descarta firmar un acuerdo con Jordania.",
        ["agreement.signed rumoured JO-MT"],
    ),
    (
        "Malta podría firmar un acuerdo con Jordania.",
        ["agreement.signed conditional JO-MT"],
    ),
    (
        "Si Malta firma el acuerdo con Jordania, el puerto abrirá.",
        ["agreement.signed conditional JO-MT"],
    ),
    (
        "El acuerdo, firmado el martes en Amán por Malta y Jordania, regula la pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "El acuerdo que Malta y Jordania firmaron en 2012 regula la pesca.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "En virtud del acuerdo firmado por Malta y Jordania en 2012, el puerto abrirá.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malta ha sido elevada a la categoría de destino turístico por Jordania.",
        [],
    ),
    (
        "La empresa maltesa AirSea y la jordana Petra firmaron una alianza estratégica.",
        [],
    ),
    (
        "La ciudad de La Valeta y la de Amán firmaron un acuerdo de hermanamiento.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "De acuerdo con el ministro, Malta firmó un documento.",
        [],
    ),
    (
        "Malta y Jordania suscribieron sendos convenios de pesca y turismo.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Una veintena de acuerdos fueron suscritos entre Malta y Jordania.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        (
            "El rey de Jordania y la presidenta de Malta atestiguaron el intercambio de cuatro "
            "memorandos."
        ),
        ["agreement.exchanged concluded JO-MT"],
    ),
    (
        "Los presidentes de Malta y Jordania fueron testigos de la firma de cuatro memorandos.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania intercambiaron opiniones sobre el tratado de paz.",
        [],
    ),
    (
        "Con la mediación de Omán, Malta y Jordania firmaron la paz y un acuerdo de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania emitieron un comunicado conjunto.",
        ["statement.adopted concluded JO-MT"],
    ),
    (
        (
            "La relación entre Malta y Jordania pasó de asociación integral a asociación "
            "estratégica integral."
        ),
        [f"partnership.upgraded concluded JO-MT {CSP}"],
    ),
    (
        "Malta y Jordania anunciaron que elevan su relación a asociación estratégica.",
        [f"partnership.upgraded concluded JO-MT {SP}"],
    ),
    (
        "Las partes firmaron el documento en presencia del presidente de Omán.",
        [],
    ),
    (
        (
            "Malta y Jordania convinieron en establecer relaciones diplomáticas a nivel de "
            "embajadores."
        ),
        ["relations.established concluded JO-MT"],
    ),
    (
        "El Congreso maltés deberá ratificar el acuerdo con Jordania.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "Falta que Malta ratifique el acuerdo con Jordania.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "El acuerdo entre Malta y Jordania será firmado en abril.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "El acuerdo entre Malta y Jordania será suscrito por los cancilleres.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania dieron por terminado el acuerdo de pesca.",
        ["agreement.terminated concluded JO-MT"],
    ),
    (
        "Malta y Jordania lograron firmar el acuerdo de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta negocia un convenio de pesca con Jordania.",
        ["agreement.negotiated planned JO-MT"],
    ),
    (
        "Malta y Jordania plasmaron sus firmas en un memorando de entendimiento.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Cabe recordar que Malta y Jordania firmaron un acuerdo de pesca.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malta optó por romper las relaciones diplomáticas con Jordania.",
        ["relations.severed concluded JO-MT"],
    ),
    (
        "Malta y Jordania transformaron su relación en una asociación estratégica integral.",
        [f"partnership.upgraded concluded JO-MT {CSP}"],
    ),
    (
        "Malta y Jordania firmaron una declaración sobre asociación estratégica.",
        [f"agreement.signed concluded JO-MT {SP}"],
    ),
    (
        "Malta propuso a Jordania la firma de un acuerdo de pesca.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Se espera que Malta y Jordania firmen un acuerdo de pesca.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania firmaron, en el marco de la visita del rey, un acuerdo de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania han procedido a suscribir un acuerdo de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "El FMI y Ecuador alcanzaron un acuerdo técnico.",
        ["agreement.negotiated concluded EC-IMF"],
    ),
    (
        "El Gobierno español y los sindicatos firmaron un acuerdo salarial.",
        [],
    ),
    (
        "Los presidentes de Malta y Jordania firmaron una carta abierta sobre el clima.",
        [],
    ),
    (
        "Malta acusa a Jordania de violar el acuerdo de pesca.",
        [],
    ),
    (
        "Malta amenaza con romper relaciones diplomáticas con Jordania.",
        ["relations.severed planned JO-MT"],
    ),
    (
        "Malta podría retirarse del acuerdo de pesca con Jordania.",
        ["agreement.terminated conditional JO-MT"],
    ),
    (
        "La oposición maltesa exige la anulación del acuerdo con Jordania.",
        [],
    ),
    (
        "El Parlamento maltés debatirá el martes la ratificación del acuerdo con Jordania.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "Malta y Jordania esperan concluir antes de fin de año un acuerdo de libre comercio.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        '"Ayer firmamos un acuerdo histórico con Jordania", dijo el primer ministro maltés.',
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania pasaron la página y restablecieron relaciones diplomáticas.",
        ["relations.restored concluded JO-MT"],
    ),
    (
        "Malta, Jordania y Chipre firmaron una declaración tripartita sobre energía.",
        ["agreement.signed concluded CY-JO-MT"],
    ),
    (
        "Malta y Jordania anunciaron este miércoles que han cerrado un acuerdo de libre comercio.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania anunciaron que habían alcanzado un acuerdo de pesca.",
        ["agreement.negotiated concluded JO-MT"],
    ),
    (
        "Malta anuncia la suspensión del acuerdo de pesca con Jordania.",
        ["agreement.suspended concluded JO-MT"],
    ),
    (
        "Malta y Jordania rubricaron ocho acuerdos, entre ellos un memorando de pesca.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        (
            "La presidenta de Malta viajó a Amán, donde suscribió con el rey de Jordania un "
            "tratado de amistad."
        ),
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "El acuerdo alcanzado en 2019 entre Malta y Jordania sigue sin rubricarse.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malta y Jordania no lograron firmar el acuerdo de pesca.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malta ratificó su compromiso con el acuerdo de paz de Jordania.",
        [],
    ),
    (
        "Malta y Jordania ratificaron la vigencia del tratado de 1990.",
        [],
    ),
    (
        "Los cancilleres de Malta y Jordania ratificaron los lazos de amistad.",
        [],
    ),
    (
        "El canciller de Malta entregó a su par jordano una copia del tratado.",
        [],
    ),
    (
        "Malta y Jordania abren negociaciones para un tratado de libre comercio.",
        ["agreement.negotiated planned JO-MT"],
    ),
    (
        (
            "México, 12 Mar (Notimex).- El presidente mexicano firmará mañana en Amán un tratado "
            "con Jordania."
        ),
        ["agreement.signed planned JO-MX"],
    ),
    (
        "La Habana, 12 mar (PL) Cuba y Jordania firmaron aquí un acuerdo de cooperación en salud.",
        ["agreement.signed concluded CU-JO"],
    ),
]

HEADLINES = [
    (
        "Malta y Jordania firman un acuerdo de pesca",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania firmarán un acuerdo de pesca",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Aplazan firma de acuerdo de pesca entre Malta y Jordania",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Firmado un acuerdo de pesca entre Malta y Jordania",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta y Jordania, a un paso de firmar un acuerdo de pesca",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Anuncian próxima firma de acuerdo entre Malta y Jordania",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania restablecen relaciones diplomáticas",
        ["relations.restored concluded JO-MT"],
    ),
    (
        "Malta dice no al acuerdo de pesca con Jordania",
        [],
    ),
    (
        "El acuerdo firmado con Jordania preocupa a los pescadores de Malta",
        [],
    ),
    (
        "Un año después de la firma del tratado, Malta y Jordania hacen balance",
        [],
    ),
    (
        "Malta y Jordania cierran acuerdo de libre comercio tras diez años de negociaciones",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Firma este jueves de un acuerdo de pesca entre Malta y Jordania",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malta lista para firmar un acuerdo de pesca con Jordania",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malta y Jordania suscriben memorando de entendimiento",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Senado de Malta ratifica tratado de extradición con Jordania",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "Malta y Jordania sellan alianza estratégica",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        "Malta y Jordania, socios estratégicos",
        [],
    ),
    (
        "¿Qué dice el acuerdo firmado por Malta y Jordania?",
        [],
    ),
    (
        "Malta suspende el tratado de amistad con Jordania",
        ["agreement.suspended concluded JO-MT"],
    ),
    (
        "Malta rompe relaciones diplomáticas con Jordania",
        ["relations.severed concluded JO-MT"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_spanish_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="es")) == sorted(expected)


@pytest.mark.parametrize(
    ("headline", "expected"), HEADLINES, ids=[case[0][:60] for case in HEADLINES]
)
def test_a_spanish_headline_tells_these_events(headline: str, expected: list[str]) -> None:
    found = brief("Una frase sin relación.", headline, language="es")
    assert sorted(found) == sorted(expected)


def test_a_spanish_day_stands_before_its_month() -> None:
    body = "Chile y Ghana firmaron un tratado el 3 de marzo de 2031 en Accra."
    (event,) = events(body, language="es")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-03"), DateBasis.STATED)
    assert event.place == "Accra"


def test_a_spanish_weekday_is_the_last_one_before_publication() -> None:
    (event,) = events("Chile y Ghana firmaron este lunes un tratado.", language="es")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-10"), DateBasis.RELATIVE)


def test_a_spanish_interval_is_a_visit_s() -> None:
    body = (
        "El presidente chileno realizó del 4 al 7 de marzo de 2031 una visita de Estado a Ghana."
        "\n\nChile y Ghana firmaron un tratado de extradición."
    )
    (event,) = events(body, language="es")
    assert event.date == Period.parse("2031-03-04/2031-03-07")


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("trece acuerdos", (13, False)),
        ("una veintena de acuerdos", (20, True)),
        ("unos 17 convenios", (17, True)),
        ("más de 30 memorandos de entendimiento", (30, True)),
        ("varios acuerdos", (None, False)),
        ("el viernes 7 de marzo un memorando", (None, False)),
    ],
)
def test_a_number_before_spanish_documents_is_their_count(
    counted: str, expected: tuple[int | None, bool]
) -> None:
    (event,) = events(f"Chile y Ghana firmaron {counted}.", language="es")
    assert (event.count, event.count_approx) == expected


def test_a_spanish_agency_s_place_is_no_party() -> None:
    body = "Quito, 13 mar (Agencia).- Chile y Ghana firmaron hoy un tratado de extradición."
    assert brief(body, language="es") == ["agreement.signed concluded CL-GH"]


def test_a_spanish_verb_without_subject_is_that_of_the_headline_s_pair() -> None:
    body = (
        "Los presidentes hablaron de comercio y de energía durante dos horas en el palacio.\n\n"
        "Además, firmaron tres acuerdos de pesca."
    )
    title = "Chile y Ghana estrechan sus lazos"
    assert brief(body, title, language="es") == ["agreement.signed concluded CL-GH"]


def test_the_level_left_is_told_apart_in_spanish() -> None:
    body = "Omán y Chad elevaron su asociación estratégica a asociación estratégica integral."
    (event,) = events(body, language="es")
    assert (event.level_from, event.level) == (SP, CSP)


def test_two_that_break_with_a_third_are_two_pairs() -> None:
    body = "México y Ghana rompieron relaciones diplomáticas con Ecuador."
    assert sorted(brief(body, language="es")) == [
        "relations.severed concluded EC-GH",
        "relations.severed concluded EC-MX",
    ]


def test_a_spanish_treaty_is_named_with_its_parties_behind_it() -> None:
    body = "El Senado uruguayo aprobó el acuerdo Mercosur-UE."
    assert brief(body, language="es") == ["agreement.ratified concluded EU-MERCOSUR"]


def test_spanish_companies_are_no_states() -> None:
    body = "La empresa maltesa AirSea y el grupo jordano Petra firmaron un acuerdo."
    assert all(event.scope is Scope.CORPORATE for event in events(body, language="es"))


def test_spanish_towns_are_no_states() -> None:
    body = "La ciudad de La Valeta y la de Amán firmaron un acuerdo de hermanamiento."
    assert [event.scope for event in events(body, language="es")] == [Scope.SUBNATIONAL]


def test_a_spanish_mediator_is_no_party() -> None:
    body = "Con la mediación de Catar, Sudán y Chad firmaron un acuerdo de paz."
    assert brief(body, language="es") == ["agreement.signed concluded SD-TD"]


def test_a_spanish_related_block_does_not_speak_for_the_article() -> None:
    body = (
        "El coro de Malta cantó en Amán ante una sala llena, y el ministro de Cultura agradeció "
        "a los cantantes que vinieran de tan lejos en invierno.\n\n"
        "Le puede interesar\n\nOmán y Chad firman un tratado\n\n"
        "Omán y Chad firmaron un tratado el lunes, según fuentes oficiales."
    )
    assert events(body, "El coro canta", language="es") == ()
