import type { Rule } from "./types.ts";

/** Appointments and tables: made, moved, given up. */
export const BOOKING: Rule[] = [
  {
    intent: "book_appointment",
    weight: 5,
    says: `<book> ~4 <appointment/table>
      <want/can> ~4 <appointment/table>
      <want> ~3 <get> ~3 <appointment/table>
      <get> ~2 <appointment>
      new <appointment>
      <appointment> ^? for ~3 <day/service>
      ^ <appointment/table> $
      ^ <some> <appointment/table>
      ^ <appointment> <want>?
      <table> for? <number> ~3 <day>
      ^ ~2 <table> for?/pour? <number>
      <table> pour <number>
      prendre ~1 <appointment>`,
  },
  {
    intent: "book_appointment",
    weight: 4.5,
    says: `<book> ~3 <service>
      <want> ~4 <service>
      <want> ~6 <pro> ~4 <look>
      <can> ~3 <get> ~2 <service>
      <can> ~3 <look>
      <can> ~2 <pro> ~4 <look/come>
      <want> ~4 <look>
      <want> ~2 <some>? <pro>
      <want/can> ~3 book/schedule/reserve/réserver/booker/céduler
      ^ book/reserve/schedule/réserver/booker
      fit/squeeze/slot ~2 in
      fit ~2 <service>
      <can> ~3 <come> ~3 <look>
      <want> ~2 see/voir ~2 <pro>
      <want> ~3 come in
      get on schedule
      <pro> ~3 <availability>
      <pro> ~3 see/voir me?
      <pro> <can> ~1 me voir
      me prendre
      nous prendre
      make/get ~2 in to see
      get in with
      could/can ~1 see me/us/him/her/my
      pouvez/pourriez/peut/peux/pourrait ~1 me/nous/le voir/prendre
      voir/rencontrer/meet/see ~2 <pro>
      get/have ~4 rotated/serviced/checked/cut/colored/coloured/detailed/inspected/washed/painted/done
      faire/fasse ~1 réparer/checker/couper/poser/vacciner/inspecter/teindre/vérifier/installer/mettre/nettoyer/laver/entretenir/aiguiser
      send/envoyer/envoyez ~2 guy/gars/technician/technicien/tech/plumber/plombier
      set ~2 up ~3 <day>
      bring/amener/amène ~4 in
      <want/can> ~3 amener/amène ~2 <my> <object>
      <want/can> ~2 bring ~2 <my> ~1 <object>
      prendre/prenne un $
      eat/dine/manger/souper/dîner ~2 there/chez
      <can> ~2 take me
      <look> ~2 <my> <object>
      put ~1 <my> name ~1 down
      mettez ~1 nom ~2 pour`,
  },
  {
    intent: "book_appointment",
    weight: 4,
    says: `have ~3 <availability>
      any <availability>
      is/are there ~3 <table/appointment/availability>
      reste/restent ~3 <table/appointment/availability>
      y a ~2 <table/availability> ~3
      <table> ~2 free/libre/libres/available
      what is ~1 next/soonest/earliest ~2 <availability/appointment>
      your next/soonest/earliest ~1 <availability/appointment>
      prochaine <availability/appointment>
      how soon can
      do you have anything/something ~3
      avez/auriez ~1 quelque chose ~3 <day/number/time>
      group of <number>
      groupe ~1 <number>
      <you> ~3 <availability> ~5 <day/number>
      <you> ~2 <you>? <availability> ~3 venir
      avez/auriez/avez/aurais/seriez ~3 <availability>
      vous avez ~3 <availability>
      is/are/est ~3 <availability> ~5 <day/service>
      <day> ~3 <availability>
      quand ~5 me voir
      next time ~4 see me
      room for <number>
      <can> ~2 come in? <day>
      <can> ~2 venir <day> $
      avoir <appointment>
      donnez ~2 <appointment>
      place ~1 pour <number>
      <number> people ~4 <day>
      on serait <number>
      there is/are <number> of us
      party of <number>
      come in for ~3 <day/service/table>
      ^ ~3 c est pour ~1 <service>
      ^ <service>
      due for ~3 <service>
      i am due
      suis dû/due
      time for ~3 <service>
      haven't ~2 been to ~3 <pro>
      pas vu ~2 <pro>
      <pro> ~2 an/ans
      new/nouveau/nouvelle patient/client/cliente/patiente
      take ~2 new patients
      envoyer ~1 quelqu un ~4
      send ~2 <pro/person> ~4 <look>
      when ~2 can ~4 <come/see>
      need/needs/besoin ~3 <service>
      <look> ~3 <object>`,
  },
  {
    intent: "book_appointment",
    weight: 3,
    says: `<object> ~6 <symptom/leaks>
      <symptom/leaks> ~4 <object>
      <object> ~2 not ~2 <look/open>
      making ~2 <symptom>
      fait ~3 bruit
      my ~3 <symptom>
      mal aux/au/à <object>
      <can> ~3 come ~1 by
      on the schedule
      come in sometime
      <availability> ~3 <day>
      reservation/reservations/appointments`,
  },
  {
    intent: "book_appointment",
    weight: -4,
    says: `before i book|avant réserver|before booking|avant prendre ~1 <appointment>`,
  },
  {
    intent: "book_appointment",
    weight: -3,
    says: `soumission/estimation gratuite|confirm* ~5 <appointment>`,
  },

  {
    intent: "reschedule_appointment",
    weight: 7,
    says: `<move> ~5 <appointment/table>
      <move> ~4 <thing> ~3 <day/another>
      <move> ~4 time/heure/jour/date/day/journée ~4 <appointment>?
      <appointment> ~6 <move>
      <want/can> ~2 <move>
      <cancel> ~6 rebook/reprendre/rebooker
      <cancel> ~8 <book> ~2 <another>
      <cancel> ~8 <another> <day>
      <another> <day/appointment> ~2 than
      mettre ~3 plus tard
      mettre ~4 <another/day>
      push/bump/move/shift/switch/swap ~4 <day/number/time> ~2 to
      push/bump/move/shift ~3 to <day/number/time>
      reschedule/rescheduling/reporter/décaler/devancer/recéduler/postpone`,
  },
  {
    intent: "reschedule_appointment",
    weight: 6.5,
    negated: true,
    says: `<unable> ~12 <another>
      <unable> ~8 <day> ~8 <availability/another>
      <appointment/table> ~10 <another>
      <appointment/table> ~8 but ~8 <want/can> ~6 <day/number/time>
      <appointment/table> ~8 mais ~8 <want/can> ~6 <day/number/time>
      supposed to ~6 but ~8
      devait/devais/devaient ~5 mais ~8 <another/want>
      booked/réservé/reserved ~6 <want/can/make> ~8 <another/day/number>
      booked ~5 meant
      réservé ~4 mais ~4 dire
      <appointment> ~6 voulais dire
      come ~2 <day> instead
      <day> instead
      <day> à la place
      <can> ~2 make it <day/number/time/another>
      let us make it
      make it <number/time>
      <another> <day> ~4 <possible>?
      do it ~1 <another/day>
      something came up ~8 <another/day>
      empêchement ~10 <another/day>
      does not work ~5 anymore ~5 <another>
      does not work ~8 <another>
      <day> ~3 marche pas/plus/pus ~8 <another>
      marche pas/plus/pus ~5 <day> ~6 <another>
      heure ~6 marche pas/plus/pus
      rather ~2 <day>
      <number/time/day> ~1 instead/rather/au? lieu/than/place ~2 <number/time/day>
      <number/time/day> in place of
      au? lieu <day/number/time>
      rather than <day/number/time>
      later/earlier/sooner time
      heure plus tard/tôt
      hour later/earlier
      jours/days later/earlier
      hold/garder/gardez ~2 <table>
      sooner/earlier than
      <unable> ~8 <number/time> ~4 okay/ok/irait/possible/work/correct
      what about <day>
      <my> plans ~2 changed ~6 <another>
      mes plans ~2 changé ~6 <another>
      keep ~2 <appointment> ~3 <another>
      garder ~2 <appointment> ~3 <another>
      earlier <appointment>
      <day> ~1 no good ~4
      <day> ~2 plus bon
      <day> ~3 works better
      <day> ~3 arrange mieux
      aimerais mieux ~3 <day/another>
      <can> ~5 <day> ~4 <another>`,
  },
  {
    intent: "reschedule_appointment",
    weight: 3,
    says: `<another> <day>|come in earlier|come in later|running late ~4 <appointment>|another time|different time`,
  },

  {
    intent: "cancel_appointment",
    weight: 6,
    says: `<cancel> ~5 <appointment/table>
      <appointment/table> ~4 <cancel>
      <want/can> ~4 cancel/annuler/canceller/décommander/cancelling/anuler
      ^ ~2 cancel/annuler/annule/annulez/cancellation/annulation
      c est pour ~1 annulation
      cancel ~1 <thing>
      annuler/annulez ~1 <thing>
      obligé ~1 annuler
      <cancel> ~4 <day/time>
      <cancel> ~3 <my> ~3 <service>
      désiste/désister/décommander/décommande
      take/enlevez/enlever/remove ~3 off/horaire/schedule ~2
      enlevez ~2 horaire`,
  },
  {
    intent: "cancel_appointment",
    weight: 5.5,
    negated: true,
    says: `<unable> ~3 <come> ~6
      can not make it
      can not be there
      not coming
      not going to make ~3
      viendrai pas/plus/pus
      viendra pas/plus/pus
      viendrons pas/plus
      irai/ira/irons pas/plus/pus
      présentera/présenterai pas/plus/pus
      se présentera pas
      no longer <want> ~4 <appointment/table/pro/service>
      not <want> ~4 <appointment/pro> ~2 anymore
      not <want> ~1 <my> ~3 <appointment>
      not <want> ~3 <pro> ~4 anymore
      plus/pus <want> ~3 <appointment/pro/table>
      <want> plus/pus ~3 <appointment/pro/table>
      ai plus/pus besoin
      pas besoin venir
      pas besoin ~2 envoyer
      not have to come
      not need to come
      no need ~3 come
      not send ~4
      envoyez pas/plus
      donner ~2 place ~4 autre
      give ~2 <appointment> ~3 <person/another>
      ça/on tient pus/plus
      tient pus/plus
      plans changed
      laisse/laissez faire ~3 <appointment>
      not show up
      nobody ~4 home ~6
      fixed it myself
      changed my mind ~2
      changé idée ~2
      not ~1 be needing
      not <want> ~1 that/this/you <appointment>?
      bail
      bailing
      decided not/against
      never mind/nevermind ~2 <appointment/service/table>
      never mind ~3 <appointment/service/table>
      laisse/laissez/laisser faire/tomber ~2 <appointment/service/table/move>
      give/release/free/libérez/redonner/redonnez/libérer ~3 <appointment/table/place>
      <my> place ~2 <day>
      found another/someone
      trouvé ~2 autre
      pass on ~2 <appointment/table>
      back out
      not bother coming
      dérangez pas
      not making it
      not be bringing
      take me off ~2 books/schedule/calendar
      take ~2 name off ~2 <day>
      ôtez/enlevez ~2 nom ~2 <day>
      no show
      mon tour ~3
      off ~3 books
      not go ahead
      par erreur ~4 enlever
      book*/booked ~3 mistake
      réservé ~3 erreur
      on ~2 pas ~1 être laa
      avait réservé ~8 pas`,
  },
  {
    intent: "cancel_appointment",
    weight: -4,
    says: `<cancel> ~2 <my>? ~1 <ordering>|cancel ~2 subscription|annul* ~2 commande`,
  },
];
