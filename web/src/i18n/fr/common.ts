import type {
  common as enCommon,
  connection as enConnection,
  errors as enErrors,
  fields as enFields,
  nav as enNav,
} from "../en/common.ts";
import type { Texts } from "../texts.ts";

export const common: Texts<typeof enCommon> = {
  appName: "Callwaiting",
  skip: "Aller au contenu",
  save: "Enregistrer",
  saveAndContinue: "Enregistrer et continuer",
  continue: "Continuer",
  back: "Retour",
  cancel: "Annuler",
  close: "Fermer",
  undo: "Annuler",
  retry: "Réessayer",
  more: "Afficher plus",
  all: "Tout",
  saved: "Enregistré",
  undone: "Remis comme avant",
  copy: "Copier",
  copied: "Copié",
  loading: "Chargement…",
  optional: "facultatif",
  language: "Langue",
  english: "English",
  french: "Français",
  unknownCaller: "Numéro privé",
  menuOpen: "Ouvrir la navigation",
  menuClose: "Fermer la navigation",
  account: "Compte",
  signOut: "Se déconnecter",
  newMerchant: "Ajouter un commerce",
  viewAll: "Tout voir",
  notFound: {
    title: "Cette page n’existe pas",
    text: "L’adresse contient peut-être une faute, ou ce qu’elle montrait a disparu.",
    home: "Aller à la page en direct",
  },
  crash: {
    title: "Cette page a rencontré un problème",
    text: "Rien de ce que vous avez enregistré n’est perdu. Rechargez la page; si cela se répète, dites-nous ce que vous faisiez.",
    reload: "Recharger",
  },
};

export const nav: Texts<typeof enNav> = {
  label: "Principale",
  live: "En direct",
  orders: "Commandes",
  calls: "Appels",
  menu: "Menu",
  settings: "Réglages",
  operator: "Exploitation",
};

export const connection: Texts<typeof enConnection> = {
  connecting: "Connexion…",
  live: "En direct",
  reconnecting: "Reconnexion…",
  offline: "Hors ligne",
  refused: "Pas en direct",
  offlineText:
    "Vous êtes hors ligne. Ce que vous voyez peut dater; tout se met à jour dès votre retour en ligne.",
};

export const errors: Texts<typeof enErrors> = {
  title: "Cela n’a pas fonctionné",
  loadTitle: "Le chargement a échoué",
  reference: "Référence : {{id}}",
  offline: "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
  invalid_request: "Quelque chose ne va pas dans le formulaire. Vérifiez les champs et réessayez.",
  unauthenticated: "Votre session est terminée. Connectez-vous de nouveau.",
  forbidden: "Votre rôle ne le permet pas. Demandez au propriétaire du commerce.",
  not_found: "Cela n’existe plus.",
  method_not_allowed: "Cela ne peut pas se faire ici.",
  conflict: "La situation a changé entre-temps. Vérifiez, puis décidez.",
  idempotency_mismatch: "Ceci a déjà été envoyé avec d’autres détails. Rechargez la page.",
  payload_too_large: "C’est trop volumineux pour un seul envoi.",
  unsupported_media_type: "Ce type de fichier n’est pas accepté.",
  rate_limited: "Trop de tentatives. Attendez un peu et réessayez.",
  rate_limited_wait_one: "Trop de tentatives. Réessayez dans {{count}} seconde.",
  rate_limited_wait_other: "Trop de tentatives. Réessayez dans {{count}} secondes.",
  rate_limited_minutes_one: "Trop de tentatives. Réessayez dans {{count}} minute.",
  rate_limited_minutes_other: "Trop de tentatives. Réessayez dans {{count}} minutes.",
  internal: "Une erreur s’est produite de notre côté. Réessayez dans un instant.",
  provider_failed: "Un service dont nous dépendons n’a pas répondu. Réessayez dans un instant.",
  not_configured: "Cette fonction n’est pas activée dans cette installation.",
  unavailable: "Le service est occupé ou redémarre. Réessayez dans un instant.",
};

export const fields: Texts<typeof enFields> = {
  required: "Remplissez ce champ.",
  email: "Entrez une adresse courriel, comme nom@exemple.com.",
  phone: "Entrez un numéro de téléphone avec l’indicatif régional, comme 514 555-0100.",
  password: "Utilisez au moins 8 caractères.",
  passwordLong: "Utilisez au plus 72 caractères.",
  price: "Entrez un prix, comme 12,50.",
  areaCode: "Trois chiffres, comme 514.",
  invalid: "Vérifiez ce champ.",
};
