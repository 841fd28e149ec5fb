"""Ways of telling that Spanish texts use; one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "Chile y Togo dejaron firmado en Lomé un convenio de pesca.",
        ["agreement.signed concluded CL-TG"],
    ),
    (
        "Con la firma de dos memorandos concluyó la visita del presidente de Bolivia a Ghana.",
        ["agreement.signed concluded BO-GH"],
    ),
    (
        "La visita del primer ministro de Fiyi a Malta dejó como saldo la firma de un acuerdo.",
        ["agreement.signed concluded FJ-MT"],
    ),
    (
        "La gira terminará el viernes con la firma de un convenio entre Omán y Perú.",
        ["agreement.signed planned OM-PE"],
    ),
    (
        "Nepal y Mongolia firmaron la paz.",
        ["agreement.signed concluded MN-NP"],
    ),
    (
        "Chad y Sudán acordaron una tregua.",
        ["agreement.negotiated concluded SD-TD"],
    ),
    (
        "Bogotá y Lima dan tregua a los comerciantes.",
        [],
    ),
    (
        "La cumbre entre Perú y Kenia se plasmó en un acuerdo aduanero.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Malta firmó su ingreso al Nuevo Banco de Desarrollo.",
        ["agreement.acceded concluded MT-NDB"],
    ),
    (
        "Omán oficializó su salida del Estatuto de Roma.",
        ["agreement.terminated concluded OM"],
    ),
    (
        "Letonia abandona el tratado que prohíbe las minas antipersona.",
        ["agreement.terminated concluded LV"],
    ),
    (
        "Paraguay se sumó al tratado sobre los océanos.",
        ["agreement.acceded concluded PY"],
    ),
    (
        "Islandia depositó en Nueva York su instrumento de adhesión al Acuerdo de Escazú.",
        ["agreement.acceded concluded IS"],
    ),
    (
        "Timor Oriental ya es miembro de la ASEAN.",
        ["agreement.acceded concluded ASEAN-TL"],
    ),
    (
        "El Senado chileno concedió su aprobación al convenio con Zambia.",
        ["agreement.ratified concluded CL-ZM"],
    ),
    (
        "El Congreso de Guatemala aprobó por unanimidad el tratado de extradición con Malta.",
        ["agreement.ratified concluded GT-MT"],
    ),
    (
        "El tratado fiscal obtuvo el visto bueno del Senado uruguayo y une a Uruguay con Fiyi.",
        ["agreement.ratified concluded FJ-UY"],
    ),
    (
        "El Parlamento de Georgia votará el jueves el convenio con Nepal.",
        ["agreement.ratified planned GE-NP"],
    ),
    (
        "El Congreso de los Diputados respaldó el convenio con Gambia.",
        ["agreement.ratified concluded ES-GM"],
    ),
    (
        "La Duma convirtió en ley el tratado con Cuba.",
        ["agreement.ratified concluded CU-RU"],
    ),
    (
        "Perú y Chile acordaron prorrogar hasta 2035 su convenio de pesca.",
        ["agreement.renewed concluded CL-PE"],
    ),
    (
        "El presidente de Malí rompió los acuerdos de defensa con Togo.",
        ["agreement.terminated concluded ML-TG"],
    ),
    (
        "Kenia amenaza con romper el acuerdo comercial con Uganda.",
        ["agreement.terminated planned KE-UG"],
    ),
    (
        "El acuerdo de pesca entre Perú y Ghana quedó en el aire.",
        ["agreement.signed negated GH-PE"],
    ),
    (
        "Se cae el acuerdo migratorio entre Fiyi y Nauru",
        ["agreement.signed negated FJ-NR"],
    ),
    (
        "Omán y Chad aparcaron el acuerdo comercial.",
        ["agreement.signed negated OM-TD"],
    ),
    (
        "Suspendida la firma del convenio entre Perú y Togo",
        ["agreement.signed negated PE-TG"],
    ),
    (
        "Es falso que Perú haya firmado un tratado militar con Omán.",
        ["agreement.signed negated OM-PE"],
    ),
    (
        "El acuerdo aéreo entre Malta y Chile está listo para la firma.",
        ["agreement.signed planned CL-MT"],
    ),
    (
        "Bolivia y Nepal pusieron en marcha el convenio de visados.",
        ["agreement.in_force concluded BO-NP"],
    ),
    (
        "Desde hoy es efectivo el tratado de comercio entre Perú y Fiyi.",
        ["agreement.in_force concluded FJ-PE"],
    ),
    (
        "Chile y Omán suscribieron una asociación centenaria.",
        ["partnership.established concluded CL-OM centenary partnership"],
    ),
    (
        "Nace una asociación estratégica entre Ghana y Perú",
        ["partnership.established concluded GH-PE strategic partnership"],
    ),
    (
        "Kenia y Omán dieron el paso de constituirse en socios estratégicos.",
        ["partnership.established concluded KE-OM strategic partnership"],
    ),
    (
        "Perú y Omán retoman los lazos diplomáticos diez años después de su ruptura",
        ["relations.restored concluded OM-PE"],
    ),
    (
        "Perú y Bolivia reponen sus relaciones diplomáticas.",
        ["relations.restored concluded BO-PE"],
    ),
    (
        "Honduras y Fiyi dejaron establecidas relaciones diplomáticas.",
        ["relations.established concluded FJ-HN"],
    ),
    (
        "Bisáu y Conakri firmaron un acuerdo de aguas.",
        ["agreement.signed concluded GN-GW"],
    ),
    (
        "El BCIE y Honduras firmaron un contrato de préstamo.",
        ["agreement.signed concluded CABEI-HN"],
    ),
    (
        "El canciller Hugo de Zela firmó con Ghana un convenio.",
        ["agreement.signed concluded GH-PE"],
    ),
    (
        "La Corte Penal Internacional y Malta firmaron un acuerdo.",
        ["agreement.signed concluded ICC-MT"],
    ),
    (
        "El Reino Unido y Mauricio firmaron un tratado sobre Chagos.",
        ["agreement.signed concluded GB-MU"],
    ),
    (
        "Mauricio firmó el acuerdo con Perú en una notaría.",
        [],
    ),
    (
        "Pese a las presiones de Washington, Perú y Cuba firmaron un convenio.",
        ["agreement.signed concluded CU-PE"],
    ),
    (
        "Los presidentes de Argentina y Brasil firmaron el Tratado de Asunción.",
        ["agreement.signed historical AR-BR"],
    ),
    (
        "Omán y Malta firmaron un programa marco de cooperación.",
        ["agreement.signed concluded MT-OM"],
    ),
    (
        "Ghana y Perú firmaron un acta de entendimiento.",
        ["agreement.signed concluded GH-PE"],
    ),
    (
        "Desde hoy rige el tratado de comercio entre Perú y Fiyi.",
        ["agreement.in_force concluded FJ-PE"],
    ),
    (
        "El Knéset avaló ayer el acuerdo marítimo con Líbano.",
        ["agreement.ratified concluded IL-LB"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_a_spanish_sentence_says_what_happened(body: str, expected: list[str]) -> None:
    assert brief(body, language="es") == expected
