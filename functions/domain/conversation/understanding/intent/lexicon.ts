import type { Lexicon } from "./phrases.ts";

/**
 * What the rules speak of. Phrases are written as people say them; articles, "tu" and "ne" need not be there. A star
 * stands for any ending. The same lists tell the languages apart.
 */
export const LEXICON: Lexicon = {
  appointment: {
    en: "a pointment|apointment|session|service call|time slot|consult",
    fr: "rendez vous|rendezvous|rende vous|plage horaire|séance|rencontre",
  },
  table: {
    en: "room for|seats|seating",
    fr: "place pour|places pour",
  },
  service: {
    en: `hair cut|balayage|blow dry|mani pedi|nails done|waxing|teeth cleaned|check up|eye exam|consultation
     oil change|tune up|tuneup|tire change|tires changed|installed|vaccine*|vaccinat*|groomed|fitting
     root canal|filling|x ray|therapy|tattoo|shave|beard trim|tasting|maintenance|checked out|looked at
     serviced|test drive|viewing|house call|detailing|diagnostic`,
    fr: `coupe cheveux|coloration|mise en plis|examen de la vue|consultation|changement huile|mise au point
     poser mes pneus|changer mes pneus|changement pneus|réparation|installation|traitement canal|plombage
     détartrage|soin|soins|tatouage|entretien|ramonage|check up|essai routier|évaluation|diagnostic`,
  },
  pro: {
    en: "tech|stylist|hairdresser|barber|repairman|repair guy|contractor|handyman|crew|groomer",
    fr: "mécano|coiffeur|coiffeuse|barbier|réparateur|thérapeute|installateur|toiletteur|équipe",
  },
  boss: {
    en: `chef|person in charge|whoever is in charge|front desk|head office|billing|support|management
     service department|parts department`,
    fr: "proprio|chef|gestionnaire|préposé",
  },
  person: {
    en: `human being|real person|live person|agent|representative|rep|operator|staff|employee|associate
     someone real|real human|live agent|an actual person`,
    fr: `quelqu un|être humain|vraie personne|vrai monde|agent|agente|représentant|représentante|conseiller
     conseillère|employé|employée|préposée|commis|opérateur|opératrice|téléphoniste`,
  },
  machine: {
    en: "automated|voice mail system|automatic",
    fr: "boîte automatique|automate|système automatisé|intelligence artificielle|ia",
  },
  want: {
    en: `would like|would love|like to|love to|looking for|looking to|looking|trying to|going to need
     in need of|care to|prefer|would rather|would appreciate|am calling to|calling to|calling about
     calling for|interested in`,
    fr: `voulons|aimerions|aimerais ça|souhaiterais|cherche|préférerais|aimerais mieux|c est pour
     ce serait pour|ça serait pour|appelle pour|intéressé|tente de|essaie`,
  },
  can: {
    en: `can i|could i|may i|can we|could we|may we|can you|could you|would you|will you|any chance|any way
     is there a way|mind if|do you mind|okay if|might i|let me|help me`,
    fr: "pourrions|puis je|serait il possible|y aurait moyen|y a moyen|ça vous dérange|aidez moi",
  },
  get: {
    en: "try|pick up|use|go with",
    fr: "commanderais|donnez moi|donne moi|mettez moi|mets moi|procurer|vais prendre",
  },
  book: {
    en: `arrange|set up|book me in|fit me in|squeeze me in|pencil me in|get in|come in|come by|put me down
     make|sign me up|get me in|slot me in|setup`,
    fr: "planifier|fixer|organiser|me prendre|nous prendre|inscrire|inscrivez moi|caser|entrer",
  },
  move: {
    en: `reschedule|rescheduled|rescheduling|re schedule|changing|switching|pushed|push back|bump|put off
     rebook|rebooking|rearrange|move up|put back|bring forward|modify|defer|adjust|resched*`,
    fr: `déplace|déplacé|déplacez|changement|reporte|reportez|repousse|remettons|décale|rebooker|recéduler
     replanifier|bouger|modification|transférer à|retardez|échanger`,
  },
  cancel: {
    en: `canceling|cancelling|cancellation|call off|call it off|scrap|scratch|back out|give up|kill
     council my|nix|withdraw|pull out`,
    fr: `cancellez|cancellation|décommande|désister|désiste|effacer|efface|supprimer|oubliez|laissez faire
     laisse faire|résilier|anul*|canceler`,
  },
  day: {
    en: `thanksgiving|labour day|labor day|new year|boxing day|january|february|april|june|july|august
     september|october|november|december`,
    fr: `après demain|fin semaine|avant midi|après midi|aprèm|à soir|jour férié|nouvel an|saint jean|janvier
     février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|tantôt`,
  },
  another: {
    en: `some other|new time|new date|next week|next month|something else|anything else|what else|day after
     better time|afterwards`,
    fr: "à la place|plus tard|plus tôt|plus de bonne heure|autre chose|autre moment|nouvelle date",
  },
  not: {
    en: "no longer",
    fr: "pu",
  },
  none: {
    en: `not any|no more|not have any|have not had|have not got|do not have|not had|lost|lost our|out of|zero
     has no|have no|got no`,
    fr: "pu|manquons|perdu|ai pas|ont pas|avons plus|avons pas|jamais eu",
  },
  utility: {
    en: "hot water|running water|water pressure",
    fr: "eau chaude|pression",
  },
  appliance: {
    en: "water heater|hot water tank|heat pump|sump pump|radiator|main valve",
    fr: "chauffe eau|réservoir|réservoir eau chaude|thermopompe",
  },
  failed: {
    en: `dead|broke down|is out|went out|exploded|blew|stopped working|not working|will not start
     will not turn on|conked out|gave out|shut off|shut down|kicked the bucket|not come on|not coming on
     is down|packed it in|went off|are out|cut out|busted|does not work|do not work|not work|is off`,
    fr: `lâcher|sauté|explosé|marche pas|marche plus|marche pus|fonctionne pas|fonctionne plus|fonctionne pus
     part pas|part plus|part pus|en panne|panne|crevé|tombé en panne|veut plus partir|démarre plus
     démarre pas|perdu|kaput|démarre`,
  },
  structure: {
    en: "washroom|bathtub|tub|garage|living room|bedroom|laundry room",
    fr: "sous sol|appart|salle bain|salle bains|bain|immeuble|salon|chez nous|bol",
  },
  leaks: {
    en: "leaky|running|runs",
    fr: "coulait|coulent|couler|dégouline|perd eau",
  },
  floods: {
    en: `overflowed|spraying|spewing|backing up|backed up|bursting|exploded|shooting|under water|rising
     caving in|collapsing|fell through|everywhere|all over`,
    fr: "débordent|refoulent|envahit|dégât eau|monte|partout",
  },
  pipe: {
    en: "hose|main|tank|valve|sewer|hydrant|radiator",
    fr: "tuyaux|conduite|boyau|réservoir|valve|plomberie|tuyauterie",
  },
  alarm: {
    en: `smoke detector|carbon monoxide|co2|flames|sparking|burning smell|on fire|shocks|gas leak
     smells like gas|smelling gas|smell gas|rotten eggs`,
    fr: "avertisseur|flammes|odeur de brûlé|ça brûle|fuite gaz|oeufs pourris",
  },
  smell: {
    en: "smelling|stinks|reeks|odor|odour",
    fr: "senteur|ça sent",
  },
  locked: {
    en: `locked out|locked myself out|locked inside|locked in|lost my keys|keys inside|keys are inside
     stuck in the elevator|stuck outside|stuck inside|can not get in|can not get into`,
    fr: `barré dehors|barrée dehors|enfermé|enfermée|pris dehors|prise dehors|coincé dans|clés en dedans
     clés dedans|perdu mes clés|pris dans l ascenseur|barré mes clés|embarré mes clés
     plus capable rentrer|pas capable rentrer`,
  },
  hurt: {
    en: `not breathing|can not breathe|chest pain|fainted|passed out|heart attack|stroke|overdose|poisoned
     knocked out|severe pain|terrible pain|worst pain|so much pain|agony|hit by a car|allergic reaction
     burned himself|burned herself|broke my arm|broke his arm|broken bone|shaking|killing me|high fever
     throwing up|really bad pain`,
    fr: `saigner|respire pas|respire plus|respire pus|évanouie|perdu connaissance|crise cardiaque|avc
     empoisonné|douleur atroce|mal sans bon sens|mal à mourir|réaction allergique|frappé par
     douleur terrible|tremble|me tue|endure plus|endure pus|grosse fièvre|vomit|mal terrible`,
  },
  urgent: {
    en: "urgently|right now|right away|as soon as possible|911|life or death|critical",
    fr: `tout de suite|au plus vite|au plus sacrant|au secours|à l aide|au plus vite|venez vite|drette là
     ça presse|pressant|en ce moment|critique|sur le champ`,
  },
  symptom: {
    en: `rattle*|squeak*|grind*|clog|clogs|blocked|chipped|aches|aching|itchy|toothache|bugging me
     bothering me|acting up|not working|not work|stopped working|will not close|will not drain
     does not drain|making a weird|check engine light|flat tire|wobbl*|jammed|flicker*|rusty|worn|crooked
     vibrat*|smoking|overheating|will not start|draining`,
    fr: `son bizarre|grincent|cille|bloquée|fêlé|ébréché|mal à|mal au|mal aux|fait mal|pique|démange|tousse
     marche mal|marche pas|marche plus|fonctionne pas|ferme pas|ferme plus|se vide pas|crevaison|crevé
     scintille|clignote|rouillé|usé|croche|part pas|dérangé|flash|allumé`,
  },
  object: {
    en: `washing machine|freezer|gum|skin|ac|air conditioner|air conditioning|screen|laptop|bike|garage door
     wisdom tooth|filling|crown|battery|doorbell|water heater|pump|ceiling fan`,
    fr: `lave vaisselle|frigo|réfrigérateur|congélateur|gencive|épaule|peau|climatiseur|air climatisé|écran
     vélo|porte garage|dent sagesse|batterie|balcon|thermopompe`,
  },
  look: {
    en: `take a look|have a look|come look|come out|come over|come check|check it|check out|look at
     send someone|send somebody|swing by|stop by|assess`,
    fr: "venir voir|vienne voir|jeter un coup oeil|jeter un oeil|passer voir|envoyer quelqu un|évaluer",
  },
  open: {
    en: "opened|opening times|reopen",
    fr: "ouvrir|rouvrez",
  },
  hours: {
    en: `opening hours|business hours|store hours|hours of operation|opening times|working hours|office hours
     your ours|ours for|store ours|ours of operation`,
    fr: `heures ouverture|heures affaires|heures fermeture|vos heures|heures bureau|vos jours
     plages ouverture`,
  },
  premises: {
    en: "garage|bar|dining room|salon|bakery|branch|pharmacy|business|counter|studio|spa|gym",
    fr: "garage|salle à manger|salon|boulangerie|succursale|pharmacie|commerce|comptoir|local|bar|studio",
  },
  you: {
    en: "yall|folks",
    fr: "vous autres",
  },
  price: {
    en: `pricing|affordable|price range|price list|ballpark figure|how much|hourly rate|the damage|surcharge
     set me back|run me|hidden costs`,
    fr: `coûtent|coûtera|coute*|escompte|taux|taux horaire|gratuit|gratuite|gratuits|montant|forfait|forfaits
     idée prix|liste prix|ça revient|reviendrait|chargeriez|supplément|abordable`,
  },
  place: {
    en: `intersection|cross street|postal code|zip code|whereabouts|neighborhood|parking lot|lot|part of town
     area`,
    fr: "intersection|code postal|succursale|itinéraire|secteur",
  },
  message: {
    en: "voice mail|memo|massage for the",
    fr: "mesage|boîte vocale|messagerie|messagerie vocale|mémo|boîte messages",
  },
  call: {
    en: "reach out|give me a shout",
    fr: "contacter|coup de fil|coup de téléphone",
  },
  callback: {
    en: `call me back|call back|call us back|ring me back|phone me back|get back to me|get back to us
     return my call|returning my call|return call|reach out to me|call me when|call me later|call me at
     call me on|get in touch with me|contact me|call me tomorrow|follow up with me|give me a ring
     give me a call|give me a shout|give us a call|ring me|phone me|give me a buzz|call me`,
    fr: `me rappeler|nous rappeler|rappelez moi|rappelle moi|rappelez nous|me rappelle|me rappellerez
     me rappelez|nous rappelle|me téléphoner|téléphonez moi|retour appel|me recontacter|recontactez moi
     me contacter|m appeler|m appelle demain|appelez moi|me donner un coup fil
     me donner un coup téléphone|donnez moi un coup fil|me revenir|revenez moi|redonnez moi nouvelles
     donnez moi nouvelles|rappel téléphonique|me joindre|contactez moi`,
  },
  texting: {
    en: `sms|messaging|contacting|calling|emailing|spamming|bothering|reminder|reminders|promotional|sending
     writing|text messages|contacting me|solicit*`,
    fr: "sms|contacter|contactez|dérangé|dérangez|achalez|envois|écoeurer|solliciter|sollicité",
  },
  halt: {
    en: "no more|discontinue|halt|knock it off",
    fr: "cesse|stoppez|tannez plus",
  },
  list: {
    en: `mailing list|contact list|call list|distribution list|records|my number|my info|my contact info
     my information|my data|my email|files`,
    fr: `liste envoi|liste envois|base données|mon numéro|mes coordonnées|mes informations|mes infos
     mes données|mon courriel|fichier|fichiers|liste appels|dossiers`,
  },
  unsubscribe: {
    en: `unsubscribe|unsubscribed|opt out|opt me out|opted out|unsuscribe|stopall|un subscribe
     do not call list|opting out`,
    fr: `désabonner|désabonnez|désabonne|désabonnement|désinscrire|désinscription|désinscrivez|désinscris
     me retirer de la liste`,
  },
  number: {
    en: `seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|couple|couple of|half dozen
     pair|several|few`,
    fr: "sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|couple|dizaine|paire|quelques",
  },
  goods: {
    en: `pizza*|burger*|cheeseburger*|hamburger*|sandwich*|chiken|ramen|noodle*|spaghetti|taco*|burrito*
     nacho*|coffee*|latte*|cappuccino*|espresso*|americano*|milkshake*|smoothie*|cookie*|muffin*|bagel*
     donut*|doughnut*|croissant*|loaf|baguette|poutine*|hot dog|hot dogs|pepperoni|appetizer*|dessert*
     number two|number twos|take out|shampoo|conditioner|box of|boxes of|bag of|bags of|case of|cases of
     batteries|candle*|pad thai|dumpling*|spring roll*|egg roll*|nugget*|ice cream|gift basket
     propane tank|sausage*|milk|special of the day|extra large|personal size|slices|slice`,
    fr: `steamé|steamés|hot dog|hot dogs|hamburger*|burger*|sandwich*|sous marin|sous marins|club|clubs
     lasagne|spaghetti|taco*|burrito*|cari|côtes levées|cappuccino|muffin*|bagel*|croissant*|baguette*
     shampoing|paillis|pepperoni|rouleaux|crème glacée|tourtière*|smoked meat|saucisse*|lait|pogo|pogos
     guédille|toute garnie|all dressed|spécial du jour|table d hôte|numéro quatre|numéro deux|livre de`,
  },
  togo: {
    en: `for pickup|for pick up|for delivery|take out|take away|takeaway|to go|curbside|carry out|carryout
     pickup order|pick it up|ready for pickup`,
    fr: `pour emporter|à emporter|pour ramasser|ramassage|à apporter|pour apporter|venir chercher
     passer chercher|take out`,
  },
  ordering: {
    en: "place an order|oder|put in an order",
    fr: "commanderais|comander|passer une commande",
  },
  question: {
    en: "what time",
    fr: "quelle heure",
  },
  greeting: {
    en: `hey|good morning|good afternoon|good evening|howdy|greetings|how are you|how are you doing
     how is it going|hello there|hi there`,
    fr: "bon matin|ça va|comment ça va|comment allez vous|comment vas tu",
  },
  thanks: {
    en: `thank you|thanks a lot|thank you so much|bye bye|have a good day|have a nice day|good night|see you
     take care|thank you very much|talk to you later|have a good one|cheers`,
    fr: `merci beaucoup|bonne journée|bonne soirée|au revoir|bye bye|bonne fin journée|bonne nuit|à bientôt
     à la prochaine|merci bien|mille mercis|salut là`,
  },
  availability: {
    en: "free time|vacancy|vacancies|anything open|next available",
    fr: "de la place|dispo|dispos",
  },
  come: {
    en: `make it|be there|show up|attend|keep|get there|make my|make our|make the|do it|make that|be able
     come in|stop by`,
    fr: `viendrons|être là|présenter|présenterai|présentera|y être|me rendre|honorer|me déplacer|serai là
     sera là`,
  },
  unable: {
    en: `can not|can not be|not be able|will not be able|unable|will not|not going to|not gonna|could not
     not able|have to miss|going to miss|will miss|not coming|will not be|are not|am not|is not`,
    fr: `peux pas|pourrai pas|pourra pas|pourrons pas|serai pas capable|sera pas capable|suis pas capable
     pas capable|pourrais pas|vais pas|peut pas|pourrai plus|pourrai pus|peux plus|peux pus|impossible
     peut plus|peut pus|sera pas|serai pas|vais manquer`,
  },
  thing: {
    en: "it|that|this|everything",
    fr: "ça|ca|cela|tout ça|la chose",
  },
};
