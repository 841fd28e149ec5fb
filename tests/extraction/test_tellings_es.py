"""How Spanish wires and ministries tell of deeds: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.terms import Scope

TELLINGS = [
    (
        "Kenia y Nepal firmaron el martes un código de conducta marítimo.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal suscribieron una hoja de ruta sobre pesca.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El canciller keniano y su homóloga nepalí pusieron su firma al pie de un convenio.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Los cancilleres de Kenia y Nepal estamparon sus firmas en el tratado.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal inicialaron el texto del tratado de límites.",
        ["agreement.initialled concluded KE-NP"],
    ),
    (
        "Kenia y Nepal canjearon notas diplomáticas.",
        ["agreement.exchanged concluded KE-NP"],
    ),
    (
        "Firmaron el acuerdo los presidentes de Kenia y de Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El acuerdo lo firmaron los cancilleres de Kenia y Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia ratificó el tratado de límites con Nepal.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El Senado de Kenia dio luz verde al tratado de límites con Nepal.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El Parlamento de Kenia avaló el convenio con Nepal.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El Congreso de Kenia dio su visto bueno al convenio con Nepal.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El Gobierno de Kenia aprobó el convenio con los maestros.",
        [],
    ),
    (
        "El acuerdo entre Kenia y Nepal entra hoy en vigor.",
        ["agreement.in_force concluded KE-NP"],
    ),
    (
        "El acuerdo entre Kenia y Nepal entró formalmente en vigor el lunes.",
        ["agreement.in_force concluded KE-NP"],
    ),
    (
        "Desde el lunes está en vigor el acuerdo entre Kenia y Nepal.",
        ["agreement.in_force historical KE-NP"],
    ),
    (
        "Kenia y Nepal prorrogaron el convenio de pesca por dos años.",
        ["agreement.renewed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal ampliaron el acuerdo de pesca.",
        ["agreement.renewed concluded KE-NP"],
    ),
    (
        "Kenia dejó sin efecto el convenio de pesca con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia denunció el tratado de pesca con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia denunció que el acuerdo con Nepal viola la ley.",
        [],
    ),
    (
        "Kenia se retiró hoy del tratado de pesca con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal llegaron finalmente a un acuerdo sobre la frontera.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal alcanzaron un principio de acuerdo sobre la frontera.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal cerraron las negociaciones del tratado de libre comercio.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal concluyeron las negociaciones de un TLC.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal elevan su relación al rango de socios estratégicos.",
        ["partnership.upgraded concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal acordaron una asociación estratégica.",
        ["partnership.established concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal forjaron una alianza estratégica integral.",
        ["partnership.established concluded KE-NP comprehensive strategic partnership"],
    ),
    (
        "Kenia y Nepal son desde hoy socios estratégicos.",
        ["partnership.established concluded KE-NP strategic partnership"],
    ),
    (
        "La relación entre Kenia y Nepal asciende a asociación estratégica.",
        ["partnership.upgraded concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal abrieron relaciones diplomáticas.",
        ["relations.established concluded KE-NP"],
    ),
    (
        "Kenia y Nepal normalizaron sus relaciones tras diez años.",
        ["relations.restored concluded KE-NP"],
    ),
    (
        "Kenia rompió relaciones con Nepal.",
        ["relations.severed concluded KE-NP"],
    ),
    (
        "Kenia dio por terminadas sus relaciones diplomáticas con Nepal.",
        ["relations.severed concluded KE-NP"],
    ),
    (
        "Kenia da por terminadas, desde hoy, sus relaciones diplomáticas con Nepal.",
        ["relations.severed concluded KE-NP"],
    ),
    (
        "Kenia degradó sus relaciones con Nepal al nivel de encargados de negocios.",
        ["relations.downgraded concluded KE-NP"],
    ),
    (
        "Kenia y Nepal emitieron un comunicado conjunto.",
        ["statement.adopted concluded KE-NP"],
    ),
    (
        "Kenia y Nepal están por firmar un tratado de pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal ultiman un tratado de pesca.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal afinan los detalles de un tratado de pesca.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal negocian un tratado de pesca.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal están negociando un tratado de pesca.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal tienen pendiente la firma de un tratado de pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El acuerdo entre Kenia y Nepal está listo para la firma.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El acuerdo entre Kenia y Nepal está pendiente de ratificación.",
        ["agreement.ratified planned KE-NP"],
    ),
    (
        "El tratado entre Kenia y Nepal debe ser ratificado por ambos parlamentos.",
        ["agreement.ratified planned KE-NP"],
    ),
    (
        "La firma del tratado entre Kenia y Nepal quedó fijada para el viernes.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "La firma del tratado entre Kenia y Nepal se espera para mayo.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal se comprometieron a firmar un acuerdo.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal sellarán una alianza estratégica.",
        ["partnership.established planned KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal apuestan por elevar sus relaciones a asociación estratégica.",
        ["partnership.upgraded planned KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal llevan meses trabajando en un tratado de pesca.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "El futuro acuerdo entre Kenia y Nepal abarcará la pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El acuerdo previsto entre Kenia y Nepal abarcará la pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El borrador de acuerdo entre Kenia y Nepal abarca la pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Aún no hay acuerdo entre Kenia y Nepal sobre la pesca.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "No hubo acuerdo entre Kenia y Nepal.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "El tratado entre Kenia y Nepal quedó sin firmar.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "El tratado entre Kenia y Nepal sigue sin ratificarse.",
        ["agreement.ratified negated KE-NP"],
    ),
    (
        "El tratado entre Kenia y Nepal aún no ha sido ratificado.",
        ["agreement.ratified negated KE-NP"],
    ),
    (
        "Kenia suspendió la firma del tratado con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia se resiste a firmar el tratado con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia se abstuvo de firmar el tratado con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia dio marcha atrás en la firma del tratado con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Fracasó la firma del tratado entre Kenia y Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "La firma del tratado entre Kenia y Nepal se frustró a última hora.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "La firma del tratado entre Kenia y Nepal quedó en suspenso.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Se cayó el acuerdo entre Kenia y Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia y Nepal no llegaron a un acuerdo.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "Kenia y Nepal no han llegado todavía a un acuerdo.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "Kenia y Nepal no se pusieron de acuerdo en la firma.",
        [],
    ),
    (
        "Kenia rechazó el acuerdo propuesto por Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "El Congreso de Kenia rechazó el tratado con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia niega que vaya a romper relaciones con Nepal.",
        ["relations.severed negated KE-NP"],
    ),
    (
        "En 2010 Kenia y Nepal firmaron un tratado de pesca.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        "El entonces presidente de Kenia firmó con Nepal un tratado de pesca.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        "Bajo el acuerdo firmado con Nepal, Kenia abrirá el puerto.",
        [],
    ),
    (
        "Kenia, que firmó el acuerdo con Nepal hace tres años, abrirá el puerto.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        "El acuerdo que firmaron Kenia y Nepal hace una década expiró.",
        [],
    ),
    (
        "Kenia pidió a Nepal respetar el acuerdo.",
        [],
    ),
    (
        "Según el acuerdo, Kenia enviará tropas a Nepal.",
        [],
    ),
    (
        "Kenia y Nepal cumplen 30 años de relaciones diplomáticas.",
        [],
    ),
    (
        "La empresa keniana Luz firmó un acuerdo con el gobierno de Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia firmó un acuerdo con una empresa de Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El sindicato de Kenia firmó el convenio.",
        [],
    ),
    (
        "Kenia llegó a un acuerdo con los acreedores.",
        [],
    ),
    (
        "El ministro de Kenia firmó un convenio con la universidad.",
        [],
    ),
    (
        "Kenia celebró el acuerdo entre Nepal y Perú.",
        ["agreement.negotiated concluded NP-PE"],
    ),
    (
        "Los ministros de Kenia y Nepal asistieron ayer a la ceremonia de firma de un convenio.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "En la cita se firmó, además, un convenio de pesca entre Kenia y Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "Ambos presidentes atestiguaron el canje de los instrumentos de ratificación "
            "entre Kenia y Nepal."
        ),
        ["agreement.exchanged concluded KE-NP"],
    ),
    (
        "Kenia y Nepal dejaron firmado un acuerdo de pesca.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal tienen ya un acuerdo de pesca.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Hay acuerdo entre Kenia y Nepal sobre la frontera.",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal acuerdan cooperar en pesca.",
        [],
    ),
    (
        "Kenia y Nepal formalizaron un convenio de pesca.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El canciller de Kenia, Abc Def, y el de Nepal, Ghi Jkl, rubricaron el documento.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "Por Kenia firmó el canciller y por Nepal la ministra de Comercio el tratado de "
            "libre comercio."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal habrían alcanzado un acuerdo, según la prensa.",
        ["agreement.negotiated rumoured KE-NP"],
    ),
    (
        "Kenia prometió ratificar el tratado con Nepal.",
        ["agreement.ratified planned KE-NP"],
    ),
    (
        "Kenia amenazó con salirse del tratado con Nepal.",
        ["agreement.terminated planned KE-NP"],
    ),
    (
        "Kenia anunció su salida del tratado de pesca con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal elevaron a nivel de embajada sus relaciones.",
        ["relations.established concluded KE-NP ambassadorial level"],
    ),
    (
        "El jueves venció el acuerdo de pesca entre Kenia y Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia rescindió unilateralmente el convenio con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia congeló el acuerdo de pesca con Nepal.",
        ["agreement.suspended concluded KE-NP"],
    ),
    (
        "El Banco Mundial y Nepal firmaron un préstamo de 30 millones.",
        ["agreement.signed concluded NP-WORLD BANK"],
    ),
    (
        (
            "Nairobi, 12 mar (EFE).- Los Gobiernos de Kenia y Nepal suscribieron este "
            "miércoles un convenio para evitar la doble imposición, informó la Cancillería "
            "keniana."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "El presidente de Kenia, Abel Otieno, y su homólogo de Nepal, Ram Thapa, firmaron"
            " en Katmandú un tratado de amistad y cooperación."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "En presencia de los presidentes de Kenia y Nepal, los ministros de Agricultura "
            "intercambiaron tres memorandos de entendimiento."
        ),
        ["agreement.exchanged concluded KE-NP"],
    ),
    (
        (
            "Durante la visita del mandatario keniano a Nepal se suscribieron seis "
            "instrumentos de cooperación."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "Al término de su reunión, los cancilleres de Kenia y Nepal procedieron a la "
            "firma de un memorándum de entendimiento en materia de turismo."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "La canciller keniana, Ana Ngugi, suscribió con su par nepalí un acuerdo de "
            "supresión de visas."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        (
            "El secretario de Relaciones Exteriores de Kenia y el embajador de Nepal "
            "rubricaron un convenio marco."
        ),
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia se sumó ayer a la lista de países que han firmado el tratado con Nepal.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        (
            "El acuerdo, que aún debe ser ratificado por los parlamentos de Kenia y Nepal, "
            "elimina aranceles."
        ),
        ["agreement.ratified planned KE-NP"],
    ),
    (
        "El protocolo que Kenia y Nepal prevén firmar en junio incluye la pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        (
            "Tras nueve rondas, Kenia y Nepal dieron por concluidas las negociaciones del "
            "acuerdo comercial."
        ),
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        (
            "Kenia y Nepal anunciaron el inicio de las negociaciones de un tratado de libre "
            "comercio."
        ),
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal reanudaron las negociaciones sobre un tratado de libre comercio.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "La Unión Europea y Kenia firmaron un acuerdo de asociación económica.",
        ["agreement.signed concluded EU-KE"],
    ),
    (
        (
            "El Mercosur y la Unión Europea cerraron su acuerdo comercial tras 25 años de "
            "negociaciones."
        ),
        ["agreement.signed concluded EU-MERCOSUR"],
    ),
    (
        (
            "El Pleno del Congreso de Kenia aprobó por mayoría la resolución que ratifica el "
            "convenio con Nepal."
        ),
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El presidente keniano promulgó la ley que aprueba el tratado de extradición con Nepal.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El tratado de extradición entre Kenia y Nepal fue aprobado por el Senado keniano.",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "El Consejo de Ministros de Kenia autorizó la firma del acuerdo de defensa con Nepal.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        (
            "Kenia y Nepal acordaron elevar sus vínculos al nivel de asociación estratégica "
            "integral, según el comunicado conjunto."
        ),
        ["partnership.upgraded concluded KE-NP comprehensive strategic partnership"],
    ),
    (
        (
            "Con este paso, las relaciones entre Kenia y Nepal pasan a ser una asociación "
            "estratégica."
        ),
        ["partnership.upgraded concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal oficializaron su asociación estratégica.",
        ["partnership.established concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia se convirtió en socio estratégico de Nepal.",
        ["partnership.established concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal decidieron restablecer plenamente sus relaciones diplomáticas.",
        ["relations.restored concluded KE-NP"],
    ),
    (
        "Kenia y Nepal restablecerán sus relaciones diplomáticas en abril.",
        ["relations.restored planned KE-NP"],
    ),
    (
        "Kenia expulsó al embajador de Nepal y rompió relaciones.",
        ["relations.severed concluded KE-NP"],
    ),
    (
        (
            "El Gobierno de Kenia anunció este lunes la ruptura de relaciones diplomáticas "
            "con Nepal."
        ),
        ["relations.severed concluded KE-NP"],
    ),
    (
        "El Gobierno de Kenia decidió romper las relaciones diplomáticas con Nepal.",
        ["relations.severed concluded KE-NP"],
    ),
    (
        (
            "Kenia reconoció a Nepal y ambos países establecieron relaciones diplomáticas a "
            "nivel de embajadores."
        ),
        ["relations.established concluded KE-NP"],
    ),
    (
        "Kenia y Nepal abrieron un nuevo capítulo en sus relaciones diplomáticas.",
        [],
    ),
    (
        "Kenia y Nepal celebran 50 años del establecimiento de relaciones diplomáticas.",
        [],
    ),
    (
        "El ministro afirmó que el acuerdo con Nepal será beneficioso para Kenia.",
        [],
    ),
    (
        "Kenia aspira a cerrar un acuerdo comercial con Nepal antes de fin de año.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        'Kenia y Nepal esperan firmar el acuerdo "lo antes posible", dijo la ministra.',
        ["agreement.signed planned KE-NP"],
    ),
    (
        "La firma del convenio entre Kenia y Nepal está prevista para el próximo martes.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El convenio entre Kenia y Nepal se suscribirá en el marco de la visita del rey.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Está previsto que Kenia y Nepal firmen un convenio de pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "El viaje del presidente de Kenia a Nepal incluye la firma de un convenio de pesca.",
        ["agreement.signed planned KE-NP"],
    ),
    (
        (
            "En la agenda de la visita del presidente de Kenia a Nepal figura la firma de "
            "tres convenios."
        ),
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal trabajan en un borrador de acuerdo migratorio.",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal siguen sin alcanzar un acuerdo sobre la deuda.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "La reunión entre Kenia y Nepal concluyó sin acuerdo.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Las conversaciones entre Kenia y Nepal terminaron sin un acuerdo.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Fracasan las negociaciones entre Kenia y Nepal para un acuerdo comercial.",
        ["agreement.negotiated negated KE-NP"],
    ),
    (
        "Kenia y Nepal aplazaron sin fecha la firma del tratado.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "El Parlamento de Kenia bloqueó la ratificación del tratado con Nepal.",
        ["agreement.ratified negated KE-NP"],
    ),
    (
        "Kenia negó haber firmado acuerdo alguno con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia y Nepal no tienen previsto firmar ningún acuerdo.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "No se firmó ningún documento entre Kenia y Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia descartó firmar un tratado de libre comercio con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia no ratificará el tratado con Nepal.",
        ["agreement.ratified negated KE-NP"],
    ),
    (
        "Kenia no firmará el acuerdo con Nepal.",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Nepal dice que Kenia no cumplió el acuerdo.",
        [],
    ),
    (
        "Kenia acusó a Nepal de violar el alto el fuego acordado en marzo.",
        [],
    ),
    (
        "El tratado de 1990 entre Kenia y Nepal fijó la frontera.",
        [],
    ),
    (
        "Desde la firma del acuerdo en 2005, el comercio entre Kenia y Nepal se ha triplicado.",
        [],
    ),
    (
        "Kenia y Nepal firmaron la paz en 1994.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        "En 2008, durante el gobierno de Otieno, Kenia suscribió con Nepal un acuerdo de pesca.",
        ["agreement.signed historical KE-NP"],
    ),
    (
        "El acuerdo permitirá a Kenia exportar café a Nepal.",
        [],
    ),
    (
        "La empresa estatal keniana Kenol firmó un contrato con el grupo nepalí Luz.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El club de Kenia firmó un acuerdo con el delantero de Nepal.",
        [],
    ),
    (
        "Kenia y el FMI alcanzaron un acuerdo a nivel de personal técnico.",
        ["agreement.negotiated concluded IMF-KE"],
    ),
    (
        "El Banco Mundial aprobó un préstamo para Kenia.",
        [],
    ),
    (
        "Kenia, Nepal y Perú firmaron una declaración trilateral sobre litio.",
        ["agreement.signed concluded KE-NP-PE"],
    ),
    (
        "Kenia ha comenzado los trámites para denunciar el convenio con Nepal.",
        ["agreement.terminated planned KE-NP"],
    ),
    (
        "Kenia puso fin al acuerdo de pesca con Nepal.",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Ambos países, Kenia y Nepal, firmaron ayer la renovación del convenio.",
        ["agreement.renewed concluded KE-NP"],
    ),
    (
        "Kenia concretó con Nepal un acuerdo para la compra de vacunas.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal sellaron su reconciliación con la firma de un tratado de amistad.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal se dieron la mano y firmaron el protocolo, tras lo cual brindaron.",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "El acuerdo fue suscrito por el ministro keniano de Comercio y su colega de Nepal.",
        ["agreement.signed concluded KE-NP"],
    ),
]

HEADLINES = [
    (
        "Kenia rompe con Nepal",
        ["relations.severed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal reanudan relaciones",
        ["relations.restored concluded KE-NP"],
    ),
    (
        "Kenia y Nepal, cerca de firmar un tratado de pesca",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal preparan la firma de un tratado de pesca",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia y Nepal terminan sin acuerdo la ronda sobre pesca",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Sin acuerdo entre Kenia y Nepal por la pesca",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia frena la firma del tratado con Nepal",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Kenia descarta romper relaciones con Nepal",
        ["relations.severed negated KE-NP"],
    ),
    (
        "Kenia y Nepal firman 12 acuerdos de cooperación",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia y Nepal suscriben TLC",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Suscriben Kenia y Nepal convenio en materia de salud",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Kenia-Nepal: firman acuerdo de pesca",
        ["agreement.signed concluded KE-NP"],
    ),
    (
        "Entra en vigor acuerdo migratorio entre Kenia y Nepal",
        ["agreement.in_force concluded KE-NP"],
    ),
    (
        "Kenia y Nepal, cada vez más cerca de un acuerdo",
        ["agreement.negotiated planned KE-NP"],
    ),
    (
        "Kenia y Nepal buscan sellar un pacto comercial",
        ["agreement.signed planned KE-NP"],
    ),
    (
        "Kenia ratificará en mayo el tratado con Nepal",
        ["agreement.ratified planned KE-NP"],
    ),
    (
        "Parlamento keniano aprueba tratado con Nepal",
        ["agreement.ratified concluded KE-NP"],
    ),
    (
        "Kenia y Nepal logran histórico acuerdo fronterizo",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal alcanzan un acuerdo para reabrir la frontera",
        ["agreement.negotiated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal establecen una asociación estratégica",
        ["partnership.established concluded KE-NP strategic partnership"],
    ),
    (
        "Kenia y Nepal elevan sus relaciones",
        ["partnership.upgraded concluded KE-NP"],
    ),
    (
        "Kenia corta relaciones con Nepal",
        ["relations.severed concluded KE-NP"],
    ),
    (
        "Nepal y Kenia retoman relaciones diplomáticas",
        ["relations.restored concluded KE-NP"],
    ),
    (
        "Kenia se retira del acuerdo de pesca con Nepal",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia abandona el tratado de defensa con Nepal",
        ["agreement.terminated concluded KE-NP"],
    ),
    (
        "Kenia y Nepal posponen firma de tratado",
        ["agreement.signed negated KE-NP"],
    ),
    (
        "Firma de convenio entre Kenia y Nepal",
        ["agreement.signed concluded KE-NP"],
    ),
]
BODY = "El puerto de la capital recibió a miles de visitantes durante el carnaval."


@pytest.mark.parametrize(("sentence", "expected"), TELLINGS, ids=[case[0] for case in TELLINGS])
def test_a_spanish_telling_gives_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="es")) == sorted(expected)


@pytest.mark.parametrize(("headline", "expected"), HEADLINES, ids=[case[0] for case in HEADLINES])
def test_a_spanish_line_above_an_article_gives_these_events(
    headline: str, expected: list[str]
) -> None:
    assert sorted(brief(BODY, headline, language="es")) == sorted(expected)


NAMED = "Kenia y Nepal negocian desde enero un acuerdo de pesca."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Entrará en vigor el 1 de mayo.", "agreement.in_force planned KE-NP"),
        ("Se firmará el jueves en Katmandú.", "agreement.signed planned KE-NP"),
        ("Será firmado en abril.", "agreement.signed planned KE-NP"),
        ("Los cancilleres de Kenia y Nepal lo firmaron ayer.", "agreement.signed concluded KE-NP"),
        ("Los dos gobiernos aún no lo han firmado.", "agreement.signed negated KE-NP"),
        ("Kenia y Nepal quieren firmarlo en abril.", "agreement.signed planned KE-NP"),
    ],
)
def test_a_paper_named_before_is_understood_in_spanish(sentence: str, expected: str) -> None:
    assert expected in brief(f"{NAMED}\n\n{sentence}", language="es")


@pytest.mark.parametrize(
    "sentence",
    [
        "El ministro de Kenia firmó el decreto.",
        "El ministro de Kenia ratificó que habrá elecciones.",
        "Kenia rompió con la tradición.",
        "El Congreso no llegó a un acuerdo sobre el presupuesto.",
        "Los tratados que Kenia ha firmado la obligan.",
        "El canciller de Kenia entregó un documento a su colega.",
        "Kenia celebró elecciones.",
    ],
)
def test_what_only_looks_like_a_deed_stays_silent_in_spanish(sentence: str) -> None:
    body = f"Kenia y Nepal mantienen buenas relaciones.\n\n{sentence}"
    assert [line for line in brief(body, language="es") if " historical " not in line] == []


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Kenia y Nepal estrechan lazos",
            (
                "Los cancilleres se reunieron en palacio.\n\nAl final del encuentro rubricaron "
                "tres instrumentos: un convenio de pesca y un memorando entre academias."
            ),
            "agreement.signed concluded KE-NP",
        ),
        (
            "Kenia y Nepal",
            (
                "El ministro de Kenia viajó a Katmandú para una reunión con su colega de Nepal, "
                "en la que se suscribió un acuerdo de pesca."
            ),
            "agreement.signed concluded KE-NP",
        ),
        (
            "Kenia rompe con Nepal",
            "Kenia ha roto sus relaciones diplomáticas con Nepal y reconocerá a Omán.",
            "relations.severed concluded KE-NP",
        ),
    ],
)
def test_a_spanish_article_tells_this_alone(title: str, body: str, expected: str) -> None:
    assert brief(body, title, language="es") == [expected]


def test_a_spanish_nationality_with_a_name_is_a_company() -> None:
    lines = events("La keniana Luz y la nepalí Sol suscribieron un memorando.", language="es")
    assert {event.scope for event in lines} == {Scope.CORPORATE}


def test_instruments_of_ratification_that_are_exchanged_are_one_event_in_spanish() -> None:
    body = (
        "Se procedió al canje de los instrumentos de ratificación del tratado entre Kenia y Nepal."
    )
    assert brief(body, language="es") == ["agreement.exchanged concluded KE-NP"]


def test_a_country_named_once_in_passing_is_no_partner_in_spanish() -> None:
    body = (
        "Kenia celebró su feria. Kenia espera visitantes. Kenia vende flores.\n\n"
        "Vinieron curiosos de Nepal.\n\nEl ministro de Kenia firmó ayer un convenio."
    )
    assert brief(body, "La feria de Kenia abre sus puertas", language="es") == []
