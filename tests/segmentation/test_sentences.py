"""Where sentences end: our own cases. | a sentence ends here, ~ fine either way; the text's end counts by itself."""

from __future__ import annotations

import pytest

from translator_gui.segmentation.default import segmenter
from translator_gui.text.spans import covers

FRENCH = """
Le Pr. Delfraissy et le Col. Martin ont témoigné.| Le procès reprend lundi.
Mgr. Aupetit a célébré la messe.| Elle a duré deux heures.
Me Dupond-Moretti plaide.| Son confrère, Me. Vey, l’assiste.
Le gén. Burkhard a pris la parole.| Il a salué les troupes.
Il a cité MM. Le Pen et Mélenchon.| Aucun n’a répondu.
Selon J. Le Goff, le Moyen Âge fut long.| L’historien l’a écrit.
Il fallait un plan B.| Le ministre en avait un.
C’est la vitamine C.| Elle est utile.
A. Dumas, V. Hugo et G. Flaubert ont écrit.| On les lit encore.
Ch. de Gaulle a parlé.| Ph. Pétain s’est tu.
L’O.N.U. a voté.| L’O.T.A.N. le dira.
Cf. art. L. 121-3 du code pénal.| La peine est lourde.
L’article R. 123-4, al. 2, c. civ., s’applique.| La cour l’a rappelé.
Voir pp. 12 à 15, t. II, vol. 3.| Le reste est inédit.
Le § 4 de l’art. 12 est clair.| Le juge l’a dit.
Cass. crim., 12 janv. 2010, n° 09-12.345, Bull. crim. n° 7.| L’arrêt fait jurisprudence.
Le vol AF 447 a décollé à 19 h 03.| Il n’est jamais arrivé.
Rendez-vous à 8 h.| Il sera temps.
La rencontre dure 90 min.| Elle sera diffusée.
Le colis pèse 3 kg.| Il coûte 12 €.| On l’expédie.
Il mesure 1 m. 80.| C’est grand.
Au XIXe s., la ville était un port.| Elle l’est restée.
Le musée date du XVIIIe s.| Il est ouvert.
Vers 50 av. J.-C.| Les Romains arrivent.
Ils ont parlé de paix, de commerce, etc.| Puis ils sont partis.
Des pommes, des poires, etc., sont vendues.| Elles sont mûres.
Le prix est de 3,5 M€.| La vente est close.
Il a couru 10,5 km.| Il est fatigué.
Le cours est à 1.234,56 dollars.| Il baisse.
Rendez-vous sur lemonde.fr.| Le site est gratuit.
Son adresse est j.dupont@mairie-lyon.fr.| Écrivez-lui.
Le fichier « budget.2023.xlsx » est en ligne.| Il pèse 3 Mo.
La version 2.0.1 est sortie.| Elle corrige tout.
« Venez ! », dit-elle.| Il vint.
« Est-ce possible ? », s’interroge le maire.| Personne ne sait.
« Oui. »| Le mot est lâché.
« C’est fini… », a soufflé le coureur.| Il avait tout donné.
« Nous irons jusqu’au bout », prévient-il, avant d’ajouter : « Rien ne nous arrêtera. »| Le ton est donné.
Il a répondu : « Pourquoi ? »| Puis il s’est tu.
Il a répondu : « Pourquoi pas ? » avant de s’en aller.| La porte a claqué.
« Que faire ? Où aller ? », demandent les sinistrés.| Ils attendent.
Elle a lancé un « Merci ! » à la foule.| Le public a ri.
Il parle d’un « fiasco ».| L’opposition aussi.
Un « succès », selon lui.| Un « échec », selon elle.
“Nous sommes prêts.”| Le général l’a répété.
"Nous sommes prêts", a dit le général.| "Nous irons."| Il est parti.
Le ministre – qui n’a pas voulu répondre ! – est sorti.| La presse attendait.
Il hésite (qui ne le ferait pas ?).| Puis il signe.
Le texte (voir p. 12) est long.| Il sera abrégé.
Il est venu (M. Dupont l’a vu.~ Sa femme aussi).| Il est reparti.
La grève continue [...].| Les usagers patientent.
« La grève […] continue », dit-il.| Les usagers patientent.
Il voulait… quoi, au juste ?| Nul ne le sait.
Eh bien… non !| C’est raté.
Attention !!| Danger !!!| Fuyez.
— Tu viens ?| — Non.| — Dommage.
– Combien ?| – Trois.| – C’est peu.
L’accord est signé1.| La Chine s’en félicite.
L’accord est signé.1| La Chine s’en félicite.
L’accord est signé².| La Chine s’en félicite.
L’accord est signé.[3]| La Chine s’en félicite.
L’accord est signé [3].| La Chine s’en félicite.
La ville de St-Denis et celle de Ste. Maxime ont voté.| Les résultats tombent.
Il habite 3 bd. Raspail, près de l’av. Foch.| Elle habite loin.
La Cie. Nationale du Rhône investit.| Ses barrages tournent.
La société Martin S.A.R.L. a fermé.| Ses salariés manifestent.
Il travaille chez Dupont S.A.| Son frère aussi.
Le no. 2 du parti a parlé.| Le n° 1 s’est tu.
Le tél. portable sonne.| Personne ne décroche.
Env. 3 000 personnes, soit max. 5 % du total, sont venues.| C’est peu.
Il est né le 3 févr. 1950.| Il est mort en déc.| On l’a pleuré.
N.B. Le tarif est réduit.| Il faut réserver.
P.-S. Je reviens demain.| Tout va bien.
C’est-à-dire (c.-à-d. en clair) rien.| Tout est dit.
Le groupe et al. ont publié.| L’étude est contestée.
1. Le gaz est rare.| 2. Le pétrole est cher.
a) Le gaz est rare.| b) Le pétrole est cher.
I. Le gaz est rare.| II. Le pétrole est cher.
En 2022, 30 pays ont voté.| 12 se sont abstenus.
À 14 h 30, la séance est levée.| À 15 h, elle reprend.
C’est vrai ?| Oui.| Non ?| Si !
La France (67 millions d’hab.) vote.| L’Allemagne aussi.
Vive la République !| Vive la France !
Le président a dit « non ».| « Jamais », a-t-il ajouté.| Le débat est clos.
Êtes-vous sûr ?| Évidemment.| Œil pour œil.
L’iPhone est cher.| iPhone ou pas, il appelle.
Il a dit : "Je pars."| Elle est restée.
Le Dr Martin, Mme Petit et Mlle Roy, p. ex., sont là.| Les autres, non.
Le procès s’est tenu à Aix-en-Provence.| Hier, il a repris.
Selon l’A.F.P., deux hommes ont fui.| La police les cherche.
Le S.G. de l’O.N.U. M. Guterres a réagi.| Paris aussi.
M. X., 45 ans, a été arrêté.| Mme Y. est libre.
Le parti (P.S.) recule.| La droite avance.
« Je suis venu. J’ai vu. J’ai vaincu », aurait dit César.| L’histoire l’a retenu.
« Où est-il ? »| La question hante la famille.| Nul n’a de réponse.
Yahoo! est vendu.| Le prix est secret.
« Le navire a coulé en dix minutes. Nous n’avons rien pu faire », raconte un marin.| L’équipage est sauf.
Le maire l’assure : « Aucun retard n’est à craindre. »| L’opposition en doute.
Le ministre s’est dit « très inquiet ».| « Il faut agir vite », a-t-il insisté.| Le Sénat se réunit mardi.
Pourquoi ce silence ?| La réponse tient en un mot : la peur.
Le préfet (à droite sur la photo) a salué les pompiers.| Aucun blessé n’est à déplorer.
Le texte, adopté à 23 h 45, entre en vigueur le 1er janvier.| Il sera évalué en 2025.
Plus de 1 200 foyers sont privés d’électricité.| Le retour à la normale est prévu à 18 h.
Le taux est passé de 3,2 % à 4,1 %.| C’est un record.
L’O.M.S. et l’UNICEF ont lancé un appel.| Il manque 30 millions d’euros.
L’ex-ministre M. A. Dupont-Aignan a démissionné.| Sa lettre tient en trois lignes.
« Quelle honte ! » s’exclame une riveraine.| Son voisin approuve.
« Quelle honte ! »| Le mot revient sans cesse.
« Vous mentez ! – Prouvez-le ! », se sont lancé les deux élus.| La séance est suspendue.
Vu l’art. 1er de la loi n° 78-17 du 6 janv. 1978 ;~ vu le décret n° 2005-1309 du 20 oct. 2005.| La commission décide.
Le tribunal, dans son jugement du 3 févr. 2021 (RG n° 19/01234), a rejeté la demande.| M. X. a fait appel.
Aux termes de l’al. 3 de l’art. 700 du c. pr. civ., les frais sont dus.| Le pourvoi est rejeté.
Voir infra, p. 45, note 3.| Comp. Cass. soc., 5 mai 1998.
V. également l’arrêt du 3 mai.| Il est inédit.
La sté. Martin c. Dupont a été jugée.| L’appel est ouvert.
Site : https://www.exemple.fr/a?b=1&c=2.| Accès libre.
Contact : presse@ville-kermoran.fr ou 02.98.00.00.00.| Réponse sous 48 h.
Téléchargez l’application v.2.1.| Elle est gratuite.
Tapez « www.exemple.fr/aide.html » dans la barre d’adresse.| Cliquez sur « OK ».
Le compte @mairie_kermoran a publié 3 messages.| #Kermoran est en tête des tendances.
Retrouvez-nous sur Radio Estuaire (98.5 FM).| L’émission est en direct.
Elle répète : « Non, non et non ! »| Puis elle raccroche.
Elle dit « oui », il dit « non ».| Personne ne cède.
La phrase « L’État, c’est moi. » est apocryphe.| Louis XIV ne l’a pas dite.
Il cite Hugo : « Demain, dès l’aube… »| La salle applaudit.
Silence...| Puis un cri.
« Je… je ne sais pas », balbutie-t-il.| Le juge insiste.
Il y a dix ans, un séisme...| Qui s’en souvient ?
Le G7, le G20, l’UE : tous sont là.| Seule la Russie manque.
Le Pr Martin, de l’hôpital St-Louis, et le Dr. Petit sont formels.| Le vaccin est sûr.
Mme Le Pen et M. Le Maire se sont croisés.| Ils ne se sont pas parlé.
S. Exc. M. l’ambassadeur est arrivé.| Il repart demain.
Le lieutenant-col. Ferrand a témoigné.| Le huis clos a été levé.
Ils étaient 3 000 selon la police, 10 000 selon les organisateurs.| La marche s’est achevée à 17 h.
L’usine produit 40 t. par jour.| Elle emploie 200 personnes.
Le record est de 9,58 s.| Il date de 2009.
Il a tout perdu : sa maison, sa voiture, ses papiers, etc.| Il dort dans un gymnase.
Les 12, 13 et 14 mars.| Les dates sont fixées.
Louis XVI fut guillotiné.| Charles X. ne le fut pas.
Le roi Louis XIV.| Son règne fut long.
Que dit le rapport ?| 1) La digue était fragile.| 2) L’alerte est venue trop tard.
La pluie tombait.*| Le fleuve montait.
C’était prévisible.| (Lire page 3.)| Rien n’a été fait.
C’était prévisible (voir l’encadré).| Rien n’a été fait.
“C’est une première”, se félicite-t-elle.| “Nous en sommes fiers.”
Le cargo "Étoile du Nord" est à quai.| Le "Liberté" attend au large.
Le nombre d’habitants (2,1 M.) stagne.| La ville vieillit.
Il vit à N.-D. de Lorette.| Elle vit au Bourg.
Le chat.| Le chien.| La souris.
**Un point important.**| La suite est plus calme.
Il l’a dit à l’ONU.| M. Guterres a pris la parole.
""".strip().splitlines()

ENGLISH = """
Prof. Smith met Lt. Gov. Jones.| They agreed.
He works for the U.N. in Geneva.| She works for the E.U.| The pay is good.
The U.S. Army left.| He lives in the U.S.| It is far.
He arrived at 5 p.m. on Monday.| She left at 6 a.m.| They never met.
Mr. and Mrs. Brown came.| Their son did not.
“Stop!” Mr. Smith said.| He meant it.
“Where are you going?” asked the officer.| Nobody answered.
“We won. We really won,” she said.| The room cheered.
"It is late," he said.| "Go home."| She went.
The firm (Smith & Co.) closed.| Its staff left.
Sales rose 3.5% to $1.2bn.| Profits fell.
See Fig. 3 and pp. 12-15.| The rest is online.
He cited Art. 5, No. 12, vol. II.| The court agreed.
It costs approx. 5 dollars, i.e. nothing.| Buy it.
Dr. No. is a film.| It is old.
The case Smith v. Jones is closed.| Both lost.
He was born on Feb. 3, 1950.| He died in Dec.| He was old.
J. R. R. Tolkien wrote it.| C. S. Lewis read it.
He lives on Main St.| The house is red.| It is big.
Washington, D.C., is hot.| He lives in Washington, D.C.| It is hot.
What?!| No!| Yes.
He paused... then left.| It was over...| Nobody spoke.
Visit www.example.com.| It is free.
Write to a.b@example.org.| We will answer.
The plan (it failed!) was his.| He paid.
The end.[2]| A new start.1| Done.
“Never,” said Mr. Jones.| “Not now, not ever.”| He left.
Yahoo! shares fell.| Others rose.
He has a Ph.D. in law.| She has an M.D.| They teach.
Sgt. Pepper et al. left.| The band stayed.
1. Gas is scarce.| 2. Oil is dear.
The population is 2 million.| 30,000 have left.
It weighs 5 lb.| It is light.
He came in.| Smith left.
“This is not over,” the mayor said.| “We will be back.”
“Who knows?” said Ms. Tanguy, the union’s spokeswoman.| Nobody did.
“Run!” shouted Capt. Lewis.| They ran.
The minister – who refused to answer! – left early.| The press waited.
He asked: “Why not?”| Then he sat down.
They shouted “Shame!” and left.| The session resumed at 2:30 p.m.
Gov. J. B. Smith signed H.R. 1234 on Jan. 6, 2021.| It took effect at once.
Sen. Smith (R., Texas) voted no.| Rep. Jones did not vote.
The company, Foo Inc., closed.| Bar Ltd. did too.
The U.K. Government disagreed.| The E.U. Commission agreed.
Mt. Everest is 8,848.86 m. high.| K2 is lower.
The B.B.C. reported it.| The A.P. confirmed it.
He scored at 45 min. 30 sec.| The crowd roared.
There were 3,000 people, i.e. half the town.| Police counted 1,200.
Is it true?| Yes.| No!| Perhaps…
See https://example.org/a.b?c=d.| It is down.
It happened in 1999.| 20 years later, nothing has changed.
He works at Yahoo! as a clerk.| She does not.
“He told me, ‘Get out.’ So I did,” she said.| The case is closed.
The vote was 5-4.| Justice R. B. Ginsburg dissented.
It was the end (or so they thought).| It was not.
It was the end.| (So they thought.)| It was not.
Mr. O’Brien met Mrs. Le Goff at No. 10.| They shook hands.
The so-called “deal of the century”.| What a joke.
She said she would “never, ever” resign.| She resigned.
Smith et al. (2010) disagree.| Jones agrees.
""".strip().splitlines()

# French typography as it comes: no-break and narrow no-break spaces.
SPACED = [
    "«\u00a0Je pars\u202f!\u00a0», lance-t-il.| «\u00a0Moi aussi.\u00a0»| Fin.",
    "Qui\u202f?| Quoi\u202f?!| Où\u00a0?| «\u202fIci.\u202f»",
    "M.\u00a0Macron a vu M.\u202fXi à 14\u00a0h\u00a030.| La rencontre a duré 2\u00a0h.| Rien n’a filtré.",
    "Il y a 1\u202f200\u202f000\u00a0réfugiés.| 350\u202f000 sont en Pologne.",
    "L’art.\u00a05 et le n°\u00a03, p.\u00a012.| Le reste suit.",
]

LANGUAGES = [("fr", line) for line in FRENCH + SPACED] + [("en", line) for line in ENGLISH]


def _read(line: str) -> tuple[str, set[int], set[int]]:
    text, required, optional = "", set(), set()
    for letter in line:
        if letter == "|":
            required.add(len(text))
        elif letter == "~":
            optional.add(len(text))
        else:
            text += letter
    return text, required, optional


@pytest.mark.parametrize(("language", "line"), LANGUAGES)
def test_sentences_end_where_they_should(language: str, line: str) -> None:
    text, required, optional = _read(line)
    spans = segmenter().spans(text, language)
    ends = {span.end for span in spans} - {len(text)}
    assert [span.of(text) for span in spans]
    assert covers(text, spans)
    assert ends - optional == required, " / ".join(span.of(text) for span in spans)


def test_enough_cases_are_ours() -> None:
    assert len(LANGUAGES) >= 200
