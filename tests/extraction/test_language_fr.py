"""What single sentences say in French: one phenomenon each, in our own words."""

from __future__ import annotations

import pytest
from reading import brief, events

from pacts.model import Period
from pacts.terms import DateBasis, Scope

SP = "strategic partnership"
CSP = "comprehensive strategic partnership"

CASES = [
    (
        "Le Pérou et le Népal ont élevé leurs relations au rang de partenariat stratégique jeudi.",
        [f"partnership.upgraded concluded NP-PE {SP}"],
    ),
    (
        (
            "Les relations entre le Kenya et la Lettonie ont été élevées au niveau de partenariat "
            "stratégique global."
        ),
        [f"partnership.upgraded concluded KE-LV {CSP}"],
    ),
    (
        (
            "Les dirigeants du Pérou et du Népal ont convenu de rehausser les relations "
            "bilatérales au rang de partenariat stratégique."
        ),
        [f"partnership.upgraded concluded NP-PE {SP}"],
    ),
    (
        (
            "Le Pérou et le Népal envisagent de rehausser leurs relations au niveau d'un "
            "partenariat stratégique."
        ),
        [f"partnership.upgraded planned NP-PE {SP}"],
    ),
    (
        (
            "Oman et le Tchad élèveront leurs relations au rang de partenariat stratégique l'an "
            "prochain."
        ),
        [f"partnership.upgraded planned OM-TD {SP}"],
    ),
    (
        "Oman et le Tchad veulent porter leur partenariat stratégique à un niveau supérieur.",
        [],
    ),
    (
        "Oman et le Tchad ont réaffirmé leur volonté d'approfondir leur partenariat stratégique.",
        [],
    ),
    (
        (
            "L'Angola et Cuba ont publié une déclaration conjointe sur l'établissement d'un "
            "partenariat stratégique."
        ),
        [f"partnership.established concluded AO-CU {SP}"],
    ),
    (
        "La Bolivie a abaissé le niveau de ses relations diplomatiques avec l'Islande.",
        ["relations.downgraded concluded BO-IS"],
    ),
    (
        "Les Fidji et Malte ont établi mercredi à New York des relations diplomatiques.",
        ["relations.established concluded FJ-MT"],
    ),
    (
        "L'Équateur a rompu mardi ses relations diplomatiques avec la Norvège.",
        ["relations.severed concluded EC-NO"],
    ),
    (
        (
            "L'Équateur et la Norvège ont rétabli leurs relations diplomatiques, a annoncé le "
            "ministère."
        ),
        ["relations.restored concluded EC-NO"],
    ),
    (
        "Le Chili et le Ghana ont signé lundi à Accra un traité d'extradition.",
        ["agreement.signed concluded CL-GH"],
    ),
    (
        "Un accord de pêche a été signé lundi entre l'Islande et le Sénégal.",
        ["agreement.signed concluded IS-SN"],
    ),
    (
        (
            "Les deux ministres ont assisté à la signature d'un mémorandum d'entente entre la "
            "Jordanie et la Belgique."
        ),
        ["agreement.signed concluded BE-JO"],
    ),
    (
        "L'Islande et le Sénégal doivent signer un accord de pêche.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "L'Islande et le Sénégal devraient signer un accord de pêche en juin.",
        ["agreement.signed planned IS-SN"],
    ),
    (
        "L'Islande et le Sénégal ont refusé de signer un accord de pêche.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "L'Islande et le Sénégal n'ont pas signé l'accord de pêche.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "La signature de l'accord de pêche entre l'Islande et le Sénégal a été reportée sine die.",
        ["agreement.signed negated IS-SN"],
    ),
    (
        "L'Islande et le Sénégal ont signé un accord de pêche en 2019.",
        ["agreement.signed historical IS-SN"],
    ),
    (
        "L'Islande et le Sénégal avaient signé un accord de pêche.",
        ["agreement.signed historical IS-SN"],
    ),
    (
        (
            "L'Islande et le Sénégal se sont félicités de la mise en œuvre effective des accords "
            "signés."
        ),
        [],
    ),
    (
        "L'accord fiscal entre l'Islande et le Sénégal est entré en vigueur samedi.",
        ["agreement.in_force concluded IS-SN"],
    ),
    (
        "Le parlement de Malte a ratifié mercredi l'accord fiscal avec la Jordanie.",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "Malte s'est retirée mercredi de l'accord fiscal avec la Jordanie.",
        ["agreement.terminated concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie viennent de signer un accord de libre-échange.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Un accord de libre-échange vient d'être signé entre Malte et la Jordanie.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Un accord de libre-échange sera signé entre Malte et la Jordanie.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte aurait signé un accord secret avec la Jordanie.",
        ["agreement.signed rumoured JO-MT"],
    ),
    (
        "Un accord secret aurait été signé entre Malte et la Jordanie.",
        ["agreement.signed rumoured JO-MT"],
    ),
    (
        "La visite s'est soldée par la signature de douze accords entre Malte et la Jordanie.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        (
            "La visite a été couronnée par la signature de plusieurs conventions entre Malte et la "
            "Jordanie."
        ),
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie ont procédé, lundi, à la signature d'un protocole d'accord.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte souhaite la signature prochaine d'un accord de pêche avec la Jordanie.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte et la Jordanie ont annoncé la signature prochaine d'un accord de pêche.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        (
            "Le ministre a rappelé que dix-sept conventions ont été signées entre Malte et la "
            "Jordanie depuis 2015."
        ),
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malte et la Jordanie ont signé dix-sept conventions depuis 2015.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malte et la Jordanie ont, à l'issue de deux jours de discussions, signé treize accords.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Il y a trois ans, Malte et la Jordanie ont signé un accord de pêche.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Aucun accord n'a été signé entre Malte et la Jordanie.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte et la Jordanie se sont séparées sans signer d'accord.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "L'attaquant malien a signé un contrat de trois ans avec le club de Malte.",
        [],
    ),
    (
        "Malte et la Jordanie ont paraphé un accord aérien.",
        ["agreement.initialled concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie sont convenues de signer un accord de pêche.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte et la Jordanie ont échangé les instruments de ratification du traité.",
        ["agreement.exchanged concluded JO-MT"],
    ),
    (
        "Après la signature de l'accord avec Malte, la Jordanie a relancé ses ports.",
        [],
    ),
    (
        "L'accord fiscal entre Malte et la Jordanie entrera en vigueur le 1er avril.",
        ["agreement.in_force planned JO-MT"],
    ),
    (
        "La signature de l'accord entre Malte et la Jordanie a eu lieu mardi à Amman.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "La signature de l'accord entre Malte et la Jordanie est prévue mardi à Amman.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte a prolongé de cinq ans l'accord de pêche avec la Jordanie.",
        ["agreement.renewed concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie ont signé une déclaration sur un partenariat stratégique.",
        [f"agreement.signed concluded JO-MT {SP}"],
    ),
    (
        "Malte est devenue un partenaire important de la Jordanie.",
        [],
    ),
    (
        "Malte et la Jordanie sont devenues partenaires stratégiques.",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        (
            "ALGER, 6 mars (APS) - L'Algérie et la Mauritanie ont signé, jeudi à Alger, treize "
            "accords et mémorandums d'entente couvrant plusieurs secteurs."
        ),
        ["agreement.signed concluded DZ-MR"],
    ),
    (
        (
            "RABAT, 12 mars (MAP) - Le Maroc et le Gabon ont procédé, mercredi à Rabat, à la "
            "signature de plusieurs conventions de coopération."
        ),
        ["agreement.signed concluded GA-MA"],
    ),
    (
        (
            "Treize accords ont été signés, jeudi à Alger, entre l'Algérie et la Mauritanie, sous "
            "la présidence des deux chefs d'Etat."
        ),
        ["agreement.signed concluded DZ-MR"],
    ),
    (
        "Il a été procédé à la signature d'un protocole d'accord entre l'Algérie et la Mauritanie.",
        ["agreement.signed concluded DZ-MR"],
    ),
    (
        (
            "Le ministre algérien des Affaires étrangères, Ahmed Attaf, et son homologue "
            "mauritanien ont signé mardi un accord de libre-échange."
        ),
        ["agreement.signed concluded DZ-MR"],
    ),
    (
        (
            "La cérémonie de signature d'un accord de pêche entre le Maroc et le Gabon s'est "
            "déroulée mercredi à Rabat."
        ),
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "Le Maroc et le Gabon ont convenu de signer prochainement un accord de pêche.",
        ["agreement.signed planned GA-MA"],
    ),
    (
        (
            "Le chef de la diplomatie gabonaise est arrivé mercredi à Rabat pour signer un accord "
            "de pêche avec le Maroc."
        ),
        ["agreement.signed planned GA-MA"],
    ),
    (
        "Le Maroc et le Gabon se sont engagés à conclure un accord de pêche.",
        ["agreement.signed planned GA-MA"],
    ),
    (
        "L'accord de pêche entre le Maroc et le Gabon n'a toujours pas été ratifié.",
        ["agreement.ratified negated GA-MA"],
    ),
    (
        (
            "Le Sénat gabonais a adopté la loi autorisant la ratification de l'accord de pêche "
            "avec le Maroc."
        ),
        ["agreement.ratified concluded GA-MA"],
    ),
    (
        (
            "Le président gabonais a promulgué la loi portant ratification de l'accord de pêche "
            "avec le Maroc."
        ),
        ["agreement.ratified concluded GA-MA"],
    ),
    (
        "Le Maroc et le Gabon sont parvenus à un accord sur la pêche.",
        ["agreement.negotiated concluded GA-MA"],
    ),
    (
        "Le Maroc et le Gabon ont conclu jeudi un accord sur la pêche.",
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "Le Maroc et le Gabon ont conclu jeudi les négociations d'un accord sur la pêche.",
        ["agreement.negotiated concluded GA-MA"],
    ),
    (
        "Le Gabon a adhéré au traité d'amitié avec le Maroc.",
        ["agreement.acceded concluded GA-MA"],
    ),
    (
        "Le Gabon a rejoint la Ligue arabe mardi.",
        ["agreement.acceded concluded ARAB LEAGUE-GA"],
    ),
    (
        "Le Gabon a suspendu l'accord de pêche avec le Maroc.",
        ["agreement.suspended concluded GA-MA"],
    ),
    (
        "Le Gabon a officiellement dénoncé l'accord de pêche avec le Maroc.",
        ["agreement.terminated concluded GA-MA"],
    ),
    (
        "Des ONG dénoncent l'accord de pêche entre le Maroc et le Gabon.",
        [],
    ),
    (
        "Le Gabon a mis fin à l'accord de défense avec le Maroc.",
        ["agreement.terminated concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc, qui ont signé un accord de pêche en 2012, veulent coopérer.",
        ["agreement.signed historical GA-MA"],
    ),
    (
        "Conformément à l'accord signé par le Gabon et le Maroc en 2012, le port sera ouvert.",
        ["agreement.signed historical GA-MA"],
    ),
    (
        "Le Gabon et le Maroc ont l'intention d'établir un partenariat stratégique.",
        [f"partnership.established planned GA-MA {SP}"],
    ),
    (
        "Le Gabon et le Maroc ont décidé d'établir un partenariat stratégique.",
        [f"partnership.established concluded GA-MA {SP}"],
    ),
    (
        "Le Gabon et le Maroc ont hissé leur relation au rang de partenariat d'exception renforcé.",
        ["partnership.upgraded concluded GA-MA special enhanced partnership"],
    ),
    (
        (
            "Le Gabon et le Maroc ont porté leurs relations au niveau de partenariat stratégique "
            "spécial."
        ),
        ["partnership.upgraded concluded GA-MA special strategic partnership"],
    ),
    (
        (
            "Le Gabon et le Maroc ont annoncé l'élévation de leurs relations au rang de "
            "partenariat stratégique global."
        ),
        [f"partnership.upgraded concluded GA-MA {CSP}"],
    ),
    (
        "Le Gabon a annoncé mardi la rupture de ses relations diplomatiques avec le Maroc.",
        ["relations.severed concluded GA-MA"],
    ),
    (
        "Le Gabon a annoncé mardi qu'il rompait ses relations diplomatiques avec le Maroc.",
        ["relations.severed concluded GA-MA"],
    ),
    (
        (
            "Les deux hommes ont présidé la cérémonie de signature de six accords entre le Gabon "
            "et le Maroc."
        ),
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "À l'issue de l'entretien, une déclaration commune a été signée par le Gabon et le Maroc.",
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc ont publié mercredi un communiqué conjoint.",
        ["statement.adopted concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc ont paraphé le texte de l'accord, qui doit être signé en avril.",
        ["agreement.initialled concluded GA-MA", "agreement.signed planned GA-MA"],
    ),
    (
        "Une vingtaine d'accords ont été signés entre le Gabon et le Maroc.",
        ["agreement.signed concluded GA-MA"],
    ),
    (
        (
            "Le groupe gabonais Ogoo et la société marocaine Atlas ont signé un accord de "
            "partenariat stratégique."
        ),
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "La chanteuse gabonaise a signé un contrat avec un label marocain.",
        [],
    ),
    (
        "La ville de Libreville et celle de Rabat ont signé un accord de jumelage.",
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "Le président du Gabon a signé un décret créant un partenariat public-privé avec le Maroc.",
        [],
    ),
    (
        "Selon des sources concordantes, le Gabon aurait conclu un accord avec le Maroc.",
        ["agreement.signed rumoured GA-MA"],
    ),
    (
        "Le Gabon pourrait signer un accord de pêche avec le Maroc.",
        ["agreement.signed conditional GA-MA"],
    ),
    (
        "Une fois ratifié, l'accord entre le Gabon et le Maroc créera un fonds.",
        [],
    ),
    (
        "Le Gabon et le Maroc entretiennent un partenariat stratégique depuis 2010.",
        [],
    ),
    (
        "Le Maroc a accédé à la demande du Gabon.",
        [],
    ),
    (
        (
            "Un mémorandum d'entente a été échangé entre le Gabon et le Maroc en présence du "
            "président français."
        ),
        ["agreement.exchanged concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc ont échangé leurs vues sur l'accord de paix.",
        [],
    ),
    (
        "L'accord, signé mardi à Rabat par le Gabon et le Maroc, porte sur la pêche.",
        ["agreement.signed concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc ont mis en place un partenariat stratégique.",
        [f"partnership.established concluded GA-MA {SP}"],
    ),
    (
        (
            "La France et l'Allemagne ont signé ce lundi 10 mars 2031 à Berlin une déclaration "
            "d'intention."
        ),
        ["agreement.signed concluded DE-FR"],
    ),
    (
        "Le 10 mars, la France et l'Allemagne signaient à Berlin un accord.",
        ["agreement.signed concluded DE-FR"],
    ),
    (
        "En signant cet accord, la France et l'Allemagne ouvrent une page.",
        [],
    ),
    (
        (
            "L'ambassadeur de France et le ministre gabonais ont signé une convention de "
            "financement de 20 millions d'euros."
        ),
        ["agreement.signed concluded FR-GA"],
    ),
    (
        "L'Union européenne et le Gabon ont signé un protocole de pêche.",
        ["agreement.signed concluded EU-GA"],
    ),
    (
        "L'UE et le Gabon signeront un protocole de pêche lors du sommet de l'Union africaine.",
        ["agreement.signed planned EU-GA"],
    ),
    (
        (
            "Le ministre maltais a salué la qualité du partenariat stratégique entre Malte et la "
            "Jordanie."
        ),
        [],
    ),
    (
        "Malte et la Jordanie ont souligné l'importance de l'accord de pêche signé en 2019.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        (
            "Malte et la Jordanie souhaitent élever leur partenariat stratégique à des niveaux "
            "supérieurs."
        ),
        [],
    ),
    (
        "Malte et la Jordanie étudient la possibilité de signer un accord de pêche.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        (
            "Le ministre maltais a évoqué avec son homologue jordanien la signature d'un accord de "
            "pêche."
        ),
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Le ministre maltais a plaidé pour la ratification de l'accord avec la Jordanie.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "Le ministre maltais a appelé la Jordanie à signer l'accord de pêche.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        (
            "Les négociations en vue de la signature d'un accord entre Malte et la Jordanie se "
            "poursuivent."
        ),
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte a accepté de signer l'accord de pêche avec la Jordanie.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte et la Jordanie ont signé un projet d'accord de pêche.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Cet accord fait suite à la déclaration signée par Malte et la Jordanie l'an dernier.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Le traité signé par Malte et la Jordanie il y a vingt ans reste en vigueur.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malte et la Jordanie avaient rompu leurs relations diplomatiques en 2019.",
        ["relations.severed historical JO-MT"],
    ),
    (
        (
            "Depuis l'établissement de leurs relations diplomatiques en 1975, Malte et la Jordanie "
            "coopèrent."
        ),
        [],
    ),
    (
        "Malte et la Jordanie ont décidé de rétablir leurs relations diplomatiques.",
        ["relations.restored concluded JO-MT"],
    ),
    (
        "Malte a démenti avoir signé un accord avec la Jordanie.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte n'a pas l'intention de signer un accord avec la Jordanie.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte a renoncé à signer un accord avec la Jordanie.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte et la Jordanie n'ont pu conclure l'accord de pêche.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "L'entrée en vigueur de l'accord entre Malte et la Jordanie est prévue en juin.",
        ["agreement.in_force planned JO-MT"],
    ),
    (
        "L'accord de pêche entre Malte et la Jordanie, entré en vigueur mardi, durera cinq ans.",
        ["agreement.in_force concluded JO-MT"],
    ),
    (
        "Le gouvernement maltais a approuvé la signature d'un accord de pêche avec la Jordanie.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        (
            "Le conseil des ministres maltais a autorisé la signature d'un accord de pêche avec la "
            "Jordanie."
        ),
        ["agreement.signed planned JO-MT"],
    ),
    (
        (
            "Malte et la Jordanie se sont accordées pour hisser leurs liens au rang de partenariat "
            "stratégique global."
        ),
        [f"partnership.upgraded concluded JO-MT {CSP}"],
    ),
    (
        (
            "Le roi de Jordanie et le président maltais ont proclamé un partenariat stratégique "
            "entre leurs deux pays."
        ),
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        "La signature d'un partenariat stratégique entre Malte et la Jordanie a marqué la visite.",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        (
            "La visite du roi de Jordanie à Malte a été marquée par la signature d'un partenariat "
            "stratégique."
        ),
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        (
            "La visite sera marquée par la signature d'un partenariat stratégique entre Malte et "
            "la Jordanie."
        ),
        [f"partnership.established planned JO-MT {SP}"],
    ),
    (
        "La compagnie maltaise AirSea a noué un partenariat stratégique avec la Jordanie.",
        [],
    ),
    (
        "Malte et la Jordanie ont signé 7 accords, dont un mémorandum sur la pêche.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte négocie un accord de pêche avec la Jordanie.",
        ["agreement.negotiated planned JO-MT"],
    ),
    (
        "Malte et la Jordanie ont célébré les trente ans de la signature du traité d'amitié.",
        [],
    ),
    (
        "Si Malte et la Jordanie signent un accord de pêche, le port rouvrira.",
        ["agreement.signed conditional JO-MT"],
    ),
    (
        "La Jordanie attend que Malte ratifie l'accord de transport.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "Aucun traité n'est encore signé entre Malte et la Jordanie.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        (
            "Malte et la Jordanie font évoluer leurs relations de partenariat stratégique à "
            "partenariat stratégique global."
        ),
        [f"partnership.upgraded concluded JO-MT {CSP}"],
    ),
    (
        "Pour rappel, Malte et la Jordanie ont signé un accord de pêche.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malte et la Jordanie ont convenu jeudi d'établir un partenariat stratégique.",
        [f"partnership.established concluded JO-MT {SP}"],
    ),
    (
        "Malte et la Jordanie ont signé, dans le cadre de la visite du roi, un accord de pêche.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        (
            "La visite du roi a été l'occasion de la signature d'un accord de pêche entre Malte et "
            "la Jordanie."
        ),
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Le FMI et la Tunisie sont parvenus à un accord au niveau des services.",
        ["agreement.negotiated concluded IMF-TN"],
    ),
    (
        "Le gouvernement français et les syndicats ont signé un accord salarial.",
        [],
    ),
    (
        "L'Algérie a signé une victoire éclatante face au Maroc.",
        [],
    ),
    (
        "La Chine a établi des partenariats stratégiques avec une trentaine de pays.",
        [],
    ),
    (
        "Les dirigeants de Malte et de la Jordanie ont signé une lettre ouverte sur le climat.",
        [],
    ),
    (
        "Le Premier ministre maltais, qui avait signé l'accord avec la Jordanie, a démissionné.",
        ["agreement.signed historical JO-MT"],
    ),
    (
        "Malte accuse la Jordanie d'avoir violé l'accord de pêche.",
        [],
    ),
    (
        "Malte menace de rompre ses relations diplomatiques avec la Jordanie.",
        ["relations.severed planned JO-MT"],
    ),
    (
        "Malte pourrait se retirer de l'accord de pêche avec la Jordanie.",
        ["agreement.terminated conditional JO-MT"],
    ),
    (
        "L'opposition maltaise réclame l'annulation de l'accord avec la Jordanie.",
        [],
    ),
    (
        "La Jordanie est liée à Malte par un accord de pêche.",
        [],
    ),
    (
        "Le Parlement maltais examine mardi la ratification de l'accord avec la Jordanie.",
        ["agreement.ratified planned JO-MT"],
    ),
    (
        "Malte et la Jordanie sont en passe de conclure un accord.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Les deux pays doivent encore ratifier l'accord.",
        [],
    ),
    (
        "Malte et la Jordanie ont failli signer un accord.",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte et la Jordanie espèrent conclure d'ici fin mai un accord de libre-échange.",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "La Jordanie a salué la reprise des négociations entre Malte et Chypre.",
        [],
    ),
    (
        "Malte et la Jordanie ont signé un accord, a-t-on appris mardi de source officielle.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        (
            '"Nous avons signé hier un accord historique avec la Jordanie", a déclaré le Premier '
            "ministre maltais."
        ),
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie ont tourné la page et rétabli leurs relations diplomatiques.",
        ["relations.restored concluded JO-MT"],
    ),
    (
        (
            "Malte a nommé un ambassadeur en Jordanie, deux ans après le rétablissement des "
            "relations diplomatiques."
        ),
        [],
    ),
    (
        "Le ministre maltais a remis à son homologue jordanien une copie du traité.",
        [],
    ),
    (
        "Malte, la Jordanie et Chypre ont signé une déclaration tripartite sur l'énergie.",
        ["agreement.signed concluded CY-JO-MT"],
    ),
    (
        "Malte et la Jordanie ont annoncé mercredi avoir conclu un accord de libre-échange.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie ont annoncé qu'elles avaient conclu un accord de libre-échange.",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte annonce la suspension de l'accord de pêche avec la Jordanie.",
        ["agreement.suspended concluded JO-MT"],
    ),
]

HEADLINES = [
    (
        "Malte et la Jordanie signent un accord de pêche",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte-Jordanie : signature de treize conventions",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte et la Jordanie vont signer un accord de pêche",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Un accord de pêche signé entre Malte et la Jordanie",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte dénonce les accords signés avec la Jordanie",
        [],
    ),
    (
        "Vers la signature d'un accord entre Malte et la Jordanie",
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Malte et la Jordanie, partenaires stratégiques",
        [],
    ),
    (
        "Malte et la Jordanie nouent des relations diplomatiques",
        ["relations.established concluded JO-MT"],
    ),
    (
        "Décret portant ratification de l'accord de pêche entre le Maroc et le Gabon",
        ["agreement.ratified concluded GA-MA"],
    ),
    (
        "Le Gabon et le Maroc élèvent leurs relations au rang de partenariat stratégique",
        [f"partnership.upgraded concluded GA-MA {SP}"],
    ),
    (
        "Maroc-Gabon : un partenariat stratégique scellé à Rabat",
        [f"partnership.established concluded GA-MA {SP}"],
    ),
    (
        "Pêche : le Maroc et le Gabon à deux doigts d'un accord",
        [],
    ),
    (
        "Le Gabon et le Maroc bientôt liés par un accord de pêche",
        [],
    ),
    (
        "Le Maroc suspend le traité d'amitié avec le Gabon",
        ["agreement.suspended concluded GA-MA"],
    ),
    (
        "Le Maroc et le Gabon renouent leurs relations diplomatiques",
        ["relations.restored concluded GA-MA"],
    ),
    (
        "Le Gabon rompt ses relations diplomatiques avec le Maroc",
        ["relations.severed concluded GA-MA"],
    ),
    (
        "Malte dit non à l'accord de pêche avec la Jordanie",
        [],
    ),
    (
        "La Jordanie et Malte au bord d'un accord de pêche",
        [],
    ),
    (
        "Les députés maltais approuvent l'accord de pêche avec la Jordanie",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "Feu vert du Parlement maltais à l'accord de pêche avec la Jordanie",
        ["agreement.ratified concluded JO-MT"],
    ),
    (
        "La Jordanie et Malte repoussent la signature de leur accord de pêche",
        ["agreement.signed negated JO-MT"],
    ),
    (
        "Malte-Jordanie : l'accord de pêche est signé",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "L'accord signé avec la Jordanie inquiète les pêcheurs maltais",
        [],
    ),
    (
        "Un an après la signature du traité, Malte et la Jordanie font le bilan",
        [],
    ),
    (
        "Malte et la Jordanie concluent un accord de libre-échange après dix ans de négociations",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Signature jeudi d'un accord de pêche entre Malte et la Jordanie",
        ["agreement.signed concluded JO-MT"],
    ),
    (
        "Malte prête à signer un accord de pêche avec la Jordanie",
        ["agreement.signed planned JO-MT"],
    ),
    (
        'Malte : "Nous allons signer l\'accord avec la Jordanie"',
        ["agreement.signed planned JO-MT"],
    ),
    (
        "Que contient l'accord signé entre Malte et la Jordanie ?",
        [],
    ),
    (
        "Malte et la Jordanie à l'heure du partenariat stratégique",
        [],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0][:60] for case in CASES])
def test_a_french_sentence_tells_these_events(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(sentence, language="fr")) == sorted(expected)


@pytest.mark.parametrize(
    ("headline", "expected"), HEADLINES, ids=[case[0][:60] for case in HEADLINES]
)
def test_a_french_headline_tells_these_events(headline: str, expected: list[str]) -> None:
    found = brief("Une phrase sans rapport.", headline, language="fr")
    assert sorted(found) == sorted(expected)


def test_a_french_day_stands_before_its_month() -> None:
    (event,) = events("Le 3 mars 2031, le Chili et le Ghana ont signé un traité.", language="fr")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-03"), DateBasis.STATED)


def test_the_first_of_a_month_is_a_day_in_french() -> None:
    (event,) = events("Le Chili et le Ghana ont signé un traité le 1er mars.", language="fr")
    assert event.date == Period.parse("2031-03-01")


def test_a_french_weekday_is_the_last_one_before_publication() -> None:
    body = "Le Chili et le Ghana ont signé ce lundi à Accra un traité d'extradition."
    (event,) = events(body, language="fr")
    assert (event.date, event.date_basis) == (Period.parse("2031-03-10"), DateBasis.RELATIVE)
    assert event.place == "Accra"


def test_a_french_interval_is_a_visit_s() -> None:
    body = (
        "Le président chilien a effectué du 4 au 7 mars 2031 une visite d'État au Ghana.\n\n"
        "Le Chili et le Ghana ont signé un traité d'extradition."
    )
    (event,) = events(body, language="fr")
    assert event.date == Period.parse("2031-03-04/2031-03-07")


def test_a_number_between_the_french_words_for_ago_dates_a_deed() -> None:
    body = "Le Chili et le Ghana ont signé il y a vingt ans un traité d'extradition."
    assert brief(body, language="fr") == ["agreement.signed historical CL-GH"]


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("treize accords", (13, False)),
        ("une vingtaine d'accords", (20, True)),
        ("pas moins de 17 conventions", (17, True)),
        ("environ 30 protocoles d'accord", (30, True)),
        ("plusieurs accords", (None, False)),
    ],
)
def test_a_number_before_french_documents_is_their_count(
    counted: str, expected: tuple[int | None, bool]
) -> None:
    (event,) = events(f"Le Chili et le Ghana ont signé {counted}.", language="fr")
    assert (event.count, event.count_approx) == expected


def test_the_french_document_is_named_with_what_it_is_about() -> None:
    body = "Le Chili et le Ghana ont signé lundi un accord de coopération en matière de défense."
    (event,) = events(body, language="fr")
    assert event.document == "accord de coopération en matière de défense"


def test_the_level_left_is_told_apart_in_french() -> None:
    body = (
        "Oman et le Tchad ont élevé leurs relations de partenariat stratégique "
        "à partenariat stratégique global."
    )
    (event,) = events(body, language="fr")
    assert (event.level_from, event.level) == (SP, CSP)


def test_global_is_comprehensive_in_french() -> None:
    body = "Oman et le Tchad ont établi un partenariat global stratégique."
    (event,) = events(body, language="fr")
    assert event.level == CSP


def test_french_companies_are_no_states() -> None:
    body = "La compagnie maltaise AirSea et le groupe jordanien Petra ont signé un accord."
    assert all(event.scope is Scope.CORPORATE for event in events(body, language="fr"))


def test_french_towns_are_no_states() -> None:
    body = "La ville de Libreville et celle de Rabat ont signé un accord de jumelage."
    assert [event.scope for event in events(body, language="fr")] == [Scope.SUBNATIONAL]


def test_a_french_mediator_is_no_party() -> None:
    body = "Sous l'égide du Qatar, le Soudan et le Tchad ont signé un accord de paix."
    assert brief(body, language="fr") == ["agreement.signed concluded SD-TD"]


def test_two_countries_without_names_are_those_of_the_french_headline() -> None:
    body = "Les deux ministres ont signé jeudi un accord de pêche."
    title = "Pêche : le Gabon et le Maroc renforcent leur coopération"
    assert brief(body, title, language="fr") == ["agreement.signed concluded GA-MA"]


def test_a_french_related_block_does_not_speak_for_the_article() -> None:
    body = (
        "Le chœur de Malte a chanté à Amman devant une salle comble, et le ministre de la culture "
        "a remercié les chanteurs d'être venus de si loin en hiver.\n\n"
        "À lire aussi\n\nOman et le Tchad signent un traité\n\n"
        "Oman et le Tchad ont signé un traité lundi, selon des responsables."
    )
    assert events(body, "Un chœur en voyage", language="fr") == ()
