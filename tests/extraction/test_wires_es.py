"""How wires and ministries tell it in Spanish: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

SP = "strategic partnership"

DONE_BY_THE_WAY = [
    (
        (
            "Un día después de firmar un acuerdo de pesca con Malta, el canciller de Chad "
            "viajó a Túnez."
        ),
        ["agreement.signed concluded MT-TD"],
    ),
    (
        "Al suscribir el convenio, los ministros de Nepal y Omán destacaron la amistad.",
        ["agreement.signed concluded NP-OM"],
    ),
    (
        "Luego de rubricar un memorando con Fiyi, la ministra letona se reunió con empresarios.",
        ["agreement.signed concluded FJ-LV"],
    ),
    (
        (
            "Tras reunirse con su homólogo de Malta y firmar dos convenios, el canciller "
            "de Chad viajó."
        ),
        ["agreement.signed concluded MT-TD"],
    ),
    (
        "Diez años después de suscribir el tratado con Nepal, Omán pide revisarlo.",
        ["agreement.signed historical NP-OM"],
    ),
    (
        "El canciller de Chad no habló tras firmar el acuerdo con Malta.",
        ["agreement.signed concluded MT-TD"],
    ),
    (
        "Chad y Malta no lograron firmar el convenio.",
        ["agreement.signed negated MT-TD"],
    ),
]

FIRST_TO = [
    (
        "Nepal es el primer país de la región en cerrar un convenio de extradición con Fiyi.",
        ["agreement.signed concluded FJ-NP"],
    ),
    (
        "Malta se convirtió en el tercer país de la UE en firmar un acuerdo así con Omán.",
        ["agreement.signed concluded MT-OM"],
    ),
    (
        "Malta quiere ser el primer país de la UE en firmar un acuerdo comercial con Omán.",
        ["agreement.signed planned MT-OM"],
    ),
]

NAMES = [
    (
        (
            "El ministro letón firmó ayer en Nakuru (oeste de Kenia) un convenio con su "
            "colega de Fiyi."
        ),
        ["agreement.signed concluded FJ-LV"],
    ),
    (
        "Los embajadores de Nauru y Omán ante la ONU firmaron un acuerdo de visados.",
        ["agreement.signed concluded NR-OM"],
    ),
    (
        "Nauru y Omán firmaron un acuerdo comercial con Fiyi.",
        ["agreement.signed concluded FJ-NR-OM"],
    ),
    (
        "Nauru y Omán firmaron un acuerdo para combatir el contrabando con Fiyi.",
        ["agreement.signed concluded NR-OM"],
    ),
    (
        "Omán formalizó su retiro del Pacto de San José.",
        ["agreement.terminated concluded OM"],
    ),
    (
        "La firma del convenio estuvo a cargo de los cancilleres de Omán y Fiyi.",
        ["agreement.signed concluded FJ-OM"],
    ),
    (
        "Chad se retira de la Organización Mundial de la Salud.",
        ["agreement.terminated concluded TD-WHO"],
    ),
]

STATEMENTS_APART = [
    (
        "Fiyi y Nauru establecieron relaciones diplomáticas, y Fiyi rompió relaciones con Malta.",
        ["relations.established concluded FJ-NR", "relations.severed concluded FJ-MT"],
    ),
    (
        "Omán rompe relaciones con Malta por la extradición de un ciudadano a Chad.",
        ["relations.severed concluded MT-OM"],
    ),
    (
        "Omán, Nepal, y Fiyi firmaron un acuerdo de pesca.",
        ["agreement.signed concluded FJ-NP-OM"],
    ),
    (
        "La firma del acuerdo, que será el lunes, pondrá fin a la disputa de Omán y Nepal.",
        ["agreement.signed planned NP-OM"],
    ),
]

PLANS = [
    (
        "Durante la visita se espera la firma de un memorando entre Omán y Nepal.",
        ["agreement.signed planned NP-OM"],
    ),
    (
        "El Gobierno de Malta da luz verde a la firma de un acuerdo de pesca con Chad.",
        ["agreement.signed planned MT-TD"],
    ),
    (
        "Omán y Nepal han logrado avances significativos para un nuevo tratado de límites.",
        ["agreement.negotiated planned NP-OM"],
    ),
    (
        "Los expertos de Omán y Nepal han avanzado en la redacción de un tratado sobre aguas.",
        ["agreement.negotiated planned NP-OM"],
    ),
    (
        "Todavía no hay fecha para la firma del acuerdo entre Omán y Nepal.",
        ["agreement.signed planned NP-OM"],
    ),
    (
        "La oposición pidió ayer la firma de un acuerdo entre Omán y Nepal.",
        ["agreement.signed planned NP-OM"],
    ),
    (
        "Los ministros debatieron ayer la renovación del acuerdo entre Malta y Chad.",
        ["agreement.renewed planned MT-TD"],
    ),
    (
        (
            "El pacto conducirá en meses al establecimiento de relaciones diplomáticas "
            "entre Malta y Fiyi."
        ),
        ["relations.established planned FJ-MT"],
    ),
    (
        "Chad supedita la firma del tratado con Malta a la retirada de las tropas.",
        ["agreement.signed conditional MT-TD"],
    ),
]

UNDONE = [
    (
        "Omán mantuvo firme la postura ante el acuerdo con Nepal.",
        [],
    ),
    (
        "Omán y Nepal han negado que se propongan firmar un acuerdo militar.",
        ["agreement.signed negated NP-OM"],
    ),
    (
        "La firma del tratado entre Omán y Nepal se retrasa a septiembre.",
        ["agreement.signed negated NP-OM"],
    ),
    (
        "Chad y Omán suspenden las negociaciones del tratado de paz.",
        ["agreement.negotiated negated OM-TD"],
    ),
    (
        "El acuerdo de pesca entre Malta y Chad fue suspendido ayer.",
        ["agreement.suspended concluded MT-TD"],
    ),
    (
        "El Gobierno de Malta acordó remitir al Parlamento el tratado con Chad.",
        [],
    ),
    (
        "Chad y Omán dejaron listo el texto de un acuerdo aéreo.",
        [],
    ),
    (
        "Letonia rompió relaciones con Omán durante la guerra del Golfo.",
        ["relations.severed historical LV-OM"],
    ),
]

TOLD_ON = [
    (
        "Omán confía en que Nepal firme el acuerdo antes de fin de año.",
        ["agreement.signed planned NP-OM"],
    ),
    (
        "Omán y Nepal abren una nueva etapa con la firma de una alianza estratégica.",
        [f"partnership.established concluded NP-OM {SP}"],
    ),
    (
        "La visita, en el transcurso de la cual Omán y Nepal firmaron cuatro convenios, terminó.",
        ["agreement.signed concluded NP-OM"],
    ),
    (
        "Fiyi y Andorra intercambiaron notas por las que se establecen relaciones diplomáticas.",
        ["relations.established concluded AD-FJ"],
    ),
    (
        "El Senado de Malta aprobó ayer el proyecto de ley que ratifica el tratado con Fiyi.",
        ["agreement.ratified concluded FJ-MT"],
    ),
    (
        "Omán y Nepal restablecieron lazos en 2004, cuando firmaron un tratado de amistad.",
        ["agreement.signed historical NP-OM", "relations.restored historical NP-OM"],
    ),
    (
        "La UE y Fiyi firman la modernización de su acuerdo de asociación.",
        ["agreement.renewed concluded EU-FJ"],
    ),
    (
        "Omán fue admitido en la OTAN.",
        ["agreement.acceded concluded NATO-OM"],
    ),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*DONE_BY_THE_WAY, *FIRST_TO, *NAMES, *STATEMENTS_APART, *PLANS, *UNDONE, *TOLD_ON],
)
def test_a_sentence_of_a_spanish_wire_gives_these_events(
    sentence: str, expected: list[str]
) -> None:
    assert sorted(brief(sentence, language="es")) == sorted(expected)


def test_a_spanish_headline_needs_no_articles() -> None:
    title = "Omán y Nepal afianzan nexos con firma de convenio de salud"
    assert brief("Lo informó la prensa.", title, language="es") == [
        "agreement.signed concluded NP-OM"
    ]


def test_a_spanish_headline_and_its_text_name_one_paper() -> None:
    title = "Firman Omán y Nepal acuerdo para coordinar ayuda técnica"
    body = "Los cancilleres de Omán y Nepal suscribieron un memorando sobre asistencia técnica."
    (event,) = events(body, title, language="es")
    assert event.document == "memorando sobre asistencia técnica"


def test_a_spanish_caption_shows_a_signing() -> None:
    body = (
        "El presidente de Omán llegó ayer a Katmandú.\n"
        "Los cancilleres de Omán y Nepal, durante la firma del convenio. (Foto: Archivo)"
    )
    assert brief(body, language="es") == ["agreement.signed concluded NP-OM"]


def test_a_paper_named_in_full_is_of_the_pair_that_the_article_is_about() -> None:
    body = (
        "Omán y Nepal firmaron hoy un Tratado de Amistad.\n"
        "Omán, que en 2019 firmó un tratado con Fiyi, quedó satisfecho.\n"
        "Omán seguirá apoyando a Chad, dijo su ministro de Exteriores.\n"
        "El Tratado de Amistad se firmó a la luz de las velas."
    )
    told = brief(body, "Omán y Nepal, amigos", language="es")
    assert [line for line in told if " historical " not in line] == [
        "agreement.signed concluded NP-OM"
    ]
