"""What French sentences tell, and what they only seem to tell; one phenomenon each."""

from __future__ import annotations

import pytest
from reading import brief

CASES = [
    # A chance that is taken is a deed that is done.
    (
        "Le ministre kényan a profité de sa visite pour signer un accord de pêche avec le Pérou.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Oman et le Tchad ont saisi l'occasion du forum pour conclure un accord de défense.",
        ["agreement.signed concluded OM-TD"],
    ),
    (
        "Le Kenya a été contraint de signer l'accord de pêche avec la Norvège.",
        ["agreement.signed concluded KE-NO"],
    ),
    # What is done is done, whatever day its paper speaks of.
    (
        "Oman et le Tchad ont signé un accord sur des élections en juillet 2033.",
        ["agreement.signed concluded OM-TD"],
    ),
    # The deed as a noun: what is said of it behind, or in between.
    (
        "L'entrée en vigueur de l'accord entre Malte et le Kenya permet d'exporter sans taxes.",
        ["agreement.in_force concluded KE-MT"],
    ),
    (
        "La signature officielle prévue mardi d'un accord entre Malte et le Kenya fait débat.",
        ["agreement.signed planned KE-MT"],
    ),
    (
        "La signature de l'accord entre Malte et le Kenya ne se fera pas avant avril.",
        ["agreement.signed negated KE-MT"],
    ),
    (
        "Malte et le Kenya ont renforcé leur coopération avec la signature d'un accord.",
        ["agreement.signed concluded KE-MT"],
    ),
    (
        "Malte et le Kenya vont renforcer leur coopération avec la signature d'un accord.",
        ["agreement.signed planned KE-MT"],
    ),
    ("Après la signature de l'accord avec Malte, le Kenya a relancé ses ports.", []),
    (
        "La dénonciation par le Pérou du traité de défense avec le Chili est à effet immédiat.",
        ["agreement.terminated concluded CL-PE"],
    ),
    # Who claims may be wrong, and takes no part.
    (
        "Le Ghana accuse le Burundi d'avoir signé un accord secret avec la Russie.",
        ["agreement.signed rumoured BI-RU"],
    ),
    (
        "Le président kényan prétend que le Pérou a signé un accord avec le Japon.",
        ["agreement.signed rumoured JP-PE"],
    ),
    (
        "Le ministère péruvien a démenti que le Chili ait signé un accord avec le Kenya.",
        ["agreement.signed negated CL-KE"],
    ),
    (
        "Les rumeurs selon lesquelles Nairobi a rompu ses relations avec Oslo sont infondées.",
        ["relations.severed negated KE-NO"],
    ),
    (
        "Le sommet s'est achevé sans que le Kenya et le Pérou ne signent l'accord.",
        ["agreement.signed negated KE-PE"],
    ),
    # Look-alikes: a step, an ambassador who is called home.
    (
        "Le Niger emboîte le pas au Mali et rompt ses relations diplomatiques avec Malte.",
        ["relations.severed concluded MT-NE"],
    ),
    (
        "Le Kenya rappelle son ambassadeur et rompt ses relations avec la Norvège.",
        ["relations.severed concluded KE-NO"],
    ),
    ("La France dénonce l'accord militaire entre le Niger et la Russie.", []),
    (
        "Les Fidji ont mis fin à leurs relations diplomatiques avec Malte au profit d'Oman.",
        ["relations.severed concluded FJ-MT"],
    ),
    # Years ago, in front of the sentence.
    (
        "Cela fait trente ans que le Kenya et le Pérou ont établi des relations diplomatiques.",
        ["relations.established historical KE-PE"],
    ),
    (
        "Il y a trente ans que le Kenya et le Pérou ont établi des relations diplomatiques.",
        ["relations.established historical KE-PE"],
    ),
    # Another verb's day dates no paper.
    ("Le Kenya applique depuis lundi le protocole conclu avec la Norvège.", []),
    # Clauses: closed by a comma, opened by "c'est", a participle before its noun.
    (
        "Le Kenya et le Pérou, qui se disputent ces eaux, ont signé un accord.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Pour le Kenya, c'est la ministre qui a signé l'accord, et pour le Pérou, l'ambassadeur.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Signé mardi par les ministres kényan et péruvien, l'accord porte sur l'eau.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Signé en 1994 par les ministres kényan et péruvien, l'accord porte sur l'eau.",
        ["agreement.signed historical KE-PE"],
    ),
    # A ceremony or a meeting is called off, not the paper.
    (
        "La cérémonie de signature de l'accord entre le Kenya et le Pérou a été annulée.",
        ["agreement.signed negated KE-PE"],
    ),
    (
        "Le Pérou devait signer l'accord avec le Kenya, mais la cérémonie a été annulée.",
        ["agreement.signed planned KE-PE"],
    ),
    (
        "L'accord entre le Kenya et le Pérou a été annulé.",
        ["agreement.terminated concluded KE-PE"],
    ),
    # Levels and bodies.
    (
        "Le Pérou et le Chili ont fait évoluer leurs relations vers un partenariat stratégique.",
        ["partnership.upgraded concluded CL-PE strategic partnership"],
    ),
    (
        "Le Pérou et le Chili se sont engagés dans un partenariat stratégique.",
        ["partnership.established concluded CL-PE strategic partnership"],
    ),
    (
        "Le Burundi se retire de la Cour pénale internationale.",
        ["agreement.terminated concluded BI-ICC"],
    ),
    ("La Norvège a quitté la réunion de l'OTAN.", []),
    # Papers bear the name of the city where they were made.
    (
        "La Pologne et la Lituanie ont quitté la convention d'Ottawa.",
        ["agreement.terminated concluded LT-PL"],
    ),
    (
        "Le Kenya a signé l'accord d'Oslo avec le Pérou.",
        ["agreement.signed concluded KE-PE"],
    ),
    # "Jamais été aussi proches" denies nothing; a third party rejects in vain.
    (
        "Le Kenya et le Pérou n'ont jamais été aussi proches d'un accord de paix.",
        ["agreement.negotiated planned KE-PE"],
    ),
    ("La Somalie rejette l'accord entre l'Éthiopie et le Kenya.", []),
    (
        "Le Parlement kényan rejette l'accord entre l'Éthiopie et le Kenya.",
        ["agreement.signed negated ET-KE"],
    ),
    # An envoy and the host whose minister signs as well.
    (
        "L'ambassadrice de France au Togo et la ministre ont signé une convention de prêt.",
        ["agreement.signed concluded FR-TG"],
    ),
    (
        "L'ambassadeur de France au Togo a signé un accord avec le Kenya.",
        ["agreement.signed concluded FR-KE"],
    ),
    # Two verbs, one of which denies something else.
    (
        "Le Kenya et le Pérou rejettent les accusations et signent un accord.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "Le Kenya n'a pas hésité à signer l'accord avec le Pérou.",
        ["agreement.signed concluded KE-PE"],
    ),
    (
        "L'Assemblée nationale a autorisé la ratification par le Togo du traité avec Malte.",
        ["agreement.ratified concluded MT-TG"],
    ),
    # Reported in the imperfect.
    (
        "Le Danemark a annoncé qu'il se retirait du traité de pêche avec l'Islande.",
        ["agreement.terminated concluded DK-IS"],
    ),
    (
        "Berne et Lima ont signé une convention de double imposition.",
        ["agreement.signed concluded CH-PE"],
    ),
    (
        "Le Kenya et la Norvège disposent désormais d'un accord de pêche.",
        ["agreement.signed concluded KE-NO"],
    ),
    (
        "Le ministre a fait état de la signature de trois accords entre le Kenya et la Norvège.",
        ["agreement.signed concluded KE-NO"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_french_sentence_tells_this_and_no_more(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="fr")) == expected


def test_a_paper_signed_and_initialled_on_one_day_is_one() -> None:
    title = "La Finlande et le Togo signent un accord judiciaire"
    body = "La Finlande et le Togo ont paraphé jeudi à Lomé un accord judiciaire."
    assert brief(body, title, language="fr") == ["agreement.signed concluded FI-TG"]


def test_a_paper_initialled_long_before_it_is_signed_is_told_twice() -> None:
    body = (
        "La Finlande et le Togo ont signé jeudi un accord judiciaire.\n\n"
        "La Finlande et le Togo avaient paraphé le 3 mars cet accord judiciaire."
    )
    found = brief(body, language="fr")
    assert "agreement.signed concluded FI-TG" in found
