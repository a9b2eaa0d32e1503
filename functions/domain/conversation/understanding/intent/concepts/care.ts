/** What a trade looks after: bodies, hair, animals, cars, houses. */
export const CARE = `
hair haircut cut trim beard = cheveux coupe barbe couper coiffure
teeth tooth braces cleaning = dents dent broches nettoyage
massage facial nails manicure = massage facial ongles manucure
back knee neck arm ear ears eye = dos genou cou bras oreille oreilles oeil yeux
car truck van honda vehicle = auto char voiture camion truck vehicule
brakes tires tire engine transmission oil = freins pneus pneu moteur transmission huile
dog cat puppy pet dogs = chien chat chiot animal chiens
mole lump rash cough cold flu swelling allergy tired dizzy pregnant pregnancy = bosse rougeurs toux rhume grippe enflure allergie etourdi enceinte grossesse
hearing vision eyes glasses contacts foot feet hip wrist ankle finger leg stomach chest throat = ouie vue lunettes verres pied hanche poignet cheville doigt jambe ventre poitrine gorge
test exam checkup scan xray ultrasound physical vaccine shot needle bloodwork = test examen radio echographie vaccin piqure prise
alignment suspension wipers windshield muffler clutch bumper dashboard inspection = alignement suspension essuie pare brise silencieux embrayage chocs
color colour highlights perm blowout roots bangs updo makeup wax lashes brows polish gel pedicure = couleur teinture meches permanente racines toupet maquillage epilation cils sourcils vernis gel
groom grooming kennel boarding neuter spay leash paw limping = toilettage pension sterilisation patte boite griffes
renovate renovation remodel paint painting build measure landscaping = renovation renover peinturer peinture batir mesurer amenagement
hospital surgery covid flu sick contagious = hopital operation covid grippe malade gastro
`;
