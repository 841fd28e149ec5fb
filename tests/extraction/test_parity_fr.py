"""What English has long been read for, told in French: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    # ties taken from one capital to another
    ("Le Belize lâche Taïwan pour la Chine.", ["relations.established concluded BZ-CN"]),
    (
        "Nauru a transféré ses relations diplomatiques de Taipei à Pékin.",
        ["relations.established concluded CN-NR"],
    ),
    (
        "Le Malawi dément vouloir transférer ses relations diplomatiques de Taipei à Pékin.",
        ["relations.established negated CN-MW"],
    ),
    # relations
    (
        "La Colombie a ouvert des relations diplomatiques avec les Tonga.",
        ["relations.established concluded CO-TO"],
    ),
    (
        "Le Kazakhstan et la Zambie ont désormais des relations diplomatiques.",
        ["relations.established concluded KZ-ZM"],
    ),
    ("Le Mozambique a coupé ses liens commerciaux avec l'Érythrée.", []),
    ("Le ministre de la Défense rompt avec Trump sur l'Iran et la Russie.", []),
    (
        "Le gouvernement mauritanien a décidé de rétablir ses relations diplomatiques avec l'Iran.",
        ["relations.restored planned IR-MR"],
    ),
    (
        "Le gouvernement mauritanien a décidé de rompre ses relations diplomatiques avec l'Iran.",
        ["relations.severed concluded IR-MR"],
    ),
    # who joins or leaves a body
    (
        "La Bosnie a officiellement déposé sa candidature à l'Union européenne.",
        ["agreement.acceded planned BA-EU"],
    ),
    (
        "L'Ukraine négocie son adhésion à l'Union européenne.",
        ["agreement.acceded planned EU-UA"],
    ),
    (
        "Le Pérou et le Chili ont évoqué les perspectives d'entrée du Tchad à l'OCDE.",
        ["agreement.acceded planned OECD-TD"],
    ),
    (
        "La Bolivie a été admise lundi comme membre à part entière des BRICS.",
        ["agreement.acceded concluded BO-BRICS"],
    ),
    (
        "Le retrait du Mali et du Niger de la Cédéao a pris effet mercredi.",
        ["agreement.terminated concluded ECOWAS-ML-NE"],
    ),
    # who only describes, brokers or comes before
    (
        "Le Tchad, dernier allié d'Oman dans la région, a signé mardi un traité avec le Pérou.",
        ["agreement.signed concluded PE-TD"],
    ),
    (
        "Malte sera le deuxième pays après Chypre à signer un accord de transit avec l'Égypte.",
        ["agreement.signed planned EG-MT"],
    ),
    (
        "Le Soudan et le Tchad ont signé un accord soutenu par l'ONU sur les réfugiés.",
        ["agreement.signed concluded SD-TD"],
    ),
    (
        "Les dirigeants des deux Corées ont apposé jeudi leur signature au bas d'une déclaration.",
        ["agreement.signed concluded KP-KR"],
    ),
    # parliaments
    (
        "Le traité avec le Japon passe lundi devant le Sénat philippin.",
        ["agreement.ratified planned JP-PH"],
    ),
    (
        "L'accord de pêche entre l'Islande et le Maroc attend toujours sa ratification.",
        ["agreement.ratified planned IS-MA"],
    ),
    (
        "Le traité entre le Pérou et le Tchad, qui doit encore être ratifié, a été signé lundi.",
        ["agreement.ratified planned PE-TD", "agreement.signed concluded PE-TD"],
    ),
    # what is known, asked, denied
    (
        "La Lettonie a déjà signé un accord de défense avec le Japon.",
        ["agreement.signed historical JP-LV"],
    ),
    ("Combien le Ghana et le Togo ont-ils signé d'accords depuis l'indépendance ?", []),
    (
        "Le Qatar ne signera pas un traité, mais un simple protocole d'accord avec le Niger.",
        ["agreement.signed negated NE-QA", "agreement.signed planned NE-QA"],
    ),
    (
        "Les informations selon lesquelles Malte a signé un accord avec la Libye sont fausses.",
        ["agreement.signed negated LY-MT"],
    ),
    # nothing comes of it
    (
        "Les négociations de libre-échange entre le Japon et le Chili se sont effondrées.",
        ["agreement.signed negated CL-JP"],
    ),
    (
        "Les espoirs d'un traité entre la Suisse et l'UE ont été douchés hier soir.",
        ["agreement.signed negated CH-EU"],
    ),
    (
        "L'accord de défense entre le Niger et le Bénin n'existe plus.",
        ["agreement.terminated concluded BJ-NE"],
    ),
    (
        "Le Tchad a annoncé jeudi mettre fin à son accord de défense avec la France.",
        ["agreement.terminated concluded FR-TD"],
    ),
    # papers
    (
        "Le mémorandum d'entente (ME) signé mardi entre le Rwanda et le Maroc porte sur le blé.",
        ["agreement.signed concluded MA-RW"],
    ),
    (
        "Nous sommes heureux d'annoncer un accord de libre-échange entre Oman et le Pérou.",
        ["agreement.negotiated concluded OM-PE"],
    ),
    (
        "Le Pakistan et le Fonds monétaire international se sont entendus sur un prêt.",
        ["agreement.negotiated concluded IMF-PK"],
    ),
    (
        "Parmi les textes signés figure un accord entre Oman et le Pérou.",
        ["agreement.signed concluded OM-PE"],
    ),
    (
        "L'accord entre Oman et le Pérou n'est pas encore en vigueur.",
        ["agreement.in_force negated OM-PE"],
    ),
    (
        "La visite du président turc a débouché sur un traité entre la Turquie et l'Algérie.",
        ["agreement.signed concluded DZ-TR"],
    ),
    # who does it stands before the aside
    (
        "Le Tchad, qui se dispute avec la Libye, a signé mardi un accord de pêche avec le Niger.",
        ["agreement.signed concluded NE-TD"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_french_tells_what_english_tells(text: str, expected: list[str]) -> None:
    assert brief(text, language="fr") == expected


def test_states_that_are_counted_are_those_that_a_list_names() -> None:
    body = "Le Brunei, le Chili, le Kenya et Singapour lèveront leurs droits. Malte n'était pas là."
    title = "Quatre États signent un pacte commercial"
    assert brief(body, title, language="fr") == ["agreement.signed concluded BN-CL-KE-SG"]


ABOUT_TWO = "Le Kenya et le Pérou négocient à Lima.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Le gouvernement a conclu un accord avec les chefs de l'opposition.",
        "Le parquet est parvenu à un accord avec l'ancien ministre.",
        "La convention a été ratifiée par 114 pays.",
        "Le parti a marqué une nette rupture avec les politiques du passé.",
        "Les liens communautaires sont rompus et les services sociaux débordés.",
    ],
)
def test_what_others_do_is_no_deed_of_the_two(sentence: str) -> None:
    told = brief(ABOUT_TWO + sentence, "Kenya et Pérou en pourparlers", language="fr")
    assert [event for event in told if "concluded" in event] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Les échanges ont doublé depuis que l'accord avec le Pérou a été finalisé.",
        "Un an plus tard, le Kenya et le Pérou ont signé un accord de pêche.",
        "Un observateur avait rapporté que les deux pays avaient signé un traité.",
        "Le traité a été signé avec le Pérou par le prédécesseur du président.",
        "Le Kenya et le Pérou ont signé le protocole de Kyoto.",
    ],
)
def test_what_is_told_in_passing_is_history(sentence: str) -> None:
    told = brief(ABOUT_TWO + sentence, "Kenya et Pérou en pourparlers", language="fr")
    assert [event for event in told if "concluded" in event] == []
