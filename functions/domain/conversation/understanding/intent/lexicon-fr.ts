import type { ENGLISH } from "./lexicon-en.ts";

/**
 * French phrases by what they mean, as people say them. Articles, "tu" and "ne" need not be there; a star stands for any
 * ending.
 */
export const FRENCH = {
  appointment: "rendez vous|rendezvous|rende vous|plage horaire|séance|rencontre",
  table: "place pour|places pour",
  service: `coupe cheveux|coloration|mise en plis|examen de la vue|consultation|changement huile|mise au point
    poser mes pneus|changer mes pneus|changement pneus|réparation|installation|traitement canal|plombage
    détartrage|soin|soins|tatouage|entretien|ramonage|check up|essai routier|évaluation|diagnostic`,
  pro: "mécano|coiffeur|coiffeuse|barbier|réparateur|thérapeute|installateur|toiletteur|équipe",
  boss: "proprio|chef|gestionnaire|préposé",
  person: `quelqu un|être humain|vraie personne|vrai monde|agent|agente|représentant|représentante|conseiller
    conseillère|employé|employée|préposée|commis|opérateur|opératrice|téléphoniste`,
  machine: "boîte automatique|automate|système automatisé|intelligence artificielle|ia",
  want: `voulons|aimerions|aimerais ça|souhaiterais|cherche|préférerais|aimerais mieux|c est pour
    ce serait pour|ça serait pour|appelle pour|intéressé|tente de|essaie`,
  can: "pourrions|puis je|serait il possible|y aurait moyen|y a moyen|ça vous dérange|aidez moi",
  get: "commanderais|donnez moi|donne moi|mettez moi|mets moi|procurer|vais prendre",
  book: "planifier|fixer|organiser|me prendre|nous prendre|inscrire|inscrivez moi|caser|entrer",
  move: `déplace|déplacé|déplacez|changement|reporte|reportez|repousse|remettons|décale|rebooker|recéduler
    replanifier|bouger|modification|transférer à|retardez|échanger`,
  cancel: `cancellez|cancellation|décommande|désister|désiste|effacer|efface|supprimer|oubliez|laissez faire
    laisse faire|résilier|anul*|canceler`,
  day: `après demain|fin semaine|avant midi|après midi|aprèm|à soir|jour férié|nouvel an|saint jean|janvier
    février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|tantôt`,
  another: "à la place|plus tard|plus tôt|plus de bonne heure|autre chose|autre moment|nouvelle date",
  not: "pu",
  none: "pu|manquons|perdu|ai pas|ont pas|avons plus|avons pas|jamais eu",
  utility: "eau chaude|pression",
  appliance: "chauffe eau|réservoir|réservoir eau chaude|thermopompe",
  failed: `lâcher|sauté|explosé|marche pas|marche plus|marche pus|fonctionne pas|fonctionne plus|fonctionne pus
    part pas|part plus|part pus|en panne|panne|crevé|tombé en panne|veut plus partir|démarre plus
    démarre pas|perdu|kaput|démarre`,
  structure: "sous sol|appart|salle bain|salle bains|bain|immeuble|salon|chez nous|bol",
  leaks: "coulait|coulent|couler|dégouline|perd eau",
  floods: "débordent|refoulent|envahit|dégât eau|monte|partout",
  pipe: "tuyaux|conduite|boyau|réservoir|valve|plomberie|tuyauterie",
  alarm: "avertisseur|flammes|odeur de brûlé|ça brûle|fuite gaz|oeufs pourris",
  smell: "senteur|ça sent",
  locked: `barré dehors|barrée dehors|enfermé|enfermée|pris dehors|prise dehors|coincé dans|clés en dedans
    clés dedans|perdu mes clés|pris dans l ascenseur|barré mes clés|embarré mes clés
    plus capable rentrer|pas capable rentrer`,
  hurt: `saigner|respire pas|respire plus|respire pus|évanouie|perdu connaissance|crise cardiaque|avc
    empoisonné|douleur atroce|mal sans bon sens|mal à mourir|réaction allergique|frappé par
    douleur terrible|tremble|me tue|endure plus|endure pus|grosse fièvre|vomit|mal terrible`,
  urgent: `tout de suite|au plus vite|au plus sacrant|au secours|à l aide|au plus vite|venez vite|drette là
    ça presse|pressant|en ce moment|critique|sur le champ`,
  symptom: `son bizarre|grincent|cille|bloquée|fêlé|ébréché|mal à|mal au|mal aux|fait mal|pique|démange|tousse
    marche mal|marche pas|marche plus|fonctionne pas|ferme pas|ferme plus|se vide pas|crevaison|crevé
    scintille|clignote|rouillé|usé|croche|part pas|dérangé|flash|allumé`,
  object: `lave vaisselle|frigo|réfrigérateur|congélateur|gencive|épaule|peau|climatiseur|air climatisé|écran
    vélo|porte garage|dent sagesse|batterie|balcon|thermopompe`,
  look: "venir voir|vienne voir|jeter un coup oeil|jeter un oeil|passer voir|envoyer quelqu un|évaluer",
  open: "ouvrir|rouvrez",
  hours: `heures ouverture|heures affaires|heures fermeture|vos heures|heures bureau|vos jours
    plages ouverture`,
  premises: "garage|salle à manger|salon|boulangerie|succursale|pharmacie|commerce|comptoir|local|bar|studio",
  you: "vous autres",
  price: `coûtent|coûtera|coute*|escompte|taux|taux horaire|gratuit|gratuite|gratuits|montant|forfait|forfaits
    idée prix|liste prix|ça revient|reviendrait|chargeriez|supplément|abordable`,
  place: "intersection|code postal|succursale|itinéraire|secteur",
  message: "mesage|boîte vocale|messagerie|messagerie vocale|mémo|boîte messages",
  call: "contacter|coup de fil|coup de téléphone",
  callback: `me rappeler|nous rappeler|rappelez moi|rappelle moi|rappelez nous|me rappelle|me rappellerez
    me rappelez|nous rappelle|me téléphoner|téléphonez moi|retour appel|me recontacter|recontactez moi
    me contacter|m appeler|m appelle demain|appelez moi|me donner un coup fil
    me donner un coup téléphone|donnez moi un coup fil|me revenir|revenez moi|redonnez moi nouvelles
    donnez moi nouvelles|rappel téléphonique|me joindre|contactez moi`,
  texting: "sms|contacter|contactez|dérangé|dérangez|achalez|envois|écoeurer|solliciter|sollicité",
  halt: "cesse|stoppez|tannez plus",
  list: `liste envoi|liste envois|base données|mon numéro|mes coordonnées|mes informations|mes infos
    mes données|mon courriel|fichier|fichiers|liste appels|dossiers`,
  unsubscribe: `désabonner|désabonnez|désabonne|désabonnement|désinscrire|désinscription|désinscrivez|désinscris
    me retirer de la liste`,
  number: "sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|couple|dizaine|paire|quelques",
  goods: `steamé|steamés|hot dog|hot dogs|hamburger*|burger*|sandwich*|sous marin|sous marins|club|clubs
    lasagne|spaghetti|taco*|burrito*|cari|côtes levées|cappuccino|muffin*|bagel*|croissant*|baguette*
    shampoing|paillis|pepperoni|rouleaux|crème glacée|tourtière*|smoked meat|saucisse*|lait|pogo|pogos
    guédille|toute garnie|all dressed|spécial du jour|table d hôte|numéro quatre|numéro deux|livre de`,
  togo: `pour emporter|à emporter|pour ramasser|ramassage|à apporter|pour apporter|venir chercher
    passer chercher|take out`,
  ordering: "commanderais|comander|passer une commande",
  question: "quelle heure",
  greeting: "bon matin|ça va|comment ça va|comment allez vous|comment vas tu",
  thanks: `merci beaucoup|bonne journée|bonne soirée|au revoir|bye bye|bonne fin journée|bonne nuit|à bientôt
    à la prochaine|merci bien|mille mercis|salut là`,
  availability: "de la place|dispo|dispos",
  come: `viendrons|être là|présenter|présenterai|présentera|y être|me rendre|honorer|me déplacer|serai là
    sera là`,
  unable: `peux pas|pourrai pas|pourra pas|pourrons pas|serai pas capable|sera pas capable|suis pas capable
    pas capable|pourrais pas|vais pas|peut pas|pourrai plus|pourrai pus|peux plus|peux pus|impossible
    peut plus|peut pus|sera pas|serai pas|vais manquer`,
  thing: "ça|ca|cela|tout ça|la chose",
} satisfies Record<keyof typeof ENGLISH, string>;
