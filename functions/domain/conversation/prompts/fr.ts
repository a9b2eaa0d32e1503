import type { Prompts } from "./en.ts";

/** Tout ce que le téléphone dit en français, à la québécoise. */
export const fr: Prompts = {
  greeting: (name) => `Bonjour, vous avez bien joint ${name}.`,
  languageOffer: () => "Pour le français, dites « français » ou faites le 9.",
  menu: (person) =>
    `Pour commander, dites « commander » ou faites le 1. Pour un rendez-vous, le 2. ${person ? "Pour parler à quelqu'un, le 0. " : ""}Pour laisser un message, le 3.`,
  menuAgain: () => "Désolée, je n'ai pas bien compris. Dites commander, rendez-vous ou message.",
  menuKeys: (person) =>
    `Prenons le clavier. Faites le 1 pour commander, le 2 pour un rendez-vous, le 3 pour laisser un message${person ? ", ou le 0 pour parler à quelqu'un" : ""}.`,
  hours: (sentence) => sentence,
  hoursUnknown: () => "Je n'ai pas les heures d'ouverture ici.",
  urgentTransfer: () => "Je comprends, c'est urgent.",
  urgentCallback: () =>
    "Je comprends, c'est urgent. Je les avise tout de suite. Si quelqu'un est en danger, raccrochez et faites le 911.",
  urgentNote: () => "URGENT",
  optOut: () => "Pour ne plus recevoir nos textos, répondez ARRET à l'un d'eux.",

  order: () => "Qu'est-ce que vous voulez commander ?",
  orderHint: () => "Dites-le-moi, ou faites l'étoile pour commander au clavier.",
  orderAgain: () =>
    "Désolée, je n'ai pas compris. Dites-moi un article à la fois, par exemple le nom et combien.",
  orderKeypadOffer: () =>
    "J'ai encore du mal à comprendre. Réessayez, ou faites l'étoile pour commander au clavier.",
  anythingElse: () => "Autre chose ?",
  anythingElseAgain: () => "Désolée, je n'ai pas compris. Autre chose, ou c'est tout ?",
  got: (lines) => `D'accord, ${lines}.`,
  changed: (lines) => `D'accord, vous avez maintenant ${lines}.`,
  emptied: () => "D'accord, votre commande est vide.",
  empty: () => "Votre commande est vide pour l'instant.",
  unknown: (words) => `Je n'ai pas trouvé ${words} au menu.`,
  soldOut: (names) => `Désolée, il ne reste plus de ${names}.`,
  tooMany: (most) => `Je peux prendre au plus ${most} d'un même article au téléphone.`,
  someOfMenu: (names) => `Par exemple, nous avons ${names}.`,
  price: (name, amount) => `${name}, c'est ${amount}.`,
  goAhead: () => "Je vous écoute.",
  which: (names) => `Lequel : ${names} ?`,
  option: (item, group, choices) => `Pour ${item}, ${group} : ${choices} ?`,
  optionAgain: (choices) => `Désolée, choisissez : ${choices}.`,
  key: (key, name) => `Le ${key} pour ${name}.`,
  keyMore: () => "Le 9 pour la suite.",

  left: (name) => `sans ${name}`,
  light: (name) => `un peu de ${name}`,
  extra: (name) => `extra ${name}`,
  readBack: (lines, total, taxed) =>
    `Donc, ${lines}. Le total est de ${total}${taxed ? ", taxes comprises" : ""}.`,
  confirm: () => "C'est bien ça ? Dites oui, ou dites-moi quoi changer.",
  confirmAgain: () => "Désolée, est-ce que la commande est bonne ? Dites oui ou non.",
  confirmKeys: () =>
    "Faites le 1 si la commande est bonne, le 2 pour la changer, ou le 3 pour un autre numéro de téléphone.",
  change: () => "Qu'est-ce qu'on change ?",
  placed: () =>
    "Merci ! Je vous envoie par texto le lien pour payer. On commence dès que c'est payé. Au revoir !",

  askPhone: () =>
    "À quel numéro de cellulaire puis-je envoyer le lien de paiement ? Dites-le ou composez-le, dix chiffres.",
  askPhoneCallback: () => "À quel numéro peut-on vous rappeler ? Dites-le ou composez-le, dix chiffres.",
  phoneAgain: () => "Désolée, il me faut dix chiffres, avec l'indicatif régional.",
  phoneKeys: () => "Composez le numéro au clavier : dix chiffres, avec l'indicatif régional.",
  phoneRead: (digits) => `J'ai le ${digits}. C'est bien ça ?`,
  phoneKeysConfirm: () => "Le 1 pour oui, le 2 pour non.",

  cannotOrder: () =>
    "Désolée, on ne peut pas prendre de commande au téléphone pour l'instant. On va vous rappeler.",
  cannotPay: () =>
    "Désolée, on ne peut pas prendre de paiement au téléphone pour l'instant. On va vous rappeler pour votre commande.",
  callbackName: () => "C'est à quel nom ? Ou faites le 1 pour passer.",
  callbackNameAgain: () => "Désolée, à quel nom dois-je laisser la demande ? Ou faites le 1 pour passer.",
  callbackWhen: () =>
    "Quand est-ce que ça vous conviendrait ? Dites-le-moi, ou faites le 1 pour le plus tôt possible, le 2 pour le matin, le 3 pour l'après-midi, le 4 pour le soir.",
  callbackWhenAgain: () =>
    "Désolée, faites le 1 pour le plus tôt possible, le 2 pour le matin, le 3 pour l'après-midi, le 4 pour le soir.",
  callbackHour: (day) => `À quelle heure, le ${day} ?`,
  callbackDay: (time) => `Quel jour, ${time} ?`,
  callbackWhich: (times) => `Lequel : ${times} ?`,
  callbackRead: (when) => `Donc, ${when}. C'est bien ça ?`,
  asSoonAsPossible: () => "le plus tôt possible",
  morning: () => "le matin",
  afternoon: () => "l'après-midi",
  evening: () => "le soir",
  orderNote: () => "Veut passer une commande",
  callbackDone: (name) => `Merci${name}. Quelqu'un va vous rappeler. Au revoir !`,

  transfer: () => "Un instant, je vous mets en communication.",
  transferFailed: () => "Personne ne peut prendre votre appel en ce moment.",
  voicemail: () => "Laissez un message après le bip, avec votre nom et votre numéro.",
  giveUp: () => "Je suis désolée, je n'arrive pas à vous aider de cette façon.",
  voicemailDone: () => "Merci, votre message est enregistré. Au revoir !",
  nothingRecorded: () => "Je n'ai pas entendu de message. On vous envoie un texto. Au revoir !",
  goodbye: () => "Merci de votre appel. Au revoir !",
  languageSwitched: () => "Bien sûr, en français.",

  keypadIntro: () => "Vous pouvez commander au clavier. L'étoile pour revenir, le 0 pour terminer.",
  keypadCategory: () => "Choisissez une catégorie.",
  keypadItem: () => "Choisissez un article.",
  keypadQuantity: (name) => `${name}. Combien ? Faites de 1 à 9.`,
  keypadOption: (group) => `${group} : choisissez.`,
  keypadOptions: (group) => `${group} : choisissez, un à la fois. Le 0 quand vous avez fini.`,
  keypadSkip: () => "Le 0 pour passer.",
  keypadFinish: () => "Le 0 pour terminer.",
  keypadWrong: () => "Désolée, cette touche n'est pas un des choix.",
  keypadSilent: () => "Je n'ai pas entendu de touche.",
  keypadAdded: (line) => `Ajouté : ${line}.`,
  other: () => "Autres articles",
  and: () => "et",
  or: () => "ou",
};
