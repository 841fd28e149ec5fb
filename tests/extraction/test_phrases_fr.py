"""Ways of telling in French wire and ministry prose; one phenomenon each."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    (
        "Les ministres tchadien et togolais ont apposé jeudi leurs signatures au bas de l'accord.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Les envoyés tchadiens et togolais ont apposé leurs paraphes sur un accord de pêche.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo se sont liés par un accord de pêche.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo sont désormais liés par un accord de pêche.",
        ["agreement.signed concluded TD-TG"],
    ),
    ("Le Tchad et le Togo ont passé un accord de pêche.", ["agreement.signed concluded TD-TG"]),
    (
        "Le Tchad et le Togo se sont dotés jeudi d'un accord de défense.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo ont formalisé jeudi leur entente par la signature d'un accord.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo ont matérialisé leur entente par la signature d'un mémorandum.",
        ["agreement.signed concluded TD-TG"],
    ),
    ("Le Tchad et le Togo ont signé la paix.", ["agreement.signed concluded TD-TG"]),
    (
        "Cela a permis aux deux ministres de signer un accord aérien entre le Tchad et le Togo.",
        ["agreement.signed concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo sont parvenus jeudi à un accord sur la pêche.",
        ["agreement.negotiated concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo se sont entendus jeudi sur un accord de pêche.",
        ["agreement.negotiated concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo sont tombés d'accord jeudi sur un traité.",
        ["agreement.negotiated concluded TD-TG"],
    ),
    (
        "L'ambassadeur du Togo et le ministre tchadien ont procédé à un échange de lettres.",
        ["agreement.exchanged concluded TD-TG"],
    ),
    (
        "Le Sénat tchadien a donné jeudi son feu vert à l'accord de pêche avec le Togo.",
        ["agreement.ratified concluded TD-TG"],
    ),
    (
        "L'Assemblée tchadienne a autorisé jeudi la ratification du traité avec le Togo.",
        ["agreement.ratified concluded TD-TG"],
    ),
    (
        "Les sénateurs togolais ont donné leur accord à la ratification du traité avec le Tchad.",
        ["agreement.ratified concluded TD-TG"],
    ),
    (
        "Le Tchad a déposé jeudi ses instruments de ratification du traité avec le Togo.",
        ["agreement.ratified concluded TD-TG"],
    ),
    (
        "Le Tchad a dénoncé jeudi l'accord de défense avec le Togo.",
        ["agreement.terminated concluded TD-TG"],
    ),
    (
        "Le Tchad rompt son accord de défense avec le Togo.",
        ["agreement.terminated concluded TD-TG"],
    ),
    (
        "Le Tchad tourne le dos à l'accord de défense avec le Togo.",
        ["agreement.terminated concluded TD-TG"],
    ),
    (
        "Le Tchad a mis un terme jeudi à l'accord de défense avec le Togo.",
        ["agreement.terminated concluded TD-TG"],
    ),
    (
        "Le Tchad et le Togo ont décidé jeudi d'élever leurs liens en partenariat stratégique.",
        ["partnership.upgraded concluded TD-TG strategic partnership"],
    ),
    (
        "Le Tchad et le Kosovo ont décidé jeudi d'établir des relations diplomatiques.",
        ["relations.established concluded TD-XK"],
    ),
    (
        "Le Tchad a décidé jeudi de rompre ses relations diplomatiques avec le Togo.",
        ["relations.severed concluded TD-TG"],
    ),
    (
        "Le Tchad a annoncé jeudi rompre ses relations diplomatiques avec le Togo.",
        ["relations.severed concluded TD-TG"],
    ),
    (
        "Le Mali rompt toute relation diplomatique avec le Niger.",
        ["relations.severed concluded ML-NE"],
    ),
    (
        "Un accord de pêche entre le Tchad et le Togo pourrait voir le jour en 2027.",
        ["agreement.negotiated planned TD-TG"],
    ),
    (
        "Un accord de pêche entre le Tchad et le Togo est attendu en mars.",
        ["agreement.negotiated planned TD-TG"],
    ),
    (
        "Le Tchad et le Togo ambitionnent de se doter d'un accord de pêche.",
        ["agreement.negotiated planned TD-TG"],
    ),
    (
        "Les négociations entre le Tchad et le Togo se sont terminées sans accord.",
        ["agreement.signed negated TD-TG"],
    ),
    ("Pas d'accord entre le Tchad et le Togo.", ["agreement.signed negated TD-TG"]),
    (
        "La signature de l'accord entre le Tchad et le Togo n'a pas eu lieu.",
        ["agreement.signed negated TD-TG"],
    ),
    ("Les députés tchadiens ont rejeté l'accord avec le Togo.", ["agreement.signed negated TD-TG"]),
    (
        "Les députés tchadiens ont voté contre l'accord avec le Togo.",
        ["agreement.signed negated TD-TG"],
    ),
    ("Le Tchad et le Togo peinent à conclure un accord.", ["agreement.signed negated TD-TG"]),
    ("L'accord entre le Tchad et le Togo a capoté.", ["agreement.signed negated TD-TG"]),
    ("L'accord entre le Tchad et le Togo reste lettre morte.", ["agreement.signed negated TD-TG"]),
    (
        "Un accord est sur la table entre le Tchad et le Togo, mais rien n'a encore été signé.",
        ["agreement.negotiated planned TD-TG"],
    ),
    ("Le Tchad et le Togo ont passé en revue l'accord de pêche.", []),
    ("Le Tchad accuse le Togo d'avoir violé l'accord de paix.", []),
    (
        "MM. Sassou-Nguesso et Touadéra ont signé un accord de pêche.",
        ["agreement.signed concluded CF-CG"],
    ),
    ("Ryad et Port-Moresby ont scellé un pacte de défense.", ["agreement.signed concluded PG-SA"]),
    (
        "Les îles Salomon et l'Etat hébreu ont signé un accord de pêche.",
        ["agreement.signed concluded IL-SB"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_french_sentence_says_what_happened(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="fr")) == expected
