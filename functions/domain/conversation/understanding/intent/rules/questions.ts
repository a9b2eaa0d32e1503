import type { Rule } from "./types.ts";

/** What can be answered at once: when, how much, where. */
export const QUESTIONS: Rule[] = [
  {
    intent: "ask_hours",
    weight: 5,
    says: `<hours>
      what/which/your/vos/quelles ~2 hours/heures
      <you> ~3 <open>
      <open> <you>
      <premises> ~4 <open>
      <open> ~4 <premises>
      c/ça est? ~1 <open>
      ça <open>
      what/quelle ~1 time/heure ~5 <open>
      <open> ~4 <day/time>
      <open> ~3 quelle heure
      <open> ~2 jusqu
      <open> ~2 right? now
      <open> ~2 encore/still
      still <open>
      encore <open>
      when/quand ~4 <open>
      <open> quand
      how late ~4 <you/open>
      how early ~4 <you/open>
      what/quels days/jours ~3 <open/you>
      until/till/jusqu ~2 what/quelle/when/quand ~1 time/heure?
      jusqu ~1 quelle heure
      twenty four hours
      24 hours
      24h
      partir quelle heure
      too late to come
      trop tard pour passer/venir
      ^ ~1 <open> $`,
  },
  {
    intent: "ask_hours",
    weight: 4,
    says: `<person> there ~3 <day>
      are you there ~4 <day>
      you ~2 there ~3 <day>
      y a quelqu un ~3 <day>
      êtes vous laa ~3 <day>
      vous êtes laa ~3 <day>
      still come ~4 <day/number/time>
      when ~3 come by
      horaire/schedule/hours ~3 <day>
      what time ~4 come
      serving/serve/servez ~3 food/manger/breakfast/déjeuner/déjeuners/lunch ~3 <day/time/number/all/toute>
      latest i can
      plus tard ~2 je peux
      are you there ~1 until/till
      êtes laa jusqu
      êtes ~1 laa ~2 <number/time>
      vous ~2 laa ~2 <number/time>
      commencez ~2 quelle heure
      quelle heure ~2 commencez/commence/servez
      what time ~3 start/begin/serve
      last call
      when can i pick ~1 up
      your schedule
      working ~1 <day>
      work ~1 on ~1 <day>
      travaillez ~2 <day>`,
  },
  {
    intent: "ask_hours",
    weight: -4,
    says: `open ~1 account|<availability> ~1 <appointment>|<open> ~1 <appointment>|open/opening for ~2 <service>|call ~5 hours|water/drawer/door/valve/garage ~3 <open>`,
  },

  {
    intent: "ask_price",
    weight: 5,
    says: `how much ~6
      combien ~6 <price>
      c est combien
      combien pour
      combien ~3 <price/service/goods>
      <price> ~4 combien
      <you> ~2 <charge>? charge/ask/chargez/demandez/prenez ~2 for/combien/pour
      what do you charge
      do you charge
      <you> ~2 <price>
      what/quel/quels/quelle ~5 <price>
      c est ~2 <price>
      is/are/est ~4 <price>
      idea/idée ~3 <price>
      <price> ~3 <service/goods/object/appointment>
      <price> ~2 of/for/pour
      y a ~2 <price>
      <want> ~4 <price>
      give ~3 <price>
      faites vous ~1 <price>
      avez vous ~2 <price>
      have ~2 <price>
      roughly ~4 <price>
      ^ <price>
      <price> ~2 <day>
      get ~2 <price>
      would it run
      be looking at
      dans les? combien
      à combien
      dois combien
      owe you
      reviendrait
      vous ~2 combien
      ~3 extra $
      do i pay
      pay ~2 for
      payer ~3
      faites ~1 payer
      que je paye
      <number> bucks/dollars/piastres
      dollars/piastres/bucks
      set me back
      beat it
      price match
      rough number/idea/figure
      what ~3 want for
      covered by ~1 insurance
      ça vaut/monte combien/à
      c est lequel moins cher`,
  },
  { intent: "ask_price", weight: 3, says: `<price>` },
  {
    intent: "ask_price",
    weight: -6,
    says: `how much time|how much longer|how much ~2 you ~1 have|combien temps|combien ~2 fois|combien ~1 personnes|combien êtes|combien distance|feel free|free ~3 call|gift card|gratuit appel
      credit cards|<availability> ~3 <day>|free ~3 <day>|<price> ~3 stop|stop ~4 <price>|halt ~3 <price>|specials ~3 <texting>|free ~2 phone me|free ~2 call
      doctor free|en charge|in charge|charge ~2 phone`,
  },

  {
    intent: "ask_address",
    weight: 5,
    says: `where ~2 <you/premises>
      where ~3 <place>
      where about
      whereabouts
      où ~3 <you/premises/place>
      où est ce
      <you> ~2 où
      c est où
      c est ~2 où
      what/which/quel/quelle ~2 <place>
      <place> ~3 c est quoi
      c est quoi ~2 <place>
      <you/premises> ~2 <place>
      is/are there ~2 <place>
      y a ~3 <place>
      how ~2 get ~2 there/you/to
      how ~3 find you
      comment ~4 rendre
      comment ~4 venir
      comment ~3 aller chez
      comment ~3 arriver
      find ~3 <you/place/premises>
      find you
      trouve/trouver ~3 <you/premises/place>
      i am lost
      suis perdu/perdue
      je suis perdu
      your/votre/the <place>
      give/donnez/send/text/envoyer/envoyez ~3 <place>
      near/close/next/across/proche/près/côté/face/beside/behind ~2 <place/premises>
      êtes/vous ~4 proche/près/loin/face/côté
      <you> ~2 near/across/beside/behind/next
      am i ~1 close
      suis ~1 proche
      how far
      loin ~4
      <place> ~2 <you/premises>
      location/succursale ~2 in/à
      quelle ville
      dans quel/quelle ~2
      sur quel/quelle ~2
      what town/city
      what part
      old/ancienne/ancien location/adresse/place
      avez ~1 déménagé
      did you ~1 move
      quel ~1 bus
      turn left/right
      par où
      wheelchair
      ^ <place> $
      c est loin
      is it ~4 building
      which/quelle/what/quel exit/sortie/entrance/entrée/building/bâtisse/door/porte/floor/way/bord/stop/arrêt
      same plaza/mall/centre/center/building
      même centre/bâtisse/place
      where ~4 drop ~1 off
      where ~4 go
      où ~5 laisse/stationne/dépose/parke/débarque/vais
      on se parke
      easy to find
      facile ~1 trouver
      see your sign
      vois pas ~2 enseigne
      more than one <premises>
      plus qu un <premises>
      <my> gps
      still on/by ~3
      encore sur/à ~3
      past that
      plus loin
      <place> ~2 please $`,
  },
  { intent: "ask_address", weight: 2.5, says: `<place> ~5 <you>|où` },
  {
    intent: "ask_address",
    weight: -5,
    says: `my address|mon adresse|nouvelle adresse|email address|adresse courriel|table ~3 near|where ~2 my|où ~3 ma|où ~3 mon|rendue où|rendu où|floor ~4 <floods/leaks>|<floods/leaks> ~6 <place>|room for|leave ~6 <place>|put ~5 on ~1 map`,
  },
];
