/** Who somebody is to the caller, and what people do for a living. */
export const PEOPLE = `
doctor dr dentist nurse vet optician = docteur dentiste medecin infirmiere veterinaire opticien
plumber electrician technician mechanic guy roofer locksmith inspector cleaner sweep = plombier electricien technicien mecanicien gars couvreur serrurier ramoneur toiturier inspecteur
son daughter kid kids child children baby = fils fille enfant enfants bebe gars
husband wife mother father mom dad sister brother grandmother = mari femme mere pere soeur frere grand
person human someone somebody anyone anybody people = personne humain quelqu monde etre
manager boss owner supervisor = gerant patron proprietaire superviseur
robot machine computer recording bot = robot machine ordinateur enregistrement
therapist physio chiropractor podiatrist surgeon specialist optometrist pediatrician pharmacist hygienist = physio chiro podiatre specialiste optometriste pediatre pharmacien pharmacienne hygieniste orthodontiste
lawyer notary accountant teacher coach realtor photographer dj = avocat notaire comptable professeur entraineur courtier photographe
newborn infant elderly oxygen seniors tenant tenants = naissant nourrisson personnes oxygene aines locataire locataires
lady gentleman man woman fella girl mrs mr = dame monsieur madame homme femme
driver courier = livreur livreurs chauffeur
neighbour neighbours landlord = voisin voisine voisins
`;
