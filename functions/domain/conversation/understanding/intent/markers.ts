/** Small words that only one of the two languages has, folded as `fold` folds them, with contractions and elisions apart. */
export const FUNCTION_WORDS = {
  en: `i the and with please would want need can you have my is it of how what do like get without your we are this that
    there to for from at in by not be been was were will could should shall may might must am did does done has had his her
    their our them they he she who where when why which some any just about up out off over into after before back if or so
    because but than then too very really here now going gonna wanna gotta cant dont wont im ive id its thats whats yes yeah
    yep nope hi hello hey thanks thank okay sorry sure maybe might let lets put give take make come go say tell ask call
    still again already yet only also all every each both few many much more most other another such own same anyone someone
    somebody anybody everybody nobody nothing something anything everything us him me myself yourself guys today tonight
    tomorrow yesterday morning afternoon evening night week month next last until till since during while under between
    through against don didn doesn isn wasn aren couldn wouldn shouldn haven hasn won ll ve re u ur plz anymore instead
    rather bit lot kind way day time year one two three four five seven eight nine ten eleven twelve monday tuesday wednesday
    thursday friday saturday sunday day's o'clock these those an as on know think see look looking want wanted needs wants
    got getting open closed close near far soon later early late free help stop text calling texting work works home house
    street city phone number name old new good great bad little big small large hot cold wrong right first second customer delivery`,
  fr: `je j le la les l des et avec une un voudrais aimerais veux prendre vais vous c est oui bonjour merci pour pis du sans
    plait commander allo que qu moi tu il elle on nous ils elles mon ma mes ton ta tes son sa ses notre nos votre vos leur
    leurs ce cet cette ces ca cela qui quoi dont ou quand comment pourquoi combien quel quelle quels quelles de d au aux dans
    sur sous chez vers entre par depuis pendant avant apres jusqu jusque ne n pas plus pus jamais rien personne aucun aucune
    suis es sommes etes sont etais etait etiez etaient sera serai serait serais ai as avons avez ont avais avait auriez aurais
    aurait fait faire faites fais faudrait faut peux peut pouvez pourrais pourrait pourriez pouvoir veut voulez voulais
    aimerait aller allez va vas vont viens vient venir venez dire dites dis donnez donne mettez mets mettre parler appeler y
    en lui eux se s m t me te si mais donc car alors ainsi aussi bien tres trop peu beaucoup assez encore deja toujours
    maintenant aujourdhui aujourd hui demain hier soir matin midi tantot semaine mois jour jours heure heures prochain
    prochaine lundi mardi mercredi jeudi vendredi samedi dimanche deux trois quatre cinq sept huit neuf dix onze douze chus
    chu faque ben bin icitte moe toe ouais ouin nan non svp stp quelqu quelque quelques autre autres meme tout toute tous
    toutes bon bonne beau belle petit petite gros grosse grand grande vieux nouvelle nouveau monsieur madame ici las voila
    c'est etre avoir jvoudrais jveux jai jaimerais jpeux jvais jvas cest ya jarrive envoyer recevoir trouver passer rendre
    savoir besoin gout moyen affaire chose monde gars fille fils femme mari chum blonde enfant maison rue ville numero nom
    arretez arrete enlevez ferme fermez ouvrez ouvert laissez rappelez hein euh heu fin client clientele`,
} as const;

/** Endings and letters that are frequent in one language and rare in the other. */
export const SHAPES = {
  en: /(?:ing|ness|ly|ght|wn|ck|ss|sh|th|ee|oo|w|ould|'s)$|^(?:wh|th|sh|kn|wr)|[kw]|oo|ee|th|sh/,
  fr: /(?:ez|eux|euse|oir|aient|ions|ais|ait|eau|eaux|ette|elle|ique|eur|iere|ier|oi|ois|oit|ou|ement|ent|ie|ue|ure|er|ir)$|^(?:qu|oe)|oui|eau|oeu|ille|[^aeiou]ieu/,
} as const;

/** Words that both languages have: they tell nothing. */
export const SHARED = `a on me or as plus but no the_ son main pain chat sale an pas_ stop ok okay pizza taco sushi table
  message pour_ car point court six date place dire_ bar menu special service direct orange grave final`;
