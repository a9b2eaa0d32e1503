import type { Lexicon } from "./pattern.ts";

/**
 * What the rules speak of. Phrases are written as people say them; articles, "tu" and "ne" need not be there. A star
 * stands for any ending. The same lists tell the languages apart.
 */
export const LEXICON: Lexicon = {
  appointment: {
    en: "appointment|appointments|a pointment|apointment|booking|bookings|reservation|reservations|slot|visit|meeting|session|service call|time slot|spot|consult",
    fr: "rendez vous|rendezvous|rdv|rende vous|rendez|réservation|réservations|visite|plage horaire|séance|rencontre",
  },
  table: {
    en: "table|tables|booth|room for|seats|seating",
    fr: "table|tables|banquette|place pour|places pour|couverts",
  },
  service: {
    en: `haircut|hair cut|trim|color|colour|highlights|balayage|perm|blowout|blow dry|manicure|pedicure|mani pedi|nails done|facial|massage|waxing|wax|lashes|brows|cleaning|teeth cleaned|checkup|check up|physical|exam|eye exam|consultation
     oil change|tune up|tuneup|inspection|alignment|tire change|tires changed|repair|installed|install|vaccine*|shots|vaccinat*|grooming|groomed|lesson|lessons|fitting|root canal|filling|x ray|physio|therapy|tattoo|shave|beard trim|tasting|maintenance|checked out|looked at|fixed|serviced|test drive|viewing|house call|detailing|diagnostic`,
    fr: `coupe cheveux|coupe|couleur|coloration|mèches|mise en plis|teinture|manucure|pédicure|ongles|facial|massage|massages|épilation|nettoyage|examen|examen de la vue|consultation|changement huile|mise au point|inspection|alignement|poser mes pneus|changer mes pneus|changement pneus
     réparation|installation|vaccin|vaccins|toilettage|traitement canal|plombage|détartrage|soin|soins|physio|tatouage|barbe|entretien|ramonage|check up|suivi|essai routier|évaluation|estimation|soumission|estimé|diagnostic`,
  },
  pro: {
    en: "plumber|electrician|technician|technicians|tech|mechanic|doctor|dentist|hygienist|stylist|hairdresser|barber|vet|repairman|repair guy|contractor|handyman|crew|guy|therapist|nurse|installer|groomer",
    fr: "plombier|électricien|technicien|technicienne|mécanicien|mécano|docteur|docteure|médecin|dentiste|hygiéniste|coiffeur|coiffeuse|barbier|vétérinaire|vet|réparateur|gars|infirmière|thérapeute|installateur|toiletteur|équipe",
  },
  boss: {
    en: "manager|owner|boss|supervisor|receptionist|chef|accountant|person in charge|whoever is in charge|front desk|reception|head office|director|secretary|billing|accounting|sales|support|management|assistant|service department|parts department",
    fr: "gérant|gérante|patron|patronne|propriétaire|proprio|superviseur|réceptionniste|réception|chef|comptable|responsable|directeur|directrice|secrétaire|comptabilité|ventes|boss|gestionnaire|adjointe|préposé",
  },
  person: {
    en: "person|human|human being|real person|live person|somebody|someone|anybody|anyone|people|agent|representative|rep|operator|staff|employee|associate|someone real|real human|live agent|an actual person",
    fr: "personne|quelqu un|humain|être humain|vraie personne|vrai monde|monde|agent|agente|représentant|représentante|conseiller|conseillère|employé|employée|préposée|commis|opérateur|opératrice|téléphoniste",
  },
  machine: {
    en: "machine|robot|computer|bot|recording|automated|ai|voice mail system|automatic",
    fr: "machine|robot|ordinateur|boîte automatique|automate|système automatisé|intelligence artificielle|ia",
  },
  want: {
    en: "want|need|needs|would like|would love|like to|love to|looking for|looking to|looking|hoping|wish|trying to|wants|wanted|going to need|in need of|after|care to|prefer|would rather|would appreciate|am calling to|calling to|calling about|calling for|interested in",
    fr: "veux|veut|voulons|voudrais|voudrait|voudrions|aimerais|aimerait|aimerions|aimerais ça|besoin|faudrait|faut|souhaite|souhaiterais|cherche|désire|voulais|voulait|goût|préférerais|aimerais mieux|c est pour|ce serait pour|ça serait pour|appelle pour|intéressé|tente de|essaie",
  },
  can: {
    en: "can i|could i|may i|can we|could we|may we|can you|could you|would you|will you|possible|any chance|any way|is there a way|mind if|do you mind|okay if|might i|let me|help me",
    fr: "peux|pourrais|peut|pourrait|pouvez|pourriez|possible|moyen|pourrions|puis je|serait il possible|y aurait moyen|y a moyen|auriez|serais|ça vous dérange|aidez moi",
  },
  get: {
    en: "get|have|take|grab|order|do|try|send|bring|buy|purchase|pick up|use|go with|got|put",
    fr: "avoir|prendre|prends|prendrai|prendrais|commander|commande|commanderais|acheter|donnez moi|donne moi|mettez moi|mets moi|apportez|livrer|emporter|procurer|vais prendre",
  },
  book: {
    en: "book|schedule|reserve|arrange|set up|book me in|fit me in|squeeze me in|pencil me in|get in|come in|come by|put me down|make|sign me up|get me in|slot me in|setup|plan",
    fr: "réserver|réserve|réservez|booker|booke|prendre|céduler|planifier|fixer|organiser|me prendre|nous prendre|passer|venir|obtenir|inscrire|inscrivez moi|caser|entrer",
  },
  move: {
    en: "reschedule|rescheduled|rescheduling|re schedule|move|moved|moving|change|changing|switch|switching|push|pushed|push back|postpone|bump|shift|swap|delay|put off|rebook|rebooking|rearrange|move up|put back|bring forward|modify|defer|adjust|resched*",
    fr: "déplacer|déplace|déplacé|déplacez|changer|change|changez|changement|reporter|reporte|reportez|repousser|repousse|remettre|remettons|décaler|décale|devancer|avancer|retarder|modifier|switcher|rebooker|recéduler|replanifier|bouger|modification|transférer à|retardez|échanger",
  },
  cancel: {
    en: "cancel|cancels|canceled|cancelled|canceling|cancelling|cancellation|call off|call it off|scrap|scratch|back out|give up|drop|delete|remove|kill|council my|nix|withdraw|pull out",
    fr: "annuler|annule|annulez|annulé|annulation|canceller|cancelle|cancellez|cancellation|décommander|décommande|désister|désiste|effacer|efface|enlever|enlevez|supprimer|retirer|oubliez|oublier|laissez faire|laisse faire|résilier|anul*|cancel|canceler",
  },
  day: {
    en: "today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekend|weekends|week|month|morning|afternoon|evening|night|noon|lunch|dinner|day|date|holiday|holidays|christmas|easter|thanksgiving|labour day|labor day|new year|boxing day|january|february|march|april|june|july|august|september|october|november|december|yesterday|hour|time|oclock",
    fr: "aujourdhui|demain|après demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|fin semaine|semaine|mois|matin|avant midi|après midi|aprèm|soir|à soir|soirée|nuit|midi|journée|jour|date|jour férié|fériés|congé|noël|pâques|fêtes|nouvel an|saint jean|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|hier|heure|heures|tantôt|après",
  },
  another: {
    en: "another|different|other|instead|later|earlier|sooner|some other|rather|new time|new date|next week|next month|something else|anything else|what else|day after|following|better time|afterwards",
    fr: "autre|autres|à la place|plus tard|plus tôt|plus de bonne heure|plutôt|prochaine|prochain|mieux|autre chose|autre moment|ultérieurement|différent|différente|suivante|suivant|nouvelle date|nouveau",
  },
  not: { en: "not|never|no longer|no", fr: "pas|plus|pus|jamais|pu|aucun|aucune" },
  none: {
    en: "no|not any|without|no more|not have any|have not had|have not got|do not have|not had|lost|lost our|out of|zero|has no|have no|got no",
    fr: "pas|plus|pus|pu|sans|aucun|aucune|manque|manquons|perdu|ai pas|ont pas|avons plus|avons pas|jamais eu",
  },
  utility: {
    en: "heat|heating|hot water|power|electricity|hydro|running water|gas|water pressure|furnace|water",
    fr: "chauffage|eau chaude|électricité|courant|hydro|lumière|eau|gaz|fournaise|pression",
  },
  appliance: {
    en: "furnace|boiler|heater|water heater|hot water tank|heating|heat|heat pump|sump pump|radiator|thermostat|elevator|breaker|main valve|power|electricity",
    fr: "fournaise|chaudière|chauffe eau|réservoir|réservoir eau chaude|chauffage|thermopompe|pompe|calorifère|thermostat|ascenseur|disjoncteur|panneau|courant|électricité|hydro",
  },
  failed: {
    en: "died|dead|quit|broke|broke down|broken|is out|went out|exploded|blew|burst|stopped|stopped working|not working|will not start|will not turn on|conked out|failed|gave out|shut off|shut down|kicked the bucket|not come on|not coming on|is down|packed it in|went off|are out|cut out|busted|does not work|do not work|not work|is off",
    fr: "lâché|lâche|lâcher|brisé|brisée|mort|morte|sauté|pété|pétée|explosé|arrêté|marche pas|marche plus|marche pus|fonctionne pas|fonctionne plus|fonctionne pus|part pas|part plus|part pus|éclaté|en panne|panne|cassé|crevé|fini|tombé en panne|tombé|veut plus partir|démarre plus|démarre pas|perdu|kaput|démarre",
  },
  structure: {
    en: "basement|ceiling|kitchen|floor|house|apartment|bathroom|wall|walls|roof|toilet|washroom|bathtub|tub|sink|shower|room|building|condo|garage|cellar|living room|bedroom|place|toilets|laundry room",
    fr: "sous sol|plafond|cuisine|plancher|maison|appartement|appart|salle bain|salle bains|mur|murs|toit|toilette|toilettes|bain|évier|lavabo|douche|chambre|immeuble|condo|logement|salon|cave|entrée|chez nous|bol",
  },
  leaks: {
    en: "leak|leaks|leaking|leaky|drip|drips|dripping|running|runs",
    fr: "coule|coulait|coulent|couler|fuit|fuite|fuites|dégoutte|dégouline|goutte|gouttes|perd eau",
  },
  floods: {
    en: "flood|floods|flooding|flooded|overflow|overflows|overflowing|overflowed|gushing|pouring|spraying|spewing|backing up|backed up|burst|bursting|exploded|shooting|soaked|under water|rising|caving in|collapsed|collapsing|fell through|everywhere|all over",
    fr: "inondé|inondée|inonde|inondation|déborde|débordent|débordé|refoule|refoulent|refoulement|gicle|pisse|éclaté|pété|défoncé|effondré|envahit|dégât|dégâts|dégât eau|trempé|monte|partout",
  },
  pipe: {
    en: "pipe|pipes|hose|main|line|tank|valve|faucet|sewer|sewage|drain|hydrant|radiator",
    fr: "tuyau|tuyaux|conduite|boyau|réservoir|valve|robinet|égout|égouts|drain|champlure|plomberie|tuyauterie",
  },
  alarm: {
    en: "alarm|alarms|detector|smoke detector|carbon monoxide|co2|smoke|fire|flames|sparks|sparking|burning smell|burning|on fire|shocks|gas leak|gas|propane|smells like gas|smelling gas|smell gas|rotten eggs",
    fr: "alarme|alarmes|détecteur|avertisseur|monoxyde|fumée|boucane|feu|flammes|étincelles|odeur de brûlé|brûlé|ça brûle|fuite gaz|gaz|propane|oeufs pourris",
  },
  smell: { en: "smell|smells|smelling|stinks|reeks|odor|odour", fr: "sent|odeur|pue|senteur|ça sent" },
  locked: {
    en: "locked out|locked myself out|locked inside|locked in|lost my keys|keys inside|keys are inside|trapped|stuck in the elevator|stranded|stuck outside|stuck inside|can not get in|can not get into",
    fr: "embarré|embarrée|barré dehors|barrée dehors|enfermé|enfermée|pris dehors|prise dehors|coincé dans|clés en dedans|clés dedans|perdu mes clés|pris dans l ascenseur|barré mes clés|embarré mes clés|plus capable rentrer|pas capable rentrer",
  },
  hurt: {
    en: "bleeding|blood|unconscious|not breathing|can not breathe|choking|chest pain|seizure|seizures|fainted|passed out|collapsed|swollen|heart attack|stroke|overdose|poison|poisoned|knocked out|severe pain|terrible pain|unbearable|excruciating|worst pain|so much pain|agony|hit by a car|swallowed|allergic reaction|burned himself|burned herself|broke my arm|broke his arm|broken bone|shaking|killing me|high fever|throwing up|really bad pain",
    fr: "saigne|saigner|sang|inconscient|inconsciente|respire pas|respire plus|respire pus|étouffe|convulsions|évanoui|évanouie|perdu connaissance|enflé|enflée|crise cardiaque|avc|empoisonné|douleur atroce|mal sans bon sens|mal à mourir|insupportable|atroce|avalé|réaction allergique|frappé par|douleur terrible|tremble|me tue|endure plus|endure pus|grosse fièvre|vomit|mal terrible",
  },
  urgent: {
    en: "emergency|emergencies|urgent|urgently|right now|right away|immediately|asap|as soon as possible|911|hurry|life or death|critical",
    fr: "urgence|urgent|urgente|tout de suite|immédiatement|au plus vite|au plus sacrant|au secours|à l aide|au plus vite|venez vite|drette là|ça presse|pressant|en ce moment|critique|sur le champ",
  },
  symptom: {
    en: "noise|noises|sound|rattle*|squeak*|grind*|clog|clogged|clogs|plugged|blocked|slow|broken|broke|cracked|crack|chipped|stuck|loose|ache|aches|aching|hurts|hurt|sore|itchy|rash|cough|pain|toothache|bugging me|bothering me|acting up|not working|not work|stopped working|will not close|will not drain|does not drain|making a weird|leaking|check engine light|flat tire|wobbl*|limping|jammed|flicker*|rusty|worn|crooked|vibrat*|smoking|overheating|will not start|draining",
    fr: "bruit|bruits|son bizarre|grince|grincent|cille|bouché|bouchée|bloqué|bloquée|lent|brisé|brisée|fêlé|fissure|fissuré|ébréché|pogné|coincé|lousse|mal à|mal au|mal aux|fait mal|douleur|pique|démange|toux|tousse|tannant|marche mal|marche pas|marche plus|fonctionne pas|ferme pas|ferme plus|draine|se vide pas|vibre|crevaison|crevé|boite|scintille|clignote|rouillé|usé|croche|chauffe|part pas|dérangé|flash|allumé",
  },
  object: {
    en: "sink|tap|faucet|toilet|shower|dishwasher|washer|washing machine|dryer|fridge|freezer|oven|stove|car|truck|van|brakes|brake|engine|transmission|tire|tires|tooth|teeth|gum|back|knee|shoulder|neck|ankle|foot|ear|eye|skin|dog|cat|puppy|roof|gutter|gutters|door|window|windows|lock|furnace|ac|air conditioner|air conditioning|drain|pipe|outlet|light|lights|phone|screen|laptop|computer|bike|garage door|wisdom tooth|filling|crown|ceiling|deck|fence|chimney|battery|doorbell|thermostat|boiler|water heater|pump|fan|ceiling fan|water",
    fr: "évier|robinet|champlure|toilette|douche|lave vaisselle|laveuse|sécheuse|frigo|réfrigérateur|congélateur|four|poêle|auto|char|camion|voiture|freins|frein|moteur|transmission|pneu|pneus|dent|dents|gencive|dos|genou|épaule|cou|cheville|pied|oreille|oeil|yeux|peau|chien|chat|chiot|toit|toiture|gouttière|porte|fenêtre|fenêtres|serrure|fournaise|climatiseur|air climatisé|drain|tuyau|prise|lumière|lumières|téléphone|écran|ordinateur|vélo|porte garage|dent sagesse|lavabo|batterie|balcon|clôture|cheminée|plafond|thermopompe|hotte",
  },
  look: {
    en: "look|take a look|have a look|come look|come out|come over|come check|check it|check out|look at|fix|repair|see|send someone|send somebody|inspect|examine|swing by|stop by|assess",
    fr: "regarder|regardé|venir voir|vienne voir|jeter un coup oeil|jeter un oeil|réparer|arranger|examiner|vérifier|passer voir|passer|vienne|venir|voir|envoyer quelqu un|inspecter|évaluer",
  },
  open: {
    en: "open|opens|opened|opening|opening times|reopen|close|closes|closed|closing|shut|shuts",
    fr: "ouvert|ouverts|ouverte|ouvertes|ouvre|ouvrez|ouvrent|ouvrir|ouverture|fermé|fermés|fermée|ferme|fermez|ferment|fermer|fermeture|fermes|rouvrez",
  },
  hours: {
    en: "hours|opening hours|business hours|store hours|hours of operation|opening times|working hours|office hours|your ours|ours for|store ours|ours of operation",
    fr: "heures ouverture|heures affaires|horaire|horaires|heures fermeture|vos heures|heures bureau|vos jours|plages ouverture",
  },
  premises: {
    en: "store|shop|restaurant|clinic|office|garage|kitchen|bar|dining room|salon|bakery|place|location|branch|pharmacy|business|counter|desk|building|entrance|studio|spa|gym",
    fr: "magasin|boutique|restaurant|resto|clinique|bureau|garage|cuisine|salle à manger|salon|boulangerie|place|succursale|pharmacie|commerce|comptoir|local|bâtisse|entrée|bar|studio|centre|cabinet|atelier",
  },
  you: { en: "you|guys|they|yall|folks", fr: "vous|ils|on|vous autres" },
  price: {
    en: "price|prices|pricing|cost|costs|rate|rates|fee|fees|charge|charges|quote|pricey|expensive|cheap|cheaper|affordable|discount|discounts|special|specials|deal|deals|promo|promotion|coupon|coupons|price range|price list|ballpark|ballpark figure|how much|hourly rate|free|the damage|surcharge|set me back|run me|hidden costs",
    fr: "prix|coût|coûts|coûte|coûtent|coûterait|coûtera|coute*|tarif|tarifs|frais|cher|chère|chères|dispendieux|rabais|spécial|spéciaux|promotion|promo|escompte|combien|taux|taux horaire|gratuit|gratuite|gratuits|montant|forfait|forfaits|idée prix|liste prix|ça revient|reviendrait|charges|chargez|chargeriez|supplément|abordable",
  },
  place: {
    en: "address|adress|addresses|located|location|directions|direction|intersection|cross street|street|parking|park|postal code|zip code|whereabouts|neighborhood|neighbourhood|metro|subway|bus|floor|entrance|map|landmark|parking lot|exit|gps|suite|lot|corner|part of town|area",
    fr: "adresse|addresse|adresses|situé|situés|située|situées|localisé|stationnement|stationner|parking|parker|rue|intersection|code postal|quartier|métro|autobus|étage|coin|succursale|direction|directions|indications|itinéraire|carte|sortie|secteur|arrêt|côté|plan",
  },
  message: {
    en: "message|messages|voicemail|voice mail|memo|note|word|mailbox|massage for the",
    fr: "message|messages|mesage|boîte vocale|messagerie|messagerie vocale|répondeur|note|mémo|boîte messages",
  },
  call: {
    en: "call|calls|ring|phone|contact|reach out|buzz|reach|telephone|give me a shout",
    fr: "appeler|appelle|appelez|rappeler|rappelle|rappelez|téléphoner|contacter|téléphone|joindre|coup de fil|coup de téléphone|appel",
  },
  callback: {
    en: "call me back|call back|callback|call us back|ring me back|phone me back|get back to me|get back to us|return my call|returning my call|return call|reach out to me|call me when|call me later|call me at|call me on|get in touch with me|contact me|call me tomorrow|follow up with me|give me a ring|give me a call|give me a shout|give us a call|ring me|phone me|give me a buzz|call me",
    fr: "me rappeler|nous rappeler|rappelez moi|rappelle moi|rappelez nous|me rappelle|me rappellerez|me rappelez|nous rappelle|me téléphoner|téléphonez moi|retour appel|me recontacter|recontactez moi|me contacter|m appeler|m appelle demain|appelez moi|me donner un coup fil|me donner un coup téléphone|donnez moi un coup fil|me revenir|revenez moi|redonnez moi nouvelles|donnez moi nouvelles|rappel téléphonique|me joindre|contactez moi",
  },
  texting: {
    en: "text|texts|texting|sms|message|messages|messaging|contact|contacting|calls|calling|call|email|emails|emailing|spam|spamming|bother|bothering|notification|notifications|alerts|reminder|reminders|promotional|promotions|offers|ads|marketing|newsletter|newsletters|harassing|bugging|sending|write|writing|text messages|contacting me|solicit*",
    fr: "texto|textos|texter|textez|texte|messages|message|sms|écrire|écrivez|écris|contacter|contactez|appeler|appelez|courriel|courriels|email|emails|infolettre|notifications|alertes|rappels|promotions|promos|pub|pubs|publicité|publicités|offres|déranger|dérangé|dérangez|achaler|achalez|harceler|envoyer|envoyez|envois|spam|écoeurer|solliciter|sollicité",
  },
  halt: {
    en: "stop|quit|cease|end|no more|stopped|enough|discontinue|halt|knock it off",
    fr: "arrêt|arrêtez|arrête|arrêter|arretez|cessez|cesser|cesse|fini|stop|stoppez|tannez plus|assez|fin",
  },
  list: {
    en: "list|mailing list|system|database|subscription|contact list|call list|distribution list|records|my number|my info|my contact info|my information|my data|my email|files",
    fr: "liste|liste envoi|liste envois|système|base données|abonnement|mon numéro|mes coordonnées|mes informations|mes infos|mes données|mon courriel|fichier|fichiers|liste appels|dossiers",
  },
  unsubscribe: {
    en: "unsubscribe|unsubscribed|opt out|opt me out|opted out|unsuscribe|stopall|un subscribe|do not call list|opting out",
    fr: "désabonner|désabonnez|désabonne|désabonnement|désinscrire|désinscription|désinscrivez|désinscris|me retirer de la liste",
  },
  number: {
    en: "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|couple|couple of|dozen|half dozen|pair|several|few",
    fr: "deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|couple|douzaine|dizaine|paire|quelques",
  },
  some: { en: "a|an|some|another", fr: "un|une" },
  goods: {
    en: `pizza*|burger*|cheeseburger*|hamburger*|sandwich*|sub|subs|wrap|wraps|wing|wings|fries|chicken|chiken|salad|salads|soup|soups|sushi|ramen|noodle*|pasta|lasagna|spaghetti|taco*|burrito*|nacho*|rice|curry|steak|ribs|fish|shrimp|coffee*|latte*|cappuccino*|espresso*|americano*|tea|coke|pepsi|soda|pop|juice|milkshake*|smoothie*|beer|wine|bottle|bottles|cake|cakes|pie|pies|cookie*|muffin*|bagel*|donut*|doughnut*|croissant*|bread|loaf|baguette|poutine*|hot dog|hot dogs|pepperoni|combo|meal|trio|platter|appetizer*|dessert*|breakfast|number two|number twos|takeout|take out|food|bouquet|flowers|roses|shampoo|conditioner|box of|boxes of|bag of|bags of|case of|cases of|screws|nails|lumber|paint|mulch|soil|gravel|batteries|candle*|turkey|turkeys|ham|pad thai|dumpling*|spring roll*|egg roll*|nugget*|drink|drinks|ice cream|gift basket|propane tank|filter|filters|part|parts|eggs|sausage*|bacon|milk|special of the day|large|medium|small|extra large|personal size|slices|slice`,
    fr: `pizza|pizzas|poutine|poutines|steamé|steamés|hot dog|hot dogs|hamburger*|burger*|sandwich*|sous marin|sous marins|club|clubs|frite|frites|poulet|salade|salades|soupe|soupes|sushi|sushis|nouilles|pâtes|lasagne|spaghetti|taco*|burrito*|riz|cari|steak|côtes levées|poisson|crevettes|café|cafés|latte|cappuccino|espresso|thé|coke|pepsi|liqueur|jus|bière|bières|vin|bouteille|bouteilles|gâteau|gâteaux|tarte|tartes|biscuits|muffin*|bagel*|beigne|beignes|croissant*|pain|pains|baguette*|trio|combo|repas|assiette|dessert|desserts|déjeuner|bouquet|fleurs|roses|shampoing|boîte|boîtes|sac|sacs|caisse|vis|clous|peinture|terre|paillis|gravier|dinde|dindes|jambon|pepperoni|nuggets|rouleaux|crème glacée|pâté|pâtés|tourtière*|smoked meat|panier|pièce|pièces|oeufs|saucisse*|bacon|lait|ailes|pogo|pogos|guédille|moyenne|moyennes|grosse|toute garnie|all dressed|spécial du jour|table d hôte|numéro quatre|numéro deux|livre de`,
  },
  togo: {
    en: "for pickup|for pick up|for delivery|delivered|deliver|delivery|takeout|take out|take away|takeaway|to go|curbside|carry out|carryout|pickup order|pick it up|ready for pickup",
    fr: "pour emporter|emporter|à emporter|livraison|livrer|livré|livrée|livrés|livrez|pour ramasser|ramassage|à apporter|pour apporter|venir chercher|passer chercher|take out",
  },
  ordering: {
    en: "order|orders|ordering|ordered|place an order|oder|put in an order",
    fr: "commande|commander|commandes|commanderais|comander|commandé|passer une commande",
  },
  question: {
    en: "what|which|when|how|where|who|what time",
    fr: "quel|quelle|quels|quelles|quand|comment|où|combien|quoi|quelle heure",
  },
  greeting: {
    en: "hello|hi|hey|good morning|good afternoon|good evening|howdy|greetings|how are you|how are you doing|how is it going|hello there|hi there",
    fr: "bonjour|allô|salut|bonsoir|bon matin|ça va|comment ça va|comment allez vous|comment vas tu|allo",
  },
  thanks: {
    en: "thanks|thank you|thanks a lot|thank you so much|bye|goodbye|bye bye|have a good day|have a nice day|good night|see you|take care|thank you very much|talk to you later|have a good one|cheers",
    fr: "merci|merci beaucoup|bonne journée|bonne soirée|au revoir|bye|bye bye|bonne fin journée|bonne nuit|à bientôt|à la prochaine|merci bien|mille mercis|salut là",
  },
  availability: {
    en: "available|availability|availabilities|opening|openings|free|free time|vacancy|vacancies|anything open|next available|spots|space|room",
    fr: "disponible|disponibles|disponibilité|disponibilités|libre|libres|de la place|place|places|trou|ouverture|ouvertures|dispo|dispos",
  },
  come: {
    en: "come|coming|make it|be there|show up|attend|go|keep|get there|make my|make our|make the|do it|make that|be able|come in|stop by",
    fr: "venir|viendrai|viendra|viendrons|viens|vient|être là|présenter|présenterai|présentera|aller|irai|ira|y être|me rendre|faire|honorer|me déplacer|serai là|sera là|passer",
  },
  unable: {
    en: "can not|can not be|not be able|will not be able|unable|will not|not going to|not gonna|could not|not able|have to miss|going to miss|will miss|miss|not coming|will not be|are not|am not|is not|skip",
    fr: "peux pas|pourrai pas|pourra pas|pourrons pas|serai pas capable|sera pas capable|suis pas capable|pas capable|pourrais pas|vais pas|peut pas|pourrai plus|pourrai pus|peux plus|peux pus|manquer|impossible|peut plus|peut pus|sera pas|serai pas|vais manquer",
  },
  thing: { en: "it|that|this|everything|them", fr: "ça|ca|cela|tout ça|la chose|tout" },
  my: { en: "my|our|his|her|their", fr: "mon|ma|mes|notre|nos|son|sa|leur" },
};
