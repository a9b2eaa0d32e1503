import type { Rule } from "./types.ts";

/** Orders, and what none of the other intents is about. */
export const REST: Rule[] = [
  {
    intent: "order",
    weight: 5,
    says: `<want/can/book/get> ~4 <ordering>
      ^ ~3 <ordering>
      pour ~1 une commande
      <ordering> ~3 <goods/number>
      <ordering> ~1 for/pour
      start ~2 <ordering>
      place ~2 <ordering>
      <want/can/get> ~6 <goods>
      <want> ~4 <togo>
      <goods> ~4 <togo>
      <number/some> ~3 <goods>
      <togo> ~6 <goods>
      me livrer
      nous livrer
      faire livrer
      send over ~6
      <number> ~4 <togo>
      <get> ~1 <some/number> ~2 <goods>
      prends/prendre/prendrais ~2 <number>
      want ~2 food
      how about <number/some> ~2 <goods>
      en prendrais/prends/veux/voudrais ~1 <number>
      i would take <number>
      make me/us <number>
      préparez moi/nous ~2
      reorder
      commander ~3
      add ~4 to my <ordering>
      <number> pounds/livres/cans/boîtes/poches/caisses/trays/cases ~3
      send/envoyez/faites/deliver ~3 <number/some> ~3 <goods>
      ship me`,
  },
  {
    intent: "order",
    weight: 3.5,
    says: `<number/some>? <goods>
      <togo>
      <ordering>
      we are starving
      i am hungry
      j ai faim
      on a faim
      <want> <number> ~1
      can i get <number>
      can i get some ~3
      i will take/have ~3
      give me ~2 <number/some>
      je ~1 prendre ~2 <number/some>
      <want> buy/purchase/acheter ~4
      <want> ~2 <some> ~3 made
      same thing ~6
      même affaire/chose ~4
      prenez ~2 commandes
      taking orders`,
  },
  {
    intent: "order",
    weight: -5,
    says: `how much|combien|prix|price|be looking at|where ~2 <ordering>|<ordering> ~4 où|status ~3 <ordering>|track ~3 <ordering>|<ordering> ~4 arrived|out of order|in order to|<ordering> ~3 late|has ~3 shipped|<price> ~3 <togo>|<togo> ~2 <price>|gift card*|carte* cadeau*|food was|dog/chien ~4 chocola*|delivery will|livraison va|parts have arrived|pièces ~2 arrivées|is ~2 <goods> vegan|<goods> ~2 végé*|water bottle`,
  },

  {
    intent: "other",
    weight: 5,
    says: `^ <greeting> $
      ^ <greeting> <greeting> $
      ^ ~2 <thanks> ~1 $
      ^ <thanks> ~1 <thanks>
      wrong number
      mauvais numéro
      trompé ~1 numéro
      weather|météo
      hiring|job/jobs|emploi|engagez|embauchez|cv|resume
      wifi|wi fi
      gift card/cards
      cartes/carte cadeau/cadeaux
      credit card/cards|cartes/carte crédit|debit|débit|apple pay
      take/accept/prenez/acceptez ~2 cash/credit/debit/visa/cartes/insurance/assurances/amex/comptant
      hear me|m entendez|entendez vous
      hang on|hold on|one moment|one second|attendez ~2 seconde|une minute|un instant
      left/oublié/forgot ~2 <my>
      lost and found|objets perdus
      do not know|sais pas
      what is your name
      comment t appelles
      tell ~2 joke|blague
      who won|qui ~1 gagné
      warranty|garantie
      calling from|appelle ~1 banque
      merchant account|compte marchand
      shipped|colis|package
      where ~2 <my> ~1 <ordering>
      <ordering> ~4 où
      status ~3 <ordering>
      track ~3 <ordering>
      <cancel> ~2 <my>? ~1 <ordering>
      confirm/confirmer ~4 <appointment>
      remind ~3 <appointment>
      what time ~2 my <appointment>
      allow/acceptez/permet ~2 dogs/pets/chiens/animaux/kids
      vegan|vegetarian|gluten|halal|kosher|végétarien|végétarienne|végane
      was great|was delicious|était bon|très bon
      voulais ~2 dire ~3 bon
      named/s appelle
      ^ yes/no/oui/non/ok/okay/sure $
      speak french|speak english|parlez ~1 français|parlez ~1 anglais
      sing ~2 song|play ~2 music
      how long ~4 take
      combien temps
      what ~3 bring
      dois apporter
      policy|politique
      options sans|vegetarian options|gluten free
      who is this|c est qui ça|who am i speaking
      is this ~2 $
      suis bien chez
      i do not understand|comprends pas
      catering|traiteur
      high chairs|chaises hautes
      <my> <ordering> was missing
      il manquait
      never mind $
      ^ ~1 laissez faire $
      pay with ~2 phone/cell
      payer avec ~2
      invoice|facture
      looking for ~1 information
      what time ~1 is ~1 my <appointment>
      quelle heure ~2 mon <appointment>
      how old
      just testing
      looking for information`,
  },
];
