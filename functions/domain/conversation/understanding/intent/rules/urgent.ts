import type { Rule } from "./types.ts";

/** What cannot wait, and what must be obeyed at once. */
export const URGENT: Rule[] = [
  {
    intent: "emergency",
    weight: 9,
    negated: true,
    says: `<smell> ~4 <alarm>
      <alarm> ~4 <smell>
      <floods> ~6 <structure/pipe>
      <structure/pipe> ~4 <floods>
      water/eau ~4 everywhere/partout/gushing/pouring/ceiling/plafond/floor/plancher
      <leaks> ~3 everywhere/partout/plafond/ceiling
      ceiling/plafond ~3 <leaks>
      <leaks> ~2 through
      <none> ~3 <utility>
      no <utility>
      <appliance> ~3 <failed>
      <failed> ~3 <appliance>
      <appliance> ~2 <failed>
      <locked>
      <hurt>
      <alarm> ~5 going/sonne/sonner/coming/sort/beeping/ringing
      <alarm> ~4 <structure/appliance/object>
      fumée/smoke/boucane/sparks/étincelles/flames/flammes
      fait ~2 étincelles
      on fire
      en feu
      <floods> $
      dégât eau
      gros dégât
      emergency|emergencies|urgence
      it is urgent
      c est ~2 urgent
      au secours
      right now ~4 <floods/leaks>
      send ~4 immediately
      venez vite
      tout de suite ~4
      shut ~2 water ~1 off
      fermer ~3 eau
      clés/keys ~6 bébé/baby/inside
      bébé ~3 dedans
      house/place/apartment/maison ~2 freezing
      y? gèle chez
      il/y/on gèle
      we are freezing
      tree ~3 fell
      arbre ~3 tombé
      chien/chat/dog/cat/kid/son/daughter/baby/bébé ~2 ate/mangé/swallowed/avalé
      cassé ~1 dent
      knocked ~3 tooth
      ça saigne
      water/eau ~3 in/dans/sort ~2 <structure>
      pieds/feet/foot/inch/inches/pouces water/eau
      eau ~2 monte/sort
      can not get up
      se relève pas/plus
      fell ~4 can not
      tombé/tombée ~4 pas
      broke in
      break in
      broke into
      fait défoncer
      <smell> ~2 brûlé/burning
      sent drôle
      heat/power/furnace ~3 went out
      chauffage/courant ~3 arrêté
      chauffe plus/pus/pas
      running water
      <leaks> ~4 electrical/électrique/panel/panneau
      in labour|in labor|accouche
      an accident|un accident
      locksmith ~2 now
      serrurier ~2 tout
      sous oxygène
      help me $
      aidez moi
      à l aide
      ^ <urgent> $
      c est ~1 <urgent> $
      ^ help`,
  },
  {
    intent: "emergency",
    weight: 6,
    says: `<want> ~3 <pro/person> ~4 <urgent>|<pro/person> ~4 right now|<pro/person> ~4 right away|<urgent> ~4 <pro/person>|<pro> asap|can not wait|peut pas attendre|minus twenty|moins vingt|newborn|no one ~2 breathe|<symptom> ~4 terrible|terrible ~1 pain`,
  },
  {
    intent: "emergency",
    weight: -9,
    negated: true,
    says: `not ~2 urgent|pas ~2 urgent|not ~2 emergency|pas ~2 urgence|no rush|non urgent|<price> ~6 <structure/appliance/object>|combien ~8|how much ~6|<open> ~3 now|<open> ~2 right now|not ~1 right now|<you> ~3 hiring`,
  },

  {
    intent: "opt_out",
    weight: 9,
    negated: true,
    says: `^ <halt> $
      ^ <halt> all/tout $
      <unsubscribe>
      <halt> ~4 <texting>
      remove/take/delete/erase/enlevez/retirez/supprimez/effacez/enlève/scratch/ôtez/retirer/enlever ~2 me/moi/us/nous ~3 <list>
      enlevez/ôtez ~1 moi ~1 laa
      remove/delete/erase/lose/enlevez/retirez/effacez/supprimez/perdez/oubliez/ôtez ~3 <list>
      not <texting> ~5 anymore/again/number/me
      not ever? <texting>
      not want ~6 <texting>
      not <want> ~3 receive/get ~5 <texting>
      veux plus/pus/pas ~6 <texting>
      plus/pus/pas ~1 recevoir
      <texting> moi/nous plus/pus/pas
      m <texting> plus/pus
      me <texting> plus/pus
      no more ~2 <texting>
      plus/pus <texting>
      <halt> ~1 m/me ~2
      arrêtez/arrête/cessez/arretez pas ~3 <texting>
      leave me alone
      lâchez/lâche/laissez moi tranquille
      keep/keeps ~2 <texting>
      never signed up
      jamais ~2 inscrit
      <cancel> ~3 subscription/abonnement ~4
      <texting> ~2 stop/arrête/arrêtent/arrêter
      make ~3 stop
      remove/delete me $
      take me off $
      remove/enlevez ~1 this/ce number/numéro
      enlevez/retirez/ôtez moi $
      enlevez/retirez/ôtez moi ~2 laa
      not interested ~2 remove/stop
      intéresse pas ~2 enlevez/arrêtez
      not send ~1 me
      envoyez moi/nous plus/pus
      never <texting> me
      hear from you
      entendre parler vous
      enough ~2 <texting>
      assez ~2 <texting>
      times to stop
      vous dis ~1 arrêter
      <cancel> ~2 notifications/alerts/textos/texts/reminders
      off ~1 this/your <list>
      be on your list
      sur votre <list>
      name ~2 off ~2 marketing/list
      stop it
      arrêtez ça
      consent ~3 <texting>
      knock it off
      stop stop
      arrêtez arrêtez`,
  },
  {
    intent: "opt_out",
    weight: -9,
    negated: true,
    says: `stop ~1 by|<halt> ~4 human|stop ~2 <leaks>|will not stop|not stop|bus stop|stop working|stopped working|arrêté ~2 marcher|arrête pas ~1 sonner|arrête pas ~1 couler|<want/can> ~4 leave ~3 message`,
  },
];
