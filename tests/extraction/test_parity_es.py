"""What English has long been read for, told in Spanish: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    # ties taken from one capital to another
    ("Belice abandona a Taiwán por China.", ["relations.established concluded BZ-CN"]),
    (
        "Nauru trasladó sus relaciones diplomáticas de Taipéi a Pekín.",
        ["relations.established concluded CN-NR"],
    ),
    # relations
    (
        "Honduras abrió formalmente el domingo relaciones con China.",
        ["relations.established concluded CN-HN"],
    ),
    (
        "Kazajistán y Zambia ya tienen relaciones diplomáticas.",
        ["relations.established concluded KZ-ZM"],
    ),
    (
        "Honduras puso fin el domingo a sus relaciones con Taiwán.",
        ["relations.severed concluded HN-TW"],
    ),
    ("Chad rompió el lunes con Sudán.", ["relations.severed concluded SD-TD"]),
    ("Mozambique cortó sus lazos comerciales con Eritrea.", []),
    ("El ministro de Defensa rompe con Trump por Irán y Rusia.", []),
    (
        "El Gobierno de Mauritania decidió restablecer relaciones diplomáticas con Irán.",
        ["relations.restored planned IR-MR"],
    ),
    (
        "Irán y Mauritania decidieron restablecer sus relaciones diplomáticas.",
        ["relations.restored concluded IR-MR"],
    ),
    # who joins or leaves a body
    (
        "El Reino Unido abandonó la Unión Europea el viernes.",
        ["agreement.terminated concluded EU-GB"],
    ),
    (
        "Bosnia presentó oficialmente su candidatura a la Unión Europea.",
        ["agreement.acceded planned BA-EU"],
    ),
    ("Chad pide entrar en los BRICS", ["agreement.acceded planned BRICS-TD"]),
    (
        "Perú y Chile hablaron de las perspectivas de ingreso de Chad en la OCDE.",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "La retirada de Malí y Níger de la CEDEAO se hizo efectiva el miércoles.",
        ["agreement.terminated concluded ECOWAS-ML-NE"],
    ),
    ("Kenia se ha sumado a la convención sobre el agua.", ["agreement.acceded concluded KE"]),
    # who only describes or comes before
    (
        "Chad, último aliado de Omán en la región, firmó el martes un tratado con Perú.",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "Gambia será el primer país después de Senegal en ratificar el acuerdo con España.",
        ["agreement.ratified planned ES-GM"],
    ),
    (
        "Los líderes de las dos Coreas estamparon el jueves sus firmas en una declaración.",
        ["agreement.signed concluded KP-KR"],
    ),
    # parliaments
    (
        "El tratado con Japón llega el lunes al Senado de Filipinas.",
        ["agreement.ratified planned JP-PH"],
    ),
    (
        "El acuerdo pesquero entre Islandia y Marruecos sigue pendiente de ratificación.",
        ["agreement.ratified planned IS-MA"],
    ),
    (
        "El tratado entre Perú y Chad, que aún debe ser ratificado, fue firmado el lunes.",
        ["agreement.ratified planned PE-TD", "agreement.signed concluded PE-TD"],
    ),
    # what is known, asked, denied
    ("Laos y Nepal ya han ratificado el convenio.", ["agreement.ratified historical LA-NP"]),
    ("Preguntó al ministro cuántos acuerdos firmaron Kenia y Chad.", []),
    (
        "Armenia y Turquía no firmarán un tratado esta semana, sino un memorando.",
        ["agreement.signed negated AM-TR", "agreement.signed planned AM-TR"],
    ),
    (
        "Los rumores de que Malta firmó un acuerdo con Libia son falsos, dijo el ministro.",
        ["agreement.signed negated LY-MT"],
    ),
    (
        "Omán ha desistido de firmar un tratado fronterizo con Yemen.",
        ["agreement.signed negated OM-YE"],
    ),
    # nothing comes of it
    (
        "Las negociaciones de libre comercio entre Japón y Chile se estancaron.",
        ["agreement.signed negated CL-JP"],
    ),
    ("Malí ha roto sus acuerdos de defensa con Francia.", ["agreement.terminated concluded FR-ML"]),
    (
        "Estados Unidos se ha retirado de su convenio fiscal con Hungría.",
        ["agreement.terminated concluded HU-US"],
    ),
    # papers
    (
        "El memorando de entendimiento (MdE) suscrito el martes entre Ruanda y Marruecos es breve.",
        ["agreement.signed concluded MA-RW"],
    ),
    (
        "En virtud de un acuerdo firmado el lunes en Acra, Ghana suministrará electricidad a Togo.",
        ["agreement.signed concluded GH-TG"],
    ),
    (
        "Se intercambiaron notas en Bakú entre los Gobiernos de Japón y Azerbaiyán.",
        ["agreement.exchanged concluded AZ-JP"],
    ),
    (
        "Omán concluyó el lunes una asociación estratégica con Perú.",
        ["partnership.established concluded OM-PE strategic partnership"],
    ),
    # an abbreviation with a space ends no sentence
    ("EE. UU. y Panamá firmaron el jueves un memorando.", ["agreement.signed concluded PA-US"]),
    (
        "Un acuerdo entre EE. UU. e Irán fue firmado el lunes en Ginebra.",
        ["agreement.signed concluded IR-US"],
    ),
    (
        "Entre los textos firmados figura un acuerdo entre Omán y Perú.",
        ["agreement.signed concluded OM-PE"],
    ),
    (
        "El acuerdo entre Omán y Perú aún no está en vigor.",
        ["agreement.in_force negated OM-PE"],
    ),
    (
        "Finlandia y Japón se reconocieron mutuamente.",
        ["relations.established concluded FI-JP"],
    ),
    # who does it stands before the aside
    (
        "Chad, que se disputa el agua con Libia, firmó el martes un acuerdo con Níger.",
        ["agreement.signed concluded NE-TD"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_spanish_tells_what_english_tells(text: str, expected: list[str]) -> None:
    assert brief(text, language="es") == expected


def test_states_that_are_counted_are_those_that_a_list_names() -> None:
    body = "Brunéi, Chile, Kenia y Singapur eliminarán aranceles. Malta y Jordania no asistieron."
    title = "Cuatro países firman un pacto comercial"
    assert brief(body, title, language="es") == ["agreement.signed concluded BN-CL-KE-SG"]


ABOUT_TWO = "Kenia y Perú negocian en Lima.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "El Gobierno firmó un acuerdo con los rebeldes del norte.",
        "La fiscalía llegó a un acuerdo con el exministro.",
        "La convención ha sido ratificada por 114 países.",
        "Los lazos comunitarios están rotos y los servicios sociales, desbordados.",
    ],
)
def test_what_others_do_is_no_deed_of_the_two(sentence: str) -> None:
    told = brief(ABOUT_TWO + sentence, "Kenia y Perú dialogan", language="es")
    assert [event for event in told if "concluded" in event] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "El comercio se ha duplicado desde que se cerró el acuerdo con Perú.",
        "Un año después, Kenia y Perú firmaron un acuerdo pesquero.",
        "Kenia, habiendo firmado el tratado con Perú, está obligada a publicarlo.",
        "El tratado fue firmado con Perú por el predecesor del presidente.",
    ],
)
def test_what_is_told_in_passing_is_history(sentence: str) -> None:
    told = brief(ABOUT_TWO + sentence, "Kenia y Perú dialogan", language="es")
    assert [event for event in told if "concluded" in event] == []
