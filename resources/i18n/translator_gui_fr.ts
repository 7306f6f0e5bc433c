<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Translator GUI</source>
        <translation>À propos de Translator GUI</translation>
    </message>
    <message>
        <source>Version {0} · MIT licence</source>
        <translation>Version {0} · licence MIT</translation>
    </message>
    <message>
        <source>It stands on, among others:</source>
        <translation>Il s’appuie notamment sur :</translation>
    </message>
    <message>
        <source>Dictionaries: hunspell word lists under the licences shipped beside them.</source>
        <translation>Dictionnaires : listes de mots hunspell, sous les licences livrées avec elles.</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Composant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Parts and their licences</source>
        <translation>Composants et leurs licences</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Nothing is running</source>
        <translation>Rien n’est en cours</translation>
    </message>
    <message>
        <source>Proposals, scoring, exports and downloads show here.</source>
        <translation>Les propositions, évaluations, exports et téléchargements s’affichent ici.</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Effacer les tâches finies</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
</context>
<context>
    <name>Aligning</name>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} et {1}</translation>
    </message>
    <message>
        <source>The documents were put the right way round.</source>
        <translation>Les documents ont été remis dans le bon ordre.</translation>
    </message>
    <message>
        <source>The French one is on the left, the English one on the right.</source>
        <translation>Le français est à gauche, l’anglais à droite.</translation>
    </message>
    <message>
        <source>This alignment is open for reading only.</source>
        <translation>Cet alignement est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Comparing words</source>
        <translation>Comparaison des mots</translation>
    </message>
    <message>
        <source>Comparing meanings</source>
        <translation>Comparaison du sens</translation>
    </message>
    <message>
        <source>Aligning anew</source>
        <translation>Nouvel alignement</translation>
    </message>
    <message>
        <source>Aligned anew: nothing came out differently.</source>
        <translation>Réaligné : rien n’a changé.</translation>
    </message>
    <message>
        <source>Confirm a bead nearby, then what lies between is looked at alone.</source>
        <translation>Confirmez un bloc voisin : seul ce qui se trouve entre les deux sera repris.</translation>
    </message>
    <message numerus="yes">
        <source>%n English sentence(s) have no French: they are in the notes of the rows before.</source>
        <translation>
            <numerusform>%n phrase anglaise est sans français : elle figure dans la note de la ligne précédente.</numerusform>
            <numerusform>%n phrases anglaises sont sans français : elles figurent dans les notes des lignes précédentes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlignmentPage</name>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>The machine's work</source>
        <translation>Travail de la machine</translation>
    </message>
    <message numerus="yes">
        <source>%n bead(s)</source>
        <translation>
            <numerusform>%n bloc</numerusform>
            <numerusform>%n blocs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed</source>
        <translation>
            <numerusform>%n confirmé</numerusform>
            <numerusform>%n confirmés</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} doubtful</source>
        <translation>{0} douteux</translation>
    </message>
    <message>
        <source>{0} not one to one</source>
        <translation>{0} non 1:1</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) without counterpart</source>
        <translation>
            <numerusform>%n phrase sans équivalent</numerusform>
            <numerusform>%n phrases sans équivalent</numerusform>
        </translation>
    </message>
    <message>
        <source>French {0} is marked: go to its English and press the key again. Escape lets go.</source>
        <translation>Phrase française {0} marquée : allez à son anglais et appuyez de nouveau. Échap annule.</translation>
    </message>
    <message>
        <source>English {0} is marked: go to its French and press the key again. Escape lets go.</source>
        <translation>Phrase anglaise {0} marquée : allez à son français et appuyez de nouveau. Échap annule.</translation>
    </message>
    <message>
        <source>Comparing meanings: {0} of {1} sentences</source>
        <translation>Comparaison du sens : {0} phrases sur {1}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparaison…</translation>
    </message>
</context>
<context>
    <name>ArticleTable</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalées</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergence</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>done</source>
        <translation>traité</translation>
    </message>
    <message>
        <source>done before</source>
        <translation>déjà traité</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
</context>
<context>
    <name>BaselineBar</name>
    <message>
        <source>Changes shown</source>
        <translation>Changements affichés</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>À la réception</translation>
    </message>
    <message>
        <source>Machine’s text</source>
        <translation>Texte de la machine</translation>
    </message>
    <message>
        <source>Last export</source>
        <translation>Dernière exportation</translation>
    </message>
    <message>
        <source>Show no changes</source>
        <translation>Masquer les changements</translation>
    </message>
    <message>
        <source>Changes against</source>
        <translation>Changements par rapport à</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Batch</source>
        <translation>Traitement par lot</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>Ouvrir une recette…</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>Enregistrer la recette…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open summary</source>
        <translation>Ouvrir le bilan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Lancer</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n article(s) are done and kept.</source>
        <translation>
            <numerusform>Arrêté. %n article est traité et conservé.</numerusform>
            <numerusform>Arrêté. %n articles sont traités et conservés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on takes it up from there, today or later. Files over all articles and the summary are written when all are done.</source>
        <translation>« Reprendre » continue à partir de là, aujourd’hui ou plus tard. Les fichiers communs à tous les articles et le bilan sont écrits quand tout est fait.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) exported.</source>
        <translation>
            <numerusform>%n paire exportée.</numerusform>
            <numerusform>%n paires exportées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be done: the table says why.</source>
        <translation>
            <numerusform>%n article n’a pas pu être traité : le tableau dit pourquoi.</numerusform>
            <numerusform>%n articles n’ont pas pu être traités : le tableau dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>All {0} articles are done.</source>
        <translation>Les {0} articles sont traités.</translation>
    </message>
    <message>
        <source>An unexpected fault: {0}</source>
        <translation>Erreur inattendue : {0}</translation>
    </message>
    <message>
        <source>Try the errors again</source>
        <translation>Réessayer les erreurs</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Ouvrir une recette</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Enregistrer la recette</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Écrit : {0}</translation>
    </message>
    <message>
        <source>Also for the command line: translator-gui batch --recipe</source>
        <translation>Aussi pour la ligne de commande : translator-gui batch --recipe</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
</context>
<context>
    <name>BatchForm</name>
    <message>
        <source>Articles of the batch</source>
        <translation>Articles du lot</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Also by dropping. name.fr.txt and name.en.txt are an article and its draft, name.fr and name.en a Moses pair; a table with the columns “source” and “draft” is a list of such pairs.</source>
        <translation>Ou par glisser-déposer. nom.fr.txt et nom.en.txt sont un article et sa traduction, nom.fr et nom.en une paire Moses ; un tableau avec les colonnes « source » et « draft » est une liste de telles paires.</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Folder with articles</source>
        <translation>Dossier d’articles</translation>
    </message>
    <message>
        <source>None: only what has English</source>
        <translation>Aucune : seulement ce qui a de l’anglais</translation>
    </message>
    <message>
        <source>As in the preferences</source>
        <translation>Comme dans les préférences</translation>
    </message>
    <message>
        <source>Rules alone</source>
        <translation>Règles seules</translation>
    </message>
    <message>
        <source>Rules and meaning</source>
        <translation>Règles et sens</translation>
    </message>
    <message>
        <source>Everything, with the language model</source>
        <translation>Tout, avec le modèle de langue</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>By the meaning of sentences</source>
        <translation>Par le sens des phrases</translation>
    </message>
    <message>
        <source>By words, at once</source>
        <translation>Par les mots, immédiat</translation>
    </message>
    <message>
        <source>Proposals where there is no English</source>
        <translation>Propositions sans anglais</translation>
    </message>
    <message>
        <source>Alignment of drafts</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Progress of the batch</source>
        <translation>Avancement du lot</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Only errors</source>
        <translation>Erreurs seules</translation>
    </message>
    <message>
        <source>Articles of the batch</source>
        <translation>Articles du lot</translation>
    </message>
    <message>
        <source>{0} of {1} articles</source>
        <translation>{0} articles sur {1}</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} par seconde</translation>
    </message>
    <message numerus="yes">
        <source>%n done before</source>
        <translation>
            <numerusform>%n déjà traité</numerusform>
            <numerusform>%n déjà traités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchRun</name>
    <message>
        <source>Batch</source>
        <translation>Traitement par lot</translation>
    </message>
</context>
<context>
    <name>BeadModel</name>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>exclu</translation>
    </message>
    <message>
        <source>no English</source>
        <translation>sans anglais</translation>
    </message>
    <message>
        <source>no French</source>
        <translation>sans français</translation>
    </message>
    <message>
        <source>Not part of the article</source>
        <translation>Ne fait pas partie de l’article</translation>
    </message>
    <message>
        <source>No English for this</source>
        <translation>Rien en anglais</translation>
    </message>
    <message>
        <source>No French for this</source>
        <translation>Rien en français</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} à {1}</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>fait à la main</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>assez sûr</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>déplacé</translation>
    </message>
</context>
<context>
    <name>BeadView</name>
    <message>
        <source>Beads</source>
        <translation>Blocs</translation>
    </message>
</context>
<context>
    <name>BusyPage</name>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
    </message>
</context>
<context>
    <name>CandidateCard</name>
    <message>
        <source>Candidate {0}, {1}: {2}</source>
        <translation>Proposition {0}, {1} : {2}</translation>
    </message>
    <message>
        <source>Take this candidate (Ctrl+{0})</source>
        <translation>Prendre cette proposition (Ctrl+{0})</translation>
    </message>
    <message>
        <source>{0} % match</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>How much of the source is the same as what was confirmed before.</source>
        <translation>Part de la source identique à ce qui a déjà été confirmé.</translation>
    </message>
    <message>
        <source>How well it keeps the source's meaning by the scorer, 0 to 100.</source>
        <translation>Fidélité au sens de la source selon l’évaluateur, de 0 à 100.</translation>
    </message>
    <message>
        <source>For: {0}</source>
        <translation>Pour : {0}</translation>
    </message>
</context>
<context>
    <name>CandidatesPanel</name>
    <message>
        <source>Propose</source>
        <translation>Proposer</translation>
    </message>
    <message>
        <source>Propose for all</source>
        <translation>Proposer partout</translation>
    </message>
    <message>
        <source>Ask the engines for every segment that has no candidate yet.</source>
        <translation>Interroger les moteurs pour chaque segment encore sans proposition.</translation>
    </message>
    <message>
        <source>No segment chosen</source>
        <translation>Aucun segment choisi</translation>
    </message>
    <message>
        <source>Candidates for the current segment appear here.</source>
        <translation>Les propositions pour le segment actuel s’affichent ici.</translation>
    </message>
    <message>
        <source>No candidates</source>
        <translation>Aucune proposition</translation>
    </message>
    <message>
        <source>This file is open read-only.</source>
        <translation>Ce fichier est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Proposals are being made</source>
        <translation>Propositions en cours</translation>
    </message>
    <message>
        <source>They appear here as they come in.</source>
        <translation>Elles apparaissent ici à mesure qu’elles arrivent.</translation>
    </message>
    <message>
        <source>No candidates yet</source>
        <translation>Pas encore de proposition</translation>
    </message>
    <message>
        <source>Press Propose to ask the engines. Nothing is put into the target by itself.</source>
        <translation>Appuyez sur Proposer pour interroger les moteurs. Rien n’entre de soi-même dans la cible.</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Previous change</source>
        <translation>Changement précédent</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Changement suivant</translation>
    </message>
    <message>
        <source>Accept this change</source>
        <translation>Accepter ce changement</translation>
    </message>
    <message>
        <source>Revert this change</source>
        <translation>Annuler ce changement</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Aucun changement</translation>
    </message>
    <message>
        <source>Change {0} of {1}</source>
        <translation>Changement {0} sur {1}</translation>
    </message>
    <message>
        <source>No machine had a part in this text</source>
        <translation>Aucune machine n’a contribué à ce texte</translation>
    </message>
    <message>
        <source>This segment was not there then</source>
        <translation>Ce segment n’existait pas alors</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Open a table</source>
        <translation>Ouvrir un tableau</translation>
    </message>
    <message>
        <source>Which columns of “{0}” are which?</source>
        <translation>Que contiennent les colonnes de « {0} » ?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Number or key</source>
        <translation>Numéro ou clé</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Virgule</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Point-virgule</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulation</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Barre verticale</translation>
    </message>
    <message>
        <source>Columns are parted by</source>
        <translation>Colonnes séparées par</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>The first row holds the names of the columns</source>
        <translation>La première ligne contient le nom des colonnes</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>Premières lignes du tableau</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} : {1}</translation>
    </message>
    <message>
        <source>The French and the English must be two columns.</source>
        <translation>Le français et l’anglais doivent être dans deux colonnes différentes.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The French article</source>
        <translation>L’article français</translation>
    </message>
    <message>
        <source>Its English draft</source>
        <translation>Son brouillon anglais</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Articles and projects</source>
        <translation>Articles et projets</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>The translation has every placeable of the source.</source>
        <translation>La traduction contient toutes les balises de la source.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Diviser</translation>
    </message>
    <message>
        <source>Where should it be split?</source>
        <translation>Où faut-il diviser ?</translation>
    </message>
    <message>
        <source>Click the French text where the second part begins, then split.</source>
        <translation>Cliquez dans le texte français là où commence la seconde partie, puis divisez.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Joindre</translation>
    </message>
    <message>
        <source>Dismiss findings</source>
        <translation>Ignorer les remarques</translation>
    </message>
    <message>
        <source>Nothing is left to look at: every scored segment is confirmed.</source>
        <translation>Plus rien à examiner : chaque segment évalué est confirmé.</translation>
    </message>
    <message>
        <source>No segment is flagged.</source>
        <translation>Aucun segment n’est signalé.</translation>
    </message>
    <message>
        <source>Every segment is confirmed.</source>
        <translation>Tous les segments sont confirmés.</translation>
    </message>
    <message>
        <source>Take the best proposals</source>
        <translation>Prendre les meilleures propositions</translation>
    </message>
    <message>
        <source>There is no empty segment with a proposal.</source>
        <translation>Aucun segment vide n’a de proposition.</translation>
    </message>
    <message>
        <source>Ask for proposals first.</source>
        <translation>Demandez d’abord des propositions.</translation>
    </message>
</context>
<context>
    <name>CommentsPanel</name>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Open in the article</source>
        <translation>Ouverts dans l’article</translation>
    </message>
    <message>
        <source>Comments: {0}</source>
        <translation>Commentaires : {0}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commenter</translation>
    </message>
    <message>
        <source>No open comment</source>
        <translation>Aucun commentaire ouvert</translation>
    </message>
    <message>
        <source>No comment on this segment</source>
        <translation>Aucun commentaire sur ce segment</translation>
    </message>
    <message>
        <source>Ctrl+K begins one, on the selected words if there are any.</source>
        <translation>Ctrl+K en commence un, sur les mots sélectionnés s’il y en a.</translation>
    </message>
    <message>
        <source>Segment {0}</source>
        <translation>Segment {0}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Answer to {0}</source>
        <translation>Réponse à {0}</translation>
    </message>
    <message>
        <source>On “{0}”</source>
        <translation>Sur « {0} »</translation>
    </message>
    <message>
        <source>On the segment</source>
        <translation>Sur le segment</translation>
    </message>
    <message>
        <source>Answer a comment</source>
        <translation>Répondre à un commentaire</translation>
    </message>
    <message>
        <source>Open a comment again</source>
        <translation>Rouvrir un commentaire</translation>
    </message>
    <message>
        <source>Close a comment</source>
        <translation>Clore un commentaire</translation>
    </message>
    <message>
        <source>Delete a comment</source>
        <translation>Supprimer un commentaire</translation>
    </message>
</context>
<context>
    <name>ComparisonBox</name>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Another project…</source>
        <translation>Autre projet…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>A copy of this project</source>
        <translation>Une copie de ce projet</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Sessions of {0}</source>
        <translation>Séances de {0}</translation>
    </message>
    <message>
        <source>When a second person has reviewed this project, or a copy of it, their agreement stands here.</source>
        <translation>Quand une deuxième personne aura révisé ce projet, ou une copie, leur accord s’affichera ici.</translation>
    </message>
    <message>
        <source>Cohen’s kappa, flagged segments</source>
        <translation>Kappa de Cohen, segments signalés</translation>
    </message>
    <message>
        <source>F1 of spans, same ends</source>
        <translation>F1 des passages, mêmes bornes</translation>
    </message>
    <message>
        <source>F1 of marked characters</source>
        <translation>F1 des caractères marqués</translation>
    </message>
    <message>
        <source>Segments judged by both</source>
        <translation>Segments jugés par les deux</translation>
    </message>
    <message>
        <source>{0}: error</source>
        <translation>{0} : erreur</translation>
    </message>
    <message>
        <source>{0}: none</source>
        <translation>{0} : aucune</translation>
    </message>
    <message>
        <source>They marked the same words everywhere.</source>
        <translation>Ils ont marqué partout les mêmes mots.</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Où leurs avis diffèrent</translation>
    </message>
    <message>
        <source>Go to segment {0}</source>
        <translation>Aller au segment {0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} : {1}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>and {0} more: translator-gui compare lists them all</source>
        <translation>et {0} de plus : translator-gui compare les énumère tous</translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message>
        <source>Words in French or English</source>
        <translation>Mots français ou anglais</translation>
    </message>
    <message>
        <source>Search the translation memory</source>
        <translation>Chercher dans la mémoire de traduction</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Correspondances</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Searching the memory</source>
        <translation>Recherche dans la mémoire</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Nothing like this segment yet</source>
        <translation>Rien encore qui ressemble à ce segment</translation>
    </message>
    <message>
        <source>Segments are added to the memory when you confirm them.</source>
        <translation>Les segments entrent dans la mémoire quand vous les confirmez.</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>machine’s words</source>
        <translation>mots d’une machine</translation>
    </message>
    <message>
        <source>another article</source>
        <translation>autre article</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>autre personne</translation>
    </message>
    <message>
        <source>old</source>
        <translation>ancien</translation>
    </message>
    <message>
        <source>{0} % match</source>
        <translation>Correspondance à {0} %</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Insert from the memory</source>
        <translation>Insérer depuis la mémoire</translation>
    </message>
    <message>
        <source>Changing the memory</source>
        <translation>Modification de la mémoire</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Supprimé.</translation>
    </message>
    <message>
        <source>Import and export the memory</source>
        <translation>Importer et exporter la mémoire</translation>
    </message>
    <message>
        <source>Import TMX…</source>
        <translation>Importer un TMX…</translation>
    </message>
    <message>
        <source>Export TMX…</source>
        <translation>Exporter en TMX…</translation>
    </message>
    <message>
        <source>Import TMX</source>
        <translation>Importer un TMX</translation>
    </message>
    <message>
        <source>Reading a memory</source>
        <translation>Lecture d’une mémoire</translation>
    </message>
    <message>
        <source>Export TMX</source>
        <translation>Exporter en TMX</translation>
    </message>
    <message>
        <source>Writing the memory</source>
        <translation>Écriture de la mémoire</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s).</source>
        <translation>
            <numerusform>%n paire.</numerusform>
            <numerusform>%n paires.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Send text to {0}?</source>
        <translation>Envoyer du texte à {0} ?</translation>
    </message>
    <message>
        <source>The French text of the segments you ask for leaves this machine and goes to {0}.</source>
        <translation>Le texte français des segments demandés quitte cette machine et part vers {0}.</translation>
    </message>
    <message>
        <source>You are asked once. Preferences, Engines takes the consent back.</source>
        <translation>La question n’est posée qu’une fois. Préférences, Moteurs permet de revenir sur cet accord.</translation>
    </message>
    <message>
        <source>Send to {0}</source>
        <translation>Envoyer à {0}</translation>
    </message>
    <message>
        <source>MyMemory is reached without encryption, and may keep what it is sent.</source>
        <translation>MyMemory est joint sans chiffrement et peut conserver ce qu’il reçoit.</translation>
    </message>
    <message>
        <source>With the address of a server of your own, nothing leaves your network.</source>
        <translation>Avec l’adresse de votre propre serveur, rien ne quitte votre réseau.</translation>
    </message>
    <message>
        <source>The service may keep what it is sent. Do not send what must stay confidential.</source>
        <translation>Le service peut conserver ce qu’il reçoit. N’envoyez rien qui doive rester confidentiel.</translation>
    </message>
</context>
<context>
    <name>Consistency</name>
    <message>
        <source>Checking the whole article</source>
        <translation>Contrôle de l’article entier</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy: {0}</source>
        <translation>Copier : {0}</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>This is a fault of the program, not of yours.</source>
        <translation>C’est une faute du programme, pas la vôtre.</translation>
    </message>
    <message>
        <source>Your work is safe: every change was written when you made it. You can go on.</source>
        <translation>Votre travail est sauf : chaque modification a été enregistrée aussitôt. Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>The report holds no article text and no keys:</source>
        <translation>Le rapport ne contient ni texte d’article ni clé :</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Ce projet est ouvert en lecture seule.</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Float or dock: {0}</source>
        <translation>Détacher ou ancrer : {0}</translation>
    </message>
    <message>
        <source>Close: {0}</source>
        <translation>Fermer : {0}</translation>
    </message>
</context>
<context>
    <name>DownloadDialog</name>
    <message>
        <source>Download a translation model</source>
        <translation>Télécharger un modèle de traduction</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>No model is known for these languages.</source>
        <translation>Aucun modèle n’est connu pour ces langues.</translation>
    </message>
    <message>
        <source>{0} · licence {1}</source>
        <translation>{0} · licence {1}</translation>
    </message>
    <message>
        <source>Comes from Mozilla; kept in {0}</source>
        <translation>Fourni par Mozilla ; conservé dans {0}</translation>
    </message>
    <message>
        <source>{0}, {1}, SHA-256 {2}…</source>
        <translation>{0}, {1}, SHA-256 {2}…</translation>
    </message>
    <message>
        <source>It is here already.</source>
        <translation>Il est déjà là.</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>Téléchargement de {0}</translation>
    </message>
    <message>
        <source>The model is here and its checksums are right.</source>
        <translation>Le modèle est là et ses sommes de contrôle sont justes.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>An unexpected fault.</source>
        <translation>Une erreur inattendue.</translation>
    </message>
    <message>
        <source>Stopped. What came is kept; it goes on from there.</source>
        <translation>Arrêté. Ce qui est arrivé est conservé ; la suite reprendra de là.</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop an article here, or press to choose one</source>
        <translation>Déposez un article ici, ou cliquez pour en choisir un</translation>
    </message>
    <message>
        <source>Drop an article here</source>
        <translation>Déposez un article ici</translation>
    </message>
    <message>
        <source>Text, web page or Markdown, or a project – or two documents, French and English, to align</source>
        <translation>Texte, page web, Markdown ou projet – ou deux documents à aligner, l’un français, l’autre anglais</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>This project is open for reading only.</source>
        <translation>Ce projet est ouvert en lecture seule.</translation>
    </message>
    <message>
        <source>Take candidate {0}</source>
        <translation>Prendre la proposition {0}</translation>
    </message>
    <message>
        <source>Copy source</source>
        <translation>Copier la source</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Exclude or bring back</source>
        <translation>Exclure ou rétablir</translation>
    </message>
</context>
<context>
    <name>EngineCard</name>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>pas prêt</translation>
    </message>
    <message>
        <source>sends text off this machine</source>
        <translation>envoie le texte hors de cette machine</translation>
    </message>
    <message>
        <source>stays on this machine</source>
        <translation>reste sur cette machine</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>E-mail (larger quota)</source>
        <translation>E-mail (quota élargi)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Download the model…</source>
        <translation>Télécharger le modèle…</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>Clé…</translation>
    </message>
    <message>
        <source>Take consent back</source>
        <translation>Retirer l’accord</translation>
    </message>
</context>
<context>
    <name>EnginesPage</name>
    <message>
        <source>Engine asked for proposals</source>
        <translation>Moteur interrogé pour les propositions</translation>
    </message>
    <message>
        <source>Candidates from each engine</source>
        <translation>Propositions par moteur</translation>
    </message>
    <message>
        <source>Looking for engines…</source>
        <translation>Recherche des moteurs…</translation>
    </message>
</context>
<context>
    <name>ErrorChooser</name>
    <message>
        <source>Mark an error</source>
        <translation>Marquer une erreur</translation>
    </message>
    <message>
        <source>Error type: its letters, or part of its name</source>
        <translation>Type d’erreur : ses lettres ou une partie de son nom</translation>
    </message>
    <message>
        <source>Error type</source>
        <translation>Type d’erreur</translation>
    </message>
    <message>
        <source>Error types</source>
        <translation>Types d’erreurs</translation>
    </message>
    <message>
        <source>Suggested correction</source>
        <translation>Correction proposée</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Missing in the translation</source>
        <translation>Manque dans la traduction</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>« {0} »</translation>
    </message>
    <message>
        <source>The whole segment</source>
        <translation>Le segment entier</translation>
    </message>
    <message>
        <source>{0}, segment {1}</source>
        <translation>{0}, segment {1}</translation>
    </message>
    <message>
        <source>Which error type? Type its letters.</source>
        <translation>Quel type d’erreur ? Tapez ses lettres.</translation>
    </message>
    <message>
        <source>How severe? Press a digit.</source>
        <translation>Quelle gravité ? Tapez un chiffre.</translation>
    </message>
    <message>
        <source>Enter records, Tab goes on</source>
        <translation>Entrée enregistre, Tab continue</translation>
    </message>
</context>
<context>
    <name>ErrorModel</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>Errors and suggestions</source>
        <translation>Erreurs et suggestions</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Errors: {0}</source>
        <translation>Erreurs : {0}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>It is an error (A)</source>
        <translation>C’est une erreur (A)</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Another error (C)</source>
        <translation>Une autre erreur (C)</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Not an error, until a text changes (D)</source>
        <translation>Pas une erreur, jusqu’à ce qu’un texte change (D)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change the error (E)</source>
        <translation>Modifier l’erreur (E)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Put the correction into the text (P)</source>
        <translation>Mettre la correction dans le texte (P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Supprimer (Suppr)</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Aucun article n’est ouvert</translation>
    </message>
    <message>
        <source>No error is recorded yet</source>
        <translation>Aucune erreur enregistrée</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Suggested by the checks and the scorer</source>
        <translation>Suggérées par les contrôles et le score</translation>
    </message>
    <message>
        <source>No error in this segment</source>
        <translation>Aucune erreur dans ce segment</translation>
    </message>
    <message>
        <source>Select the words in the text and press Ctrl+M.</source>
        <translation>Sélectionnez les mots dans le texte et tapez Ctrl+M.</translation>
    </message>
    <message>
        <source>Segment {0}</source>
        <translation>Segment {0}</translation>
    </message>
    <message>
        <source>in the French</source>
        <translation>dans le français</translation>
    </message>
    <message>
        <source>text altered since</source>
        <translation>texte modifié depuis</translation>
    </message>
    <message>
        <source>Go to the words</source>
        <translation>Aller aux mots</translation>
    </message>
    <message>
        <source>Accept as an error</source>
        <translation>Accepter comme erreur</translation>
    </message>
    <message>
        <source>Dismiss here</source>
        <translation>Écarter ici</translation>
    </message>
    <message>
        <source>Dismiss all of this kind in this article</source>
        <translation>Écarter toutes celles de ce genre dans l’article</translation>
    </message>
    <message>
        <source>Dismiss this kind always</source>
        <translation>Toujours écarter ce genre</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Fichier à écrire</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>In the layout of the original</source>
        <translation>Dans la mise en page de l’original</translation>
    </message>
    <message>
        <source>The English in the file that came in: formatting, pictures and notes stay.</source>
        <translation>L’anglais dans le fichier d’origine : mise en forme, images et notes restent.</translation>
    </message>
    <message>
        <source>Licence of the texts</source>
        <translation>Licence des textes</translation>
    </message>
    <message>
        <source>Licence of the texts, for the manifest (CC-BY-4.0, …)</source>
        <translation>Licence des textes, pour le manifeste (CC-BY-4.0, …)</translation>
    </message>
    <message>
        <source>Only confirmed segments</source>
        <translation>Segments confirmés seulement</translation>
    </message>
    <message>
        <source>With the lines that are not part of the article</source>
        <translation>Avec les lignes étrangères à l’article</translation>
    </message>
    <message>
        <source>Segments without a translation</source>
        <translation>Segments sans traduction</translation>
    </message>
    <message>
        <source>as suits the format</source>
        <translation>selon le format</translation>
    </message>
    <message>
        <source>the French text</source>
        <translation>le texte français</translation>
    </message>
    <message>
        <source>the French text, in ⟦brackets⟧</source>
        <translation>le texte français, entre ⟦crochets⟧</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omis</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vides</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Segments without a translation:</source>
        <translation>Segments sans traduction :</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) will be written.</source>
        <translation>
            <numerusform>%n segment sera écrit.</numerusform>
            <numerusform>%n segments seront écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{0}” is there already.</source>
        <translation>« {0} » existe déjà.</translation>
    </message>
    <message>
        <source>Export again to replace it, or choose another name.</source>
        <translation>Exportez de nouveau pour le remplacer, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>Écrit : {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>An unexpected fault.</source>
        <translation>Une erreur inattendue.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Exporting {0}</source>
        <translation>Export de {0}</translation>
    </message>
    <message>
        <source>Exported {0}</source>
        <translation>{0} exporté</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Flagged</source>
        <translation>Signalés</translation>
    </message>
    <message>
        <source>Only flagged segments</source>
        <translation>Segments signalés seulement</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Only what nobody has confirmed</source>
        <translation>Seulement ce que personne n’a confirmé</translation>
    </message>
    <message>
        <source>Show all segments</source>
        <translation>Afficher tous les segments</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>Avec erreurs</translation>
    </message>
    <message>
        <source>With open comments</source>
        <translation>Avec commentaires ouverts</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillés</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter by text</source>
        <translation>Filtrer par texte</translation>
    </message>
</context>
<context>
    <name>FilterFields</name>
    <message>
        <source>any</source>
        <translation>indifférent</translation>
    </message>
    <message>
        <source>Divergence at most</source>
        <translation>Divergence maximale</translation>
    </message>
    <message>
        <source>Alignment sure to at least</source>
        <translation>Alignement sûr à au moins</translation>
    </message>
    <message>
        <source>Words at least</source>
        <translation>Mots, au moins</translation>
    </message>
    <message>
        <source>Words at most</source>
        <translation>Mots, au plus</translation>
    </message>
    <message>
        <source>Longer to shorter side at most</source>
        <translation>Rapport des longueurs maximal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>conservés</translation>
    </message>
    <message>
        <source>left out when equal</source>
        <translation>écartés si identiques</translation>
    </message>
    <message>
        <source>left out when nearly equal</source>
        <translation>écartés si presque identiques</translation>
    </message>
    <message>
        <source>Without flagged pairs</source>
        <translation>Sans les paires signalées</translation>
    </message>
    <message>
        <source>Only pairs that are French and English</source>
        <translation>Seulement français et anglais</translation>
    </message>
    <message>
        <source>They concern pairs (TMX, XLIFF, tables, Moses); documents are written whole.</source>
        <translation>Ces filtres concernent les paires (TMX, XLIFF, tableaux, Moses) ; les documents sont écrits en entier.</translation>
    </message>
    <message>
        <source>Pairs to export</source>
        <translation>Paires à exporter</translation>
    </message>
</context>
<context>
    <name>FindReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation>Rechercher et remplacer</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace checked</source>
        <translation>Remplacer les cochés</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Remplacer par</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Mots entiers</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Occurrences trouvées</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Excluded and locked segments are left alone.</source>
        <translation>Les segments exclus ou verrouillés ne sont pas touchés.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Aucun résultat.</translation>
    </message>
    <message>
        <source>{0} places in {1} segments, {2} checked</source>
        <translation>{0} occurrences dans {1} segments, {2} cochées</translation>
    </message>
    <message>
        <source>Replace in many</source>
        <translation>Remplacer dans plusieurs segments</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) replaced.</source>
        <translation>
            <numerusform>%n occurrence remplacée.</numerusform>
            <numerusform>%n occurrences remplacées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingModel</name>
    <message>
        <source>Segment {0}</source>
        <translation>Segment {0}</translation>
    </message>
</context>
<context>
    <name>FindingWalk</name>
    <message>
        <source>There are no other findings.</source>
        <translation>Il n’y a pas d’autre remarque.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Findings: {0}</source>
        <translation>Remarques : {0}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Not an error: hide it until one of the texts changes (Del)</source>
        <translation>Pas une erreur : masquer jusqu’à ce qu’un des textes change (Suppr)</translation>
    </message>
    <message>
        <source>Dismiss all of this kind</source>
        <translation>Ignorer toutes celles de ce type</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Afficher à nouveau</translation>
    </message>
    <message>
        <source>Dismiss all of this kind in this article</source>
        <translation>Ignorer toutes celles de ce type dans cet article</translation>
    </message>
    <message>
        <source>Dismiss this kind always</source>
        <translation>Toujours ignorer ce type</translation>
    </message>
    <message>
        <source>Nothing found in this segment</source>
        <translation>Rien à signaler dans ce segment</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien à signaler</translation>
    </message>
    <message>
        <source>Nothing dismissed</source>
        <translation>Rien d’ignoré</translation>
    </message>
    <message>
        <source>in this segment</source>
        <translation>dans ce segment</translation>
    </message>
    <message>
        <source>all of this kind in this article</source>
        <translation>toutes celles de ce type dans cet article</translation>
    </message>
    <message>
        <source>all of this kind, always</source>
        <translation>toutes celles de ce type, toujours</translation>
    </message>
    <message>
        <source>The flag</source>
        <translation>Le signalement</translation>
    </message>
    <message>
        <source>A finding of an earlier text</source>
        <translation>Une remarque sur un texte antérieur</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Aucun article ouvert</translation>
    </message>
    <message>
        <source>Dismiss “{0}”</source>
        <translation>Ignorer « {0} »</translation>
    </message>
    <message>
        <source>All of this kind are dismissed.</source>
        <translation>Toutes celles de ce type sont ignorées.</translation>
    </message>
    <message>
        <source>Show dismissed finding again</source>
        <translation>Afficher à nouveau une remarque ignorée</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>Y aller</translation>
    </message>
    <message>
        <source>Dismiss here</source>
        <translation>Ignorer ici</translation>
    </message>
</context>
<context>
    <name>FlagLevel</name>
    <message>
        <source>False flags accepted, in percent</source>
        <translation>Faux signalements acceptés, en pour cent</translation>
    </message>
    <message>
        <source>fewer flags</source>
        <translation>moins de signalements</translation>
    </message>
    <message>
        <source>fewer missed</source>
        <translation>moins d’oublis</translation>
    </message>
    <message>
        <source>How much is flagged</source>
        <translation>Seuil de signalement</translation>
    </message>
    <message>
        <source>At {0} %, about {0} of 100 good translations are flagged for nothing.</source>
        <translation>À {0} %, environ {0} bonnes traductions sur 100 sont signalées à tort.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) of this article are flagged at this level.</source>
        <translation>
            <numerusform>%n segment de cet article est signalé à ce seuil.</numerusform>
            <numerusform>%n segments de cet article sont signalés à ce seuil.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlagLevelPopup</name>
    <message>
        <source>How much is flagged</source>
        <translation>Seuil de signalement</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Signs what you edit and confirm, in the history and in exports.</source>
        <translation>Signe ce que vous modifiez et confirmez, dans l’historique et les exports.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>Langue de l’interface</translation>
    </message>
    <message>
        <source>The language changes when the program starts next.</source>
        <translation>La langue changera au prochain démarrage.</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Ctrl and the mouse wheel change it, too.</source>
        <translation>Ctrl et la molette la changent aussi.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Mouvements</translation>
    </message>
    <message>
        <source>Panels slide, and bars run to and fro.</source>
        <translation>Les panneaux glissent, les barres d’attente vont et viennent.</translation>
    </message>
</context>
<context>
    <name>GoToDialog</name>
    <message>
        <source>Go to segment</source>
        <translation>Aller au segment</translation>
    </message>
    <message>
        <source>Number of the segment</source>
        <translation>Numéro du segment</translation>
    </message>
    <message>
        <source>Segment, 1 to {0}</source>
        <translation>Segment, de 1 à {0}</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
</context>
<context>
    <name>GradualDialog</name>
    <message>
        <source>{0} of {1} segments</source>
        <translation>{0} segments sur {1}</translation>
    </message>
    <message>
        <source>Taking back what was done…</source>
        <translation>Annulation de ce qui a été fait…</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Not edited yet</source>
        <translation>Pas encore modifié</translation>
    </message>
    <message>
        <source>No segment chosen</source>
        <translation>Aucun segment choisi</translation>
    </message>
    <message>
        <source>Every version of this segment is kept and can be brought back.</source>
        <translation>Chaque version de ce segment est conservée et peut être rétablie.</translation>
    </message>
    <message>
        <source>Restore a version</source>
        <translation>Rétablir une version</translation>
    </message>
</context>
<context>
    <name>JobCard</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel: {0}</source>
        <translation>Annuler : {0}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Cancelled; what came in is kept.</source>
        <translation>Annulé ; ce qui est arrivé est conservé.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>En cours…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>and %n other reason(s)</source>
        <translation>
            <numerusform>et %n autre motif</numerusform>
            <numerusform>et %n autres motifs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No answer for %n segment(s); asking again goes on with them.</source>
        <translation>
            <numerusform>Aucune réponse pour %n segment ; une nouvelle demande le reprendra.</numerusform>
            <numerusform>Aucune réponse pour %n segments ; une nouvelle demande les reprendra.</numerusform>
        </translation>
    </message>
    <message>
        <source>An unexpected fault: {0}</source>
        <translation>Une erreur inattendue : {0}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Chercher une action ou un raccourci</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et raccourcis</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouveau raccourci</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Back to the key it came with</source>
        <translation>Revenir au raccourci d’origine</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}” already.</source>
        <translation>{0} sert déjà à « {1} ».</translation>
    </message>
    <message>
        <source>Take another key, or change that one first.</source>
        <translation>Choisissez un autre raccourci, ou changez d’abord celui-là.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>assez sûr</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmé</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>déplacé</translation>
    </message>
</context>
<context>
    <name>LostFile</name>
    <message>
        <source>“{0}” is not where it was: another program deleted, moved or replaced it.</source>
        <translation>« {0} » n’est plus à sa place : un autre programme l’a supprimé, déplacé ou remplacé.</translation>
    </message>
    <message>
        <source>All your work is still here. Save it again to go on.</source>
        <translation>Tout votre travail est encore là. Enregistrez-le de nouveau pour continuer.</translation>
    </message>
    <message>
        <source>Saving the project again</source>
        <translation>Nouvel enregistrement du projet</translation>
    </message>
</context>
<context>
    <name>MachineTextBox</name>
    <message>
        <source>Most unedited machine text allowed</source>
        <translation>Part maximale de texte machine non retouché</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>warn above</source>
        <translation>avertir au-delà de</translation>
    </message>
    <message>
        <source>nothing final above</source>
        <translation>rien de définitif au-delà de</translation>
    </message>
    <message>
        <source>What happens above the limit</source>
        <translation>Ce qui se passe au-delà de la limite</translation>
    </message>
    <message>
        <source>Imported drafts count, too</source>
        <translation>Les brouillons importés comptent aussi</translation>
    </message>
    <message>
        <source>Count an imported draft as machine text</source>
        <translation>Compter un brouillon importé comme texte machine</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Unedited machine text</source>
        <translation>Texte machine non retouché</translation>
    </message>
    <message>
        <source>{0} of what is confirmed: {1} of {2} segments</source>
        <translation>{0} de ce qui est confirmé (segments : {1} sur {2})</translation>
    </message>
    <message>
        <source>{0} % of the confirmed text is as the machine wrote it.</source>
        <translation>{0} % du texte confirmé est tel que la machine l’a écrit.</translation>
    </message>
    <message>
        <source>The limit of this project is passed.</source>
        <translation>La limite de ce projet est dépassée.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Toolbar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>Ouvrir en lecture seule</translation>
    </message>
    <message>
        <source>Recover what can be read</source>
        <translation>Récupérer ce qui est lisible</translation>
    </message>
    <message>
        <source>Read it as {0}</source>
        <translation>Lire comme {0}</translation>
    </message>
    <message>
        <source>Open what can be read</source>
        <translation>Ouvrir ce qui peut être lu</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>Enregistrer de nouveau</translation>
    </message>
</context>
<context>
    <name>ManualDialog</name>
    <message>
        <source>Manual</source>
        <translation>Manuel</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Chercher dans le manuel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Chapitres</translation>
    </message>
    <message>
        <source>(no key)</source>
        <translation>(sans touche)</translation>
    </message>
    <message>
        <source>What the scorer measures</source>
        <translation>Ce que mesure la note</translation>
    </message>
    <message>
        <source>“{0}” is not in the manual.</source>
        <translation>« {0} » n’est pas dans le manuel.</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Page of the manual</source>
        <translation>Page du manuel</translation>
    </message>
</context>
<context>
    <name>MarkedText</name>
    <message>
        <source>Placeable: formatting or an object of the original. The translation keeps it.</source>
        <translation>Balise : mise en forme ou objet de l’original. La traduction la conserve.</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Accept as an error</source>
        <translation>Accepter comme erreur</translation>
    </message>
    <message>
        <source>Dismiss “{0}”</source>
        <translation>Écarter « {0} »</translation>
    </message>
    <message>
        <source>All of this kind are dismissed.</source>
        <translation>Toutes celles de ce genre sont écartées.</translation>
    </message>
    <message>
        <source>There is no suggestion here.</source>
        <translation>Il n’y a pas de suggestion ici.</translation>
    </message>
    <message>
        <source>Delete an error</source>
        <translation>Supprimer une erreur</translation>
    </message>
    <message>
        <source>Apply the correction</source>
        <translation>Appliquer la correction</translation>
    </message>
    <message>
        <source>Change an error</source>
        <translation>Modifier une erreur</translation>
    </message>
    <message>
        <source>Mark an error</source>
        <translation>Marquer une erreur</translation>
    </message>
    <message>
        <source>The marked words are not there any more.</source>
        <translation>Les mots marqués n’y sont plus.</translation>
    </message>
    <message>
        <source>Mark them anew.</source>
        <translation>Marquez-les à nouveau.</translation>
    </message>
    <message>
        <source>No error is recorded yet.</source>
        <translation>Aucune erreur n’est enregistrée.</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>Points taken off a match, so that a better one with the same words comes first.</source>
        <translation>Points retirés à une correspondance, pour qu’une meilleure passe devant.</translation>
    </message>
    <message>
        <source>A machine’s words</source>
        <translation>Mots d’une machine</translation>
    </message>
    <message>
        <source>Confirmed as an engine had written them.</source>
        <translation>Confirmés tels qu’un moteur les avait écrits.</translation>
    </message>
    <message>
        <source>Another article</source>
        <translation>Autre article</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Autre personne</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Ancienne</translation>
    </message>
    <message>
        <source>Old means, in years</source>
        <translation>Ancienne veut dire, en années</translation>
    </message>
</context>
<context>
    <name>MemoryUnitDialog</name>
    <message>
        <source>Change a pair in the memory</source>
        <translation>Modifier une paire de la mémoire</translation>
    </message>
    <message>
        <source>Add a pair to the memory</source>
        <translation>Ajouter une paire à la mémoire</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Changing the memory</source>
        <translation>Modification de la mémoire</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of divergences</source>
        <translation>Carte des divergences</translation>
    </message>
    <message>
        <source>The same places are reached with Next worst and Next flagged.</source>
        <translation>Pire suivant et Signalé suivant mènent aux mêmes endroits.</translation>
    </message>
    <message>
        <source>divergence {0}</source>
        <translation>divergence {0}</translation>
    </message>
    <message>
        <source>Segment {0}</source>
        <translation>Segment {0}</translation>
    </message>
</context>
<context>
    <name>MissingEngines</name>
    <message>
        <source>Looking for engines</source>
        <translation>Recherche des moteurs</translation>
    </message>
    <message>
        <source>{0} is not ready</source>
        <translation>{0} : pas disponible</translation>
    </message>
</context>
<context>
    <name>MissingNote</name>
    <message>
        <source>Aligned by numbers, names and lengths. To compare meanings as well, install:</source>
        <translation>Aligné d’après les nombres, les noms et les longueurs. Pour comparer aussi le sens, installez :</translation>
    </message>
</context>
<context>
    <name>MuteOffer</name>
    <message>
        <source>Mute this reason</source>
        <translation>Taire cette raison</translation>
    </message>
    <message>
        <source>Keep showing it</source>
        <translation>Continuer à la montrer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
    <message>
        <source>“{0}” was right {1} of {2} times that you decided about it. Never show it again?</source>
        <translation>« {0} » n’était juste que {1} fois sur les {2} où vous avez tranché. Ne plus jamais la montrer ?</translation>
    </message>
    <message>
        <source>Mute “{0}”</source>
        <translation>Taire « {0} »</translation>
    </message>
    <message>
        <source>Preferences › Scoring shows it again.</source>
        <translation>Préférences › Évaluation permet de la remontrer.</translation>
    </message>
    <message>
        <source>“{0}” is muted.</source>
        <translation>« {0} » ne sera plus montrée.</translation>
    </message>
</context>
<context>
    <name>NothingShown</name>
    <message>
        <source>Show all segments</source>
        <translation>Afficher tous les segments</translation>
    </message>
    <message>
        <source>No segment passes the filter</source>
        <translation>Aucun segment ne correspond au filtre</translation>
    </message>
    <message>
        <source>Change the filter, or show all segments.</source>
        <translation>Modifiez le filtre, ou affichez tous les segments.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Only “{0}” was opened.</source>
        <translation>Seul « {0} » a été ouvert.</translation>
    </message>
    <message>
        <source>Drop one file to review it, or two to align the one with the other.</source>
        <translation>Déposez un fichier pour le réviser, ou deux pour les aligner.</translation>
    </message>
    <message>
        <source>“{0}” was not found.</source>
        <translation>« {0} » est introuvable.</translation>
    </message>
    <message>
        <source>Was it moved or renamed?</source>
        <translation>A-t-il été déplacé ou renommé ?</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>texte collé</translation>
    </message>
    <message>
        <source>the sample article</source>
        <translation>l’article d’exemple</translation>
    </message>
    <message>
        <source>Opening {0}</source>
        <translation>Ouverture de {0}</translation>
    </message>
</context>
<context>
    <name>OpinionCard</name>
    <message>
        <source>Use this text</source>
        <translation>Prendre ce texte</translation>
    </message>
    <message>
        <source>No engine on this machine can do it.</source>
        <translation>Aucun moteur de cette machine ne peut le faire.</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>{0}
{1} segments, {2} confirmed, {3} flagged</source>
        <translation>{0}
{1} segments, {2} confirmés, {3} signalés</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>Aucun article ouvert</translation>
    </message>
    <message>
        <source>Its headings show here, with the trouble in each part.</source>
        <translation>Ses intertitres s’affichent ici, avec les problèmes de chaque partie.</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Début</translation>
    </message>
</context>
<context>
    <name>OutputFields</name>
    <message>
        <source>One TMX</source>
        <translation>Un TMX</translation>
    </message>
    <message>
        <source>One TSV table</source>
        <translation>Un tableau TSV</translation>
    </message>
    <message>
        <source>One file of JSON lines</source>
        <translation>Un fichier JSON Lines</translation>
    </message>
    <message>
        <source>One Moses pair</source>
        <translation>Une paire Moses</translation>
    </message>
    <message>
        <source>OPUS, with a manifest</source>
        <translation>OPUS, avec un manifeste</translation>
    </message>
    <message>
        <source>One Parquet file</source>
        <translation>Un fichier Parquet</translation>
    </message>
    <message>
        <source>Files of each article</source>
        <translation>Fichiers de chaque article</translation>
    </message>
    <message>
        <source>Files over all articles</source>
        <translation>Fichiers communs</translation>
    </message>
    <message>
        <source>Written when all articles are done.</source>
        <translation>Écrits quand tous les articles sont faits.</translation>
    </message>
</context>
<context>
    <name>ParagraphModel</name>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
</context>
<context>
    <name>ParametersDialog</name>
    <message>
        <source>Passes from</source>
        <translation>Accepté à partir de</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>D’un fichier…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Multipliers</source>
        <translation>Coefficients de gravité</translation>
    </message>
    <message>
        <source>The text passes from a quality of</source>
        <translation>Le texte est accepté à partir d’une qualité de</translation>
    </message>
    <message>
        <source>Error typology</source>
        <translation>Typologie d’erreurs</translation>
    </message>
    <message>
        <source>“{0}” cannot be read.</source>
        <translation>« {0} » ne peut être lu.</translation>
    </message>
    <message>
        <source>Is it a TOML file in UTF-8?</source>
        <translation>Est-ce un fichier TOML en UTF-8 ?</translation>
    </message>
    <message>
        <source>At least one error type must be used.</source>
        <translation>Il faut au moins un type d’erreur.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>New article from text</source>
        <translation>Nouvel article à partir d’un texte</translation>
    </message>
    <message>
        <source>Title (the first words, when left empty)</source>
        <translation>Titre (les premiers mots, s’il reste vide)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Paste the French text here.</source>
        <translation>Collez ici le texte français.</translation>
    </message>
    <message>
        <source>French text</source>
        <translation>Texte français</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Type a path, drop a file, or browse</source>
        <translation>Saisir un chemin, déposer un fichier ou parcourir</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse for: {0}</source>
        <translation>Parcourir : {0}</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Errors by type and severity (MQM)</source>
        <translation>Erreurs par type et gravité (MQM)</translation>
    </message>
    <message>
        <source>Spans and a rating (ESA)</source>
        <translation>Passages et note (ESA)</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Les pires d’abord</translation>
    </message>
    <message>
        <source>As the article runs</source>
        <translation>Dans l’ordre de l’article</translation>
    </message>
    <message>
        <source>Flagged first</source>
        <translation>Les signalés d’abord</translation>
    </message>
    <message>
        <source>A longer pause between two signs of life does not count as work.</source>
        <translation>Une pause plus longue entre deux signes de vie ne compte pas comme travail.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Relecteur</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Share of the article</source>
        <translation>Part de l’article</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Inactif après</translation>
    </message>
</context>
<context>
    <name>PrecisionDialog</name>
    <message>
        <source>How right were the reasons</source>
        <translation>Justesse des raisons</translation>
    </message>
    <message>
        <source>Counted over all your articles. Right: you accepted the finding as an error, or altered the text and it was gone. Wrong: you dismissed it.</source>
        <translation>Compté sur tous vos articles. Juste : vous avez accepté la remarque comme une erreur, ou modifié le texte et elle a disparu. Faux : vous l’avez ignorée.</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>Rien de tranché pour l’instant</translation>
    </message>
    <message>
        <source>Dismiss a finding, accept it as an error, or mend the text: it is counted here, by reason.</source>
        <translation>Ignorez une remarque, acceptez-la comme une erreur ou corrigez le texte : c’est compté ici, raison par raison.</translation>
    </message>
    <message>
        <source>Show this reason again</source>
        <translation>Montrer de nouveau cette raison</translation>
    </message>
    <message>
        <source>Mute this reason</source>
        <translation>Taire cette raison</translation>
    </message>
    <message>
        <source>Mute “{0}”</source>
        <translation>Taire « {0} »</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>Moteurs</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Orthographe</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>This does not work</source>
        <translation>Opération impossible</translation>
    </message>
</context>
<context>
    <name>Proposing</name>
    <message>
        <source>Open a project that can be changed first.</source>
        <translation>Ouvrez d’abord un projet modifiable.</translation>
    </message>
    <message>
        <source>Proposals are being made already.</source>
        <translation>Des propositions sont déjà en cours.</translation>
    </message>
    <message>
        <source>See Activity.</source>
        <translation>Voir Activité.</translation>
    </message>
    <message>
        <source>Proposing translations</source>
        <translation>Propositions de traduction</translation>
    </message>
    <message numerus="yes">
        <source>No proposal for %n segment(s).</source>
        <translation>
            <numerusform>Aucune proposition pour %n segment.</numerusform>
            <numerusform>Aucune proposition pour %n segments.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityPanel</name>
    <message>
        <source>Reviews of this project</source>
        <translation>Relectures de ce projet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>What the unfinished review recorded stays in the project.</source>
        <translation>Ce que la relecture inachevée a enregistré reste dans le projet.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>{0} has a review that is not finished.</source>
        <translation>{0} a une relecture inachevée.</translation>
    </message>
    <message>
        <source>No review is going on.</source>
        <translation>Aucune révision en cours.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendue</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminée</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>{0} of {1} segments done</source>
        <translation>Segments traités : {0} sur {1}</translation>
    </message>
    <message>
        <source>{0} words left</source>
        <translation>{0} mots restants</translation>
    </message>
    <message>
        <source>{0} min on task</source>
        <translation>{0} min de travail</translation>
    </message>
    <message>
        <source>{0} words per hour</source>
        <translation>{0} mots par heure</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>environ {0} min restantes</translation>
    </message>
    <message>
        <source>{0} s on this segment</source>
        <translation>{0} s sur ce segment</translation>
    </message>
    <message>
        <source>{0} of {1} segments</source>
        <translation>segments : {0} sur {1}</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>inachevée</translation>
    </message>
</context>
<context>
    <name>RatingRow</name>
    <message>
        <source>Rating of this segment, 0 to 100</source>
        <translation>Note de ce segment, de 0 à 100</translation>
    </message>
    <message>
        <source>The text was altered since this rating.</source>
        <translation>Le texte a été modifié depuis cette note.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Rate the segment</source>
        <translation>Noter le segment</translation>
    </message>
</context>
<context>
    <name>ReasonTable</name>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Juste</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Faux</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Masquée</translation>
    </message>
    <message>
        <source>Precision of each reason</source>
        <translation>Précision de chaque raison</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>{0}: right {1} of {2} times</source>
        <translation>{0} : juste {1} fois sur {2}</translation>
    </message>
</context>
<context>
    <name>RecentCard</name>
    <message>
        <source>alignment</source>
        <translation>alignement</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>{0}, missing</source>
        <translation>{0}, introuvable</translation>
    </message>
</context>
<context>
    <name>RejectDialog</name>
    <message>
        <source>Reject with a reason</source>
        <translation>Refuser avec un motif</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Reason; leave empty to take a rejection back</source>
        <translation>Motif ; laisser vide pour lever un refus</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Refuser</translation>
    </message>
</context>
<context>
    <name>Rescoring</name>
    <message>
        <source>Looking for the scorer</source>
        <translation>Recherche de l’évaluateur</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>The review is finished.</source>
        <translation>La révision est terminée.</translation>
    </message>
    <message>
        <source>Now its report can be written.</source>
        <translation>Son rapport peut maintenant être écrit.</translation>
    </message>
    <message>
        <source>Every segment of this review is dealt with.</source>
        <translation>Tous les segments de cette révision sont traités.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Report written: {0}</source>
        <translation>Rapport écrit : {0}</translation>
    </message>
    <message>
        <source>No review is going on.</source>
        <translation>Aucune révision en cours.</translation>
    </message>
    <message>
        <source>Start one first.</source>
        <translation>Commencez-en une d’abord.</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>Bring back</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source> (locked)</source>
        <translation> (verrouillé)</translation>
    </message>
    <message>
        <source>Not translated yet</source>
        <translation>Pas encore traduit</translation>
    </message>
    <message>
        <source>Not part of the article. Click to bring it back.</source>
        <translation>Étranger à l’article. Cliquez pour le rétablir.</translation>
    </message>
</context>
<context>
    <name>RunningText</name>
    <message>
        <source>Running text</source>
        <translation>Texte suivi</translation>
    </message>
</context>
<context>
    <name>SalvagedDialog</name>
    <message>
        <source>Recovered project</source>
        <translation>Projet récupéré</translation>
    </message>
    <message>
        <source>Every segment was recovered.</source>
        <translation>Tous les segments ont été récupérés.</translation>
    </message>
    <message>
        <source>Some segments are lost.</source>
        <translation>Des segments sont perdus.</translation>
    </message>
    <message>
        <source>The new project is “{0}”. The damaged file was left as it is.</source>
        <translation>Le nouveau projet s’appelle « {0} ». Le fichier endommagé a été laissé tel quel.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) recovered</source>
        <translation>
            <numerusform>%n segment récupéré</numerusform>
            <numerusform>%n segments récupérés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) lost:</source>
        <translation>
            <numerusform>%n segment perdu :</numerusform>
            <numerusform>%n segments perdus :</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be read of: {0}.</source>
        <translation>Tout n’a pas pu être lu dans : {0}.</translation>
    </message>
</context>
<context>
    <name>Salvaging</name>
    <message>
        <source>recovered</source>
        <translation>récupéré</translation>
    </message>
    <message>
        <source>Recovering {0}</source>
        <translation>Récupération de {0}</translation>
    </message>
</context>
<context>
    <name>ScoreBox</name>
    <message>
        <source>Parameters…</source>
        <translation>Barème…</translation>
    </message>
    <message>
        <source>Verdict…</source>
        <translation>Verdict…</translation>
    </message>
    <message>
        <source>There are no words to judge.</source>
        <translation>Il n’y a pas de mots à juger.</translation>
    </message>
    <message>
        <source>{0} of 100</source>
        <translation>{0} sur 100</translation>
    </message>
    <message>
        <source>Penalty {0} on {1} words, {2} per 1,000</source>
        <translation>Pénalité {0} pour {1} mots, {2} pour 1 000</translation>
    </message>
    <message>
        <source>(1 − {0} ÷ {1}) × 100; penalty: {2}</source>
        <translation>(1 − {0} ÷ {1}) × 100 ; pénalité : {2}</translation>
    </message>
    <message>
        <source>MQM, linear: each error costs the weight of its type × the multiplier of its severity.</source>
        <translation>MQM, linéaire : chaque erreur coûte le poids de son type × le coefficient de sa gravité.</translation>
    </message>
    <message>
        <source>, by weight of type</source>
        <translation>, selon le poids des types</translation>
    </message>
    <message>
        <source>ESA: {0} of {1} segments rated</source>
        <translation>ESA : {0} segments notés sur {1}</translation>
    </message>
    <message>
        <source>Mean of the ratings; 95 % interval {0} to {1} (bootstrap, {2} resamples, seed {3})</source>
        <translation>Moyenne des notes ; intervalle à 95 % de {0} à {1} (bootstrap, {2} tirages, graine {3})</translation>
    </message>
    <message>
        <source>passes, by {0}</source>
        <translation>accepté, selon {0}</translation>
    </message>
    <message>
        <source>fails, by {0}</source>
        <translation>refusé, selon {0}</translation>
    </message>
    <message>
        <source>passes (from {0})</source>
        <translation>accepté (dès {0})</translation>
    </message>
    <message>
        <source>fails (passes from {0})</source>
        <translation>refusé (accepté dès {0})</translation>
    </message>
</context>
<context>
    <name>ScorecardPage</name>
    <message>
        <source>Scorecard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Review session</source>
        <translation>Séance de révision</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Retour au texte</translation>
    </message>
    <message>
        <source>Write the report…</source>
        <translation>Rédiger le rapport…</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminée</translation>
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation>Rien à représenter pour l’instant</translation>
    </message>
    <message>
        <source>Plots appear with the first score, the first error and the first minute of a review.</source>
        <translation>Les graphiques apparaissent avec le premier score, la première erreur et la première minute de révision.</translation>
    </message>
</context>
<context>
    <name>ScorerInForce</name>
    <message>
        <source>In force: {0}</source>
        <translation>En vigueur : {0}</translation>
    </message>
</context>
<context>
    <name>ScoringPage</name>
    <message>
        <source>What the divergence is made of. A part that is not installed is left out.</source>
        <translation>Ce dont la divergence est faite. Un composant non installé est laissé de côté.</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>Charte</translation>
    </message>
    <message>
        <source>Quotation marks, dashes, numbers, dates, UK or US spelling. What differs is noted, never flagged.</source>
        <translation>Guillemets, tirets, nombres, dates, orthographe britannique ou américaine. Ce qui s’en écarte est noté, jamais signalé.</translation>
    </message>
    <message>
        <source>Reasons never shown</source>
        <translation>Motifs jamais affichés</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Afficher à nouveau</translation>
    </message>
    <message>
        <source>None. “Dismiss this kind always” in the findings panel puts a reason here.</source>
        <translation>Aucun. « Toujours ignorer ce type », dans le panneau des remarques, ajoute un motif ici.</translation>
    </message>
</context>
<context>
    <name>SecondOpinionPanel</name>
    <message>
        <source>Another translation</source>
        <translation>Une autre traduction</translation>
    </message>
    <message>
        <source>Engine for another translation</source>
        <translation>Moteur pour une autre traduction</translation>
    </message>
    <message>
        <source>Ask for another</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Back into French</source>
        <translation>Retour en français</translation>
    </message>
    <message>
        <source>Engine for the way back</source>
        <translation>Moteur du retour</translation>
    </message>
    <message>
        <source>Translate back</source>
        <translation>Retraduire</translation>
    </message>
    <message>
        <source>No segment chosen</source>
        <translation>Aucun segment choisi</translation>
    </message>
    <message>
        <source>Asking for a second opinion</source>
        <translation>Demande d’un deuxième avis</translation>
    </message>
    <message>
        <source>Translating back</source>
        <translation>Retraduction</translation>
    </message>
    <message>
        <source>What another engine would write, compared with your text.</source>
        <translation>Ce qu’un autre moteur écrirait, comparé à votre texte.</translation>
    </message>
    <message>
        <source>What your English says, put back into French and compared with the source.</source>
        <translation>Ce que dit votre anglais, remis en français et comparé à la source.</translation>
    </message>
    <message>
        <source>There is no English yet.</source>
        <translation>Il n’y a pas encore d’anglais.</translation>
    </message>
    <message>
        <source>Looking for engines</source>
        <translation>Recherche des moteurs</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>Demande à {0}…</translation>
    </message>
    <message>
        <source>The same as your text.</source>
        <translation>Identique à votre texte.</translation>
    </message>
    <message>
        <source>The same as the source.</source>
        <translation>Identique à la source.</translation>
    </message>
    <message>
        <source>Use the second opinion</source>
        <translation>Prendre le deuxième avis</translation>
    </message>
</context>
<context>
    <name>SegmentModel</name>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergence</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>non évalué</translation>
    </message>
    <message>
        <source>{0}, being renewed</source>
        <translation>{0}, en cours de mise à jour</translation>
    </message>
    <message>
        <source>{0}, flagged</source>
        <translation>{0}, signalé</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
</context>
<context>
    <name>SegmentView</name>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
</context>
<context>
    <name>ServiceKeyDialog</name>
    <message>
        <source>Key for {0}</source>
        <translation>Clé pour {0}</translation>
    </message>
    <message>
        <source>It is kept in the system's keyring: never in a settings file, a log or a message.</source>
        <translation>Elle est conservée dans le trousseau du système : jamais dans un fichier de réglages, un journal ou un message.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Collez la clé ici</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Montrer la clé</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Oublier la clé</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keeping the key</source>
        <translation>Enregistrement de la clé</translation>
    </message>
    <message>
        <source>This system has no keyring.</source>
        <translation>Ce système n’a pas de trousseau.</translation>
    </message>
    <message>
        <source>The key is kept until the program ends; enter it again next time.</source>
        <translation>La clé est gardée jusqu’à la fermeture du programme ; il faudra la saisir à nouveau.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Forgetting the key</source>
        <translation>Suppression de la clé</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>La clé est oubliée.</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>Click Divergence for the worst first, # for the article's order</source>
        <translation>Cliquer sur Divergence pour les pires d’abord, sur # pour l’ordre de l’article</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>French source</source>
        <translation>Source française</translation>
    </message>
</context>
<context>
    <name>SpellingPage</name>
    <message>
        <source>No spell-check</source>
        <translation>Pas de vérification</translation>
    </message>
    <message>
        <source>Spelling of the English</source>
        <translation>Orthographe de l’anglais</translation>
    </message>
    <message>
        <source>Unknown words are underlined while you type; their context menu has suggestions.</source>
        <translation>Les mots inconnus sont soulignés pendant la saisie ; leur menu contextuel propose des corrections.</translation>
    </message>
</context>
<context>
    <name>SpellingService</name>
    <message>
        <source>No suggestions</source>
        <translation>Aucune suggestion</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Ajouter au dictionnaire</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start page</source>
        <translation>Page d’accueil</translation>
    </message>
    <message>
        <source>See where an English draft says something else than its French source, and put it right.</source>
        <translation>Voyez où un brouillon anglais s’écarte de sa source française, et corrigez-le.</translation>
    </message>
    <message>
        <source>A project or an article</source>
        <translation>Un projet ou un article</translation>
    </message>
    <message>
        <source>A French article and its English draft</source>
        <translation>Un article français et son brouillon anglais</translation>
    </message>
    <message>
        <source>Pair a French article with its finished English, and check the pairs before the review</source>
        <translation>Apparier un article français et sa version anglaise achevée, et vérifier les paires avant la révision</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Paste text…</source>
        <translation>Coller un texte…</translation>
    </message>
    <message>
        <source>Import with a draft…</source>
        <translation>Importer avec un brouillon…</translation>
    </message>
    <message>
        <source>Align two documents…</source>
        <translation>Aligner deux documents…</translation>
    </message>
    <message>
        <source>Open the sample article</source>
        <translation>Ouvrir l’article d’exemple</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>confirm and next</source>
        <translation>confirmer et suivant</translation>
    </message>
    <message>
        <source>take a candidate</source>
        <translation>prendre une proposition</translation>
    </message>
    <message>
        <source>next finding</source>
        <translation>remarque suivante</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>tous les raccourcis</translation>
    </message>
    <message>
        <source>Articles you open are listed here. Nothing needs saving: every change is kept as you make it.</source>
        <translation>Les articles que vous ouvrez s’affichent ici. Rien à enregistrer : chaque modification est conservée aussitôt.</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>{0} % confirmed</source>
        <translation>{0} % confirmés</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segments</translation>
    </message>
    <message>
        <source>Not part of the article</source>
        <translation>Étrangers à l’article</translation>
    </message>
    <message>
        <source>French words</source>
        <translation>Mots français</translation>
    </message>
    <message>
        <source>of them confirmed</source>
        <translation>dont confirmés</translation>
    </message>
    <message>
        <source>English words</source>
        <translation>Mots anglais</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Évalués</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalés</translation>
    </message>
    <message>
        <source>Unedited machine text or draft</source>
        <translation>Texte machine ou brouillon non retouché</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Segment {0} of {1}</source>
        <translation>Segment {0} sur {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged</source>
        <translation>
            <numerusform>%Ln signalé</numerusform>
            <numerusform>%Ln signalés</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>{0} mots</translation>
    </message>
    <message>
        <source>{0} of {1} confirmed</source>
        <translation>{0} sur {1} confirmés</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source>English translation</source>
        <translation>Traduction anglaise</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Saisie</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>Change a term</source>
        <translation>Modifier un terme</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>Ajouter un terme</translation>
    </message>
    <message>
        <source>Select words in the sentences, or type the dictionary form: other forms are recognised.</source>
        <translation>Sélectionnez des mots dans les phrases, ou tapez la forme du dictionnaire : les autres formes sont reconnues.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Must not be used for these French words</source>
        <translation>Ne doit pas traduire ces mots français</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>The sentence: {0}</source>
        <translation>La phrase : {0}</translation>
    </message>
</context>
<context>
    <name>TermList</name>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
</context>
<context>
    <name>Terminology</name>
    <message>
        <source>Changing the termbase</source>
        <translation>Modification de la base terminologique</translation>
    </message>
    <message>
        <source>Reading terms</source>
        <translation>Lecture de termes</translation>
    </message>
    <message>
        <source>Writing terms</source>
        <translation>Écriture des termes</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) written.</source>
        <translation>
            <numerusform>%n terme écrit.</numerusform>
            <numerusform>%n termes écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n term(s) read.</source>
        <translation>
            <numerusform>%n terme lu.</numerusform>
            <numerusform>%n termes lus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Search all terms</source>
        <translation>Chercher dans tous les termes</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete the term</source>
        <translation>Supprimer le terme</translation>
    </message>
    <message>
        <source>Import and export terms</source>
        <translation>Importer et exporter des termes</translation>
    </message>
    <message>
        <source>Import terms…</source>
        <translation>Importer des termes…</translation>
    </message>
    <message>
        <source>Export terms…</source>
        <translation>Exporter les termes…</translation>
    </message>
    <message>
        <source>Looking up terms</source>
        <translation>Recherche de termes</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>No term holds these words.</source>
        <translation>Aucun terme ne contient ces mots.</translation>
    </message>
    <message>
        <source>No terms here</source>
        <translation>Aucun terme ici</translation>
    </message>
    <message>
        <source>Select words in the English and press Ctrl+T to add a term.</source>
        <translation>Sélectionnez des mots anglais et appuyez sur Ctrl+T pour ajouter un terme.</translation>
    </message>
    <message>
        <source>Not in the translation</source>
        <translation>Absent de la traduction</translation>
    </message>
    <message>
        <source>Another term is used</source>
        <translation>Un autre terme est employé</translation>
    </message>
    <message>
        <source>Must not be used</source>
        <translation>À ne pas employer</translation>
    </message>
    <message>
        <source>To be used</source>
        <translation>À employer</translation>
    </message>
    <message>
        <source>In the translation</source>
        <translation>Dans la traduction</translation>
    </message>
    <message>
        <source>No term is missing here.</source>
        <translation>Aucun terme ne manque ici.</translation>
    </message>
    <message>
        <source>Deleted: {0} → {1}</source>
        <translation>Supprimé : {0} → {1}</translation>
    </message>
    <message>
        <source>Termbases</source>
        <translation>Bases terminologiques</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>Importer des termes</translation>
    </message>
    <message>
        <source>Export terms</source>
        <translation>Exporter les termes</translation>
    </message>
</context>
<context>
    <name>ThreadCard</name>
    <message>
        <source>Answer</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Clore</translation>
    </message>
    <message>
        <source>closed by {0}</source>
        <translation>clos par {0}</translation>
    </message>
    <message>
        <source>text altered since</source>
        <translation>texte modifié depuis</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Du fichier</translation>
    </message>
</context>
<context>
    <name>Tier</name>
    <message>
        <source>Looking for divergences</source>
        <translation>Recherche des divergences</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Bring an article</source>
        <translation>Apportez un article</translation>
    </message>
    <message>
        <source>Drop a French text or web page here, with its English draft or without. To look around first, go on: the sample article opens.</source>
        <translation>Déposez ici un texte ou une page web en français, avec ou sans brouillon anglais. Pour regarder d’abord, continuez : l’article d’exemple s’ouvre.</translation>
    </message>
    <message>
        <source>French and English, side by side</source>
        <translation>Français et anglais, côte à côte</translation>
    </message>
    <message>
        <source>Click a sentence and type. Every edit is kept as you make it; {key} takes it back, and the history of a sentence has all its versions.</source>
        <translation>Cliquez sur une phrase et écrivez. Chaque modification est conservée aussitôt ; {key} l’annule, et l’historique d’une phrase garde toutes ses versions.</translation>
    </message>
    <message>
        <source>The worst first</source>
        <translation>Le pire d’abord</translation>
    </message>
    <message>
        <source>The figure beside a sentence says how far the English is from the French, 0 to 100. {key} goes to the worst one that nobody has looked at.</source>
        <translation>Le chiffre à côté d’une phrase dit à quel point l’anglais s’écarte du français, de 0 à 100. {key} va à la pire de celles que personne n’a vues.</translation>
    </message>
    <message>
        <source>With the reason, and the words</source>
        <translation>Avec la raison, et les mots</translation>
    </message>
    <message>
        <source>Each finding says what is wrong and where; point at it for an example. Dismiss what is right with {key}: it stays dismissed until a text changes.</source>
        <translation>Chaque remarque dit ce qui ne va pas et où ; survolez-la pour un exemple. Ignorez ce qui est juste avec {key} : cela le reste tant que les textes ne changent pas.</translation>
    </message>
    <message>
        <source>Take, mend, confirm</source>
        <translation>Prendre, corriger, confirmer</translation>
    </message>
    <message>
        <source>Proposals come from engines on this machine; Ctrl+1 takes the first. {key} confirms a sentence and goes to the next. The manual has the rest.</source>
        <translation>Les propositions viennent de moteurs de cette machine ; Ctrl+1 prend la première. {key} confirme une phrase et passe à la suivante. Le reste est dans le manuel.</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Étape {0} sur {1}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>Tracking</name>
    <message>
        <source>No changes are shown.</source>
        <translation>Aucun changement n’est affiché.</translation>
    </message>
    <message>
        <source>Choose a baseline in the Changes menu first.</source>
        <translation>Choisissez d’abord une référence dans le menu Changements.</translation>
    </message>
    <message>
        <source>Nothing differs from this baseline.</source>
        <translation>Rien ne diffère de cette référence.</translation>
    </message>
    <message>
        <source>Accept the change</source>
        <translation>Accepter le changement</translation>
    </message>
    <message>
        <source>Revert the change</source>
        <translation>Annuler le changement</translation>
    </message>
    <message>
        <source>Accept all changes</source>
        <translation>Accepter tous les changements</translation>
    </message>
    <message>
        <source>There is no change here.</source>
        <translation>Il n’y a pas de changement ici.</translation>
    </message>
    <message>
        <source>inserted “{0}”</source>
        <translation>inséré « {0} »</translation>
    </message>
    <message>
        <source>deleted “{0}”</source>
        <translation>supprimé « {0} »</translation>
    </message>
    <message>
        <source>“{0}” replaced by “{1}”</source>
        <translation>« {0} » remplacé par « {1} »</translation>
    </message>
</context>
<context>
    <name>TwoDocumentsDialog</name>
    <message>
        <source>The French article and its finished English, in two files. Which is which is told from their words. Their sentences are paired; you check the pairs, then review them.</source>
        <translation>L’article français et sa version anglaise achevée, dans deux fichiers. Leurs mots disent lequel est lequel. Les phrases sont appariées ; vous vérifiez les paires, puis vous révisez.</translation>
    </message>
    <message>
        <source>New review from two documents</source>
        <translation>Nouvelle révision à partir de deux documents</translation>
    </message>
    <message>
        <source>One document</source>
        <translation>Un document</translation>
    </message>
    <message>
        <source>The other document</source>
        <translation>L’autre document</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Aligner</translation>
    </message>
    <message>
        <source>Choose one or both documents</source>
        <translation>Choisir un document ou les deux</translation>
    </message>
</context>
<context>
    <name>TypeTree</name>
    <message>
        <source>Error type</source>
        <translation>Type d’erreur</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Error types and their weights</source>
        <translation>Types d’erreurs et leur poids</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>By the formula</source>
        <translation>Selon la formule</translation>
    </message>
    <message>
        <source>The text passes</source>
        <translation>Le texte est accepté</translation>
    </message>
    <message>
        <source>The text fails</source>
        <translation>Le texte est refusé</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>An overruled verdict needs a reason.</source>
        <translation>Un verdict contraire demande un motif.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>{0} · present</source>
        <translation>{0} · actuelle</translation>
    </message>
    <message>
        <source>present</source>
        <translation>actuelle</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>Restore the version of {0}: {1}</source>
        <translation>Rétablir la version de {0} : {1}</translation>
    </message>
    <message>
        <source>{0}, edited</source>
        <translation>{0}, retouché</translation>
    </message>
    <message>
        <source>not part of the article</source>
        <translation>étranger à l’article</translation>
    </message>
    <message>
        <source>rejected: {0}</source>
        <translation>rejeté : {0}</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Divergence {0} of 100</source>
        <translation>Divergence {0} sur 100</translation>
    </message>
    <message>
        <source>of the text before your edit</source>
        <translation>du texte d’avant votre modification</translation>
    </message>
</context>
<context>
    <name>WhyBars</name>
    <message>
        <source>Divergence {0}: {1}</source>
        <translation>Divergence {0} : {1}</translation>
    </message>
</context>
<context>
    <name>WorkIndicator</name>
    <message>
        <source>Show activity</source>
        <translation>Afficher l’activité</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Segment</source>
        <translation>&amp;Segment</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>A&amp;lignement</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Révision</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>Chan&amp;gements</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Aller</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affi&amp;chage</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open an article or a project</source>
        <translation>Ouvrir un article ou un projet</translation>
    </message>
    <message>
        <source>&amp;Import article with draft…</source>
        <translation>&amp;Importer un article et son brouillon…</translation>
    </message>
    <message>
        <source>Import a French article and its English draft</source>
        <translation>Importer un article français et son brouillon anglais</translation>
    </message>
    <message>
        <source>&amp;New review from two documents…</source>
        <translation>Nouvelle révision à partir de &amp;deux documents…</translation>
    </message>
    <message>
        <source>Align a French article with its finished English, sentence by sentence, then review it</source>
        <translation>Aligner un article français et sa version anglaise achevée, phrase par phrase, puis réviser</translation>
    </message>
    <message>
        <source>New article from clip&amp;board</source>
        <translation>Nouvel article depuis le &amp;presse-papiers</translation>
    </message>
    <message>
        <source>Start a project from copied text</source>
        <translation>Créer un projet à partir d’un texte copié</translation>
    </message>
    <message>
        <source>Open the &amp;sample article</source>
        <translation>Ouvrir l’article d’e&amp;xemple</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Write the reviewed text</source>
        <translation>Enregistrer le texte révisé</translation>
    </message>
    <message>
        <source>Read a re&amp;view back…</source>
        <translation>Récupérer une re&amp;lecture…</translation>
    </message>
    <message>
        <source>The Word file a colleague sent back: changes as candidates, comments as comments</source>
        <translation>Le fichier Word renvoyé par un collègue : les modifications en propositions, les commentaires en commentaires</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>&amp;Fermer le projet</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>Préfére&amp;nces…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Re&amp;chercher…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>&amp;Concordance</source>
        <translation>Concor&amp;dance</translation>
    </message>
    <message>
        <source>Look the selected words, French or English, up in the memory</source>
        <translation>Chercher dans la mémoire les mots sélectionnés, français ou anglais</translation>
    </message>
    <message>
        <source>&amp;Confirm and next</source>
        <translation>&amp;Confirmer et suivant</translation>
    </message>
    <message>
        <source>Confirm the translation and go to the next open segment</source>
        <translation>Confirmer la traduction et passer au prochain segment à traiter</translation>
    </message>
    <message>
        <source>Confirm and &amp;stay</source>
        <translation>Confirmer et re&amp;ster</translation>
    </message>
    <message>
        <source>Copy sou&amp;rce</source>
        <translation>Copier la sou&amp;rce</translation>
    </message>
    <message>
        <source>Insert next placea&amp;ble</source>
        <translation>Insérer la &amp;balise suivante</translation>
    </message>
    <message>
        <source>⟨1⟩ and the like: the first that the translation lacks, round the selected words if it is a pair</source>
        <translation>⟨1⟩ et autres : la première qui manque à la traduction, autour des mots choisis si c’est une paire</translation>
    </message>
    <message>
        <source>E&amp;xclude or bring back</source>
        <translation>E&amp;xclure ou rétablir</translation>
    </message>
    <message>
        <source>Lines that are not part of the article are greyed, never deleted</source>
        <translation>Les lignes étrangères à l’article sont grisées, jamais supprimées</translation>
    </message>
    <message>
        <source>S&amp;plit at cursor</source>
        <translation>&amp;Diviser au curseur</translation>
    </message>
    <message>
        <source>&amp;Join with next</source>
        <translation>&amp;Joindre au suivant</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Verrouiller ou déverrouiller</translation>
    </message>
    <message>
        <source>&amp;Dismiss findings and next</source>
        <translation>&amp;Ignorer les remarques et suivant</translation>
    </message>
    <message>
        <source>“I have looked, it is right”: stays dismissed until a text changes</source>
        <translation>« J’ai vérifié, c’est juste » : reste ignoré tant qu’aucun texte ne change</translation>
    </message>
    <message>
        <source>Take candidate {0}</source>
        <translation>Prendre la proposition {0}</translation>
    </message>
    <message>
        <source>&amp;Next segment</source>
        <translation>Segment &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous segment</source>
        <translation>Segment &amp;précédent</translation>
    </message>
    <message>
        <source>Next &amp;finding</source>
        <translation>&amp;Remarque suivante</translation>
    </message>
    <message>
        <source>Previous f&amp;inding</source>
        <translation>Re&amp;marque précédente</translation>
    </message>
    <message>
        <source>Next &amp;worst</source>
        <translation>P&amp;ire suivant</translation>
    </message>
    <message>
        <source>The segment that diverges most and that nobody has confirmed</source>
        <translation>Le segment le plus divergent que personne n’a confirmé</translation>
    </message>
    <message>
        <source>Next f&amp;lagged</source>
        <translation>Si&amp;gnalé suivant</translation>
    </message>
    <message>
        <source>Previous flagged</source>
        <translation>Signalé précédent</translation>
    </message>
    <message>
        <source>Next &amp;unreviewed</source>
        <translation>&amp;Non révisé suivant</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>&amp;Aller à…</translation>
    </message>
    <message>
        <source>First segment</source>
        <translation>Premier segment</translation>
    </message>
    <message>
        <source>Last segment</source>
        <translation>Dernier segment</translation>
    </message>
    <message>
        <source>Go to candidates</source>
        <translation>Aller aux propositions</translation>
    </message>
    <message>
        <source>Go to findings</source>
        <translation>Aller aux remarques</translation>
    </message>
    <message>
        <source>Go to outline</source>
        <translation>Aller au plan</translation>
    </message>
    <message>
        <source>Go to history</source>
        <translation>Aller à l’historique</translation>
    </message>
    <message>
        <source>Go to memory search</source>
        <translation>Aller à la recherche en mémoire</translation>
    </message>
    <message>
        <source>Go to terms</source>
        <translation>Aller aux termes</translation>
    </message>
    <message>
        <source>Go to second opinion</source>
        <translation>Aller au deuxième avis</translation>
    </message>
    <message>
        <source>Go to activity</source>
        <translation>Aller à l’activité</translation>
    </message>
    <message>
        <source>&amp;Grid</source>
        <translation>&amp;Grille</translation>
    </message>
    <message>
        <source>Source and target side by side</source>
        <translation>Source et cible côte à côte</translation>
    </message>
    <message>
        <source>&amp;Stacked</source>
        <translation>&amp;Superposé</translation>
    </message>
    <message>
        <source>Source above target</source>
        <translation>Source au-dessus de la cible</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>&amp;Lecture</translation>
    </message>
    <message>
        <source>The running text, with the current segment in a band</source>
        <translation>Le texte suivi, le segment actuel dans un bandeau</translation>
    </message>
    <message>
        <source>W&amp;orst first</source>
        <translation>Les &amp;pires d’abord</translation>
    </message>
    <message>
        <source>Sort the rows by divergence; again: as in the article</source>
        <translation>Trier les lignes par divergence ; de nouveau : comme dans l’article</translation>
    </message>
    <message>
        <source>Mark diverging &amp;words</source>
        <translation>Marquer les &amp;mots divergents</translation>
    </message>
    <message>
        <source>Show e&amp;xcluded lines</source>
        <translation>Afficher les lignes e&amp;xclues</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Agrandir le texte</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>&amp;Réduire le texte</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>&amp;Taille normale</translation>
    </message>
    <message>
        <source>Go to the &amp;text</source>
        <translation>Aller au text&amp;e</translation>
    </message>
    <message>
        <source>Go to the French</source>
        <translation>Aller au français</translation>
    </message>
    <message>
        <source>Select words of the source with Shift and the arrows; again goes back</source>
        <translation>Sélectionner des mots de la source avec Maj et les flèches ; la même touche revient</translation>
    </message>
    <message>
        <source>Go to the &amp;filter</source>
        <translation>Aller au &amp;filtre</translation>
    </message>
    <message>
        <source>&amp;Propose translations</source>
        <translation>&amp;Proposer des traductions</translation>
    </message>
    <message>
        <source>Ask the engine for every segment that has no proposal yet</source>
        <translation>Interroger le moteur pour chaque segment encore sans proposition</translation>
    </message>
    <message>
        <source>Propose for this &amp;segment</source>
        <translation>Proposer pour ce &amp;segment</translation>
    </message>
    <message>
        <source>&amp;Fill empty segments with the best proposals</source>
        <translation>&amp;Remplir les segments vides avec les meilleures propositions</translation>
    </message>
    <message>
        <source>S&amp;econd opinion</source>
        <translation>Deu&amp;xième avis</translation>
    </message>
    <message>
        <source>Ask another engine, and put the English back into French</source>
        <translation>Demander à un autre moteur, et remettre l’anglais en français</translation>
    </message>
    <message>
        <source>&amp;Add a term…</source>
        <translation>A&amp;jouter un terme…</translation>
    </message>
    <message>
        <source>Add the selected words to the termbase</source>
        <translation>Ajouter les mots sélectionnés à la base terminologique</translation>
    </message>
    <message>
        <source>&amp;Insert the missing term</source>
        <translation>&amp;Insérer le terme manquant</translation>
    </message>
    <message>
        <source>Put in the first term of the segment that is not in the translation</source>
        <translation>Insérer le premier terme du segment qui n’est pas dans la traduction</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Score all visible segments anew</source>
        <translation>Réévaluer tous les segments visibles</translation>
    </message>
    <message>
        <source>&amp;How right were the reasons…</source>
        <translation>Justesse &amp;des raisons…</translation>
    </message>
    <message>
        <source>Which reasons you accepted and which you dismissed, over all your articles</source>
        <translation>Les raisons que vous avez acceptées et celles que vous avez ignorées, dans tous vos articles</translation>
    </message>
    <message>
        <source>How much is f&amp;lagged…</source>
        <translation>Seuil de si&amp;gnalement…</translation>
    </message>
    <message>
        <source>The share of good translations that may be flagged for nothing</source>
        <translation>La part de bonnes traductions qui peuvent être signalées à tort</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>S&amp;tatistiques…</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>Traitement par &amp;lot…</translation>
    </message>
    <message>
        <source>Export many articles, or articles and drafts, at once</source>
        <translation>Exporter en une fois de nombreux articles, avec ou sans traduction</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manuel</translation>
    </message>
    <message>
        <source>What everything is for</source>
        <translation>À quoi tout sert</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Raccourcis</translation>
    </message>
    <message>
        <source>All keys in one place</source>
        <translation>Tous les raccourcis au même endroit</translation>
    </message>
    <message>
        <source>Take the &amp;tour</source>
        <translation>Faire la &amp;visite</translation>
    </message>
    <message>
        <source>Five steps through the window</source>
        <translation>Cinq étapes à travers la fenêtre</translation>
    </message>
    <message>
        <source>&amp;About Translator GUI</source>
        <translation>À &amp;propos de Translator GUI</translation>
    </message>
    <message>
        <source>Vouch for this bead, and go to the next one nobody has vouched for</source>
        <translation>Confirmer ce bloc et passer au prochain qui ne l’est pas</translation>
    </message>
    <message>
        <source>Confirm &amp;all above</source>
        <translation>Confirmer &amp;tout ce qui précède</translation>
    </message>
    <message>
        <source>Vouch for this bead and all above it</source>
        <translation>Confirmer ce bloc et tous ceux qui le précèdent</translation>
    </message>
    <message>
        <source>&amp;Merge with the one below</source>
        <translation>&amp;Fusionner avec le suivant</translation>
    </message>
    <message>
        <source>Make one bead of this and the one below</source>
        <translation>Réunir ce bloc et le suivant</translation>
    </message>
    <message>
        <source>&amp;Split here</source>
        <translation>&amp;Scinder ici</translation>
    </message>
    <message>
        <source>Start a new bead with this sentence</source>
        <translation>Commencer un nouveau bloc à cette phrase</translation>
    </message>
    <message>
        <source>Move sentence &amp;up</source>
        <translation>&amp;Monter la phrase</translation>
    </message>
    <message>
        <source>Give this sentence to the bead above</source>
        <translation>Rattacher cette phrase au bloc précédent</translation>
    </message>
    <message>
        <source>Move sentence &amp;down</source>
        <translation>D&amp;escendre la phrase</translation>
    </message>
    <message>
        <source>Give this sentence to the bead below</source>
        <translation>Rattacher cette phrase au bloc suivant</translation>
    </message>
    <message>
        <source>Un&amp;link</source>
        <translation>Dél&amp;ier</translation>
    </message>
    <message>
        <source>Let every sentence of this bead stand alone</source>
        <translation>Isoler chaque phrase de ce bloc</translation>
    </message>
    <message>
        <source>Link wit&amp;h…</source>
        <translation>&amp;Lier à…</translation>
    </message>
    <message>
        <source>Mark this sentence, go to its counterpart in the other column, and press the key again</source>
        <translation>Marquer cette phrase, aller à celle qui lui répond dans l’autre colonne et appuyer de nouveau</translation>
    </message>
    <message>
        <source>&amp;Realign between confirmed</source>
        <translation>Ré&amp;aligner entre les blocs confirmés</translation>
    </message>
    <message>
        <source>Align anew what lies between the confirmed beads above and below</source>
        <translation>Aligner à nouveau ce qui se trouve entre les blocs confirmés les plus proches</translation>
    </message>
    <message>
        <source>&amp;Next doubtful</source>
        <translation>Prochain &amp;douteux</translation>
    </message>
    <message>
        <source>The next bead the machine is least sure of</source>
        <translation>Le prochain bloc dont la machine est le moins sûre</translation>
    </message>
    <message>
        <source>Previous doubtful</source>
        <translation>Douteux précédent</translation>
    </message>
    <message>
        <source>Next n&amp;ot one to one</source>
        <translation>Prochain n&amp;on 1:1</translation>
    </message>
    <message>
        <source>The next bead that is not one sentence to one, and not confirmed</source>
        <translation>Le prochain bloc non confirmé qui n’est pas d’une phrase à une phrase</translation>
    </message>
    <message>
        <source>Previous not one to one</source>
        <translation>Non 1:1 précédent</translation>
    </message>
    <message>
        <source>Re&amp;view</source>
        <translation>&amp;Réviser</translation>
    </message>
    <message>
        <source>Turn the beads into the rows of a review</source>
        <translation>Faire des blocs les lignes d’une révision</translation>
    </message>
    <message>
        <source>&amp;Start or resume a review</source>
        <translation>&amp;Commencer ou reprendre une révision</translation>
    </message>
    <message>
        <source>With the order and the share chosen in the Review panel</source>
        <translation>Avec l’ordre et la part choisis dans le panneau Révision</translation>
    </message>
    <message>
        <source>&amp;Pause or carry on</source>
        <translation>&amp;Suspendre ou continuer</translation>
    </message>
    <message>
        <source>&amp;Finish the review</source>
        <translation>&amp;Terminer la révision</translation>
    </message>
    <message>
        <source>&amp;Next in the review</source>
        <translation>S&amp;egment suivant de la révision</translation>
    </message>
    <message>
        <source>&amp;Reject with a reason…</source>
        <translation>&amp;Refuser avec un motif…</translation>
    </message>
    <message>
        <source>&amp;Mark an error…</source>
        <translation>Marquer une erreur…</translation>
    </message>
    <message>
        <source>On the selected words, French or English: severity by a digit, error type by letters</source>
        <translation>Sur les mots sélectionnés, français ou anglais : gravité par un chiffre, type par des lettres</translation>
    </message>
    <message>
        <source>Mark an &amp;omission…</source>
        <translation>Marquer une omission…</translation>
    </message>
    <message>
        <source>Of the words selected in the French</source>
        <translation>Des mots sélectionnés dans le français</translation>
    </message>
    <message>
        <source>&amp;Accept the suggestion</source>
        <translation>Accepter la suggestion</translation>
    </message>
    <message>
        <source>The finding chosen last becomes an error</source>
        <translation>La dernière remarque choisie devient une erreur</translation>
    </message>
    <message>
        <source>Accept it as another error…</source>
        <translation>L’accepter comme une autre erreur…</translation>
    </message>
    <message>
        <source>&amp;Dismiss the suggestion</source>
        <translation>Écarter la suggestion</translation>
    </message>
    <message>
        <source>Not an error; stays dismissed until a text changes</source>
        <translation>Pas une erreur ; reste écartée jusqu’à ce qu’un texte change</translation>
    </message>
    <message>
        <source>Dismiss all of this &amp;kind in the article</source>
        <translation>Écarter toutes celles de ce genre dans l’article</translation>
    </message>
    <message>
        <source>Dismiss this kind a&amp;lways</source>
        <translation>Toujours écarter ce genre</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Erreur suivante</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Erreur précédente</translation>
    </message>
    <message>
        <source>Ra&amp;te the segment (ESA)</source>
        <translation>Noter le segment (ESA)</translation>
    </message>
    <message>
        <source>0 to 100, in the Errors panel</source>
        <translation>De 0 à 100, dans le volet Erreurs</translation>
    </message>
    <message>
        <source>Comm&amp;ent…</source>
        <translation>Commenter…</translation>
    </message>
    <message>
        <source>On the selected words, or on the segment</source>
        <translation>Sur les mots sélectionnés, ou sur le segment</translation>
    </message>
    <message>
        <source>Make f&amp;inal</source>
        <translation>Rendre définitif</translation>
    </message>
    <message>
        <source>The chosen segments; nothing is left to do on them</source>
        <translation>Les segments choisis ; plus rien n’est à y faire</translation>
    </message>
    <message>
        <source>Error t&amp;ypes and scoring…</source>
        <translation>Types d’erreurs et barème…</translation>
    </message>
    <message>
        <source>&amp;Verdict…</source>
        <translation>Verdict…</translation>
    </message>
    <message>
        <source>Score&amp;card</source>
        <translation>Ta&amp;bleau de bord</translation>
    </message>
    <message>
        <source>Figures and plots of the review so far, and two reviewers compared</source>
        <translation>Chiffres et graphiques de la révision, et comparaison de deux réviseurs</translation>
    </message>
    <message>
        <source>&amp;Write the report…</source>
        <translation>Écrire le ra&amp;pport…</translation>
    </message>
    <message>
        <source>&amp;Go to the review</source>
        <translation>&amp;Aller à la révision</translation>
    </message>
    <message>
        <source>Go to the errors</source>
        <translation>Aller aux erreurs</translation>
    </message>
    <message>
        <source>Go to the comments</source>
        <translation>Aller aux commentaires</translation>
    </message>
    <message>
        <source>Go to what was dismissed</source>
        <translation>Aller aux remarques écartées</translation>
    </message>
    <message>
        <source>Since it was &amp;received</source>
        <translation>Depuis la &amp;réception</translation>
    </message>
    <message>
        <source>What differs from the text as the project began; again: off</source>
        <translation>Ce qui diffère du texte au début du projet ; encore une fois : masquer</translation>
    </message>
    <message>
        <source>Against the &amp;machine’s text</source>
        <translation>Par rapport au texte de la &amp;machine</translation>
    </message>
    <message>
        <source>What differs from the candidate or draft it came from; again: off</source>
        <translation>Ce qui diffère de la proposition ou du brouillon d’origine ; encore une fois : masquer</translation>
    </message>
    <message>
        <source>Since the last &amp;export</source>
        <translation>Depuis la dernière &amp;exportation</translation>
    </message>
    <message>
        <source>What differs from what was exported last; again: off</source>
        <translation>Ce qui diffère de ce qui a été exporté en dernier ; encore une fois : masquer</translation>
    </message>
    <message>
        <source>&amp;Next change</source>
        <translation>Changement &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous change</source>
        <translation>Changement &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Accept the change</source>
        <translation>&amp;Accepter le changement</translation>
    </message>
    <message>
        <source>It is right: the baseline moves there, the text stays</source>
        <translation>Il est juste : la référence avance, le texte reste</translation>
    </message>
    <message>
        <source>Re&amp;vert the change</source>
        <translation>Ann&amp;uler ce changement</translation>
    </message>
    <message>
        <source>Put back what stood there</source>
        <translation>Remettre ce qui s’y trouvait</translation>
    </message>
    <message>
        <source>Accept a&amp;ll changes of the segment</source>
        <translation>Accepter &amp;tous les changements du segment</translation>
    </message>
</context>
<context>
    <name>alignment</name>
    <message>
        <source>Every bead is confirmed.</source>
        <translation>Tous les blocs sont confirmés.</translation>
    </message>
    <message>
        <source>No other bead is doubtful.</source>
        <translation>Aucun autre bloc n’est douteux.</translation>
    </message>
    <message>
        <source>All other beads are one to one, or confirmed.</source>
        <translation>Tous les autres blocs sont 1:1 ou confirmés.</translation>
    </message>
</context>
<context>
    <name>chips</name>
    <message>
        <source>Added?</source>
        <translation>Ajouté ?</translation>
    </message>
    <message>
        <source>Something missing?</source>
        <translation>Une omission ?</translation>
    </message>
    <message>
        <source>Says something else?</source>
        <translation>Dit autre chose ?</translation>
    </message>
    <message>
        <source>Not a translation?</source>
        <translation>Pas une traduction ?</translation>
    </message>
    <message>
        <source>Neighbour’s text?</source>
        <translation>Texte du voisin ?</translation>
    </message>
    <message>
        <source>Unlike candidates</source>
        <translation>Loin des propositions</translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>details</name>
    <message>
        <source>Similarity of meaning {0} (a good translation has about {1}).</source>
        <translation>Proximité de sens {0} (une bonne traduction a environ {1}).</translation>
    </message>
    <message>
        <source>Surprise of the draft given its source: {0} nats a word piece.</source>
        <translation>Surprise du brouillon au vu de sa source : {0} nats par morceau de mot.</translation>
    </message>
    <message>
        <source>chrF++ {0} with candidate {1}; {2} % of its words would have to change.</source>
        <translation>chrF++ {0} avec la proposition {1} ; {2} % de ses mots seraient à changer.</translation>
    </message>
    <message>
        <source>chrF++ {0} with candidate {1}.</source>
        <translation>chrF++ {0} avec la proposition {1}.</translation>
    </message>
    <message>
        <source>There are no candidates to compare with.</source>
        <translation>Il n’y a pas de proposition à comparer.</translation>
    </message>
    <message>
        <source>The translation fits its source better than those of the neighbours do.</source>
        <translation>La traduction convient mieux à sa source que celles des lignes voisines.</translation>
    </message>
    <message>
        <source>The translation of the row above fits this source better.</source>
        <translation>La traduction de la ligne d’au-dessus convient mieux à cette source.</translation>
    </message>
    <message>
        <source>The translation of the row below fits this source better.</source>
        <translation>La traduction de la ligne d’au-dessous convient mieux à cette source.</translation>
    </message>
    <message>
        <source>No word stands out.</source>
        <translation>Aucun mot ne ressort.</translation>
    </message>
    <message>
        <source>“{0}” stands out.</source>
        <translation>« {0} » ressort.</translation>
    </message>
    <message>
        <source>One side is empty.</source>
        <translation>Un des côtés est vide.</translation>
    </message>
    <message>
        <source>What a blameless translation has.</source>
        <translation>Ce qu’a une traduction irréprochable.</translation>
    </message>
</context>
<context>
    <name>docks</name>
    <message>
        <source>Candidates</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Termes</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Deuxième avis</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Memory search</source>
        <translation>Recherche en mémoire</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
</context>
<context>
    <name>engines</name>
    <message>
        <source>All offline engines</source>
        <translation>Tous les moteurs hors ligne</translation>
    </message>
    <message>
        <source>Firefox model</source>
        <translation>Modèle Firefox</translation>
    </message>
    <message>
        <source>Apertium + Firefox pivot</source>
        <translation>Pivot Apertium + Firefox</translation>
    </message>
    <message>
        <source>Local language model</source>
        <translation>Modèle de langue local</translation>
    </message>
    <message>
        <source>Translation memory</source>
        <translation>Mémoire de traduction</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un collègue</translation>
    </message>
    <message>
        <source>Imported draft</source>
        <translation>Brouillon importé</translation>
    </message>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>Serveur compatible OpenAI</translation>
    </message>
</context>
<context>
    <name>esa</name>
    <message>
        <source>No meaning preserved: nearly all information is lost in the translation.</source>
        <translation>Sens perdu : presque toute l’information a disparu de la traduction.</translation>
    </message>
    <message>
        <source>Some meaning preserved: some of the meaning is there, but significant parts are missing.</source>
        <translation>Sens conservé en partie : il en reste, mais des éléments importants manquent.</translation>
    </message>
    <message>
        <source>Most meaning preserved and few grammar mistakes: it may have some minor inconsistencies with the source.</source>
        <translation>Sens conservé pour l’essentiel, peu de fautes de grammaire : de petits écarts avec la source sont possibles.</translation>
    </message>
    <message>
        <source>Perfect meaning and grammar: completely consistent with the source and the surrounding context.</source>
        <translation>Sens et grammaire parfaits : entièrement conforme à la source et au contexte.</translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message numerus="yes">
        <source>%n control character(s) left out: the format cannot hold them.</source>
        <translation>
            <numerusform>%n caractère de commande omis : le format ne peut le contenir.</numerusform>
            <numerusform>%n caractères de commande omis : le format ne peut les contenir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) without a translation: the French was written.</source>
        <translation>
            <numerusform>%n segment sans traduction : le français a été écrit.</numerusform>
            <numerusform>%n segments sans traduction : le français a été écrit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) stay French: the original page has no such paragraph. Export without the layout to have everything.</source>
        <translation>
            <numerusform>%n segment reste en français : la page d’origine n’a pas ce paragraphe. Exportez sans la mise en page pour tout avoir.</numerusform>
            <numerusform>%n segments restent en français : la page d’origine n’a pas ces paragraphes. Exportez sans la mise en page pour tout avoir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) without a translation did not go in: the format holds pairs.</source>
        <translation>
            <numerusform>%n segment sans traduction laissé de côté : le format contient des paires.</numerusform>
            <numerusform>%n segments sans traduction laissés de côté : le format contient des paires.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>“{0}”</source>
        <translation>« {0} »</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>OpenDocument text, English only</source>
        <translation>Texte OpenDocument, anglais seul</translation>
    </message>
    <message>
        <source>EPUB book, English only</source>
        <translation>Livre EPUB, anglais seul</translation>
    </message>
    <message>
        <source>XLIFF, in the file that came in</source>
        <translation>XLIFF, dans le fichier reçu</translation>
    </message>
    <message>
        <source>Word, English only</source>
        <translation>Word, anglais seul</translation>
    </message>
    <message>
        <source>Plain text, English only</source>
        <translation>Texte brut, anglais seul</translation>
    </message>
    <message>
        <source>Markdown, English only</source>
        <translation>Markdown, anglais seul</translation>
    </message>
    <message>
        <source>Web page, English only</source>
        <translation>Page web, anglais seul</translation>
    </message>
    <message>
        <source>Word, two columns</source>
        <translation>Word, deux colonnes</translation>
    </message>
    <message>
        <source>Word, for a colleague’s review</source>
        <translation>Word, pour la relecture d’un collègue</translation>
    </message>
    <message>
        <source>Web page, two columns</source>
        <translation>Page web, deux colonnes</translation>
    </message>
    <message>
        <source>TMX 1.4 (translation memory)</source>
        <translation>TMX 1.4 (mémoire de traduction)</translation>
    </message>
    <message>
        <source>XLIFF 2.0</source>
        <translation>XLIFF 2.0</translation>
    </message>
    <message>
        <source>XLIFF 1.2</source>
        <translation>XLIFF 1.2</translation>
    </message>
    <message>
        <source>PO (gettext)</source>
        <translation>PO (gettext)</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Classeur Excel</translation>
    </message>
    <message>
        <source>TSV table</source>
        <translation>Tableau TSV</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>Tableau CSV</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Moses pair of files</source>
        <translation>Paire de fichiers Moses</translation>
    </message>
    <message>
        <source>Corpus as in OPUS, with a manifest</source>
        <translation>Corpus à la manière d’OPUS, avec un manifeste</translation>
    </message>
    <message>
        <source>Parquet (for data tools)</source>
        <translation>Parquet (pour l’analyse de données)</translation>
    </message>
</context>
<context>
    <name>gradual</name>
    <message>
        <source>Changing many segments</source>
        <translation>Modification de nombreux segments</translation>
    </message>
</context>
<context>
    <name>parameters</name>
    <message>
        <source>Quality = (1 − Σ weight of type × multiplier of severity ÷ words) × 100.</source>
        <translation>Qualité = (1 − Σ poids du type × coefficient de gravité ÷ mots) × 100.</translation>
    </message>
    <message>
        <source>Error types and scoring</source>
        <translation>Types d’erreurs et barème</translation>
    </message>
</context>
<context>
    <name>quality</name>
    <message>
        <source>Make final</source>
        <translation>Rendre définitif</translation>
    </message>
    <message>
        <source>This review counts errors (MQM); it has no ratings.</source>
        <translation>Cette relecture compte des erreurs (MQM) ; elle n’a pas de notes.</translation>
    </message>
    <message>
        <source>Start one by ESA in the Review panel.</source>
        <translation>Commencez-en une par ESA dans le volet Relecture.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>PDF, to print or send</source>
        <translation>PDF, à imprimer ou à envoyer</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <source>Return package for the translator</source>
        <translation>Retour au traducteur</translation>
    </message>
    <message>
        <source>Error list (marot)</source>
        <translation>Liste d’erreurs (marot)</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Écrire le rapport</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>“{0}”: {1}</source>
        <translation>« {0} » : {1}</translation>
    </message>
    <message>
        <source>Not in the source</source>
        <translation>Absent de la source</translation>
    </message>
    <message>
        <source>Something of the source is missing here</source>
        <translation>Il manque ici un élément de la source</translation>
    </message>
    <message>
        <source>Opposite meaning?</source>
        <translation>Sens contraire ?</translation>
    </message>
    <message>
        <source>Says something else?</source>
        <translation>Dit autre chose ?</translation>
    </message>
    <message>
        <source>Reads oddly</source>
        <translation>Tournure étrange</translation>
    </message>
    <message>
        <source>This is not a translation of its source</source>
        <translation>Ce n’est pas la traduction de sa source</translation>
    </message>
    <message>
        <source>Looks like the translation of a neighbouring segment</source>
        <translation>Ressemble à la traduction d’un segment voisin</translation>
    </message>
    <message>
        <source>Unlike what the engines propose</source>
        <translation>Différent de ce que proposent les moteurs</translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>Missing</source>
        <translation>Omission</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
</context>
<context>
    <name>returning</name>
    <message>
        <source>Read a review back</source>
        <translation>Récupérer une relecture</translation>
    </message>
    <message>
        <source>Word documents</source>
        <translation>Documents Word</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Lecture de {0}</translation>
    </message>
    <message>
        <source>Comments of a colleague</source>
        <translation>Commentaires d’un collègue</translation>
    </message>
    <message numerus="yes">
        <source>%n changed segment(s) as candidates</source>
        <translation>
            <numerusform>%n segment modifié, en proposition</numerusform>
            <numerusform>%n segments modifiés, en propositions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new comment(s)</source>
        <translation>
            <numerusform>%n nouveau commentaire</numerusform>
            <numerusform>%n nouveaux commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of another article left aside</source>
        <translation>
            <numerusform>%n ligne d’un autre article laissée de côté</numerusform>
            <numerusform>%n lignes d’un autre article laissées de côté</numerusform>
        </translation>
    </message>
    <message>
        <source>The review was read.</source>
        <translation>La relecture a été lue.</translation>
    </message>
</context>
<context>
    <name>salvage</name>
    <message>
        <source>title and settings of the article</source>
        <translation>titre et réglages de l’article</translation>
    </message>
    <message>
        <source>history</source>
        <translation>historique</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>propositions</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>scores</translation>
    </message>
    <message>
        <source>dismissed findings</source>
        <translation>remarques écartées</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>what engines were asked</source>
        <translation>demandes faites aux moteurs</translation>
    </message>
    <message>
        <source>errors and comments</source>
        <translation>erreurs et commentaires</translation>
    </message>
    <message>
        <source>review sessions</source>
        <translation>sessions de révision</translation>
    </message>
</context>
<context>
    <name>scoring</name>
    <message>
        <source>Full: checks, meaning, language model</source>
        <translation>Complète : contrôles, sens, modèle de langue</translation>
    </message>
    <message>
        <source>Fast: checks and meaning</source>
        <translation>Rapide : contrôles et sens</translation>
    </message>
    <message>
        <source>Checks only</source>
        <translation>Contrôles seuls</translation>
    </message>
    <message>
        <source>Full scoring</source>
        <translation>Évaluation complète</translation>
    </message>
    <message>
        <source>Fast scoring</source>
        <translation>Évaluation rapide</translation>
    </message>
</context>
<context>
    <name>severity</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Mineure</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Majeure</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
</context>
<context>
    <name>signals</name>
    <message>
        <source>Checks</source>
        <translation>Contrôles</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>Word by word meaning</source>
        <translation>Sens mot à mot</translation>
    </message>
    <message>
        <source>Unlike candidates</source>
        <translation>Écart aux propositions</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modèle de langue</translation>
    </message>
    <message>
        <source>Word model</source>
        <translation>Modèle de mots</translation>
    </message>
    <message>
        <source>Starting level</source>
        <translation>Niveau de départ</translation>
    </message>
    <message>
        <source>Neighbouring rows</source>
        <translation>Lignes voisines</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
</context>
<context>
    <name>signs</name>
    <message>
        <source>Rejected: {0}</source>
        <translation>Rejeté : {0}</translation>
    </message>
    <message>
        <source>Confirmed just as the machine wrote it</source>
        <translation>Confirmé tel que la machine l’a écrit</translation>
    </message>
    <message numerus="yes">
        <source>%n open comment(s)</source>
        <translation>
            <numerusform>%n commentaire ouvert</numerusform>
            <numerusform>%n commentaires ouverts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Untouched</source>
        <translation>Non traité</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traduit</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>saisi</translation>
    </message>
    <message>
        <source>from an engine</source>
        <translation>d’un moteur</translation>
    </message>
    <message>
        <source>from the memory</source>
        <translation>de la mémoire</translation>
    </message>
    <message>
        <source>from the draft</source>
        <translation>du brouillon</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>Exclu</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>a few seconds left</source>
        <translation>encore quelques secondes</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>encore {0} s environ</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>encore {0} min environ</translation>
    </message>
</context>
<context>
    <name>verdict</name>
    <message>
        <source>The formula decides, unless you say otherwise and why. Both go into the report.</source>
        <translation>La formule décide, sauf si vous dites autre chose et pourquoi. Les deux vont dans le rapport.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
</context>
<context>
    <name>when</name>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>yesterday at {0}</source>
        <translation>hier à {0}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} à {1}</translation>
    </message>
</context>
</TS>
