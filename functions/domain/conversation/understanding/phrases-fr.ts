import type { Phrases } from "./cue-names.ts";

/** French phrases by the cue they are, as the tokenizer folds them: no accents, elisions apart, numbers in digits. */
export const FRENCH: Phrases = {
  a: "un|une|une deuxieme|un deuxieme|une troisieme|un troisieme",
  polite: `est ce que je peux|est ce que je pourrais|est ce que vous|je voudrais|j aimerais|je vais prendre|pour diner
    pour souper|pour dejeuner|pour ce soir|pour midi|est ce que je peux avoir|est ce que je pourrais avoir
    je peux avoir|je peux tu avoir|je pourrais avoir|on peut avoir|on pourrait avoir|on va prendre|nous aimerions
    nous voudrions|on voudrait|on aimerait`,
  one: "la premiere|le premier",
  two: "une paire de|une couple de|couple de",
  dozen: "douzaine|une douzaine|une douzaine de|une douzaine d",
  halfDozen: "une 1/2 douzaine|une 1/2 douzaine de|une 1/2 douzaine d|1/2 douzaine de",
  ten: "une dizaine|une dizaine de|une dizaine d",
  fifteen: "une quinzaine|une quinzaine de|une quinzaine d",
  twenty: "une vingtaine|une vingtaine de|une vingtaine d",
  times: "fois",
  twice: "2 fois",
  recap: "c est|donc|donc ca fait|ca fait|faque|fait que",
  none: `non pas un|non pas une|excepte|evitez|evite|pas avec|sans mettre de|ne mettez pas de|ne mets pas de|je veux pas de
    je ne veux pas de|je veux pas d|je ne veux pas d|sans|pas de|pas d|pas aucun|aucun|aucune
    ni|point de|avec pas de|avec pas d|mettez pas de|mets pas de|mets pas d|mettez pas d|oublie les|oubliez les
    tout sauf|sauf|surtout pas de|surtout pas d|jamais de|jamais d|sans aucun|sans aucune|sans ajouter de|passe les
    skip les|skip le|skip la|je ne veux aucun|je veux aucun|pas un seul|et sans
    et pas de|et pas d|pis pas de|pis pas d|et aucun|avec aucun|avec aucune|a l exception de
    a l exception des|n ajoutez pas de|ajoutez pas de|ajoute pas de|oublie le|oublie la|oubliez le
    oubliez la|j aime pas|je n aime pas|allergique aux|allergique au|tout sauf des|tout sauf du`,
  light: `leger|legere|legers|legeres|un peu|un peu de|un peu d|leger en|pas trop|pas trop de
    pas trop d|moins de|moins d|legerement|un soupcon de|un petit peu de|un petit peu d|peu de|peu d|un brin de
    une touche de|une touche d|une goutte de|un petit peu|leger sur|leger sur le|leger sur la
    leger sur les|legere sur
    mollo sur|mollo sur le
    mollo sur la|mollo sur les|mollo avec|doucement sur|doucement sur le
    doucement sur la|doucement sur les|une pincee de|une pincee d|pas beaucoup de|pas beaucoup d|a peine
    au peine|un ptit peu de
    un ptit peu d|un ti peu de|quelques|un nuage de|un filet de
    un filet d`,
  extra: `beaucoup de|beaucoup d|plein de|plein d|plus de|plus d|supplement|supplement de|supplement d|supplementaire
    un extra|en masse de|pas mal de|pas mal d|un max de|un surplus de|davantage de|bien du|ben du|un paquet de
    une tonne de|un tas de|double portion de|une double portion de|double dose de|une double dose de
    double ration de|enormement de|charge en|bien charge en|bien garni en|genereux en|genereux sur
    bcp de|bcp d|bcp|beaucoup|un gros extra|en extra de|une extra|un peu plus de|un peu plus d|bien de la|ben de la
    pas mal|un supplement de|un supplement d|des extras de|de l extra|de l extra de|un extra de|extra de|extra d
    plusieurs|le double de|le double d|le triple de`,
  extraAfter:
    "d extra|en extra|en supplement|en surplus|au maximum|en double|en triple|en plus gros|en quantite",
  noneAfter: "en moins",
  bare: `nature|noir|noire|sans rien|sans rien dessus|avec rien|avec rien dessus|rien dessus|sans garniture
    sans garnitures`,
  no: "non",
  with: `avec|dessus|la dessus|garni de|garnie de|dedans|accompagne de|accompagne d|accompagnes de|accompagnee de
    accompagne par|garnis de|garnies de|contenant|incluant|y compris
    servi avec|servie avec|servis avec|qui contient|avec dessus|avec dedans|a l interieur|par dessus
    couvert de|couverte de|fourre de|rempli de|sur le dessus|a cote|sur le cote|au cote`,
  half: `1/2 de|et l autre 1/2|l autre 1/2|et 1/2|sur la 1/2|sur l autre 1/2|une 1/2|et une 1/2|pis 1/2|pis l autre 1/2
    la 1/2|d un cote|de l autre cote|et de l autre cote`,
  about: `sur un|sur une|dans un|dans une|sur la|sur le|sur les|sur ma|sur mon|dans la|dans le|dans les|dans mon|dans ma
    pour la|pour le|pour les`,
  and: "et|pis|puis|ou|ainsi que",
  also: "aussi|ajoute|ajoutez|rajoute|rajoutez|rajouter|ajouter|egalement|en plus|de plus",
  correct: `c est au dire|scusez|en fait|je veux dire|je voulais dire|attendez|attends|pardon|excusez|non non|finalement|erreur|bin non
    ben non|plutot non|non attendez|non attends|non pardon`,
  instead: "a la place|plutot",
  insteadOf: `a la place de|a la place d|a la place du|a la place des|au lieu de|au lieu d|au lieu du|au lieu des|plutot que
    plutot qu`,
  make: `change ca pour|change la pour|change le pour|mets en|mettez en|mets ca|mettez ca|met en|mets la|mettez la
    mets le|mettez le|mets les|mettez les|changez ca pour|changer ca pour|fais en|faites en|disons|ca fait`,
  remove: `enleve|enlevez|enlever|retire|retirez|retirer|annule|annulez|annuler|supprime|supprimez|oublie|oubliez
    laisse faire|laissez faire|laisse tomber|laissez tomber|j en veux pas|je veux pas|je ne veux pas|je veux plus|je ne veux plus|ote|otez`,
  replace: "changez|changer|remplace|remplacez|remplacer|echange|echangez",
  to: "pour|par",
  same: `meme|la meme|le meme|la meme chose|la meme affaire|les memes affaires|les memes choses|meme affaire|pareille|la pareille|meme chose|pareil`,
  another: "encore 1|1 autre|un autre|une autre|encore un|encore une|un de plus|une de plus",
  last: "de ca|ca|la derniere|le dernier|celui la|celle la",
  other: "l autre|les autres|le reste|les 2 autres|les 3 autres|les 4 autres|les autres 2",
  second: "la deuxieme|le deuxieme|la 2|le 2|la troisieme|le troisieme|la quatrieme|le quatrieme",
  among: "dont|parmi|d entre eux|d entre elles",
  each: `sur les 2|dans les 2|pour les 2|sur tous|dans chacun|dans chacune|sur chacune|les 2|tous les 2|toutes les 2
    chacun|chacune|tous|toutes|partout|pour tous|pour toutes|pour chacun|pour chacune`,
  clear: `a zero|recommence|recommencez|recommencer|annule tout|annulez tout|annuler ma commande|annulez ma commande
    annule ma commande|oublie tout|oubliez tout|efface tout|on recommence`,
  done: `on a fini|c est tout|cest tout|ce sera tout|ca sera tout|ca va etre tout|ca fait le tour|rien d autre
    rien de plus|c est bon|j ai fini|jai fini|c est complet|ca va aller|c est correct|ca fait tout|c est fini
    termine|j ai termine|se sera tout|sa sera tout|cest bon|seulement ca|juste ca|c tout|c est tou`,
  article: "le|la|les|l|de|du|des|d|au|aux|mon|ma|mes|notre|nos|ce|cet|cette|ces",
  filler: `etre|combien|faire|a emporter|a besoin|euh|heu|hum|bon|ben|bin|bah|bonjour|bonsoir|allo|salut|oui|ouais|ouin|d accord
    dac|parfait|super|excellent|merci|s il vous plait|s il te plait|sil vous plait|svp|stp|je|j|tu|il|elle|nous|vous
    ils|elles|moi|toi|lui|aimerais|aimerai|aimerait|voudrais|voudrai|voudrait|veux|veut|vais|va|prendre|prends
    prendrai|prendrais|prend|prenez|commander|commande|pourrais|pourrait|pourriez|peux|peut|avoir|est ce que|est|c
    ceci|cela|qu|que|qui|quoi|faudrait|faut|m|te|se|s|t|donner|donne|donnez|mettre|mets|mettez|mets moi
    mettez moi|faites moi|fais moi|faites|fait|fais|y|en|dans|sur|pour emporter|emporter|livraison|pour livraison
    pour ici|ici|alors|juste|seulement|peut etre|vraiment|tres|bien|comme|genre|tsé|tse|la la
    voila|voyons|tout|toute|chaque|mais|si|ne|pas|plait|allez|aller|bonne|journee|soiree|madame|monsieur|format
    taille|ordinaire|reguliere|regulier|chaud|chaude|frais|fraiche|morceau|morceaux|verre de|tasse de|bouteille de
    bouteilles de|boite de|boites de|sac de|portion de|portions de|assiette de|bol de|canette de|un verre de|mon ami
    ma femme|mon mari|mon chum|ma blonde|enfants|numero|commencer|suis|etes|sont|ete|avez|avons|ai|besoin
    j ai besoin|acheter|cherche|regarder|voir|dire|dirais|c etait|etait|simple|delicieux|delicieuse|classique
    si possible|je pense|je crois|pense|crois|laissez moi|sorte|sortes|saveur|saveurs|famille|fils|fille|mere|pere
    ami|amis|amie|chum|blonde|femme|mari|vite|en tout|au total|envie|faim|soif
    pour commencer|pour boire|a boire|au boire|a manger|au manger|pour moi|pour lui|pour elle|pour nous|sera|serait
    seront|seraient|ensuite|apres|d abord|garniture|garnitures|ordre de|un ordre de
    une ordre de|commande de|servi|prepare|apporte|apportez|envoie|envoyez|livrer|livrez|quantite|sorti|sortis|bons
    bonnes|beau|belle|gentil|merci beaucoup|aujourd hui|ce soir|ce midi|souhaite
    desirerais|aime|aimons|aimerions|voudrions|voulons|devrait|doit|allons|allez y|vas y|sors|sortez|passez|passer
    besoins|mettons|disons que|hein|la dessus la|ok la|mange`,
};
